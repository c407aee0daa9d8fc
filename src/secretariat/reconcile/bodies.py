"""Bodies: one institution under several names, its foundings against its anniversaries, its seat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secretariat.model.history import Conflict, Line
from secretariat.model.time import ValidTime
from secretariat.profiles.schema import Organ
from secretariat.reconcile.assemble import Draft, attested, date_of, finish, fullest, modal_class, speaker
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters, pairs
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, year
from secretariat.reconcile.fold import acronym, likeness, texts, words
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.seats import seat, start_of_work
from secretariat.reconcile.series import ordinal, title
from secretariat.reconcile.status_lines import ids
from secretariat.reconcile.weigh import Testimony

FOUNDING = ("established", "announced", "proposed", "opened", "ended")
"""Steps that happen once, on one day."""

_GENERIC = frozenset(
    "executive committee council secretariat court commission board institute center centre office agency department "
    "headquarters bureau assembly university fund base area project programme program group".split()
)


class Name:
    """A body's name, prepared for comparison."""

    def __init__(self, name: str, parent: str, charter: Charter) -> None:
        self.name, self.given_parent = name, parent
        self.organ = organ_of(name, parent, charter)
        self.title = title(name, charter)
        self.parent = " ".join(title(parent, charter))
        self.generic = set(self.title) <= _GENERIC
        self.acronym = acronym(name)

    @property
    def short(self) -> bool:
        """True where the name is an acronym itself."""
        return bool(re.fullmatch(r"[A-Z][A-Z-]{2,9}", self.name))


class Thing(Name):
    """A body claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        super().__init__(str(claim.arg("name") or ""), " ".join(texts(claim.arg("parent"))), charter)
        self.voice = voice
        self.step = str(claim.arg("step") or "exists")


def organ_of(name: str, parent: str, charter: Charter) -> str:
    """The organ of the profile that a name means: alone, or as an organ of the parent it is said to have."""
    if charter.means(name):
        return "itself"
    bare, above = _bare(name, charter), words(parent)
    organs = charter.profile.organs if charter.profile else ()
    for organ in organs:
        if bare in [_bare(n, charter) for n in organ.names] and _placed(organ, bare, above, parent, charter):
            return organ.id
    return ""


def _bare(name: str, charter: Charter) -> tuple[str, ...]:
    """A name without the organisation's own name and its members: what is left names the organ."""
    spoken = list(words(name))
    for own in charter.names:
        n = len(own)
        for i in range(len(spoken) - n, -1, -1):
            if tuple(spoken[i : i + n]) == own:
                del spoken[i : i + n]
    text = " ".join(spoken).replace("member states", "").replace("member countries", "")
    return tuple(w for w in text.split() if w not in ("of", "the", "for"))


def _placed(organ: Organ, bare: tuple[str, ...], above: tuple[str, ...], parent: str, charter: Charter) -> bool:
    """True where the parent that is told, or none, fits the organ: a bare "Executive Committee" may be anybody's."""
    tops = [o for o in (charter.profile.organs if charter.profile else ()) if o.id == organ.parent]
    under = [words(n) for o in tops for n in o.names]
    if set(bare) <= _GENERIC and not above:
        return not organ.parent
    return not above or above in under or charter.mentions(parent)


def name_keys(name: Name) -> Iterator[tuple[object, ...]]:
    """What a name shares with every other that can mean the same body."""
    if name.organ:
        yield "organ", name.organ
    yield from (("title", *p) for p in pairs(name.title))
    if len(name.acronym) > 2:
        yield "acronym", name.name.casefold() if name.short else name.acronym


def same_name(a: Name, b: Name) -> bool:
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
    groups = clusters(things, name_keys, same_name)
    found = _Found([], [])
    for group in groups:
        _group(group, executives(group, groups, context.charter), context, found)
    return found.lines, found.conflicts, groups


def identity(group: Sequence[Thing]) -> tuple[object, ...]:
    """What makes a body's id: the organ, else the shortest of its folded names."""
    organ = next((t.organ for t in group if t.organ), "")
    return (organ or min((t.title, t.parent if t.generic else "") for t in group),)


def executives(group: Sequence[Thing], groups: Sequence[Sequence[Thing]], charter: Charter) -> list[Testimony]:
    """Claims about a body's executive organ: where it sits and works, the body does."""
    organ = next((t.organ for t in group if t.organ), "")
    known = charter.profile.organs if charter.profile else ()
    below = {o.id for o in known if organ and o.parent == organ and o.kind == "secretariat"}
    names = {" ".join(t.title) for t in group}
    return [
        t.voice
        for other in groups
        if other is not group
        for t in other
        if t.organ in below or (t.generic and t.parent in names and set(t.title) & {"executive", "secretariat"})
    ]


def _group(group: Sequence[Thing], executive: Sequence[Testimony], context: Context, found: _Found) -> None:
    name = fullest(t.name for t in group)
    stepped: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in group:
        renaming = thing.step == "established" and thing.voice.claim.arg("predecessor")
        stepped["renamed" if renaming else thing.step, modal_class(thing.voice)].append(thing)
    drafts = {key: _draft(key, things, group, name) for key, things in sorted(stepped.items())}
    celebrated = _celebrated(group)
    for (step, _), draft in drafts.items():
        found.conflicts += _dates(step, draft, name, context, celebrated if step == "established" else [])
    found.conflicts += seat(drafts, executive, name, identity(group), context)
    found.conflicts += start_of_work(drafts, executive, name, identity(group), context)
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
