"""Rules for times counted from another: two years ago, three days later, the year-earlier quarter."""

from __future__ import annotations

from secretariat.parse.times import calendars
from secretariat.parse.times.amounts import VAGUE, duration, number, ordinal
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import unit_value
from secretariat.parse.times.values import edtf_of


@rule
def ago(found: Found, context: Context) -> Reading | None:
    """Two years ago, a few days ago, a decade ago."""
    quantity, unit = found.words("q"), found.unit("u")
    count = None if not quantity or VAGUE & set(quantity) else number(quantity) or 1.0
    base = context.base if context.narrative else context.published
    if unit in "SMH":
        return Reading("DATE", "PAST_REF") if count is None else Reading("TIME", duration(count, unit))
    if count is None:
        return Reading("DATE", "PAST_REF", edtf=_vaguely(base, unit))
    if base is None:
        return Reading("DATE", "PAST_REF")
    return _same_period(count, unit, context) or _moved(base, -count, unit) or Reading("DATE", "PAST_REF")


def _same_period(count: float | None, unit: str, context: Context) -> Reading | None:
    """ "A year earlier" beside a quarter means that quarter of the year before: reports compare like with like."""
    value = context.grain
    if unit == "Y" and count == 1 and "-Q" in value and value[:4].isdigit():
        return Reading("DATE", f"{int(value[:4]) - 1}{value[4:]}", derived=True)
    return None


def _vaguely(base: Stamp | None, unit: str) -> str | None:
    """ "A few weeks ago": the month before, marked as inferred; days stay in their month; years are left open."""
    if base is None or unit not in "WD" or not base.day:
        return None
    moved = calendars.days(base, -21 if unit == "W" else -3)
    return f"{Stamp(moved.year, moved.month).value}~" if moved else None


def _moved(base: Stamp, count: float, unit: str) -> Reading | None:
    if unit == "W":
        value = unit_value(base, "W", int(count))
        return Reading("DATE", value) if value else None
    moved = calendars.shift(base, int(count), unit)
    if moved is None or unit in "OQ" and not base.month or unit in "DF" and not base.day:
        return None
    if unit in "EC":
        return Reading("DATE", moved.value[:3] if unit == "E" else moved.value, edtf=f"{moved.value}~")
    return Reading("DATE", moved.value, edtf=moved.value if unit in "DF" else f"{moved.value}~")


_CLAUSE_ENDS = frozenset({".", ",", ";", ")", ""})


@rule
def shift(found: Found, context: Context) -> Reading | None:
    """Two days later, a year earlier: from the last mention; "two days before the vote" is only a length."""
    quantity, unit, word = found.words("q"), found.unit("u"), found.word("x")
    count = None if not quantity or VAGUE & set(quantity) else number(quantity) or 1.0
    if word not in ("earlier", "later", "hence", "previously") and found.after() not in _CLAUSE_ENDS:
        return Reading("DURATION", duration(count, unit), cut=1)
    way = -1 if word in ("earlier", "before", "previously") else 1
    signed = None if count is None else way * count
    return _story_shift(signed, way, unit, context) if context.narrative else _news_shift(signed, unit, context)


def _news_shift(count: float | None, unit: str, context: Context) -> Reading:
    """News annotators mark the length alone; its EDTF is counted from the last mention. "A year earlier" is a date."""
    if unit == "Y" and count == -1:
        base = context.published or context.told
        year = Reading("DATE", f"{base.year - 1:04}") if base else Reading("DATE", "XXXX")
        return _same_period(1, unit, context) or year
    length = duration(None if count is None else abs(count), unit)
    reading = _moved(context.mention, count, unit) if context.mention and count and unit not in "SMH" else None
    edtf = (reading.edtf or edtf_of(reading.value)) if reading else None
    return Reading("DURATION", length, cut=1, edtf=edtf)


def _story_shift(count: float | None, way: int, unit: str, context: Context) -> Reading | None:
    if unit in "SMH":
        return Reading("TIME", duration(None if count is None else abs(count), unit))
    if count is None:
        return Reading("DATE", "PAST_REF" if way < 0 else "FUTURE_REF")
    return _later(context.told, count, unit) if context.told else Reading("DATE", "XXXX")


def _later(base: Stamp, count: float, unit: str) -> Reading | None:
    """A narrative's "two months later" keeps the grain of the unit; weeks are counted as days."""
    if unit in "DWF" and not base.day:
        return Reading("DATE", "XXXX-XX-XX")
    moved = calendars.shift(base, int(count), unit)
    return Reading("DATE", moved.value) if moved else None


@rule
def year_ago(found: Found, context: Context) -> Reading | None:
    """The year-earlier quarter, year-ago."""
    base = context.published
    if base is None or found.unit("u") != "Y":
        return None
    if found.has("v") or found.has("p"):
        moved = calendars.shift(base, -3, "O")
        value = f"{base.year - 1}-Q{ordinal(found.words('o'))}" if found.has("o") else None
        return Reading("DATE", value or (calendars.quarter(moved, -4) if moved and base.month else str(base.year - 1)))
    return Reading("DATE", f"{base.year - 1}")
