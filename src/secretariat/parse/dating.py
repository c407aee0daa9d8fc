"""Undated documents: what their own words tell of their date.

The latest full date that a text tells as past is a lower bound of its publication. That is enough to give a year to a
day and month told as coming ("will open on 4 May"): the first such day after the bound. It is not enough for "today",
"last year" or a past "on 4 May", which stay open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from secretariat.model.parsed import Parsed, TimeExpression
from secretariat.model.time import Edtf
from secretariat.parse.times import find_times

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BARE = re.compile(r"XXXX-\d\d-\d\d")
_YEAR = re.compile(r"(\d{4})(-\d\d-\d\d)")
_FARTHEST = 20
"""Steps up a tree beyond which a verb no longer says when its words are."""


def times_of(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """The time expressions of a document, read against its date, or against what its text tells where it has none.

    Args:
        parsed: with tokens, tags and heads; its own `times` are not looked at.
    """
    document = parsed.document
    times = find_times(document.text, published=document.published)
    bound = "" if document.published else latest_past(parsed, times)
    if not bound:
        return times
    later = {(t.start, t.end): t for t in find_times(document.text, published=bound)}
    return tuple(_with_year(parsed, t, later.get((t.start, t.end)), bound) for t in times)


def latest_past(parsed: Parsed, times: tuple[TimeExpression, ...]) -> str:
    """The latest full date that the text tells as past (ISO), empty where it tells none."""
    days = [t.edtf for t in times if t.type == "DATE" and t.edtf and _DAY.fullmatch(t.edtf) and _past(parsed, t)]
    return max(days, default="")


def _with_year(parsed: Parsed, time: TimeExpression, later: TimeExpression | None, bound: str) -> TimeExpression:
    """A coming day and month with the year in which it first follows the bound, marked as inferred."""
    bare = _BARE.fullmatch(time.value) and later is not None and later.edtf and _coming(parsed, time)
    if not bare or later is None or later.edtf is None:
        return time
    edtf = _YEAR.sub(lambda m: _first_after(m[2], bound), later.edtf)
    try:
        Edtf.parse(edtf)
    except ValueError:  # 29 February of a year that has none
        return time
    return replace(time, edtf=edtf)


def _first_after(month_day: str, bound: str) -> str:
    year = int(bound[:4]) + (month_day <= bound[4:])
    return f"{year}{month_day}~"


def _verbs(parsed: Parsed, time: TimeExpression) -> list[int]:
    """Verbs that govern a time expression, from the nearest up."""
    node = next((i for i, end in enumerate(parsed.ends) if end > time.start), -1)
    if node < 0 or parsed.starts[node] >= time.end:
        return []
    found = []
    for _ in range(_FARTHEST):
        if parsed.pos[node] in ("VERB", "AUX"):
            found.append(node)
        if parsed.heads[node] == node:
            break
        node = parsed.heads[node]
    return found


def _forms(parsed: Parsed, verb: int) -> set[str]:
    """Tags of a verb and of its auxiliaries."""
    near = range(max(0, verb - 8), verb)
    return {parsed.tags[verb], *(parsed.tags[i] for i in near if parsed.heads[i] == verb and parsed.pos[i] == "AUX")}


def _past(parsed: Parsed, time: TimeExpression) -> bool:
    """True where the nearest verb over a date is in the past tense, or a participle of an act done ("signed on")."""
    verbs = _verbs(parsed, time)
    if not verbs or any("MD" in _forms(parsed, v) for v in verbs):
        return False
    return bool(_forms(parsed, verbs[0]) & {"VBD", "VBN"}) and not _to_come(parsed, verbs)


def _coming(parsed: Parsed, time: TimeExpression) -> bool:
    """True where the verbs over a date say "will" or that it is planned."""
    verbs = _verbs(parsed, time)
    return _to_come(parsed, verbs) or any(
        parsed.lemmas[i] in ("will", "shall") and parsed.heads[i] in verbs
        for v in verbs
        for i in range(max(0, v - 8), v)
    )


def _to_come(parsed: Parsed, verbs: list[int]) -> bool:
    return any(parsed.lemmas[v] in ("schedule", "plan", "expect", "slate") for v in verbs)
