"""Granting: a status is given, asked for, talked about, supported."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.membership.acts import Reached, reach
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import generic_status, nearby, organisation, parties
from secretariat.kinds.membership.roles import (
    Place,
    bodies_acting,
    found,
    inside,
    last_status,
    named_parties,
    ranges,
    status_of,
    tail,
    unless_bare,
)

_APPLICATION = frozenset({"application", "request", "bid", "candidacy", "letter", "membership", "status"})


def grant(reading: Reading, frame: Frame) -> Iterator[Found]:
    """A status is given or obtained."""
    things = [r for r in frame.all("theme") if _is_status(reading, r)]
    if not things:
        yield from _grant_by_order(reading, frame)
        return
    taking = (
        frame.predicate in ("obtain", "get", "win", "gain", "acquire", "secure", "attain", "earn", "achieve", "receive")
        and not frame.passive
    )
    others = [
        r
        for r in frame.all(*(("agent",) if taking else ("recipient", "to", "theme", "compound", "on", "upon")))
        if r not in things
    ]
    who = next((named for r in others if (named := parties(reading, r))), ())
    who = who or next((named for r in things if (named := inside(reading, r))), ())
    if not who:
        return
    spans = tuple((r.first, r.last) for r in things)
    where = organisation(reading, frame, who, *spans, *ranges(frame, "of", "in", "at", "with", "within")) or nearby(
        reading, frame.token, who
    )
    if where:
        status = status_of(reading, where.arg, spans) or last_status(reading, frame.token, where.arg)
        if status:
            yield from found(
                frame, who, Place(where, status), unless_bare(reading, frame, reach("grant", frame, status)), "grant"
            )


def _grant_by_order(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "granting A, B and C the status of observer", where the parse took the status for one more name."""
    who = (
        named_parties(reading, frame, "theme", "recipient")
        if frame.predicate in ("grant", "give", "award", "accord")
        else ()
    )
    behind = tail(reading, frame, who) if who else ()
    if not behind or not any(
        reading.parsed.lemmas[i] in ("status", "membership", "observership") for i in range(*behind[0])
    ):
        return
    where = organisation(reading, frame, who, *behind) or nearby(reading, frame.token, who)
    status = status_of(reading, where.arg, behind) if where else ""
    if where and status:
        yield from found(frame, who, Place(where, status), reach("grant", frame, status), "grant")


def _is_status(reading: Reading, role: Role) -> bool:
    p = reading.parsed
    if p.lemmas[role.head] in (
        "membership",
        "status",
        "observership",
        "partnership",
        "accession",
        "admission",
        "candidacy",
        "seat",
    ):
        return p.lemmas[role.head] != "seat" and (p.lemmas[role.head] != "partnership")
    return False


def apply(reading: Reading, frame: Frame) -> Iterator[Found]:
    """An application is made, or the noun stands under an operator."""
    p = reading.parsed
    if frame.form == "nominal":
        who = named_parties(reading, frame, "agent", "compound", "by", "from")
        act, spans = "status", ranges(frame, "for", "to", "compound", "of")
    else:
        who = named_parties(reading, frame, "theme" if frame.passive and frame.predicate == "apply" else "agent")
        act, spans = "apply", ranges(frame, "for", "theme", "to")
        thing = frame.role("theme")
        if (
            frame.predicate != "apply"
            and frame.predicate != "reapply"
            and (thing is None or p.lemmas[thing.head] not in _APPLICATION)
        ):
            return
    if not who and frame.form == "nominal" and frame.operators:
        yield from _that_application(reading, frame)
        return
    if not who or not spans and not (frame.predicate == "apply" and _bare_application(reading, frame)):
        return
    where = organisation(reading, frame, who, *spans, *ranges(frame, "in", "with", "of"))
    status = status_of(reading, where.arg if where else "", spans)
    if not status and any(generic_status(reading, t) for a, b in spans for t in range(a, b)):
        status = last_status(reading, frame.token, where.arg if where else "")
    aimed = status or where is not None and frame.form == "nominal" or not spans
    where = where or nearby(reading, frame.token, who)
    if aimed and where:
        status = status or "member"
        yield from found(frame, who, Place(where, status), reach(act, frame, status), "apply")


def _that_application(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "approved the request": the application told right before, with its party and status."""
    p = reading.parsed
    if not any(p.word(c).lower() in ("the", "this", "that") for c in reading.tree.children[frame.token]):
        return
    for earlier in reversed(reading.frames_of("apply")):
        near = earlier.form == "verbal" and 0 <= frame.sentence - earlier.sentence <= 1 and earlier.token < frame.token
        told = next(apply(reading, earlier), None) if near else None
        if told is not None:
            yield from found(
                frame,
                told.parties,
                Place(told.organisation, told.status),
                reach("status", frame, told.status),
                "apply",
            )
            return


def _bare_application(reading: Reading, frame: Frame) -> bool:
    """ "Iran applied in May": in a text about an organisation, without a complement of its own."""
    return (
        not reading.tree.has(frame.token, "xcomp", "ccomp", "dobj")
        and bool(reading.anchors.subject)
        and not frame.passive
    )


def status_noun(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "support for X's membership", "a memorandum on X's observer status": nothing without an operator above."""
    if frame.form != "nominal" or not frame.operators:
        return
    who = tuple(m for m in named_parties(reading, frame, "agent", "compound", "for", "of") if m.is_state)
    if not who:
        return
    first, last = reading.tree.phrase(frame.token, prepositions=("of", "in", "on", "at"))
    where = organisation(reading, frame, who, *ranges(frame, "in", "of", "on", "to", "at", "within"), (first, last))
    where = where or nearby(reading, frame.token, who)
    status = status_of(reading, where.arg, ((first, last),)) if where else ""
    if where and status:
        yield from found(frame, who, Place(where, status), reach("status", frame, status), "noun")


def opened(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "opened accession talks with X", "started membership negotiations with X"."""
    p = reading.parsed
    what = frame.role("theme")
    if what is None or p.lemmas[what.head] not in ("talk", "negotiation", "procedure", "process", "dialogue"):
        return
    words = reading.phrase(what.first, what.head + 1).lower()
    if "accession" not in words and "membership" not in words:
        return
    inner = [
        Role("with", o, *reading.tree.core(o))
        for c in reading.tree.children[what.head]
        if p.lemmas[c] in ("with", "for")
        for o in reading.tree.children[c]
    ]
    who = next((found for r in (*frame.all("with", "for"), *inner) if (found := parties(reading, r))), ())
    spans = (*bodies_acting(reading, frame), (what.first, what.last))
    where = organisation(reading, frame, who, *spans) or (nearby(reading, frame.token, who) if who else None)
    if who and where and frame.modality in ("asserted", "planned"):
        yield Found(frame, who, where, "member", Reached("procedure-opened", frame.modality, "open"), "talks")
