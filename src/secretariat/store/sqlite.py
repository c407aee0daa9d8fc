"""A register in one SQLite file: how it is recognised, made, opened, locked and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, pool
from sqlalchemy.exc import DBAPIError

from secretariat.model.errors import RegisterError
from secretariat.store import migrate
from secretariat.store.faults import told
from secretariat.store.holding import hold_file
from secretariat.store.tables import HEAD

APPLICATION = 0x53454352  # "SECR", at byte 68 of the file: what `file` and this module recognise a register by
_MAGIC = b"SQLite format 3\0"
_BUSY_MS = 30_000


class SqliteBackend:
    """One file. `where` names it in messages."""

    dialect = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.where = str(path)
        self.writable = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
        self.engine = _engine(path, frozen=not self.writable)

    @classmethod
    def open(cls, path: Path, *, create: bool) -> SqliteBackend:
        """Open a register; make it where it does not exist and `create` is set.

        Raises:
            RegisterError: no such file, not a register, damaged, written by a newer program. The file is as it was.
        """
        if not path.exists() or path.stat().st_size == 0:
            if not create:
                raise RegisterError(
                    str(path), "there is no such register", "Make one with `secretariat build SOURCE --register FILE`"
                )
            _make(path)
        _recognise(path)
        backend = cls(path)
        try:
            backend._bring_up_to_date()
        except BaseException:
            backend.close()
            raise
        return backend

    def _bring_up_to_date(self) -> None:
        try:
            with self.engine.connect() as connection:
                found = migrate.version(connection)
        except DBAPIError as problem:
            raise told(self.where, problem) from problem
        migrate.refuse_newer(found, self.where)
        if found != HEAD:
            self._migrate()

    def _migrate(self) -> None:
        if not self.writable:
            raise RegisterError(
                self.where, "has an older schema and cannot be written", "Copy it to a writable place first"
            )
        with self.write() as connection:
            migrate.upgrade(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading."""
        with self.engine.connect() as connection:
            yield connection

    def snapshot(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the register: every reading transaction does."""
        return self.read()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that holds the register's only write lock; commits at the end, rolls back on any error."""
        if not self.writable:
            raise RegisterError(self.where, "cannot be written", "Check the permissions of the file and its folder")
        with self.engine.connect().execution_options(immediate=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def hold(self, wait: float, waiting: object = None) -> Iterator[None]:
        """Be the only build on this register."""
        with hold_file(self.path, wait, waiting):
            yield

    def backup(self, target: Path) -> None:
        """Copy a consistent state of the live register to a new file."""
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with (
                sqlite3.connect(f"file:{_quoted(self.path)}?mode=ro", uri=True) as source,
                sqlite3.connect(part) as copy,
            ):
                source.backup(copy)
            copy.close()
            source.close()
            os.link(part, target)
        except FileExistsError as problem:
            raise RegisterError(str(target), "exists already", "Name a new file") from problem
        except (sqlite3.Error, OSError) as problem:
            raise told(str(target), problem) from problem
        finally:
            part.unlink(missing_ok=True)

    def damage(self) -> list[str]:
        """What SQLite's own integrity check finds."""
        with self.engine.connect() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
        return [] if found == ["ok"] else found

    def size(self) -> int:
        """Bytes on disk."""
        return sum(p.stat().st_size for p in (self.path, Path(f"{self.path}-wal")) if p.exists())

    def close(self) -> None:
        """Close the file."""
        self.engine.dispose()


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _engine(path: Path, *, frozen: bool = False) -> Engine:
    # A register in a folder that cannot be written is read as it lies there: SQLite's log files cannot be made.
    options = "?mode=ro&immutable=1" if frozen else "?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{_quoted(path)}{options}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_MS / 1000,
        )
        if not frozen:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA wal_autocheckpoint=8000")  # pages: a bulk load moves its log in larger steps
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA mmap_size=134217728")
        connection.execute("PRAGMA temp_store=MEMORY")
        return connection

    engine = create_engine(URL.create("sqlite"), creator=connect, poolclass=pool.QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _recognise(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as problem:
        raise RegisterError(
            str(path), f"cannot be read ({problem.strerror})", "Check the path and its permissions"
        ) from problem
    if head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise RegisterError(
            str(path), "is not a register", "Name a register made by `secretariat build`, or a new file"
        )


def _make(path: Path) -> None:
    """Make an empty register beside its place and move it there whole: no half-made file is ever seen."""
    if not path.resolve().parent.is_dir():
        raise RegisterError(str(path), "its folder does not exist", "Make the folder first")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.touch()
        engine = _engine(part)
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("PRAGMA journal_mode=WAL")
            raw.execute(f"PRAGMA application_id={APPLICATION}")
        with engine.connect().execution_options(immediate=True) as connection, connection.begin():
            migrate.upgrade(connection)
        engine.dispose()
        _place(part, path)
    except OSError as problem:
        raise RegisterError(
            str(path), f"cannot be made ({problem.strerror})", "Check the folder's permissions and space"
        ) from problem
    finally:
        for rest in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
            rest.unlink(missing_ok=True)


def _place(part: Path, path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        part.replace(path)
        return
    with suppress(FileExistsError):  # another program made it meanwhile: its register is as good as ours
        os.link(part, path)
