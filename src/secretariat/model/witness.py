"""Witness: passages of several documents that are copies of one another count once, however many reprints."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.model.document import DocumentId
from secretariat.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document, half-open, in code points."""

    document: DocumentId
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Witness:
    """Passages that say the same in the same words.

    Attributes:
        id: stable: a hash of its passages.
        passages: one or more of each document, in order of publication; the first is the earliest publication.
        similarity: least share of words that a passage has in common with the one it is aligned to, 0..1.
    """

    id: str
    passages: tuple[Passage, ...]
    similarity: float = 1.0

    @property
    def earliest(self) -> DocumentId:
        """The document that published it first (ties: the lower id)."""
        return self.passages[0].document

    def holds(self, document: DocumentId, span: Span) -> bool:
        """True where at least half of a stretch of the document lies in these passages."""
        inside = sum(
            max(0, min(p.end, span.end) - max(p.start, span.start)) for p in self.passages if p.document == document
        )
        return 2 * inside >= span.end - span.start

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Its documents, earliest publication first, each once."""
        return tuple(dict.fromkeys(p.document for p in self.passages))
