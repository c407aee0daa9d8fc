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
    if kind == "inert" or (kind == "none" and candidate.rule != "bullet"):
        return False
    verb = reading.parsed.lemmas[candidate.verb]
    if candidate.rule in ("will", "going", "would"):
        return _future(reading, candidate, kind, verb)
    if candidate.rule in ("intending", "noun") and verb in v.PLANNED_OCCASIONS:
        return False
    if candidate.rule in ("delivery", "delivered", "gift"):
        return _given(reading, candidate, kind, verb)
    return True


def _future(reading: Reading, candidate: Candidate, kind: str, verb: str) -> bool:
    """ "will" undertakes something where an actor is its subject and the verb is an act of that actor's own."""
    word = reading.parsed.word(candidate.actor.head).lower() if candidate.actor else ""
    if verb in v.OCCASION or kind == "other" or word == "i":
        return False
    relative = candidate.actor is not None and candidate.actor.via == "relative"
    return not (relative and (kind == "person" or verb in v.EFFECTS))


def _given(reading: Reading, candidate: Candidate, kind: str, verb: str) -> bool:
    """A delivery is concrete: a verb of handing over, or any verb of help with a number or a named receiver."""
    if kind == "other":
        return False
    if candidate.rule == "delivered":
        return verb in v.GIFTS or _numbered(reading, candidate)
    if candidate.rule == "gift" or verb in v.PLAIN_GIVING:
        return True
    named = bool(reading.mentions_in(candidate.first + 1, candidate.last))
    return kind in ("party", "we", "actor") and _numbered(reading, candidate) and (named or verb in v.GIVING)


def _numbered(reading: Reading, candidate: Candidate) -> bool:
    return any(reading.parsed.tags[i] in ("CD", "$") for i in range(candidate.first, candidate.last))


def features(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """What the learned filter sees of a candidate, as names of yes-or-no features."""
    parsed = reading.parsed
    kind = actor_type(reading, candidate)
    verb = parsed.lemmas[candidate.verb]
    inside = range(candidate.first, candidate.last)
    named = reading.mentions_in(candidate.first, candidate.last)
    tests = {
        "object:party": bool(named),
        "object:number": any(parsed.tags[i] in ("CD", "$") for i in inside),
        "object:direct": reading.tree.has(candidate.verb, "dobj"),
        "object:noun": parsed.tags[candidate.verb][:2] != "VB",
        "object:short": candidate.last - candidate.first < 5,
        "object:long": candidate.last - candidate.first > 20,
        "object:proper": any(parsed.pos[i] == "PROPN" for i in inside),
        "object:together": any(parsed.lemmas[i] in v.JOINTLY for i in inside),
        "object:vague": any(parsed.lemmas[i] in v.VAGUE for i in inside),
        "verb:giving": verb in v.GIVING,
        "verb:plain-giving": verb in v.PLAIN_GIVING,
        "verb:founding": verb in v.FOUNDING,
        "verb:effect": verb in v.EFFECTS,
        "verb:light": verb in v.LIGHT or verb in ("make", "take", "have", "help"),
        "said": reading.attribution(candidate.trigger) is not None,
        "transcript": reading.block(candidate.trigger).kind == "speaker",
        "bullet": reading.block(candidate.trigger).kind == "bullet",
        "first-singular": candidate.actor is not None and parsed.word(candidate.actor.head).lower() in ("i", "my"),
    }
    found = [name for name, yes in tests.items() if yes]
    return (
        "bias",
        f"rule:{candidate.rule}",
        f"actor:{kind}",
        f"{candidate.rule}/{kind}",
        *found,
        *(f"{candidate.rule}/{n}" for n in found),
    )


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
    if lemma in v.INERT or word in v.INERT:
        return "inert"
    return "person" if parsed.pos[head] == "PROPN" else "other"
