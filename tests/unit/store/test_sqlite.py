"""A register in a file, and everything that can be wrong with the file: one clear line, and the file as it was."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from registers import RULES_1, a_claim, a_document
from secretariat.model.errors import RegisterError
from secretariat.store import Register, open_register

TEXT = a_document("Ghana joined ECOWAS in 1975.", "ghana")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed register with one claim."""
    path = tmp_path / "r.db"
    with open_register(path, create=True) as register:
        register.append([(TEXT, [a_claim(TEXT, "Ghana joined ECOWAS in 1975")])], run=RULES_1)
    return path


@pytest.fixture
def read_only(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The register, not writable: by its mode, or for the superuser, whom modes do not bind, by what os says."""
    filled.chmod(0o444)
    filled.parent.chmod(0o555)
    if os.geteuid() == 0:
        monkeypatch.setattr(os, "access", lambda path, mode, **_: mode != os.W_OK)
    yield filled
    filled.parent.chmod(0o755)


def test_a_register_is_one_file_when_closed(filled: Path) -> None:
    assert [p.name for p in filled.parent.iterdir()] == ["r.db"]


def test_opening_never_makes_a_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no such register"):
        open_register(tmp_path / "r.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_register_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    with pytest.raises(RegisterError):
        open_register(path)
    with open_register(path, create=True) as register:
        assert register.facts()["documents"] == 0


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="folder does not exist"):
        open_register(tmp_path / "nowhere" / "r.db", create=True)


def test_what_is_no_register_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("Not a register, but somebody's notes." * 9)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(RegisterError, match="is not a register"):
            open_register(path, create=True)
        assert path.read_bytes() == before
    with pytest.raises(RegisterError, match="directory"):
        open_register(tmp_path)


def test_a_newer_schema_is_refused(filled: Path) -> None:
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = filled.read_bytes()
    with pytest.raises(RegisterError, match=r"newer version \(schema 9999"):
        open_register(filled)
    assert filled.read_bytes() == before


def test_a_damaged_file_is_told_and_left_alone(filled: Path) -> None:
    with open_register(filled) as register:
        documents = [(a_document(f"Text {i}. " * 300, f"d{i}"), []) for i in range(60)]
        register.append(documents, run=RULES_1)
    data = bytearray(filled.read_bytes())
    data[8192:200_000] = os.urandom(200_000 - 8192)
    filled.write_bytes(data)
    with pytest.raises(RegisterError) as problem, open_register(filled) as register:
        list(register.view().documents())
        list(register.view().claims())
    assert "damaged" in str(problem.value)
    assert filled.read_bytes() == data


def test_a_cut_file_is_told(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:6000])
    with pytest.raises(RegisterError, match="damaged"), open_register(filled) as register:
        list(register.view().claims())


def test_a_read_only_register_answers_but_is_not_written(read_only: Path) -> None:
    before = read_only.read_bytes()
    with open_register(read_only) as register:
        assert len(list(register.view().claims())) == 1
        assert not register.writable
        with pytest.raises(RegisterError, match="cannot be written"):
            register.append([(a_document("More.", "more"), [])], run=RULES_1)
    assert read_only.read_bytes() == before


def _full(register: Register, pages: int) -> None:
    """Let the database grow by so many pages only: SQLite's own way to a full disk."""

    @event.listens_for(register.backend.engine, "connect")
    def _limit(connection: sqlite3.Connection, record: object) -> None:
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={now + pages}")

    register.backend.engine.dispose()


def test_a_full_disk_loses_nothing_that_was_committed(filled: Path) -> None:
    with open_register(filled) as register:
        _full(register, 2)
        large = a_document("A long text that does not fit any more. " * 2000, "large")
        with pytest.raises(RegisterError, match="disk is full"):
            register.append([(large, [])], run=RULES_1)
        assert len(list(register.view().claims())) == 1
    with open_register(filled) as register:
        assert register.append([(large, [])], run=RULES_1).documents == 1


_LIMITED = """
import resource, sys
from registers import RULES_1, a_document
from secretariat.model.errors import RegisterError
from secretariat.store import open_register
register = open_register(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    for i in range(99):
        register.append([(a_document(f"Document {i}. " * 999, f"d{i}"), [])], run=RULES_1)
except RegisterError as problem:
    print(i, problem)
"""


def test_a_disk_that_refuses_to_write_is_told(filled: Path) -> None:
    path = os.pathsep.join([*sys.path, str(Path(__file__).parents[2])])
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(filled)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    written, _, message = done.stdout.partition(" ")
    assert "what was committed is kept" in message
    with open_register(filled) as register:
        assert register.facts()["documents"] == int(written) + 1


def test_a_locked_register_says_so(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secretariat.store.sqlite._BUSY_MS", 50)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_register(filled) as register, pytest.raises(RegisterError, match="being written by another program"):
        register.append([(a_document("More.", "more"), [])], run=RULES_1)
    other.close()


def test_a_backup_is_a_whole_register(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_register(filled) as register:
        register.append([(a_document("Uncheckpointed.", "u"), [])], run=RULES_1)
        register.backup(copy)
        with pytest.raises(RegisterError, match="exists already"):
            register.backup(copy)
    with open_register(copy) as register:
        assert register.facts()["documents"] == 2


def test_the_schema_of_the_migrations_is_the_schema_of_the_program(filled: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from secretariat.store.tables import metadata

    with open_register(filled) as register, register.backend.read() as connection:
        ours = {"include_object": lambda item, name, kind, *_: not (kind == "table" and name.startswith("words"))}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata) == []
