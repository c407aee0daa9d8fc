"""The linker: which cue governs a content, and which source speaks through a cue.

Two log-linear choices over the spans that the tagger found in one block: every content picks a cue (or none), every
cue picks a source (or none). Features are short strings, hashed; a model is two arrays of weights.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.rules import subject_of

#: Slots of the hashed features.
LINKS = 1 << 17
Weights = npt.NDArray[np.float32]

#: How many spans of a kind to the left and to the right are looked at.
_REACH = 12
_GAPS = (0, 1, 2, 3, 5, 8, 13, 21, 40)


@dataclass(frozen=True, slots=True)
class Found:
    """The spans of one block, each list in order of the text."""

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]


@lru_cache(maxsize=1 << 18)
def slot(feature: str) -> int:
    """Slot of a feature."""
    return zlib.crc32(feature.encode()) & (LINKS - 1)


def slots(names: Iterable[str], role: str) -> npt.NDArray[np.int64]:
    """Slots of the features of one pair; `role` ("t" content, "s" source) keeps the two choices apart."""
    return np.array([slot(role + name) for name in names], dtype=np.int64)


def head_of(parsed: Parsed, span: Tokens) -> int:
    """The token of a span that hangs on a token outside; the first where several do."""
    a, b = span
    return next((i for i in range(a, b) if not a <= parsed.heads[i] < b or parsed.heads[i] == i), a)


def _bucket(value: int) -> int:
    return next((k for k, edge in enumerate(_GAPS) if value <= edge), len(_GAPS))


def pair_features(parsed: Parsed, found: Found, role: str, one: Tokens, cue: Tokens) -> Iterator[str]:
    """What speaks for or against a content or source belonging to a cue.

    Args:
        role: "t" for a content, "s" for a source.
        one: the content or the source.
    """
    after = one[0] >= cue[1]
    gap = (one[0] - cue[1]) if after else (cue[0] - one[1])
    low, high = (cue[1], one[0]) if after else (one[1], cue[0])
    side = "R" if after else "L"
    cues_between = sum(low <= a < high for a, _ in found.cue)
    same = found.content if role == "t" else found.source
    rivals = sum(low <= a < high and (a, b) != one for a, b in same)
    others = sum(low <= a < high for a, _ in (found.source if role == "t" else found.content))
    apart = min(abs(parsed.sentence_of[one[0]] - parsed.sentence_of[cue[0]]), 3)
    between = f"{side}{min(cues_between, 3)}{min(rivals, 3)}{min(others, 3)}{apart}"
    yield from (
        "b",
        between,
        f"g{side}{_bucket(gap)}",
        f"g{side}{_bucket(gap)}{apart}",
        f"c{min(cues_between, 3)}{side}",
        f"a{apart}{side}",
    )
    yield f"m{side}{_marks(parsed, low, high)}"
    yield f"mb{between}{_marks(parsed, low, high)}"
    yield from _lexical(parsed, one, cue, between)
    yield from _syntax(parsed, one, cue, role, between)


def _marks(parsed: Parsed, low: int, high: int) -> str:
    """The punctuation and verbs between two spans, five at most."""
    kept = []
    for i in range(low, min(high, low + 12)):
        tag = parsed.tags[i]
        if not tag[0].isalpha() or tag in ("CC", "IN", "WDT", "WP"):
            kept.append(tag)
        elif tag[0] == "V":
            kept.append("V")
    return "".join(kept[:5]) + ("+" if high - low > 12 else "")


def _lexical(parsed: Parsed, one: Tokens, cue: Tokens, between: str) -> Iterator[str]:
    first, last = parsed.word(cue[0]).lower(), parsed.word(cue[1] - 1).lower()
    start, end = parsed.word(one[0]).lower(), parsed.word(one[1] - 1).lower()
    size = _bucket(one[1] - one[0])
    yield from (
        f"w{first}|{between[0]}",
        f"v{last}|{between[0]}",
        f"wb{last}|{between}",
        f"s{start}|{between[0]}",
        f"e{end}|{between[0]}",
    )
    yield from (
        f"z{size}{between}",
        f"ct{parsed.tags[cue[0]]}{parsed.tags[cue[1] - 1]}{between}",
        f"sw{start}|{last}",
        f"st{parsed.tags[one[0]]}{between}",
    )


def _syntax(parsed: Parsed, one: Tokens, cue: Tokens, role: str, between: str) -> Iterator[str]:
    h, c = head_of(parsed, one), head_of(parsed, cue)
    relation = _relation(parsed, one, cue, h, c)
    yield from (
        f"r{relation}",
        f"r{relation}{between}",
        f"d{parsed.deps[h]}{between[0]}",
        f"dd{parsed.deps[h]}|{parsed.deps[c]}{between}",
    )
    if role == "s":
        subject = subject_of(parsed, c)
        inside = subject is not None and one[0] <= subject < one[1]
        yield from (f"subj{inside}{subject is None}", f"subj{inside}{between}", f"subj{inside}{relation}")


def _relation(parsed: Parsed, one: Tokens, cue: Tokens, h: int, c: int) -> str:
    """How the two spans hang together in the tree: directly, through two steps, or under a common verb."""
    up, down = parsed.heads[h], parsed.heads[c]
    if cue[0] <= up < cue[1]:
        return "^" + parsed.deps[h]
    if one[0] <= down < one[1]:
        return "v" + parsed.deps[c]
    if up == down:
        return f"={parsed.deps[h]},{parsed.deps[c]}"
    if cue[0] <= parsed.heads[up] < cue[1]:
        return f"^^{parsed.deps[h]},{parsed.deps[up]}"
    if up == parsed.heads[down]:
        return f"=v{parsed.deps[h]},{parsed.deps[c]},{parsed.deps[down]}"
    return "-"


def none_features(parsed: Parsed, found: Found, role: str, one: Tokens) -> Iterator[str]:
    """What speaks for a content without cue, or (role "s") for a cue without source."""
    first, last = parsed.word(one[0]).lower(), parsed.word(one[1] - 1).lower()
    rest = len(found.cue if role == "t" else found.source)
    c = head_of(parsed, one)
    yield from (
        "none",
        f"none{first}",
        f"none>{last}",
        f"none#{min(rest, 3)}",
        f"none{parsed.tags[c]}{parsed.deps[c]}",
        f"none{_bucket(one[1] - one[0])}",
    )
    if role == "s":
        subject = subject_of(parsed, c)
        inside = subject is not None and any(a <= subject < b for a, b in found.source)
        yield from (
            f"nonesubj{inside}{subject is None}",
            f"nonepass{any(parsed.deps[k] == 'auxpass' for k in parsed.children[c])}",
        )


def options(parsed: Parsed, found: Found, role: str, one: Tokens) -> list[npt.NDArray[np.int64]]:
    """Feature slots of all choices: each cue (for a content) or source (for a cue) in order, then none."""
    if role == "t":
        pairs = [slots(pair_features(parsed, found, "t", one, cue), "t") for cue in found.cue]
    else:
        pairs = [slots(pair_features(parsed, found, "s", source, one), "s") for source in found.source]
    return [*pairs, slots(none_features(parsed, found, role, one), role)]


def choose(parsed: Parsed, found: Found, role: str, one: Tokens, weights: Weights) -> tuple[int | None, float]:
    """Index of the best choice (None: none of them) and its probability."""
    scores = np.array([weights[x].sum() for x in options(parsed, found, role, one)])
    odds = np.exp(scores - scores.max())
    best = int(scores.argmax())
    return (best if best < len(scores) - 1 else None), float(odds[best] / odds.sum())


def around(found: Found, one: Tokens) -> tuple[Found, int, int]:
    """The spans near one span, and the index of the first cue and the first source among them.

    Blocks of prose hold fewer; the limit keeps the time linear on a text that is one endless block.
    """
    cuts = [bisect_left(part, one) for part in (found.source, found.cue, found.content)]
    lows = [max(0, cut - _REACH) for cut in cuts]
    parts = (found.source, found.cue, found.content)
    near = [part[low : cut + _REACH] for part, low, cut in zip(parts, lows, cuts, strict=True)]
    return Found(*near), lows[1], lows[0]


def link(parsed: Parsed, found: Found, weights: Weights) -> Iterator[Draft]:
    """Attributions of one block: contents gathered by their cue, each cue with its source."""
    by_cue: dict[int | None, list[tuple[Tokens, float]]] = {}
    for content in found.content:
        near, first, _ = around(found, content)
        cue, sure = choose(parsed, near, "t", content, weights)
        cue = None if cue is None else cue + first
        by_cue.setdefault(cue, []).append((content, sure))
    for cue, contents in by_cue.items():
        if cue is None:
            yield from (Draft((), (), (content,), score=round(0.5 * sure, 4)) for content, sure in contents)
            continue
        near, _, first = around(found, found.cue[cue])
        source, sure = choose(parsed, near, "s", found.cue[cue], weights)
        named = () if source is None else (found.source[source + first],)
        yield Draft(
            named,
            (found.cue[cue],),
            tuple(c for c, _ in contents),
            score=round(min(sure, *(s for _, s in contents), 1.0), 4),
        )
