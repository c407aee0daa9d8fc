"""Which year, month, week or day a relative or incomplete expression means."""

from __future__ import annotations

from secretariat.parse.times import calendars, tense
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.reading import Context, Found

BACK = frozenset({"last", "past", "previous", "preceding", "prior", "latest", "recent"})
FORWARD = frozenset({"next", "coming", "upcoming", "forthcoming", "following", "ensuing", "subsequent", "ahead"})
TOLD = frozenset({"previous", "preceding", "prior", "following", "ensuing", "subsequent", "same", "that"})


def step(words: list[str]) -> int:
    """-1, 0 or +1 for "last", "this", "next"; "this past" looks back."""
    return -1 if BACK & set(words) else 1 if FORWARD & set(words) else 0


def origin(words: list[str], context: Context) -> Stamp | None:
    """What a deictic counts from: "the following year" from the last mention, "next year" from the document."""
    return context.told if TOLD & set(words) or context.narrative else context.published


def ahead(context: Context) -> str | None:
    """EDTF of what is still to come: some day from the document's date on."""
    base = context.published
    return f"[{base.value}..]" if base and base.day else None


def unit_value(stamp: Stamp, unit: str, count: int = 0) -> str:
    """TIMEX3 value of the day, week, month, quarter, year, decade or century `count` away; empty if there is none."""
    if unit == "W":
        return calendars.week(stamp, count) if stamp.day else ""
    if unit == "Q":
        return calendars.quarter(stamp, count) if stamp.month else ""
    if unit == "D" and not stamp.day or unit == "O" and not stamp.month:
        return ""
    moved = calendars.shift(stamp, count, unit)
    if moved is None:
        return ""
    if unit == "E":
        return moved.value[:3]
    return moved.value[:2] if unit == "C" else moved.value


def resolve_unit(found: Found, context: Context, name: str) -> str:
    """Value of "last year", "the following month"; empty where it stays unresolved."""
    words = found.words(name)
    begin, end = found.span(name)
    unit = ""
    for i in range(begin, end):
        unit = _unit(found.tokens.word(i)) or unit
    base = origin(words, context)
    return unit_value(base, unit, step(words)) if base and unit else ""


def _unit(word: str) -> str:
    from secretariat.parse.times.scanning import lookup

    known = lookup(word)
    return str(known.value) if known and isinstance(known.value, str) and len(known.value) == 1 else ""


def resolve_month(found: Found, context: Context, month: int, day: int = 0) -> Stamp | None:
    """The year of a bare "June" or "June 24"; None without anything to count from.

    A narrative goes on from the last mention. News takes the nearest such month to its own date, with a handicap for
    the side to which the verbs do not look; a weekday that is named beside the day decides where it fits only one year.
    """
    base = context.base
    if base is None:
        return None
    if not base.month:
        return _valid(base.year, month, day)
    if context.narrative:
        ahead_by = month - base.month
        year = base.year + (ahead_by < -BACKSTEP) - (ahead_by > FORESTEP)
        return _valid(year, month, day)
    way = found.direction()
    weekday = int(found.value("w") or 0)
    candidates = [s for s in (_valid(base.year + n, month, day) for n in (0, -1, 1)) if s]
    handicap = 40.0 if found.firm() else 5.0 if day else 9.0
    return min(candidates, key=lambda s: _cost(s, base, way, weekday, handicap), default=None)


def _cost(stamp: Stamp, base: Stamp, way: int, weekday: int, handicap: float) -> float:
    """Distance in days, dearer on the wrong side: a month is placed by the tense, a day more by its nearness."""
    apart = _distance(stamp, base)
    if weekday and stamp.day and stamp.when.isoweekday() != weekday:
        return abs(apart) + 10000
    if apart > 0:
        return apart * (handicap if way == tense.PAST else 1.5 if way == tense.UNKNOWN else 1)
    return -apart * (handicap if way == tense.FUTURE else 1)


def _distance(stamp: Stamp, base: Stamp) -> int:
    if stamp.day and base.day:
        return (stamp.when - base.when).days
    return ((stamp.year - base.year) * 12 + stamp.month - base.month) * 30


def _valid(year: int, month: int, day: int) -> Stamp | None:
    return Stamp(year, month, day) if not day or calendars.real(year, month, day) else None


BACKSTEP, FORESTEP = 7, 12  # months that a story steps back, or on, before the year must be another one
_SEASON_STARTS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}


def resolve_year(found: Found, context: Context, season: str) -> Stamp | None:
    """The year of a bare "in summer"."""
    base = context.base
    if base is None:
        return None
    if context.narrative or not base.month:
        return Stamp(base.year)
    begun = (base.month + (base.day > 20) * 0.5) >= _SEASON_STARTS[season]
    if season == "WI" and base.month <= 2:
        return Stamp(base.year - 1)
    late = found.direction() == tense.FUTURE
    return Stamp(base.year - (not begun and not late))
