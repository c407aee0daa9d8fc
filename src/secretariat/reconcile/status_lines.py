"""Lines and changes of a party's status, and the conflicts behind them, from the path that the solver found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.model.claim import ClaimId
from secretariat.model.history import Change, Conflict, Line
from secretariat.model.time import ValidTime
from secretariat.reconcile.acts import Act, Path
from secretariat.reconcile.charter import BEGINS, STANDINGS, Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import Window, iso
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.labels import plain
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

REASONS = {
    "exclusive": "Statuses of one group exclude each other: another one had begun before.",
    "ended": "The status had ended before.",
    "early": "The status had not yet begun.",
    "lowered": "Nobody returns to a lower status without an act that ends the higher one.",
    "loose": "Only the earlier step is borne out; to tell it as the status itself is to take the step for the end.",
    "copy": "One text is a copy of the other: one witness with changed words, and the original is preferred.",
}


@dataclass(frozen=True)
class Told:
    """What one party's path gives: lines with the act behind each, changes, conflicts."""

    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    acts: tuple[tuple[Act, str], ...]


def told(path: Path, context: Context) -> Told:
    """Write one party's path as lines, changes and conflicts."""
    against = _against(path)
    doubtful = {act for act, _ in path.tied}
    lines, changes, names = [], [], []
    for act, window, voices in path.acts:
        line = act_line(
            path.party, act, window, voices, context, against.get(act, []), act in doubtful or not path.proven
        )
        lines.append(line)
        names.append((act, line.id))
        if window.dated or act.step != "holds":
            changes.append(_change(line, act, window, voices, context.charter))
    lines += _state_lines(path, context)
    return Told(tuple(lines), tuple(changes), tuple(_conflicts(path, context)), tuple(names))


def _disputed_acts(path: Path, voice: Testimony) -> list[Act]:
    """Acts whose date a rejected claim gives otherwise: those of its own kind first, then the nearest in time."""
    picked = {act: window for act, window, _ in path.acts}
    own = [(act, window) for v, act, window in path.options if v is voice and act in picked]
    begun = voice.claim.arg("step") in BEGINS
    order = sorted((begun and act.step not in BEGINS, _apart(window, picked[act]), act) for act, window in own)
    return [act for _, apart, act in order if apart]


def _apart(one: Window, other: Window) -> int:
    """Days between two windows, 0 where they overlap."""
    return max(0, max(one.first, other.first) - min(one.last, other.last))


def _against(path: Path) -> dict[Act, list[Testimony]]:
    found: dict[Act, list[Testimony]] = defaultdict(list)
    for voice, objections in path.rejected:
        own = _disputed_acts(path, voice)
        for act in own[:1] or sorted({a for _, a in objections}):
            found[act].append(voice)
    return found


def act_line(
    party: str,
    act: Act,
    window: Window,
    voices: Sequence[Testimony],
    context: Context,
    against: Sequence[Testimony] = (),
    disputed: bool = False,
) -> Line:
    """The line of one act: the id depends on organisation, party, status, step and turn alone."""
    organisation = context.charter.organisation
    step = worded(act, voices)
    by = next((v.claim.arg("by") for v in voices if v.claim.arg("by")), None)
    args = {"party": party, "organisation": organisation, "status": act.status, "step": step}
    rungs = context.charter.rungs(act.status, act.step)
    rules = tuple(dict.fromkeys(r.article for r in rungs if r.article))
    spoken = voices[0].claim.attribution if voices and all(v.claim.attribution for v in voices) else None
    return Line(
        line_id(organisation, "membership", party, act.status, act.step, act.turn),
        organisation, "membership", {**args, "by": by} if by else args, _time(window, voices),
        attribution=spoken,
        claims=ids(voices), against=ids(against), disputed=disputed or bool(against), rules=rules,
    )  # fmt: skip


def worded(act: Act, voices: Sequence[Testimony]) -> str:
    """The step as the sources word it: the act's own where any claim names it, else the one most claims give."""
    steps = [str(v.claim.arg("step")) for v in voices]
    if act.step in steps or not steps:
        return act.step
    return max(sorted(set(steps)), key=steps.count)


def ids(voices: Sequence[Testimony]) -> tuple[ClaimId, ...]:
    """Their claims' ids in order."""
    return tuple(sorted({v.claim.id for v in voices}))


def _time(window: Window, voices: Sequence[Testimony]) -> ValidTime | None:
    if not window.dated:
        return None
    words = next((v.claim.time.text for v in voices if v.claim.time and v.claim.time.text), "")
    return ValidTime(window.text, words)


def _change(line: Line, act: Act, window: Window, voices: Sequence[Testimony], charter: Charter) -> Change:
    return Change(
        line.id, line.organisation, line.args["party"], act.status, line.args["step"], window.text or None,
        line.disputed, line.claims, line.against, line.rules[0] if line.rules else "as the sources tell it",
    )  # fmt: skip


