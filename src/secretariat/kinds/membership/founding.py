"""Founding: who set an organisation up."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import reach
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import Organisation, organisation
from secretariat.kinds.membership.roles import (
    Place,
    found,
    named_parties,
    ranges,
)


def found_act(reading: Reading, frame: Frame) -> Iterator[Found]:
    """Parties named as creators of an organisation."""
    what = frame.role("theme")
    if (
        what is not None
        and reading.parsed.lemmas[what.head] in ("member", "state")
        and reading.parsed.tags[frame.token] == "VBG"
    ):
        who = named_parties(reading, frame, "agent")  # "are founding members of": the parser takes it for a verb
        where = organisation(reading, frame, who, (what.first, what.last)) if who else None
        if where:
            yield from found(frame, who, Place(where, "member"), reach("found", frame, "member"), "found")
        return
    makers, spans = _makers(reading, frame)
    if len(makers) < 2 or not spans:
        return
    where = organisation(reading, frame, makers, *spans)
    if where is None or where.via == "path" and not _is_the_thing(reading, spans, where):
        return
    yield from found(frame, makers, Place(where, "member"), reach("found", frame, "member"), "found")


def _is_the_thing(reading: Reading, spans: tuple[tuple[int, int], ...], where: Organisation) -> bool:
    """The organisation itself is founded, not "the SCO Business Council" or "a partnership with NATO"."""
    m = reading.mention_at(where.token)
    head = reading.parsed.heads
    return m is not None and any(
        a <= m.first < b and (not a <= head[m.head] < b or head[m.head] == m.head) for a, b in spans
    )


def _makers(reading: Reading, frame: Frame) -> tuple[tuple[Mention, ...], tuple[tuple[int, int], ...]]:
    """Who founded, and the ranges of what; of "the creation of which was announced by A and B" too."""
    who = tuple(m for m in named_parties(reading, frame, "agent", "by") if m.is_state)
    spans = ranges(frame, "theme")
    if frame.form == "nominal" and not who:
        verb = reading.frame_at(reading.parsed.heads[frame.token])
        if verb is not None and verb.predicate in ("announce", "proclaim", "declare", "sign", "agree"):
            who = tuple(m for m in named_parties(reading, verb, "agent") if m.is_state)
        spans = spans or ranges(frame, "of")
        spans = tuple(_before_relative(reading, a, b) for a, b in spans)
    return who, spans


def _before_relative(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """For "of which" the clause's own antecedent: the words of the sentence before it."""
    p = reading.parsed
    if last - first == 1 and p.tags[first] in ("WDT", "WP"):
        start = reading.sentence(first)[0]
        subject = next((m for m in reading.mentions_in(start, first) if m.type in BODY_TYPES), None)
        return (subject.first, subject.last) if subject else (first, last)
    return first, last
