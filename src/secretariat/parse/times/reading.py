"""What a rule is given (a match and a context) and what it gives back (a reading); the table of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from secretariat.parse.times import tense
from secretariat.parse.times.amounts import number
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.scanning import Tokens, lookup


@dataclass(frozen=True, slots=True)
class Reading:
    """One normalised expression.

    Attributes:
        type, value, mod: as in TIMEX3.
        edtf: EDTF where it is not simply that of `value` ("over the past three years"); None to derive it, "" for none.
        skip, cut: tokens at the head and at the tail that the expression does not include after all.
        unsure: the year is a guess that no other words support.
        derived: counted from another expression; the next "a year earlier" does not count from this one.
        weekday: resolved from a bare weekday.
        anchor: the words of the event that the expression hangs on, where it gives no date.
    """

    type: str
    value: str
    mod: str = ""
    edtf: str | None = None
    skip: int = 0
    cut: int = 0
    unsure: bool = False
    anchor: str | None = None
    derived: bool = False
    weekday: bool = False


@dataclass(slots=True)
class Context:
    """What expressions are resolved against.

    Attributes:
        published: the document's date, None where it is unknown; then nothing relative to it is resolved.
        narrative: True where an undated "in June" belongs to the last mention, not to the document's date.
        mention: the last calendar time that the text named.
        mention_at: the token at which it stands.
        grain: its TIMEX3 value ("1989-Q3"), which may be finer or coarser than a day.
        story: where a narrative has arrived: the last day or month, or a year that opened a sentence.
        tags: part-of-speech tags, where known.
    """

    tokens: Tokens
    published: Stamp | None
    narrative: bool = False
    mention: Stamp | None = None
    mention_at: int = -1
    grain: str = ""
    story: Stamp | None = None
    tags: tense.Tags | None = None

    @property
    def base(self) -> Stamp | None:
        """Against which "in June" is resolved."""
        return self.story or self.mention or self.published if self.narrative else self.published

    @property
    def told(self) -> Stamp | None:
        """Against which "the next day" and "the same year" are resolved: the last mention."""
        return self.mention or self.published


class Found:
    """A form found in the text, with its named parts."""

    __slots__ = ("_match", "context", "tokens")

    def __init__(self, tokens: Tokens, match: re.Match[str], context: Context) -> None:
        self.tokens, self._match, self.context = tokens, match, context

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self._match.start()

    @property
    def last(self) -> int:
        """Index past the last token."""
        return self._match.end()

    def words(self, name: str) -> list[str]:
        """Lower-case tokens of a part; empty where the form did without it."""
        begin, end = self.span(name)
        return [self.tokens.word(i).lower() for i in range(begin, end)]

    def span(self, name: str) -> tuple[int, int]:
        """Token range of a part; (-1, -1) where it is absent."""
        return self._match.span(name) if name in self._match.re.groupindex else (-1, -1)

    def text_words(self) -> list[str]:
        """All tokens of the match, lower case."""
        return [self.tokens.word(i).lower() for i in range(self.first, self.last)]

    def has(self, name: str) -> bool:
        """True where the part is there."""
        return self.span(name)[0] >= 0

    def word(self, name: str) -> str:
        """The part's words joined by a space, lower case; empty where absent."""
        return " ".join(self.words(name))

    def value(self, name: str) -> str | int | None:
        """What the vocabulary says of the part's first word that has a value."""
        begin, end = self.span(name)
        for i in range(begin, end):
            known = lookup(self.tokens.word(i))
            if known and known.value is not None:
                return known.value
        return None

    def unit(self, name: str = "u") -> str:
        """One-letter unit of a part (S M H D W F O Q Y E C L)."""
        return str(self.value(name) or "")

    def integer(self, name: str) -> int:
        """The part as a whole number, 0 where it is absent or vague."""
        return int(number(self.words(name)) or 0) if self.has(name) else 0

    def before(self, back: int = 1) -> str:
        """Lower-case token before the match; empty at the beginning."""
        return self.tokens.word(self.first - back).lower() if self.first >= back else ""

    def after(self, ahead: int = 0) -> str:
        """Lower-case token after the match; empty at the end."""
        place = self.last + ahead
        return self.tokens.word(place).lower() if place < len(self.tokens.starts) else ""

    @property
    def before_christ(self) -> bool:
        """True where the part "era" says so."""
        return self.word("era").startswith("b")

    def direction(self) -> int:
        """Past, future or unknown, from the verbs around."""
        return tense.direction(self.tokens, self.first, self.last, self.context.tags)

    def firm(self) -> bool:
        """True where the verb that gives the direction stands right before."""
        return tense.adjacent(self.tokens, self.first, self.context.tags) == self.direction() != tense.UNKNOWN


Rule = Callable[[Found, Context], Reading | tuple[Reading, ...] | None]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Enter a function in the table under its own name, which patterns.toml uses."""
    RULES[function.__name__] = function
    return function
