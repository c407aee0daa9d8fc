"""Training of the linker: two log-linear choices, on the spans people marked and on those the tagger finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from corpus import Event, Example

from secretariat.parse.attribution.learned import spans_by_block
from secretariat.parse.attribution.linker import LINKS, Found, options

Ints = npt.NDArray[np.int64]
Tokens = tuple[int, int]
#: The feature slots of every choice, and which one is right.
Choice = tuple[list[Ints], int]


def overlap(a: Tokens, b: Tokens) -> float:
    """Jaccard index of two ranges."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _event_of(span: Tokens, events: Sequence[Event], role: str, least: float) -> Event | None:
    """The event whose spans of that role overlap this one most."""
    scored = [(max((overlap(span, x) for x in e[role]), default=0.0), -k) for k, e in enumerate(events)]
    best, k = max(scored, default=(0.0, 0))
    return events[-k] if best > least else None


def _right(spans: Sequence[Tokens], gold: Sequence[Tokens]) -> int:
    """Index of the span that overlaps the gold ones most; one past the end where none does."""
    scores = [max((overlap(span, x) for x in gold), default=0.0) for span in spans]
    return int(np.argmax(scores)) if scores and max(scores) > 0 else len(spans)


def choices(example: Example, blocks: dict[int, Found]) -> Iterator[Choice]:
    """All choices among some spans of a document of which people have said what is right."""
    for found in blocks.values():
        for content in found.content:
            event = _event_of(content, example.events, "content", 0.3)
            if event and found.cue:
                yield options(example.parsed, found, "t", content), _right(found.cue, event["cue"])
        for cue in found.cue:
            event = _event_of(cue, example.events, "cue", 0.0)
            if not event or not found.source:
                continue
            right = _right(found.source, event["source"])
            if right < len(found.source) or not event["source"]:
                yield options(example.parsed, found, "s", cue), right


def train_links(
    examples: Sequence[Example], labellings: Sequence[Sequence[Ints]], *, epochs: int = 8, seed: int = 0
) -> npt.NDArray[np.float32]:
    """Weights of the linker.

    Args:
        labellings: for each way of labelling (by people, by the tagger) the labels of every example.
    """
    data = [
        choice
        for labelling in labellings
        for example, labels in zip(examples, labelling, strict=True)
        for choice in choices(example, spans_by_block(labels, _blocks(example)))
    ]
    rng, weights = np.random.default_rng(seed), np.zeros(LINKS, dtype=np.float32)
    seen = np.full(LINKS, 1e-2, dtype=np.float32)
    for epoch in range(epochs):
        hits = sum(_step(*data[k], weights, seen) for k in rng.permutation(len(data)))
        print(f"  linker epoch {epoch + 1}: {hits / len(data):.4f} right of {len(data)}", flush=True)
    return weights


def _step(slots: list[Ints], right: int, weights: npt.NDArray[np.float32], seen: npt.NDArray[np.float32]) -> bool:
    """One AdaGrad step on one choice; True where it was right before."""
    scores = np.array([weights[x].sum() for x in slots])
    odds = np.exp(scores - scores.max())
    off = odds / odds.sum()
    hit = int(off.argmax()) == right
    off[right] -= 1
    for x, gradient in zip(slots, off, strict=True):
        if abs(gradient) > 1e-3:
            step = gradient + 1e-5 * weights[x]
            seen[x] += step * step
            weights[x] -= 0.1 * step / np.sqrt(seen[x])
    return hit


def _blocks(example: Example) -> Ints:
    """Block number of every token."""
    parsed = example.parsed
    return np.array([parsed.sentence_blocks[s] for s in parsed.sentence_of], dtype=np.int64)
