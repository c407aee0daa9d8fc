"""Joining: a party joins, becomes, is admitted, invited, comes back."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading
from secretariat.frame.anchors import GENERIC
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import reach
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import nearby, organisation
from secretariat.kinds.membership.roles import (
    Place,
    can_join,
    found,
    leaves_nearby,
    named_parties,
    ranges,
    status_of,
    tail,
    unless_bare,
)
from secretariat.kinds.membership.statuses import find_status

_STRONG_ADMIT = frozenset({"admit", "readmit", "induct"})


_OBSERVANCE = ("as", "into", "to", "in", "of", "within", "with", "at")


def join(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "X joined", "acceded to", "became a member of"; the noun "accession" too."""
    who = named_parties(reading, frame, "agent", "theme" if frame.passive else "agent")
    if not who and frame.form == "nominal":
        who = named_parties(reading, frame, "compound")
    if not who:
        return
    if frame.predicate == "become":
        yield from _become(reading, frame, who)
        return
    if frame.form == "verbal" and not _joins_a_body(reading, frame):
        return
    objects = ranges(frame, "theme", "to", "into", "in", "compound", "of")
    where = organisation(reading, frame, who, *objects)
    bare = not frame.all("theme", "to", "into", "with") and frame.predicate in ("join", "accede", "enter")
    status = status_of(reading, where.arg if where else "", ranges(frame, "as")) or "member"
    if where is None and (bare or frame.all("as") and status != "member"):
        where = nearby(reading, frame.token, who)
    if where and can_join(reading, where):
        yield from found(
            frame, who, Place(where, status), unless_bare(reading, frame, reach("join", frame, status)), "join"
        )


_RANKS = GENERIC | frozenset({"rank", "ranks", "membership", "club", "family", "protocol", "accord"})


def _joins_a_body(reading: Reading, frame: Frame) -> bool:
    """ "joined the bloc", not "joined the statement issued by the bloc"."""
    role = frame.role("theme", "to", "into")
    if role is None:
        return True
    m = reading.mention_at(role.head)
    return m is not None and m.type in BODY_TYPES or reading.parsed.lemmas[role.head] in _RANKS


def _become(reading: Reading, frame: Frame, who: tuple[Mention, ...]) -> Iterator[Found]:
    spans = ranges(frame, "as", "theme")
    where = organisation(reading, frame, who, *spans, *ranges(frame, "of", "in", "to"))
    status = status_of(reading, where.arg if where else "", spans)
    if not status or not spans or not _heads_status(reading, frame):
        return
    where = where or nearby(reading, frame.token, who)
    if where:
        yield from found(frame, who, Place(where, status), reach("join", frame, status), "become")


def _heads_status(reading: Reading, frame: Frame) -> bool:
    """True where the head noun of what the subject is, is itself the status ("a member", not "a market "
    "for members")."""
    role = frame.role("as", "theme")
    if role is None:
        return False
    first, last = reading.tree.phrase(role.head, prepositions=())
    return find_status(reading.phrase(first, last)) is not None and reading.parsed.lemmas[role.head] in _STATUS_HEADS


_STATUS_HEADS = frozenset(
    """member state partner observer candidate country nation party associate participant ally one economy
        signatory membership status""".split()
)


def admit(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "X was admitted", "accepted as", "welcomed as"."""
    who = (
        named_parties(reading, frame, "theme", "of", "compound")
        if frame.form == "nominal"
        else named_parties(reading, frame, "theme")
    )
    if not who:
        return
    spans = (*ranges(frame, *_OBSERVANCE), *tail(reading, frame, who))
    where = organisation(reading, frame, who, *spans)
    as_spans = (*ranges(frame, "as", "into", "to"), *tail(reading, frame, who))
    status = status_of(reading, where.arg if where else "", as_spans)
    strong = frame.predicate in _STRONG_ADMIT or frame.form == "nominal" and frame.predicate == "admit"
    if not status and not (
        strong
        or where
        and frame.all("into")
        and frame.predicate in ("accept", "welcome", "induct", "take in", "let in", "integrate")
    ):
        return
    if frame.predicate in ("make", "include", "welcome", "recognise", "recognize", "register") and not (
        status and frame.all("as")
    ):
        return
    where = where or nearby(reading, frame.token, who)
    if where:
        status = status or "member"
        reached = reach("admit", frame, status)
        yield from found(frame, who, Place(where, status), unless_bare(reading, frame, reached), "admit")


def invite(reading: Reading, frame: Frame) -> Iterator[Found]:
    """An invitation to join, or beside a verb of joining."""
    p = reading.parsed
    who = (
        named_parties(reading, frame, "theme", "of")
        if frame.form == "nominal"
        else named_parties(reading, frame, "theme")
    )
    if not who or reading.tree.has(frame.token, "xcomp"):
        return
    spans = ranges(frame, "to", "as", "into")
    where = organisation(reading, frame, who, *spans)
    status = status_of(reading, where.arg if where else "", spans)
    coordinated = any(
        p.deps[c] == "conj" and p.lemmas[c] in ("join", "accede") for c in reading.tree.children[frame.token]
    )
    coordinated = coordinated or any(
        p.deps[i] == "relcl" and p.lemmas[j] in ("become", "join")
        for m in who
        for i in reading.tree.children[m.head]
        for j in reading.tree.subtree_of(i)
    )
    if where is None and (coordinated and not spans or status):
        where = nearby(reading, frame.token, who)
    elif not status and not coordinated:
        where = None
    if where:
        status = status or "member"
        yield from found(frame, who, Place(where, status), reach("invite", frame, status), "invite")


def reinstate(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "rejoined", "was readmitted", "returned"."""
    who = (
        named_parties(reading, frame, "agent", "theme")
        if frame.predicate in ("rejoin", "re-join", "return", "re-enter", "reaccede")
        else named_parties(reading, frame, "theme", "of")
    )
    spans = ranges(frame, "to", "theme", "into", "in", "as")
    where = organisation(reading, frame, who, *spans) if who else None
    bare = frame.predicate == "return" and not frame.all("to", "theme", "from") and leaves_nearby(reading, frame)
    if who and where is None and (bare or frame.predicate in ("rejoin", "readmit")):
        where = nearby(reading, frame.token, who)
    if who and where and (frame.predicate != "return" or bare or where.via == "path"):
        status = status_of(reading, where.arg, ranges(frame, "as")) or "member"
        yield from found(
            frame,
            who,
            Place(where, status),
            unless_bare(reading, frame, reach("reinstate", frame, status)),
            "reinstate",
        )
