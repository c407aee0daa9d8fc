"""Commitments: an actor undertakes, or delivers, something."""

from __future__ import annotations

from secretariat.kinds.commitment.find import find
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="commitment",
    label="Commitment",
    plural="commitments",
    meaning="An actor undertakes, or delivers, something.",
    fields=(
        Field("actor", "party", "Who undertakes it; one or several."),
        Field("object", "text", "What is undertaken or delivered, as written."),
        Field("beneficiary", "party", "For whom; one or several."),
        Field("amount", "number", "How much: value, bound and unit as in a figure."),
        Field("status", "choice", "How far it has come.", ("promised", "under-way", "delivered")),
        Field("made", "edtf", "When it was undertaken."),
    ),
    find=find,
    triggers=frozenset("will commit pledge promise undertake agree provide donate deliver".split()),
    needs=("state", "organisation"),
)
