"""Rosters: who is named on a day, against how many are counted. Counts are judged by the rules of counts.lp."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.model.history import Conflict, Gap, Line, Spell
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, iso
from secretariat.reconcile.events import ordinal
from secretariat.reconcile.fold import run_in, texts, words
from secretariat.reconcile.solve import Fact, solve
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_BOUNDS = {
    "over": "at_least",
    "at-least": "at_least",
    "nearly": "at_most",
    "under": "at_most",
    "at-most": "at_most",
    "exact": "exact",
}
_PLAIN = {"member": ("member", "member state", "member country"), "observer": ("observer",), "partner": ("partner",)}


@dataclass(frozen=True, slots=True)
class Count:
    """A count of the holders of one status.

    Attributes:
        first, day: first and last ISO day that it may speak of. founding: True where it counts founders only.
    """

    voice: Testimony
    status: str
    first: str
    day: str
    founding: bool = False

    @property
    def value(self) -> int:
        """The number counted."""
        return int(self.voice.claim.args["value"])

    @property
    def bound(self) -> str:
        """The bound as a rule knows it."""
        return _BOUNDS.get(str(self.voice.claim.arg("bound") or "exact"), "about")


def counts(context: Context) -> list[Count]:
    """The figures that count holders of a status of the organisation."""
    found = []
    for voice in context.kind("figure"):
        claim = voice.claim
        subject = " ".join(texts(claim.arg("subject")))
        if (
            voice.claim.modality == "asserted"
            and context.charter.means(subject)
            and isinstance(claim.arg("value"), (int, float))
        ):
            status = _status(voice, context.charter)
            day = (
                voice.when.last
                if voice.when and voice.when.last < LATEST
                else voice.when.first
                if voice.when
                else voice.source.known
            )
            if status and day < LATEST:
                founding = any(w.startswith("found") for w in words(str(claim.arg("of") or "")))
                first = voice.when.first if voice.when else day
                found.append(Count(voice, status, iso(first), iso(max(day, 1)), founding))
    return found


def _status(voice: Testimony, charter: Charter) -> str:
    """The one status that a count is of: by its own words, else by those of its evidence; "" where several or none."""
    if re.search(r"\b(other|others|some|most|among|of them|of which|remaining)\b", str(voice.claim.arg("of") or "")):
        return ""
    for text in (f"{voice.claim.arg('of') or ''}", f"{voice.claim.arg('unit') or ''}"):
        found = statuses_in(text, charter)
        if found:
            return found[0] if len(found) == 1 else ""
    if set(words(str(voice.claim.arg("of") or ""))) <= {"states", "countries", "state"}:
        found = statuses_in(voice.claim.evidence.text, charter)
        return found[0] if len(found) == 1 else ""
    return ""


def statuses_in(text: str, charter: Charter) -> list[str]:
    """Statuses that a phrase names, the longest wording first; a word within a longer one does not count."""
    spoken, forms = words(text), _forms(charter)
    found: list[str] = []
    taken: set[int] = set()
    for form, status in forms:
        for i in range(len(spoken) - len(form) + 1):
            if spoken[i : i + len(form)] == form and not taken & set(range(i, i + len(form))):
                taken |= set(range(i, i + len(form)))
                found.append(status)
    return list(dict.fromkeys(found))


def _forms(charter: Charter) -> list[tuple[tuple[str, ...], str]]:
    forms: dict[tuple[str, ...], str] = {}
    for status in charter.profile.statuses if charter.profile else ():
        for word in (*status.words, *status.plurals):
            forms[words(word)] = status.id
            forms[words(f"{word}s")] = status.id
    for status_id, plain in _PLAIN.items():
        for word in plain:
            forms.setdefault(words(word), status_id)
            forms.setdefault(words(f"{word}s"), status_id)
    return sorted(forms.items(), key=lambda f: (-len(f[0]), f))


def roster(spells: Sequence[Spell], status: str, day: str, basis: str = "effect") -> tuple[Spell, ...]:
    """The spells of a status that hold on an ISO day."""
    return tuple(s for s in spells if s.basis == basis and s.status == status and s.first <= day <= s.last)


def checked(
    context: Context, spells: Sequence[Spell], lines: Sequence[Line]
) -> tuple[list[Conflict], list[tuple[Gap, str]]]:
    """Compare every count with the roster of its day.

    Returns:
        Conflicts, and gaps with the id of the claim that counts.
    """
    conflicts: dict[str, Conflict] = {}
    gaps: list[tuple[Gap, str]] = []
    told = counts(context)
    listed = _lists(context)
    for n, count in enumerate(told):
        named = _named(count, spells, lines)
        facts = _facts(n, count, len(named), listed)
        if facts is None:
            continue
        verdict = {a[0] for a in solve(("counts",), facts).atoms}
        for found in _judged(count, named, verdict, listed, context, spells):
            conflicts.setdefault(found.id, found)
        if "few" in verdict:
            gaps.append((_short(count, named, context), count.voice.id))
    for found in _implied(context, told):
        conflicts.setdefault(found.id, found)
    for found in _recounted(context):
        conflicts.setdefault(found.id, found)
    return list(conflicts.values()), gaps


def _named(count: Count, spells: Sequence[Spell], lines: Sequence[Line]) -> tuple[str, ...]:
    if count.founding:
        founders = (l for l in lines if l.kind == "membership" and l.args.get("step") == "founded")
        return tuple(sorted({str(l.args["party"]) for l in founders}))
    return tuple(sorted({s.party for s in roster(spells, count.status, count.day)}))


def _facts(n: int, count: Count, named: int, listed: Mapping[tuple[str, str], frozenset[str]]) -> list[Fact] | None:
    if count.bound == "about":
        return None
    here = listed.get((str(count.voice.claim.document), count.status), frozenset())
    facts: list[Fact] = [("roster", named), ("count", n, count.value, count.bound)]
    return [*facts, ("listed", n, len(here))] if here else facts


def _lists(context: Context) -> dict[tuple[str, str], frozenset[str]]:
    """Parties that one document lists as current holders of a status."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for voice in context.kind("membership"):
        if voice.claim.arg("step") == "holds" and voice.claim.modality == "asserted":
            found[str(voice.claim.document), str(voice.claim.arg("status"))].add(str(voice.claim.arg("party")))
    return {key: frozenset(parties) for key, parties in found.items()}


