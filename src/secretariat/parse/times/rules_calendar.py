"""Rules for calendar words: days, months, years, decades, seasons, quarters, feasts."""

from __future__ import annotations

import re

from secretariat.parse.times import calendars
from secretariat.parse.times.amounts import ordinal
from secretariat.parse.times.calendars import Stamp, real
from secretariat.parse.times.reading import Context, Found, Reading, rule
from secretariat.parse.times.relatives import resolve_month, resolve_unit

_DIGITS = re.compile(r"\d+")
_NOT_YEAR_AFTER = frozenset(
    "percent people troops soldiers men women km kilometers kilometres miles tons tonnes meters metres points".split()
)
_NUMBERED = frozenset(
    "resolution flight article decree directive law order number no nos # room page channel highway".split()
)
_PRICED = frozenset("$ € £ ¥ about nearly over".split())
_YEAR_CUES = frozenset(
    "in since by of until till from to during between and through throughout before after for circa around about "
    "early late mid ( , - – — fiscal year years than the ' ’ its".split()
)


@rule
def iso(found: Found, context: Context) -> Reading | None:
    """2021-07-02, 2021-07-02T10:00, 14.06.2006, 7/26/21, 2021年7月26日."""
    text = found.tokens.word(found.first)
    if text == "9/11":
        return Reading("DATE", "2001-09-11")
    parts = [int(p) for p in _DIGITS.findall(text)]
    clock = text[10:] if "T" in text else ""
    if len(parts) == 2:
        return Reading("DATE", Stamp(parts[0], parts[1]).value) if 1 <= parts[1] <= 12 else None
    stamp = _numeric(parts, "." in text, len(_DIGITS.findall(text)[0]) == 4)
    if stamp is None:
        return None
    return Reading("TIME" if clock else "DATE", stamp.value + clock)


def _numeric(parts: list[int], dotted: bool, year_first: bool) -> Stamp | None:
    """Order by size; 5/6/2021 is the American month first, 5.6.2021 the European day first."""
    year, month, day = parts[:3]
    if not year_first:
        month, day, year = (parts[1], parts[0], parts[2]) if dotted else (parts[0], parts[1], parts[2])
        if month > 12:
            month, day = day, month
        year += 0 if year > 99 else 2000 if year < 50 else 1900
    return Stamp(year, month, day) if 1000 <= year <= 2199 and real(year, month, day) else None


@rule
def month_day(found: Found, context: Context) -> Reading | None:
    """June 15, 2021; 15 June; the 17th of June; Friday, Oct. 23; June 6 last year."""
    month = int(found.value("m") or found.value("m2") or 0)
    day = ordinal(found.words("d") or found.words("d2"))
    year = found.integer("y")
    if found.has("r"):
        named = resolve_unit(found, context, "r")
        year = int(named) if len(named) == 4 else 0
    if year:
        return Reading("DATE", Stamp(year, month, day).value) if real(year, month, day) else None
    if not real(2000, month, day):
        return None
    stamp = resolve_month(found, context, month, day)
    return Reading("DATE", stamp.value if stamp else f"XXXX-{month:02}-{day:02}", unsure=True)


_AFTER_DAY = frozenset([*",.;:)", "", *"and to at in when that the he she it they we for by with from".split()])


@rule
def day_alone(found: Found, context: Context) -> Reading | None:
    """On the 17th, on the 5th of that month: a day of the month last named."""
    day = ordinal(found.words("d"))
    if found.has("r"):
        month = resolve_unit(found, context, "r")
        stamp = Stamp.read(month) if len(month) == 7 else None
    else:
        stamp = context.told if found.after() in _AFTER_DAY or found.after().isspace() else None
    if stamp is None or not stamp.month or not real(stamp.year, stamp.month, day):
        return None
    return Reading("DATE", Stamp(stamp.year, stamp.month, day).value)


@rule
def day_range(found: Found, context: Context) -> tuple[Reading, ...] | None:
    """Sept. 15–16, 2022; 10-11 June: two expressions, as TimeML draws them, and one interval in EDTF."""
    month, first, last = int(found.value("m") or 0), ordinal(found.words("d")), ordinal(found.words("e"))
    year = found.integer("y")
    stamp = Stamp(year, month, first) if year else resolve_month(found, context, month, first)
    sizes = {"skip": found.span("h")[1] - found.first}, {"cut": found.last - found.span("h")[0]}
    values = f"XXXX-{month:02}-{first:02}", f"XXXX-{month:02}-{last:02}"
    if not real(2000, month, last) or not first < last:
        return None
    edtf = None
    if stamp is not None:
        end = Stamp(stamp.year, month, last)
        values, edtf = (stamp.value, end.value), f"{stamp.value}/{end.value}"
    return (
        Reading("DATE", values[0], edtf=edtf, unsure=not year, cut=sizes[1]["cut"]),
        Reading("DATE", values[1], edtf=edtf, unsure=not year, skip=sizes[0]["skip"]),
    )


