"""Which way a bare "on Friday" or "in June" looks: closed-class words and endings around it, no parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.parse.times.scanning import Tokens

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FUTURE = frozenset("will shall ll wo going upcoming forthcoming slated scheduled planned".split())
_SOFT_FUTURE = frozenset(
    "would may might could planned planning expected scheduled due set slated ready likely supposed".split()
)
_INTENTION = frozenset("plans plan expects expect intends intend hopes hope hoping aims aim prepares prepare".split())
_AHEAD = frozenset("to for in by on next at be soon until".split())
# Before "to" these leave the deed itself still to be done: "agreed to meet on Monday".
_PROSPECTIVE = frozenset(
    "is are agreed agree decided decide voted asked want wants wanted promised promises pledged pledges vowed vows "
    "invited ordered urged allowed forced need needs offered offers threatened threatens seeking sought seek seeks "
    "able willing poised preparing obliged required wishes".split()
)
_AUXILIARY = frozenset("was were had did".split())
_PAST = frozenset(
    "was were had did said told took came went made met held began became gave got left saw found spoke wrote rose "
    "fell won lost led ran sent paid kept brought thought chose broke drew grew knew flew sought stood built bought "
    "taught spent understood withdrew shot died fled hung lay dealt fought struck woke swept hid bore tore wore sat "
    "slept ate drove flown rode rang sang sank swam threw won grown shown given taken seen gone done".split()
)
_NOT_VERBS = frozenset(
    "need indeed speed feed breed exceed proceed succeed based advanced related limited armed unprecedented hundred "
    "sacred naked united".split()
)
_LIMITS = frozenset({"by", "until", "till", "effective", "payable"})  # a date after these lies ahead of the telling
_PUT_OFF = frozenset({"extended", "postponed", "delayed", "deferred", "adjourned", "rescheduled"})
_STOP = frozenset(".!?;\n")
_REACH = 14  # words: a verb farther away than that rarely governs the date
_TAGGED = {"VBD": PAST}


@dataclass(frozen=True, slots=True)
class Tags:
    """Penn tags of a text by the offset of their word, where a caller has them."""

    by_start: dict[int, str]

    @classmethod
    def of(cls, tags: Sequence[tuple[int, int, str]]) -> Tags:
        """From (start, end, tag) of each word."""
        return cls({start: tag for start, _, tag in tags})


def direction(tokens: Tokens, first: int, last: int, tags: Tags | None = None) -> int:
    """PAST, FUTURE or UNKNOWN for the expression of tokens `first` to `last` (exclusive).

    The nearest verb before it in the sentence decides, else the nearest after it: "officials said on Friday that they
    would meet on Monday" has one of each. A limit ("by May", "until Tuesday") lies ahead.
    """
    limit = _word(tokens, first - 1)
    put_off = limit == "to" and _word(tokens, first - 2) in _PUT_OFF
    if limit in _LIMITS or put_off or limit == _word(tokens, first - 3) == "as":
        around = range(max(first - _REACH, 0), min(last + _REACH, len(tokens.starts)))
        return PAST if any(_word(tokens, i) == "had" for i in around) else FUTURE
    before = _nearest(tokens, range(first - 1, max(first - _REACH, -1), -1), tags)
    return before or _nearest(tokens, range(last, min(last + _REACH, len(tokens.starts))), tags)


def adjacent(tokens: Tokens, first: int, tags: Tags | None = None) -> int:
    """PAST, FUTURE or UNKNOWN from the five words before alone: "was signed on 2 September" leaves no doubt."""
    return _nearest(tokens, range(first - 1, max(first - 6, -1), -1), tags)


def _nearest(tokens: Tokens, places: range, tags: Tags | None) -> int:
    for i in places:
        word = tokens.word(i)
        if word[0] in _STOP and _ends_sentence(tokens, i):
            return UNKNOWN
        found = _sense(word, tokens, i, tags)
        if found:
            return found
    return UNKNOWN


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    """A full stop ends a sentence unless it closes an initial, a month or the like ("Sept. 5", "J. Smith")."""
    if tokens.word(i) != ".":
        return True
    following = tokens.word(i + 1)[0] if i + 1 < len(tokens.starts) else "\n"
    before = tokens.word(i - 1) if i else ""
    return not (following.isdigit() or following.islower() or len(before) == 1)


def _sense(word: str, tokens: Tokens, i: int, tags: Tags | None) -> int:
    lower = word.lower()
    if lower in _FUTURE:
        return FUTURE
    if lower in _SOFT_FUTURE:
        return FUTURE if _word(tokens, i + 1) in _AHEAD or lower == "would" else UNKNOWN
    if lower in _INTENTION:
        return FUTURE if _word(tokens, i + 1) == "to" else UNKNOWN
    if lower == "to" and _word(tokens, i - 1) in _PROSPECTIVE:
        return FUTURE
    tag = tags.by_start.get(tokens.starts[i]) if tags else None
    if tag is not None:
        return _TAGGED.get(tag, UNKNOWN) if tag != "VBN" else _participle(tokens, i)
    if lower in _PAST:
        return PAST if lower in _AUXILIARY else _participle(tokens, i)
    regular = len(lower) > 4 and lower.endswith("ed") and word[0].islower() and lower not in _NOT_VERBS
    return _participle(tokens, i) if regular else UNKNOWN


def _participle(tokens: Tokens, i: int) -> int:
    """ "Was signed" and "signed" are past, "be signed" is still to come, "is signed" says nothing."""
    before = _word(tokens, i - 1)
    if before == "be":
        return UNKNOWN if _word(tokens, i - 2) == "could" else FUTURE
    return UNKNOWN if before in ("is", "are", "being") else PAST


def _word(tokens: Tokens, i: int) -> str:
    return tokens.word(i).lower() if 0 <= i < len(tokens.starts) else ""
