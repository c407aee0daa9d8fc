"""Training of the linear chain: cue lexicon, hashed features, stochastic gradient with AdaGrad and feature dropout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from corpus import Example

from secretariat.parse.attribution.columns import Columns, columns, lexicon_key
from secretariat.parse.attribution.crf import Batch, Chain, batches, marginals
from secretariat.parse.attribution.features import PLACES, SPACE, features, places
from secretariat.parse.attribution.learned import LABELS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_EDGES = (0.02, 0.08, 0.2, 0.4, 0.65, 0.85)
_CUES = (LABELS.index("B-cue"), LABELS.index("I-cue"))


@dataclass(frozen=True)
class Lexicon:
    """How often each word is seen, and how often as part of a cue."""

    seen: Counter[int]
    cue: Counter[int]

    def bucket(self, key: int, *, own: int | None = None) -> int:
        """Bucket 0 to 6 of a word; 7 where too rare. `own` leaves one occurrence out (1: it was a cue)."""
        seen, cue = self.seen[key], self.cue[key]
        if own is not None:
            seen, cue = seen - 1, cue - own
        if seen < 2:
            return 7
        return int(np.searchsorted(_EDGES, (cue + 0.1) / (seen + 1.0), side="right"))

    def table(self) -> dict[int, int]:
        """The lexicon as the package reads it."""
        return {key: self.bucket(key) for key, n in self.seen.items() if n >= 2}


def count_cues(examples: Iterable[Example]) -> Lexicon:
    """Count words and cues."""
    seen: Counter[int] = Counter()
    cue: Counter[int] = Counter()
    for example in examples:
        for key, label in zip(keys_of(example), example.labels.tolist(), strict=True):
            seen[key] += 1
            cue[key] += label in _CUES
    return Lexicon(seen, cue)


def keys_of(example: Example) -> list[int]:
    """Lexicon keys of all tokens."""
    parsed = example.parsed
    return [lexicon_key(parsed.word(i), parsed.tags[i]) for i in range(len(parsed))]


def columns_of(example: Example, lexicon: Lexicon, *, leave_out: bool) -> Columns:
    """Columns of a document; in training each token's own count is left out of its bucket."""
    c = columns(example.parsed, example.quotes, lexicon.table() if not leave_out else {})
    if not leave_out:
        return c
    cues = np.isin(example.labels, _CUES).astype(int).tolist()
    buckets = [lexicon.bucket(k, own=own) for k, own in zip(keys_of(example), cues, strict=True)]
    return replace(c, bucket=np.array(buckets, dtype=np.int64))


