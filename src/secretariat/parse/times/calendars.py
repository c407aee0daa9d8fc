"""Arithmetic on days that may lack a day or a month, and the moveable feasts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:T.*)?$")
SEASONS = ("WI", "SP", "SU", "FA")  # of the northern year, winter first


@dataclass(frozen=True, slots=True)
class Stamp:
    """A calendar day, month or year: `month` and `day` are 0 where the words do not give them.

    Years before Christ are 0, -1, ... as in EDTF.
    """

    year: int
    month: int = 0
    day: int = 0

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        tail = f"-{self.month:02}" if self.month else ""
        head = f"{self.year:04}" if self.year > 0 else f"BC{1 - self.year:04}"
        return f"{head}{tail}" + (f"-{self.day:02}" if self.day else "")

    @property
    def when(self) -> date:
        """The day itself, or the first day of the month or year; 0001-01-01 for anything earlier."""
        return date(min(max(self.year, 1), 9999), self.month or 1, self.day or 1) if self.year > 0 else date.min

    @classmethod
    def of(cls, day: date) -> Stamp:
        """The stamp of a calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, text: str) -> Stamp | None:
        """Read "2021", "2021-06", "2021-06-24", a longer time stamp or "BC0480-09"; None for anything else."""
        if text.startswith("BC") and len(text) >= 6:
            before = cls.read(text[2:])
            return before and cls(1 - before.year, before.month, before.day)
        if not _DATE.match(text):
            return None
        try:
            year, month, day = int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0)
            Stamp(year, month, day).when  # noqa: B018 - the constructor of `date` is the check
        except ValueError:
            return None
        return cls(year, month, day)


def real(year: int, month: int, day: int) -> bool:
    """True where the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= (monthrange(year, month)[1] if 1 <= year <= 9999 else 31)


def shift(stamp: Stamp, count: int, unit: str) -> Stamp | None:
    """Move by days, weeks, fortnights, months, quarters, years, decades or centuries (D W F O Q Y E C L).

    The result is as fine as the unit (two years on is a year), weeks count as days. None beyond the calendar, and
    for hours, minutes and seconds (H M S), which move no day.
    """
    if unit in "SMH":
        return None
    if unit in "DWF":
        return days(stamp, count * {"D": 1, "W": 7, "F": 14}[unit])
    if unit in "OQ":
        months = stamp.year * 12 + (stamp.month or 1) - 1 + count * (3 if unit == "Q" else 1)
        moved = Stamp(months // 12, months % 12 + 1)
    else:
        moved = Stamp(stamp.year + count * {"Y": 1, "E": 10, "C": 100, "L": 1000}[unit])
    return moved if -9999 < moved.year <= 9999 else None


def days(stamp: Stamp, count: int) -> Stamp | None:
    """Move a day by days; None beyond the calendar."""
    try:
        return Stamp.of(stamp.when + timedelta(days=count))
    except OverflowError:
        return None


def week(stamp: Stamp, count: int = 0) -> str:
    """TIMEX3 value of the ISO week `count` weeks from that day's, e.g. "2013-W12"; empty beyond the calendar."""
    moved = days(stamp, 7 * count)
    if moved is None:
        return ""
    year, number, _ = moved.when.isocalendar()
    return f"{year:04}-W{number:02}"


def monday(value: str) -> date:
    """First day of a week value "2013-W12"."""
    return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)


def quarter(stamp: Stamp, count: int = 0) -> str:
    """TIMEX3 value of the quarter `count` quarters from the one of that month, e.g. "2013-Q1"."""
    number = stamp.year * 4 + ((stamp.month or 1) - 1) // 3 + count
    return f"{number // 4:04}-Q{number % 4 + 1}"


def season(stamp: Stamp) -> int:
    """Number of the season a day lies in, counted from the year 0: winter of a year is December before to February."""
    month = stamp.year * 12 + (stamp.month or 1)
    return month // 3


def season_value(number: int) -> str:
    """TIMEX3 value of a numbered season; a winter carries the year in which its December lies."""
    year, index = divmod(number, 4)
    return f"{year - (index == 0):04}-{SEASONS[index]}"


def nth_weekday(month: Stamp, weekday: int, number: int) -> Stamp | None:
    """The `number`-th such day of a month, -1 the last; None where the month has fewer."""
    length = monthrange(month.year, month.month)[1] if month.year > 0 else 0
    fitting = [n for n in range(1, length + 1) if date(month.year, month.month, n).isoweekday() == weekday]
    place = number if number < 0 else number - 1
    return Stamp(month.year, month.month, fitting[place]) if -1 <= place < len(fitting) else None


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, as printed in Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap, d = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(rest, 4)
    weekday = (32 + 2 * d + 2 * i - moon - k) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """Fourth Thursday of November, as in the United States."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
