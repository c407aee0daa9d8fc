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
class Published:
    """Which publications count: up to an ISO day, or of publishers (spellings as stored); neither means all."""

    day: str = ""
    publishers: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What histories of these publications are kept under."""
        return self.day or "|".join(self.publishers)


@dataclass(frozen=True, slots=True)
class Scope:
    """A register up to a commit, with documents published up to a day or by a publisher.

    Attributes:
        commit: number of the last commit that counts. seen: of the last commit of facts.
        published: which documents; all where left out.
    """

    backend: Backend
    commit: int
    seen: int
    published: Published

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading; database errors become one line."""
        with telling(self.backend.where), self.backend.read() as connection:
            yield connection

    @property
    def documents(self) -> ColumnElement[bool]:
        """Documents recorded by then, of the publications that count, and not forgotten."""
        known = and_(
            documents.c.added <= self.commit,
            or_(documents.c.forgotten.is_(None), documents.c.forgotten > self.commit),
        )
        if self.published.day:
            return and_(known, documents.c.published_last <= self.published.day)
        if self.published.publishers:
            return and_(known, documents.c.publisher.in_(self.published.publishers))
        return known

    @property
    def claims(self) -> ColumnElement[bool]:
        """Claims that counted then."""
        return and_(claims.c.added <= self.commit, or_(claims.c.retired.is_(None), claims.c.retired > self.commit))
