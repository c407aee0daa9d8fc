"""Gaps: what the sources announce, count, promise or begin and then leave without name, date, delivery or end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secretariat.model.history import Gap, Line
from secretariat.reconcile.acts import Path, begins
from secretariat.reconcile.amounts import named_objects, phrase
from secretariat.reconcile.charter import ENDS, Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, iso, window
from secretariat.reconcile.fold import akin, content, words
from secretariat.reconcile.labels import label, listed, plain
from secretariat.reconcile.people import Post

ROUTES = frozenset("route line station city railway pipeline corridor port train terminal".split())
"""What figures of a network count."""

PAPERS = frozenset(
    "document declaration statement agreement treaty memorandum resolution decision instrument protocol plan".split()
)


def status_gaps(paths: Sequence[Path], lines: Sequence[Line], charter: Charter) -> list[Gap]:
    """What is begun and not told as ended: procedures without outcome, statuses without a date."""
    found = [gap for path in paths for gap in _pending(path, lines, charter)]
    undated: dict[str, list[Line]] = defaultdict(list)
    begun = {(line.args["party"], line.args["status"]) for line in lines if line.time and line.args["step"] not in ENDS}
    for line in lines:
        told = line.kind == "membership" and line.args["step"] == "holds" and line.modality == "asserted"
        if told and (line.args["party"], line.args["status"]) not in begun:
            undated[str(line.args["status"])].append(line)
    for status, group in sorted(undated.items()):
        who = listed(str(line.args["party"]) for line in group)
        found.append(
            Gap(
                "undated",
                group[0].id,
                f"no source dates since when {who} {'is' if len(group) == 1 else 'are'} {plain(status)}",
            )
        )
    return found


def _pending(path: Path, lines: Sequence[Line], charter: Charter) -> Iterator[Gap]:
    """Steps towards a status that no source tells as reached."""
    reached = {a.status for a, _, _ in path.acts if begins(charter, a)} | {
        str(s.claim.arg("status")) for s in path.states
    }
    waiting = sorted(
        {
            a.status
            for a, _, _ in path.acts
            if not begins(charter, a)
            and a.step not in (*ENDS, "suspended", "frozen", "dormant", "declined", "refused", "notified-withdrawal")
        }
        - reached
    )
    for status in waiting:
        last = max((a for a, _, _ in path.acts if a.status == status), key=lambda a: _place(a.status, a.step, charter))
        line = next(
            (
                line
                for line in lines
                if line.args.get("party") == path.party
                and line.args["status"] == status
                and line.args["step"] == last.step
            ),
            None,
        )
        about = line.id if line else path.party
        yield Gap(
            "unknown",
            about,
            f"{label(path.party)} had reached {plain(last.step)}; "
            f"no source says when it became {plain(status)}, or whether it did",
        )


def _place(status: str, step: str, charter: Charter) -> int:
    return max((r.place for r in charter.rungs(status, step)), default=-1)


def event_gaps(lines: Sequence[Line]) -> Iterator[Gap]:
    """Occasions announced that nobody tells as held, and occasions without a day."""
    undated: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        name = str(line.args.get("name") or line.args.get("type") or "event")
        if line.modality in ("planned", "promised"):
            yield Gap("unconfirmed", line.id, f"{name} is announced; no source tells that it took place")
        value = line.time.value if line.time else None
        if line.modality == "asserted" and value is None and line.args.get("name"):
            undated[str(line.args.get("type") or "event")].append(name)
        elif line.modality == "asserted" and value and line.args.get("ordinal") and window(value).width > 31:
            yield Gap("undated", line.id, f"{name}: {value.text.rstrip('~')} is known, no source gives the day")
    for type, names in sorted(undated.items()):
        yield Gap(
            "undated", f"{type}s", f"{len(names)} {type.replace('-', ' ')} named, not dated: {'; '.join(sorted(names))}"
        )


def office_gaps(groups: Sequence[Sequence[Post]], charter: Charter) -> Iterator[Gap]:
    """Former holders without years, and successions without a day, in the organisation's own offices."""
    former: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    seats: dict[tuple[str, tuple[str, ...]], list[tuple[int, int, str]]] = defaultdict(list)
    for group in groups:
        if charter.organisation not in group[0].where:
            continue
        key, person = (group[0].office, group[0].where), group[0].person
        if all(p.step == "held" and p.voice.when is None for p in group):
            former[key].append(person)
        holds = [p for p in group if p.step == "holds"]
        days = [d for p in holds for d in _days(p)]
        if group[0].single and days:
            seats[key].append((min(days), max(days), person))
    for key, people in sorted(former.items()):
        yield Gap(
            "undated",
            key[0],
            f"{len(people)} former holders of the office {plain(key[0])} named, no years of any term: "
            + ", ".join(sorted(people)),
        )
    for key, told in sorted(seats.items()):
        order = sorted(told)
        for (_, last, one), (first, _, other) in pairwise(order):
            if first - last > 31:
                yield Gap(
                    "undated",
                    key[0],
                    f"no source gives the day on which {other} followed {one} as {plain(key[0])}: "
                    f"between {iso(last)} and {iso(first)}",
                )


