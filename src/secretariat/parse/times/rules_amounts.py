"""Rules for lengths of time and for what recurs."""

from __future__ import annotations

from secretariat.parse.times.amounts import VAGUE, duration, number, ordinal
from secretariat.parse.times.reading import Context, Found, Reading, rule

_APPROX = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN",
}  # fmt: skip
_APPROX_PHRASES = {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "no more than": "EQUAL_OR_LESS",
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
}  # fmt: skip


def approximation(words: list[str]) -> str:
    """TIMEX3 mod of the words before an amount."""
    text = " ".join(words)
    for phrase, mod in _APPROX_PHRASES.items():
        if text.startswith(phrase):
            return mod
    return _APPROX.get(words[0], "") if words else ""


@rule
def length(found: Found, context: Context) -> Reading | None:
    """Three years, about a decade, two and a half hours, a few weeks, 10-hour."""
    quantity, unit = found.words("q"), found.unit("u")
    if unit == "" and "weekends" in found.words("u"):
        return None
    singular = found.tokens.word(found.span("u")[0]).lower() in ("second",)
    if singular and quantity in (["a"], ["the"]) or unit == "S" and singular:
        return None
    hyphen = "-" in found.text_words() and found.text_words()[-1] == "quarters"
    if unit == "Q" and (quantity in (["a"], ["one"]) or hyphen):
        return None  # a fourth part, more often than three months
    if found.after() == "-" and found.after(1) in ("ago", "earlier", "long"):
        return None
    if found.has("old") and unit != "Y":
        return Reading("DURATION", duration(number(quantity), unit))  # an 8-month-old truce; people count in years
    if found.has("old") or found.after() == "old" or (found.after() == "-" and found.after(1) == "old"):
        return None
    count = None if VAGUE & set(quantity) else number(quantity) or 1.0
    if found.has("half"):
        count = (count or 1) + 0.5
    begin = found.span("q")[0]
    mod = approximation([found.tokens.word(i).lower() for i in range(found.first, begin)])
    return Reading("DURATION", duration(count, unit), mod)


@rule
def all_unit(found: Found, context: Context) -> Reading | None:
    """All day, all year."""
    return Reading("DURATION", duration(1, found.unit())) if found.unit() in tuple("DWOY") else None


@rule
def long_lasting(found: Found, context: Context) -> Reading | None:
    """Year-long, decades-long, two-week-long."""
    plural = found.tokens.word(found.span("u")[0]).lower().endswith("s")
    count = number(found.words("q")) if found.has("q") else None if plural else 1.0
    return Reading("DURATION", duration(count, found.unit()))


_WHILE = frozenset("for in within over after took take and or follow follows followed".split())
_THAT = frozenset("before after that when since leading following preceding to ahead".split())


@rule
def bare_units(found: Found, context: Context) -> Reading | None:
    """For years, decades of war, in the weeks before: a plural without a number is a long while."""
    unit, before = found.unit("u"), found.before()
    if unit == "S" or not unit or before in ("-", "of", "these", "those", "all", "both"):
        return None
    if unit in "HM":
        return Reading("DURATION", duration(None, unit)) if before in ("for", "within") else None
    if found.has("the"):
        return Reading("DURATION", duration(None, unit), skip=1) if found.after() in _THAT else None
    lasting = before in _WHILE or found.after() in ("after", "before", "of")
    return Reading("DURATION", duration(None, unit)) if lasting else None


@rule
def a_while(found: Found, context: Context) -> Reading | None:
    """A while, some time: nobody knows how long."""
    return Reading("DURATION", "PXX")


@rule
def every(found: Found, context: Context) -> Reading | None:
    """Every day, each Thursday, every two years, each July."""
    if found.has("w"):
        return Reading("SET", f"XXXX-WXX-{found.value('w')}")
    if found.has("m"):
        day = ordinal(found.words("d"))
        return Reading("SET", f"XXXX-{int(found.value('m') or 0):02}" + (f"-{day:02}" if day else ""))
    if found.has("s"):
        return Reading("SET", f"XXXX-{found.value('s')}")
    if found.has("p"):
        return Reading("SET", f"XXXX-XX-XXT{found.value('p')}")
    if found.has("us"):
        return Reading("SET", duration(number(found.words("q")), found.unit("us")))
    unit = found.unit("u")
    return (
        Reading("SET", duration(2 if found.word("o") in ("other", "second") else 1, unit))
        if unit
        else Reading("SET", "XXXX-WXX-WE")
    )


_COUNTED = frozenset(
    "times once twice million billion thousand hundred trillion percent % dollars euros yuan rubles pounds "
    "minutes hours days".split()
)


@rule
def rate(found: Found, context: Context) -> Reading | None:
    """A day, per year, after an amount: how often or how much."""
    unit = found.unit("u")
    if not unit or unit in "SM":
        return None
    before = found.before()
    priced = found.tokens.word(found.first).lower() == "per" or before in _COUNTED or before[-1:].isdigit()
    return Reading("SET", duration(1, unit)) if priced else None


@rule
def adverb_set(found: Found, context: Context) -> Reading | None:
    """Daily, weekly, annually."""
    return Reading("SET", str(found.value("v")))


@rule
def weekdays(found: Found, context: Context) -> Reading | None:
    """On Mondays."""
    return Reading("SET", f"XXXX-WXX-{found.value('w')}")
