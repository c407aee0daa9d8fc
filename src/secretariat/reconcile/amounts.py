"""Figures and commitments: equal numbers are one line, different ones of one thing a dispute; promises are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from secretariat.model.claim import ClaimId
from secretariat.model.history import Conflict, Line
from secretariat.reconcile.assemble import Draft, attested, date_of, disputed_value, finish, fullest
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters, pairs
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, stretch
from secretariat.reconcile.facts import Value
from secretariat.reconcile.fold import akin, content, likeness, run_in, texts, words
from secretariat.reconcile.labels import label
from secretariat.reconcile.series import title
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

LOWER = frozenset({"over", "at-least", "more-than", "dozens", "hundreds", "thousands", "millions"})
UPPER = frozenset({"under", "at-most", "nearly", "almost", "up-to"})
ACTING = frozenset(
    "provide provided give given grant set up establish established build building create send sent donate "
    "donated offer make open support train help finance fund lent lend deliver delivered be".split()
)
"""Verbs of giving and making: they say that something is undertaken, not what."""


def contradict(one: Testimony, other: Testimony) -> bool:
    """True where two quantities of one thing cannot both be right, bounds considered."""
    a, b = float(one.claim.args["value"]), float(other.claim.args["value"])
    left, right = str(one.claim.arg("bound") or "exact"), str(other.claim.arg("bound") or "exact")
    if left == right == "exact":
        return a != b
    if "about" in (left, right):
        return abs(a - b) > 0.1 * max(a, b)
    if a > b:
        a, b, left, right = b, a, right, left
    return not (left in LOWER or right in UPPER or a == b)


class Amount:
    """A figure claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice = voice
        self.subject = title(" ".join(texts(claim.arg("subject"))), charter)
        self.of = title(str(claim.arg("of") or ""), charter)
        self.unit = " ".join(content(str(claim.arg("unit") or "")))
        self.value = claim.arg("value")
        self.thing = (self.subject, tuple(sorted(self.of)), self.unit, str(claim.arg("per") or ""))


def figures(context: Context) -> tuple[list[Line], list[Conflict]]:
    """Lines of all figures; equal values of one thing are one line, contradicting ones of one time a conflict."""
    amounts = [
        Amount(v, context.charter) for v in context.kind("figure") if isinstance(v.claim.arg("value"), (int, float))
    ]
    grouped: dict[tuple[object, ...], list[Amount]] = defaultdict(list)
    for amount in amounts:
        grouped[amount.thing].append(amount)
    found: list[Line] = []
    conflicts: list[Conflict] = []
    for thing, group in sorted(grouped.items(), key=repr):
        lines = [_figure(thing, value, part, context) for value, part in _valued(group)]
        disputes = list(_disputes(thing, group, context))
        found += [_marked(line, disputes) for line in lines]
        conflicts += disputes
    return _currencies(found, context), conflicts


def _valued(group: Sequence[Amount]) -> list[tuple[str, list[Amount]]]:
    found: dict[str, list[Amount]] = defaultdict(list)
    for amount in group:
        voice = amount.voice
        year = str(voice.claim.time.edtf)[:4] if voice.claim.time and voice.claim.time.edtf else ""
        found[f"{amount.value:g}|{voice.claim.arg('bound') or 'exact'}|{voice.claim.modality}|{year}"].append(amount)
    return sorted(found.items())


def _figure(thing: tuple[object, ...], value: str, part: Sequence[Amount], context: Context) -> Line:
    draft = Draft("figure", (*thing, value), tuple(a.voice for a in part))
    draft.time = attested(draft.voices)
    return finish(draft, context)


def _disputes(thing: tuple[object, ...], group: Sequence[Amount], context: Context) -> Iterator[Conflict]:
    """Contradicting values of one thing at one time, told by different witnesses."""
    told = [a.voice for a in group if a.voice.claim.modality == "asserted" and a.of]
    sides: dict[str, list[Testimony]] = defaultdict(list)
    for one in told:
        if any(contradict(one, o) and _at_once(one, o) and one.claim.document != o.claim.document for o in told[:40]):
            sides[f"{one.claim.args['value']:g}"].append(one)
    if len(sides) < 2:
        return
    order = sorted(sides.items(), key=lambda s: (-context.support(s[1]), s[0]))
    level = context.support(order[0][1]) == context.support(order[1][1])
    subject = fullest(" ".join(texts(v.claim.arg("subject"))) for v in told) or fullest(
        str(v.claim.arg("of")) for v in told
    )
    yield conflict(
        context, "count", subject, order, identity=("figure", thing), verdict=None if level else 0,
        rule="one value of one thing at one time", because="These are counts of the same thing at the same time.",
    )  # fmt: skip


