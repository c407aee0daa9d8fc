"""What a register gives back beside the nouns of `model`: runs, counts, derivations, hits."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.model.claim import ClaimId
from secretariat.model.document import DocumentId
from secretariat.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Run:
    """One extraction (or import, or session of hand work): who made claims.

    Attributes:
        seq: number in the register, 0 before it is written. kind: "extract", "import" or "hand".
        rules: version of rules and models. profiles: hash of the profiles. recorded_at: when it began.
        finished: when it ended, empty while it is open. documents: how many it treated.
    """

    seq: int
    kind: str
    rules: str
    profiles: str
    recorded_at: str = ""
    finished: str = ""
    documents: int = 0

    @property
    def version(self) -> tuple[str, str, str]:
        """What two runs share that give the same claims for the same document."""
        return self.kind, self.rules, self.profiles


@dataclass(frozen=True, slots=True)
class Appended:
    """What one append did: documents and claims new, already known, and claims retired by a newer extraction."""

    documents: int = 0
    known_documents: int = 0
    claims: int = 0
    known_claims: int = 0
    retired: int = 0

    def __add__(self, other: Appended) -> Appended:
        return Appended(
            self.documents + other.documents,
            self.known_documents + other.known_documents,
            self.claims + other.claims,
            self.known_claims + other.known_claims,
            self.retired + other.retired,
        )


@dataclass(frozen=True, slots=True)
class Derivation:
    """One saved history: of which organisation, over which facts, by which rules.

    Attributes:
        seq: number in the register. published: P, empty for all documents.
        seen: number of the last commit of facts it was made from. rules, profiles: versions.
        recorded_at: when it was saved.
    """

    seq: int
    organisation: str
    published: str
    seen: int
    rules: str
    profiles: str
    recorded_at: str
    chain: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found by `search`: the sentence `start:end` of a document, and the words found in it (ranges)."""

    document: DocumentId
    start: int
    end: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A judgement in force and the id of the claim it now applies to; None where no live claim fits any more."""

    judgement: Judgement
    claim: ClaimId | None
