"""Features: columns combined into hashed features, a fixed number a token.

A feature is a template number with the values of a few columns, mixed into one of SPACE slots; the weights of slots
that training never saw often are zero. Nothing is stored as text, so a model is two arrays.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from secretariat.parse.attribution.columns import LIKELY, Columns, Governor, Hashes, Ints, governors

#: Slots of the hashed features; a prime-free power of two, so that slot = hash & (SPACE - 1).
SPACE = 1 << 22
#: Kinds of places between two tokens; each has its own transition weights.
PLACES = 5
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(31)


def mixed(salt: int, *parts: npt.NDArray[np.generic]) -> npt.NDArray[np.int32]:
    """Slots of one template: a hash of its number and of the values of its columns."""
    state = np.full(len(parts[0]), (salt * 0x632BE59BD9B4E019) & 0xFFFFFFFFFFFFFFFF, dtype=np.uint64)
    for part in parts:
        state = (state ^ part.astype(np.uint64)) * _MIX
        state ^= state >> _SHIFT
    return (state & np.uint64(SPACE - 1)).astype(np.int32)


class Window:
    """Looks left and right within a block; beyond its edge every column is 0."""

    def __init__(self, sequence: Ints) -> None:
        self.sequence = sequence

    def __call__(self, values: npt.NDArray[np.generic], by: int) -> npt.NDArray[np.generic]:
        """The column moved so that each token sees the value `by` tokens to its right (left where negative)."""
        out = np.zeros_like(values)
        if abs(by) >= len(values):
            return out
        here, there = (slice(None, -by), slice(by, None)) if by > 0 else (slice(-by, None), slice(None, by))
        same = self.sequence[here] == self.sequence[there]
        out[here] = np.where(same, values[there], 0)
        return out


def of_group(values: Ints, group: Ints, reduce: np.ufunc = np.maximum) -> Ints:
    """For each token a reduction of the column over its group (sentence, block); groups are contiguous."""
    if not len(values):
        return values
    edges = np.flatnonzero(np.diff(group, prepend=group[0] - 1))
    sizes = np.diff(edges, append=len(group))
    return np.repeat(reduce.reduceat(values, edges), sizes).astype(np.int64)


def places(c: Columns) -> Ints:
    """What lies before a token: 0 nothing, 1 a sentence's edge, 2 a quotation opens, 3 one closes."""
    before = np.concatenate([[0], c.quote[:-1]])
    out = np.where((c.quote > 0) & (before == 0), 2, np.where((c.quote == 0) & (before > 0), 3, 0))
    return np.where((out == 0) & (c.place == 0), 1, out).astype(np.int64)


def nearest(flag: npt.NDArray[np.bool_], sequence: Ints) -> tuple[Ints, Ints]:
    """Index of the nearest flagged token before and after each token within its block; -1 where none."""
    n = len(flag)
    index = np.arange(n)
    left = np.maximum.accumulate(np.where(flag, index, -1))
    left = np.concatenate([[-1], left[:-1]])
    right = np.minimum.accumulate(np.where(flag, index, n)[::-1])[::-1]
    right = np.concatenate([right[1:], [n]])
    left = np.where((left >= 0) & (sequence[np.maximum(left, 0)] == sequence), left, -1)
    right = np.where((right < n) & (sequence[np.minimum(right, n - 1)] == sequence), right, -1)
    return left, right


def _at(values: npt.NDArray[np.generic], index: Ints) -> npt.NDArray[np.generic]:
    """The column at other tokens; 0 where the index is -1."""
    return np.where(index >= 0, values[np.maximum(index, 0)], 0)


def distance(index: Ints) -> Ints:
    """How far another token is, in eight steps that grow; 0 where there is none."""
    gap = np.abs(index - np.arange(len(index)))
    return np.where(index >= 0, 1 + np.searchsorted(np.array([2, 3, 5, 9, 17, 33]), gap, side="right"), 0)


def features(c: Columns) -> npt.NDArray[np.int32]:
    """Slots of all templates, tokens × templates."""
    likely = (c.bucket >= LIKELY) & (c.bucket < 7)
    up = governors(c.head, c.dep, likely)
    groups = (_words(c), _tree(c), _quotation(c), _cues(c, up), _around(c, likely, up))
    return np.stack([mixed(salt, *parts) for salt, parts in enumerate((p for g in groups for p in g), start=1)], axis=1)


Template = tuple[npt.NDArray[np.generic], ...]


def _words(c: Columns) -> Iterator[Template]:
    """The words and tags in a window of five."""
    look = Window(c.sequence)
    w, t = c.word, c.tag
    w1, w_1, t1, t_1 = look(w, 1), look(w, -1), look(t, 1), look(t, -1)
    yield from ((w,), (w1,), (w_1,), (look(w, 2),), (look(w, -2),), (w_1, w), (w, w1), (w, t), (w_1, t), (t, w1))
    yield from ((t,), (t_1, t), (t, t1), (t_1, t, t1), (look(t, -2), t_1, t), (t, t1, look(t, 2)))
    yield from ((c.suffix, t), (c.shape,), (look(c.shape, -1), c.shape, look(c.shape, 1)), (w_1, w, w1))


