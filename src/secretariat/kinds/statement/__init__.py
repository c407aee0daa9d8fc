"""Statements: speech or thought of a source, with the words that carry it."""

from __future__ import annotations

from secretariat.kinds.spec import ClaimKind, Field
from secretariat.kinds.statement.find import find
from secretariat.kinds.statement.vocabulary import CLAUSE, CONTENT

KIND = ClaimKind(
    name="statement",
    label="Statement",
    plural="statements",
    meaning="Speech or thought of a source.",
    fields=(
        Field("source", "person", "Who said or thought it."),
        Field("role", "text", "As what the source is named."),
        Field("content", "ranges", "What the cue governs, without the outer quotation marks."),
        Field("continuation", "ranges", "Following sentences that a reader gives to the same speaker."),
        Field("cue", "ranges", "The words that report."),
        Field("audience", "text", "To whom it was said."),
    ),
    find=find,
    triggers=CLAUSE | CONTENT,
)
