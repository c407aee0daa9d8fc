"""Rules for stretches of the calendar: decades, fiscal years, seasons, quarters, halves, centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from secretariat.parse.times import tense
from secretariat.parse.times.amounts import duration, ordinal
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import resolve_unit, resolve_year

_DIGITS = re.compile(r"\d+")


@rule
def decade(found: Found, context: Context) -> Reading | None:
    """The 1980s, the '80s."""
    text = found.word("d").strip("'’s").rstrip("'’")
    digits = _DIGITS.findall(text)[0]
    if len(digits) == 4:
        return Reading("DATE", digits[:3])
    if found.last - found.first < 2 and found.before() not in ("early", "late", "mid", "-"):
        return None  # "in his 80s" is an age
    return Reading("DATE", f"{_century_of_decade(int(digits[0]), context)}{digits[0]}")


def _century_of_decade(tens: int, context: Context) -> int:
    base = context.told
    if base is None:
        return 19
    century = base.year // 100
    return century if tens * 10 <= base.year % 100 else century - 1


@rule
def decade_words(found: Found, context: Context) -> Reading | None:
    """The nineties, the nineteen-sixties."""
    tens = int(found.value("d") or 0)
    century = int(found.value("n") or 0) if found.has("n") else _century_of_decade(tens, context)
    return Reading("DATE", f"{century}{tens}")


@rule
def fiscal(found: Found, context: Context) -> Reading | None:
    """Fiscal 1989, fiscal year 2024, FY23."""
    value = int(_DIGITS.findall(found.word("y"))[0])
    return Reading("DATE", f"{value if value > 99 else 2000 + value}")


@rule
def season(found: Found, context: Context) -> Reading | None:
    """The summer; summer 2008; the winter of 1776; spring this year."""
    code = str(found.value("s"))
    if found.has("y"):
        return Reading("DATE", f"{found.integer('y')}-{code}")
    if found.has("r"):
        value = resolve_unit(found, context, "r")
        return Reading("DATE", f"{value}-{code}") if value and len(value) == 4 else None
    if code in ("SP", "FA") and found.after() in ("of", "in", "to", "short"):
        return None
    if (
        context.narrative
        or found.before() in ("in", "by", "since", "until", "during", "for", "from", "late", "early")
        or found.has("s")
    ):
        stamp = resolve_year(found, context, code)
        return Reading("DATE", f"{stamp.year:04}-{code}" if stamp else f"XXXX-{code}", unsure=True)
    return None


@rule
def nth_unit(found: Found, context: Context) -> Reading | None:
    """The third quarter; the second half of 1989; the 20th century; this year's first quarter."""
    unit, number = found.unit("u"), ordinal(found.words("o")) if found.has("o") else 0
    if unit == "C" and number:
        return Reading("DATE", f"BC{number - 1:02}" if found.before_christ else f"{number - 1:02}")
    if unit in ("D", "W", "O", "Y") and number and not (found.has("y") or found.has("r") or found.has("m")):
        return _counted_off(found, context, unit, number)
    if unit != "Q" or not 0 <= number <= 4:
        return None
    value = _year_of(found, context)
    if value is None:
        return _bare_quarter(found, context, number)
    return Reading("DATE", f"{value}-Q{number or 'X'}")


def _counted_off(found: Found, context: Context, unit: str, number: int) -> Reading | None:
    """The second day, the first year: counted from an event, so that only the length of it is known."""
    if number > 31 or found.before() in ("-", "a", "an"):
        return None
    return Reading("DATE", "XXXX-XX-XX") if unit == "D" else Reading("DURATION", duration(1, unit))


def _year_of(found: Found, context: Context) -> str | None:
    """The year named beside a quarter or half; None where none is."""
    if found.has("y"):
        return str(found.integer("y"))
    if found.has("r"):
        value = resolve_unit(found, context, "r")
        return value if value and len(value) == 4 else None
    return None


def _bare_quarter(found: Found, context: Context, number: int) -> Reading | None:
    """ "The third quarter": the last one that had begun, or the next one if the verbs look forward."""
    base = context.base
    if not number:
        return None
    if base is None:
        return Reading("DATE", f"XXXX-Q{number}")
    begun = ((base.month or 12) - 1) // 3 + 1 >= number
    late = found.direction() == tense.FUTURE
    return Reading("DATE", f"{base.year - (not begun and not late)}-Q{number}")


@rule
def short_quarter(found: Found, context: Context) -> Reading | None:
    """Q3 2012, H1 2020, Q1; a half needs its year ("H2" is many things)."""
    code = found.word("q").upper()
    if found.has("y"):
        return Reading("DATE", f"{found.integer('y')}-{code}")
    reading = _bare_quarter(found, context, int(code[1])) if code[0] == "Q" else None
    return reading and replace(reading, unsure=True)


@rule
def half(found: Found, context: Context) -> Reading | None:
    """The first half of 1990; the second half."""
    number = 2 if found.word("o") in ("last", "late", "later", "final") else ordinal(found.words("o"))
    if number not in (1, 2):
        return None
    if found.has("d"):
        digits = _DIGITS.findall(found.word("d"))[0]
        return Reading(
            "DATE", digits[:3] if len(digits) == 4 else f"{_century_of_decade(int(digits[0]), context)}{digits[0]}"
        )
    if found.has("c"):
        return Reading("DATE", f"{ordinal(found.words('c')) - 1:02}")
    value = _year_of(found, context)
    if value is None and found.has("r"):
        return None
    if value is None:
        if found.after() == "of" or not context.base:
            return None
        value = str(context.base.year)
    return Reading("DATE", f"{value}-H{number}")
