"""Plans and denials of a status: what was announced, hoped or denied, and whether later sources tell it as done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secretariat.model.history import Conflict, Gap, Line
from secretariat.reconcile.acts import Path
from secretariat.reconcile.charter import BEGINS
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window
from secretariat.reconcile.days import window as of
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.labels import label, plain
from secretariat.reconcile.status_lines import ids
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

LATER = 1
"""Days after a plan's term from which a source is expected to know."""


def plans(
    path: Path, voices: Sequence[Testimony], lines: Sequence[Line], context: Context
) -> tuple[list[Line], list[Gap], list[Line]]:
    """Lines for what is planned, hoped or denied about one party.

    Args:
        voices: its claims that are not asserted. lines: the lines of its path.
    Returns:
        New lines; gaps of plans that nobody confirms; the lines of the path with what is planned or denied about them.
    """
    grouped: dict[tuple[str, str, str], list[Testimony]] = defaultdict(list)
    for voice in voices:
        grouped[_key(voice)].append(voice)
    new: list[Line] = []
    gaps: list[Gap] = []
    changed = list(lines)
    for key, group in sorted(grouped.items()):
        at = next((n for n, line in enumerate(changed) if _about(line, key, group)), None)
        if at is not None:
            changed[at] = _joined(changed[at], key, group)
            continue
        line = _planned(path.party, key, group, context)
        new.append(line)
        if key[2] in ("planned", "promised"):
            gaps.append(
                Gap(
                    "unconfirmed",
                    line.id,
                    f"{label(path.party)} as {plain(key[0])} ({plain(key[1])}) is announced; "
                    "no source tells that it came about",
                )
            )
    return new, gaps, changed


def _key(voice: Testimony) -> tuple[str, str, str]:
    claim = voice.claim
    return str(claim.arg("status") or "member"), str(claim.arg("step") or "holds"), claim.modality


def _about(line: Line, key: tuple[str, str, str], group: Sequence[Testimony]) -> bool:
    """True where the path tells the very act: same status, a beginning for a beginning, at a day that fits."""
    status, step, modality = key
    alike = line.args["step"] == step or (step in BEGINS and line.args["step"] in BEGINS)
    if line.args["status"] != status or not alike or modality in ("hoped", "possible"):
        return False
    when = line.time.value if line.time else None
    if when is None:
        return True
    spoken = min(v.source.known for v in group)
    window = Window(0, LATEST) if group[0].when is None else group[0].when
    held = of(when)
    return held.overlaps(window) and (modality != "denied" or held.first <= spoken)


def _joined(line: Line, key: tuple[str, str, str], group: Sequence[Testimony]) -> Line:
    if key[2] == "denied":
        return replace(line, against=tuple(sorted({*line.against, *ids(group)})), disputed=True)
    return replace(
        line, claims=tuple(sorted({*line.claims, *ids(group)})), rules=(*line.rules, "planned, and told as done")
    )


def _planned(party: str, key: tuple[str, str, str], group: Sequence[Testimony], context: Context) -> Line:
    status, step, modality = key
    organisation = context.charter.organisation
    time = next((v.claim.time for v in sorted(group, key=lambda v: (-v.weight, v.id)) if v.claim.time), None)
    spoken = [v.claim.attribution for v in group]
    return Line(
        line_id(organisation, "membership", party, status, step, modality),
        organisation, "membership", {"party": party, "organisation": organisation, "status": status, "step": step},
        time, modality, None if None in spoken else spoken[0], ids(group), rules=(f"only {modality}",),
    )  # fmt: skip


def unfulfilled(paths: Sequence[Path], planned: Sequence[Testimony], context: Context) -> Iterator[Conflict]:
    """Plans that a later source shows not to have been performed.

    A plan fails where, after its term, somebody tells the party at a lower stage, or tells the others of the same plan
    as having arrived and leaves this party out.
    """
    by_party = {p.party: p for p in paths}
    for voice in planned:
        if voice.claim.modality != "planned" or voice.claim.arg("step") not in BEGINS:
            continue
        party = str(voice.claim.arg("party"))
        path = by_party.get(party)
        if path is None or _done(voice, path):
            continue
        lower = _lower(voice, path)
        missing = _left_out(voice, planned, by_party)
        if lower or missing:
            yield _failed(voice, path, lower or missing, context, told=bool(lower))


def _done(voice: Testimony, path: Path) -> bool:
    status = voice.claim.arg("status")
    return any(act.status == status and act.step in (*BEGINS, "holds") for act, _, _ in path.acts) or any(
        s.claim.arg("status") == status and s.source.known >= voice.window.first for s in path.states
    )


def _term(voice: Testimony) -> int:
    return voice.when.last if voice.when and voice.when.last < LATEST else voice.source.known


def _lower(voice: Testimony, path: Path) -> list[Testimony]:
    """Claims of a later text that tell a lower stage: another status begun, or still only invited or applied."""
    found = []
    for act, window, voices in path.acts:
        for other in voices:
            after = other.source.known >= _term(voice) + LATER or (
                _spoken(voice) and window.first >= voice.source.known - 3
            )
            fresh = other.claim.document != voice.claim.document or voice.claim.attribution is not None
            stage = act.status != voice.claim.arg("status") or act.step in (
                "invited",
                "applied",
                "agreed",
                "procedure-opened",
            )
            newer = other.when is None or other.when.last >= _term(voice) or act.status != voice.claim.arg("status")
            together = voice.when is not None or other.claim.document == voice.claim.document
            if after and fresh and stage and newer and together:
                found.append(other)
    return found


def _spoken(voice: Testimony) -> bool:
    return voice.claim.attribution is not None and voice.when is None


def _left_out(voice: Testimony, planned: Sequence[Testimony], by_party: dict[str, Path]) -> list[Testimony]:
    """The claims that tell the plan as performed for two others or more, where no text does for this party."""
    fellows = [
        o
        for o in planned
        if o is not voice and o.claim.evidence == voice.claim.evidence and o.claim.document == voice.claim.document
    ]
    arrived = [o for o in fellows if (p := by_party.get(str(o.claim.arg("party")))) and _done(o, p)]
    if len(arrived) < 2 or voice.when is None:
        return []
    path = by_party[str(voice.claim.arg("party"))]
    return [v for act, _, voices in path.acts if act.status == voice.claim.arg("status") for v in voices]


def _failed(voice: Testimony, path: Path, held: Sequence[Testimony], context: Context, *, told: bool) -> Conflict:
    step, status = str(voice.claim.arg("step")), str(voice.claim.arg("status"))
    other = held[0].claim
    same_status = other.arg("status") == status
    reading = str(other.arg("step")) if same_status else str(other.arg("status"))
    planned = step if same_status else status
    because = (
        "A plan is no fact: a later text tells a lower stage."
        if told
        else "A plan is no fact: later texts tell it of the others and leave this party out."
    )
    return conflict(
        context, "status", path.party, [(reading, held), (f"{planned} (planned)", [voice])],
        identity=(path.party, status, "plan", str(voice.claim.time.edtf if voice.claim.time else "")),
        verdict=0, rule="plans and their fulfilment", because=because,
    )  # fmt: skip
