"""What the rules of membership share: ranges of roles, parties, status, and when a bare noun states anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Frame, Mention, Reading, Role
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import Organisation, nearby, organisation, parties, status_in


@dataclass(frozen=True, slots=True)
class Place:
    """Organisation and status of a frame."""

    organisation: Organisation
    status: str


def ranges(frame: Frame, *names: str) -> tuple[tuple[int, int], ...]:
    """Token ranges of all roles with these names."""
    return tuple((r.first, r.last) for r in frame.all(*names))


def named_parties(reading: Reading, frame: Frame, *roles: str) -> tuple[Mention, ...]:
    """The parties of the first of these roles that names any."""
    for role in frame.all(*roles):
        found = parties(reading, role)
        if found:
            return found
    return ()


def status_of(reading: Reading, organisation_arg: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The first status that one of the ranges names, else empty."""
    for first, last in ranges:
        known = status_in(reading, organisation_arg, first, last)
        if known:
            return known.status
    return ""


def found(
    frame: Frame, who: tuple[Mention, ...], place: Place, reached: Reached | None, family: str
) -> Iterator[Found]:
    """What a rule found, unless no step was reached or nobody is named; an organisation never joins itself."""
    if reached and who:
        who = tuple(m for m in who if m.arg != place.organisation.arg)
        yield Found(frame, who, place.organisation, place.status, reached, family)


def unless_bare(reading: Reading, frame: Frame, reached: Reached | None) -> Reached | None:
    """A noun of action alone presupposes; it states where it is dated or follows "after", "since", "
    ""congratulated on"."""
    if reached is None or frame.form != "nominal" or reached.above != "-":
        return reached
    p = reading.parsed
    governor = p.heads[frame.token]
    stated = (
        p.lemmas[governor] in ("follow", "following", "after", "since", "upon", "on", "with")
        and p.deps[frame.token] == "pobj"
    )
    return reached if stated or reading.time(frame) and reached.modality == "asserted" else None


def can_join(reading: Reading, where: Organisation) -> bool:
    """False where the place is a body that one visits but does not belong to."""
    if where.token < 0 or where.via != "path":
        return True
    m = reading.mention_at(where.token)
    if m is None or m.type != "body":
        return True
    return (
        reading.parsed.lemmas[m.head]
        not in ("conference", "court", "secretariat", "parliament", "assembly", "market", "institute", "commission")
        or m.form == "acronym"
    )


def tail(reading: Reading, frame: Frame, who: tuple[Mention, ...]) -> tuple[tuple[int, int], ...]:
    """What follows the names: "as new partners", "the status of observer"; parsers tie it to the last name."""
    p = reading.parsed
    start = max(m.last for m in who)
    stop = reading.sentence(frame.token)[1]
    if (
        start <= frame.token
        or start >= stop
        or not (
            p.word(start).lower() in ("as", "the", "full", "to")
            or p.lemmas[start] in ("status", "membership", "observer")
        )
    ):
        return ()
    end = start
    while (
        end < stop
        and p.word(end) not in (",", ";", ".", ":")
        and p.tags[end] not in ("VBD", "VBZ", "MD", "WDT")
        and end - start < 16
    ):
        end += 1
    return ((start, end),)


def last_status(reading: Reading, token: int, organisation_arg: str) -> str:
    """What "the status" points back to: the status named last before, in this or the previous two sentences."""
    p = reading.parsed
    s = p.sentence_of[token]
    for back in range(4):
        if s - back < 0:
            break
        a, b = p.sentences[s - back]
        known = status_in(reading, organisation_arg, a, min(b, token))
        if known:
            return known.status
    return ""


def inside(reading: Reading, role: Role) -> tuple[Mention, ...]:
    """Parties inside the status phrase: "granting Belarus membership", "Iran's observer status"."""
    p = reading.parsed
    found = [
        m
        for m in reading.parties(role.first, role.last)
        if m.is_state and p.heads[m.head] == role.head and p.deps[m.head] in ("compound", "poss", "nmod")
    ]
    return tuple(found)


def bodies_acting(reading: Reading, frame: Frame) -> tuple[tuple[int, int], ...]:
    """ "The Union suspended X": who acts is the organisation itself."""
    agent = frame.role("agent")
    m = reading.mention_at(agent.head) if agent else None
    return ((m.first, m.last),) if m is not None and m.type in BODY_TYPES else ()


def owner_of(reading: Reading, role: Role) -> tuple[Mention, ...]:
    """The parties that own a noun ("its membership", "X's membership")."""
    owner = reading.tree.child(role.head, "poss")
    if owner is None:
        return ()
    return parties(reading, Role("poss", owner, *reading.tree.span(owner)))


def leaves_nearby(reading: Reading, frame: Frame) -> bool:
    """A return without a goal is one to the organisation where leaving or suspending was told just "
    "before or is told next."""
    p = reading.parsed
    s = p.sentence_of[frame.token]
    a, b = p.sentences[max(0, s - 1)][0], p.sentences[s][1]
    return any(
        p.lemmas[i] in ("withdraw", "leave", "suspend", "quit", "decline", "exit", "membership") for i in range(a, b)
    )


def place_of(
    reading: Reading, frame: Frame, exclude: tuple[Mention, ...], ranges: tuple[tuple[int, int], ...], *, far: bool
) -> Organisation | None:
    """The organisation of a frame, far or near."""
    where = organisation(reading, frame, exclude, *ranges)
    return where or (nearby(reading, frame.token, exclude) if far else None)
