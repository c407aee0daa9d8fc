"""Whose report it is: the subject of a reporting verb, where it can speak."""

from __future__ import annotations

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.statement import vocabulary as v
from secretariat.kinds.statement.extents import reporting


def source_of(reading: Reading, frame: Frame) -> Role | None:
    """Who speaks: a subject that is no first or second person and no mute thing."""
    parsed = reading.parsed
    for role in frame.all("agent"):
        word = parsed.word(role.head).lower()
        if word == "we" and parsed.tags[frame.token] == "VBD":
            return role  # the signatories tell what they said: "We underscored that"
        if role.via == "relative" or word in v.FIRST or (parsed.lemmas[role.head] in v.MUTE and word != "it"):
            continue
        odd = parsed.word(role.first).lower() in ("that", "which", "who")
        if odd or parsed.pos[role.head] not in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
            return _names_before(reading, frame.token)
        if not _abstract(reading, role.head):
            return role
        return _outer(reading, frame.token)
    return None


def _abstract(reading: Reading, head: int) -> bool:
    """Processes and qualities say nothing; "both of these sessions" neither."""
    parsed = reading.parsed
    lemma = parsed.lemmas[head]
    if lemma in v.TEXTS or lemma in v.BODIES:
        return False
    of_things = parsed.tags[head] in ("DT", "CD", "PDT") and reading.tree.has(head, "prep")
    return of_things or (parsed.pos[head] == "NOUN" and lemma.endswith(v.ABSTRACT))


def _outer(reading: Reading, token: int) -> Role | None:
    """The speaker of the report around, where the parser gave its second verb to the wrong subject."""
    for up in reading.tree.ancestors(token):
        frame = reading.frame_at(up)
        role = frame.role("agent") if frame and reporting(reading, up) else None
        if role is not None and not _abstract(reading, role.head):
            return role
    return None


def _names_before(reading: Reading, verb: int) -> Role | None:
    """Names that stand right before the verb, where the parser made something else of them."""
    parsed = reading.parsed
    begin, _ = reading.sentence(verb)
    first = verb
    while first > begin and (parsed.pos[first - 1] == "PROPN" or parsed.word(first - 1).lower() in ("and", "the")):
        first -= 1
    names = [i for i in range(first, verb) if parsed.pos[i] == "PROPN"]
    return Role("agent", names[-1], first, verb, "list") if len(names) > 1 else None
