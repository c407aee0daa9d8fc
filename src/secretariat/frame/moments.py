"""When: which time expression belongs to which predicate.

A claim's time comes from its own clause, from an explicit back-reference, or from the one dated occasion a report is
about; never from the document's date alone (labelling rules of the project).
"""

from __future__ import annotations

from datetime import date

from secretariat.frame.mentions import tokens_of
from secretariat.frame.roles import Frame
from secretariat.frame.tree import Tree
from secretariat.model.parsed import Parsed, TimeExpression
from secretariat.model.time import ValidTime

_CALENDAR = ("DATE", "TIME", "DURATION", "ANCHOR")


class Moments:
    """The usable time expressions of a document, each tied to the words it modifies."""

    def __init__(self, parsed: Parsed, tree: Tree) -> None:
        self.parsed, self.tree = parsed, tree
        self._brackets: frozenset[int] | None = None
        self._occasion: ValidTime | object | None = _UNKNOWN
        self._opened = -1
        self.by_sentence: dict[int, list[tuple[TimeExpression, int, int]]] = {}
        for time in parsed.times:
            place = tokens_of(parsed, time.start, time.end)
            if place and (time.edtf or time.anchor) and time.type in _CALENDAR:
                self.by_sentence.setdefault(parsed.sentence_of[place[0]], []).append((time, *place))

    def of(self, token: int, apart: tuple[int, int] = (0, 0)) -> ValidTime | None:
        """The time of the predicate at `token`: of its own clause, else of the clauses that contain it.

        Args:
            apart: tokens whose times belong to something else (what is said, for a verb of saying).
        """
        s = self.parsed.sentence_of[token]
        here = self.by_sentence.get(s, [])
        if not here:
            return None
        chain = [token, *self.tree.ancestors(token)]
        best: tuple[tuple[int, int, int], TimeExpression] | None = None
        for time, first, last in here:
            if apart[0] <= first < apart[1] or (self._bracketed(first) and not self._bracketed(token)):
                continue  # "Kazakhstan (since 1995)" dates the name it stands with
            rank = self._rank(token, chain, first, last)
            if rank is not None:
                key = (rank, 0 if time.edtf else 1, abs(first - token))
                if best is None or key < best[0]:
                    best = (key, time)
        return self._own(best[1], token) if best else None

    def _own(self, time: TimeExpression, token: int) -> ValidTime:
        """A time as the verb's own: in "since X joined in 1999" the joining was in 1999, no longer."""
        found = valid(time, self.parsed)
        marked = any(self.parsed.lemmas[c] == "since" and c < token for c in self.tree.children[token])
        if found.edtf and found.edtf.endswith("/..") and marked:
            return ValidTime(found.edtf[:-3], " ".join(self.parsed.document.text[time.start : time.end].split()))
        return found

    def _bracketed(self, token: int) -> bool:
        if self._brackets is None:
            self._brackets = _bracket_tokens(self.parsed)
        return token in self._brackets

    def _rank(self, token: int, chain: list[int], first: int, last: int) -> int | None:
        """0 for a time inside the predicate's own clause, more for one of an outer clause; None where it is "
        "another's."""
        p = self.parsed
        node = head = next((i for i in range(last - 1, first - 1, -1) if not first <= p.heads[i] < last), last - 1)
        for _ in range(20):
            if node == token:
                return 0
            if node != head and p.pos[node] in ("VERB", "AUX") and node != token:
                return self._outer(token, chain, node)
            if p.heads[node] == node:
                return self._outer(token, chain, node)
            node = p.heads[node]
        return None

    def _outer(self, token: int, chain: list[int], verb: int) -> int | None:
        """The distance to the outer clause whose time it is; None across a finite clause that somebody reports."""
        p = self.parsed
        if verb not in chain:
            return None
        for node in chain[: chain.index(verb)]:
            finite = any(p.tags[c] in ("VBD", "VBZ", "VBP", "MD") for c in (node, *self.tree.children[node]))
            if p.deps[node] == "ccomp" and finite:
                return None
        return 1 + chain.index(verb)

    def occasion(self) -> ValidTime | None:
        """When the one dated occasion was that a report is about.

        The first sentences of the text (no headings, captions, furniture) tell of a meeting or act and give exactly one
        day, or one stretch of days; what later sentences tell in the simple past then happened on it.
        """
        if self._occasion is _UNKNOWN:
            self._occasion = self._find_occasion()
        return self._occasion  # type: ignore[return-value]

    def after_occasion(self, token: int, apart: tuple[int, int] = (0, 0)) -> ValidTime | None:
        """The past occasion's time for what a later paragraph tells in a sentence without a day of its own.

        Args:
            apart: tokens whose times do not count: what is said, not when.
        """
        p = self.parsed
        s = p.sentence_of[token]
        found = self.occasion()
        if found is None or s <= self._opened or p.blocks[p.sentence_blocks[s]].kind not in ("paragraph", "bullet"):
            return None
        a, b = p.sentences[self._opened]
        if any(p.tags[i] == "MD" for i in range(a, b)):
            return None  # it was still to come
        own = (t for t, first, _ in self.by_sentence.get(s, ()) if not apart[0] <= first < apart[1])
        return None if any(_is_day(t.edtf or "") for t in own) else found

    def _find_occasion(self) -> ValidTime | None:
        p = self.parsed
        told = [s for s, home in enumerate(p.sentence_blocks) if p.blocks[home].kind in ("paragraph", "speaker")]
        opening = [s for s in told if any(p.tags[i] in _FINITE for i in range(*p.sentences[s]))][:3]
        found: list[TimeExpression] = []
        for s in opening:
            a, b = p.sentences[s]
            if any(p.lemmas[i] in OCCASIONS for i in range(a, b)):
                found += [
                    t for t, _, _ in self.by_sentence.get(s, ()) if t.edtf and _is_day(t.edtf) and t.type != "DURATION"
                ]
                self._opened = s if found and self._opened < 0 else self._opened
        days = {t.edtf for t in found}
        return valid(found[0], p) if len(days) == 1 and _fresh(found[0].edtf or "", p.document.published) else None


