"""When: which time expression belongs to which predicate.

A claim's time comes from its own clause, from an explicit back-reference, or from the one dated occasion a report is
about; never from the document's date alone (labelling rules of the project).
"""

from __future__ import annotations

from secretariat.frame.frames import Frame
from secretariat.frame.mentions import tokens_of
from secretariat.frame.tree import Tree
from secretariat.model.parsed import Parsed, TimeExpression
from secretariat.model.time import ValidTime

_CALENDAR = ("DATE", "TIME", "DURATION")


class Moments:
    """The usable time expressions of a document, each tied to the words it modifies."""

    def __init__(self, parsed: Parsed, tree: Tree) -> None:
        self.parsed, self.tree = parsed, tree
        self.by_sentence: dict[int, list[tuple[TimeExpression, int, int]]] = {}
        for time in parsed.times:
            place = tokens_of(parsed, time.start, time.end)
            if place and (time.edtf or time.anchor) and time.type in _CALENDAR:
                self.by_sentence.setdefault(parsed.sentence_of[place[0]], []).append((time, *place))

    def of(self, token: int) -> ValidTime | None:
        """The time of the predicate at `token`: of its own clause, else of the clauses that contain it."""
        s = self.parsed.sentence_of[token]
        here = self.by_sentence.get(s, [])
        if not here:
            return None
        chain = [token, *self.tree.ancestors(token)]
        best: tuple[tuple[int, int, int], TimeExpression] | None = None
        for time, first, last in here:
            rank = self._rank(token, chain, first, last)
            if rank is not None:
                key = (rank, 0 if time.edtf else 1, abs(first - token))
                if best is None or key < best[0]:
                    best = (key, time)
        return valid(best[1], self.parsed) if best else None

    def _rank(self, token: int, chain: list[int], first: int, last: int) -> int | None:
        """0 for a time inside the predicate's own clause, more for one of an outer clause; None where it is another's."""
        p = self.parsed
        node = head = next((i for i in range(last - 1, first - 1, -1) if not first <= p.heads[i] < last), last - 1)
        for _ in range(20):
            if node == token:
                return 0
            if node != head and p.pos[node] in ("VERB", "AUX") and node != token:
                return self._outer(token, chain, node, head)
            if p.heads[node] == node:
                return self._outer(token, chain, node, head)
            node = p.heads[node]
        return None

    def _outer(self, token: int, chain: list[int], verb: int, time: int) -> int | None:
        p = self.parsed
        if verb not in chain:
            return None
        for node in chain[: chain.index(verb)]:
            if p.deps[node] == "ccomp" and any(
                p.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in [node, *self.tree.children[node]]
            ):
                return 8 if time < p.starts[0] else None
        return 1 + chain.index(verb)


def valid(time: TimeExpression, parsed: Parsed) -> ValidTime:
    """A time expression as the time of a claim, with the words that say it."""
    start, end = (time.phrase_start, time.phrase_end) if time.phrase_start >= 0 else (time.start, time.end)
    return ValidTime(
        time.edtf, " ".join(parsed.document.text[start:end].split()), time.anchor if not time.edtf else None
    )


def moment(frame: Frame, moments: Moments) -> ValidTime | None:
    """The time of a frame."""
    return moments.of(frame.token)
