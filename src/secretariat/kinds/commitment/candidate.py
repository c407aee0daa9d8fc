"""Candidate: a place whose wording can be an undertaking or a delivery."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.frame import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible commitment.

    Attributes:
        rule: construction ("will", "performative", "ready", "noun", "delivery", "progress", "bullet", ...).
        trigger: token whose wording binds. verb: head of the thing undertaken (verb or noun).
        actor: the phrase that names the actor; None where only the context does.
        first, last: tokens of the object as written.
        status: "promised", "under-way", "delivered".
        where: tokens of the evidence.
        lead: token in a governing lead-in, -1 where there is none.
    """

    rule: str
    trigger: int
    verb: int
    actor: Role | None
    first: int
    last: int
    status: str
    where: tuple[int, int]
    lead: int = -1


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds: the construction, the word that binds, who is bound, and how far it has come."""

    rule: str
    trigger: int
    actor: Role | None
    status: str
