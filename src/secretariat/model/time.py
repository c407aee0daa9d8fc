"""Time: EDTF values with their bounds, and the valid time of a claim. Never a bare date.

EDTF is ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/). The forms of press prose are held here as a small
immutable value; the tests check its bounds against the `edtf` library.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?")
_CLOCK = re.compile(r"T\d{2}(?::\d{2}){1,2}(?:Z|[+-]\d{2}(?::\d{2})?)?$")
_QUALIFIER = re.compile(r"[~?%]")
# Sub-year groupings of ISO 8601-2: code to first and last month; beyond 12 the group ends in the next year.
_GROUPS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),  # seasons, place unsaid: northern, winter from December
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),  # northern seasons
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),  # southern seasons
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),  # quarters
    37: (1, 4), 38: (5, 8), 39: (9, 12),  # quadrimesters
    40: (1, 6), 41: (7, 12),  # semesters
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF expression with the first and last day it admits.

    Read: dates, months and years, with unspecified digits ("201X", "2021-XX"), qualifiers ("2021~", "2021-06?"),
    seasons, quarters and semesters ("2021-21", "2021-33", "2021-40"), times of day (their day counts), intervals
    ("2018/..", "../2020"), sets ("[2021-07-26..]", "{2020,2021}"). Days before the year 0 are bounded by FIRST_DAY.

    Attributes:
        text: the expression, e.g. "2022-09~", "2018/..", "[2021-07-26..]", "201X".
        first, last: ISO days that bound it, inclusive; FIRST_DAY and LAST_DAY where it is open.
    """

    text: str
    first: str
    last: str

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def parse(text: str) -> Edtf:
        """Read an expression; equal texts give the very same value.

        Raises:
            ValueError: not an EDTF expression of the forms this register holds.
        """
        return _parse(text)

    @property
    def inferred(self) -> bool:
        """True where the expression is marked approximate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def is_open(self) -> bool:
        """True where it has no beginning or no end ("2018/..")."""
        return self.first == FIRST_DAY or self.last == LAST_DAY

    def contains(self, other: Edtf) -> bool:
        """True where every day the other admits is admitted here."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Edtf) -> bool:
        """True where some day is admitted by both."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf:
    bare = _QUALIFIER.sub("", text).strip()
    if bare[:1] + bare[-1:] in ("[]", "{}"):
        bounds = _set_bounds(bare[1:-1])
    elif "/" in bare:
        bounds = _interval_bounds(bare)
    else:
        bounds = _days(bare)
    if bounds is None or len(text) > 200:
        raise ValueError(f"{text!r} is not an EDTF date or interval")
    if bounds[0] > bounds[1]:
        raise ValueError(f"{text!r} ends before it begins")
    return Edtf(text, *bounds)


_Bounds = tuple[str, str]


def _interval_bounds(bare: str) -> _Bounds | None:
    """ "a/b", where either end may be ".." (open) or nothing (unknown): no bound on that side, but not on both."""
    first, _, last = bare.partition("/")
    if not first.strip(".") and not last.strip("."):
        return None
    begin = _days(first) if first not in ("", "..") else (FIRST_DAY, FIRST_DAY)
    end = _days(last) if last not in ("", "..") else (LAST_DAY, LAST_DAY)
    return (begin[0], end[1]) if begin and end else None


def _set_bounds(inside: str) -> _Bounds | None:
    """ "a,b..c", "..a", "a..": the hull of the members."""
    hulls = [_member_bounds(part.strip()) for part in inside.split(",")]
    known = [h for h in hulls if h]
    return (min(h[0] for h in known), max(h[1] for h in known)) if known and len(known) == len(hulls) else None


def _member_bounds(part: str) -> _Bounds | None:
    if ".." not in part:
        return _days(part)
    first, _, last = part.partition("..")
    return _interval_bounds(f"{first or '..'}/{last or '..'}")


def _days(part: str) -> _Bounds | None:
    """First and last day of one date; None where it is none."""
    found = _DATE.fullmatch(_CLOCK.sub("", part))
    if not found:
        return None
    low, high = _years(found["year"])
    month, day = found["month"], found["day"]
    if month and month.isdigit() and int(month) in _GROUPS:
        return _group_bounds(low, high, int(month)) if not day else None
    months = _matching(month or "XX", 1, 12)
    if not months:
        return None
    first = _day(low, months[0], day or "XX", last=False)
    last = _day(high, months[-1], day or "XX", last=True)
    return (first, last) if first and last else None


def _years(text: str) -> tuple[int, int]:
    """Lowest and highest year of a pattern; years before 0 are all held as the year 0."""
    if text.startswith("-"):
        return 0, 0
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _group_bounds(low: int, high: int, code: int) -> _Bounds:
    begin, end = _GROUPS[code]
    over, end = (high + 1, end - 12) if end > 12 else (high, end)
    if over > 9999:
        return f"{low:04}-{begin:02}-01", LAST_DAY
    return f"{low:04}-{begin:02}-01", f"{over:04}-{end:02}-{_length(over, end):02}"


def _day(year: int, month: int, day: str, *, last: bool) -> str | None:
    """The first or last day of a month that fits a pattern; None where the month has none such ("2021-02-30")."""
    fitting = _matching(day, 1, _length(year, month))
    return f"{year:04}-{month:02}-{fitting[-1 if last else 0]:02}" if fitting else None


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year or 4, month)[1]  # the proleptic year 0 is a leap year, as 4 is


def _matching(pattern: str, low: int, high: int) -> list[int]:
    """Numbers of two digits that fit "1X", "XX" or "07"."""
    return [n for n in range(low, high + 1) if all(p in ("X", c) for p, c in zip(pattern, f"{n:02}", strict=True))]


@dataclass(frozen=True, slots=True)
class ValidTime:
    """When something happened or held, as the words give it (claims.md).

    Attributes:
        edtf: the EDTF expression, None where the words give only an anchor.
        text: the words it came from.
        anchor: the event it hangs on where the words give no date ("at this summit"), else None.
    """

    edtf: str | None
    text: str = ""
    anchor: str | None = None

    @property
    def value(self) -> Edtf | None:
        """The parsed expression, None where there is none."""
        return Edtf.parse(self.edtf) if self.edtf else None

    def to_json(self) -> dict[str, Any]:
        """The public form."""
        return {"edtf": self.edtf, "text": self.text, "anchor": self.anchor}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> ValidTime:
        """Read the public form."""
        return cls(value.get("edtf"), value.get("text") or "", value.get("anchor"))
