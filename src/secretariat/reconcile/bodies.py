"""Bodies: one institution under several names, its foundings against its anniversaries, its seat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secretariat.model.history import Conflict, Line
from secretariat.model.time import ValidTime
from secretariat.reconcile.assemble import (
    Draft, attested, date_of, disputed_value, finish, fullest, modal_class, same_place, speaker,
)  # fmt: skip
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters, pairs
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, year
from secretariat.reconcile.events import ordinal, title
from secretariat.reconcile.facts import Value
from secretariat.reconcile.fold import acronym, likeness, texts, words
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.status_lines import ids
from secretariat.reconcile.weigh import Testimony

FOUNDING = ("established", "announced", "proposed", "opened", "ended")
"""Steps that happen once, on one day."""

SEATED = ("exists", "operating", "opened")
"""Steps whose place is the seat."""

_GENERIC = frozenset(
    "executive committee council secretariat court commission board institute center centre office agency department "
    "headquarters bureau assembly university fund base area project programme program group".split()
)


class Thing:
    """A body claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice, self.name = voice, str(claim.arg("name") or "")
        self.organ = organ_of(self.name, str(claim.arg("parent") or ""), charter)
        self.title = title(self.name, charter)
        self.parent = " ".join(title(" ".join(texts(claim.arg("parent"))), charter))
        self.generic = set(self.title) <= _GENERIC
        self.step = str(claim.arg("step") or "exists")
        self.place = frozenset(w for t in texts(claim.arg("place")) for w in words(t))
        self.acronym = acronym(self.name)

    @property
    def short(self) -> bool:
        """True where the name is an acronym itself."""
        return bool(re.fullmatch(r"[A-Z][A-Z-]{2,9}", self.name))


def organ_of(name: str, parent: str, charter: Charter) -> str:
    """The organ of the profile that a name means: alone, or as an organ of the parent it is said to have."""
    organs = charter.profile.organs if charter.profile else ()
    folded, above = words(name), words(parent)
    for organ in organs:
        forms = [words(n) for n in organ.names]
        if folded in forms and organ.parent:
            top = next((o for o in organs if o.id == organ.parent), None)
            if above and top and above not in [words(n) for n in top.names] and not charter.means(parent):
                continue
            if not above and set(folded) <= _GENERIC:
                continue
        if folded in forms and not (
            set(folded) <= _GENERIC and above and not organ.parent and not charter.mentions(parent)
        ):
            return organ.id
    return "itself" if charter.means(name) else ""


def _keys(thing: Thing) -> Iterator[tuple[object, ...]]:
    if thing.organ:
        yield "organ", thing.organ
    yield from (("title", *p) for p in pairs(thing.title))
    if len(thing.acronym) > 2:
        yield "acronym", thing.name.casefold() if thing.short else thing.acronym


def same(a: Thing, b: Thing) -> bool:
    """True where two names can be one institution's."""
    if a.organ or b.organ:
        return a.organ == b.organ
    if (a.generic or b.generic) and a.parent != b.parent:
        return False
    if a.short != b.short:
        return (a.name.casefold() if a.short else a.acronym) == (b.name.casefold() if b.short else b.acronym)
    return likeness(a.title, b.title) >= 0.85


@dataclass
class _Found:
    lines: list[Line]
    conflicts: list[Conflict]


def lines(context: Context) -> tuple[list[Line], list[Conflict], list[tuple[Thing, ...]]]:
    """Lines of all bodies, the conflicts about their foundings and seats, and the groups behind them."""
    things = [Thing(v, context.charter) for v in context.kind("body") if v.claim.arg("name")]
    groups = clusters(things, _keys, same)
    found = _Found([], [])
    for group in groups:
        _group(group, context, found)
    return found.lines, found.conflicts, groups


def identity(group: Sequence[Thing]) -> tuple[object, ...]:
    """What makes a body's id: the organ, else the shortest of its folded names."""
    organ = next((t.organ for t in group if t.organ), "")
    return (organ or min((t.title, t.parent if t.generic else "") for t in group),)


def _group(group: Sequence[Thing], context: Context, found: _Found) -> None:
    name = fullest(t.name for t in group)
    stepped: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in group:
        renaming = thing.step == "established" and thing.voice.claim.arg("predecessor")
        stepped["renamed" if renaming else thing.step, modal_class(thing.voice)].append(thing)
    drafts = {key: _draft(key, things, group, name) for key, things in sorted(stepped.items())}
    celebrated = _celebrated(group)
    for (step, _), draft in drafts.items():
        found.conflicts += _dates(step, draft, name, context, celebrated if step == "established" else [])
    found.conflicts += _seat(drafts, name, identity(group), context)
    found.lines += [finish(draft, context) for draft in drafts.values()]
    if celebrated and ("established", "told") not in drafts:
        found.lines.append(_derived(group, name, celebrated, context))


