"""What a database must do for a register: give connections, lock, copy and check itself."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine


class Backend(Protocol):
    """SQLite file or PostgreSQL database. `where` names it in messages, without passwords."""

    @property
    def dialect(self) -> str: ...

    @property
    def where(self) -> str: ...

    @property
    def writable(self) -> bool: ...

    @property
    def engine(self) -> Engine: ...

    def read(self) -> AbstractContextManager[Connection]: ...

    def write(self) -> AbstractContextManager[Connection]: ...

    def hold(self, wait: float, waiting: object = None) -> AbstractContextManager[None]: ...

    def backup(self, target: Path) -> None: ...

    def damage(self) -> list[str]: ...

    def size(self) -> int: ...

    def close(self) -> None: ...
