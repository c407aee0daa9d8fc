"""For whom: the receiver of what is given, and the object without it."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.frame import Reading
from secretariat.kinds._parties import actors
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Given:
    """Receivers as they will be shown, and where the object ends without them."""

    receivers: tuple[str, ...]
    last: int
    purpose: bool = False


def given(reading: Reading, candidate: Candidate) -> Given:
    """The receivers of a candidate; a purpose that "for" leads to is none, and stays in the object."""
    gift = _received(reading, candidate)
    return Given((), candidate.last) if gift.purpose else gift


def _purpose(reading: Reading, head: int) -> bool:
    """A process or quality is what something is given for ("for publication"), nobody whom it is given to."""
    parsed = reading.parsed
    lemma = parsed.lemmas[head]
    process = lemma.endswith(v.ABSTRACT) and lemma not in v.ACTORS | v.RECEIVING
    return parsed.pos[head] == "NOUN" and (process or parsed.tags[head] == "VBG")


def _received(reading: Reading, candidate: Candidate) -> Given:
    """As in "to B" or "for B" of a verb or noun of giving, a dative, "provide B with": receiver and end."""
    parsed, tree, verb = reading.parsed, reading.tree, candidate.verb
    if parsed.tags[verb][:2] != "VB":
        told = next(
            (c for c in tree.children[candidate.trigger] if parsed.deps[c] == "dative" and parsed.pos[c] != "ADP"), -1
        )
        if told >= 0:
            return Given(actors(reading, *tree.core(told), told), candidate.last)
    if parsed.lemmas[verb] not in v.GIVING | v.GIFTS | {"donation"} and candidate.rule not in ("announced", "gift"):
        return Given((), candidate.last)
    with_thing = any(parsed.lemmas[c] == "with" for c in tree.children[verb])
    for c in tree.children[verb]:
        if parsed.deps[c] == "dative" and parsed.pos[c] != "ADP":
            return Given(actors(reading, *tree.core(c), c), candidate.last)
        if parsed.deps[c] == "dobj" and with_thing and parsed.lemmas[verb] in v.EQUIPPING:
            return Given(actors(reading, *tree.phrase(c), c), candidate.last)
    return _led(reading, candidate)


def _led(reading: Reading, candidate: Candidate) -> Given:
    """The phrase after "to" (or "for"), whether the parser hangs it on the verb or on what is given."""
    parsed, tree, verb = reading.parsed, reading.tree, candidate.verb
    thing = tree.child(verb, "dobj")
    hosts = (verb,) if thing is None else (verb, thing)
    for wanted in ("to", "for") if parsed.lemmas[verb] in v.TO_SOMEBODY else ("for",):
        for c in (c for h in hosts for c in tree.children[h]):
            receiver = (
                tree.child(c, "pobj") if parsed.lemmas[c] == wanted and parsed.deps[c] in ("prep", "dative") else None
            )
            if receiver is None or not candidate.first <= c < candidate.last:
                continue
            first, last = tree.phrase(receiver)
            last = max(last, max(tree.phrase(x)[1] for x in tree.conjuncts(receiver)))
            end = c if last >= candidate.last - 1 else candidate.last
            return Given(actors(reading, first, last, receiver), end, _purpose(reading, receiver))
    return Given((), candidate.last)
