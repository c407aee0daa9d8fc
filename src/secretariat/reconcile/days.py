"""Windows of days: every time of a claim as whole days from and to which it may lie, so that rules can count."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from secretariat.model.claim import Claim
from secretariat.model.time import FIRST_DAY, LAST_DAY, Edtf

EARLIEST, LATEST = 0, 3_652_059


@lru_cache(maxsize=65536)
def number(iso: str) -> int:
    """Day number of an ISO day; the open ends are EARLIEST and LATEST."""
    if iso <= FIRST_DAY or iso[:4] == "0000":
        return EARLIEST
    return LATEST if iso >= LAST_DAY else datetime.date.fromisoformat(iso).toordinal()


def iso(day: int) -> str:
    """The ISO day of a number."""
    if day <= EARLIEST:
        return FIRST_DAY
    return LAST_DAY if day >= LATEST else datetime.date.fromordinal(day).isoformat()


def year(day: int) -> int:
    """The calendar year of a day number; 0 and 9999 at the open ends."""
    return int(iso(day)[:4])


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days within which something lies: `first`..`last` inclusive, and the EDTF text it came from (empty if none)."""

    first: int
    last: int
    text: str = ""

    @property
    def width(self) -> int:
        """Number of days it admits."""
        return self.last - self.first + 1

    @property
    def dated(self) -> bool:
        """True where the words give a date, however vague."""
        return bool(self.text)

    def overlaps(self, other: Window) -> bool:
        """True where some day is admitted by both."""
        return self.first <= other.last and other.first <= self.last

    def meets(self, other: Window) -> Window:
        """The days admitted by both, under the text of the narrower one."""
        narrow = min(self, other, key=lambda w: (w.width, w.text))
        return Window(max(self.first, other.first), min(self.last, other.last), narrow.text)


def window(edtf: Edtf) -> Window:
    """The window of an EDTF value."""
    return Window(number(edtf.first), number(edtf.last), edtf.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ends of a claim's time: `start` and `end` where it is an interval in which something held."""

    start: Window | None
    end: Window | None


@lru_cache(maxsize=65536)
def stretch(text: str) -> Stretch:
    """Take an EDTF interval apart ("2018/..": a start without end); a single date has equal ends."""
    if "/" not in text:
        whole = window(Edtf.parse(text))
        if text.strip("[]").endswith(".."):
            return Stretch(Window(whole.first, whole.last, text), None)
        return Stretch(whole, whole)
    left, right = text.split("/", 1)
    return Stretch(_end(left), _end(right))


def _end(text: str) -> Window | None:
    return None if text in ("", "..") else window(Edtf.parse(text))


def claimed(claim: Claim) -> Window | None:
    """The window of a claim's time, None where it has none."""
    value = claim.time.value if claim.time else None
    return window(value) if value else None


def since(claim: Claim) -> Stretch | None:
    """Start and end of a claim's time, None where it has none."""
    return stretch(claim.time.edtf) if claim.time and claim.time.edtf else None


def is_open(claim: Claim) -> bool:
    """True where the claim's time says "since": an interval without end."""
    ends = since(claim)
    return bool(ends and ends.start and ends.end is None and claim.time and "/" in str(claim.time.edtf))
