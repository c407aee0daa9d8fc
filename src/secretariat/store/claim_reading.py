"""Claims of a view, in an order that does not depend on arrival."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Select, select

from secretariat.model.claim import Claim, ClaimId
from secretariat.model.document import DocumentId
from secretariat.model.errors import NotFound
from secretariat.model.judgement import Judgement
from secretariat.store import judging
from secretariat.store.appending import chunks
from secretariat.store.document_reading import DocumentReader
from secretariat.store.rows import to_claim
from secretariat.store.scope import Scope
from secretariat.store.tables import claims, documents
from secretariat.store.values import Attached

_PREFERENCE = {"hand": 0, "import": 1, "extract": 2}  # which of several rows with one id is shown
_TOGETHER = 200  # documents whose claims are read together

_COLUMNS = (
    claims.c.document,
    documents.c.id.label("document_id"),
    claims.c.id,
    claims.c.kind,
    claims.c.start,
    claims.c.end,
    claims.c.words,
    claims.c.body,
    claims.c.origin,
)
_ROWS = select(*_COLUMNS).join_from(claims, documents, claims.c.document == documents.c.seq)


class ClaimReader:
    """Reads claims and the judgements about them at a scope."""

    def __init__(self, scope: Scope, reader: DocumentReader) -> None:
        self._scope, self._documents = scope, reader

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement up to here."""
        with self._scope.read() as connection:
            return judging.history(connection, self._scope.commit)

    @cached_property
    def attached(self) -> tuple[Attached, ...]:
        """Judgements in force with the claims they apply to."""
        if not self.judgements:
            return ()
        with self._scope.read() as connection:
            return judging.attach(connection, judging.in_force(self.judgements), self._scope.commit)

    @cached_property
    def verdicts(self) -> Mapping[ClaimId, Judgement]:
        """The judgement that decides about each judged claim."""
        return judging.verdicts(self.attached)

    def read(
        self,
        kinds: Sequence[str],
        organisation: str | None,
        ids: Sequence[ClaimId] | None,
        among: Sequence[DocumentId] | None,
        *,
        rejected: bool,
        superseded: bool,
    ) -> Iterator[Claim]:
        """Claims by label, range, kind and id (see `port.View.claims`)."""
        query = _ROWS.where(self._scope.claims, self._scope.documents)
        if kinds:
            query = query.where(claims.c.kind.in_(tuple(kinds)))
        if organisation is not None:
            query = query.where(claims.c.organisation == organisation)
        dropped = frozenset() if superseded else self._documents.superseded
        for rows in self._batches(query, organisation, ids, among):
            for row in _unique(rows):
                if row["document"] not in dropped and (rejected or not self._is_rejected(row["id"])):
                    yield to_claim(row)

    def one(self, id: ClaimId) -> Claim:
        """One claim known by then, whatever became of it. Raises NotFound."""
        query = _ROWS.where(claims.c.id == id, claims.c.added <= self._scope.commit).order_by(claims.c.seq.desc())
        with self._scope.read() as connection:
            rows = list(connection.execute(query).mappings())
        if not rows:
            raise NotFound(id, "the register holds no such claim", "See `secretariat export --format jsonl`")
        return to_claim(min(rows, key=_preference))

    def by_hand(self, author: str) -> Iterator[Claim]:
        """Claims of one person, in the usual order."""
        query = _ROWS.where(self._scope.claims, self._scope.documents, claims.c.origin == f"hand:{author}")
        return map(to_claim, self._sorted(self._rows(query)))

    def _is_rejected(self, id: str) -> bool:
        found = self.verdicts.get(ClaimId(id))
        return found is not None and found.verdict in ("reject", "correct")

    def _batches(
        self,
        query: Select[Any],
        organisation: str | None,
        ids: Sequence[ClaimId] | None,
        among: Sequence[DocumentId] | None,
    ) -> Iterator[list[Mapping[Any, Any]]]:
        """Rows in parts that are ordered among one another."""
        if ids is not None:
            rows = [row for part in chunks(sorted(set(ids))) for row in self._rows(query.where(claims.c.id.in_(part)))]
            yield self._sorted(r for r in rows if among is None or r["document_id"] in among)
        elif organisation is not None:
            yield self._sorted(r for r in self._rows(query) if among is None or r["document_id"] in among)
        else:
            numbers = self._documents.ordered(self._documents.numbers(among))
            for i in range(0, len(numbers), _TOGETHER):
                part = numbers[i : i + _TOGETHER]
                yield self._sorted(self._rows(query.where(claims.c.document.in_(part))))

    def _rows(self, query: Select[Any]) -> list[Mapping[Any, Any]]:
        with self._scope.read() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _sorted(self, rows: Iterable[Mapping[Any, Any]]) -> list[Mapping[Any, Any]]:
        found = list(rows)
        places = self._documents.places({row["document"] for row in found})

        def order(row: Mapping[Any, Any]) -> tuple[Any, ...]:
            place = places[row["document"]]
            return place.label, place.id, row["start"], row["end"], row["kind"], row["id"], _preference(row)

        return sorted(found, key=order)


def _preference(row: Mapping[Any, Any]) -> tuple[int, str]:
    return _PREFERENCE[row["origin"].partition(":")[0]], row["origin"]


def _unique(rows: Iterable[Mapping[Any, Any]]) -> Iterator[Mapping[Any, Any]]:
    """Of rows with one id in one document the first: what several found alike is one claim."""
    seen = None
    for row in rows:
        now = (row["document"], row["id"])
        if now != seen:
            yield row
        seen = now
