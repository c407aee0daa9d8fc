"""Clusters: claims about one thing under several names, found by keys they share, so that time stays linear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

NEAR = 40
"""How many different things of a block a newcomer is compared with: bounds the work in blocks of look-alikes."""


def clusters(
    items: Sequence[T], keys: Callable[[T], Iterable[Hashable]], same: Callable[[T, T], bool]
) -> list[tuple[T, ...]]:
    """Group items that are the same.

    Args:
        items: in a fixed order; the result depends on it alone.
        keys: what an item shares with everything it could be the same as.
        same: decides for two items that share a key.
    Returns:
        Groups in order of their first item.
    """
    parent = list(range(len(items)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        for key in dict.fromkeys(keys(item)):
            near, joined = blocks[key], False
            for other in near:
                if root(other) == root(n):
                    joined = True
                elif same(items[other], item):
                    parent[max(root(other), root(n))] = min(root(other), root(n))
                    joined = True
            if not joined and len(near) < NEAR:
                near.append(n)
    groups: dict[int, list[T]] = defaultdict(list)
    for n, item in enumerate(items):
        groups[root(n)].append(item)
    return [tuple(group) for _, group in sorted(groups.items())]


def pairs(words: Iterable[str], most: int = 4) -> list[tuple[str, ...]]:
    """Keys from the longest words: every two of them; a single word stands alone."""
    long = sorted(set(words), key=lambda w: (-len(w), w))[:most]
    return (
        [tuple(sorted(p)) for p in combinations([w[:6] for w in long], 2)]
        if len(long) > 1
        else [tuple(w[:6] for w in long)]
    )
