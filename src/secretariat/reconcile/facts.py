"""Functional facts: where sources give one thing two dates, places or values, the solver keeps what weighs most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secretariat.reconcile.context import Context
from secretariat.reconcile.days import Window, year
from secretariat.reconcile.solve import Fact, solve
from secretariat.reconcile.weigh import Testimony

RULES = ("facts", "ordinals", "anniversaries")


@dataclass(frozen=True, slots=True)
class Value:
    """One value that a testimony gives: how it reads, and its days where it is a date."""

    reading: str
    voice: Testimony
    days: Window | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided about one fact.

    Attributes:
        reading: the preferred value, "" where nobody gives one. days: its window where it is a date.
        kept, lost: testimonies that agree with it, and the others by their reading.
        tied: readings that weigh the same as the preferred one.
    """

    reading: str = ""
    days: Window | None = None
    kept: tuple[Testimony, ...] = ()
    lost: tuple[tuple[str, tuple[Testimony, ...]], ...] = ()
    tied: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """True where some testimony gives another value."""
        return bool(self.lost)


def choose(
    values: Sequence[Value],
    agree: Callable[[Value, Value], bool],
    context: Context,
    *,
    backing: Sequence[Value] = (),
    numbered: tuple[int, str] | None = None,
    celebrated: Sequence[tuple[int, int]] = (),
) -> Choice:
    """Decide one fact.

    Args:
        values: what the testimonies give, in a fixed order.
        agree: True where two values can be one (a day within a month, a city within a state).
        backing: what others tell that speaks for a value without giving one of its own.
        numbered: year in which the n-th meeting falls, with the rule, where the value is its date.
        celebrated: (year of founding, weight) that anniversaries imply, where the value is a founding date.
    """
    if not values:
        return Choice()
    shown, values = _candidates(values), [*values, *backing]
    fits = {n: [v for v, c in enumerate(shown) if agree(value, c)] for n, value in enumerate(values)}
    common = [v for v in range(len(shown)) if all(v in fits[n] for n in fits)]
    if common and numbered is None:
        return _kept(values, shown, fits, common[0], ())
    facts = [*_facts(values, shown, fits, context), *_years(shown, numbered, celebrated)]
    found = solve(RULES, facts, limit=context.limit)
    chosen = next((int(v) for _, v in found.named("choose")), 0)
    tied = tuple(sorted({shown[int(a[2])].reading for a in found.tied if a[0] == "choose"} - {shown[chosen].reading}))
    return _kept(values, shown, fits, chosen, tied if found.proven else tuple(s.reading for s in shown))


def _candidates(values: Sequence[Value]) -> list[Value]:
    """One value a reading, the most exact first."""
    first: dict[str, Value] = {}
    for value in sorted(values, key=lambda v: (v.days.width if v.days else 0, -len(v.reading), v.reading, v.voice.id)):
        first.setdefault(value.reading, value)
    return list(first.values())


def _facts(values: Sequence[Value], shown: Sequence[Value], fits: dict[int, list[int]], context: Context) -> list[Fact]:
    facts: list[Fact] = [("fact", 0), *(("candidate", 0, v) for v in range(len(shown)))]
    facts += [("vague", 0, v, min(c.days.width if c.days else 1, 4000)) for v, c in enumerate(shown)]
    best: dict[tuple[str, tuple[int, ...]], int] = {}
    for n, value in enumerate(values):
        key = (context.witness(value.voice), tuple(fits[n]))
        if key not in best or value.voice.weight > values[best[key]].voice.weight:
            best[key] = n
    for n in best.values():  # one witness speaks once for one reading
        facts += [("weight", n, values[n].voice.weight), *(("backs", n, 0, v) for v in fits[n])]
    return facts


def _years(
    shown: Sequence[Value], numbered: tuple[int, str] | None, celebrated: Sequence[tuple[int, int]]
) -> list[Fact]:
    facts: list[Fact] = [("span", 0, v, year(c.days.first), year(c.days.last)) for v, c in enumerate(shown) if c.days]
    if numbered:
        facts.append(("numbered", 0, *numbered))
    return facts + [("celebrated", 10_000 + n, 0, y, w) for n, (y, w) in enumerate(celebrated)]


def _kept(
    values: Sequence[Value], shown: Sequence[Value], fits: dict[int, list[int]], chosen: int, tied: tuple[str, ...]
) -> Choice:
    kept = tuple(v.voice for n, v in enumerate(values) if chosen in fits[n])
    lost: dict[str, list[Testimony]] = defaultdict(list)
    for n, value in enumerate(values):
        if chosen not in fits[n]:
            lost[value.reading].append(value.voice)
    best = shown[chosen]
    return Choice(best.reading, best.days, kept, tuple((r, tuple(v)) for r, v in sorted(lost.items())), tied)


def same_days(one: Value, other: Value) -> bool:
    """Dates agree where some day is admitted by both."""
    return bool(one.days and other.days and one.days.overlaps(other.days))
