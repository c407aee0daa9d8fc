"""Linear-chain conditional random field over padded batches, in numpy: Viterbi, and marginals by forward-backward.

Source of the method: Lafferty, McCallum and Pereira 2001; Rabiner 1989 for the scaling. Transition weights depend on
what lies between two tokens (a sentence edge, a quotation mark), see `features.places`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


#: Cells of a group that are filled whatever the padding.
_SMALL = 8000


@dataclass(frozen=True, slots=True)
class Chain:
    """Weights of the chain: `start` (labels), `step` (places × labels × labels, from row to column)."""

    start: Floats
    step: Floats


@dataclass(frozen=True, slots=True)
class Batch:
    """Sequences side by side, shorter ones padded at the end.

    Attributes:
        emit: sequences × length × labels.
        place: sequences × length, the kind of place before each token.
        lengths: tokens of each sequence, longest first.
    """

    emit: Floats
    place: Ints
    lengths: Ints


def batches(lengths: Ints, most: int = 40_000) -> list[Ints]:
    """Group sequences, longest first; each group holds at most `most` cells unless one sequence alone is longer.

    Sequences of less than half the longest begin a new group, so that padding stays small; a small group takes all.
    """
    order = np.argsort(-lengths, kind="stable")
    falling = -lengths[order]
    groups: list[Ints] = []
    at = 0
    while at < len(order):
        longest = max(1, int(lengths[order[at]]))
        near = int(np.searchsorted(falling, -max(1, longest // 2), side="right"))
        count = max(1, min(most // longest, max(near - at, _SMALL // longest)))
        groups.append(order[at : at + count])
        at += count
    return groups


def viterbi(batch: Batch, chain: Chain) -> Ints:
    """Best labels, sequences × length; padding is 0."""
    count, length, labels = batch.emit.shape
    score = batch.emit[:, 0] + chain.start
    back = np.zeros((length, count, labels), dtype=np.int8)
    for t in range(1, length):
        live = int(np.searchsorted(-batch.lengths, -t, side="left"))
        path = score[:live, :, None] + chain.step[batch.place[:live, t]]
        back[t, :live] = path.argmax(axis=1)
        score[:live] = path.max(axis=1) + batch.emit[:live, t]
    best = np.zeros((count, length), dtype=np.int64)
    rows, here = np.arange(count), score.argmax(axis=1)
    for t in range(length - 1, -1, -1):
        ended = batch.lengths - 1 <= t
        best[:, t] = np.where(batch.lengths > t, here, 0)
        if t:
            before = back[t, rows, here]
            here = np.where(ended & (batch.lengths - 1 < t), here, before)
    return best


def marginals(batch: Batch, chain: Chain) -> tuple[Floats, Floats, float]:
    """Label probabilities (sequences × length × labels), expected transitions (as `Chain.step`), log partition sum."""
    count, length, _ = batch.emit.shape
    top = batch.emit.max(axis=2, keepdims=True)
    lift = np.exp(batch.emit - top)
    move = np.exp(chain.step)
    live = [int(np.searchsorted(-batch.lengths, -t, side="left")) for t in range(length)]
    ahead, scale = np.zeros_like(batch.emit), np.ones((count, length), dtype=np.float32)
    now = lift[:, 0] * np.exp(chain.start)
    for t in range(length):
        n = live[t]
        if t:
            now = np.matmul(ahead[:n, t - 1, None, :], move[batch.place[:n, t]])[:, 0] * lift[:n, t]
        scale[:n, t] = now.sum(axis=1)
        ahead[:n, t] = now / scale[:n, t, None]
    behind = np.ones_like(batch.emit)
    expected = np.zeros_like(chain.step)
    for t in range(length - 1, 0, -1):
        n = live[t]
        right = behind[:n, t] * lift[:n, t] / scale[:n, t, None]
        step = move[batch.place[:n, t]]
        pair = ahead[:n, t - 1, :, None] * step * right[:, None, :]
        np.add.at(expected, batch.place[:n, t], pair)
        behind[:n, t - 1] = np.matmul(step, right[:, :, None])[:, :, 0]
    mask = np.arange(length) < batch.lengths[:, None]
    total = float(((np.log(scale) + top[:, :, 0]) * mask).sum())
    return ahead * behind * mask[:, :, None], expected, total
