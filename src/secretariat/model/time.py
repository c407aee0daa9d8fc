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
_DATE = re.compile(r"(\d{2}[\dX]{2})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T[\d:.XZ+-]+)?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF expression with the first and last day it admits.

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
        """Read an expression.

        Raises:
            ValueError: not an EDTF expression of the forms this register holds.
        """
        return _parse(text)

    @property
    def inferred(self) -> bool:
        """True where the expression is marked approximate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    def contains(self, other: Edtf) -> bool:
        """True where every day the other admits is admitted here."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Edtf) -> bool:
        """True where some day is admitted by both."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf:
    bare = re.sub(r"[~?%\s]", "", text).strip("[]{}")
    parts = re.split(r"/|\.\.(?!$)|(?<!^)\.\.", bare) if bare not in ("..", "") else []
    if "/" in bare:
        parts = ["" if p == ".." else p for p in bare.split("/")]
    elif bare.startswith(".."):
        parts = ["", bare[2:]]
    elif bare.endswith(".."):
        parts = [bare[:-2], ""]
    if not parts or len(parts) > 2 or not any(parts):
        raise ValueError(f"{text!r} is not an EDTF date or interval")
    ends = [_days(p, text) if p else None for p in parts]
    first = ends[0][0] if ends[0] else FIRST_DAY
    last = ends[-1][1] if ends[-1] else LAST_DAY
    if first > last:
        raise ValueError(f"{text!r} ends before it begins")
    return Edtf(text, first, last)


def _days(part: str, whole: str) -> tuple[str, str]:
    found = _DATE.fullmatch(part)
    if not found:
        raise ValueError(f"{whole!r} is not an EDTF date or interval")
    year, month, day = found.groups()
    low, high = year.replace("X", "0"), year.replace("X", "9")
    if not month or "X" in month:
        return f"{low}-01-01", f"{high}-12-31"
    number = int(month)
    if number in _SEASON_MONTHS:
        begin, end = _SEASON_MONTHS[number]
        over = int(high) + (end > 12)
        end = (end - 1) % 12 + 1
        return f"{low}-{begin:02}-01", f"{over:04}-{end:02}-{calendar.monthrange(over or 4, end)[1]:02}"
    if 33 <= number <= 36:  # quarters, ISO 8601-2 table of sub-year groupings
        begin = 3 * (number - 33) + 1
        return f"{low}-{begin:02}-01", f"{high}-{begin + 2:02}-{calendar.monthrange(2001, begin + 2)[1]:02}"
    if number in (40, 41):  # semesters
        return f"{low}-{'01-01' if number == 40 else '07-01'}", f"{high}-{'06-30' if number == 40 else '12-31'}"
    if not 1 <= number <= 12:
        raise ValueError(f"{whole!r} has no month {month}")
    length = calendar.monthrange(int(high) or 4, number)[1]
    if not day or "X" in day:
        return f"{low}-{month}-01", f"{high}-{month}-{length:02}"
    if not 1 <= int(day) <= length:
        raise ValueError(f"{whole!r} has no day {day}")
    return f"{low}-{month}-{day}", f"{high}-{month}-{day}"


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
