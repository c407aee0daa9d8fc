"""The point of two times at which a view reads, as conditions on rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_

from secretariat.store.backend import Backend
from secretariat.store.faults import telling
from secretariat.store.tables import claims, documents


@dataclass(frozen=True, slots=True)
class Scope:
    """A register up to a commit, with documents published up to a day.

    Attributes:
        commit: number of the last commit that counts. seen: of the last commit of facts.
        day: last ISO day of publication, None for all documents.
    """

    backend: Backend
    commit: int
    seen: int
    day: str | None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading; database errors become one line."""
        with telling(self.backend.where), self.backend.read() as connection:
            yield connection

    @property
    def documents(self) -> ColumnElement[bool]:
        """Documents recorded by then, surely published by the day, and not forgotten."""
        known = and_(
            documents.c.added <= self.commit,
            or_(documents.c.forgotten.is_(None), documents.c.forgotten > self.commit),
        )
        return known if self.day is None else and_(known, documents.c.published_last <= self.day)

    @property
    def claims(self) -> ColumnElement[bool]:
        """Claims that counted then."""
        return and_(claims.c.added <= self.commit, or_(claims.c.retired.is_(None), claims.c.retired > self.commit))
