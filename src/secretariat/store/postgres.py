"""A register in a PostgreSQL database, for several people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, text

from secretariat.model.errors import RegisterError
from secretariat.store import migrate
from secretariat.store.faults import told
from secretariat.store.holding import holder, wait_for
from secretariat.store.tables import HEAD

_WRITING, _BUILDING = 0x53454352, 0x53454353  # advisory locks: one writer a moment, one build at a time


class PostgresBackend:
    """One database (or one schema of it: `?options=-csearch_path=NAME`)."""

    dialect = "postgresql"
    writable = True

    def __init__(self, url: str) -> None:
        parsed = make_url(url).set(drivername="postgresql+psycopg")
        self.where = parsed.set(drivername="postgresql").render_as_string(hide_password=True)
        try:
            self.engine = create_engine(parsed, connect_args={"application_name": f"secretariat {holder()}"[:63]})
        except ModuleNotFoundError as problem:
            raise RegisterError(
                self.where, "PostgreSQL needs the package psycopg", "Install `secretariat[postgres]`"
            ) from problem

    @classmethod
    def open(cls, url: str, *, create: bool) -> PostgresBackend:
        """Open a register; make its tables in an empty database where `create` is set.

        Raises:
            RegisterError: no server, no database, no register in it, written by a newer program.
        """
        backend = cls(url)
        try:
            backend._prepare(create)
        except RegisterError:
            backend.close()
            raise
        except Exception as problem:
            backend.close()
            raise told(backend.where, problem) from problem
        return backend

    def _prepare(self, create: bool) -> None:
        with self.engine.connect() as connection:
            found = migrate.version(connection)
        migrate.refuse_newer(found, self.where)
        if found is None and not create:
            raise RegisterError(
                self.where,
                "there is no register in this database",
                "Make one with `secretariat build SOURCE --register URL`",
            )
        if found != HEAD:
            with self.write() as connection:
                migrate.upgrade(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading; each statement stands alone, which spares two round trips to the server."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one state of the register, whatever others write meanwhile."""
        with self.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that holds the register's only write lock; commits at the end, rolls back on any error."""
        with self.engine.connect() as connection, connection.begin():
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITING})
            yield connection

    @contextmanager
    def hold(self, wait: float, waiting: object = None) -> Iterator[None]:
        """Be the only build on this register; the server frees the lock when this process dies."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:

            def taken() -> bool:
                return bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _BUILDING}).scalar())

            def who() -> str:
                found = connection.execute(
                    text(
                        "SELECT a.application_name, a.backend_start FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                        " WHERE l.locktype = 'advisory' AND l.objid = :key AND l.granted"
                        " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                    ),
                    {"key": _BUILDING},
                ).first()
                return str(found[0]).removeprefix("secretariat ") if found else "another program"

            wait_for(taken, who, self.where, wait, waiting)
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _BUILDING})

    def backup(self, target: Path) -> None:
        """PostgreSQL has its own tools for this.

        Raises:
            RegisterError: always, naming them.
        """
        raise RegisterError(
            self.where,
            "a PostgreSQL register is backed up by its server",
            "Use `pg_dump`, or `secretariat copy URL FILE`",
        )

    def damage(self) -> list[str]:
        """PostgreSQL checks its own pages when it reads them."""
        return []

    def size(self) -> int:
        """Bytes of the register's tables and indexes."""
        with self.engine.connect() as connection:
            query = (
                "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
            )
            return int(connection.execute(text(query)).scalar() or 0)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
