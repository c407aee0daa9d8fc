"""Bad input at the command line: one line each that says what and what to do; the other documents are still read."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from functional.conftest import secretariat


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as nobody wants it."""
    home = tmp_path_factory.mktemp("bad")
    (home / "good.txt").write_text("Mali became an observer of the organisation on 3 May 2019, the ministry said.\n")
    (home / "good.meta.json").write_text('{"date": "2019-05-04", "publisher": "Example Wire"}')
    (home / "copy-of-good.txt").write_bytes((home / "good.txt").read_bytes())
    (home / "copy-of-good.meta.json").write_bytes((home / "good.meta.json").read_bytes())
    (home / "empty.txt").touch()
    (home / "noise.txt").write_bytes(os.urandom(4000))
    (home / "undated.txt").write_text("The council met again.\n")
    (home / "encoding.txt").write_bytes("The café of the União was opened.\n".encode("latin-1"))
    (home / "broken.html").write_text("<html><body><p>The council <b>met in Accra.<table><tr><td>x" + "</div>" * 50)
    (home / "README.md").write_text("# About this folder\n")
    with (home / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    return home


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object], list[str]]:
    """The register built of it, the outcome, and the lines on standard error."""
    register = tmp_path_factory.mktemp("register") / "r.db"
    done = secretariat("build", folder, "--register", register, "--json", check=False)
    assert done.returncode == 1, done.stderr
    return register, json.loads(done.stdout), done.stderr.splitlines()


def test_every_refused_file_has_one_line_with_a_remedy(built: tuple[Path, dict[str, object], list[str]]) -> None:
    _, outcome, lines = built
    for name in ("empty.txt", "huge.txt", "noise.txt"):
        (line,) = [x for x in lines if x.startswith(f"{name}:")]
        assert line.count(". ") >= 1 and line.endswith("."), line
    refused = [i for i in outcome["issues"] if i["severity"] == "error"]  # type: ignore[attr-defined]
    assert sorted(i["where"] for i in refused) == ["empty.txt", "huge.txt", "noise.txt"]
    assert outcome["refused"] == 3


def test_the_other_documents_are_read(built: tuple[Path, dict[str, object], list[str]]) -> None:
    register, outcome, lines = built
    status = json.loads(secretariat("status", "-r", register, "--json").stdout)
    assert status["documents"] == 4  # good (twice), undated, encoding, broken
    assert (outcome["documents"], outcome["known"], outcome["left_out"]) == (4, 1, 1)
    assert any(line.startswith("README.md:") for line in lines)
    assert any(line.startswith("undated.txt:") and "no date" in line for line in lines)
    found = json.loads(secretariat("search", "café", "-r", register, "--json").stdout)
    assert [hit["document"] for hit in found] == ["encoding"]
    assert secretariat("check", "-r", register).returncode == 0


def test_a_second_build_changes_nothing(built: tuple[Path, dict[str, object], list[str]], folder: Path) -> None:
    register, _, _ = built
    before = secretariat("export", "-r", register).stdout
    again = secretariat("build", folder, "-r", register, "--json", check=False)
    outcome = json.loads(again.stdout)
    assert (outcome["documents"], outcome["claims"], outcome["retired"]) == (0, 0, 0)
    assert secretariat("export", "-r", register).stdout == before


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    done = secretariat("build", tmp_path / "nowhere", "-r", tmp_path / "r.db", check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "nowhere" in done.stderr and not (tmp_path / "r.db").exists()


@pytest.mark.parametrize(
    "command", [["status"], ["check"], ["export"], ["search", "x"], ["witnesses"], ["judge", "list"]]
)
def test_a_register_that_is_not_one_is_left_alone(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = path.read_bytes()
    done = secretariat(*command, "-r", path, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"secretariat: {path}: is not a register.") and len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_dry_run_writes_nothing(tmp_path: Path, folder: Path) -> None:
    register = tmp_path / "r.db"
    done = secretariat("build", folder / "good.txt", "-r", register, "--dry-run")
    assert "nothing written" in done.stdout and not register.exists()


def test_an_import_with_wrong_words_imports_nothing(tmp_path: Path, folder: Path) -> None:
    words = {"start": 0, "end": 4, "text": "Mali"}
    right = {"id": "1", "kind": "body", "document": "good", "evidence": words, "args": {"name": "Mali"}}
    lines = [right, {**right, "id": "2", "evidence": {**words, "text": "Male"}}, {**right, "document": "nothing"}]
    file, register = tmp_path / "claims.jsonl", tmp_path / "r.db"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n{broken\n")
    documents = folder
    done = secretariat("import", file, "--documents", documents, "-r", register, check=False)
    assert done.returncode == 2 and not register.exists()
    for number in (2, 3, 4):
        assert f"claims.jsonl:{number}: " in done.stderr
    file.write_text(json.dumps(right) + "\n")
    assert secretariat("import", file, "--documents", documents, "-r", register).stdout.startswith("1 claims imported")
    (exported,) = secretariat("export", "-r", register).stdout.splitlines()
    assert {**right, "attribution": None, "modality": "asserted", "time": None} == json.loads(exported)