def _bracket_tokens(parsed: Parsed) -> frozenset[int]:
    """Tokens between round brackets of one sentence."""
    inside: set[int] = set()
    for a, b in parsed.sentences:
        opened = -1
        for i in range(a, b):
            if parsed.tags[i] == "-LRB-":
                opened = i
            elif parsed.tags[i] == "-RRB-" and opened >= 0:
                inside.update(range(opened, i + 1))
                opened = -1
    return frozenset(inside)


_UNKNOWN = object()
OCCASIONS = frozenset(
    "summit meeting session conference ceremony visit talk talks call forum congress assembly hold meet "
    "gather convene host speak attend "
    "sign adopt decide agree welcome open symposium council end conclude arrive receive launch join".split()
)
"""Words that tell of an occasion."""


_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FRESH = 45
"""Days within which a report follows its occasion; what lies further back is history told, not reported."""


def _fresh(edtf: str, published: str) -> bool:
    """True where an occasion is near enough to the day of publication to be what the text reports."""
    try:
        age = date.fromisoformat(published[:10]) - date.fromisoformat(edtf[:10])
    except ValueError:
        return True  # unknown, or known only to the month
    return abs(age.days) <= _FRESH


def _is_day(edtf: str) -> bool:
    """True for a day or a stretch of days within a month."""
    first, _, last = edtf.partition("/")
    return len(first) == 10 and (not last or len(last) == 10 and last[:7] == first[:7])


def valid(time: TimeExpression, parsed: Parsed) -> ValidTime:
    """A time expression as the time of a claim, with the words that say it."""
    start, end = (time.phrase_start, time.phrase_end) if time.phrase_start >= 0 else (time.start, time.end)
    return ValidTime(
        time.edtf, " ".join(parsed.document.text[start:end].split()), time.anchor if not time.edtf else None
    )


def moment(frame: Frame, moments: Moments) -> ValidTime | None:
    """The time of a frame."""
    return moments.of(frame.token)
