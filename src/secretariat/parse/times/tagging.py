"""The pass over a text: forms are matched in its islands, read by their rules, joined, and given their EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secretariat.model.parsed import TimeExpression
from secretariat.parse.times import (  # noqa: F401 - importing them enters their rules in RULES
    rules_amounts,
    rules_calendar,
    rules_clock,
    rules_counted,
    rules_event,
    rules_feasts,
    rules_periods,
    rules_relative,
    rules_vague,
)
from secretariat.parse.times.bounds import Mark
from secretariat.parse.times.calendars import Stamp
from secretariat.parse.times.phrases import finish
from secretariat.parse.times.reading import RULES, Context, Found, Reading
from secretariat.parse.times.scanning import Tokens, islands, lookup, tokenise
from secretariat.parse.times.tense import Tags
from secretariat.parse.times.values import edtf_of, rest_of
from secretariat.parse.times.vocabulary import Prefix, load


def tag(
    text: str, published: Stamp | None, *, narrative: bool, tags: Sequence[tuple[int, int, str]] | None = None
) -> tuple[TimeExpression, ...]:
    """All time expressions of a text. See `find_times`."""
    tokens = tokenise(text)
    context = Context(tokens, published, narrative, tags=Tags.of(tags) if tags else None)
    marks: list[Mark] = []
    for begin, end in islands(tokens):
        for mark in _read_island(tokens, begin, end, context):
            marks.append(mark)
    return finish(marks, context)


def _read_island(tokens: Tokens, begin: int, end: int, context: Context) -> Iterator[Mark]:
    place = begin
    while place < end:
        found = _at(tokens, place, context)
        if not found:
            place += 1
            continue
        for mark in found:
            _remember(mark, context)
            yield mark
        place = found[-1].last


def _at(tokens: Tokens, place: int, context: Context) -> list[Mark]:
    """The longest expression that begins here, with the words that narrow it ("early in", "the end of")."""
    plain = _longest(tokens, place, context)
    for prefix in load().prefixes:
        match = prefix.form.match(tokens.classes, place)
        inner = _longest(tokens, match.end(), context) if match else []
        if not match or not inner or inner[0].first != match.end() or plain and inner[-1].last <= plain[-1].last:
            continue
        if _takes(prefix.name, inner[0].reading):
            narrowed = _narrowed(inner[0].reading, prefix, match, context)
            return [replace(inner[0], first=place, reading=narrowed), *inner[1:]]
    return plain


def _narrowed(reading: Reading, prefix: Prefix, match: re.Match[str], context: Context) -> Reading:
    if prefix.mod in ("BEFORE_PART", "AFTER_PART"):
        return replace(reading, edtf=rest_of(reading.value, context.published, later=prefix.mod == "AFTER_PART"))
    if prefix.mod in ("AFTER", "BEFORE"):
        edtf = edtf_of(reading.value)
        opened = edtf and (f"{edtf}/.." if prefix.mod == "AFTER" else f"../{edtf}")
        return replace(reading, mod=prefix.mod, edtf=opened)
    if prefix.mod != "PART":
        return replace(reading, mod=prefix.mod or reading.mod)
    known = lookup(context.tokens.word(match.start("part")))
    return replace(reading, type="TIME", value=f"{reading.value}T{known.value if known else ''}")


def _takes(prefix: str, reading: Reading) -> bool:
    if reading.type in ("SET", "DURATION"):
        return False
    if prefix == "PART":
        return reading.type == "DATE" and len(reading.value) == 10
    return not reading.value.endswith("_REF")


def _longest(tokens: Tokens, place: int, context: Context) -> list[Mark]:
    matches = []
    for order, pattern in enumerate(load().patterns):
        match = pattern.form.match(tokens.classes, place)
        if match:
            matches.append((-match.end(), order, pattern.rule, match))
    for _, _, name, match in sorted(matches, key=lambda m: m[:2]):
        found = Found(tokens, match, context)
        readings = RULES[name](found, context)
        if readings:
            several = readings if isinstance(readings, tuple) else (readings,)
            return [Mark(match.start() + r.skip, match.end() - r.cut, r) for r in several]
    return []


def _remember(mark: Mark, context: Context) -> None:
    """Keep the last calendar day, month or year that the text named."""
    value = mark.reading.value
    if mark.reading.type not in ("DATE", "TIME") or not value.removeprefix("BC")[:4].isdigit():
        return
    if not mark.reading.derived:
        context.grain = value
    stamp = Stamp.read(value) or Stamp.read(value[: 6 if value.startswith("BC") else 4])
    if stamp:
        context.mention, context.mention_at = stamp, mark.last
        if _moves_story(stamp, mark, context):
            context.story = stamp


def _moves_story(stamp: Stamp, mark: Mark, context: Context) -> bool:
    """A day or a month moves a story on; a year only where it opens a sentence or continues the story's years.

    "Planned for 1976", "declassified in 2005", "the previous year" are asides.
    """
    story, tokens = context.story, context.tokens
    if story is None or stamp.month:
        return True
    if not tokens.word(mark.last - 1)[:4].isdigit() or stamp.year == story.year:
        return stamp.year > story.year  # "two years later" goes on, "the previous year" looks back
    before = [tokens.word(i) for i in range(max(mark.first - 2, 0), mark.first)]
    opens = not before or before[-1].isspace() or before[-1] == "." or before[0] == "." or before[0].isspace()
    return opens or 0 < stamp.year - story.year <= 1
