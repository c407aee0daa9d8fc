"""Rules for times that hang on an event: "at this summit", "the upcoming visit", "the 20th anniversary".

Their types, ANCHOR and ANNIVERSARY, are not TIMEX3's: the yardsticks know no such expressions.
"""

from __future__ import annotations

from secretariat.parse.times.amounts import ordinal
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import ahead

_NEAR = 30  # tokens: a date farther away is not the date of the celebration


@rule
def occasion(found: Found, context: Context) -> Reading | None:
    """This summit, the same meeting: the words are the anchor, the register finds the event."""
    words = context.tokens.text[context.tokens.starts[found.first] : context.tokens.ends[found.last - 1]]
    return Reading("ANCHOR", "", anchor=words)


@rule
def upcoming(found: Found, context: Context) -> Reading | None:
    """Upcoming, forthcoming: on some day from the document's date on."""
    if found.word("x") == "coming":
        return None
    return Reading("ANCHOR", "FUTURE_REF", edtf=ahead(context))


@rule
def anniversary(found: Found, context: Context) -> Reading | None:
    """The 20th anniversary: in EDTF the year of what is remembered, an inference hence marked `~`."""
    count = ordinal(found.words("o")) if found.has("o") else found.integer("n")
    near = context.mention if context.mention and found.first - context.mention_at < _NEAR else None
    base = near or context.published
    if not 0 < count < 1000:
        return None
    known = base is not None and base.year > count
    return Reading("ANNIVERSARY", f"P{count}Y", edtf=f"{base.year - count:04}~" if base and known else None)
