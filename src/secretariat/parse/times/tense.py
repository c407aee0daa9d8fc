"""Which way a bare "on Friday" or "in June" looks, from the verbs around it. Closed-class words and endings, no parser."""

from __future__ import annotations

from secretariat.parse.times.scanning import Tokens

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FUTURE = frozenset(
    "will shall ll would wo plans plan planned planning expects expect expected scheduled due intends intend going "
    "upcoming forthcoming hopes hope aims aim slated prepares prepare set".split()
)
_PAST = frozenset(
    "was were had did said told took came went made met held began became gave got left saw found spoke wrote rose "
    "fell won lost led ran sent paid kept brought thought chose broke drew grew knew flew sought stood built bought "
    "taught spent understood withdrew shot died".split()
)
_NOT_VERBS = frozenset(
    "united need indeed speed seed feed deed breed exceed proceed succeed based advanced related limited armed unprecedented"
    " red bed hundred sacred naked".split()
)
_STOP = frozenset(".!?;\n")
_REACH = 14  # words: a verb farther away than that rarely governs the date


def direction(tokens: Tokens, first: int, last: int) -> int:
    """PAST, FUTURE or UNKNOWN for the expression of tokens `first` to `last` (exclusive).

    The nearest verb before it in the sentence decides, else the nearest after it: "officials said on Friday that they
    would meet on Monday" has one of each.
    """
    before = _nearest(tokens, range(first - 1, max(first - _REACH, -1), -1))
    return before or _nearest(tokens, range(last, min(last + _REACH, len(tokens.starts))))


def _nearest(tokens: Tokens, places: range) -> int:
    for i in places:
        word = tokens.word(i)
        if word[0] in _STOP and _ends_sentence(tokens, i):
            return UNKNOWN
        found = _sense(word, tokens, i)
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


def _sense(word: str, tokens: Tokens, i: int) -> int:
    lower = word.lower()
    if lower in _FUTURE:
        return FUTURE
    if lower in _PAST:
        return PAST
    if lower == "be" and i and tokens.word(i - 1).lower() == "to":
        return FUTURE
    regular = len(lower) > 4 and lower.endswith("ed") and word[0].islower() and lower not in _NOT_VERBS
    return PAST if regular else UNKNOWN
