"""A page of texts with coloured spans. One file, no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_COLOURS = ("#cfe8ff", "#ffe3b3", "#d6f5d0", "#f6d0e4", "#e3d7ff", "#ffd6cc", "#d5f0ef", "#ece5c8")
_STYLE = """
:root { color-scheme: light }
body { font: 1rem/1.6 system-ui, sans-serif; color: #1c1c1c; background: #fff; margin: 2rem auto; max-width: 48rem;
  padding: 0 1rem }
article { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #bbb; padding: 1rem 0 }
h2 { white-space: normal; font-size: 1.1rem; margin: 0 0 .5rem } h2 small { font-weight: normal; color: #555 }
mark { color: inherit; border-radius: .2rem; padding: 0 .1rem; border-bottom: 2px solid #0006 }
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A coloured range: code points `start` to `end` (half-open), a kind that names its colour, a note to hover."""

    start: int
    end: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text of the page; marks may nest and overlap."""

    title: str
    text: str
    marks: tuple[Mark, ...]
    note: str = ""


def page(title: str, sheets: Iterable[Sheet]) -> str:
    """The whole page as HTML; every character of the texts is escaped."""
    given = list(sheets)
    kinds = sorted({mark.kind for sheet in given for mark in sheet.marks})
    colours = {kind: _COLOURS[i % len(_COLOURS)] for i, kind in enumerate(kinds)}
    rules = "".join(f"mark.{escape(kind)} {{ background: {colour} }}\n" for kind, colour in colours.items())
    legend = " ".join(f'<mark class="{escape(kind)}">{escape(kind)}</mark>' for kind in kinds)
    body = "".join(_article(sheet) for sheet in given)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}{rules}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<p>{legend}</p>\n{body}"
        "</body>\n</html>\n"
    )


def _article(sheet: Sheet) -> str:
    note = f" <small>{escape(sheet.note)}</small>" if sheet.note else ""
    text = "".join(_pieces(sheet))
    return f'<article dir="auto"><h2>{escape(sheet.title)}{note}</h2>{text}</article>\n'


def _pieces(sheet: Sheet) -> Iterator[str]:
    """The text cut at every edge of a mark; a piece under several marks shows the innermost and all notes."""
    edges = sorted({0, len(sheet.text), *(m.start for m in sheet.marks), *(m.end for m in sheet.marks)})
    waiting = sorted(sheet.marks, key=lambda m: (m.start, -m.end), reverse=True)
    inside: list[Mark] = []
    for start, end in pairwise(edges):
        inside = [m for m in inside if m.end > start]
        while waiting and waiting[-1].start <= start:
            inside.append(waiting.pop())
        piece = escape(sheet.text[start:end])
        yield _marked(piece, inside) if inside else piece


def _marked(piece: str, inside: list[Mark]) -> str:
    notes = escape("\n".join(m.note for m in inside if m.note), quote=True)
    return f'<mark class="{escape(inside[-1].kind)}" title="{notes}">{piece}</mark>'
