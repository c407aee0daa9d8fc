"""Attributions by the trained model: tag every token, link the spans, look again where a content found no cue."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.columns import Columns, columns
from secretariat.parse.attribution.crf import Batch, Chain, batches, viterbi
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.features import features, places
from secretariat.parse.attribution.linker import Found, link
from secretariat.parse.attribution.mend import mend
from secretariat.parse.attribution.network import correction, inputs
from secretariat.parse.attribution.quotes import Quotes
from secretariat.parse.attribution.weights import Model

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: Labels of the tagger: outside, then beginning and inside of source, cue and content.
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
#: Tokens scored at once; bounds memory on long documents.
CHUNK = 8192
_CERTAIN = np.float32(1000)


def find_by_model(parsed: Parsed, quotes: Quotes, model: Model) -> tuple[Draft, ...]:
    """Attributions of a document in the order of their first words.

    Source of the method: a joint conditional random field over blocks with hashed features, corrected by a small
    convolutional network; two log-linear linkers. See docs/reference/model-card-attribution.md.
    """
    c = columns(parsed, quotes, model.lexicon)
    emit = scores(c, model)
    labels = decode(emit + model.bias[0], c, model.chain)
    drafts = _linked(parsed, c, labels, model)
    lonely = {block for block, found in drafts.items() if any(not d.source for d in found)}
    if lonely:
        again = np.isin(c.sequence, list(lonely))
        labels = _second_look(emit, c, labels, again, model)
        drafts |= _linked(parsed, c, np.where(again, labels, 0), model)
    ordered = sorted((d for found in drafts.values() for d in found), key=lambda d: d.first)
    return mend(parsed, tuple(ordered), quotes)


def scores(c: Columns, model: Model) -> Floats:
    """Scores of all labels, tokens × labels."""
    slots = features(c)
    parts = [_summed(slots[i : i + CHUNK], model) for i in range(0, len(slots), CHUNK)]
    emit = np.concatenate(parts)[:, : len(LABELS)]
    if not model.networks:
        return emit
    slots = inputs(c)
    corrections = [correction(slots, emit, network) for network in model.networks]
    return np.asarray(emit + np.mean(corrections, axis=0), dtype=np.float32)


def _summed(slots: npt.NDArray[np.int32], model: Model) -> Floats:
    """Sums of the linear weights of each token's features."""
    count, width = slots.shape
    rows = model.linear.take(model.index.take(slots.ravel()), axis=0)
    return np.add.reduceat(rows, np.arange(0, count * width, width), axis=0)


def decode(emit: Floats, c: Columns, chain: Chain) -> Ints:
    """Best labels of every block."""
    firsts = np.flatnonzero(np.diff(c.sequence, prepend=-1))
    lengths = np.diff(firsts, append=len(emit))
    place = places(c)
    out = np.zeros(len(emit), dtype=np.int64)
    for group in batches(lengths):
        size = lengths[group]
        steps = np.arange(size.max())
        rows = firsts[group][:, None] + np.minimum(steps, size[:, None] - 1)
        inside = steps < size[:, None]
        best = viterbi(Batch(emit[rows], place[rows], size), chain)
        out[rows[inside]] = best[inside]
    return out


def _second_look(emit: Floats, c: Columns, labels: Ints, again: npt.NDArray[np.bool_], model: Model) -> Ints:
    """Labels of the blocks with a lonely content: contents stay, cues and sources are made likelier."""
    lifted = emit + model.bias[1]
    content = labels >= LABELS.index("B-content")
    lifted[:, LABELS.index("B-content") :] -= _CERTAIN
    kept = np.flatnonzero(content)
    lifted[kept] -= _CERTAIN
    lifted[kept, labels[kept]] += 4 * _CERTAIN
    named = np.flatnonzero((labels > 0) & ~content)
    lifted[named, labels[named]] += _CERTAIN / 10
    part = _part(c, again)
    out = labels.copy()
    out[again] = decode(lifted[again], part, model.chain)
    return out


def _part(c: Columns, chosen: npt.NDArray[np.bool_]) -> Columns:
    """The columns of some blocks alone."""
    return Columns(*(getattr(c, name)[chosen] for name in Columns.__slots__))


def spans_by_block(labels: Ints, sequence: Ints) -> dict[int, Found]:
    """Block → its spans, read off the labels; an inside label without a beginning begins a span."""
    found: dict[int, tuple[list[Tokens], list[Tokens], list[Tokens]]] = {}
    role = (labels + 1) // 2
    begins = (labels % 2 == 1) | (role != np.concatenate([[0], role[:-1]]))
    begins |= np.diff(sequence, prepend=-1) != 0
    firsts = np.flatnonzero(begins & (role > 0))
    stops = np.flatnonzero(begins | (role == 0))
    for first in firsts.tolist():
        k = int(np.searchsorted(stops, first, side="right"))
        last = int(stops[k]) if k < len(stops) else len(labels)
        found.setdefault(int(sequence[first]), ([], [], []))[int(role[first]) - 1].append((first, last))
    return {block: Found(*map(tuple, spans)) for block, spans in found.items()}


def _linked(parsed: Parsed, c: Columns, labels: Ints, model: Model) -> dict[int, list[Draft]]:
    """Block → its attributions."""
    blocks = spans_by_block(labels, c.sequence)
    return {block: list(link(parsed, found, model.links)) for block, found in blocks.items() if found.content}
