"""Rules for days that have a name: Christmas Eve, New Year's Day, Good Friday, Europe Day."""

from __future__ import annotations

from datetime import date, timedelta

from secretariat.parse.times import calendars
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import resolve_month, step


@rule
def feast(found: Found, context: Context) -> Reading | None:
    """Days that stand still; "a new year" and "the may day" in small letters are none."""
    if found.has("may") and [found.tokens.word(i) for i in (found.span("may")[0], found.span("may")[1])] != [
        "May",
        "Day",
    ]:
        return None
    if found.has("new") and found.tokens.word(found.span("new")[0] + 1)[0].islower():
        return None
    fixed = str(found.value("f") or found.value("f2") or ("01-01" if found.has("new") else "05-01"))
    if found.has("eve2"):
        fixed = "12-31"
    elif found.has("eve"):
        fixed = str(date.fromisoformat(f"2001-{fixed}") - timedelta(days=1))[5:]
    year = _year(found, context, int(fixed[:2]), int(fixed[3:]))
    return Reading("DATE", f"{year:04}-{fixed}" if year else f"XXXX-{fixed}")


@rule
def moveable_feast(found: Found, context: Context) -> Reading | None:
    """Easter and the days around it, Thanksgiving."""
    if found.has("holy") and found.value("holy") != found.value("h"):
        return None  # "Good Monday" is no feast
    month = 11 if found.has("thanksgiving") else 4
    year = _year(found, context, month, 10 if month == 4 else 25)
    if not 1583 <= year < 4000:  # the Gregorian rule for Easter holds from there on
        return Reading("DATE", f"XXXX-{month:02}")
    if month == 11:
        return Reading("DATE", Stamp.of(calendars.thanksgiving(year)).value)
    weekday = int(found.value("w") or found.value("h") or 7)
    apart = -7 if found.word("holy") == "palm" else 1 if weekday == 1 else weekday - 7
    return Reading("DATE", Stamp.of(calendars.easter(year) + timedelta(days=apart)).value)


def _year(found: Found, context: Context, month: int, day: int) -> int:
    """The year named, else the nearest on the side that "last", "next" or the verbs look to; 0 where none is known."""
    base = context.base
    if found.has("y"):
        return found.integer("y")
    if not found.has("x") or base is None:
        stamp = resolve_month(found, context, month, day)
        return stamp.year if stamp else 0
    way, past = step(found.words("x")), (month, day) < (base.month, base.day)
    return base.year - (way < 0 and not past) + (way > 0 and past)
