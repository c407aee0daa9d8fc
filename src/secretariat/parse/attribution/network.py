"""A small convolutional network over a whole document that corrects the linear scores. Inference only, in numpy.

Embeddings of a few columns → one dense layer → residual layers of dilated convolution → a correction of each label's
score. Source of the method: iterated dilated convolutions (Strubell and others 2017) over a linear chain.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from secretariat.parse.attribution.columns import LIKELY, Columns, governors
from secretariat.parse.attribution.features import Window, distance, mixed, nearest, of_group

Floats = npt.NDArray[np.float32]

#: Name, slots and width of each embedding table.
TABLES = (
    ("word", 1 << 15, 32),
    ("suffix", 1 << 12, 8),
    ("shape", 256, 4),
    ("tag", 256, 12),
    ("dep", 256, 12),
    ("argument", 1 << 10, 16),
    ("bucket", 16, 6),
    ("quote", 16, 6),
    ("near", 16, 4),
    ("place", 32, 4),
)
#: The inputs in order: which table embeds them.
INPUTS = (
    "word",
    "word",
    "suffix",
    "shape",
    "tag",
    "tag",
    "dep",
    "dep",
    "argument",
    "argument",
    "bucket",
    "bucket",
    "quote",
    "near",
    "near",
    "place",
    "word",
)
#: Dilations of the residual layers.
DILATIONS = (1, 2, 4, 8)
WIDTH = 96


def inputs(c: Columns) -> npt.NDArray[np.int32]:
    """Slots in the embedding tables, tokens × INPUTS."""
    sizes = {name: size for name, size, _ in TABLES}
    likely = (c.bucket >= LIKELY) & (c.bucket < 7)
    up = governors(c.head, c.dep, likely)
    cue_bucket = np.where(up.cue >= 0, c.bucket[np.maximum(up.cue, 0)], 8)
    cue_word = np.where(up.cue >= 0, c.word[np.maximum(up.cue, 0)], np.uint64(0))
    left, right = nearest(likely, c.sequence)
    edge = Window(c.sequence)
    ones = np.ones(len(c.head), dtype=np.int64)
    place = (
        np.minimum(c.place, 3)
        + 4 * (1 - edge(ones, -1))
        + 8 * (1 - edge(ones, 1))
        + 16 * (of_group(c.quote, c.sequence) > 0)
    )
    h = c.head
    values = (
        c.word,
        c.word[h],
        c.suffix,
        c.shape,
        c.tag,
        c.tag[h],
        c.dep,
        c.dep[h],
        up.argument,
        up.argument * np.uint64(8) + cue_bucket.astype(np.uint64),
    )
    small = (c.bucket, cue_bucket, c.quote, distance(left), distance(right), place)
    salts = {name: n for n, (name, _, _) in enumerate(TABLES, start=1)}
    columns = zip(INPUTS, (*values, *small, cue_word), strict=True)
    return np.stack([mixed(salts[name], value) % sizes[name] for name, value in columns], axis=1)


def embed(slots: npt.NDArray[np.int32], weights: Mapping[str, Floats]) -> Floats:
    """Embeddings of all inputs side by side, tokens × widths."""
    return np.concatenate([weights["e_" + name][slots[:, n]] for n, name in enumerate(INPUTS)], axis=1)


def neighbours(h: Floats, by: int) -> Floats:
    """Each token's row beside those `by` tokens before and after; zeros beyond the document."""
    out = np.zeros((len(h), 3 * h.shape[1]), dtype=h.dtype)
    w = h.shape[1]
    out[:, w : 2 * w] = h
    if by < len(h):
        out[by:, :w] = h[:-by]
        out[:-by, 2 * w :] = h[by:]
    return out


def correction(slots: npt.NDArray[np.int32], emit: Floats, weights: Mapping[str, Floats]) -> Floats:
    """What the network adds to the linear scores of a document, tokens × labels."""
    x = np.concatenate([embed(slots, weights), np.tanh(emit / 4)], axis=1)
    h = np.maximum(x @ weights["w_in"] + weights["b_in"], 0)
    for n, by in enumerate(DILATIONS):
        h = h + np.maximum(neighbours(h, by) @ weights[f"w_{n}"] + weights[f"b_{n}"], 0)
    return np.asarray(h @ weights["w_out"] + weights["b_out"], dtype=np.float32)
