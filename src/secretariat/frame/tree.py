"""The shape of the parse: edges of subtrees, noun phrases and coordination, computed once a document in linear time."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.model.parsed import Parsed

_BASE = frozenset(
    {"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "case", "npadvmod"}
)
_TAIL = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "cc", "conj", "punct"})


class Tree:
    """Edges and phrases over a Parsed. Token indexes throughout; ranges are half-open."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.children = parsed.children
        self.left, self.right = _edges(parsed.heads)

    def span(self, i: int) -> tuple[int, int]:
        """The whole subtree of `i` as a range."""
        return self.left[i], self.right[i] + 1

    def child(self, i: int, *labels: str) -> int | None:
        """The first dependent of `i` with one of the labels."""
        deps = self.parsed.deps
        return next((c for c in self.children[i] if deps[c] in labels), None)

    def has(self, i: int, *labels: str) -> bool:
        """True where `i` has a dependent with one of the labels."""
        return self.child(i, *labels) is not None

    def subtree_of(self, i: int) -> range:
        """Token indexes from the first to the last token below `i`."""
        return range(self.left[i], self.right[i] + 1)

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """`i` and everything coordinated with it, left to right."""
        out, todo = [i], [i]
        while todo:
            for c in self.children[todo.pop()]:
                if self.parsed.deps[c] == "conj":
                    out.append(c)
                    todo.append(c)
        return tuple(sorted(out))

    def phrase(
        self, i: int, *, prepositions: tuple[str, ...] = ("of", "for", "on", "in", "to", "with", "against")
    ) -> tuple[int, int]:
        """The noun phrase of head `i` without clauses, appositions and coordination.

        Args:
            prepositions: which post-modifying prepositions still belong to it.
        """
        first = last = i
        for c in self.children[i]:
            dep = self.parsed.deps[c]
            if c < i and dep in _BASE | {"prep", "conj", "cc", "punct", "nsubj"} and dep in _BASE:
                first = min(first, self.left[c])
            elif c > i and dep == "prep" and self.parsed.lemmas[c] in prepositions and c == last + 1:
                last = max(last, self._closed(c))
            elif c > i and dep in _BASE and c <= last + 2:
                last = max(last, c)
        return first, last + 1

    def _closed(self, preposition: int) -> int:
        """Last token of a prepositional phrase, coordination inside it kept, clauses left out."""
        last = preposition
        todo = [preposition]
        while todo:
            node = todo.pop()
            for c in self.children[node]:
                if self.parsed.deps[c] not in ("relcl", "acl", "advcl", "parataxis", "punct"):
                    last = max(last, c)
                    todo.append(c)
        return last

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads of `i` from near to far, the root last; `i` itself is not among them."""
        heads = self.parsed.heads
        while heads[i] != i:
            i = heads[i]
            yield i

    def core(self, i: int) -> tuple[int, int]:
        """The subtree of `i` without trailing punctuation."""
        first, last = self.span(i)
        pos = self.parsed.pos
        while last - 1 > i and pos[last - 1] == "PUNCT":
            last -= 1
        while first < i and pos[first] == "PUNCT":
            first += 1
        return first, last


def _edges(heads: tuple[int, ...]) -> tuple[list[int], list[int]]:
    n = len(heads)
    left, right = list(range(n)), list(range(n))
    for i in range(n):
        node = i
        while heads[node] != node and left[heads[node]] > i:
            node = heads[node]
            left[node] = i
    for i in range(n - 1, -1, -1):
        node = i
        while heads[node] != node and right[heads[node]] < i:
            node = heads[node]
            right[node] = i
    return left, right
