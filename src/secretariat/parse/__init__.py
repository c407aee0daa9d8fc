"""Parse: Document → Parsed. The only layer that knows spaCy; everything above reads plain columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from secretariat.model.document import Document
from secretariat.model.parsed import Block, Parsed
from secretariat.parse.attribution import find_speeches
from secretariat.parse.blocks import find_blocks
from secretariat.parse.dating import times_of
from secretariat.parse.spacy_pipeline import Columns, columns
from secretariat.parse.view import View, plain, view

__all__ = ["parse", "plain", "skeleton"]


def parse(documents: Iterable[Document], *, speeches: str = "learned") -> Iterator[Parsed]:
    """Parse documents one after the other, with times and attributions.

    Args:
        documents: any number; each gives one Parsed, in order.
        speeches: which attribution model runs: "learned", "rules" or "none".
    """
    for document in documents:
        parsed = skeleton(document)
        parsed = replace(parsed, times=times_of(parsed))
        yield replace(parsed, speeches=find_speeches(parsed, model=speeches)) if speeches != "none" else parsed


def skeleton(document: Document) -> Parsed:
    """Blocks, sentences and tokens alone."""
    blocks = find_blocks(document.text)
    views = [view(document.text, b.start, b.end) for b in blocks]
    parts = columns(v.text for v in views)
    return _gathered(document, blocks, [(v, c) for v, c in zip(views, parts, strict=True)])


def _gathered(document: Document, blocks: tuple[Block, ...], parts: list[tuple[View, Columns]]) -> Parsed:
    starts: list[int] = []
    ends: list[int] = []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    homes: list[int] = []
    rest: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])
    for n, (shown, c) in enumerate(parts):
        base = len(starts)
        ranges = [shown.source(a, b) for a, b in zip(c.starts, c.ends, strict=True)]
        starts += [a for a, _ in ranges]
        ends += [b for _, b in ranges]
        heads += [base + h for h in c.heads]
        for column, values in zip(rest, (c.tags, c.pos, c.deps, c.lemmas), strict=True):
            column.extend(values)
        edges = [*c.sentence_starts, len(c.starts)]
        here = [(base + a, base + b) for a, b in pairwise(edges)]
        sentences += here
        homes += [n] * len(here)
    tags, pos, deps, lemmas = map(tuple, rest)
    return Parsed(
        document=document, starts=tuple(starts), ends=tuple(ends), tags=tags, pos=pos, heads=tuple(heads), deps=deps,
        lemmas=lemmas, sentences=tuple(sentences), blocks=blocks, sentence_blocks=tuple(homes),
    )  # fmt: skip
