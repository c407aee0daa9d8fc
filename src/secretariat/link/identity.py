"""Identities: which references of which claims mean one thing, with the links that say so and those left open.

A *reference* is one argument of one claim ("the person of claim c"). A *link* says that two references mean the same,
with a score and a reason; only links at or above the threshold join, and never across a pair that evidence keeps apart.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from secretariat.model.claim import ClaimId
from secretariat.model.document import DocumentId

THRESHOLD = 0.8


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One argument of one claim that names somebody or something.

    Attributes:
        claim: the claim; document: its document.
        field: path of the argument ("person", "participants.0", "attribution.source").
        words: the words as written.
    """

    claim: ClaimId
    field: str
    words: str
    document: DocumentId


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two references that mean, may mean, or (`same` false) do not mean one thing; score 0..1 and why."""

    first: Reference
    second: Reference
    score: float
    reason: str
    same: bool = True


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body, event, instrument or formula.

    Attributes:
        id: stable while its earliest name and the evidence that tells it apart stay: "person:9f3c...".
        type: "person", "body", "event", "instrument", "formula" or "voice" (an unnamed source).
        name: its fullest name; names: all written forms.
        references: what means it, in order. reasons: why they are one, each once.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    references: tuple[Reference, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identities:
    """All identities of a set of claims; `open` are the links below the threshold, for a person to settle."""

    all: tuple[Identity, ...] = ()
    open: tuple[Link, ...] = ()

    @cached_property
    def _by_reference(self) -> Mapping[tuple[ClaimId, str], Identity]:
        return {(r.claim, r.field): identity for identity in self.all for r in identity.references}

    def of(self, claim: ClaimId, path: str) -> Identity | None:
        """The identity that an argument of a claim means; None where the argument names nothing of the kind."""
        return self._by_reference.get((claim, path))

    def of_type(self, type_: str) -> tuple[Identity, ...]:
        """The identities of one type."""
        return tuple(i for i in self.all if i.type == type_)


@dataclass
class Clusters:
    """Joins references along links, best first, never across a pair kept apart (agglomeration with cannot-links)."""

    type: str
    references: tuple[Reference, ...]
    threshold: float = THRESHOLD
    _home: dict[Reference, int] = field(default_factory=dict)
    _members: dict[int, list[Reference]] = field(default_factory=dict)
    _apart: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _reasons: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._home = {r: n for n, r in enumerate(self.references)}
        self._members = {n: [r] for r, n in self._home.items()}

    def join(self, links: Iterable[Link]) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
        """The identities, and the links left open because they are weak or evidence stands against them."""
        todo = sorted(links, key=lambda k: (k.same, -k.score, k))
        left = [link for link in todo if not self._take(link)]
        return self._identities(), tuple(k for k in left if k.same and not self._joined(k))

    def _take(self, link: Link) -> bool:
        a, b = self._home[link.first], self._home[link.second]
        if not link.same:
            self._apart[a].add(b)
            self._apart[b].add(a)
            return True
        if a == b:
            return True
        if link.score < self.threshold or b in self._apart[a]:
            return False
        self._unite(a, b, link.reason)
        return True

    def _unite(self, a: int, b: int, reason: str) -> None:
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        for r in self._members[b]:
            self._home[r] = a
        self._members[a] += self._members.pop(b)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        self._reasons[a] = [*self._reasons[a], reason, *self._reasons.pop(b, [])]

    def _joined(self, link: Link) -> bool:
        return self._home[link.first] == self._home[link.second]

    def _identities(self) -> tuple[Identity, ...]:
        made = (self._identity(n, members) for n, members in self._members.items())
        return tuple(sorted(made, key=lambda i: i.id))

    def _identity(self, n: int, members: list[Reference]) -> Identity:
        references = tuple(sorted(members))
        names = tuple(sorted({r.words for r in references}, key=lambda w: (-len(w), w)))
        return Identity(
            f"{self.type}:{_digest(references)}",
            self.type,
            names[0],
            names,
            references,
            tuple(dict.fromkeys(self._reasons[n])),
        )


def _digest(references: tuple[Reference, ...]) -> str:
    """Of the smallest reference: independent of order, and unchanged by references that sort after it."""
    first = min(references)
    return hashlib.sha256(f"{first.claim}\0{first.field}".encode()).hexdigest()[:12]
