"""Verdicts: two or more readings and what decides between them, as a conflict that a reader can check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secretariat.model.history import Conflict, Side
from secretariat.reconcile.context import Context
from secretariat.reconcile.ids import conflict_id
from secretariat.reconcile.weigh import Testimony

SETTLES = {
    "date": "the text of the act, or a second independent report of the day",
    "place": "the host's own announcement or the body's own address",
    "step": "the decision or treaty itself, with its date of effect",
    "status": "the organisation's own list of that day",
    "identity": "a source that names both",
    "count": "the organisation's own list of that day",
    "name": "the organisation's own list of holders with their terms",
    "ordinal": "the meeting's own final document",
    "wording": "the text of the speech or declaration itself",
}
"""What would settle a conflict of each type."""


def conflict(
    context: Context,
    type: str,
    subject: str,
    readings: Sequence[tuple[str, Sequence[Testimony]]],
    *,
    identity: Sequence[object],
    verdict: int | None,
    rule: str,
    because: str,
) -> Conflict:
    """Put a conflict into words.

    Args:
        readings: bare value and testimonies of each side; the first is shown first.
        identity: what makes the id, besides organisation and type.
        verdict: index of the preferred side, None where undecided.
        rule: name of the deciding rule. because: its sentence.
    """
    organisation = context.charter.organisation
    id = conflict_id(organisation, type, *identity)
    sides = tuple(Side(r, tuple(sorted({t.claim.id for t in ts})), context.witnesses(ts)) for r, ts in readings)
    weights = [context.support(ts) for _, ts in readings]
    settled = next((n for n, (r, _) in enumerate(readings) if context.settled.get(id) == r), None)
    if settled is not None:
        verdict, rule, because = settled, "settled by a person", "A person settled it."
    sure = 1.0 if settled is not None else confidence(weights, verdict)
    told = _told(readings, weights, verdict, because)
    return Conflict(id, organisation, type, subject, sides, verdict, sure, rule, told, SETTLES[type])


def confidence(weights: Sequence[int], verdict: int | None) -> float:
    """The preferred side's share of the weight against the strongest other side, 0..1; even shares where undecided."""
    if verdict is None or not sum(weights):
        return round(1 / max(2, len(weights)), 2)
    other = max((w for n, w in enumerate(weights) if n != verdict), default=0)
    return round(weights[verdict] / max(1, weights[verdict] + other), 2)


def _told(
    readings: Sequence[tuple[str, Sequence[Testimony]]], weights: Sequence[int], verdict: int | None, because: str
) -> str:
    head = "Undecided." if verdict is None else f"Preferred reading: {readings[verdict][0]}."
    sums = "; ".join(f"{reading} weighs {weight}" for (reading, _), weight in zip(readings, weights, strict=True))
    return f"{head} {because} {sums}{_difference(readings, verdict)}."


def _difference(readings: Sequence[tuple[str, Sequence[Testimony]]], verdict: int | None) -> str:
    """What the best claim of the preferred side has, and what the best claim against it has, where they differ."""
    if verdict is None or len(readings) < 2:
        return ""
    best, other = (
        _reasons(ts)
        for ts in (readings[verdict][1], [t for n, (_, ts) in enumerate(readings) if n != verdict for t in ts])
    )
    more = [r for r in best if r not in other]
    less = [r for r in other if r not in best]
    parts = [f"for it {', '.join(more)}"] if more else []
    parts += [f"against it {', '.join(less)}"] if less else []
    return f" ({'; '.join(parts)})" if parts else ""


def _reasons(testimonies: Sequence[Testimony]) -> tuple[str, ...]:
    best = max(testimonies, key=lambda t: (t.weight, t.id), default=None)
    return best.reasons if best else ()


def heaviest(weights: Mapping[int, int], *, margin: int = 1) -> int | None:
    """The side that outweighs every other by `margin`, None where none does."""
    order = sorted(weights, key=lambda n: (-weights[n], n))
    if len(order) < 2 or weights[order[0]] - weights[order[1]] >= margin:
        return order[0] if order else None
    return None
