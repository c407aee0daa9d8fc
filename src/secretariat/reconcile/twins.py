"""Twins: two names in a roster that may be one party's, with the doubt kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from secretariat.model.history import Conflict
from secretariat.names import parties
from secretariat.reconcile.context import Context
from secretariat.reconcile.fold import run_in, words
from secretariat.reconcile.labels import label
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

BEGINNING = ("holds", "acceded", "granted", "founded", "effective")


def twins(context: Context) -> Iterator[Conflict]:
    """Parties under two names: same organisation, status and day of beginning, and of one state, where nobody else is.

    Only for parties that are not states: banks, companies and institutes change their names and keep their place.
    """
    begun: dict[tuple[str, str], dict[str, list[Testimony]]] = defaultdict(lambda: defaultdict(list))
    for voice in context.kind("membership"):
        day = str(voice.claim.time.edtf).removesuffix("/..") if voice.claim.time and voice.claim.time.edtf else ""
        party = str(voice.claim.arg("party") or "")
        told = voice.claim.modality == "asserted" and voice.claim.arg("step") in BEGINNING
        if told and len(day) == 10 and party not in parties():
            begun[str(voice.claim.arg("status")), day][party].append(voice)
    for (status, day), found in sorted(begun.items()):
        if len(found) == 2:
            (one, left), (other, right) = sorted(found.items())
            shared = _states(left) & _states(right)
            if shared:
                yield _twin(context, status, day, (one, left), (other, right), sorted(shared)[0])


def _states(voices: Sequence[Testimony]) -> frozenset[str]:
    """States named in the words of the claims."""
    spoken = words(" ".join(f"{v.claim.evidence.text} {v.claim.arg('party')}" for v in voices))
    return frozenset(id for id, party in parties().items() if len(id) == 3 and run_in(words(party.name), spoken))


def _twin(
    context: Context,
    status: str,
    day: str,
    one: tuple[str, Sequence[Testimony]],
    other: tuple[str, Sequence[Testimony]],
    state: str,
) -> Conflict:
    because = f"Both began as {status} on {day}, both are of {label(state)}, and nobody else began then."
    return conflict(
        context, "identity", other[0], [other, one], identity=(status, day, one[0], other[0]), verdict=None,
        rule="one party under two names", because=because,
    )  # fmt: skip
