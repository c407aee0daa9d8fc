"""Answers about doubt: conflicts with both sides, and why a line says what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from secretariat.app.derive import built_in, derive_all, in_force
from secretariat.app.filters import Filters
from secretariat.model.claim import Claim, ClaimId
from secretariat.model.errors import NotFound
from secretariat.model.history import Conflict, History, Line
from secretariat.reconcile import reconcile
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import Context, context
from secretariat.reconcile.fold import words
from secretariat.reconcile.labels import label, plain
from secretariat.store.port import View

Row = dict[str, Any]

MOST = 24
"""Documents whose absence `why` tries, at most."""


def conflicts(register: Any, view: View, organisation: str, filters: Filters) -> list[Row]:
    """Where the sources disagree: of one organisation, or of all, each disagreement once."""
    if not organisation:
        if not (view.as_known or view.as_published):
            derive_all(register)
        view = register.view(as_known=view.as_known, as_published=view.as_published)
    found = distinct(view.conflicts(organisation or None))
    wanted = [c for c in found if _fits(c, filters)]
    return [{k: v for k, v in asdict(c).items() if k != "settles" or v} for c in wanted]


def _fits(conflict: Conflict, filters: Filters) -> bool:
    if filters.type and conflict.type != filters.type:
        return False
    wanted = filters.name or filters.party
    return not wanted or set(words(wanted)) <= set(words(conflict.subject))


def distinct(found: Sequence[Conflict]) -> list[Conflict]:
    """One disagreement that several organisations' histories tell, once: as the organisation it is about tells it."""
    order = sorted(found, key=lambda c: (not _own(c), -sum(len(s.claims) for s in c.sides), c.id))
    kept: list[Conflict] = []
    seen: list[tuple[str, list[set[ClaimId]]]] = []
    for conflict in order:
        sides = [set(s.claims) for s in conflict.sides]
        again = any(
            type == conflict.type and sum(1 for side in sides if any(side & other for other in others)) >= 2
            for type, others in seen
        )
        if not again:
            kept.append(conflict)
            seen.append((conflict.type, sides))
    return sorted(kept, key=lambda c: (-strength(c), c.id))


def strength(conflict: Conflict) -> int:
    """How much a conflict matters to a reader: those about status first, then by the claims involved."""
    weight = {"step": 50, "status": 50, "date": 30, "count": 20, "place": 20, "name": 20, "identity": 10, "wording": 10}
    return (
        weight.get(conflict.type, 0)
        + min(20, sum(len(s.claims) for s in conflict.sides))
        + min(9, sum(s.witnesses for s in conflict.sides))
    )


def _own(conflict: Conflict) -> bool:
    profile = built_in().get(conflict.organisation)
    return Charter(conflict.organisation, profile).mentions(conflict.subject)


def why(register: Any, view: View, ref: str, filters: Filters) -> Row:
    """The claims for and against a line, the rules, and what it would become without each of its documents.

    Raises:
        NotFound: no saved history holds this id.
    """
    organisation = view.owner(ref)
    if organisation is None:
        derive_all(register)
        view = register.view(as_known=view.as_known, as_published=view.as_published)
        organisation = view.owner(ref)
    if organisation is None:
        raise NotFound(ref, "no line, spell or conflict has this id", "Take one from the `line` or `id` of an answer")
    found = list(view.lines(organisation, ids=[ref]))
    if not found:
        return _why_conflict(view, organisation, ref)
    line = found[0]
    ground = _ground(view, organisation, line)
    return {
        "line": line.id,
        "says": says(line),
        "for": claim_rows(view, line.claims, ground),
        "against": claim_rows(view, line.against, ground),
        "rules": list(line.rules) + _verdicts(view, organisation, line),
        "without": without(view, organisation, line),
    }


def says(line: Line) -> str:
    """A line in one sentence."""
    args = line.args
    when = f", {line.time.edtf}" if line.time and line.time.edtf else ", undated"
    doubt = " (disputed)" if line.disputed else ""
    if line.kind == "membership":
        act = f"{plain(args['step'])} as {plain(args['status'])}"
        return f"{label(args['party'])}: {act} of {line.organisation}{when}{doubt}"
    head = next((str(args[k]) for k in ("name", "title", "person", "object", "source", "of") if args.get(k)), line.kind)
    step = args.get("step") or args.get("status") or args.get("type") or ""
    return f"{head} {str(step).replace('-', ' ')}{when}{doubt}"