def _at_once(one: Testimony, other: Testimony) -> bool:
    """True where both surely speak of one time: both dated and overlapping, or both undated and published together."""
    if one.when and other.when:
        return one.when.overlaps(other.when)
    if one.when or other.when:
        return False
    return one.source.known < LATEST and abs(one.source.known - other.source.known) <= 31


def _marked(line: Line, disputes: Sequence[Conflict]) -> Line:
    against: set[ClaimId] = set()
    for dispute in disputes:
        mine = [s for s in dispute.sides if set(s.claims) & set(line.claims)]
        against |= {c for s in dispute.sides if s not in mine for c in s.claims} if mine else set()
    return replace(line, against=tuple(sorted(against)), disputed=True) if against else line


def _currencies(lines: Sequence[Line], context: Context) -> list[Line]:
    """Mark one sum told in two currencies: it counts once."""
    sums: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in lines:
        unit = str(line.args.get("unit") or "")
        if len(unit) == 3 and unit.isupper():
            homes = sorted({str(context.by_id[c].claim.document) for c in line.claims})
            sums[(tuple(content(str(line.args.get("of") or ""))), str(line.args.get("subject")), *homes)].append(line)
    twice = {line.id for group in sums.values() if len({x.args.get("unit") for x in group}) > 1 for line in group}
    return [
        replace(line, rules=(*line.rules, "one sum in two currencies: it counts once")) if line.id in twice else line
        for line in lines
    ]