def _judged(
    count: Count,
    named: Sequence[str],
    verdict: set[str | int],
    listed: Mapping[tuple[str, str], frozenset[str]],
    context: Context,
    spells: Sequence[Spell],
) -> Iterator[Conflict]:
    if "many" in verdict:
        holders = [s for s in roster(spells, count.status, count.day) if s.party in named]
        backing = [context.by_id[c] for s in holders for c in s.claims if c in context.by_id]
        because = f"On {count.day} the sources name {len(named)}: {', '.join(named)}."
        yield _count_conflict(count, str(len(named)), backing, context, because, 1)
    elif "miscounts" in verdict:
        here = listed[str(count.voice.claim.document), count.status]
        rows = [
            v
            for v in context.kind("membership")
            if v.claim.document == count.voice.claim.document
            and v.claim.arg("status") == count.status
            and str(v.claim.arg("party")) in here
        ]
        because = f"The same text lists {len(here)} as current: {', '.join(sorted(here))}."
        yield _count_conflict(count, str(len(here)), rows, context, because, 1)


def _count_conflict(
    count: Count, other: str, backing: Sequence[Testimony], context: Context, because: str, verdict: int
) -> Conflict:
    subject = context.charter.profile.label if context.charter.profile else context.charter.organisation
    return conflict(
        context, "count", subject, [(str(count.value), [count.voice]), (other, backing)],
        identity=(count.status, count.value, count.day[:4], count.founding), verdict=verdict,
        rule="counts against rosters", because=because,
    )  # fmt: skip


def _short(count: Count, named: Sequence[str], context: Context) -> Gap:
    bound = "" if count.bound == "exact" else f" ({count.voice.claim.arg('bound')})"
    label = count.status.replace("-", " ") + ("s among the founders" if count.founding else "s")
    who = f": {', '.join(named)}" if named else ""
    text = (
        f"{count.value}{bound} {label} announced as of {count.day}, {len(named)} named{who}; no source names the others"
    )
    return Gap("unnamed", count.voice.id, text)


def _implied(context: Context, told: Sequence[Count]) -> Iterator[Conflict]:
    """Counts against ordinals: whoever becomes the 28th member leaves no room for a count of 27 from that day."""
    for voice in context.kind("membership"):
        found = _nth(voice)
        if not found or voice.claim.modality != "asserted":
            continue
        status = str(voice.claim.arg("status"))
        for count in told:
            near = count.status == status and count.bound == "exact" and count.voice.when is None
            same_text = (
                count.voice.claim.document == voice.claim.document
                or abs(count.voice.source.known - voice.source.known) <= 31
            )
            later = voice.when is None or voice.when.first <= count.voice.source.known
            if near and same_text and later and count.value == found - 1:
                because = (
                    f"{voice.claim.arg('party')} came in as number {found}: the other count is of the days before."
                )
                yield _count_conflict(count, str(found), [voice], context, because, 1)


def _nth(voice: Testimony) -> int | None:
    match = re.search(
        r"(\S+)\s+(?:full\s+|full-fledged\s+)?(?:member|participant|state|country)\b", voice.claim.evidence.text
    )
    begins = voice.claim.arg("step") in ("acceded", "granted", "effective")
    return ordinal(match.group(1)) if match and begins else None


def _recounted(context: Context) -> Iterator[Conflict]:
    """Counts that a copy changed: the original is preferred."""
    told = [c for c in counts(context) if c.bound == "exact"]
    for one in told:
        for other in told:
            first = context.originals.get(other.voice.claim.document)
            if first == one.voice.claim.document and one.status == other.status and one.value != other.value:
                because = "One text is a copy of the other, with the count changed: the original is preferred."
                yield _count_conflict(one, str(other.value), [other.voice], context, because, 0)


def told(context: Context) -> list[dict[str, object]]:
    """All counts of holders of a status (not of founders): status, value, bound, ISO day and claim of each."""
    rows: list[dict[str, object]] = [
        {
            "status": c.status,
            "value": c.value,
            "bound": str(c.voice.claim.arg("bound") or "exact"),
            "day": c.first,
            "claim": c.voice.id,
        }  # fmt: skip
        for c in counts(context)
        if not c.founding
    ]
    return sorted(rows, key=lambda r: (str(r["status"]), str(r["day"]), repr(r)))


def mentions_status(text: str, charter: Charter) -> bool:
    """True where a phrase names some status of the organisation."""
    return bool(statuses_in(text, charter)) or any(
        run_in(words(w), words(text)) for w in (charter.profile.member_words if charter.profile else ())
    )
