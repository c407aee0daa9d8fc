"""Page: one parsed document as the phrase rules walk it, with names and times looked up by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from secretariat.frame import Mention, Reading
from secretariat.model.parsed import Block, TimeExpression
from secretariat.names import defined_acronyms

STATES = frozenset({"state", "contested-state", "associated-state", "territory"})
"""Types of names that are countries; every other known name is an organisation or a group."""


class Page:
    """Tokens with their neighbours: everything is an index into the columns of `Parsed`.

    Page furniture is never a trigger; headings are, and the kinds decide what a headline adds.
    """

    def __init__(self, reading: Reading) -> None:
        parsed = reading.parsed
        self.reading, self.parsed = reading, parsed
        self.tags, self.lemmas, self.deps, self.heads = parsed.tags, parsed.lemmas, parsed.deps, parsed.heads
        self.starts, self.ends = parsed.starts, parsed.ends
        text = parsed.document.text
        self.words = tuple(text[a:b] for a, b in zip(parsed.starts, parsed.ends, strict=True))
        self.lower = tuple(w.lower() for w in self.words)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The token as written; empty outside the page."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that lie in a range of code points, half-open."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the index of its sentence."""
        return self.parsed.sentence_of

    def sentence(self, i: int) -> tuple[int, int]:
        """The token range of the sentence of token `i`; a colon inside a title does not end it."""
        return self._ranges[self.sentence_of[i]]

    @cached_property
    def _ranges(self) -> list[tuple[int, int]]:
        ranges = list(self.parsed.sentences)
        homes = self.parsed.sentence_blocks
        for n in range(len(ranges) - 1):
            (first, last), (_, end) = ranges[n], ranges[n + 1]
            if homes[n] == homes[n + 1] and last > first and self.words[last - 1] == ":":
                ranges[n] = ranges[n + 1] = (first, end)
        return ranges

    def block(self, i: int) -> Block:
        """The block of token `i`."""
        return self.parsed.blocks[self.parsed.sentence_blocks[self.sentence_of[i]]]

    @cached_property
    def name_at(self) -> dict[int, Mention]:
        """The known name that covers a token."""
        return {i: name for name in self.reading.mentions for i in range(name.first, name.last)}

    @cached_property
    def longest_names(self) -> dict[str, str]:
        """For each party named on the page, its longest name there."""
        longest: dict[str, str] = {}
        for mention in self.reading.mentions:
            if mention.id and mention.form not in {"adjective", "demonym", "capital", "member"}:
                words = self.reading.phrase(mention.first, mention.last)
                longest[mention.id] = max(longest.get(mention.id, ""), words, key=len)
        return longest

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms that the text spells out."""
        return {d.short: " ".join(d.long.split()) for d in defined_acronyms(self.parsed.document.text)}

    def is_party(self, i: int) -> bool:
        """True where the token belongs to the name of a state, territory or organisation that is known by id."""
        found = self.name_at.get(i)
        return bool(found and found.form not in {"adjective", "demonym", "capital"} and found.type != "body")

    def is_organisation(self, i: int) -> bool:
        """True where the token belongs to the name of a known organisation or group."""
        return self.is_party(i) and self.name_at[i].type not in STATES | {"organ"}

    def is_country(self, i: int) -> bool:
        """True where the token belongs to the name of a state or territory."""
        return self.is_party(i) and self.name_at[i].type in STATES

    @cached_property
    def _times(self) -> dict[int, TimeExpression]:
        found: dict[int, TimeExpression] = {}
        for time in self.parsed.times:
            if time.type not in {"DURATION", "SET"} or time.edtf:
                first, last = self.tokens(time.start, time.end)
                found.update(dict.fromkeys(range(first, last), time))
        return found

    def time_at(self, i: int) -> TimeExpression | None:
        """The time expression that covers token `i`."""
        return self._times.get(i)

    @cached_property
    def by_lemma(self) -> dict[str, list[int]]:
        """Where each lemma stands: rules start from their trigger words, so a page is walked once, not once a rule."""
        found: dict[str, list[int]] = {}
        homes = self.parsed.sentence_blocks
        silent = {n for n, block in enumerate(self.parsed.blocks) if block.kind == "furniture"}
        for (first, last), home in zip(self.parsed.sentences, homes, strict=True):
            if home not in silent:
                for i in range(first, last):
                    found.setdefault(self.lemmas[i], []).append(i)
        return found

    def triggers(self, lemmas: Iterable[str]) -> list[int]:
        """Tokens with one of the lemmas, in order."""
        return sorted(i for lemma in lemmas for i in self.by_lemma.get(lemma, ()))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of a token range."""
        return self.starts[first], self.ends[last - 1]


_LATEST: list[Page] = []


def page_of(reading: Reading) -> Page:
    """The page of a reading; the last one is kept, since three kinds walk the same page one after the other."""
    if not _LATEST or _LATEST[0].reading is not reading:
        _LATEST[:] = [Page(reading)]
    return _LATEST[0]
