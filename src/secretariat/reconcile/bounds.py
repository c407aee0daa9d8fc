"""Bounds: the days on which a line counts when somebody asks for a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from secretariat.model.history import Line
from secretariat.model.time import FIRST_DAY, LAST_DAY
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, iso, number
from secretariat.reconcile.fold import same_person
from secretariat.reconcile.people import Post
from secretariat.reconcile.weigh import Testimony

LASTING = {"body": ("exists", "operating", "opened", "established"), "membership": ("holds",)}
"""Lines that go on from the day they are told."""

NEVER = (LAST_DAY, FIRST_DAY)


def bounds(lines: Sequence[Line], context: Context) -> dict[str, tuple[str, str]]:
    """First and last ISO day of every line whose days are not simply those of its time.

    An undated line counts at the date of its documents; an office from the first day told to the day before its
    successor's first; what exists goes on.
    """
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        if line.kind == "office":
            continue
        voices = [context.by_id[c] for c in line.claims if c in context.by_id]
        lasting = line.args.get("step") in LASTING.get(line.kind, ()) and line.modality == "asserted"
        days = _days(line, voices)
        if days and lasting:
            found[line.id] = (days[0], LAST_DAY)
        elif days and line.time is None:
            found[line.id] = days
    return found | _offices([line for line in lines if line.kind == "office"], context)


def _days(line: Line, voices: Sequence[Testimony]) -> tuple[str, str] | None:
    value = line.time.value if line.time else None
    if value:
        return value.first, value.last
    known = [v.source.known for v in voices if v.source.known < LATEST]
    return (iso(min(known)), iso(max(known))) if known else None


def _offices(lines: Sequence[Line], context: Context) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    seats: dict[tuple[str, tuple[str, ...]], list[tuple[int, str]]] = defaultdict(list)
    posts = {
        line.id: [Post(context.by_id[c], context.charter) for c in line.claims if c in context.by_id] for line in lines
    }
    for line in lines:
        own = posts[line.id]
        first = _first(own)
        if not own or first is None or own[0].step in ("left", "nominated") or own[0].voice.claim.modality == "denied":
            found[line.id] = NEVER if line.args.get("step") == "held" or not own else (iso(first or 1), iso(first or 1))
            continue
        if own[0].single:
            seats[own[0].office, own[0].where].append((first, str(line.args.get("person"))))
        found[line.id] = (iso(first), LAST_DAY)
    for line in lines:
        if line.id in found and found[line.id] != NEVER and posts[line.id]:
            found[line.id] = _until(line, posts[line.id], found[line.id], seats)
    return found


def _first(posts: Sequence[Post]) -> int | None:
    days = [
        p.voice.when.first if p.voice.when else p.voice.source.known for p in posts if p.step != "held" or p.voice.when
    ]
    known = [d for d in days if 0 < d < LATEST]
    return min(known) if known else None


def _until(
    line: Line,
    posts: Sequence[Post],
    days: tuple[str, str],
    seats: dict[tuple[str, tuple[str, ...]], list[tuple[int, str]]],
) -> tuple[str, str]:
    """Cut at the successor's first day, at the end that is told, and for a former holder at the end of its time."""
    value = line.time.value if line.time else None
    ends = (
        [value.last]
        if value
        and (
            line.args.get("step") == "held"
            or ("/" in value.text and value.last < LAST_DAY and value.first != value.last and not _points(posts))
        )
        else []
    )
    person = str(line.args.get("person"))
    after = [
        f
        for f, who in seats.get((posts[0].office, posts[0].where), ())
        if iso(f) > days[0] and not same_person(who, person)
    ]
    ends += [iso(number(iso(min(after))) - 1)] if after else []
    return days[0], min([days[1], *ends])


def _points(posts: Sequence[Post]) -> bool:
    """True where the time is only a row of days on which the office was told as held, no term."""
    return all(not p.voice.when or p.voice.when.width <= 31 for p in posts)
