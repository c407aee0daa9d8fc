"""From candidates to claims: actor, object, beneficiary, amount and times, and the verdict of the judge."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds._parties import actors, value, we
from secretariat.kinds.commitment.candidates import Candidate, candidates
from secretariat.kinds.commitment.judge import verdict
from secretariat.kinds.figure.counted import Counted
from secretariat.kinds.figure.find import figures
from secretariat.model.claim import Claim


def find(reading: Reading) -> Iterator[Claim]:
    """The commitments and deliveries of a document."""
    amounts = tuple(figures(reading))
    for candidate in candidates(reading):
        accepted, score = verdict(reading, candidate)
        if accepted:
            yield from _claims(reading, candidate, amounts, score)


def _claims(reading: Reading, candidate: Candidate, amounts: tuple[Counted, ...], score: float) -> Iterator[Claim]:
    who = _actors(reading, candidate)
    if not who:
        return
    args = {
        "actor": value(who),
        "object": _words(reading, candidate),
        "amount": _amount(reading, candidate, amounts),
        "status": candidate.status,
    }
    yield reading.claim(
        "commitment", args, candidate.where, at=candidate.trigger, rule=f"commitment.{candidate.rule}",
        modality="promised" if candidate.status == "promised" else "asserted", score=score,
    )  # fmt: skip


def _actors(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    role = candidate.actor
    if role is None:
        return we(reading, candidate.trigger) if candidate.rule == "bullet" else ()
    return actors(reading, role.first, role.last, role.head)


def _words(reading: Reading, candidate: Candidate) -> str:
    return reading.phrase(candidate.first, candidate.last)


def _amount(reading: Reading, candidate: Candidate, amounts: tuple[Counted, ...]) -> dict[str, object] | None:
    for counted in amounts:
        if candidate.first <= counted.first < candidate.last:
            q = counted.quantity
            return {"value": q.value, "bound": q.bound, "unit": counted.unit} if q.value is not None else None
    return None
