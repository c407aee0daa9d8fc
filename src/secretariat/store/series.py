"""Versions of one document: which texts under one address or path are the same document at different times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select

from secretariat.model.document import Document
from secretariat.store.commit import Commit
from secretariat.store.tables import documents, sightings
from secretariat.store.words import tokens

_SHARED = 0.3  # of the shorter text's word pairs: an edited page keeps most of them, two different pages hardly any
_CHUNK = 500


def add_sightings(commit: Commit, new: Iterable[tuple[int, Document]], run: int) -> None:
    """Note where documents lie, each with the series it belongs to.

    Args:
        new: number of the document in the register, and the document as it lies at a place not noted yet.
    """
    places = [(number, document, _name(document)) for number, document in new]
    often = {name for name, n in Counter(name for _, _, name in places).items() if n > 1}
    often |= _existing(commit, sorted({name for _, _, name in places}))
    rows = [_row(n, d, name, run, commit.seq) for n, d, name in places if name not in often]
    commit.put(sightings, rows)
    for number, document, name in sorted(places, key=lambda p: (p[1].path, p[0])):
        if name in often:
            commit.put(sightings, [_row(number, document, _series(commit, document, number, name), run, commit.seq)])


def address(url: str) -> str:
    """The address where it names a page; empty for none and for a site's front page."""
    parts = urlsplit(url)
    return url if parts.path.strip("/") or parts.query else ""


def alike(one: str, other: str) -> bool:
    """True where two texts share a fair part of their wording."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) >= _SHARED * min(len(a), len(b)) if a and b else False


def _name(document: Document) -> str:
    return address(document.url) or document.path or document.label


def _row(number: int, document: Document, series: str, run: int, seq: int) -> dict[str, Any]:
    path = document.path or document.label
    return {"document": number, "path": path, "label": document.label, "series": series, "run": run, "added": seq}


def _existing(commit: Commit, names: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for i in range(0, len(names), _CHUNK):
        part = names[i : i + _CHUNK]
        found.update(
            commit.connection.execute(select(sightings.c.series).where(sightings.c.series.in_(part))).scalars()
        )
    return found


def _series(commit: Commit, document: Document, number: int, name: str) -> str:
    """The series of a document whose address or path is taken.

    Two folders may hold different files of one name, and a whole site may be given with the address of its first page:
    only texts with shared wording are versions of one another, so that none is hidden by a stranger.
    """
    query = (
        select(sightings.c.document, sightings.c.series, documents.c.text)
        .join_from(sightings, documents, sightings.c.document == documents.c.seq)
        .where(sightings.c.series >= name, sightings.c.series < f"{name}#~")
        .order_by(sightings.c.added.desc(), sightings.c.document.desc())
    )
    others = [row for row in commit.connection.execute(query) if row.series.split("#@")[0] == name]
    for other in others:
        if other.document == number or (other.text and alike(other.text, document.text)):
            return str(other.series)
    return f"{name}#@{document.id[:12]}" if others else name


def _pairs(text: str) -> set[tuple[str, str]]:
    found = [word for _, _, word in tokens(text)]
    return set(pairwise(found))
