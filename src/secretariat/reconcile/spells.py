"""Spells: from when to when a party held a status, on the basis of the decision and of the act that gave it effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secretariat.model.history import Spell
from secretariat.model.time import LAST_DAY
from secretariat.reconcile.acts import Act, Path, begins
from secretariat.reconcile.charter import BEGINS, ENDS, STANDINGS, Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window, iso, number, since, stretch
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.status_lines import ids
from secretariat.reconcile.weigh import Testimony

BASES = ("decision", "effect")


@dataclass(frozen=True, slots=True)
class _Event:
    act: Act
    window: Window
    voices: tuple[Testimony, ...]


def spells(path: Path, context: Context, disputed: frozenset[str]) -> tuple[Spell, ...]:
    """All spells of one party, on both bases.

    Args:
        disputed: ids of lines that are disputed.
    """
    found: list[Spell] = []
    for basis in BASES:
        own = sorted(_own(path, context, basis, disputed), key=lambda s: (s.first, s.last, s.status))
        ended = [_ended(spell, path, own, context.charter) for spell in own]
        renamed = [r for spell in ended for r in _renamed(spell, context.charter)]
        found += [piece for spell in renamed for piece in _standings(spell, path) if piece.first <= piece.last]
    return tuple(found)


def _own(path: Path, context: Context, basis: str, disputed: frozenset[str]) -> Iterator[Spell]:
    """Spells with their beginning; the end is still open."""
    events = [_Event(*e) for e in path.acts if begins(context.charter, e[0]) or _decides(context.charter, e[0])]
    turns = sorted({(e.act.status, e.act.turn) for e in events if begins(context.charter, e.act)})
    for status, turn in turns:
        begun = [e for e in events if (e.act.status, e.act.turn) == (status, turn)]
        start = _start(begun, context.charter, basis)
        states = [v for v in path.states if _status(v) == status]
        yield _spell(path.party, start, states, context, basis, disputed)
    begun_statuses = {status for status, _ in turns}
    for status in sorted({_status(v) for v in path.states} - begun_statuses):
        yield _held(path.party, status, [v for v in path.states if _status(v) == status], context, basis)


def _decides(charter: Charter, act: Act) -> bool:
    return any(r.decision for r in charter.rungs(act.status, act.step))


def _status(voice: Testimony) -> str:
    return str(voice.claim.arg("status") or "member")


def _start(begun: Sequence[_Event], charter: Charter, basis: str) -> _Event:
    """The act from which the status counts on this basis; where it is not recorded, the nearest recorded act."""

    def counts(event: _Event) -> bool:
        rungs = charter.rungs(event.act.status, event.act.step)
        marked = [r.decision if basis == "decision" else r.effect for r in rungs]
        return any(marked) if marked else event.act.step in (*BEGINS, "holds")

    marked = [e for e in begun if counts(e)] or [e for e in begun if begins(charter, e.act)]
    latest = basis == "effect" and any(e.act.step == "effective" for e in marked)
    order = sorted(marked, key=lambda e: (e.window.last, e.window.first, e.act))
    return order[-1] if latest else order[0]


def _spell(
    party: str, start: _Event, states: Sequence[Testimony], context: Context, basis: str, disputed: frozenset[str]
) -> Spell:
    window = start.window
    later = next((str(v.claim.arg("effective")) for v in start.voices if v.claim.arg("effective")), "")
    if basis == "effect" and later:
        window = stretch(later).start or window
    first = window.last if window.last < LATEST else window.first
    line = line_id(context.charter.organisation, "membership", party, start.act.status, start.act.step, start.act.turn)
    voices = [*start.voices, *states]
    return Spell(
        line, context.charter.organisation, party, start.act.status, "good", basis,
        window.text or None, None, iso(first), LAST_DAY, _confirmed(voices), line in disputed, ids(voices),
    )  # fmt: skip


def _held(party: str, status: str, states: Sequence[Testimony], context: Context, basis: str) -> Spell:
    """A status that is only told as held: it counts from the first day that some source confirms."""
    first = min(min(v.when.first if v.when else v.source.known, v.source.known) for v in states)
    organisation = context.charter.organisation
    line = line_id(organisation, "membership", party, status, "holds", 0)
    return Spell(
        line, organisation, party, status, "good", basis, None, None, iso(first), LAST_DAY, _confirmed(states), False,
        ids(states),
    )  # fmt: skip


def _confirmed(voices: Sequence[Testimony]) -> str | None:
    """The last day on which a source tells the status as held or begun."""
    days = [d for v in voices if (d := _day(v)) < LATEST]
    return iso(max(days)) if days else None


def _day(voice: Testimony) -> int:
    if voice.claim.arg("step") == "holds":
        return voice.source.known
    return min(voice.when.last, voice.source.known) if voice.when else voice.source.known


def _ended(spell: Spell, path: Path, own: Sequence[Spell], charter: Charter) -> Spell:
    """Close a spell at the first act that ends it, or the beginning of a status that excludes it."""
    ends = [
        (w.last - 1, w.text or None)
        for a, w, _ in path.acts
        if a.step in ENDS and a.status == spell.status and iso(w.last) > spell.first
    ]
    ends += [
        (number(o.first) - 1, o.since)
        for o in own
        if charter.excludes(o.status, spell.status)
        and (o.first, charter.rank(o.status)) > (spell.first, charter.rank(spell.status))
    ]
    ends += [(number(o.first) - 1, o.since) for o in own if o.status == spell.status and o.first > spell.first]
    ends += list(_told_ends(spell, path))
    if not ends:
        return spell
    last, until = min(ends, key=lambda e: (e[0], str(e[1])))
    return replace(spell, last=iso(max(last, number(spell.first) - 1)), until=until)


def _told_ends(spell: Spell, path: Path) -> Iterator[tuple[int, str | None]]:
    for act, _, voices in path.acts:
        for voice in voices:
            ends = since(voice.claim)
            told = act.status == spell.status and voice.claim.arg("step") == "holds"
            if told and ends and ends.end and ends.end.last < LATEST:
                yield ends.end.last, ends.end.text


def _renamed(spell: Spell, charter: Charter) -> Iterator[Spell]:
    """Carry a status over into the one that the profile says it was merged into."""
    heirs = [
        s for s in (charter.profile.statuses if charter.profile else ()) if spell.status in s.merged_from and s.since
    ]
    heir = next((s for s in heirs if spell.first < s.since <= spell.last), None)
    if heir is None:
        yield spell
        return
    day = number(heir.since)
    yield replace(spell, last=iso(day - 1), until=heir.since)
    yield replace(spell, status=heir.id, since=heir.since, first=heir.since)


def _standings(spell: Spell, path: Path) -> Iterator[Spell]:
    """Cut a spell where the party's standing changes."""
    turns = sorted(
        (w.last if w.last < LATEST else w.first, STANDINGS.get(a.step, "good"), w.text)
        for a, w, _ in path.acts
        if a.status == spell.status and (a.step in STANDINGS or a.step == "reinstated")
    )
    current = spell
    for day, name, _ in turns:
        if current.first < iso(day) <= current.last and name != current.standing:
            yield replace(current, last=iso(day - 1))
            current = replace(current, first=iso(day), standing=name)
    yield current
