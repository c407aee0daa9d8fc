"""Judgement: a person's decision on a claim or conflict. Nothing is overwritten: an undo is a judgement too."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.model.claim import Claim

VERDICTS = ("accept", "reject", "correct", "settle", "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person decided, about what, when and why.

    Attributes:
        verdict: "accept", "reject" or "correct" a claim; "settle" a conflict (`reading` is the side that holds); "undo"
            an earlier judgement.
        author: who decided. reason: why, in the author's words; may be empty.
        claim: the whole claim as it was judged, so that the judgement survives a re-extraction.
        correction: the claim the author puts in its place, same evidence.
        conflict: id of the conflict that is settled. reading: the side's reading.
        undoes: id of the judgement that is taken back.
        adjudicates: True where it settles a difference between two authors.
        id: stable id, given by the register. recorded_at: UTC, ISO 8601, given by the register.
    """

    verdict: str
    author: str
    reason: str = ""
    claim: Claim | None = None
    correction: Claim | None = None
    conflict: str = ""
    reading: str = ""
    undoes: str = ""
    adjudicates: bool = False
    id: str = ""
    recorded_at: str = ""
