"""Numbers for the drawings: where a day stands on an axis, how long a bar is. Templates only write them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log10
from typing import Any

from secretariat.model.time import FIRST_DAY, LAST_DAY, Edtf

WIDTH = 960.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a time axis: x and width in the picture's units, its lane, and the row it stands for."""

    x: float
    width: float
    lane: int
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Axis:
    """A time axis: years and where they stand, the lanes with their names, the marks."""

    years: tuple[tuple[int, float], ...]
    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]


def axis(rows: list[dict[str, Any]], *, lane: str, since: int = 0, until: int = 9999) -> Axis:
    """Lay dated rows out on an axis, one lane a value of `lane`.

    Args:
        rows: changes of a timeline; each `time` an EDTF text; undated rows are left out (the page lists them).
        lane: field whose values are the lanes. since, until: years to show.
    """
    dated = [(row, *_days(row["time"])) for row in rows if row.get("time")]
    dated = [(row, a, b) for row, a, b in dated if since <= a.year <= until]
    if not dated:
        return Axis((), (), ())
    first = min(a for _, a, _ in dated).year
    last = max(a for _, a, _ in dated).year + 1
    scale = WIDTH / max(1, (date(last, 12, 31) - date(first, 1, 1)).days)
    lanes = tuple(dict.fromkeys(str(row[lane]) for row, _, _ in dated))

    def x(day: date) -> float:
        return round((day - date(first, 1, 1)).days * scale, 1)

    step = max(1, (last - first) // 12)
    marks = tuple(Mark(x(a), max(0.0, x(b) - x(a)), lanes.index(str(row[lane])), row) for row, a, b in dated)
    return Axis(tuple((y, x(date(y, 1, 1))) for y in range(first, last + 1, step)), lanes, marks)


def _days(text: str) -> tuple[date, date]:
    value = Edtf.parse(text)
    first = value.first if value.first != FIRST_DAY else value.last
    last = value.last if value.last != LAST_DAY else value.first
    return date.fromisoformat(max(first, "0001-01-01")), date.fromisoformat(last)


def extent(times: list[str]) -> tuple[date | None, date | None]:
    """First and last day that a list of EDTF texts touches; None where it is empty."""
    ends = [_days(t) for t in times]
    return (min(a for a, _ in ends), max(b for _, b in ends)) if ends else (None, None)


def bars(rows: list[dict[str, Any]], *, most: int = 30) -> list[dict[str, Any]]:
    """Figures as bars on a logarithmic scale, largest first: row, width in percent, open where a bound is one-sided."""
    values = [row for row in rows if isinstance(row["args"].get("value"), (int, float)) and row["args"]["value"] > 0]
    values = sorted(values, key=lambda row: (-row["args"]["value"], row["line"]))[:most]
    top = log10(values[0]["args"]["value"] + 1) if values else 1.0
    open_ = {"over", "at-least", "nearly", "under", "at-most", "dozens", "about"}
    return [
        {
            "row": row,
            "width": round(100 * log10(row["args"]["value"] + 1) / top, 1),
            "open": row["args"].get("bound") in open_,
        }
        for row in values
    ]
