"""Times: every expression of time in a text, normalised to TIMEX3 and EDTF, without any other tool.

    text ─ scanning ─▶ classes ─ patterns.toml ─▶ forms ─ rules_* ─▶ readings ─ phrases ─▶ TimeExpressions

Words and forms are data (vocabulary.toml, patterns.toml); what a form means is a rule. See docs/concepts/time.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from secretariat.model.parsed import TimeExpression
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.tagging import tag

__all__ = ["find_times"]

_DOCUMENTS = range(1000, 3000)  # a document dated outside of this has no date but a mistake


def find_times(
    text: str,
    *,
    published: str = "",
    tokens: Sequence[tuple[int, int, str]] | None = None,
    mode: str = "news",
) -> tuple[TimeExpression, ...]:
    """Find and normalise the time expressions of a text, in order.

    Args:
        text: any text; offsets of the result are its code points.
        published: ISO date of the document ("2023-07-04", "2023-07", "2023", a time stamp); empty or unreadable: what
            hangs on it stays unresolved (`edtf` None).
        tokens: (start, end, Penn tag) of the words where they are known; verbs then decide tense by their tags.
        mode: "news" resolves against the document's date, "narrative" against the previous mention.
    Returns:
        Expressions that do not overlap. Both ends of a range ("from 2001 to 2005") are expressions of their own that
        share the phrase and carry the whole interval in `edtf`.
    """
    stamp = Stamp.read(published)
    dated = stamp if stamp and stamp.year in _DOCUMENTS else None
    return tag(text, dated, narrative=mode == "narrative", tags=tokens)