class Pledge:
    """A commitment claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice, self.charter = voice, charter
        self.actors = frozenset(" ".join(title(t, charter)) for t in texts(claim.arg("actor")))
        self.thing = tuple(w for w in title(str(claim.arg("object") or ""), charter) if w not in ACTING)
        self.takers = frozenset(" ".join(title(t, charter)) for t in texts(claim.arg("beneficiary")))
        self.status = str(claim.arg("status") or "promised")
        amount = claim.arg("amount") or {}
        self.amount = (amount.get("value"), amount.get("unit")) if hasattr(amount, "get") else (None, None)


def _pledge_keys(pledge: Pledge) -> Iterator[tuple[object, ...]]:
    for actor in sorted(pledge.actors):
        yield from ((actor, *p) for p in pairs(pledge.thing))


def alike(a: Pledge, b: Pledge) -> bool:
    """True where two commitments have one object, whoever receives it."""
    if not a.thing or not b.thing or not a.actors & b.actors:
        return False
    short, long = sorted((set(a.thing), set(b.thing)), key=len)
    held = len(short) > 1 and all(any(akin(w, o) for o in long) for w in short)
    return held or likeness(a.thing, b.thing) >= 0.6


def same(a: Pledge, b: Pledge) -> bool:
    """True where two claims tell one commitment."""
    if a.takers and b.takers and not a.takers & b.takers:
        return False
    sums = a.amount[0] is None or b.amount[0] is None or a.amount == b.amount or a.amount[1] == b.amount[1]
    return a.status == b.status and sums and alike(a, b)


def commitments(context: Context) -> tuple[list[Line], list[Conflict]]:
    """Lines of all commitments; deliveries point to the promise they fulfil."""
    pledges = [Pledge(v, context.charter) for v in context.kind("commitment")]
    groups = clusters(pledges, _pledge_keys, same)
    found: list[tuple[Sequence[Pledge], Line]] = []
    conflicts: list[Conflict] = []
    for group in groups:
        line, disputes = _pledged(group, context)
        found.append((group, line))
        conflicts += disputes
    return _fulfilled(found), conflicts


def _pledged(group: Sequence[Pledge], context: Context) -> tuple[Line, list[Conflict]]:
    best = min(group, key=lambda p: (p.thing, sorted(p.takers), p.voice.claim.key))
    draft = Draft("commitment", (best.actors, best.thing, best.takers, best.status), tuple(p.voice for p in group))
    name = fullest(str(p.voice.claim.arg("object")) for p in group)
    draft.args["object"] = name
    made = [
        Value(str(p.voice.claim.arg("made")), p.voice, stretch(str(p.voice.claim.arg("made"))).start)
        for p in group
        if p.voice.claim.arg("made")
    ]
    because = "One promise is made on one day."
    choice, dispute = disputed_value(draft, "made", "date", name, made, _same, context, because=because)
    if choice.reading:
        draft.args["made"] = choice.reading
    other = date_of(draft, name, context, because="One promise has one term.")
    sums = [Value(f"{p.amount[0]:g} {p.amount[1]}", p.voice) for p in group if isinstance(p.amount[0], (int, float))]
    third = disputed_value(
        draft,
        "amount",
        "count",
        name,
        sums,
        lambda a, b: a.reading == b.reading,
        context,
        because="One promise has one amount.",
    )[1]
    return finish(draft, context), [d for d in (dispute, other, third) if d]


def _same(one: Value, other: Value) -> bool:
    return bool(one.days and other.days and one.days.overlaps(other.days))


def _fulfilled(found: Sequence[tuple[Sequence[Pledge], Line]]) -> list[Line]:
    """Point each delivery to the promise of the same object, made before it."""
    promises = [(g, line) for g, line in found if g[0].status == "promised"]
    blocks: dict[tuple[object, ...], list[tuple[Sequence[Pledge], Line]]] = defaultdict(list)
    for group, line in promises:
        for key in _pledge_keys(group[0]):
            blocks[key].append((group, line))
    lines = []
    for group, line in found:
        if group[0].status == "delivered":
            near = [b for key in _pledge_keys(group[0]) for b in blocks[key]]
            match = next(
                (p for g, p in near if alike(g[0], group[0]) and _receives(g[0], group[0]) and _before(p, line)), None
            )
            line = replace(line, fulfils=match.id) if match else line
        lines.append(line)
    return lines


def _receives(promise: Pledge, delivery: Pledge) -> bool:
    return not promise.takers or not delivery.takers or bool(promise.takers & delivery.takers)


def _before(promise: Line, delivery: Line) -> bool:
    made = stretch(str(promise.args["made"])).start if promise.args.get("made") else None
    done = stretch(delivery.time.edtf).end if delivery.time and delivery.time.edtf else None
    return not made or not done or made.first <= done.last


def supported(pledges: Sequence[Line], events: Sequence[Line]) -> list[Line]:
    """Point deliveries to dated events that show them: the same things are delivered in the state that receives."""
    shown = [e for e in events if e.args.get("type") == "delivery" and e.time and e.modality == "asserted"]
    return [_shown(line, shown) if line.args.get("status") == "delivered" else line for line in pledges]


def _shown(pledge: Line, events: Sequence[Line]) -> Line:
    thing = {w for w in content(str(pledge.args.get("object") or "")) if w not in ACTING}
    takers = [words(label(t)) for t in texts(pledge.args.get("beneficiary"))]
    for event in events:
        place = words(", ".join(texts(event.args.get("place"))))
        named = set(content(str(event.args.get("name") or "")))
        if thing and thing <= named and any(run_in(t, place) for t in takers):
            day = event.time.value.last if event.time and event.time.value else ""
            rule = f"shown by a dated event, so not later than {day}: {event.args.get('name')} ({event.id})"
            return replace(pledge, rules=(*pledge.rules, rule))
    return pledge


def named_objects(lines: Sequence[Line]) -> Mapping[str, tuple[str, ...]]:
    """Content words of each promise's object, by line id."""
    return {
        line.id: tuple(w for w in content(str(line.args.get("object") or "")) if w not in ACTING)
        for line in lines
        if line.args.get("status") == "promised"
    }


def phrase(line: Line) -> str:
    """A commitment in a few words."""
    actor = ", ".join(texts(line.args.get("actor"))) or "somebody"
    return f"{actor}: {' '.join(words(str(line.args.get('object') or '')))[:80]}"
