"""From candidates to claims: actor, object, beneficiary, amount and times, and the verdict of the judge."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds._parties import actors, value, we
from secretariat.kinds.commitment.candidates import Candidate, candidates
from secretariat.kinds.commitment.judge import verdict
from secretariat.kinds.commitment.receivers import given
from secretariat.kinds.figure.counted import Counted
from secretariat.kinds.figure.counting import figures
from secretariat.model.claim import Attribution, Claim
from secretariat.model.time import ValidTime
from secretariat.names import resolve

# A pronoun that nothing before explains names nobody.
PRONOUNS = frozenset("he she it they his her its their him them you both who which".split())


def find(reading: Reading) -> Iterator[Claim]:
    """The commitments and deliveries of a document."""
    amounts = tuple(figures(reading))
    for candidate in candidates(reading):
        accepted, score = verdict(reading, candidate)
        if accepted:
            yield from _claims(reading, candidate, amounts, score)


def _claims(reading: Reading, candidate: Candidate, amounts: tuple[Counted, ...], score: float) -> Iterator[Claim]:
    who = _actors(reading, candidate)
    if not who or who[0].lower() in PRONOUNS:
        return
    gift = given(reading, candidate)
    made, time = _times(reading, candidate)
    said = _said_by(reading, candidate, who)
    modality = "promised" if candidate.status == "promised" else "asserted"
    for receivers in _each(candidate, gift.receivers):
        args = {
            "actor": value(who),
            "object": reading.phrase(candidate.first, gift.last),
            "beneficiary": value(receivers),
            "amount": _amount(reading, candidate, amounts, gift.receivers),
            "status": candidate.status,
            "made": made,
        }
        yield reading.claim(
            "commitment", args, candidate.where, at=candidate.trigger, rule=f"commitment.{candidate.rule}",
            modality=modality, time=time, score=score, attribution=said,
        )  # fmt: skip


def _said_by(reading: Reading, candidate: Candidate, who: tuple[str, ...]) -> Attribution | None:
    """Who is said to have said it; nobody where the actor undertakes by saying so ("reaffirmed its commitment")."""
    said = reading.attribution(candidate.trigger)
    if said is None or candidate.rule in ("will", "going", "would", "bullet"):
        return said
    own = {said.source, resolve(said.source) or said.source}
    return None if own & set(who) else said


def _each(candidate: Candidate, receivers: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """One delivery to two receivers is two; a promise to two is one."""
    if candidate.status == "delivered" and len(receivers) > 1:
        yield from ((r,) for r in receivers)
    else:
        yield receivers


def _times(reading: Reading, candidate: Candidate) -> tuple[str, ValidTime | None]:
    """When it was undertaken, and when it is to be (or was) performed.

    A time of the promising verb alone says when the promise was made; a time of the thing promised, when it falls due.
    """
    time = reading.time(candidate.trigger if candidate.trigger == candidate.verb else candidate.verb)
    if candidate.status != "promised" or candidate.rule in ("will", "going", "would", "bullet"):
        return "", time
    outer = reading.time(candidate.trigger)
    if outer is not None and outer.edtf and not _within(reading, candidate, outer):
        return outer.edtf, None if time == outer else time
    return "", time


def _within(reading: Reading, candidate: Candidate, time: ValidTime) -> bool:
    """The words of the time stand inside the object."""
    return bool(time.text) and " ".join(time.text.split()) in reading.phrase(candidate.first, candidate.last)


def _actors(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    role = candidate.actor
    if role is None:
        return we(reading, candidate.trigger) if candidate.rule == "bullet" else ()
    return actors(reading, role.first, role.last, role.head)


def _amount(
    reading: Reading, candidate: Candidate, amounts: tuple[Counted, ...], receivers: tuple[str, ...]
) -> dict[str, object] | None:
    """The first figure of the object that does not count the receivers."""
    for counted in amounts:
        if not candidate.first <= counted.first < candidate.last or counted.quantity.value is None:
            continue
        phrase = " ".join(reading.parsed.document.text[slice(*counted.of)].split()) if counted.of else ""
        if not counted.quantity.unit and any(phrase and phrase in r for r in receivers):
            continue
        return {"value": counted.quantity.value, "bound": counted.quantity.bound, "unit": counted.unit}
    return None
