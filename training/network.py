"""Training of the correcting network: back-propagation by hand in numpy, Adam, dropout, averaged weights.

The linear scores that it corrects must come from models that have not seen the document (see `attribution.py`,
cross-fitting), or the network would learn to trust them too much.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from linear import Table, chain_gradient, padded, runs, scatter

from secretariat.parse.attribution.crf import Chain, batches
from secretariat.parse.attribution.learned import LABELS
from secretariat.parse.attribution.network import DILATIONS, INPUTS, TABLES, WIDTH, embed, neighbours

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, Floats]
#: Gradient of an array: dense, or (rows, sums) where few rows of an embedding table are touched.
Gradient = Floats | tuple[Ints, Floats]


def fresh_weights(rng: np.random.Generator) -> Weights:
    """Random weights; the last layer starts at zero, so that training starts from the linear scores."""
    widths = {name: width for name, _, width in TABLES}
    w = {f"e_{name}": _normal(rng, (size, width), 0.1) for name, size, width in TABLES}
    fan_in = sum(widths[name] for name in INPUTS) + len(LABELS)
    w |= {"w_in": _normal(rng, (fan_in, WIDTH), (2 / fan_in) ** 0.5), "b_in": np.zeros(WIDTH, dtype=np.float32)}
    for n in range(len(DILATIONS)):
        w[f"w_{n}"] = _normal(rng, (3 * WIDTH, WIDTH), 0.5 * (2 / (3 * WIDTH)) ** 0.5)
        w[f"b_{n}"] = np.zeros(WIDTH, dtype=np.float32)
    w |= {"w_out": np.zeros((WIDTH, len(LABELS)), np.float32), "b_out": np.zeros(len(LABELS), np.float32)}
    return w


def _normal(rng: np.random.Generator, shape: tuple[int, int], size: float) -> Floats:
    return (rng.standard_normal(shape) * size).astype(np.float32)


@dataclass
class Pass:
    """What the forward pass leaves for the backward pass."""

    layers: list[tuple[Floats, Floats, Floats]] = field(default_factory=list)
    last: Floats | None = None


def _mask(rng: np.random.Generator, shape: tuple[int, ...], drop: float) -> Floats:
    return ((rng.random(shape, dtype=np.float32) > drop) / (1 - drop)).astype(np.float32)


def _beside(h: Floats, by: int, document: Ints) -> Floats:
    """`neighbours` that does not look into another document of the batch."""
    out = neighbours(h, by)
    if by < len(h):
        other = document[by:] != document[:-by]
        out[by:, : h.shape[1]][other] = 0
        out[:-by, 2 * h.shape[1] :][other] = 0
    return out


def forward(
    slots: Ints, emit: Floats, document: Ints, w: Weights, rng: np.random.Generator, drop: float
) -> tuple[Floats, Pass]:
    """Corrections with dropout, and what the backward pass needs."""
    saved = Pass()
    x = np.concatenate([embed(slots, w), np.tanh(emit / 4)], axis=1)
    mask = _mask(rng, x.shape, drop)
    z = (x * mask) @ w["w_in"] + w["b_in"]
    saved.layers.append((x * mask, mask, z))
    h = np.maximum(z, 0)
    for n, by in enumerate(DILATIONS):
        wide = _beside(h, by, document)
        z = wide @ w[f"w_{n}"] + w[f"b_{n}"]
        mask = _mask(rng, z.shape, drop)
        saved.layers.append((wide, mask, z))
        h = h + np.maximum(z, 0) * mask
    saved.last = h
    return h @ w["w_out"] + w["b_out"], saved


def backward(out: Floats, slots: Ints, document: Ints, w: Weights, saved: Pass) -> dict[str, Gradient]:
    """Gradients of all weights for the gradient of the corrections."""
    assert saved.last is not None
    g: dict[str, Gradient] = {"w_out": saved.last.T @ out, "b_out": out.sum(axis=0)}
    dh = out @ w["w_out"].T
    for n in range(len(DILATIONS) - 1, -1, -1):
        wide, mask, z = saved.layers[n + 1]
        dz = dh * mask * (z > 0)
        g[f"w_{n}"], g[f"b_{n}"] = wide.T @ dz, dz.sum(axis=0)
        dh = dh + _spread(dz @ w[f"w_{n}"].T, DILATIONS[n], document)
    x, mask, z = saved.layers[0]
    dz = dh * (z > 0)
    g["w_in"], g["b_in"] = x.T @ dz, dz.sum(axis=0)
    return g | _of_embeddings((dz @ w["w_in"].T) * mask, slots)


def _spread(wide: Floats, by: int, document: Ints) -> Floats:
    """Transpose of `_beside`."""
    out = wide[:, WIDTH : 2 * WIDTH].copy()
    if by < len(out):
        same = (document[by:] == document[:-by])[:, None]
        out[:-by] += wide[by:, :WIDTH] * same
        out[by:] += wide[:-by, 2 * WIDTH :] * same
    return out


def _of_embeddings(dx: Floats, slots: Ints) -> dict[str, Gradient]:
    """Gradients of the embedding tables; inputs that share a table are added up."""
    widths = {name: width for name, _, width in TABLES}
    parts: dict[str, list[tuple[Ints, Floats]]] = {}
    at = 0
    for n, name in enumerate(INPUTS):
        parts.setdefault(name, []).append((slots[:, n], dx[:, at : at + widths[name]]))
        at += widths[name]
    return {
        f"e_{name}": scatter(np.concatenate([r for r, _ in found]), np.concatenate([v for _, v in found]))
        for name, found in parts.items()
    }


class Adam:
    """Adam with steps on single rows of embedding tables (Kingma and Ba 2015)."""

    def __init__(self, weights: Weights, rate: float) -> None:
        self.weights, self.rate, self.count = weights, rate, 0
        self.mean = {k: np.zeros_like(v) for k, v in weights.items()}
        self.square = {k: np.zeros_like(v) for k, v in weights.items()}

    def step(self, gradients: dict[str, Gradient], scale: float) -> None:
        """One step; the gradient as a whole is cut to length 1."""
        self.count += 1
        dense = {k: g if isinstance(g, tuple) else (slice(None), g) for k, g in gradients.items()}
        norm = sum(float(np.square(g).sum()) for _, g in dense.values()) ** 0.5
        rate = self.rate * scale * (1 - 0.999**self.count) ** 0.5 / (1 - 0.9**self.count)
        for name, (rows, g) in dense.items():
            g = g / max(1.0, norm)
            self.mean[name][rows] = 0.9 * self.mean[name][rows] + 0.1 * g
            self.square[name][rows] = 0.999 * self.square[name][rows] + 0.001 * g * g
            self.weights[name][rows] -= rate * self.mean[name][rows] / (np.sqrt(self.square[name][rows]) + 1e-8)


def document_batches(table: Table, order: Ints, most: int = 2500) -> list[Ints]:
    """Rows of some documents at a time, about `most` tokens each."""
    firsts, sizes = runs(table.document)
    groups: list[list[Ints]] = [[]]
    for k in order:
        if sum(map(len, groups[-1])) >= most:
            groups.append([])
        groups[-1].append(np.arange(firsts[k], firsts[k] + sizes[k]))
    return [np.concatenate(g) for g in groups if g]


def batch_gradient(emit: Floats, table: Table, chain: Chain) -> tuple[Floats, Chain, float]:
    """`chain_gradient` over all blocks of a batch of documents."""
    gradient = np.zeros_like(emit)
    start, step, value = np.zeros_like(chain.start), np.zeros_like(chain.step), 0.0
    firsts, sizes = runs(table.block)
    for group in batches(sizes, 6000):
        rows, inside = padded(firsts[group], sizes[group])
        part, moves, loss = chain_gradient(emit[rows[inside]], table, chain, rows, inside)
        gradient[rows[inside]] += part
        start, step, value = start + moves.start, step + moves.step, value + loss
    return gradient, Chain(start, step), value


def train_network(
    table: Table,
    slots: Ints,
    emit: Floats,
    chain: Chain,
    *,
    epochs: int = 5,
    rate: float = 1e-3,
    drop: float = 0.5,
    seed: int = 0,
) -> tuple[Weights, Chain]:
    """Weights of the network and the chain that goes with it, averaged over the second half of the epochs.

    Args:
        table: all training tokens.
        slots: their `network.inputs`.
        emit: cross-fitted linear scores.
        chain: where the transitions start.
    """
    rng = np.random.default_rng(seed)
    w = fresh_weights(rng) | {"start": chain.start.copy(), "step": chain.step.copy()}
    adam, documents = Adam(w, rate), int(table.document[-1]) + 1
    total, done, kept = {k: np.zeros_like(v) for k, v in w.items()}, 0, epochs - epochs // 2
    for epoch in range(epochs):
        groups, loss = document_batches(table, rng.permutation(documents)), 0.0
        for rows in groups:
            part = _rows(table, rows)
            seen = np.where(rng.random(slots[rows].shape) < 0.05, 0, slots[rows])
            out, saved = forward(seen, emit[rows], part.document, w, rng, drop)
            gradient, moves, value = batch_gradient(out + emit[rows], part, Chain(w["start"], w["step"]))
            g = backward(gradient / np.float32(len(rows)), seen, part.document, w, saved)
            done, loss = done + 1, loss + value
            g |= {"start": moves.start / len(rows), "step": moves.step / len(rows)}
            adam.step(g, max(0.05, 1 - done / (epochs * len(groups))))
        print(f"  network epoch {epoch + 1}: loss {loss / len(table.labels):.4f} a token", flush=True)
        if epoch >= epochs // 2:
            for name, array in w.items():
                total[name] += array / kept
    return {k: v for k, v in total.items() if k not in ("start", "step")}, Chain(total["start"], total["step"])


def _rows(table: Table, rows: Ints) -> Table:
    """Some rows of a table, without their feature slots."""
    none = np.zeros((len(rows), 0), dtype=np.int32)
    return Table(none, table.labels[rows], table.place[rows], table.block[rows], table.document[rows])
