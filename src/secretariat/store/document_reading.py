"""Documents of a view: their texts, labels and versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from sqlalchemy import select

from secretariat.model.document import Document, DocumentId
from secretariat.model.errors import NotFound
from secretariat.store import naming
from secretariat.store.appending import chunks
from secretariat.store.rows import to_document
from secretariat.store.scope import Scope
from secretariat.store.tables import commits, documents, sightings

_TEXTS = 200  # documents read together: a few megabytes of text


class DocumentReader:
    """Reads documents at a scope; labels are kept once found."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._places: dict[int, naming.Place] = {}
        self._numbers: dict[str, int] = {}

    @cached_property
    def superseded(self) -> frozenset[int]:
        """Numbers of documents of which a newer version is in this view."""
        with self._scope.read() as connection:
            return naming.superseded(connection, self._scope.documents, self._scope.commit)

    def numbers(self, ids: Iterable[DocumentId] | None = None, *, superseded: bool = True) -> dict[int, DocumentId]:
        """Number and id of the documents in the view."""
        query = select(documents.c.seq, documents.c.id).where(self._scope.documents)
        found: dict[int, DocumentId] = {}
        with self._scope.read() as connection:
            if ids is None:
                found.update((r.seq, DocumentId(r.id)) for r in connection.execute(query))
            for part in chunks(sorted(set(ids or ()))):
                found.update(
                    (r.seq, DocumentId(r.id)) for r in connection.execute(query.where(documents.c.id.in_(part)))
                )
        self._numbers.update((id, number) for number, id in found.items())
        old = frozenset() if superseded else self.superseded
        return {number: id for number, id in found.items() if number not in old}

    def places(self, numbers: Iterable[int]) -> dict[int, naming.Place]:
        """Where each document lies and what it is called."""
        wanted = list(numbers)
        unknown = [n for n in wanted if n not in self._places]
        if unknown:
            with self._scope.read() as connection:
                self._places.update(naming.resolve(connection, unknown, self._scope.commit))
        return {n: self._places[n] for n in wanted}

    def ordered(self, numbers: Iterable[int]) -> list[int]:
        """Numbers in the order of labels (ties: ids), which does not depend on arrival."""
        places = self.places(numbers)
        return sorted(places, key=lambda n: (places[n].label, places[n].id))

    def read(self, ids: Iterable[DocumentId] | None, *, superseded: bool) -> Iterator[Document]:
        """Documents with their texts, by label."""
        numbers = self.ordered(self.numbers(ids, superseded=superseded))
        for i in range(0, len(numbers), _TEXTS):
            yield from self._texts(numbers[i : i + _TEXTS])

    def one(self, id: DocumentId) -> Document:
        """One document, also a forgotten one (without its words). Raises NotFound."""
        number = self.number(id)
        return self._texts([number])[0]

    def number(self, id: DocumentId) -> int:
        """The register's number of a document known by then, whenever it was published. Raises NotFound."""
        if id not in self._numbers:
            query = select(documents.c.seq).where(documents.c.id == id, documents.c.added <= self._scope.commit)
            with self._scope.read() as connection:
                found = connection.execute(query).scalar()
            if found is None:
                raise NotFound(id[:12], "the register holds no such document", "See `secretariat status`")
            self._numbers[id] = int(found)
        return self._numbers[id]

    def called(self, words: str) -> DocumentId:
        """Id of the document with this id (or its beginning), label, path, file name or stem. Raises NotFound."""
        stem = PurePosixPath(words).stem
        query = select(documents.c.seq, documents.c.id, sightings.c.path, sightings.c.label).join_from(
            documents, sightings, documents.c.seq == sightings.c.document
        )
        near = (
            documents.c.id.startswith(words, autoescape=True)
            | sightings.c.label.in_((words, stem))
            | (sightings.c.path == words)
        )
        if "@" in words:
            near = near | documents.c.id.startswith(words.rpartition("@")[2], autoescape=True)
        with self._scope.read() as connection:
            rows = list(connection.execute(query.where(near, documents.c.added <= self._scope.commit)))
        labels = {n: p.label for n, p in self.places({r.seq for r in rows}).items()}
        exact = {r.id for r in rows if words in (r.id, labels[r.seq], r.path)}
        found = exact or {r.id for r in rows}
        if len(found) == 1:
            return DocumentId(found.pop())
        names = ", ".join(sorted(labels.values())[:5])
        problem = f"several documents fit ({names})" if found else "the register holds no such document"
        raise NotFound(words, problem, "Name it by its label, path or id")

    def recorded_at(self, id: DocumentId) -> str:
        """When the register learned of a document. Raises NotFound."""
        query = select(commits.c.recorded_at).join_from(documents, commits, documents.c.added == commits.c.seq)
        with self._scope.read() as connection:
            found = connection.execute(query.where(documents.c.seq == self.number(id))).scalar()
        return str(found)

    def _texts(self, numbers: Sequence[int]) -> list[Document]:
        places = self.places(numbers)
        found = {}
        with self._scope.read() as connection:
            for part in chunks(numbers):
                for row in connection.execute(select(documents).where(documents.c.seq.in_(part))).mappings():
                    place = places[row["seq"]]
                    found[row["seq"]] = to_document(row, place.label, place.path)
        return [found[n] for n in numbers]
