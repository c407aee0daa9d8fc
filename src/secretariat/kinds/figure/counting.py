"""Counting: the quantities of a document that count something, each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds.figure.amounts import count_amount
from secretariat.kinds.figure.counted import Counted, count_noun, sentence_at, verb_above
from secretariat.kinds.figure.judge import rejection
from secretariat.kinds.figure.quantities import Quantity, find_quantities
from secretariat.model.parsed import Parsed

CALENDAR = ("DATE", "TIME", "SET", "DURATION")


def figures(reading: Reading) -> Iterator[Counted]:
    """Quantities that count something, each with what it counts; also read by the kind `commitment` for amounts."""
    parsed = reading.parsed
    times = [(t.start, t.end) for t in parsed.times if t.type in CALENDAR]
    before: Counted | None = None
    for quantity in find_quantities(parsed.document.text):
        counted = _counted(parsed, quantity, before)
        if counted.first >= len(parsed) or counted.first >= counted.last or rejection(parsed, counted, times):
            continue
        if before is not None and _repeated(parsed, before, counted):
            continue
        before = counted
        yield counted


def _repeated(parsed: Parsed, before: Counted, counted: Counted) -> bool:
    """As in "$40 billion — $40 billion": a speaker says the number twice."""
    between = parsed.document.text[before.quantity.end : counted.quantity.start].strip()
    return before.quantity.value == counted.quantity.value and between in ("—", "–", "-", "--", "—-")


def _counted(parsed: Parsed, quantity: Quantity, before: Counted | None) -> Counted:
    counted = count_amount(parsed, quantity) if quantity.unit else count_noun(parsed, quantity)
    if before is None or counted.first >= len(parsed) or counted.first >= counted.last:
        return counted
    near = sentence_at(parsed, counted.first) == sentence_at(parsed, before.first)
    if quantity.unit and near and _twin(parsed, before, counted):
        return replace(counted, head=before.head, of=before.of, way="twin")
    if near and not counted.unit and _ellipsis(parsed, counted):
        return replace(counted, head=before.head, unit=before.unit, of=before.of, way="ellipsis")
    return counted


def _twin(parsed: Parsed, before: Counted, counted: Counted) -> bool:
    """The second amount of "1.5 billion yuan (214 million dollars)" is of the same thing as the first."""
    between = parsed.document.text[before.quantity.end : counted.quantity.start].strip()
    return (
        bool(before.quantity.unit)
        and between in ("(", "or", "or (", ", or", "and")
        and before.quantity.unit != counted.unit
    )


def _ellipsis(parsed: Parsed, counted: Counted) -> bool:
    """As in "A has 49 million people; B has 36 million": a number that ends its clause as object of "have"."""
    verb = verb_above(parsed, counted.last - 1)
    ends = counted.last >= len(parsed) or parsed.pos[counted.last] == "PUNCT"
    return (
        ends
        and counted.quantity.bound in ("exact", "about", "over", "nearly")
        and verb >= 0
        and parsed.lemmas[verb] == "have"
    )
