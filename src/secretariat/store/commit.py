"""One commit: the unit in which a register changes, stamped with its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from secretariat.store.tables import commits

Clock = Callable[[], datetime]
FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass
class Commit:
    """A commit under way: its connection and number. At the end it is dropped unless it `changed` something."""

    connection: Connection
    seq: int
    changed: bool = False
    _next: dict[str, int] = field(default_factory=dict)

    def number(self, table: Table) -> int:
        """The next free number of a table; numbers are given here, under the write lock, so they have no holes."""
        if table.name not in self._next:
            self._next[table.name] = int(
                self.connection.execute(select(func.coalesce(func.max(table.c.seq), 0))).scalar_one()
            )
        self._next[table.name] += 1
        return self._next[table.name]

    def put(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows."""
        if rows:
            self.changed = True
            self.connection.execute(insert(table), list(rows))


@contextmanager
def committing(connection: Connection, what: str, clock: Clock) -> Iterator[Commit]:
    """Open a commit inside a transaction that holds the write lock.

    The time is stamped at the very end, so that nobody who asks for an earlier moment can later find this commit in it.
    """
    last = connection.execute(select(func.max(commits.c.seq))).scalar() or 0
    commit = Commit(connection, last + 1)
    connection.execute(insert(commits), {"seq": commit.seq, "recorded_at": "", "what": what})
    yield commit
    if not commit.changed:
        transaction = connection.get_transaction()
        if transaction is not None:
            transaction.rollback()
        return
    stamp = _after(connection, last, clock())
    connection.execute(update(commits).where(commits.c.seq == commit.seq).values(recorded_at=stamp))


def _after(connection: Connection, last: int, now: datetime) -> str:
    """The time now, or just after the commit before it where the clock went backwards."""
    before = connection.execute(select(commits.c.recorded_at).where(commits.c.seq == last)).scalar()
    if before:
        now = max(now, datetime.strptime(before, FORMAT).replace(tzinfo=UTC) + timedelta(microseconds=1))
    return now.astimezone(UTC).strftime(FORMAT)
