"""Occasion: one candidate event on a page, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion that the words name or tell.

    Attributes:
        anchor: the token that names or tells it; time, modality and speaker are read there.
        first, last: half-open token range of the evidence.
        type, name, series, ordinal, place, mode, participants, hosts, organisers: as in claims.md.
        verb: token of the verb that holds or tells it, -1 where there is none.
        rule: which rule found it.
        day: EDTF of its time, empty where the words give none.
        of: anchor of the occasion that this telling looks back to, -1 where it tells its own.
        mentions: token ranges of further places.
    """

    anchor: int
    first: int
    last: int
    type: str
    name: str = ""
    series: str = ""
    ordinal: int | None = None
    place: str | tuple[str, ...] = ""
    mode: str = ""
    participants: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    verb: int = -1
    rule: str = ""
    day: str = ""
    of: int = -1
    mentions: tuple[tuple[int, int], ...] = field(default=())
