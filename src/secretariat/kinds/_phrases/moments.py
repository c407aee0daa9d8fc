"""The day of an occasion: the date beside its noun first, then that of its clause."""

from __future__ import annotations

from dataclasses import replace

from secretariat.kinds._phrases.page import Page
from secretariat.model.parsed import TimeExpression
from secretariat.model.time import ValidTime


def dated(page: Page, anchor: int, first: int, last: int) -> ValidTime | None:
    """The valid time of what stands at `anchor` with evidence `first` to `last`.

    A date inside the noun phrase or right after it belongs to it ("the June 14 summit", "the summit in Bonn in 2022");
    otherwise the time is that of its clause.
    """
    if page.tags[anchor][:1] == "N":
        for i in (*range(max(first, anchor - 6), anchor), *range(anchor + 1, min(last + 3, page.sentence(anchor)[1]))):
            time = page.time_at(i)
            if time and time.edtf:
                return point(valid(page, time))
    found = page.reading.time(anchor)
    return point(found) if found else None


def point(time: ValidTime) -> ValidTime:
    """An occasion or a founding takes place at the beginning of what has lasted since."""
    edtf = time.edtf or ""
    return replace(time, edtf=edtf.removesuffix("/..")) if edtf.endswith("/..") else time


def valid(page: Page, time: TimeExpression) -> ValidTime:
    """A time expression as the time of a claim."""
    text = page.parsed.document.text
    start, end = (time.phrase_start, time.phrase_end) if time.phrase_start >= 0 else (time.start, time.end)
    return ValidTime(time.edtf, " ".join(text[start:end].split()), time.anchor if not time.edtf else None)
