"""Nouns of undertaking and of giving: "our commitment to", "announced plans to", "the donation by A to B of C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading, Role
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidate import Bond, Candidate
from secretariat.kinds.commitment.objects import agent_of, made, marked, money, shortened, through, undertaken


def by_noun(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """As in "our commitment to support", "an agreement to share", "announced plans to invest"."""
    parsed = reading.parsed
    for i in range(first, last):
        if parsed.lemmas[i] not in v.NOUNS or parsed.pos[i] != "NOUN" or not _stated(reading, i):
            continue
        for verb in _noun_complements(reading, i):
            yield from undertaken(reading, Bond("noun", i, _holder(reading, i), "promised"), verb)
    yield from _gifts(reading, first, last)


def _stated(reading: Reading, noun: int) -> bool:
    """A plan counts when it is announced, an agreement when it exists; a commitment unless it is only talked about."""
    parsed = reading.parsed
    if parsed.lemmas[parsed.heads[noun]] in v.TALKING and parsed.deps[noun] == "dobj":
        return False
    needed = v.STATED_BY.get(parsed.lemmas[noun])
    return needed is None or parsed.lemmas[parsed.heads[noun]] in needed


def _gifts(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """As in "the donation by A to B of vaccines": a noun of giving with its giver."""
    parsed, tree = reading.parsed, reading.tree
    for i in range(first, last):
        if parsed.lemmas[i] not in v.GIFTS | v.HANDED_OVER or parsed.pos[i] != "NOUN":
            continue
        a, b = tree.core(i)
        if parsed.lemmas[i] not in v.HANDED_OVER and not any(money(reading, k) for k in range(a, b)):
            continue
        by = next((c for c in tree.children[i] if parsed.lemmas[c] == "by" and parsed.deps[c] in ("prep", "agent")), -1)
        giver = tree.child(by, "pobj") if by >= 0 else None
        if giver is not None:
            a, b = tree.core(i)
            yield made(
                reading,
                Bond("gift", i, Role("agent", giver, *tree.phrase(giver)), "delivered"),
                i,
                a,
                shortened(reading, a, b),
            )


def _noun_complements(reading: Reading, noun: int) -> Iterator[int]:
    parsed, tree = reading.parsed, reading.tree
    verb = parsed.heads[noun]
    if parsed.deps[noun] == "nsubj" and verb > noun and parsed.tags[verb] == "VB" and marked(reading, verb):
        yield through(reading, verb)  # "the commitment of A and B to continue", which the parser takes for a clause
    for c in tree.children[noun]:
        if c > noun and parsed.deps[c] in ("acl", "relcl", "xcomp") and parsed.tags[c] == "VB" and marked(reading, c):
            yield through(reading, c)
        elif c > noun and parsed.deps[c] == "prep" and parsed.lemmas[c] in ("to", "of"):
            for prep in tree.conjuncts(c):
                yield from (o for o in tree.children[prep] if parsed.deps[o] == "pcomp" and parsed.tags[o] == "VBG")


def _holder(reading: Reading, noun: int) -> Role | None:
    """Whose commitment it is: possessor, "of" phrase, else the subject of the verb that states it."""
    parsed, tree = reading.parsed, reading.tree
    owner = tree.child(noun, "poss")
    if owner is not None:
        return Role("agent", owner, *tree.core(owner), "possessive")
    for c in tree.children[noun]:
        if parsed.deps[c] == "prep" and parsed.lemmas[c] == "of":
            for o in tree.children[c]:
                if parsed.deps[o] == "pobj":
                    return Role("agent", o, *tree.core(o), "of")
    for up in tree.ancestors(noun):
        frame = reading.frame_at(up)
        if frame is not None and frame.role("agent") is not None:
            found = agent_of(reading, frame)
            return replace(found, via="control") if found else None
    return None
