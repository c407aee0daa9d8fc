"""Rosters: who is named on a day, against how many are counted. Counts are judged by the rules of counts.lp."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from secretariat.model.history import Conflict, Gap, Line, Spell
from secretariat.reconcile.charter import BEGINS
from secretariat.reconcile.context import Context
from secretariat.reconcile.counting import Count, counts
from secretariat.reconcile.labels import listed, plain
from secretariat.reconcile.series import ordinal
from secretariat.reconcile.solve import Fact, solve
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

Lists = Mapping[tuple[str, str], frozenset[str]]


def checked(
    context: Context, spells: Sequence[Spell], lines: Sequence[Line]
) -> tuple[list[Conflict], list[tuple[Gap, str]]]:
    """Compare every count with the roster of its day.

    Returns:
        Conflicts, and gaps with the id of the claim that counts.
    """
    told, lists = counts(context), _lists(context)
    conflicts: dict[str, Conflict] = {}
    gaps: list[tuple[Gap, str]] = []
    for n, count in enumerate(told):
        if count.bound == "about":
            continue
        sure, named = _named(count, spells, lines)
        here = lists.get((str(count.voice.claim.document), count.status), frozenset())
        verdict = {a[0] for a in solve(("counts",), _facts(n, count, sure, named, here)).atoms}
        for found in _judged(count, sure, here, verdict, context):
            conflicts.setdefault(found.id, found)
        if "few" in verdict:
            gaps.append((_short(count, named), count.voice.id))
    for found in _implied(context, told):
        conflicts.setdefault(found.id, found)
    return list(conflicts.values()), gaps


def _named(count: Count, spells: Sequence[Spell], lines: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]]:
    """Parties surely counted (in good standing all the time the count may mean), and all that may be."""
    if count.founding:
        founders = (line for line in lines if line.kind == "membership" and line.args.get("step") == "founded")
        named = frozenset(str(line.args["party"]) for line in founders)
        return named, named
    own = [s for s in spells if s.basis == "effect" and s.status == count.status]
    sure = (s.party for s in own if s.first <= count.first and count.day <= s.last and s.standing == "good")
    return frozenset(sure), frozenset(s.party for s in own if s.first <= count.day and count.first <= s.last)


def _facts(n: int, count: Count, sure: frozenset[str], named: frozenset[str], here: frozenset[str]) -> list[Fact]:
    facts: list[Fact] = [("roster", len(sure), len(named)), ("count", n, count.value, count.bound)]
    return [*facts, ("listed", n, len(here))] if here else facts


def _lists(context: Context) -> Lists:
    """Parties that one document lists as current holders of a status."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for voice in context.kind("membership"):
        if voice.claim.arg("step") == "holds" and voice.claim.modality == "asserted":
            found[str(voice.claim.document), str(voice.claim.arg("status"))].add(str(voice.claim.arg("party")))
    return {key: frozenset(parties) for key, parties in found.items()}


def _judged(
    count: Count, sure: frozenset[str], here: frozenset[str], verdict: set[str | int], context: Context
) -> Iterator[Conflict]:
    if "many" in verdict:
        because = f"On {count.day} the sources name {len(sure)}: {listed(sure)}."
        yield _count_conflict(count, str(len(sure)), _rows(count, sure, context), context, because)
    elif "miscounts" in verdict:
        because = f"The same text lists {len(here)} as current: {listed(here)}."
        own = [v for v in _rows(count, here, context) if v.claim.document == count.voice.claim.document]
        yield _count_conflict(count, str(len(here)), own, context, because)


def _rows(count: Count, named: frozenset[str], context: Context) -> list[Testimony]:
    """The claims that tell the named as holding the status or as having come to it."""
    steps = (*BEGINS, "holds")
    told = (v for v in context.kind("membership") if v.claim.modality == "asserted" and v.claim.arg("step") in steps)
    return [v for v in told if v.claim.arg("status") == count.status and str(v.claim.arg("party")) in named]


def _count_conflict(count: Count, other: str, backing: Sequence[Testimony], context: Context, because: str) -> Conflict:
    """A count against what is named; what is named one by one is preferred."""
    subject = context.charter.profile.label if context.charter.profile else context.charter.organisation
    return conflict(
        context, "count", subject, [(str(count.value), [count.voice]), (other, backing)],
        identity=(count.status, count.value, count.day[:4], count.founding), verdict=1,
        rule="counts against rosters", because=because,
    )  # fmt: skip


def _short(count: Count, named: frozenset[str]) -> Gap:
    bound = "" if count.given == "exact" else f" ({count.given})"
    what = "founders" if count.founding else f"{plain(count.status)}s"
    who = f": {listed(named)}" if named else ""
    text = (
        f"{count.value}{bound} {what} announced as of {count.day}, {len(named)} named{who}; no source names the others"
    )
    return Gap("unnamed", count.voice.id, text)


def _implied(context: Context, told: Sequence[Count]) -> Iterator[Conflict]:
    """Counts against ordinals: whoever becomes the 28th member leaves no room for a count of 27 from that day."""
    numbered = [(voice, n) for voice in context.kind("membership") if (n := _nth(voice)) is not None]
    for voice, n in numbered:
        for count in told:
            if _outdated(count, voice, n):
                because = (
                    f"{listed([str(voice.claim.arg('party'))])} came in as number {n}: the count is of the days before."
                )
                yield _count_conflict(count, str(n), [voice], context, because)


def _outdated(count: Count, voice: Testimony, n: int) -> bool:
    """True where a text still gives the number of before the admission that it or its neighbour of the day tells."""
    if count.status != str(voice.claim.arg("status")) or count.bound != "exact" or count.voice.when is not None:
        return False
    near = abs(count.voice.source.known - voice.source.known) <= 31
    return near and count.value == n - 1 and (voice.when is None or voice.when.first <= count.voice.source.known)


def _nth(voice: Testimony) -> int | None:
    """The number as which a party came in ("the 28th member state")."""
    if voice.claim.arg("step") not in ("acceded", "granted", "effective") or voice.claim.modality != "asserted":
        return None
    match = re.search(
        r"(?i)(\S+)\s+(?:full\s+|full-fledged\s+)?(?:member|participant|state|country)\b", voice.claim.evidence.text
    )
    return ordinal(match.group(1)) if match else None