def _ground(view: View, organisation: str, line: Line) -> Context:
    ids = [*line.claims, *line.against]
    claims = list(view.claims(ids=ids, rejected=True, superseded=True))
    papers = [view.document(id) for id in sorted({c.document for c in claims})]
    charter = Charter(organisation, built_in().get(organisation))
    return context(claims, papers, charter, witnesses=view.witnesses(), judgements=in_force(view))


def claim_rows(view: View, ids: Sequence[ClaimId], ground: Context | None = None) -> list[Row]:
    """Claims as they were made, with what they weigh and why."""
    found = {c.id: c for c in view.claims(ids=list(ids), rejected=True, superseded=True)}
    rows = []
    for id in ids:
        if id in found:
            row = found[id].to_json(view.label(found[id].document))
            voice = ground.by_id.get(id) if ground else None
            rows.append({**row, **({"weight": voice.weight, "reasons": list(voice.reasons)} if voice else {})})
    return rows


def _verdicts(view: View, organisation: str, line: Line) -> list[str]:
    """Explanations of the conflicts in which the line's claims stand on some side."""
    mine = {*line.claims, *line.against}
    return [
        c.explanation
        for c in view.conflicts(organisation)
        if line.against and any(mine & set(s.claims) for s in c.sides)
    ]


def _why_conflict(view: View, organisation: str, ref: str) -> Row:
    conflict = next((c for c in view.conflicts(organisation) if c.id == ref), None)
    if conflict is None:
        raise NotFound(ref, "no line of this id holds any more", "Ask the question again for its present id")
    preferred = conflict.verdict if conflict.verdict is not None else 0
    others = [c for n, s in enumerate(conflict.sides) if n != preferred for c in s.claims]
    return {
        "line": conflict.id,
        "says": f"{conflict.type} of {conflict.subject}",
        "for": claim_rows(view, conflict.sides[preferred].claims),
        "against": claim_rows(view, others),
        "rules": [conflict.rule, conflict.explanation, f"Would settle it: {conflict.settles}."],
        "without": [],
    }


def without(view: View, organisation: str, line: Line) -> list[Row]:
    """What the line becomes without each document that speaks for or against it, or of the same party's way."""
    everything = _material(view, organisation, line)
    mine = {*line.claims, *line.against}
    party = line.args.get("party") if line.kind == "membership" else None
    near = {c.document for c in everything if c.id in mine or (party and c.arg("party") == party)}
    papers = list(view.documents(sorted({c.document for c in everything})))
    profile, twins, verdicts = built_in().get(organisation) or organisation, view.witnesses(), in_force(view)
    rows = []
    for document in sorted(near, key=view.label)[:MOST]:
        rest = [c for c in everything if c.document != document]
        kept = [p for p in papers if p.id != document]
        history = reconcile(rest, kept, profile, witnesses=twins, judgements=verdicts)
        rows.append({"document": view.label(document), "becomes": becomes(line, history)})
    return rows


def _material(view: View, organisation: str, line: Line) -> list[Claim]:
    """The claims that can bear on a line: of a status all about the party, else of the line's kind in its documents."""
    if line.kind == "membership":
        own = view.claims(kinds=("membership",), organisation=organisation)
        return [c for c in own if c.arg("party") == line.args.get("party")]
    ids = [*line.claims, *line.against]
    homes = sorted({c.document for c in view.claims(ids=ids, rejected=True, superseded=True)})
    return list(view.claims(documents=homes, kinds=(line.kind,)))


def becomes(line: Line, history: History) -> str:
    """How the answer reads in another history: unchanged, changed, or gone."""
    same = next((other for other in history.lines if other.id == line.id), None)
    same = same or next((other for other in history.lines if set(other.claims) & set(line.claims)), None)
    if same is not None:
        now = says(same)
        return "unchanged" if now == says(line) else now
    instead = next((other for other in history.lines if set(other.claims) & set(line.against)), None)
    if instead:
        return says(instead)
    last = history.changes[-1] if line.kind == "membership" and history.changes else None
    told = next((other for other in history.lines if last and other.id == last.line), None)
    return f"no source tells it; the last step told is: {says(told)}" if told else "nothing: no other source tells it"
