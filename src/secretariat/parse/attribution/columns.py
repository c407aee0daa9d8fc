"""Columns: what the tagger sees of each token, as integer arrays over a whole document.

Every column holds one number a token (a hash of a word, a dependency label, a bucket); `features.py` combines them.
All loops over tokens are numpy's, except one look-up a token in a cache of word hashes.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.quotes import Quotes

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

#: Bucket of the cue lexicon from which a token counts as a likely cue.
LIKELY = 3
_CHILDREN = (
    "nsubj nsubjpass dobj ccomp xcomp prep advcl mark neg aux auxpass acomp attr prt agent pobj relcl acl appos poss "
    "conj dative oprd"
).split()
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """Arrays of one number a token. `sequence` numbers the blocks: the tagger labels each block on its own."""

    word: Hashes
    shape: Hashes
    suffix: Hashes
    tag: Hashes
    dep: Hashes
    head: Ints
    sequence: Ints
    sentence: Ints
    place: Ints
    quote: Ints
    bucket: Ints
    kids: Ints


@lru_cache(maxsize=65536)
def word_hashes(word: str) -> tuple[int, int, int]:
    """Hashes of the lower-case word, of its shape and of its last three letters."""
    low = word.lower()
    shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word[:12])
    short = shape[:2] + ("+" if len(shape) > 2 else "") + shape[-1:]
    return _crc(low), _crc("s" + short), _crc("e" + low[-3:])


@lru_cache(maxsize=4096)
def _crc(text: str) -> int:
    return zlib.crc32(text.encode()) | 1


@lru_cache(maxsize=65536)
def lexicon_key(word: str, tag: str) -> int:
    """Key of a word with its coarse part of speech in the learned cue lexicon."""
    return zlib.crc32(f"{word.lower()}/{tag[:2]}".encode())


def columns(parsed: Parsed, quotes: Quotes, lexicon: Mapping[int, int]) -> Columns:
    """Read the columns off a parsed document.

    Args:
        parsed: the document with its tokens and trees.
        quotes: its quotations.
        lexicon: `lexicon_key` → bucket 0 (never a cue) to 6 (nearly always); 7 stands for words not in it.
    """
    text = parsed.document.text
    words = [text[a:b] for a, b in zip(parsed.starts, parsed.ends, strict=True)]
    hashes = np.array([word_hashes(w) for w in words], dtype=np.uint64).reshape(-1, 3)
    head = np.array(parsed.heads, dtype=np.int64)
    sentence = np.array(parsed.sentence_of, dtype=np.int64)
    blocks = np.array(parsed.sentence_blocks or (0,) * len(parsed.sentences), dtype=np.int64)
    firsts = np.array([a for a, _ in parsed.sentences], dtype=np.int64)
    dep = np.array([_crc(d) for d in parsed.deps], dtype=np.uint64)
    keys = map(lexicon_key, words, parsed.tags)
    return Columns(
        word=hashes[:, 0],
        shape=hashes[:, 1],
        suffix=hashes[:, 2],
        tag=np.array([_crc(t) for t in parsed.tags], dtype=np.uint64),
        dep=dep,
        head=head,
        sequence=blocks[sentence],
        sentence=sentence,
        place=np.arange(len(words)) - firsts[sentence],
        quote=quote_states(parsed, quotes),
        bucket=np.array([lexicon.get(k, 7) for k in keys], dtype=np.int64),
        kids=_kids(head, parsed.deps),
    )


def quote_states(parsed: Parsed, quotes: Quotes) -> Ints:
    """0 outside quotation marks, else 1 to 4 by the length of the quotation (two words, five, twelve, more)."""
    starts = np.array(parsed.starts, dtype=np.int64)
    if not len(quotes):
        return np.zeros(len(starts), dtype=np.int64)
    begins, ends = np.array(quotes.starts), np.array(quotes.ends)
    k = np.searchsorted(begins, starts, side="right") - 1
    inside = (k >= 0) & (starts < ends[np.maximum(k, 0)])
    length = np.bincount(k[inside], minlength=len(begins))
    size = 1 + np.searchsorted(np.array([3, 6, 13]), length, side="right")
    return np.where(inside, size[np.maximum(k, 0)], 0).astype(np.int64)


def _kids(head: Ints, deps: tuple[str, ...]) -> Ints:
    """A bit set of the labels of each token's dependents."""
    bits = {name: 1 << n for n, name in enumerate(_CHILDREN)}
    own = np.array([bits.get(d, 0) for d in deps], dtype=np.int64)
    kids = np.zeros(len(deps), dtype=np.int64)
    np.bitwise_or.at(kids, head, np.where(head == np.arange(len(head)), 0, own))
    return kids


@dataclass(frozen=True, slots=True)
class Governor:
    """For each token its nearest ancestor that is a likely cue.

    Attributes:
        cue: index of that ancestor, -1 where none within eight steps.
        argument: label of the dependent of the cue under which the token hangs, with its side.
        path: hash of all labels on the way.
        steps: length of the way, 0 where none.
    """

    cue: Ints
    argument: Hashes
    path: Hashes
    steps: Ints


def governors(head: Ints, dep: Hashes, likely: npt.NDArray[np.bool_]) -> Governor:
    """Walk up the trees of all tokens at once, eight steps at most."""
    n = len(head)
    index = np.arange(n)
    current, open_ = index.copy(), np.ones(n, dtype=bool)
    cue, steps = np.full(n, -1, dtype=np.int64), np.zeros(n, dtype=np.int64)
    argument, path = np.zeros(n, dtype=np.uint64), np.zeros(n, dtype=np.uint64)
    for step in range(1, _STEPS + 1):
        above = head[current]
        open_ &= above != current
        path = np.where(open_, (path ^ dep[current]) * np.uint64(0x9E3779B97F4A7C15), path)
        hit = open_ & likely[above]
        cue, steps = np.where(hit, above, cue), np.where(hit, step, steps)
        side = (index > above).astype(np.uint64)
        argument = np.where(hit, dep[current] * np.uint64(2) + side, argument)
        open_ &= ~hit
        current = above
        if not open_.any():
            break
    return Governor(cue, argument, np.where(cue >= 0, path, np.uint64(0)), steps)
