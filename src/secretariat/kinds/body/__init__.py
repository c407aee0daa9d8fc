"""Bodies: an institution, programme, project, initiative or line exists, is founded, opens, is proposed, ends."""

from __future__ import annotations

from secretariat.kinds.body.find import find
from secretariat.kinds.body.vocabulary import VERBS
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="body",
    label="institution or programme",
    plural="institutions and programmes",
    meaning="An institution, programme, project or initiative exists, is founded, opens, is proposed or ends.",
    fields=(
        Field("name", "text", "The body as the document names it."),
        Field(
            "type",
            "choice",
            "What sort of body it is.",
            ("institution", "programme", "project", "initiative", "mechanism", "infrastructure"),
        ),
        Field(
            "step",
            "choice",
            "What is said of it.",
            (
                "exists",
                "proposed",
                "announced",
                "established",
                "under-construction",
                "opened",
                "operating",
                "anniversary",
                "ended",
            ),
        ),
        Field("years", "number", "Of an anniversary: how many years."),
        Field("place", "place", "Where it sits."),
        Field("founder", "list", "Who founds, announces or proposes it."),
        Field("parent", "organisation", "The body it belongs to."),
        Field("predecessor", "text", "What it came from."),
        Field("from", "place", "Of a route: where it begins."),
        Field("to", "place", "Of a route: where it ends."),
        Field("via", "place", "Of a route: what it passes."),
        Field("operator", "organisation", "Of infrastructure: who runs it."),
    ),
    find=find,
    triggers=VERBS,
)
