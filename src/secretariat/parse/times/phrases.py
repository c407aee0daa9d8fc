"""From readings to TimeExpressions: neighbours joined, prepositions read, ranges made intervals."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.model.parsed import TimeExpression
from secretariat.parse.times.reading import Context, Reading
from secretariat.parse.times.values import edtf_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A reading at its place: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    reading: Reading


def finish(marks: list[Mark], context: Context) -> tuple[TimeExpression, ...]:
    """Give every mark its offsets, phrase and EDTF."""
    return tuple(_expression(m, context) for m in marks)


def _expression(mark: Mark, context: Context) -> TimeExpression:
    tokens, reading = context.tokens, mark.reading
    start, end = tokens.starts[mark.first], tokens.ends[mark.last - 1]
    edtf = reading.edtf or (edtf_of(reading.value) if reading.type in ("DATE", "TIME") else None)
    return TimeExpression(start, end, reading.type, reading.value, edtf, None, start, end, reading.mod)
