"""Promises by verb and adjective: "pledged to", "is committed to", "stands ready to"."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidate import Bond, Candidate
from secretariat.kinds.commitment.objects import (
    agent_of,
    made,
    marked,
    modal,
    money,
    object_of,
    shortened,
    through,
    undertaken,
)


def performative(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """Undertakings whose verb is the act: "pledged", "agreed to", "committed to"."""
    adjectival = reading.parsed.tags[frame.token] == "VBN" and reading.parsed.deps[frame.token] in ("acl", "amod")
    if (
        frame.predicate not in v.PERFORMATIVE
        or adjectival
        or frame.passive
        or modal(frame)
        or frame.token in _ready_words(reading, frame.token)
    ):
        return
    yield from _complements(reading, "performative", frame.token, agent_of(reading, frame))


def ready(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """As in "is committed to building", "stands ready to", "remain resolved to"."""
    parsed = reading.parsed
    for i in range(first, last):
        if parsed.word(i).lower() in v.READY and parsed.tags[i] in ("JJ", "VBN", "VBD", "RB"):
            copula = _copula(reading, i)
            if copula >= 0:
                yield from _complements(reading, "ready", i, _subject(reading, copula))


def _ready_words(reading: Reading, token: int) -> tuple[int, ...]:
    return (token,) if reading.parsed.word(token).lower() in v.READY and _copula(reading, token) >= 0 else ()


def _copula(reading: Reading, word: int) -> int:
    """The verb that makes the adjective a predicate, -1 where the adjective only modifies a noun."""
    parsed = reading.parsed
    head = parsed.heads[word]
    if any(parsed.lemmas[c] in v.COPULAS and parsed.deps[c] in ("auxpass", "aux") for c in reading.tree.children[word]):
        return word
    if parsed.lemmas[head] in v.COPULAS and parsed.deps[word] in ("acomp", "attr", "oprd", "xcomp", "advmod", "ccomp"):
        return head
    if parsed.deps[word] == "conj" and parsed.lemmas[parsed.heads[head]] in v.COPULAS:
        return parsed.heads[head]
    return -1


def _complements(reading: Reading, rule: str, trigger: int, actor: Role | None) -> Iterator[Candidate]:
    """What a performative or an adjective of readiness is about: infinitive, gerund or noun phrase after "to"."""
    parsed, tree = reading.parsed, reading.tree
    led = [c for c in tree.children[trigger] if c > trigger and parsed.deps[c] == "prep" and parsed.lemmas[c] == "to"]
    if rule == "performative" and tree.has(trigger, "dobj"):
        led = []
    for c in led[:1]:
        for o in tree.children[c]:
            if parsed.deps[o] in ("pcomp", "pobj"):
                yield from _listed(reading, rule, trigger, o, actor)
    for c in tree.children[trigger] if not led else ():
        if c < trigger:
            continue
        if parsed.deps[c] == "prep" and parsed.lemmas[c] in ("on", "upon", "about", "with"):
            return  # "agreed on the need to": what is agreed on is a topic
        if parsed.deps[c] in ("xcomp", "advcl", "ccomp") and parsed.tags[c] == "VB" and marked(reading, c):
            yield from _listed(reading, rule, trigger, through(reading, c), actor)
        elif parsed.deps[c] == "ccomp" and rule == "performative" and _that(reading, c):
            first, last = tree.core(c)
            yield made(
                reading, Bond(rule, trigger, actor, "promised"), c, first + 1, shortened(reading, first + 1, last)
            )
        elif parsed.deps[c] in ("dobj", "dative") and parsed.lemmas[trigger] in ("pledge", "promise", "commit"):
            yield from _pledged(reading, rule, trigger, c, actor)


def _that(reading: Reading, head: int) -> bool:
    """As in "promised that A will": a promise told as a clause with "will" or "would"."""
    parsed = reading.parsed
    said = parsed.word(reading.tree.core(head)[0]).lower() == "that"
    return said and any(
        parsed.tags[c] == "MD" and parsed.lemmas[c] in ("will", "would") for c in reading.tree.children[head]
    )


def _pledged(reading: Reading, rule: str, trigger: int, thing: int, actor: Role | None) -> Iterator[Candidate]:
    """As in "pledged $5 million to the fund", "promised B a loan and a grant": each thing promised."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.deps[thing] == "dative" or (parsed.pos[thing] == "PROPN" and tree.child(trigger, "dobj") != thing):
        return
    if parsed.lemmas[trigger] in ("commit", "recommit") and not money(reading, thing) and not tree.has(thing, "nummod"):
        return  # "committed the country to peace": whom it binds, not what is given
    parts = [c for c in tree.conjuncts(thing) if c == thing or tree.has(c, "det", "nummod")]
    for n, part in enumerate(parts):
        first, last = tree.core(part)
        if n + 1 < len(parts):
            last = min(last, tree.left[parts[n + 1]])
        elif money(reading, part):
            last = max(last, tree.right[trigger] + 1)
        yield made(reading, Bond(rule, trigger, actor, "promised"), part, first, shortened(reading, first, last))


def _listed(reading: Reading, rule: str, trigger: int, verb: int, actor: Role | None) -> Iterator[Candidate]:
    """An undertaken verb and those coordinated with it where the list makes each a promise of its own."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.tags[verb][:2] != "VB":
        gerunds = [c for c in tree.conjuncts(verb) if c > verb and parsed.tags[c] == "VBG"]
        first, last = tree.core(verb)
        last = min([last, *(tree.left[g] for g in gerunds)])
        yield made(reading, Bond(rule, trigger, actor, "promised"), verb, first, shortened(reading, first, last))
        for gerund in gerunds:
            yield from undertaken(reading, Bond(rule, trigger, actor, "promised"), gerund)
        return
    joined = {
        c
        for c in tree.conjuncts(trigger)
        if c > verb and parsed.word(c).lower() == parsed.lemmas[c] and not tree.has(c, "nsubj", "aux")
    }
    verbs = sorted({c for c in tree.conjuncts(verb) if c >= verb and parsed.tags[c][:2] == "VB"} | joined)
    own = [c for c in verbs if c == verb or (len(verbs) > 2 and rule == "performative" and tree.has(c, "dobj"))]
    if len(own) == 1:
        yield from undertaken(reading, Bond(rule, trigger, actor, "promised"), verb)
        return
    for n, c in enumerate(own):
        first, last = object_of(reading, c)
        if n + 1 < len(own):
            last = min(last, tree.left[own[n + 1]])
        yield made(reading, Bond(rule, trigger, actor, "promised"), c, first, shortened(reading, first, last))


def _subject(reading: Reading, verb: int) -> Role | None:
    frame = reading.frame_at(verb)
    if frame is not None:
        return frame.role("agent", "theme")
    child = reading.tree.child(verb, "nsubj", "nsubjpass")
    return Role("agent", child, *reading.tree.core(child)) if child is not None else None
