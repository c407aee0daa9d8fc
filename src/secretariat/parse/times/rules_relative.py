"""Rules for expressions that need a point to count from: today, last week, two years ago, the next day."""

from __future__ import annotations

from secretariat.parse.times import calendars, tense
from secretariat.parse.times.amounts import VAGUE, duration, number, ordinal
from secretariat.parse.times.calendars import SEASONS, Stamp
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import ahead, origin, step, unit_value


@rule
def today(found: Found, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow."""
    shift = int(found.value("t") or 0)
    shift += {"": 0, "before": -1, "after": 1}.get(found.word("b"), 0)
    base = context.published
    if context.narrative or base is None or not base.day:
        return Reading("DATE", "PRESENT_REF" if not shift else "XXXX-XX-XX")
    moved = calendars.days(base, shift)
    return Reading("DATE", moved.value) if moved else None


@rule
def tonight(found: Found, context: Context) -> Reading | None:
    """Tonight."""
    base = context.published
    return Reading("TIME", f"{base.value if base and base.day else 'XXXX-XX-XX'}TNI")


@rule
def relative_unit(found: Found, context: Context) -> Reading | None:
    """Last week, this year, the following month, the past decade, the same day."""
    words, unit = found.words("x"), found.unit("u")
    if "weekend" in found.words("u"):
        return _weekend(found, words, context)
    if unit == "D" and words[-1] == "present":
        return Reading("DATE", "PRESENT_REF")
    if unit in "SMHFL" or unit == "D" and words[-1] in ("last", "latest", "past", "recent", "current"):
        return None
    if unit == "W" and words[-1] == "last" and found.after() == "of":
        return Reading("DURATION", "P1W")
    the_last = words[-1] == "last" and found.tokens.word(found.first).lower() == "the" and unit in "YEO"
    if words[-1] == "past" and unit != "Q" or the_last or words[-1] == "coming" and unit in "WOY":
        return _stretch(found, context, 1, unit, words)
    base = origin(words, context)
    count = -1 if words[-1] == "latest" and unit == "Q" else 0 if words[-1] == "latest" else step(words)
    value = unit_value(base, unit, count) if base else ""
    return Reading("DATE", value or _unresolved(unit))


def _unresolved(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "O": "XXXX-XX", "Q": "XXXX-QX", "E": "XXX", "C": "XX"}.get(unit, "XXXX")


def _weekend(found: Found, words: list[str], context: Context) -> Reading:
    """The weekend of a week; a bare "the weekend" told in the past before Saturday is the one before."""
    base = origin(words, context)
    if base is None or not base.day:
        return Reading("DATE", "XXXX-WXX-WE")
    bare_past = not words and base.when.isoweekday() < 6 and found.direction() == tense.PAST
    return Reading("DATE", f"{calendars.week(base, -1 if bare_past else step(words))}-WE")


def _stretch(found: Found, context: Context, count: float | None, unit: str, words: list[str]) -> Reading:
    """ "The past three years": a length, and in EDTF the interval it covers."""
    base = origin(words, context)
    value = duration(count, unit)
    if base is None or count is None:
        return Reading("DURATION", value, edtf=ahead(context) if step(words) > 0 else None)
    return Reading("DURATION", value, edtf=interval(base, step(words), count, unit))


def interval(base: Stamp, way: int, count: float, unit: str) -> str | None:
    """EDTF of the `count` units up to (or from) a day; years give years, months months, weeks and days days."""
    letter = {"Q": "O", "E": "Y", "C": "Y", "F": "W"}.get(unit, unit)
    whole = int(count * {"Q": 3, "E": 10, "C": 100, "F": 2}.get(unit, 1))
    fits = {"Y": base, "O": base if base.month else None, "W": base if base.day else None}
    if letter not in "YOWD" or not fits.get(letter, base if base.day else None) or not way:
        return None
    other = calendars.shift(base, way * whole, letter)
    if letter == "Y" and base.month and count % 1:
        months = calendars.shift(base, way * int(count * 12), "O")
        other = Stamp(months.year) if months else None
    if other is None:
        return None
    here = {"Y": Stamp(base.year), "O": Stamp(base.year, base.month)}.get(letter, base)
    mark = "~" if count != whole and count % 1 else ""
    ends = (f"{other.value}{mark}", here.value) if way < 0 else (here.value, f"{other.value}{mark}")
    return "/".join(ends)


_DEICTIC = frozenset({"past", "last", "next", "coming", "recent", "ahead"})


@rule
def relative_units(found: Found, context: Context) -> Reading | None:
    """The past three years, the next few days; the first hours, the following weeks, counted from an event."""
    words, quantity, unit = found.words("x"), found.words("q"), found.unit("u")
    count = None if not quantity or VAGUE & set(quantity) else number(quantity)
    if len(unit) != 1:
        return Reading("SET", f"P{int(count)}Y" if count else "PXY") if unit and quantity else None
    if words[-1] == "recent" and not quantity:
        return Reading("DATE", "PAST_REF")
    if ordinal(words) or words[-1] == "latest" or not quantity and words[0] not in _DEICTIC:
        return Reading("DURATION", duration(count, unit))
    return _stretch(found, context, count, unit, words)


@rule
def weekday(found: Found, context: Context) -> Reading | None:
    """Friday, last Friday, the following Monday: the nearest such day on the side that the verbs look to."""
    target = int(found.value("w") or 0)
    words = found.words("x")
    base = origin(words, context) if words else context.base
    if base is None or not base.day:
        return Reading("DATE", f"XXXX-WXX-{target}")
    apart = (target - base.when.isoweekday()) % 7
    way = step(words) or (1 if found.direction() == tense.FUTURE else -1)
    if words and words[-1] == "this":
        way = 1
    count = apart or (7 if words and step(words) > 0 else 0)
    if way < 0:
        count = apart - 7 if apart or (words and step(words) < 0) else 0
    moved = calendars.days(base, count)
    return Reading("DATE", moved.value, weekday=not words) if moved else None


@rule
def relative_month(found: Found, context: Context) -> Reading | None:
    """Last June, last Oct. 23, next spring, this September."""
    words = found.words("x")
    base = origin(words, context)
    way = step(words)
    if found.has("s"):
        code = str(found.value("s"))
        if base is None or not base.month:
            return Reading("DATE", f"XXXX-{code}")
        return Reading("DATE", _season_near(base, code, way, this=words[-1] in ("this", "that", "same")))
    month, day = int(found.value("m") or 0), ordinal(found.words("d"))
    if base is None or not base.month:
        return Reading("DATE", f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    here, now = (month, day), (base.month, base.day if day else 0)
    year = base.year - (way < 0 and here >= now) + (way > 0 and here <= now)
    return Reading("DATE", Stamp(year, month, day).value) if not day or calendars.real(year, month, day) else None


def _season_near(base: Stamp, code: str, way: int, this: bool) -> str:
    """The named season of this calendar year, else the latest ended or the next to come."""
    now = calendars.season(base)
    target = base.year * 4 + SEASONS.index(code) + (4 if code == "WI" and base.month > 2 else 0)
    if this or not way:
        return calendars.season_value(target)
    while way < 0 and target >= now:
        target -= 4
    while way > 0 and target <= now:
        target += 4
    return calendars.season_value(target)


_LATER_IN = frozenset({"later", "earlier", "late", "early"})
_POINTS = frozenset({"end", "beginning", "start", "middle", "rest", "part", "remainder", "course", "outset"})
_GOES_ON = frozenset({"of", "when", "that", "-", "before", "after", "in", "which", "it", "he", "she", "they"})


@rule
def the_unit(found: Found, context: Context) -> Reading | None:
    """The year, the quarter, the weekend: the current one, where nothing else tells which."""
    unit, base = found.unit("u"), context.base
    if "weekend" in found.words("u"):
        return _weekend(found, [], context)
    if base is None or not unit or found.after() in _GOES_ON:
        return None
    before = found.before()
    reported = unit in "YQ" and before in ("for", "in", "during", "of", "throughout")
    placed = before == "of" and found.before(2) in _POINTS or before == "in" and found.before(2) in _LATER_IN
    if context.narrative or not (reported or unit in "YOWD" and placed or unit == "W"):
        value = unit_value(base, unit) if placed and unit in "YOWD" else ""
        return Reading("DATE", value) if value else None
    moved = calendars.shift(base, -3, "O") if unit == "Q" and base.month else base
    value = unit_value(moved, unit) if moved else ""
    return Reading("DATE", value) if value else None


@rule
def day_beside(found: Found, context: Context) -> Reading | None:
    """The day before, the day after the vote: a day beside one that was told, or beside an event nobody dated."""
    if found.text_words()[1] != "day":
        return None
    told, way = context.mention, -1 if found.word("x") == "before" else 1
    moved = calendars.days(told, way) if told and told.day and (context.narrative or found.after() in _ENDS) else None
    return Reading("DATE", moved.value if moved else "XXXX-XX-XX", cut=int(found.after() not in _ENDS))


_ENDS = frozenset({".", ",", ";", ")", ""})


@rule
def unit_end(found: Found, context: Context) -> Reading | None:
    """Year-end, year's end."""
    base = context.base
    return Reading("DATE", unit_value(base, found.unit()), "END") if base and found.unit() in ("Y", "Q", "O") else None
