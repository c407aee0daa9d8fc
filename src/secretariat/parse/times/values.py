"""TIMEX3 values as EDTF."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from secretariat.model.time import Edtf
from secretariat.parse.times import calendars
from secretariat.parse.times.calendars import Stamp

_DAY = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?")
_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@lru_cache(maxsize=4096)
def edtf_of(value: str) -> str | None:
    """EDTF of a calendar value, None for a length, a recurrence, a vague or an unresolved time.

    Weeks become the interval from Monday to Sunday, quarters and halves the sub-year groupings 33 to 36, 40 and 41,
    decades and centuries unspecified digits; a time of day counts as its day.
    """
    found = _DAY.fullmatch(value)
    if found:
        return found[1]
    if value.startswith("BC"):
        return _before_christ(value)
    if re.fullmatch(r"\d{4}-W\d{2}(-WE)?", value):
        first = calendars.monday(value) + timedelta(days=5 if value.endswith("WE") else 0)
        last = calendars.monday(value) + timedelta(days=6)
        return f"{first}/{last}"
    if re.fullmatch(r"\d{4}-(Q[1-4]|H[12])", value):
        return f"{value[:4]}-{(32 if value[5] == 'Q' else 39) + int(value[6])}"
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value):
        return f"{value[:4]}-{_SEASON[value[5:]]}"
    return value + "X" * (4 - len(value)) if re.fullmatch(r"\d{2,3}", value) else None


def _before_christ(value: str) -> str | None:
    """ "BC0480-09" is -0479-09: EDTF counts a year 0."""
    if not re.fullmatch(r"BC\d{4}.*", value):
        return None
    tail = value[6:]
    tail = f"-{_SEASON[tail[1:]]}" if tail[1:] in _SEASON else tail
    year = 1 - int(value[2:6])
    return (f"-{-year:04}" if year else "0000") + tail


def rest_of(value: str, published: Stamp | None, *, later: bool) -> str | None:
    """EDTF of "later this year" or "earlier this month": from the document's day to the end of it, or up to that day.

    None, hence the whole period, where that day is unknown or does not lie inside.
    """
    edtf = edtf_of(value)
    if edtf is None or published is None or not published.day:
        return edtf
    period, day = Edtf.parse(edtf), published.value
    if not period.first < day < period.last:
        return edtf
    return f"{day}/{period.last}" if later else f"{period.first}/{day}"
