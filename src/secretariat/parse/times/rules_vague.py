"""Rules for times that are no calendar time: now, recently, the future, these days, at the same time."""

from __future__ import annotations

from secretariat.parse.times import calendars
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import ahead


@rule
def latest_period(found: Found, context: Context) -> Reading | None:
    """The latest period of a business report: the last quarter ended."""
    base = context.published
    return Reading("DATE", calendars.quarter(base, -1)) if base and base.month else None


@rule
def year_period(found: Found, context: Context) -> Reading | None:
    """The 1988 period."""
    return Reading("DATE", str(found.integer("y")))


@rule
def vague_reference(found: Found, context: Context) -> Reading | None:
    """Now, currently, recently, soon, the future."""
    if context.narrative and found.value("v") == "FUTURE_REF" and found.words("v")[0] != "future":
        return None
    if found.before() == "as" or found.after() in ("after", "before", "afterwards", "afterward"):
        return None
    return Reading("DATE", str(found.value("v")))


@rule
def near_term(found: Found, context: Context) -> Reading | None:
    """In the short term, the near term."""
    return Reading("DATE", "FUTURE_REF") if found.tokens.word(found.last - 1).lower() == "term" else None


@rule
def past_reference(found: Found, context: Context) -> Reading | None:
    """In the past."""
    return Reading("DATE", "PAST_REF") if found.before() in ("in", "of", "from") else None


@rule
def recent_units(found: Found, context: Context) -> Reading | None:
    """Recent years, coming months."""
    if found.value("v") is None and {"recent", "latest", "past"} & set(found.words("v")):
        return Reading("DATE", "PAST_REF")
    return Reading("DATE", "FUTURE_REF", edtf=ahead(context))


@rule
def these_days(found: Found, context: Context) -> Reading | None:
    """These days, those days."""
    first, last = found.text_words()[0], found.text_words()[-1]
    return Reading("DATE", "PAST_REF" if first == "those" else "PRESENT_REF") if last == "days" else None


@rule
def current(found: Found, context: Context) -> Reading | None:
    """Current, where it means now."""
    return Reading("DATE", "PRESENT_REF") if found.tokens.word(found.first).lower() == "current" else None


@rule
def adjective(found: Found, context: Context) -> Reading | None:
    """Former, future, recent: TIDES, and with it the narrative mode, counts such adjectives; news annotators do not."""
    if not context.narrative or found.word("v") == "latest":
        return None
    return Reading("DATE", "FUTURE_REF" if found.word("v") == "future" else "PAST_REF")


@rule
def told_time(found: Found, context: Context) -> Reading | None:
    """At the same time, during this period: in a narrative the time last named."""
    plain = found.tokens.word(found.first).lower() == "the" and found.last - found.first == 2
    if not context.narrative or plain and (found.before() != "at" or found.after() in ("of", "that")):
        return None
    return Reading("DATE", "PRESENT_REF" if plain or not context.grain else context.grain)
