"""Copied passages: which stretches of which documents are one text, lightly edited or not.

Documents are sketched by winnowed shingles (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003): any run of 12 words that two documents share is found for certain. Pairs that share a
fingerprint are aligned; aligned stretches that are long and alike enough are one witness. Linear in the texts; the
result depends on the set of documents alone, not on their order of arrival.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secretariat.model.document import Document, DocumentId
from secretariat.model.witness import Passage, Witness
from secretariat.store.alignment import Stretch, align
from secretariat.store.words import tokens

SHINGLE, WINDOW = 8, 5  # words: 8 + 5 - 1 = 12 is the shortest shared run that is found for certain
LEAST_WORDS = 25  # shared words: below, two reporters may quote one sentence, or name one body in full
LEAST_ALIKE = 0.6  # of the longer stretch

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A document in order of publication, and the fingerprints it is found by."""

    order: tuple[str, str]
    id: DocumentId
    marks: Hashes


def find_witnesses(documents: Iterable[Document], fetch: Callable[[DocumentId], Document]) -> tuple[Witness, ...]:
    """Group copied passages.

    Args:
        documents: all to compare, each looked at once. fetch: gives one of them again, for aligning.
    Returns:
        Groups of two or more documents, by their earliest publication.
    """
    sketches = sorted((_sketch(d) for d in documents), key=lambda s: s.order)
    groups = _Groups()

    @lru_cache(maxsize=256)
    def words_of(number: int) -> _Words:
        return _Words.of(fetch(sketches[number].id).text)

    for earlier, later in _candidates(sketches):
        found = [s for s in align(words_of(earlier).folded, words_of(later).folded) if _counts(s)]
        groups.add(earlier, later, [_in_characters(s, words_of(earlier), words_of(later)) for s in found])
    return tuple(groups.witnesses([s.id for s in sketches]))


@dataclass(frozen=True, slots=True)
class _Words:
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        """Cut a text into words."""
        found = list(tokens(text))
        return cls(tuple(f[2] for f in found), tuple(f[0] for f in found), tuple(f[1] for f in found))


def _sketch(document: Document) -> _Sketch:
    values = np.fromiter((_hash(word) for _, _, word in tokens(document.text)), dtype=np.uint64)
    return _Sketch((document.published or "9999", document.id), document.id, _winnow(_shingles(values)))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _shingles(values: Hashes) -> Hashes:
    """A hash of every SHINGLE words in a row."""
    count = len(values) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    found = np.zeros(count, dtype=np.uint64)
    for i in range(SHINGLE):
        found = found * np.uint64(0x9E3779B97F4A7C15) + values[i : i + count] + np.uint64(1)
    return found ^ (found >> np.uint64(29))


def _winnow(shingles: Hashes) -> Hashes:
    """The least hash of every window; all of them where the text is shorter than a window."""
    if len(shingles) <= WINDOW:
        return np.unique(shingles)
    windows = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW)
    return np.unique(windows.min(axis=1))


def _candidates(sketches: Sequence[_Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs to align: of the documents that share a fingerprint the earliest with each other one."""
    if not sketches:
        return
    marks = np.concatenate([s.marks for s in sketches])
    owners = np.repeat(np.arange(len(sketches)), [len(s.marks) for s in sketches])
    order = np.argsort(marks, kind="stable")  # stable: owners stay in order of publication
    marks, owners = marks[order], owners[order]
    starts = np.flatnonzero(np.r_[True, marks[1:] != marks[:-1]]) if len(marks) else np.empty(0, dtype=np.int64)
    first = np.repeat(owners[starts], np.diff(np.r_[starts, len(marks)]))
    pairs = np.unique(np.stack([first[first != owners], owners[first != owners]], axis=1), axis=0)
    yield from ((int(a), int(b)) for a, b in pairs)


def _counts(stretch: Stretch) -> bool:
    return stretch.shared >= LEAST_WORDS and stretch.alike >= LEAST_ALIKE


def _in_characters(stretch: Stretch, one: _Words, other: _Words) -> tuple[int, int, int, int, float]:
    """Code points in both texts, and how alike they are."""
    here = one.starts[stretch.first], one.ends[stretch.last - 1]
    there = other.starts[stretch.other_first], other.ends[stretch.other_last - 1]
    return *here, *there, stretch.alike


class _Groups:
    """Passages joined where they were aligned, where they overlap, and where they link the same two documents."""

    def __init__(self) -> None:
        self._parent: list[int] = []
        self._nodes: list[tuple[int, int, int]] = []
        self._alike: list[float] = []

    def add(self, one: int, other: int, found: Sequence[tuple[int, int, int, int, float]]) -> None:
        """Note the aligned stretches of two documents."""
        first: int | None = None
        for start, end, other_start, other_end, alike in found:
            a, b = self._node((one, start, end), alike), self._node((other, other_start, other_end), alike)
            self._join(a, b)
            first = a if first is None else first
            self._join(first, a)

    def witnesses(self, ids: Sequence[DocumentId]) -> list[Witness]:
        """The groups, passages that overlap made one, documents in the order of `ids`."""
        self._join_overlaps()
        members: dict[int, list[int]] = defaultdict(list)
        for node in range(len(self._nodes)):
            members[self._root(node)].append(node)
        found = []
        for nodes in members.values():
            ranges = _merged([self._nodes[n] for n in nodes])
            passages = tuple(Passage(ids[d], start, end) for d, start, end in ranges)
            found.append((ranges, Witness(_name(passages), passages, min(self._alike[n] for n in nodes))))
        return [witness for _, witness in sorted(found, key=lambda f: f[0])]

    def _node(self, place: tuple[int, int, int], alike: float) -> int:
        self._nodes.append(place)
        self._alike.append(alike)
        self._parent.append(len(self._parent))
        return len(self._parent) - 1

    def _root(self, node: int) -> int:
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def _join(self, a: int, b: int) -> None:
        low, high = sorted((self._root(a), self._root(b)))
        self._parent[high] = low

    def _join_overlaps(self) -> None:
        order = sorted(range(len(self._nodes)), key=lambda n: self._nodes[n])
        widest: int | None = None
        for node in order:
            document, start, end = self._nodes[node]
            if widest is not None and self._nodes[widest][0] == document and start < self._nodes[widest][2]:
                self._join(widest, node)
                widest = node if end > self._nodes[widest][2] else widest
            else:
                widest = node


def _merged(places: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for document, start, end in sorted(places):
        if found and found[-1][0] == document and start < found[-1][2]:
            found[-1] = (document, found[-1][1], max(end, found[-1][2]))
        else:
            found.append((document, start, end))
    return found


def _name(passages: Sequence[Passage]) -> str:
    said = "|".join(sorted(f"{p.document} {p.start} {p.end}" for p in passages))
    return f"w-{hashlib.sha256(said.encode()).hexdigest()[:12]}"
