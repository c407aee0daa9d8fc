"""What linking needs to know about documents: which organisations each is about, and the acronyms it defines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.names import defined_acronyms, find_names, is_party
from secretariat.profiles import Profile, load_profiles


@dataclass(frozen=True)
class Context:
    """What is known beforehand.

    Attributes:
        profiles: all profiles, a user's own first.
        about: for each document the ids of the profiles it is about.
        acronyms: for each document its short forms with the long ones.
        publishers: for each document its publisher, empty where unknown.
    """

    profiles: tuple[Profile, ...]
    about: Mapping[DocumentId, frozenset[str]]
    acronyms: Mapping[DocumentId, Mapping[str, str]] = field(default_factory=dict)
    publishers: Mapping[DocumentId, str] = field(default_factory=dict)

    def profile(self, wanted: str) -> Profile | None:
        """A profile by id."""
        return next((p for p in self.profiles if p.id == wanted), None)


def make_context(claims: Iterable[Claim], documents: Iterable[Document], profiles: Iterable[Profile]) -> Context:
    """Gather what `identify` needs; everything is read from its arguments, nothing is remembered."""
    own = tuple(profiles)
    known = {p.id: p for p in (*load_profiles(), *own)}
    texts = tuple(documents)
    counts: dict[DocumentId, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        counts[claim.document].update(i for i in _named(claim) if i in known)
    for document in texts:
        head = f"{document.title}\n{document.text[:600]}"
        counts[document.id].update({h.id: 3 for h in find_names(head, profiles=own) if h.id in known})
    return Context(
        tuple(known.values()),
        {
            d: frozenset(i for i, n in found.items() if n * 4 >= max(found.values()))
            for d, found in counts.items()
            if found
        },
        {d.id: {a.short: a.long for a in defined_acronyms(d.text)} for d in texts},
        {d.id: d.publisher for d in texts},
    )


def _named(claim: Claim) -> Iterable[str]:
    for name in ("organisation", "series", "parent", "subject", "actor", "parties"):
        for value in claim.many(name):
            if isinstance(value, str) and is_party(value):
                yield value
