"""What the words around an expression make of it: open times, ranges, years borrowed from a neighbour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from secretariat.model.time import Edtf
from secretariat.parse.times.calendars import Stamp, days
from secretariat.parse.times.reading import Context, Reading
from secretariat.parse.times.scanning import Tokens
from secretariat.parse.times.values import edtf_of
from secretariat.parse.times.vocabulary import read_table

_SENTENCE_ENDS = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Mark:
    """A reading at its place: tokens `first` to `last` (exclusive), `begin` to `end` with preposition and range."""

    first: int
    last: int
    reading: Reading
    begin: int = -1
    end: int = -1

    @property
    def edtf(self) -> str | None:
        """EDTF of the reading as the words alone give it."""
        reading = self.reading
        if reading.edtf is None and reading.type in ("DATE", "TIME"):
            return edtf_of(reading.value)
        return reading.edtf or None


@cache
def _before() -> dict[tuple[str, ...], str]:
    table = read_table("phrases.toml")["before"]
    return {tuple(words.split()): side for side, phrases in table.items() for words in phrases}


@cache
def _table(section: str, key: str) -> frozenset[str]:
    return frozenset(read_table("phrases.toml")[section][key])


def _words(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    return tuple(tokens.word(i).lower() for i in range(max(first, 0), min(last, len(tokens.starts))))


def opening(tokens: Tokens, first: int) -> tuple[int, str]:
    """Length in tokens and side of the words before an expression; (0, "") where they say nothing."""
    hedge = 2 if _words(tokens, first - 2, first) == ("at", "least") else 0
    for length in (4, 3, 2, 1):
        if first >= length + hedge:
            side = _before().get(_words(tokens, first - hedge - length, first - hedge))
            if side:
                return length + hedge, side
    return 0, ""


def borrow_years(marks: list[Mark], tokens: Tokens) -> list[Mark]:
    """ "13 February – 3 March 1904", "in June and July 2020": a guessed year is that of the next, certain one."""
    given = list(marks)
    for i in range(len(given) - 2, -1, -1):
        mark, following = given[i], given[i + 1]
        if mark.reading.unsure and not following.reading.unsure and _linked(tokens, mark, following):
            value, year = mark.reading.value, following.reading.value[:4]
            if year.isdigit() and len(following.reading.value) >= 7 and value[5:] <= following.reading.value[5:]:
                given[i] = replace(mark, reading=replace(mark.reading, value=year + value[4:], unsure=False))
    return given


def _linked(tokens: Tokens, first: Mark, second: Mark) -> bool:
    between = _words(tokens, first.last, second.first)
    return between in (
        (",",),
        ("and",),
        (",", "and"),
        ("or",),
        ("-",),
        ("–",),
        ("—",),
        ("to",),
        ("until",),
        ("through",),
    )


def bound(marks: list[Mark], context: Context) -> list[Mark]:
    """Give every mark its phrase and the EDTF that a claim takes from it."""
    marks = borrow_years(marks, context.tokens)
    result: list[Mark] = []
    i = 0
    while i < len(marks):
        pair = _range(marks[i], marks[i + 1], context.tokens) if i + 1 < len(marks) else None
        result.extend(pair or (_single(marks[i], context, marks[i - 1] if i else None),))
        i += 2 if pair else 1
    return result


def _range(first: Mark, second: Mark, tokens: Tokens) -> tuple[Mark, Mark] | None:
    between = " ".join(_words(tokens, first.last, second.first)).removesuffix(" at least")
    length, side = opening(tokens, first.first)
    before = _words(tokens, first.first - 1, first.first)
    kind = "between" if before == ("between",) else "from" if side == "start" else "none"
    if between not in _table("ranges", kind):
        return None
    second = _week_on(first, second)
    edtf = interval(first, second)
    if edtf is None:
        return None
    begin = first.first - (1 if kind == "between" else length)
    return tuple(
        replace(m, reading=replace(m.reading, edtf=edtf), begin=begin, end=second.last) for m in (first, second)
    )  # type: ignore[return-value]


def _week_on(first: Mark, second: Mark) -> Mark:
    """ "From Monday to Wednesday": the second weekday follows the first, whatever day it is today."""
    begin, end = Stamp.read(first.reading.value), Stamp.read(second.reading.value)
    if not (first.reading.weekday and second.reading.weekday and begin and end) or begin.when <= end.when:
        return second
    moved = days(end, 7)
    return replace(second, reading=replace(second.reading, value=moved.value)) if moved else second


def interval(first: Mark, second: Mark) -> str | None:
    """The interval between two calendar times, None where they do not follow one another."""
    a, b = first.edtf, second.edtf
    if a is None or b is None:
        return None
    if a == b and "/" in a:
        return a
    start, end = a.split("/")[0], b.split("/")[-1]
    if "." in start + end or not start or not end:
        return None
    return f"{start}/{end}" if Edtf.parse(start).first < Edtf.parse(end).first else None


def _single(mark: Mark, context: Context, previous: Mark | None) -> Mark:
    tokens, edtf = context.tokens, mark.edtf
    length, side = opening(tokens, mark.first)
    placed = replace(mark, begin=mark.first - length, end=mark.last)
    tail, after = _closing(tokens, mark.last)
    if edtf is None or mark.reading.type not in ("DATE", "TIME") or "/" in edtf and ".." in edtf:
        return placed
    if after:
        return _opened(replace(placed, end=mark.last + tail), edtf, after)
    genitive = tokens.word(mark.last)[0] in "'’" if mark.last < len(tokens.starts) else False
    if side in ("start", "end") and not (genitive and side == "end") and not _compares(tokens, mark.first - length):
        return _opened(placed, edtf, side)
    since = _since(tokens, mark.first - length, previous)
    return _opened(replace(placed, begin=since), edtf, "start") if since is not None else placed


def _closing(tokens: Tokens, last: int) -> tuple[int, str]:
    for length in (3, 2, 1):
        text = " ".join(_words(tokens, last, last + length))
        for side in ("start", "end"):
            if text in _table("after", side):
                return length, side
    return 0, ""


def _compares(tokens: Tokens, first: int) -> bool:
    """ "Up 5 percent from 2019": the date is what something is compared with."""
    if first < 0 or tokens.word(first).lower() != "from":
        return False
    before = _words(tokens, first - 2, first)
    return any(w in _table("comparing", "words") or w[-1:].isdigit() for w in before)


def _since(tokens: Tokens, first: int, previous: Mark | None) -> int | None:
    """Where a "since" clause begins whose own date this is: "since it was launched in 2018"."""
    floor = max(first - 12, previous.last if previous else 0, 0)
    for i in range(first - 1, floor - 1, -1):
        word = tokens.word(i)
        if word[0] in _SENTENCE_ENDS or word[0] == "\n":
            return None
        if word.lower() == "since":
            return i
    return None


def _opened(mark: Mark, edtf: str, side: str) -> Mark:
    first, _, last = edtf.partition("/")
    text = f"{first}/.." if side == "start" else f"../{last or first}"
    return replace(mark, reading=replace(mark.reading, edtf=text))
