"""What a register holds, counted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from secretariat.store.backend import Backend
from secretariat.store.runs import all_runs
from secretariat.store.tables import HEAD, claims, commits, derivations, documents, judgements
from secretariat.store.values import Run


def facts(backend: Backend) -> dict[str, Any]:
    """Counts, versions, and the run that answers come from.

    Returns:
        Schema and database, bytes, commits, the last record time; documents in use, forgotten and undated; live claims
        by kind and by origin, retired ones; judgements; the rules of each history; `run`, the extraction run that
        answers come from; all runs.
    """
    size = backend.size()
    with backend.snapshot() as connection:
        every = all_runs(connection, 2**31 - 1)
        extractions = [run for run in every if run.kind == "extract"]
        live = claims.c.retired.is_(None)
        last = connection.execute(select(commits.c.recorded_at).order_by(commits.c.seq.desc()).limit(1)).scalar()
        return {
            "schema": HEAD,
            "database": backend.dialect,
            "bytes": size,
            "commits": _rows(connection, commits.c.seq > 0),
            "last_recorded": last,
            "documents": _rows(connection, documents.c.forgotten.is_(None)),
            "forgotten": _rows(connection, documents.c.forgotten.is_not(None)),
            "undated": _rows(connection, documents.c.published_last.is_(None)),
            "claims": _grouped(connection, select(claims.c.kind, func.count()).where(live).group_by(claims.c.kind)),
            "origins": _grouped(
                connection, select(claims.c.origin, func.count()).where(live).group_by(claims.c.origin)
            ),
            "retired": _rows(connection, claims.c.retired.is_not(None)),
            "judgements": _rows(connection, judgements.c.seq > 0),
            "histories": _histories(connection),
            "run": extractions[-1].seq if extractions else None,
            "runs": [_run(run) for run in every],
        }


def _run(run: Run) -> dict[str, Any]:
    return {
        "run": run.seq,
        "kind": run.kind,
        "rules": run.rules,
        "profiles": run.profiles,
        "began": run.recorded_at,
        "ended": run.finished or None,
        "documents": run.documents,
    }


def _histories(connection: Connection) -> dict[str, str]:
    """The rules that the newest history of each organisation was derived by."""
    query = select(derivations.c.organisation, derivations.c.rules).where(
        derivations.c.organisation != "", derivations.c.published == ""
    )
    return {
        row.organisation: row.rules
        for row in connection.execute(query.order_by(derivations.c.organisation, derivations.c.seq))
    }


def _rows(connection: Connection, wanted: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).where(wanted)).scalar_one())


def _grouped(connection: Connection, query: Any) -> dict[str, int]:
    return {row[0]: row[1] for row in sorted(connection.execute(query))}
