"""Anchors: which organisation a place of the text is about, where its words say only "the bloc" or nothing at all.

Late and narrow: asked only where a frame lacks its organisation, typed, nearest first, the document's own subject last.
"""

from __future__ import annotations

import re
from collections import Counter

from secretariat.frame.mentions import BODY_TYPES, Mention, name_of
from secretariat.model.parsed import Parsed
from secretariat.names import find_names

GENERIC = frozenset(
    "organisation organization union bloc group grouping alliance association community club council "
    "forum body bank treaty pact it its "
    """family consortium league commonwealth initiative partnership coalition conference mechanism party
        platform structure five format""".split()
)
"""Nouns that refer back to an organisation named before."""

_TYPED = frozenset(
    {
        "bank",
        "union",
        "alliance",
        "treaty",
        "pact",
        "consortium",
        "commonwealth",
        "council",
        "fund",
        "forum",
        "league",
        "association",
        "community",
        "partnership",
    }
)
_DESCRIBED = frozenset(
    {"country", "state", "nation", "member", "leader", "ally", "economy", "partner", "official", "forces", "troops"}
)
_BEFORE_NOUN = re.compile(r"[”\"’']? (?:bank|union|fund|court|council|countries|states|members|leaders|nations)\b")
"""Words before which a name in a title only describes ("the BRICS bank")."""
_WITH_MEMBERS = frozenset("consortium bank fund association university network forum club union".split())
_UNIVERSAL = frozenset({"un", "unga", "unsc"})


class Anchors:
    """The organisations of a document by place."""

    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...]) -> None:
        self.parsed = parsed
        self.bodies = tuple(m for m in mentions if m.type in BODY_TYPES and m.form != "member")
        self._own_names = {
            m.id: name_of(parsed, m.first, m.last)
            for m in reversed(self.bodies)
            if m.type == "organ" and parsed.lemmas[m.head] in _WITH_MEMBERS
        }
        self.subject = self._subject()

    def _subject(self) -> str:
        """The organisation the document is about: most often named, title and first lines counting more."""
        counts: Counter[str] = Counter()
        for m in self.bodies:
            if m.arg not in _UNIVERSAL:
                counts[self.name(m)] += (4 if m.start < 600 else 2) // (2 if self._only_describes(m) else 1)
        for name in self._titled():
            counts[name] += 12
        return min(counts, key=lambda k: (-counts[k], k)) if counts and max(counts.values()) >= 3 else ""

    def _titled(self) -> set[str]:
        """What the title names: bodies known from the text by their whole name, else organisations of the tables."""
        title = self.parsed.document.title
        whole = {
            self.name(m)
            for m in self.bodies
            if m.type in ("body", "organ") and len(self.name(m)) > 6 and self.name(m) in title
        }
        named = {h.id.split(":")[0] for h in find_names(title) if not _BEFORE_NOUN.match(title, h.end)}
        return whole or {m.arg for m in self.bodies if m.arg in named}

    def name(self, m: Mention) -> str:
        """What a membership claim holds for a body: an organ that has members of its own stands for itself, "
        "as written."""
        return self._own_names.get(m.id, m.arg) if m.type == "organ" else m.arg

    def _only_describes(self, m: Mention) -> bool:
        return self.parsed.deps[m.head] in ("compound", "nmod", "amod")

    def before(self, token: int, *, sentences: int = 3) -> Mention | None:
        """The organisation named last before a token, within so many sentences of the same or the "
        "neighbouring block."""
        here = self.parsed.sentence_of[token]
        near = [
            m
            for m in self.bodies
            if m.first < token and here - self.parsed.sentence_of[m.first] <= sentences and m.type != "organ"
        ]
        near = [m for m in near if m.type != "body" or self._joinable(m)]
        found = [
            m
            for m in near
            if not (self._only_describes(m) and self.parsed.lemmas[self.parsed.heads[m.head]] in _DESCRIBED)
        ] or near
        kind = self.parsed.lemmas[token]
        named = [m for m in found if kind in _TYPED and (m.type == kind or kind in self._words(m).lower())]
        return (named or found or [None])[-1]  # type: ignore[list-item]

    def _joinable(self, m: Mention) -> bool:
        """A body that no table knows is one to belong to where it is named more than once and is no venue or office."""
        place = self.parsed.lemmas[m.head] in (
            "centre",
            "center",
            "secretariat",
            "institute",
            "court",
            "house",
            "conference",
        )
        return not place and (m.form == "acronym" or sum(x.arg == m.arg for x in self.bodies) > 1)

    def _words(self, m: Mention) -> str:
        return self.parsed.document.text[m.start : m.end] + " " + (m.id if m.type != "body" else "")

    def generic(self, first: int, last: int) -> int | None:
        """Token of a noun that refers back to an organisation ("the bloc"), in a range."""
        for i in range(first, last):
            lemma = self.parsed.lemmas[i]
            if lemma in GENERIC and (lemma in ("it", "its") or self._definite(i)):
                return i
        return None

    def _definite(self, i: int) -> bool:
        before = " ".join(self.parsed.word(j).lower() for j in range(max(0, i - 3), i))
        return bool(re.search(r"\b(the|this|that|its|our|their)\b", before)) or self.parsed.word(i)[:1].isupper()

    def resolve(self, token: int) -> str:
        """What "the organisation" means at a token: the one named last before it, else the document's subject."""
        near = self.before(token)
        if near is None or near.arg in _UNIVERSAL and self.subject:
            return self.subject
        return near.arg