def _draft(key: tuple[str, str], things: Sequence[Thing], group: Sequence[Thing], name: str) -> Draft:
    step, modal = key
    voices = tuple(t.voice for t in things)
    draft = Draft(
        "body",
        (*identity(group), step, modal),
        voices,
        {"name": name, "step": "established" if step == "renamed" else step},
    )
    founders = [
        v.claim.arg("founder") for v in sorted(voices, key=lambda v: (-v.weight, v.id)) if v.claim.arg("founder")
    ]
    if founders:
        draft.args["founder"] = min(founders, key=_vagueness)
    draft.rules.append("a renaming is no second founding" if step == "renamed" else "as told")
    return draft


def _vagueness(founder: object) -> tuple[bool, int]:
    """A named person or state before a description ("leaders"); the longer list before the shorter."""
    named = texts(founder)
    return not any(t[:1].isupper() and len(t.split()) <= 3 and not t.split()[-1].islower() for t in named), -len(named)


def _dates(step: str, draft: Draft, name: str, context: Context, celebrated: list[tuple[int, int]]) -> list[Conflict]:
    if step not in FOUNDING:
        draft.time = attested(draft.voices)
        return []
    backing = _founders(context) if step == "established" and draft.identity[0] == "itself" else []
    found = date_of(draft, name, context, because=f"A body is {step} once.", celebrated=celebrated, backing=backing)
    return [found] if found else []


def _founders(context: Context) -> list[Testimony]:
    """What tells the organisation's own founding beside its name: who founded it, and its first meeting."""
    first = [
        v
        for v in context.kind("event")
        if v.claim.arg("ordinal") == 1 and context.charter.means(str(v.claim.arg("series") or ""))
    ]
    return first + [
        v for v in context.kind("membership") if v.claim.arg("step") == "founded" and v.claim.modality == "asserted"
    ]


def _celebrated(group: Sequence[Thing]) -> list[tuple[int, int]]:
    """Years of founding that anniversaries imply: the year celebrated less the years told."""
    found = []
    for thing in group:
        years = age(thing.voice)
        when = thing.voice.when
        told = year(when.last) if when and when.last < LATEST else 0
        if thing.step == "anniversary" and years and told:
            found.append((told - years, thing.voice.weight))
    return found


def age(voice: Testimony) -> int | None:
    """The number of an anniversary: the argument `years`, else the ordinal before the word in the evidence."""
    given = voice.claim.arg("years")
    if isinstance(given, (int, float)):
        return int(given)
    before = re.split(r"(?i)anniversar", voice.claim.evidence.text)[0].split()[-2:]
    return ordinal(" ".join(before))


def _seat(drafts: dict[tuple[str, str], Draft], name: str, who: tuple[object, ...], context: Context) -> list[Conflict]:
    told = [d for (step, modal), d in drafts.items() if step in SEATED and modal == "told"]
    values = [
        Value(", ".join(texts(v.claim.arg("place"))), v)
        for d in told for v in d.voices
        if isinstance(v.claim.arg("place"), str) and v.claim.modality == "asserted"
    ]  # fmt: skip
    draft = Draft("body", (*who, "seat"), tuple(v.voice for v in values))
    choice, found = disputed_value(
        draft, "place", "place", name, values, same_place, context, because="A body has one seat at a time."
    )
    for other in told:
        lost = [v for v in draft.lost if v in other.voices]
        other.lost += [v for v in lost if len(other.voices) > len(lost)]
        if lost:
            other.disputed = True
            other.args["place"] = choice.reading
    return [found] if found else []


def _derived(group: Sequence[Thing], name: str, celebrated: list[tuple[int, int]], context: Context) -> Line:
    """The founding that an anniversary implies: to the month at best, and marked as inferred."""
    voices = [t.voice for t in group if t.step == "anniversary" and age(t.voice) and t.voice.when]
    best = min(voices, key=lambda v: (v.when.width if v.when else 0, -v.weight, v.id))
    told = str(best.claim.time.edtf if best.claim.time else "").split("/")[0]
    founded = max(set(celebrated), key=lambda c: (c[1], c[0]))[0]
    month = told[4:7] if len(told) >= 7 else ""
    organisation = context.charter.organisation
    return Line(
        line_id(organisation, "body", *identity(group), "established", "derived"),
        organisation, "body", {"name": name, "step": "established"},
        ValidTime(f"{founded}{month}~", ""), attribution=speaker(voices), claims=ids(voices),
        rules=("an anniversary counts from the founding",),
    )  # fmt: skip
