"""Mention lists: names enumerated in the text, found by what stands between them and not through the parse.

"India in 2017, Iran (since 4 July 2023) and Belarus" is one list of three items, each with what is attached to it.
Enumerations of parties are where parsers fail most, and where one missed comma loses ten claims.
"""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.frame.mentions import Mention, tokens_of
from secretariat.model.parsed import Parsed

_SEPARATORS = frozenset({",", ";", "and", "&", "/", "plus", "–", "•", "|", "·"})
_WITHIN = frozenset(
    {
        "the",
        "republic",
        "kingdom",
        "state",
        "of",
        "as",
        "well",
        "also",
        "both",
        "then",
        "including",
        "islamic",
        "federation",
        "people",
        "'s",
        "’s",
        "united",
        "federal",
        "democratic",
    }
)
_TIMES = frozenset({"in", "on", "since", "from", "by", "until", "as", "of", "(", ")", "both", "each"})
LONGEST_GAP = 24
"""Tokens between two names beyond which they are not one list, whatever stands between."""


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a list with what is attached to it: the half-open token range behind the name, up to "
    "the separator."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MentionList:
    """Names enumerated one after the other.

    Attributes:
        items: in order, two or more.
        first, last: half-open token range from the first name to the end of the last item.
    """

    items: tuple[Item, ...]
    first: int
    last: int

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names alone."""
        return tuple(i.mention for i in self.items)


def find_lists(parsed: Parsed, mentions: tuple[Mention, ...], timed: frozenset[int]) -> tuple[MentionList, ...]:
    """All enumerations of two or more names, in order; `timed` are the tokens of time expressions."""
    out: list[MentionList] = []
    run: list[Item] = []
    named = [m for m in mentions if m.form not in ("adjective", "demonym", "member")]
    for n, m in enumerate(named):
        after = named[n + 1].first if n + 1 < len(named) else -1
        gap = _gap(parsed, m, after, timed) if after >= 0 else None
        if gap is not None and not (run[0].mention if run else m).is_state and named[n + 1].is_state:
            gap = None  # "the Union in 2016 and Chad in 2022" is no list of one body and one state
        end = (
            gap
            if gap is not None
            else _attached(parsed, m.last, parsed.sentences[parsed.sentence_of[m.first]][1], timed)
        )
        run.append(Item(m, m.last, end))
        if gap is None:
            if len(run) > 1:
                out.append(MentionList(tuple(run), run[0].mention.first, run[-1].last))
            run = []
    return tuple(out)


def alone(parsed: Parsed, m: Mention, timed: frozenset[int]) -> MentionList:
    """A single name as a list of one."""
    end = _attached(parsed, m.last, parsed.sentences[parsed.sentence_of[m.first]][1], timed)
    return MentionList((Item(m, m.last, end),), m.first, end)


def time_tokens(parsed: Parsed) -> frozenset[int]:
    """Tokens that belong to a time expression."""
    return frozenset(
        t
        for time in parsed.times
        for place in [tokens_of(parsed, time.start, time.end)]
        if place
        for t in range(*place)
    )


def _gap(parsed: Parsed, m: Mention, after: int, timed: frozenset[int]) -> int | None:
    """End of the item's attachment if only a separator and fillers stand between it and the next name, else None."""
    if after - m.last > LONGEST_GAP or parsed.sentence_of[m.first] != parsed.sentence_of[after] or after <= m.last:
        return None
    end = _attached(parsed, m.last, after, timed)
    separated = False
    for i in range(end, after):
        word = parsed.word(i).lower()
        if word in _SEPARATORS or word == "as" and parsed.word(i + 1).lower() == "well":
            separated = True
        elif word not in _WITHIN:
            return None
    return end if separated else None


def _attached(parsed: Parsed, i: int, stop: int, timed: frozenset[int]) -> int:
    """One past the attachment that begins at token `i`: a bracket, "in 2017", "(since 1 May)"."""
    end = i
    while end < stop:
        if parsed.word(end) in ("(", "["):
            close = next(
                (j for j in range(end + 1, min(stop, end + LONGEST_GAP)) if parsed.word(j) in (")", "]")), None
            )
            if close is None:
                return end
            end = close + 1
        elif (
            end in timed
            or parsed.word(end).lower() in _TIMES
            and end + 1 < stop
            and (end + 1 in timed)
            or parsed.word(end) == "*"
        ):
            end += 1
        else:
            return end
    return end