@dataclass(frozen=True)
class Table:
    """All tokens of some documents: feature slots, labels, places, block and document numbers."""

    slots: npt.NDArray[np.int32]
    labels: Ints
    place: Ints
    block: Ints
    document: Ints

    def where(self, chosen: npt.NDArray[np.bool_]) -> Table:
        """Some of the rows."""
        return Table(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


def tabulate(examples: Sequence[Example], all_columns: Sequence[Columns]) -> Table:
    """Stack documents; blocks are numbered through."""
    base, blocks = 0, []
    for c in all_columns:
        blocks.append(c.sequence + base)
        base += int(c.sequence.max(initial=-1)) + 1
    return Table(
        slots=np.concatenate([features(c) for c in all_columns]),
        labels=np.concatenate([e.labels for e in examples]),
        place=np.concatenate([places(c) for c in all_columns]),
        block=np.concatenate(blocks),
        document=np.repeat(np.arange(len(examples)), [len(e.labels) for e in examples]),
    )


def runs(numbers: Ints) -> tuple[Ints, Ints]:
    """First row and length of each run of equal numbers."""
    firsts = np.flatnonzero(np.diff(numbers, prepend=-1))
    return firsts, np.diff(firsts, append=len(numbers))


def kept_slots(slots: npt.NDArray[np.int32], least: int) -> npt.NDArray[np.int32]:
    """Slot → row (from 1) of the features seen at least so often; 0 for the others."""
    kept = np.flatnonzero(np.bincount(slots.ravel(), minlength=SPACE) >= least)
    index = np.zeros(SPACE, dtype=np.int32)
    index[kept] = np.arange(1, len(kept) + 1)
    return index


@dataclass
class AdaGrad:
    """One array with its step sizes."""

    value: Floats
    rate: float
    seen: Floats

    @classmethod
    def zeros(cls, shape: tuple[int, ...], rate: float) -> AdaGrad:
        """Zero weights."""
        return cls(np.zeros(shape, dtype=np.float32), rate, np.full(shape, 1e-4, dtype=np.float32))

    def step(self, gradient: Floats, rows: Ints | slice = slice(None)) -> None:
        """One step on some rows."""
        self.seen[rows] += gradient * gradient
        self.value[rows] -= self.rate * gradient / np.sqrt(self.seen[rows])


def padded(firsts: Ints, sizes: Ints) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Row numbers of some blocks side by side, and which of them are real."""
    steps = np.arange(int(sizes.max()))
    return firsts[:, None] + np.minimum(steps, sizes[:, None] - 1), steps < sizes[:, None]


def chain_gradient(
    emit: Floats, table: Table, chain: Chain, rows: Ints, inside: npt.NDArray[np.bool_]
) -> tuple[Floats, Chain, float]:
    """Gradient of the negative log-likelihood for the scores of the real rows and for the chain, and its value."""
    sizes = inside.sum(axis=1)
    grid = np.zeros((*rows.shape, len(LABELS)), dtype=np.float32)
    grid[inside] = emit
    place, labels = table.place[rows], np.where(inside, table.labels[rows], 0)
    probable, step, total = marginals(Batch(grid, place, sizes), chain)
    gold = labels[inside]
    gradient = probable[inside]
    at = np.arange(len(gold))
    gradient[at, gold] -= 1
    both = inside[:, 1:]
    moves = (place[:, 1:][both], labels[:, :-1][both], labels[:, 1:][both])
    np.add.at(step, moves, -1)
    start = probable[:, 0].sum(axis=0)
    np.add.at(start, labels[:, 0], -1)
    value = total - float(emit[at, gold].sum() + chain.start[labels[:, 0]].sum() + chain.step[moves].sum())
    return gradient, Chain(start, step), value


def train_linear(
    table: Table, index: npt.NDArray[np.int32], *, epochs: int = 5, rate: float = 0.03, drop: float = 0.3, seed: int = 0
) -> tuple[Floats, Chain]:
    """Linear weights (rows of `index`) and transitions, averaged over the epochs from the second on."""
    rng = np.random.default_rng(seed)
    firsts, sizes = runs(table.block)
    groups = batches(sizes, 2500)
    n = len(LABELS)
    linear = AdaGrad.zeros((int(index.max()) + 1, n), rate)
    start, step = AdaGrad.zeros((n,), rate), AdaGrad.zeros((PLACES, n, n), rate)
    total = [np.zeros_like(x.value) for x in (linear, start, step)]
    for epoch in range(epochs):
        loss = 0.0
        for g in rng.permutation(len(groups)):
            rows, inside = padded(firsts[groups[g]], sizes[groups[g]])
            used = index[table.slots[rows[inside]]]
            used = np.where(rng.random(used.shape) < drop, 0, used)
            emit = linear.value[used].sum(axis=1)
            gradient, moves, value = chain_gradient(emit, table, Chain(start.value, step.value), rows, inside)
            loss += value
            touched, summed = scatter(used.ravel(), np.repeat(gradient, used.shape[1], axis=0))
            linear.step(summed[touched > 0], touched[touched > 0])
            start.step(moves.start)
            step.step(moves.step)
        print(f"  linear epoch {epoch + 1}: loss {loss / len(table.labels):.4f} a token", flush=True)
        if epoch:
            for sum_, x in zip(total, (linear, start, step), strict=True):
                sum_ += x.value / (epochs - 1)
    return total[0], Chain(total[1], total[2])


def scatter(rows: npt.NDArray[np.int32], gradient: Floats) -> tuple[Ints, Floats]:
    """Rows that occur and the sum of the gradients of each."""
    order = np.argsort(rows, kind="stable")
    ordered = rows[order]
    firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[firsts], np.add.reduceat(gradient[order], firsts, axis=0)


def emissions(slots: npt.NDArray[np.int32], index: npt.NDArray[np.int32], linear: Floats) -> Floats:
    """Linear scores, tokens × labels."""
    parts = [linear[index[slots[i : i + 8192]]].sum(axis=1) for i in range(0, len(slots), 8192)]
    return np.concatenate(parts)