def _tree(c: Columns) -> Iterator[Template]:
    """The token's head, grandparent and dependents."""
    look = Window(c.sequence)
    d, h = c.dep, c.head
    side = np.sign(h - np.arange(len(h))) + 1
    hw, ht, hd, gw = c.word[h], c.tag[h], c.dep[h], c.word[h[h]]
    yield from ((d,), (d, c.tag), (look(d, -1), d), (d, look(d, 1)), (d, hw), (d, ht, side), (c.word, d), (d, hd, ht))
    yield from ((d, hd, gw), (hw, hd), (c.kids, c.tag), (c.word, c.kids), (c.word, hw), (d, c.kids[h], ht))
    root = of_group(np.where(h == np.arange(len(h)), np.arange(len(h)), -1), c.sentence)
    root = np.maximum(root, 0)
    yield from ((c.word[root], d), (c.bucket[root], c.tag[root], d), (d, hd, c.dep[h[h]], c.tag[h[h]]))


def _quotation(c: Columns) -> Iterator[Template]:
    """Where the token stands to quotation marks, its sentence and its block."""
    look = Window(c.sequence)
    q = c.quote
    inside = (q > 0).astype(np.int64)
    share = of_group(inside, c.sentence, np.add) * 8 // np.maximum(of_group(np.ones_like(q), c.sentence, np.add), 1)
    block = of_group(q, c.sequence)
    ahead, behind = look(inside, 3), look(inside, -3)
    yield from (
        (q,),
        (q, c.tag),
        (q, c.word),
        (q, c.dep),
        (look(inside, -1), q, look(inside, 1)),
        (q, share),
        (share, block, c.tag),
    )
    yield from (
        (look(q, -1), q, c.word),
        (q, look(q, 1), c.word),
        (ahead, behind, inside, c.dep),
        (block, q, np.minimum(c.place, 6)),
    )
    first = c.word[np.arange(len(q)) - c.place]
    order = np.minimum(c.sentence - of_group(c.sentence, c.sequence, np.minimum), 4)
    yield from ((first, inside), (order, q, share), (order, block, c.tag), (np.minimum(c.place, 3), c.tag, q))


def _cues(c: Columns, up: Governor) -> Iterator[Template]:
    """How the token hangs under the nearest likely cue of its tree."""
    b, arg, cue = c.bucket, up.argument, up.cue
    cb, cw = _at(b, cue), _at(c.word, cue)
    inside = (c.quote > 0).astype(np.int64)
    yield from (
        (arg, cb),
        (arg, c.dep, cb),
        (arg, inside, cb),
        (arg, cw),
        (up.path, cb),
        (up.steps, arg),
        (arg, c.tag, c.dep),
    )
    yield from ((arg, _at(c.kids, cue)), (up.path, c.tag), (arg, cw, np.minimum(up.steps, 2)), (arg, _at(arg, cue), cb))
    hb, gb = b[c.head], b[c.head[c.head]]
    yield from (
        (b,),
        (b, c.tag),
        (b, c.kids),
        (b, c.dep, c.dep[c.head]),
        (hb, c.dep),
        (hb, gb, c.dep),
        (b, c.quote, c.tag),
    )


def _around(c: Columns, likely: npt.NDArray[np.bool_], up: Governor) -> Iterator[Template]:
    """Likely cues to the left and right and in the sentences around."""
    look = Window(c.sequence)
    b, q = c.bucket, c.quote
    left, right = nearest(likely, c.sequence)
    same_left = (left >= 0) & (_at(c.sentence, left) == c.sentence)
    same_right = (right >= 0) & (_at(c.sentence, right) == c.sentence)
    dl, dr = distance(left), distance(right)
    yield from ((dl, dr), (dl, _at(c.word, left)), (dr, _at(c.word, right)), (dl, same_left, q), (dr, same_right, q))
    yield from ((dl, _at(b, left), c.tag, c.dep), (dr, _at(b, right), c.tag, c.dep), (look(b, -1), b, look(b, 1)))
    most = of_group(np.where(likely, b, 0), c.sentence)
    before, after = _next_sentence(most, c, -1), _next_sentence(most, c, 1)
    yield from ((most, q), (before, most, after, (q > 0)), (most, c.dep), (before, most, of_group(q, c.sentence)))
    subject = _subject_word(c)
    yield from ((subject, b), (subject, c.dep), (look(b, -2), look(b, -1), c.tag), (look(b, 1), look(b, 2), c.tag))


def _next_sentence(values: Ints, c: Columns, by: int) -> Ints:
    """A per-sentence value of the sentence before or after, 0 beyond the block."""
    edges = np.flatnonzero(np.diff(c.sentence, prepend=-1))
    per, home = values[edges], c.sequence[edges]
    moved = Window(home)(per, by)
    sizes = np.diff(edges, append=len(values))
    return np.repeat(moved, sizes).astype(np.int64)


def _subject_word(c: Columns) -> Hashes:
    """For each token the word of its own subject, else of its head's."""
    from secretariat.parse.attribution.columns import _crc

    n = len(c.head)
    own = np.zeros(n, dtype=np.uint64)
    is_subject = (c.dep == np.uint64(_crc("nsubj"))) | (c.dep == np.uint64(_crc("nsubjpass")))
    at = np.flatnonzero(is_subject)
    own[c.head[at]] = c.word[at]
    return np.where(own > 0, own, own[c.head])
