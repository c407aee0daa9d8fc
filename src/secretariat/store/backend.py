"""What a database must do for a register: give connections, lock, copy and check itself."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine


class Backend(Protocol):
    """SQLite file or PostgreSQL database. `where` names it in messages, without passwords."""

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        ...

    @property
    def where(self) -> str:
        """Path or address, without a password."""
        ...

    @property
    def writable(self) -> bool:
        """False where the file or its folder denies writing."""
        ...

    @property
    def engine(self) -> Engine:
        """The database's connections."""
        ...

    def read(self) -> AbstractContextManager[Connection]:
        """A connection for reading."""
        ...

    def snapshot(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the register, whatever others write meanwhile."""
        ...

    def write(self) -> AbstractContextManager[Connection]:
        """A connection that holds the write lock; commits at the end, rolls back on any error."""
        ...

    def hold(self, wait: float, waiting: object = None) -> AbstractContextManager[None]:
        """Be the only build for the length of a block. Raises RegisterError."""
        ...

    def backup(self, target: Path) -> None:
        """Copy a consistent state to a new file. Raises RegisterError."""
        ...

    def damage(self) -> list[str]:
        """What the database's own check finds."""
        ...

    def size(self) -> int:
        """Bytes on disk."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...
