"""Extraction runs: which version treated which document, and what a newer one gained and lost."""

from __future__ import annotations

from sqlalchemy import Connection, func, or_, select

from secretariat.store.tables import claims, commits, extractions, runs
from secretariat.store.values import Run


def all_runs(connection: Connection, commit: int) -> tuple[Run, ...]:
    """Runs that had begun by a commit."""
    began, ended = commits.alias(), commits.alias()
    query = (
        select(runs, began.c.recorded_at, ended.c.recorded_at.label("ended"))
        .join_from(runs, began, runs.c.added == began.c.seq)
        .outerjoin(ended, (runs.c.finished == ended.c.seq) & (ended.c.seq <= commit))
        .where(runs.c.added <= commit)
        .order_by(runs.c.seq)
    )
    rows = list(connection.execute(query).mappings())
    counts = _documents(connection, commit)
    return tuple(
        Run(r["seq"], r["kind"], r["rules"], r["profiles"], r["recorded_at"], r["ended"] or "", counts.get(r["seq"], 0))
        for r in rows
    )


def _documents(connection: Connection, commit: int) -> dict[int, int]:
    query = select(extractions.c.run, func.count()).where(extractions.c.added <= commit).group_by(extractions.c.run)
    return {row[0]: row[1] for row in connection.execute(query)}


def claims_after(connection: Connection, run: int, shared_with: int) -> set[tuple[str, int]]:
    """Ids (with their document's number) that extraction had found when a run was through with a document.

    Only documents that both runs treated count.
    """
    other = select(extractions.c.document).where(extractions.c.run == shared_with)
    query = (
        select(claims.c.id, claims.c.document)
        .join_from(extractions, claims, extractions.c.document == claims.c.document)
        .where(
            extractions.c.run == run,
            extractions.c.document.in_(other),
            claims.c.origin == "extract",
            claims.c.added <= extractions.c.added,
            or_(claims.c.retired.is_(None), claims.c.retired > extractions.c.added),
        )
    )
    return {(row.id, row.document) for row in connection.execute(query)}
