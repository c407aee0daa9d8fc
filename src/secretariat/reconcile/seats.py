"""Seats: where a body sits and since when it works, told of itself or of its executive organ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secretariat.model.history import Conflict
from secretariat.reconcile.assemble import Draft, dated, disputed_value, same_place
from secretariat.reconcile.context import Context
from secretariat.reconcile.facts import Value, same_days
from secretariat.reconcile.fold import texts
from secretariat.reconcile.weigh import Testimony

SEATED = ("exists", "operating", "opened")
"""Steps whose place is the seat."""

CEREMONY = 12
"""What an opening on the day of a ceremony weighs less as the start of work: a ceremony may follow the work."""

Drafts = Mapping[tuple[str, str], Draft]


def seat(
    drafts: Drafts, executive: Sequence[Testimony], name: str, who: tuple[object, ...], context: Context
) -> list[Conflict]:
    """Decide a body's seat over all claims that place it, and mark the lines that told another."""
    told = [d for (step, modal), d in drafts.items() if step in SEATED and modal == "told"]
    values = _places([v for d in told for v in d.voices])
    draft = Draft("body", (*who, "seat"), tuple(v.voice for v in values))
    choice, found = disputed_value(
        draft, "place", "place", name, values, same_place, context,
        because="A body has one seat at a time.", backing=_places(executive),
    )  # fmt: skip
    for other in told:
        lost = [v for v in draft.lost if v in other.voices]
        if lost:
            other.lost += [v for v in lost if len(other.voices) > len(lost)]
            other.disputed = True
            other.args["place"] = choice.reading
    return [found] if found else []


def _places(voices: Sequence[Testimony]) -> list[Value]:
    told = (v for v in voices if isinstance(v.claim.arg("place"), str) and v.claim.arg("step") in SEATED)
    return [Value(", ".join(texts(v.claim.arg("place"))), v) for v in told if v.claim.modality == "asserted"]


def start_of_work(
    drafts: Drafts, executive: Sequence[Testimony], name: str, who: tuple[object, ...], context: Context
) -> list[Conflict]:
    """Since when a body works: an opening told for a later day than the work itself is a ceremony."""
    opened = drafts.get(("opened", "told"))
    working = [v for v in executive if v.claim.arg("step") == "operating" and v.claim.modality == "asserted"]
    working += list(drafts["operating", "told"].voices) if ("operating", "told") in drafts else []
    since = dated(working)
    if opened is None or not since:
        return []
    values = [*since, *(_celebrated(v, context) for v in dated(opened.voices))]
    draft = Draft("body", (*who, "work"), tuple(v.voice for v in values))
    because = "Work begins once; a ceremony may follow it."
    _, found = disputed_value(draft, "start of work", "date", name, values, same_days, context, because=because)
    if found:
        opened.disputed = True
    return [found] if found else []


def _celebrated(value: Value, context: Context) -> Value:
    """An opening told together with a ceremony of the same day weighs less as the start of work."""
    near = [
        e
        for e in context.kind("event")
        if e.claim.document == value.voice.claim.document
        and e.claim.arg("type") == "ceremony"
        and e.when == value.voice.when
    ]
    if not near:
        return value
    reason = f"-{CEREMONY} told on the day of a ceremony"
    weaker = replace(value.voice, weight=max(1, value.voice.weight - CEREMONY), reasons=(*value.voice.reasons, reason))
    return replace(value, voice=weaker)
