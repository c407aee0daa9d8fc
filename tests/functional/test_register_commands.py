"""The register's commands as a user types them, on the bundled examples."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from functional.conftest import secretariat


@pytest.fixture
def register(examples: Path, tmp_path: Path) -> Path:
    """A copy of the examples' register."""
    return Path(shutil.copy(examples, tmp_path / "r.db"))


def test_the_two_copies_of_the_wire_story_are_one_witness(examples: Path) -> None:
    (group,) = json.loads(secretariat("witnesses", "-r", examples, "--json").stdout)
    names = [passage["document"] for passage in group["passages"]]
    assert names == ["2024-07-04-astana-wire", "2024-07-05-astana-reprint"]
    assert group["earliest"] == "2024-07-04-astana-wire" and 0.6 <= group["similarity"] < 1
    assert "2024-07-04-astana-wire" in secretariat("witnesses", "-r", examples).stdout


def test_status_and_check(examples: Path) -> None:
    status = json.loads(secretariat("status", "-r", examples, "--json").stdout)
    assert (status["documents"], status["run"], status["database"]) == (14, 1, "sqlite")
    assert "answers come from this run" in secretariat("status", "-r", examples).stdout
    assert json.loads(secretariat("check", "-r", examples, "--json").stdout) == []


def test_workers_give_the_same_register(root: Path, examples: Path, tmp_path: Path) -> None:
    secretariat("build", root / "examples/sco/documents", "-r", tmp_path / "two.db", "--workers", "2")
    one, two = (secretariat("export", "-r", r).stdout for r in (examples, tmp_path / "two.db"))
    assert one == two and one


def test_an_import_of_an_export_gives_the_same_claims(root: Path, examples: Path, tmp_path: Path) -> None:
    claims, again = tmp_path / "claims.jsonl", tmp_path / "again.db"
    secretariat("export", "-r", examples, "-o", claims)
    secretariat("import", claims, "--documents", root / "examples/sco/documents", "-r", again)
    assert secretariat("export", "-r", again).stdout == claims.read_text(encoding="utf-8")


def test_csv_has_a_row_for_every_claim(examples: Path) -> None:
    import csv

    rows = list(csv.DictReader(secretariat("export", "-r", examples, "-f", "csv").stdout.splitlines(keepends=True)))
    lines = [json.loads(line) for line in secretariat("export", "-r", examples).stdout.splitlines()]
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [row["text"] for row in rows] == [line["evidence"]["text"] for line in lines]
    assert secretariat("export", "-r", examples, "-f", "xml", check=False).returncode == 2


def test_backup_copy_and_forget(register: Path, tmp_path: Path) -> None:
    whole = secretariat("export", "-r", register).stdout
    secretariat("backup", tmp_path / "b.db", "-r", register)
    secretariat("copy", register, tmp_path / "c.db")
    assert secretariat("copy", register, tmp_path / "c.db", check=False).returncode == 2
    secretariat("forget", "2024-07-05-astana-reprint", "--reason", "test", "--author", "ann", "-r", register)
    for other in ("b.db", "c.db"):
        assert secretariat("export", "-r", tmp_path / other).stdout == whole
        assert secretariat("check", "-r", tmp_path / other).returncode == 0
    left = secretariat("export", "-r", register).stdout
    assert "astana-reprint" not in left and set(left.splitlines()) < set(whole.splitlines())
    assert json.loads(secretariat("witnesses", "-r", register, "--json").stdout) == []
    assert secretariat("check", "-r", register).returncode == 0
    assert json.loads(secretariat("status", "-r", register, "--json").stdout)["forgotten"] == 1


def test_two_builds_at_once_give_one_register(root: Path, tmp_path: Path) -> None:
    folder, register = root / "examples/sco/documents", tmp_path / "r.db"
    command = [sys.executable, "-m", "secretariat", "build", str(folder), "-r", str(register), "--wait", "300"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    outputs = [process.communicate(timeout=600) for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sorted(o.split(" ")[0] for o, _ in outputs) == ["0", "14"]
    assert secretariat("check", "-r", register).returncode == 0


def test_a_build_that_may_not_wait_says_who_holds_the_register(root: Path, register: Path) -> None:
    hold = (
        "import sys, time\nfrom secretariat.store import open_register\n"
        "with open_register(sys.argv[1]) as r, r.hold():\n    print('held', flush=True)\n    time.sleep(600)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", hold, str(register)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        done = secretariat("build", root / "examples/sco/documents", "-r", register, "--wait", "0", check=False)
        assert done.returncode == 2 and f"is held by process {process.pid}" in done.stderr
    finally:
        process.kill()
        process.wait()
        process.stdout and process.stdout.close()


def test_progress_is_shown_on_a_terminal(root: Path, tmp_path: Path) -> None:
    import pty

    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"The council met in matter {name} on 3 May 2019.\n")
    main, end = pty.openpty()
    command = [sys.executable, "-m", "secretariat", "build", str(folder), "-r", str(tmp_path / "r.db")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    shown = b""
    until = time.monotonic() + 300
    while time.monotonic() < until:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(main)
    assert process.wait() == 0 and b"2/2" in shown
