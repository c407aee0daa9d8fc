"""A register as it was known at R, with only what was published by P."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from secretariat.model.claim import Claim, ClaimId
from secretariat.model.document import Document, DocumentId
from secretariat.model.history import Change, Conflict, Gap, History, Line, Spell
from secretariat.model.judgement import Judgement
from secretariat.model.witness import Witness
from secretariat.store import histories, reprints_saved, searching
from secretariat.store.backend import Backend
from secretariat.store.claim_reading import ClaimReader
from secretariat.store.document_reading import DocumentReader
from secretariat.store.faults import telling
from secretariat.store.history_reading import HistoryReader
from secretariat.store.runs import all_runs
from secretariat.store.scope import Scope
from secretariat.store.times import commit_at, facts_at, published
from secretariat.store.values import Attached, Derivation, Hit, Run


class SqlView:
    """Implements `port.View`. It is a snapshot: what is committed after it was taken does not appear in it."""

    def __init__(self, backend: Backend, as_known: str | None, as_published: str | None) -> None:
        self.as_known, self.as_published = as_known, as_published
        with telling(backend.where), backend.read() as connection:
            commit = commit_at(connection, as_known)
            self.scope = Scope(backend, commit, facts_at(connection, commit), published(connection, as_published))
        self._documents = DocumentReader(self.scope)
        self._claims = ClaimReader(self.scope, self._documents)
        self._histories = HistoryReader(self.scope)

    def __enter__(self) -> SqlView:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to release: each reading takes a connection and gives it back."""

    @property
    def seen(self) -> int:
        """Number of the last commit of facts in this view."""
        return self.scope.seen

    def documents(self, ids: Iterable[DocumentId] | None = None, *, superseded: bool = False) -> Iterator[Document]:
        """Documents with their texts, by label."""
        return self._documents.read(ids, superseded=superseded)

    def document(self, id: DocumentId) -> Document:
        """One document. Raises NotFound."""
        return self._documents.one(id)

    def find_document(self, words: str) -> Document:
        """The document with this id, label, path or stem. Raises NotFound."""
        return self.document(self._documents.called(words))

    def label(self, id: DocumentId) -> str:
        """The name a document carries in answers. Raises NotFound."""
        number = self._documents.number(id)
        return self._documents.places([number])[number].label

    def recorded_at(self, id: DocumentId) -> str:
        """When the register learned of a document. Raises NotFound."""
        return self._documents.recorded_at(id)

    def is_superseded(self, id: DocumentId) -> bool:
        """True where a newer version is in this view."""
        return self._documents.number(id) in self._documents.superseded

    def claims(
        self,
        *,
        kinds: Sequence[str] = (),
        organisation: str | None = None,
        documents: Sequence[DocumentId] | None = None,
        ids: Sequence[ClaimId] | None = None,
        rejected: bool = False,
        superseded: bool = False,
    ) -> Iterator[Claim]:
        """Claims by label, range, kind and id (see `port.View.claims`)."""
        return self._claims.read(kinds, organisation, ids, documents, rejected=rejected, superseded=superseded)

    def claim(self, id: ClaimId) -> Claim:
        """One claim, whatever became of it. Raises NotFound."""
        return self._claims.one(id)

    def claims_by_hand(self, author: str) -> tuple[Claim, ...]:
        """Claims that a person made."""
        return tuple(self._claims.by_hand(author))

    def judgements(self) -> tuple[Attached, ...]:
        """Judgements in force with the claims they apply to."""
        return self._claims.attached

    def verdicts(self) -> Mapping[ClaimId, Judgement]:
        """The judgement that decides about each judged claim."""
        return self._claims.verdicts

    def all_judgements(self) -> tuple[Judgement, ...]:
        """Every judgement up to here."""
        return self._claims.judgements

    def runs(self) -> tuple[Run, ...]:
        """All runs in order."""
        with self.scope.read() as connection:
            return all_runs(connection, self.scope.commit)

    def witnesses(self) -> tuple[Witness, ...]:
        """Groups of copied passages."""
        with self.scope.read() as connection:
            return reprints_saved.load(connection, self.scope)

    def derivation(self, organisation: str) -> Derivation | None:
        """The derivation that answers for this view, None where it is still to be made."""
        return self._histories.derivation(organisation)

    def history(self, organisation: str) -> History | None:
        """The saved history, None where there is none."""
        return self._histories.history(organisation)

    def spells(
        self, organisation: str, *, on: str | None = None, basis: str | None = None, party: str | None = None
    ) -> tuple[Spell, ...]:
        """Spells by party, status and first day."""
        return self._histories.spells(organisation, on, basis, party)

    def lines(
        self,
        organisation: str,
        kind: str | None = None,
        *,
        on: str | None = None,
        party: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> tuple[Line, ...]:
        """Lines by first day and id, undated ones last."""
        return self._histories.lines(organisation, kind, on, party, ids)

    def changes(self, organisation: str, *, party: str | None = None) -> tuple[Change, ...]:
        """Changes in order of time."""
        return self._histories.changes(organisation, party)

    def conflicts(self, organisation: str | None = None) -> tuple[Conflict, ...]:
        """Conflicts of one organisation or of all."""
        names = self.organisations() if organisation is None else (organisation,)
        return tuple(c for name in names for c in self._histories.conflicts(name))

    def gaps(self, organisation: str) -> tuple[Gap, ...]:
        """Gaps by kind and words."""
        return self._histories.gaps(organisation)

    def extra(self, organisation: str) -> Mapping[str, Any]:
        """What else the saved history held, part by part."""
        return self._histories.extra(organisation)

    def organisations(self) -> tuple[str, ...]:
        """Organisations that have a saved history."""
        with self.scope.read() as connection:
            return histories.organisations(connection)

    def owner(self, ref: str) -> str | None:
        """Organisation whose history holds this id, None where none does."""
        with self.scope.read() as connection:
            found = histories.owners(connection, ref)
        return next((name for name in found if self._histories.holds(name, ref)), None)

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Sentences that hold the words. Raises UsageError."""
        hits = list(searching.search(self.scope, words))
        places = self._documents.places({number for number, _ in hits})
        return tuple(searching.ordered(hits, places)[:limit])
