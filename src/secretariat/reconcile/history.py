"""The stage: claims of one organisation become its history. Pure: values in, values out, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.model.history import Change, Conflict, Gap, History, Line, Spell
from secretariat.model.judgement import Judgement
from secretariat.model.witness import Witness
from secretariat.profiles import Profile
from secretariat.reconcile import (
    amounts,
    bodies,
    counting,
    events,
    gaps,
    instruments,
    naming,
    people,
    rosters,
    wordings,
)
from secretariat.reconcile.acts import Path
from secretariat.reconcile.bounds import bounds
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import Context, context
from secretariat.reconcile.days import iso, stretch, window
from secretariat.reconcile.membership import path
from secretariat.reconcile.plans import plans, unfulfilled
from secretariat.reconcile.spells import spells
from secretariat.reconcile.status_lines import told
from secretariat.reconcile.twins import twins
from secretariat.reconcile.weigh import Testimony


@dataclass
class _Parts:
    lines: list[Line] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    gaps: list[tuple[str, Gap]] = field(default_factory=list)
    names: list[dict[str, Any]] = field(default_factory=list)


def reconcile(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    profile: Profile | str,
    *,
    witnesses: Sequence[Witness] = (),
    judgements: Sequence[Judgement] = (),
    limit: int = 0,
) -> History:
    """Read all claims about one organisation as its most plausible history.

    Args:
        claims: any claims; those that do not belong to the organisation are passed over.
        documents: the documents they come from (their metadata weigh).
        profile: what is known of the organisation; its bare id or name where it has no profile.
        witnesses: groups of copied passages: copies are one witness.
        judgements: people's decisions; they are certain.
        limit: most conflicts the solver may meet in one component, 0 for none; beyond it a verdict is undecided.
    Returns:
        Lines, spells, changes, conflicts and gaps; `extra["areas"]` says to which answer each gap belongs,
        `extra["names"]` lists the written forms of what has several.
    """
    charter = Charter(profile) if isinstance(profile, str) else Charter(profile.id, profile)
    papers = {d.id: d for d in documents}
    ground = context(claims, papers.values(), charter, witnesses=witnesses, judgements=judgements, limit=limit)
    parts = _Parts()
    _statuses(ground, parts)
    _things(ground, parts, papers)
    _counted(ground, parts)
    return _history(charter.organisation, parts, ground)


def _statuses(ground: Context, parts: _Parts) -> None:
    grouped: dict[str, list[Testimony]] = defaultdict(list)
    for voice in ground.kind("membership"):
        grouped[str(voice.claim.arg("party") or "")].append(voice)
    paths: list[Path] = []
    planned: list[Testimony] = []
    for party, voices in sorted(grouped.items()):
        real = [v for v in voices if v.claim.modality == "asserted"]
        rest = [v for v in voices if v.claim.modality != "asserted"]
        way = path(party, real, ground) if real else Path(party)
        _party(way, rest, ground, parts)
        paths.append(way)
        planned += rest
    parts.conflicts += [*unfulfilled(paths, planned, ground), *twins(ground)]
    parts.gaps += [("membership", g) for g in gaps.status_gaps(paths, parts.lines, ground.charter)]


def _party(way: Path, rest: Sequence[Testimony], ground: Context, parts: _Parts) -> None:
    read = told(way, ground)
    new, open_plans, lines = plans(way, rest, read.lines, ground)
    by_id = {line.id: line for line in lines}
    parts.lines += [*lines, *new]
    parts.changes += [_as_line(change, by_id[change.line]) for change in read.changes]
    parts.conflicts += read.conflicts
    parts.spells += spells(way, ground, frozenset(line.id for line in lines if line.disputed))
    parts.gaps += [("membership", g) for g in open_plans]


def _as_line(change: Change, line: Line) -> Change:
    return replace(change, disputed=line.disputed, claims=line.claims, against=line.against)


def _things(ground: Context, parts: _Parts, papers: dict[Any, Document]) -> None:
    held, disputes, occasions = events.lines(ground)
    parts.lines += held
    parts.conflicts += disputes
    parts.gaps += [("event", g) for g in gaps.event_gaps(held)]
    parts.names += naming.grouped("event", "name", [[o.voice for o in g] for g in occasions])
    _papers(ground, parts)
    _people(ground, parts, papers)
    _works(ground, parts, held)
    fixed, variants = wordings.lines(ground)
    parts.lines += fixed
    parts.conflicts += variants
    parts.gaps += [("network", g) for g in gaps.network_gaps(ground, parts.lines)]
    parts.names += [*naming.institutions(ground), *naming.formulas(ground)]


def _papers(ground: Context, parts: _Parts) -> None:
    found, disputes, sheets = instruments.lines(ground)
    parts.lines += found
    parts.conflicts += disputes
    parts.gaps += [("instrument", g) for g in gaps.paper_gaps(ground, parts.lines)]
    parts.names += naming.grouped("instrument", "title", [[o.voice for o in g] for g in sheets])


def _people(ground: Context, parts: _Parts, papers: dict[Any, Document]) -> None:
    posts, double, holders = people.lines(ground)
    parts.lines += [*posts, *people.statements(ground, papers)]
    parts.conflicts += double
    parts.gaps += [("office", g) for g in gaps.office_gaps(holders, ground.charter)]
    parts.names += naming.grouped("office", "person", [[o.voice for o in g] for g in holders])


def _works(ground: Context, parts: _Parts, held: Sequence[Line]) -> None:
    """Bodies, figures and commitments: what is promised, and what of it is shown or told as working."""
    institutions, body_disputes, things = bodies.lines(ground)
    numbers, count_disputes = amounts.figures(ground)
    pledges, pledge_disputes = amounts.commitments(ground)
    pledges = amounts.supported(pledges, held)
    kept = gaps.delivered_bodies(pledges, institutions)
    institutions = [replace(line, fulfils=kept.get(line.id, "")) for line in institutions]
    parts.lines += [*institutions, *numbers, *pledges]
    parts.conflicts += [*body_disputes, *count_disputes, *pledge_disputes]
    parts.gaps += [("body", g) for g in gaps.body_gaps(institutions)]
    parts.gaps += [("commitment", g) for g in gaps.pledge_gaps(pledges, institutions)]
    parts.names += naming.grouped("body", "name", [[o.voice for o in g] for g in things])


def _counted(ground: Context, parts: _Parts) -> None:
    found, short = rosters.checked(ground, parts.spells, parts.lines)
    parts.conflicts += found
    lines = {c: line.id for line in parts.lines if line.kind == "figure" for c in line.claims}
    parts.gaps += [("membership", replace(gap, about=lines.get(claim, gap.about))) for gap, claim in short]  # type: ignore[call-overload]
    parts.lines = _inherited(ground, parts.lines)


def _inherited(ground: Context, lines: Sequence[Line]) -> list[Line]:
    """Doubt spreads: what a text dates to the very day that was rejected for another line of it is in doubt as well."""
    doubtful = {
        (ground.by_id[c].claim.document, day)
        for line in lines
        for c in line.against
        if c in ground.by_id and (day := _day(ground.by_id[c]))
    }
    rule = "its day is the one that is disputed for another line of the same text"
    return [
        replace(line, disputed=True, rules=(*line.rules, rule))
        if not line.disputed and _shares(line, ground, doubtful)
        else line
        for line in lines
    ]


def _shares(line: Line, ground: Context, doubtful: set[tuple[Any, str]]) -> bool:
    told = [ground.by_id[c] for c in line.claims if c in ground.by_id]
    return bool(told) and line.time is not None and all((v.claim.document, _day(v)) in doubtful for v in told)


def _day(voice: Testimony) -> str:
    return voice.when.text if voice.when and voice.when.width == 1 else ""


def _history(organisation: str, parts: _Parts, ground: Context) -> History:
    lines = sorted(_unique(parts.lines), key=_line_key)
    doubtful = {line.id for line in lines if line.disputed}
    changes = sorted(parts.changes, key=lambda c: (_first(c.time), c.party, c.status, c.step, c.line))
    areas = dict.fromkeys((gap.text, area) for area, gap in parts.gaps)
    unique_gaps = {
        (g.kind, g.text): g for _, g in sorted(parts.gaps, key=lambda item: (item[1].kind, item[1].text, item[0]))
    }
    extra = {
        "areas": {text: sorted(a for t, a in areas if t == text) for text in sorted({t for t, _ in areas})},
        "names": sorted(parts.names, key=repr),
        "bounds": {id: list(days) for id, days in sorted(bounds(lines, ground).items())},
        "counts": counting.told(ground),
    }
    return History(
        organisation,
        tuple(lines),
        tuple(sorted(parts.spells, key=lambda s: (s.party, s.status, s.first, s.basis, s.standing, s.line))),
        tuple(replace(c, disputed=c.disputed or c.line in doubtful) for c in changes),
        tuple(sorted({c.id: c for c in parts.conflicts}.values(), key=lambda c: c.id)),
        tuple(unique_gaps.values()),
        MappingProxyType(extra),
    )


def _unique(lines: Sequence[Line]) -> list[Line]:
    """Lines whose identity collides are told apart by their first claim."""
    seen: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        seen[line.id].append(line)
    found = []
    for id, group in seen.items():
        order = sorted(group, key=lambda line: (line.claims, line.against))
        found += [replace(line, id=id if n == 0 else f"{id}-{n + 1}") for n, line in enumerate(order)]
    return found


def _line_key(line: Line) -> tuple[str, int, str]:
    value = line.time.value if line.time else None
    return line.kind, window(value).first if value else 10**9, line.id


def _first(time: str | None) -> str:
    start = stretch(time).start if time else None
    return iso(start.first) if start else "9999"
