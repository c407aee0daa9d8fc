"""From readings to TimeExpressions: neighbours joined into one expression, then bounds and offsets."""

from __future__ import annotations

from dataclasses import replace

from secretariat.model.parsed import TimeExpression
from secretariat.parse.times.bounds import Mark, bound
from secretariat.parse.times.reading import Context, Reading
from secretariat.parse.times.scanning import lookup
from secretariat.parse.times.vocabulary import load


def finish(marks: list[Mark], context: Context) -> tuple[TimeExpression, ...]:
    """Join what belongs together and give every mark its offsets, phrase and EDTF."""
    joined = _join([_with_part(m, context) for m in marks], context)
    return tuple(_expression(m, context) for m in bound(joined, context))


def _is_day(reading: Reading) -> bool:
    value = reading.value
    return reading.type == "DATE" and (
        len(value) == 10 and value[4] == value[7] == "-" or value.startswith("XXXX-WXX-")
    )


def _with_part(mark: Mark, context: Context) -> Mark:
    """ "Friday" before "morning" or "noon" takes it in."""
    tokens = context.tokens
    symbols = load().set_of("PART", "DAWN", "NOON")
    if mark.last >= len(tokens.starts) or tokens.classes[mark.last] not in symbols or not _is_day(mark.reading):
        return mark
    known = lookup(tokens.word(mark.last))
    code = str(known.value) if known else ""
    value = mark.reading.value + (code if code.startswith("T") else f"T{code}")
    last = mark.last + 1
    if [tokens.word(i).lower() for i in range(last, min(last + 2, len(tokens.starts)))] == ["local", "time"]:
        last += 2
    return replace(mark, last=last, reading=replace(mark.reading, type="TIME", value=value))


def _join(marks: list[Mark], context: Context) -> list[Mark]:
    """A clock time and the day beside it are one expression: "10 p.m. Wednesday"; across "on" they stay two."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and _is_clock(last.reading) and _is_day(mark.reading) and _near(last, mark, context):
            value = mark.reading.value + "T" + last.reading.value.partition("T")[2]
            apart = context.tokens.word(mark.first - 1).lower() == "on" and mark.first > last.last
            joined[-1] = replace(
                last, last=last.last if apart else mark.last, reading=replace(last.reading, value=value)
            )
            joined.extend([mark] if apart else [])
        elif not last or last.last <= mark.first:
            joined.append(mark)
    return joined


def _is_clock(reading: Reading) -> bool:
    return reading.type == "TIME" and "T" in reading.value


def _near(first: Mark, second: Mark, context: Context) -> bool:
    between = [context.tokens.word(i).lower() for i in range(first.last, second.first)]
    return between in ([], [","], ["on"], [",", "on"], ["of"])


def _expression(mark: Mark, context: Context) -> TimeExpression:
    tokens, reading = context.tokens, mark.reading
    start, end = tokens.starts[mark.first], tokens.ends[mark.last - 1]
    begin, close = tokens.starts[mark.begin], tokens.ends[mark.end - 1]
    return TimeExpression(start, end, reading.type, reading.value, mark.edtf, reading.anchor, begin, close, reading.mod)
