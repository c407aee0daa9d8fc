"""Which candidates a careful reader would sign as commitments."""

from __future__ import annotations

from secretariat.frame import Reading
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidates import Candidate


def verdict(reading: Reading, candidate: Candidate) -> tuple[bool, float]:
    """Whether the candidate is accepted, and how sure that is (0..1)."""
    if not prefilter(reading, candidate):
        return False, 0.0
    return True, 1.0


def prefilter(reading: Reading, candidate: Candidate) -> bool:
    """What holds by the meaning of the words alone: somebody must act, and an occasion is not an undertaking."""
    kind = actor_type(reading, candidate)
    if kind == "inert" or (kind == "none" and candidate.rule != "bullet") or candidate.last - candidate.first < 2:
        return False
    if candidate.actor is not None and reading.parsed.word(candidate.actor.head).lower() in v.SECOND:
        return False
    if candidate.rule == "bullet":
        return kind not in ("other", "person")
    verb = reading.parsed.lemmas[candidate.verb]
    if _vague(reading, candidate) or _decides_membership(reading, candidate, verb):
        return False
    if candidate.rule in ("will", "going", "would"):
        return _future(reading, candidate, kind, verb)
    if candidate.rule in ("intending", "noun") and verb in v.PLANNED_OCCASIONS:
        return False
    relative = candidate.actor is not None and candidate.actor.via == "relative"
    if candidate.rule == "ready" and (kind == "other" or relative):
        return False  # "democracies that are ready to contribute": a description
    if candidate.rule == "ready" and reading.block(candidate.trigger).kind == "speaker":
        return reading.parsed.word(candidate.trigger).lower() in ("committed", "resolved", "determined")
    if candidate.rule in ("progress", "working"):
        return kind in ("party", "we", "actor", "they") and not _praises(reading, candidate)
    if candidate.rule in ("delivery", "delivered", "gift"):
        return _given(reading, candidate, kind, verb)
    return True


def _vague(reading: Reading, candidate: Candidate) -> bool:
    """Nothing that could be seen to come about: unity and spirits, ways still sought, growth that somebody drives."""
    thing = reading.tree.child(candidate.verb, "dobj")
    if thing is None:
        return False
    verb, noun = reading.parsed.lemmas[candidate.verb], reading.parsed.lemmas[thing]
    claimed = verb in v.DRIVING and noun in v.DRIVEN and candidate.rule in ("will", "going", "would")
    return noun in v.VAGUE or (verb in v.SEEKING and noun in v.SOUGHT) or claimed


def _decides_membership(reading: Reading, candidate: Candidate, verb: str) -> bool:
    """Decisions on who belongs and who holds an office are told by other kinds."""
    if candidate.rule not in ("performative", "will", "would", "intending"):
        return False
    status = any(reading.parsed.lemmas[i] in v.STATUS_WORDS for i in range(candidate.first, candidate.last))
    return verb in v.DECIDED or (
        verb in ("grant", "give", "receive", "join", "upgrade", "uphold", "lift", "extend", "end", "maintain")
        and status
    )


def _future(reading: Reading, candidate: Candidate, kind: str, verb: str) -> bool:
    """As in "will" undertakes something where an actor is its subject and the verb is an act of that actor's own."""
    if (
        verb in v.OCCASION
        or kind in ("other", "person")
        or (verb == "take" and _praises(reading, candidate) and not _measures(reading, candidate))
    ):
        return False
    if candidate.rule == "going" and verb not in v.GIVING | v.FOUNDING:
        return False  # spoken "going to" foretells more often than it undertakes
    if _gapped(reading, candidate):
        return False
    thing = reading.tree.child(candidate.verb, "dobj")
    if thing is not None and reading.parsed.tags[thing] == "PRP" and reading.block(candidate.trigger).kind == "speaker":
        return False  # "we'll open it up": talk about the talk
    relative = candidate.actor is not None and candidate.actor.via == "relative"
    return not (relative and verb in v.EFFECTS)


def _gapped(reading: Reading, candidate: Candidate) -> bool:
    """As in "the fund that A will launch": what is launched stands outside the clause, the object would lack it."""
    parsed, tree = reading.parsed, reading.tree
    verb = candidate.verb
    fronted = any(parsed.tags[c] in ("WDT", "WP", "IN") and parsed.deps[c] == "dobj" for c in tree.children[verb])
    return (
        parsed.deps[verb] == "relcl"
        and (fronted or parsed.lemmas[verb] in v.FOUNDING | v.GIVING)
        and not _has_thing(reading, verb)
    )


def _has_thing(reading: Reading, verb: int) -> bool:
    parsed = reading.parsed
    return any(c > verb and parsed.deps[c] in ("dobj", "xcomp", "ccomp") for c in reading.tree.children[verb])


def _measures(reading: Reading, candidate: Candidate) -> bool:
    thing = reading.tree.child(candidate.verb, "dobj")
    return thing is not None and reading.parsed.lemmas[thing] in ("action", "measure", "step")


def _praises(reading: Reading, candidate: Candidate) -> bool:
    """As in "is making historic investments", "is creating opportunities": nothing that could be checked."""
    thing = reading.tree.child(candidate.verb, "dobj")
    if candidate.rule == "working":
        return thing is not None and reading.parsed.lemmas[thing] in v.PRAISE
    return thing is None or reading.parsed.lemmas[thing] in v.PRAISE | v.INTANGIBLE


def _given(reading: Reading, candidate: Candidate, kind: str, verb: str) -> bool:
    """A delivery is concrete: a verb of handing over, or any verb of help with a number or a named receiver."""
    if kind == "other":
        return False
    if candidate.rule == "delivered":
        return verb in v.GIFTS or _numbered(reading, candidate)
    if candidate.rule == "gift" or verb in v.PLAIN_GIVING:
        return True
    named = any(reading.parsed.pos[i] == "PROPN" for i in range(candidate.first + 1, candidate.last))
    return kind in ("party", "we", "actor") and _numbered(reading, candidate) and named


def _numbered(reading: Reading, candidate: Candidate) -> bool:
    return any(reading.parsed.tags[i] in ("CD", "$") for i in range(candidate.first, candidate.last))


def actor_type(reading: Reading, candidate: Candidate) -> str:
    """What the actor is: "we", "they", "party", "actor" (a noun of actors), "person", "inert", "other"."""
    role = candidate.actor
    if role is None:
        return "none"
    parsed, head = reading.parsed, role.head
    word = parsed.word(head).lower()
    if word in ("we", "our", "us", "i", "my"):
        return "we"
    if word in ("they", "their", "he", "she", "his", "her"):
        return "they"
    mention = reading.mention_at(head)
    if mention is not None and mention.form not in ("adjective",):
        return "party"
    lemma = parsed.lemmas[head]
    if lemma in v.ACTORS:
        return "actor"
    if lemma in v.INERT or word in v.INERT or (parsed.pos[head] == "NOUN" and lemma.endswith(v.ABSTRACT)):
        return "inert"
    if parsed.pos[head] != "PROPN":
        return "other"
    return "actor" if _official(reading, role.first, head) or parsed.word(head).isupper() else "person"


def _official(reading: Reading, first: int, head: int) -> bool:
    """A name with an office before it ("President NAME") or a body's noun in it."""
    words = {reading.parsed.lemmas[i].lower() for i in range(max(first, head - 5), head + 1)}
    return bool(words & v.ACTORS)
