"""Formulas: fixed political wordings, who uses them, and the elements that are said to make them up."""

from __future__ import annotations

from secretariat.kinds.formula.find import find
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="formula",
    label="Formula",
    plural="formulas",
    meaning="A fixed political wording is used or defined.",
    fields=(
        Field("name", "text", "The wording, as written."),
        Field("elements", "list", "What it is said to consist of, in order."),
        Field("relation", "choice", "What the text does with it.", ("defines", "uses", "embodies")),
    ),
    find=find,
    triggers=frozenset({"spirit", "community", "centrality", "principle"}),
)