@rule
def month(found: Found, context: Context) -> Reading | None:
    """June; June 2021; July last year."""
    number = int(found.value("m") or 0)
    year = found.integer("y")
    if found.has("y"):
        return Reading("DATE", Stamp(year, number).value) if 1000 <= year <= 2199 else None
    if found.has("r"):
        value = resolve_unit(found, context, "r")
        return Reading("DATE", f"{value}-{number:02}") if value and len(value) == 4 else None
    abbreviated = len(found.word("m")) < 5 and found.word("m") not in ("may", "june", "july")
    if found.tokens.word(found.first) in ("March", "May") and found.after() in ("will", "has", "said", "'s"):
        return None
    stamp = resolve_month(found, context, number)
    stop = found.text_words()[-1] == "." and not abbreviated
    return Reading("DATE", stamp.value if stamp else f"XXXX-{number:02}", unsure=True, cut=int(stop))


@rule
def year(found: Found, context: Context) -> Reading | None:
    """1998; the year 2000; nineteen ninety-six."""
    value = found.integer("y")
    if not 1000 <= value <= 2199 or found.has("u") and found.unit() != "Y":
        return None
    spelt = found.has("u") or len(found.words("y")) > 1
    if not spelt and not _is_year(found, value):
        return None
    return Reading("DATE", f"{value:04}", edtf="" if _names_a_plan(found, context, value) else None)


def _names_a_plan(found: Found, context: Context, value: int) -> bool:
    """Vision 2030, the 2063 Agenda: a year well ahead that touches a name is part of it and dates nothing."""
    tokens, base = context.tokens, context.published
    if base is None or value <= base.year + 2:
        return False
    before = tokens.word(found.first - 1) if found.first else ""
    after = tokens.word(found.last) if found.last < len(tokens.starts) else ""
    return before[:1].isupper() and before.lower() not in _YEAR_CUES or after[:1].isupper() and after.isalpha()


def _is_year(found: Found, value: int) -> bool:
    """A bare number of four digits is a year unless it is counted, priced or numbered."""
    before, after = found.before(), found.after()
    if _is_numbered(found) or before not in _YEAR_CUES and _is_counted(found):
        return False
    if before in _PRICED or after == "%":
        return before in ("about", "over") and after in (".", ",", ")")
    if after in _NOT_YEAR_AFTER:
        return False
    if before == "." and found.before(2).isdigit():
        return False
    return 1800 <= value <= 2100 or before in _YEAR_CUES


def _is_numbered(found: Found) -> bool:
    """Resolution 1973, No. 2022-24."""
    before = found.before()
    return (found.before(2) if before == "." else before) in _NUMBERED


def _is_counted(found: Found) -> bool:
    """ "1997 pupils": a plural follows that is no verb of the year ("2020 was", "2021 sees")."""
    after = found.after()
    return len(after) > 3 and after.isalpha() and after[-1] == "s" and after[-2] not in "sia'" and after.islower()


@rule
def nth_weekday(found: Found, context: Context) -> Reading | None:
    """The first Monday of June 2024; the last Friday of each month."""
    target, number = int(found.value("w") or 0), -1 if found.word("o") == "last" else ordinal(found.words("o"))
    if found.has("e"):
        return Reading("SET", f"XXXX-WXX-{target}")
    month = int(found.value("m") or 0)
    stamp = Stamp(found.integer("y"), month) if found.has("y") else resolve_month(found, context, month)
    day = calendars.nth_weekday(stamp, target, number) if stamp else None
    return Reading("DATE", day.value) if day else None


@rule
def year_span(found: Found, context: Context) -> tuple[Reading, ...] | None:
    """2006-07, 1915-17: two years, the second one short."""
    first, short = found.integer("y"), found.word("e")
    last = first // 100 * 100 + int(short)
    if _is_numbered(found) or len(short) != 2 or not first < last <= first + 60:
        return None
    interval = f"{first}/{last}"
    return (
        Reading("DATE", str(first), edtf=interval, cut=2),
        Reading("DATE", str(last), edtf=interval, skip=2),
    )


@rule
def ancient(found: Found, context: Context) -> Reading | None:
    """480 BC, AD 1066."""
    value = found.integer("n")
    if not 0 < value < 3000:
        return None
    year = Stamp(1 - value if found.before_christ else value, int(found.value("m") or 0)).value
    return Reading("DATE", f"{year}-{found.value('s')}" if found.has("s") else year)


@rule
def short_year(found: Found, context: Context) -> Reading | None:
    """'99 after a preposition or an article; the century is that of the last mention."""
    if found.before() not in _YEAR_CUES and found.before() not in ("spring", "summer", "fall", "winter"):
        return None
    base = context.told
    number = int(found.word("y")[1:])
    century = base.year // 100 * 100 if base else 1900 if number > 30 else 2000
    value = century + number
    if base and value > base.year + 20:
        value -= 100
    return Reading("DATE", f"{value:04}")


@rule
def week_of(found: Found, context: Context) -> Reading | None:
    """The week of March 6."""
    month, day = int(found.value("m") or 0), ordinal(found.words("d"))
    stamp = Stamp(found.integer("y"), month, day) if found.has("y") else resolve_month(found, context, month, day)
    return Reading("DATE", calendars.week(stamp)) if stamp and real(stamp.year, month, day) else None
