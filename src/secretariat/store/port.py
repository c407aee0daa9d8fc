"""The port: what the rest of the program may ask of a register. `Writer` adds, `View` reads at a point of two times.

Record time: every change is one commit with a number and a time (UTC, ISO 8601 with microseconds). A view `as_known`
at R sees the commits recorded up to R; a view `as_published` by P sees only documents surely published by then where P
is a date, only those of a publisher where P is a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from secretariat.model.claim import Claim, ClaimId
from secretariat.model.document import Document, DocumentId
from secretariat.model.history import Change, Conflict, Gap, History, Line, Spell
from secretariat.model.judgement import Judgement
from secretariat.model.witness import Witness
from secretariat.store.values import Appended, Attached, Derivation, Hit, Run


class View(Protocol):
    """A register at one point of record time and publication time. Iteration order never depends on arrival."""

    def __enter__(self) -> View: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def as_known(self) -> str | None:
        """R as it was asked for; None for now."""
        ...

    @property
    def as_published(self) -> str | None:
        """P as it was asked for; None for all publications."""
        ...

    @property
    def seen(self) -> int:
        """Number of the last commit of facts (documents, claims, judgements; not derivations) in this view."""
        ...

    def documents(self, ids: Iterable[DocumentId] | None = None, *, superseded: bool = False) -> Iterator[Document]:
        """Documents with their texts, ordered by label; older versions and forgotten ones only where asked for."""
        ...

    def document(self, id: DocumentId) -> Document:
        """One document. Raises NotFound."""
        ...

    def find_document(self, words: str) -> Document:
        """The document with this id, label, path or stem. Raises NotFound, also where several fit."""
        ...

    def label(self, id: DocumentId) -> str:
        """The name a document carries in answers: its stem, else its path; `@` and a hash for older versions."""
        ...

    def recorded_at(self, id: DocumentId) -> str:
        """When the register learned of the document."""
        ...

    def is_superseded(self, id: DocumentId) -> bool:
        """True where a newer version of the document is in this view."""
        ...

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
        """Claims ordered by document label, range, kind and id.

        Args:
            kinds: only these kinds; all where empty.
            organisation: only claims whose argument `organisation` is this.
            documents: only claims of these documents. ids: only these claims.
            rejected: also those that a person rejected or corrected.
            superseded: also those of older versions of a document.
        """
        ...

    def claim(self, id: ClaimId) -> Claim:
        """One claim, also a rejected, superseded or retired one. Raises NotFound."""
        ...

    def claims_by_hand(self, author: str) -> tuple[Claim, ...]:
        """Claims that a person made, corrections too, whether or not others made the same."""
        ...

    def judgements(self) -> tuple[Attached, ...]:
        """The judgements in force, in order of record time (an undone one is not in force)."""
        ...

    def verdicts(self) -> Mapping[ClaimId, Judgement]:
        """The judgement that decides about each judged claim: an adjudication, else what all its judges agree on."""
        ...

    def all_judgements(self) -> tuple[Judgement, ...]:
        """Every judgement ever recorded up to here, undone ones and undos too."""
        ...

    def runs(self) -> tuple[Run, ...]:
        """All runs in order."""
        ...

    def witnesses(self) -> tuple[Witness, ...]:
        """Groups of copied passages, earliest publication first in each."""
        ...

    def derivation(self, organisation: str) -> Derivation | None:
        """The history that answers for this view, None where it is still to be made (`app.derive`)."""
        ...

    def history(self, organisation: str) -> History | None:
        """The saved history of this view, None where there is none."""
        ...

    def spells(
        self, organisation: str, *, on: str | None = None, basis: str | None = None, party: str | None = None
    ) -> tuple[Spell, ...]:
        """Spells of the saved history, by party, status and first day; `on` an ISO day."""
        ...

    def lines(
        self,
        organisation: str,
        kind: str | None = None,
        *,
        on: str | None = None,
        party: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> tuple[Line, ...]:
        """Lines of the saved history, by first day and id; undated ones last."""
        ...

    def changes(self, organisation: str, *, party: str | None = None) -> tuple[Change, ...]:
        """Changes of the saved history in order of time."""
        ...

    def conflicts(self, organisation: str | None = None) -> tuple[Conflict, ...]:
        """Conflicts of the saved histories, of one organisation or of all."""
        ...

    def gaps(self, organisation: str) -> tuple[Gap, ...]:
        """Gaps of the saved history."""
        ...

    def extra(self, organisation: str) -> Mapping[str, Any]:
        """`History.extra` of the saved history."""
        ...

    def organisations(self) -> tuple[str, ...]:
        """Organisations that have a saved history."""
        ...

    def owner(self, ref: str) -> str | None:
        """Organisation whose saved history holds the line, change, spell or conflict with this id."""
        ...

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Sentences in which the words occur: all words, "quoted phrases", prefixes* ; newest publication first."""
        ...


class Writer(Protocol):
    """A register that can be added to. Every call is one transaction: all of it or nothing."""

    def start_run(self, kind: str, rules: str, profiles: str) -> Run:
        """Continue the last run where it is unfinished and of the same version, else plan a new one."""
        ...

    def finish_run(self, run: Run) -> None:
        """Record that the run came to its end."""
        ...

    def append(
        self, entries: Iterable[tuple[Document, Sequence[Claim] | None]], *, run: Run, origin: str = "extract"
    ) -> Appended:
        """Add documents and claims in one commit; never change one already present.

        None for claims only notes where the document lies: its claims are known already, or somebody else's business.

        With origin "extract" the claims of a document are all that this run finds: what an earlier extraction found and
        this one does not is retired (it stays readable as known before). "import" and "hand:<author>" only add.

        Raises:
            EvidenceMismatch: words differ from their slice, or a time is no EDTF; nothing is written.
            RegisterError: the register cannot be written.
        """
        ...

    def judge(self, judgement: Judgement) -> Judgement:
        """Record a judgement; returns it with id and time. A correction's claim is appended with it."""
        ...

    def forget(self, document: DocumentId, *, reason: str, author: str) -> None:
        """Remove a document's words for good, here and in its claims; hash, ranges and reason stay."""
        ...

    def save_history(
        self,
        history: History,
        *,
        view: View,
        rules: str = "",
        profiles: str = "",
        bounds: Mapping[str, tuple[str, str]] | None = None,
    ) -> Derivation:
        """Save what `view` gave as history.

        Args:
            history: the reading. view: the view whose facts it was made from (its `seen` and `as_published` count).
            rules, profiles: versions, kept with it.
            bounds: first and last ISO day of a line by its id where they are not those of its time.
        """
        ...

    def save_witnesses(self, found: Sequence[Witness], *, view: View) -> None:
        """Replace the groups of copied passages."""
        ...

    def view(self, *, as_known: str | None = None, as_published: str | None = None) -> View:
        """The register at R (ISO day or time; a day means its end, UTC) and P (EDTF date or publisher)."""
        ...

    def facts(self) -> Mapping[str, Any]:
        """Counts and versions for `status`."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...
