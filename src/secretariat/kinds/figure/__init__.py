"""Figures: a quantity of something, with bound, unit, what it counts and whose it is."""

from __future__ import annotations

from secretariat.kinds.figure.find import find
from secretariat.kinds.figure.vocabulary import BOUND_NAMES
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="figure",
    label="Figure",
    plural="figures",
    meaning="A quantity of something.",
    fields=(
        Field("value", "number", 'The number; absent where the words name only an order ("millions").'),
        Field("bound", "choice", "How the number bounds the quantity.", BOUND_NAMES),
        Field("unit", "text", 'Head noun as written, ISO 4217 code, or "percent".'),
        Field("of", "text", "The whole phrase counted, as written."),
        Field("subject", "party", "Whose figure it is."),
        Field("per", "text", "Of a rate: per what."),
    ),
    find=find,
)
