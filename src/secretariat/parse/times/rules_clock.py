"""Rules for the time of day."""

from __future__ import annotations

from secretariat.parse.times import calendars
from secretariat.parse.times.amounts import number
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import origin, step

_ANY_DAY = "XXXX-XX-XX"


def _day(stamp: Stamp | None) -> str:
    return stamp.value if stamp and stamp.day else _ANY_DAY


@rule
def clock(found: Found, context: Context) -> Reading | None:
    """7:15 p.m., 0735 GMT, nine o'clock, 4 in the morning; on the day that the text last named."""
    text = found.word("c")
    hours, _, rest = text.partition(":")
    if found.has("z") and not rest and len(text) == 4 and text.isdigit():
        hours, rest = text[:2], text[2:]
    hour = int(number([hours]) or 0)
    late = found.word("a").startswith("p") or found.word("p") in ("afternoon", "evening")
    hour += 12 if late and hour < 12 else -12 if found.word("a").startswith("a") and hour == 12 else 0
    if hour > 24 or found.before() in ("$", "€", "£"):
        return None
    minutes = f"{rest or '00'}"
    return Reading("TIME", f"{_day(context.told)}T{hour:02}:{minutes[:2]}")


@rule
def at_night(found: Found, context: Context) -> Reading | None:
    """At night, one evening: some night or other."""
    code = str(found.value("p"))
    if found.last - found.first == 2 and found.text_words()[0] != "one":
        return None
    return Reading("TIME", f"{_ANY_DAY}T{code}")


@rule
def noon(found: Found, context: Context) -> Reading | None:
    """Noon, midnight."""
    return Reading("TIME", f"{_day(context.told)}{found.value('n')}")


@rule
def part(found: Found, context: Context) -> Reading | None:
    """This morning, last night, the evening."""
    words = found.words("x")
    code = str(found.value("p"))
    base = origin(words, context) if words else context.told
    if base and base.day and words:
        base = calendars.days(base, step(words))
    narrowed = bool({"mid", "early", "late", "overnight"} & set(found.text_words()))
    if not words and not narrowed and found.before() not in ("in", "during", "through"):
        return None
    return Reading("TIME", f"{_day(base)}{code if code.startswith('T') else 'T' + code}")
