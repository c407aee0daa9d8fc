"""Move a whole register, with its past, into another database."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, insert, select, text

from secretariat.model.errors import RegisterError
from secretariat.store import words
from secretariat.store.appending import INDEX
from secretariat.store.backend import Backend
from secretariat.store.faults import telling
from secretariat.store.tables import commits, documents, metadata, passages

_TOGETHER = 5000


def copy(source: Backend, target: Backend, step: Callable[[str, int], None] = lambda table, rows: None) -> int:
    """Copy every row; all in one transaction, so that a broken copy leaves the target empty.

    Args:
        step: told the table and the number of rows after each part.
    Returns:
        How many rows were copied.
    Raises:
        RegisterError: the target is not empty.
    """
    total = 0
    with telling(source.where), source.snapshot() as old, telling(target.where), target.write() as new:
        if new.execute(select(func.count()).select_from(commits)).scalar_one():
            raise RegisterError(target.where, "is not empty", "Copy into a new register")
        for table in metadata.sorted_tables:
            result = old.execution_options(yield_per=_TOGETHER).execute(select(table))
            for part in result.mappings().partitions(_TOGETHER):
                new.execute(insert(table), [dict(row) for row in part])
                total += len(part)
                step(table.name, len(part))
        _index(new)
    return total


def _index(connection: Connection) -> None:
    """Make the full-text index anew: it differs by database."""
    query = select(passages, documents.c.text).join_from(passages, documents, passages.c.document == documents.c.seq)
    rows = connection.execute(query.where(documents.c.text.is_not(None)).order_by(passages.c.seq)).mappings()
    for part in rows.partitions(_TOGETHER):
        folded = [{"passage": r["seq"], "folded": words.indexed(r["text"], r["start"], r["end"])} for r in part]
        connection.execute(text(INDEX[connection.dialect.name]), folded)
