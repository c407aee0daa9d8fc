"""Leaving: suspension, expulsion, withdrawal, a treaty that lapses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.membership.acts import Reached, reach
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import nearby, organisation
from secretariat.kinds.membership.roles import (
    Place,
    bodies_acting,
    can_join,
    found,
    inside,
    leaves_nearby,
    named_parties,
    owner_of,
    place_of,
    ranges,
    status_of,
    unless_bare,
)


def standing(act: str) -> Callable[[Reading, Frame], Iterator[Found]]:
    """Suspension, freezing, expulsion: of a party from somewhere, or of its membership."""

    def rule(reading: Reading, frame: Frame) -> Iterator[Found]:
        p = reading.parsed
        themes = frame.all("theme", "of") if frame.form == "nominal" else frame.all("theme")
        member = next((r for r in themes if p.lemmas[r.head] in ("membership", "participation", "status")), None)
        own = False
        if member is not None:
            who = inside(reading, member) or (owner_of(reading, member))
            if not who or _is_own(reading, member):
                who, own = named_parties(reading, frame, "agent") or who, True
            spans: tuple[tuple[int, int], ...] = ((member.first, member.last),)
        else:
            who = named_parties(reading, frame, "theme", "of")
            spans = ranges(frame, "from") or bodies_acting(reading, frame) or _upheld(reading, frame)
        if not who or not spans:
            return
        where = organisation(reading, frame, who, *spans, *ranges(frame, "from", "in", "of"))
        where = where or (nearby(reading, frame.token, who) if member is not None else None)
        if where:
            status = status_of(reading, where.arg, spans) or "member"
            yield from found(frame, who, Place(where, status), reach("suspend" if own else act, frame, status), act)

    return rule


def _upheld(reading: Reading, frame: Frame) -> tuple[tuple[int, int], ...]:
    """ "decides to uphold the suspension of X": the body of the sentence or of the text."""
    held = any(o.word in ("uphold", "maintain", "confirm", "prolong", "extend") for o in frame.operators)
    near = nearby(reading, frame.token, ()) if held and frame.form == "nominal" else None
    return ((near.token, near.token + 1),) if near and near.token >= 0 else ()


def _is_own(reading: Reading, role: Role) -> bool:
    owner = reading.tree.child(role.head, "poss")
    return owner is not None and reading.parsed.tags[owner] == "PRP$"


def withdraw(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "left", "withdrew from", "ended its membership"."""
    p = reading.parsed
    if frame.predicate in ("stop", "terminate", "end", "renounce", "relinquish", "cease"):
        yield from _ending(reading, frame)
        return
    who = named_parties(reading, frame, "agent")
    spans = (
        ranges(frame, "from", "of", "out")
        if frame.predicate in ("withdraw", "depart", "secede", "pull out", "drop out") or frame.form == "nominal"
        else ranges(frame, "theme", "from")
    )
    if not who:
        return
    where = organisation(reading, frame, who, *spans)
    bare = (
        frame.form == "nominal"
        and not spans
        or frame.form == "verbal"
        and not frame.all("theme", "from")
        and leaves_nearby(reading, frame)
    )
    if where is None and bare and reading.anchors.subject:
        where = nearby(reading, frame.token, who)
    if where and can_join(reading, where) and not (frame.passive and p.lemmas[frame.token] == "leave"):
        yield from found(
            frame,
            who,
            Place(where, "member"),
            unless_bare(reading, frame, reach("withdraw", frame, "member")),
            "withdraw",
        )


def _ending(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "ended its membership in", "ceased its participation"."""
    p = reading.parsed
    member = next((r for r in frame.all("theme") if p.lemmas[r.head] == "membership"), None)
    if member is None:
        return
    who = named_parties(reading, frame, "agent") or owner_of(reading, member)
    where = place_of(reading, frame, who, ((member.first, member.last), *ranges(frame, "in", "of")), far=True)
    if who and where:
        status = status_of(reading, where.arg, ((member.first, member.last),)) or "member"
        yield from found(frame, who, Place(where, status), reach("withdraw", frame, status), "end")


def not_extended(reading: Reading, frame: Frame) -> Iterator[Found]:
    """A party that declines to extend the founding treaty leaves when it lapses."""
    what = frame.role("theme")
    declined = any(o.word in ("decline", "refuse") or o.link == "negation" for o in frame.operators)
    if (
        what is None
        or not declined
        or reading.parsed.lemmas[what.head]
        not in ("treaty", "pact", "convention", "charter", "agreement", "membership")
    ):
        return
    who = named_parties(reading, frame, "agent")
    where = organisation(reading, frame, who, (what.first, what.last)) if who else None
    if where:
        yield from found(frame, who, Place(where, "member"), Reached("withdrew", "asserted", "-"), "lapse")