def _state_lines(path: Path, context: Context) -> list[Line]:
    """One line a status for the claims that it is held."""
    grouped: dict[str, list[Testimony]] = defaultdict(list)
    for voice in path.states:
        grouped[str(voice.claim.arg("status") or "member")].append(voice)
    organisation = context.charter.organisation
    lost = _refuted(path)
    return [
        Line(
            line_id(organisation, "membership", path.party, status, "holds", 0),
            organisation, "membership",
            {"party": path.party, "organisation": organisation, "status": status, "step": "holds"},
            claims=ids(voices), against=ids(lost.get(status, [])), disputed=status in lost,
            rules=("a status told as held",),
        )
        for status, voices in sorted(grouped.items())
    ]  # fmt: skip


def _refuted(path: Path) -> dict[str, list[Testimony]]:
    """Rejected claims of acts by the status of the states that refute them."""
    disputed = {id(v) for v, _ in path.rejected if _disputed_acts(path, v)}
    found: dict[str, list[Testimony]] = defaultdict(list)
    for voice, _, state in path.refuted:
        if id(voice) not in disputed:
            found[str(state.claim.arg("status") or "member")].append(voice)
    return found


def _conflicts(path: Path, context: Context) -> list[Conflict]:
    dates, others = _sorted_out(path)
    tied = {act for act, _ in path.tied if any(a == act for a, _, _ in path.acts)}
    found = [
        _date_conflict(path, act, dates.get(act, []), context, act in tied or not path.proven)
        for act in sorted({*dates, *tied})
    ]
    found += [_step_conflict(path, key, voices, context) for key, voices in sorted(others.items())]
    found += [_state_conflict(path, status, voices, context) for status, voices in sorted(_refuted(path).items())]
    return [c for c in found if c is not None]


def _state_conflict(path: Path, status: str, lost: Sequence[Testimony], context: Context) -> Conflict:
    """A state told by some against an act told by others that would begin or end it at another time."""
    held = [v for v in path.states if str(v.claim.arg("status") or "member") == status]
    rule = next(r for v, r, _ in path.refuted if v in lost)
    other = lost[0].claim
    right = " ".join(
        filter(None, [str(other.arg("step")), str(other.arg("status")), other.time.edtf if other.time else ""])
    )
    return conflict(
        context, "status", path.party, [(status, held), (right, lost)], identity=(path.party, status, "held", rule),
        verdict=0 if path.proven else None, rule=rule, because=REASONS.get(rule, ""),
    )  # fmt: skip


def _sorted_out(path: Path) -> tuple[dict[Act, list[Testimony]], dict[tuple[str, Act, str], list[Testimony]]]:
    """Rejected claims that dispute an act's date, and those that break a rule against an act."""
    dates: dict[Act, list[Testimony]] = defaultdict(list)
    others: dict[tuple[str, Act, str], list[Testimony]] = defaultdict(list)
    for voice, objections in path.rejected:
        own = _disputed_acts(path, voice)
        copied = [o for o in objections if o[0] == "copy"]
        if own and not copied:
            dates[own[0]].append(voice)
        elif objections:
            rule, act = (copied or list(objections))[0]
            others[rule, act, str(voice.claim.arg("step"))].append(voice)
    return dates, others


def _date_conflict(
    path: Path,
    act: Act,
    lost: Sequence[Testimony],
    context: Context,
    open: bool,
) -> Conflict | None:
    kept = next((voices for a, _, voices in path.acts if a == act), ())
    window = next(w for a, w, _ in path.acts if a == act)
    readings = [(reading(window), [v for v in kept if _when(path, v, act).overlaps(window)])]
    grouped: dict[str, list[Testimony]] = defaultdict(list)
    for voice in lost:
        grouped[reading(_when(path, voice, act))].append(voice)
    because = "An act of one party has one date."
    before = sorted({a.step for v, os in path.rejected if v in lost for rule, a in os if rule == "loose"})
    if before:
        because += f" By then there was only {', '.join(map(plain, before))}."
    readings += sorted(grouped.items())
    if len(readings) < 2:
        return None
    return conflict(
        context, "date", path.party, readings, identity=(path.party, act.status, act.step, act.turn),
        verdict=None if open else 0, rule="one date of an act", because=because,
    )  # fmt: skip


def reading(window: Window) -> str:
    """The bare date of a window; of an undated act the day by which it was told."""
    return window.text or f"../{iso(window.last)}"


def _when(path: Path, voice: Testimony, act: Act) -> Window:
    return next((w for v, a, w in path.options if v is voice and a == act), voice.window)


def _step_conflict(
    path: Path, key: tuple[str, Act, str], lost: Sequence[Testimony], context: Context
) -> Conflict | None:
    rule, act, step = key
    kept = next((voices for a, _, voices in path.acts if a == act), ())
    other = str(lost[0].claim.arg("status") or "member")
    kind = "status" if rule in ("exclusive", "ended", "early", "lowered") else "step"
    left, right = worded(act, kept), step
    if left == right or kind == "status":
        left, right = (act.status, other) if act.status != other else (f"{left} {act.status}", f"{right} {other}")
    because = (
        REASONS.get(rule)
        or f"By {rule} these steps cannot both be so: {act.step} stands, {step} needs another session or order."
    )
    return conflict(
        context, kind, path.party, [(left, kept), (right, lost)],
        identity=(path.party, act.status, act.step, act.turn, step, rule),
        verdict=0 if path.proven else None, rule=rule, because=because,
    )  # fmt: skip


def standing(step: str) -> str:
    """The standing that a step gives beside the status, "good" for all others."""
    return STANDINGS.get(step, "good")