def _days(post: Post) -> list[int]:
    when, known = post.voice.when, post.voice.source.known
    ends = [when.first, min(when.last, known)] if when and when.first else [known]
    return [d for d in ends if 0 < d < LATEST]


def paper_gaps(context: Context, lines: Sequence[Line]) -> Iterator[Gap]:
    """Documents counted of which only some are named."""
    named = [line for line in lines if line.kind == "instrument" and line.args.get("title")]
    for voice in context.kind("figure"):
        value = voice.claim.arg("value")
        counted = set(content(str(voice.claim.arg("unit") or ""))) & PAPERS
        if counted and isinstance(value, (int, float)):
            same = [
                line for line in named if _of_occasion(line, voice.claim.arg("subject"), voice.claim.document, context)
            ]
            if len(same) < value:
                bound = str(voice.claim.arg("bound") or "exact")
                head = f"{value:g}" if bound == "exact" else f"{bound} {value:g}"
                yield Gap(
                    "unnamed",
                    voice.id,
                    f"{head} {voice.claim.arg('of') or voice.claim.arg('unit')} counted, {len(same)} named",
                )


def _of_occasion(line: Line, subject: object, document: object, context: Context) -> bool:
    event = content(str(line.args.get("event") or ""))
    near = bool(set(event) & set(content(str(subject or "")))) if event else False
    return near or any(context.by_id[c].claim.document == document for c in line.claims if c in context.by_id)


def body_gaps(lines: Sequence[Line]) -> Iterator[Gap]:
    """Bodies announced that nobody tells as working, and bodies whose founding is only inferred."""
    alive: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        alive[" ".join(words(str(line.args.get("name"))))].add(str(line.args.get("step")))
    for line in lines:
        steps = alive[" ".join(words(str(line.args.get("name"))))]
        if line.modality == "promised" and not steps & {"exists", "operating", "opened", "established"}:
            yield Gap("undelivered", line.id, f"{line.args['name']} is promised; no source tells that it exists")
        if "an anniversary counts from the founding" in line.rules and line.time:
            yield Gap(
                "undated",
                line.id,
                f"{line.args['name']}: no source gives the day of the founding "
                f"({str(line.time.edtf).rstrip('~')} by arithmetic)",
            )


def network_gaps(context: Context, lines: Sequence[Line]) -> Iterator[Gap]:
    """Routes and cities counted and not named, lines named without towns or opening."""
    built = [line for line in lines if line.kind == "body" and line.args.get("type") == "infrastructure"]
    for voice in context.kind("figure"):
        value, unit = voice.claim.arg("value"), set(content(str(voice.claim.arg("unit") or "")))
        if (
            unit & ROUTES
            and isinstance(value, (int, float))
            and statusless(voice.claim.arg("subject"), context.charter)
        ):
            names = [line for line in built if unit & set(content(str(line.args.get("name"))))]
            if len(names) < value:
                who = ", ".join(str(line.args["name"]) for line in names) or "none"
                yield Gap(
                    "unnamed", voice.id, f"{value:g} {voice.claim.arg('unit')} counted, {len(names)} named: {who}"
                )
    dates: dict[str, bool] = defaultdict(bool)
    for line in built:
        dates[str(line.args["name"])] |= (
            line.args.get("step") in ("opened", "operating", "established") and line.time is not None
        )
    for line in built:
        open_ends = not line.args.get("from") and not line.args.get("via") and not line.args.get("to")
        if open_ends and not dates[str(line.args["name"])]:
            yield Gap("unknown", line.id, f"{line.args['name']}: no town on the way and no date of opening is told")


def statusless(subject: object, charter: Charter) -> bool:
    """True where a figure's subject is not the organisation itself (its members are no stations)."""
    return not charter.means(str(subject or ""))


def pledge_gaps(lines: Sequence[Line], bodies: Sequence[Line]) -> Iterator[Gap]:
    """Promises of which no source tells a delivery."""
    kept = {line.fulfils for line in (*lines, *bodies) if line.fulfils}
    for line in lines:
        if line.args.get("status") == "promised" and line.id not in kept:
            when = "" if line.time or line.args.get("made") else " without a date"
            yield Gap("undelivered", line.id, f"promised{when}, no delivery known: {phrase(line)}")


def delivered_bodies(promises: Sequence[Line], bodies: Sequence[Line]) -> dict[str, str]:
    """Promise fulfilled by each body told as working: the promise's object names the body."""
    objects = named_objects(promises)
    found: dict[str, str] = {}
    for body in bodies:
        if body.args.get("step") in ("exists", "operating", "opened", "established") and body.modality == "asserted":
            name = content(str(body.args.get("name") or ""))
            for id, thing in sorted(objects.items()):
                if len(name) > 2 and all(any(akin(w, o) for o in thing) for w in name):
                    found.setdefault(body.id, id)
    return found
