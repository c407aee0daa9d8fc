"""Instruments: a text is proposed, signed, adopted, issued, ratified, in force."""

from __future__ import annotations

from secretariat.kinds.instrument.find import find
from secretariat.kinds.instrument.vocabulary import STEPS
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="instrument",
    label="instrument",
    plural="instruments",
    meaning="A document is proposed, signed, adopted, issued, ratified or in force.",
    fields=(
        Field("title", "text", "Its title as written; absent where the text gives none."),
        Field(
            "type",
            "choice",
            "What sort of document it is.",
            (
                "declaration",
                "treaty",
                "agreement",
                "protocol",
                "convention",
                "charter",
                "plan",
                "strategy",
                "memorandum",
                "statement",
                "resolution",
                "law",
                "report",
                "message",
                "policy",
            ),
        ),
        Field(
            "step", "choice", "What is said of it.", ("proposed", "signed", "adopted", "issued", "ratified", "in-force")
        ),
        Field("event", "text", "The occasion at which it happened."),
        Field("parties", "list", "Who signs, adopts or issues it, and with whom."),
        Field("covers", "edtf", "The period it covers."),
    ),
    find=find,
    triggers=frozenset(STEPS),
)
