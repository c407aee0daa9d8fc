"""Points of record time and publication time as users write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from secretariat.model.errors import UsageError
from secretariat.model.time import Edtf
from secretariat.store.commit import FORMAT
from secretariat.store.scope import Published
from secretariat.store.tables import commits, documents
from secretariat.store.words import fold_all

NO_FACTS = ("derive", "finish")
"""Commits that change no answer's ground: saved histories, ends of runs."""


def moment(text: str) -> str:
    """The last instant that a day or time admits, in the form of `commits.recorded_at`.

    Raises:
        UsageError: neither an ISO 8601 day nor a time.
    """
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return f"{day(text)}T23:59:59.999999Z"
    try:
        found = datetime.fromisoformat(text)
    except ValueError as problem:
        raise UsageError(
            "--as-known", f"{text!r} is no day or time", "Write 2024-07-01 or 2024-07-01T12:30:00Z"
        ) from problem
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).strftime(FORMAT)


def day(text: str) -> str:
    """The last day that an EDTF date admits. Raises UsageError."""
    try:
        return Edtf.parse(text).last
    except ValueError as problem:
        raise UsageError("--as-known", f"{text!r} is no date", "Write 2024-07-01, 2024-07 or 2024") from problem


def published(connection: Connection, text: str | None) -> Published:
    """What `--as-published` asks for: a date (everything surely published by then) or a publisher by name.

    Raises:
        UsageError: no EDTF date and no publisher of the register.
    """
    if not text:
        return Published()
    try:
        return Published(day=Edtf.parse(text).last)
    except ValueError:
        pass
    names = connection.execute(select(documents.c.publisher).distinct().order_by(documents.c.publisher)).scalars().all()
    meant = tuple(name for name in names if name and fold_all(name) == fold_all(text))
    if not meant:
        known = ", ".join([name for name in names if name][:5]) or "none"
        remedy = f"Write a date (2024-07-01, 2024-07, 2024) or a publisher of the register ({known})"
        raise UsageError("--as-published", f"{text!r} is no date and no publisher", remedy)
    return Published(publishers=meant)


def commit_at(connection: Connection, as_known: str | None) -> int:
    """Number of the last commit at a point of record time; 0 before the first."""
    query = select(commits.c.seq).order_by(commits.c.seq.desc()).limit(1)
    if as_known is not None:
        query = query.where(commits.c.recorded_at <= moment(as_known))
    return int(connection.execute(query).scalar() or 0)


def facts_at(connection: Connection, commit: int) -> int:
    """Number of the last commit up to `commit` that added or withdrew facts (not one that saved derivations)."""
    query = select(commits.c.seq).where(commits.c.seq <= commit, commits.c.what.not_in(NO_FACTS))
    # An ordered search stops at the first hit; max() would walk all commits.
    return int(connection.execute(query.order_by(commits.c.seq.desc()).limit(1)).scalar() or 0)
