"""The charter runs: the stage a party has reached, what may follow, what is missing, what a step would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secretariat.model.history import Change
from secretariat.reconcile.charter import BEGINS, ENDS, STANDINGS, Charter, Rung
from secretariat.reconcile.days import LATEST, iso, stretch


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a party stands on its way.

    Attributes:
        change: the last step reached, None where none is told. way: the procedure it is on.
        next: steps the profile allows from there. missing: required earlier steps that nobody tells.
        ended: True where the way is at its end.
    """

    change: Change | None
    way: tuple[Rung, ...] = ()
    next: tuple[Rung, ...] = ()
    missing: tuple[str, ...] = ()
    ended: bool = False
    doubts: tuple[str, ...] = field(default=())

    @property
    def record(self) -> str:
        """ "complete" where every required earlier step is told, else "incomplete"."""
        return "incomplete" if self.missing or self.change is None else "complete"


def stage(changes: Sequence[Change], charter: Charter, on: str, known: Mapping[str, str] | None = None) -> Stage:
    """The stage one party has reached by an ISO day.

    Args:
        changes: its changes on the preferred reading, in order of time. on: empty for the last one told.
        known: ISO day by which an undated change was told, by its line.
    """
    told = [c for c in changes if reached(c, on, known or {})]
    unsure = tuple(
        f"{c.step.replace('-', ' ')} is told for {c.time} only; whether it was before {on} no source says"
        for c in changes
        if c not in told and on and c.time and _first(c.time) <= on
    )
    steps = [c for c in told if c.step not in STANDINGS]
    if not steps:
        return Stage(None, doubts=unsure)
    last = max(steps, key=lambda c: (charter.rank(c.status), *_order(c, charter)))
    way = _way(last, steps, charter, on)
    return _stage(last, steps, way, unsure)


def reached(change: Change, on: str, known: Mapping[str, str]) -> bool:
    """True where a change was surely made by a day; an undated one by the day on which it was told."""
    if not on or not change.time:
        return not on or known.get(change.line, on) <= on
    ends = stretch(change.time)
    day = ends.start or ends.end
    return day is not None and iso(day.last if day.last < LATEST else day.first) <= on


def _first(time: str) -> str:
    ends = stretch(time)
    day = ends.start or ends.end
    return iso(day.first) if day else "9999-12-31"


def _order(change: Change, charter: Charter) -> tuple[str, int]:
    place = max((r.place for r in charter.rungs(change.status, change.step)), default=-1)
    return (_first(change.time) if change.time else "", place)


def _way(last: Change, steps: Sequence[Change], charter: Charter, on: str) -> tuple[Rung, ...]:
    """The procedure that the record fits best: the one that has its last step, and most of the others."""
    own = {c.step for c in steps if c.status == last.status}
    ways = list(charter.ladder(last.status))
    if last.step != "founded":
        ways = [w for w in ways if not any(r.step == "founded" for r in w)] or ways
    return max(ways, key=lambda w: (at(last.step, w) is not None, len(own & {r.step for r in w})), default=())


def at(step: str, way: Sequence[Rung]) -> Rung | None:
    """The rung that a step stands on: by its name, else as looser words for it."""
    named = next((r for r in way if r.step == step), None)
    return named or next((r for r in reversed(way) if step in r.also), None)


def _stage(last: Change, steps: Sequence[Change], way: tuple[Rung, ...], doubts: tuple[str, ...]) -> Stage:
    here = at(last.step, way)
    done = {r.step for c in steps if c.status == last.status and (r := at(c.step, way))}
    if last.step in ENDS or (last.step in BEGINS and (here is None or not _later(here, way))):
        missing = tuple(r.step for r in way if r.required and r.step not in done and here and r.place < here.place)
        return Stage(last, way, (), missing, True, doubts)
    if here is None:
        return Stage(last, way, way[:1], (), False, doubts)
    missing = tuple(r.step for r in way if r.required and r.place < here.place and r.step not in done)
    return Stage(last, way, _later(here, way), missing, False, doubts)


def _later(here: Rung, way: Sequence[Rung]) -> tuple[Rung, ...]:
    """What may follow: every step up to and with the next required one."""
    found: list[Rung] = []
    for rung in way:
        if rung.place > here.place:
            found.append(rung)
            if rung.required:
                break
    return tuple(found)


def supposed(organisation: str, party: str, status: str, step: str, day: str) -> Change:
    """A step that somebody supposes; it has no claims."""
    return Change("", organisation, party, status, step, day, rule="supposed")


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a recorded path does not fit the procedure.

    Attributes:
        kind: "missing", "order" or "impossible". step: the step concerned. article: the rule. change: what was told.
    """

    kind: str
    step: str
    article: str
    text: str
    change: Change


def conformance(changes: Sequence[Change], charter: Charter) -> list[Finding]:
    """Replay one party's path: required steps nobody tells, steps out of order, statuses it could not begin with."""
    found: list[Finding] = []
    for status in sorted({c.status for c in changes}):
        own = [c for c in changes if c.status == status and c.step not in STANDINGS]
        if not own or not charter.ladders.get(status):
            continue
        last = max(own, key=lambda c: _order(c, charter))
        way = _way(last, own, charter, "")
        found += _missing(last, own, way)
        found += _disorder(own, way)
        found += _unfounded(last, changes, charter)
    return found


def _missing(last: Change, own: Sequence[Change], way: Sequence[Rung]) -> list[Finding]:
    here = at(last.step, way)
    done = {r.step for c in own if (r := at(c.step, way))}
    absent = [r for r in way if here and r.required and r.place < here.place and r.step not in done]
    return [
        Finding(
            "missing", r.step, r.article, f"{last.step.replace('-', ' ')} is told, but no source tells: {r.label}", last
        )
        for r in absent
    ]


def _disorder(own: Sequence[Change], way: Sequence[Rung]) -> list[Finding]:
    placed = [(r.place, c, r) for c in own if c.time and (r := at(c.step, way))]
    return [
        Finding("order", c.step, r.article, f"{_dated(c)} comes before {_dated(d)}, which must precede it", c)
        for n, c, r in placed
        for m, d, _ in placed
        if n > m and stretch(c.time or "").start and _before(c, d)
    ]  # fmt: skip


def _dated(change: Change) -> str:
    return f"{change.step.replace('-', ' ')} ({change.time})"


def _before(one: Change, other: Change) -> bool:
    left, right = stretch(one.time or "").start, stretch(other.time or "").start
    return bool(left and right and left.last < right.first)


def _unfounded(last: Change, changes: Sequence[Change], charter: Charter) -> list[Finding]:
    """A status that requires an earlier one which nobody tells of the party."""
    for procedure in charter.procedures(last.status):
        needs = set(procedure.requires)
        founding = any(s.step == "founded" for s in procedure.steps)
        began = last.step in BEGINS and last.step != "founded"
        if needs and not founding and began and not needs & {c.status for c in changes}:
            what = " or ".join(sorted(n.replace("-", " ") for n in needs))
            return [
                Finding(
                    "missing", sorted(needs)[0], procedure.source, f"no source tells that it was {what} before", last
                )
            ]
    return []
