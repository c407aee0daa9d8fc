"""Procedure: the stage a party has reached, what may follow, and whether recorded paths fit the charter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from secretariat.app.ask_status import about, gaps
from secretariat.app.derive import built_in
from secretariat.app.filters import Filters
from secretariat.model.errors import UsageError
from secretariat.model.history import Change
from secretariat.model.time import Edtf
from secretariat.profiles.schema import STEPS
from secretariat.reconcile.charter import BEGINS, ENDS, Charter
from secretariat.reconcile.labels import plain
from secretariat.reconcile.procedure import Finding, Stage, at, stage, supposed
from secretariat.reconcile.procedure import conformance as replay
from secretariat.store.port import View

Row = dict[str, Any]


def procedure(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """The stage one party has reached by a day.

    Raises:
        UsageError: no party is named, or a supposition is not "PARTY step YYYY-MM-DD".
    """
    if not filters.party:
        raise UsageError("procedure", "no party is named", "Add --party with its code, for example --party BLR")
    charter = Charter(organisation, built_in().get(organisation))
    changes = list(view.changes(organisation, party=filters.party))
    for words in filters.suppose:
        extra = _supposition(words, organisation, filters.party, changes)
        changes += [extra] if extra else []
    found = stage(changes, charter, filters.on, told_by(view, organisation))
    told = [g.to_json() for g in about(gaps(view, organisation, "membership"), filters.party)]
    told += [{"kind": "undated", "about": filters.party, "text": d} for d in found.doubts]
    return {**_stage(found), "gaps": told + _record_gap(found, filters)}


def told_by(view: View, organisation: str) -> dict[str, str]:
    """ISO day by which each undated line was told."""
    return {line: str(days[0]) for line, days in view.extra(organisation).get("bounds", {}).items()}


def _stage(found: Stage) -> Row:
    change = found.change
    return {
        "stage": change.step if change else None,
        "status": change.status if change else None,
        "time": change.time if change else None,
        "line": change.line if change else None,
        "disputed": change.disputed if change else False,
        "claims": list(change.claims) if change else [],
        "against": list(change.against) if change else [],
        "next": [{"step": r.step, "article": r.article, "label": r.label, "required": r.required} for r in found.next],
        "missing": list(found.missing),
        "record": found.record,
    }


def _record_gap(found: Stage, filters: Filters) -> list[Row]:
    if not found.change:
        return [{"kind": "unknown", "about": filters.party, "text": f"no source tells any step of {filters.party}"}]
    if not found.missing:
        return []
    named = ", ".join(s.replace("-", " ") for s in found.missing)
    return [{"kind": "undated", "about": found.change.line, "text": f"no source tells or dates: {named}"}]


def _supposition(words: str, organisation: str, party: str, changes: Sequence[Change]) -> Change | None:
    parts = words.split()
    try:
        who, step, day = parts
        Edtf.parse(day)
    except ValueError:
        raise UsageError("--suppose", f"{words!r} is no supposition", 'Write "PARTY step YYYY-MM-DD"') from None
    if step not in STEPS:
        raise UsageError("--suppose", f"{step!r} is no step", f"Choose one of {', '.join(STEPS)}")
    status = max(
        (c.status for c in changes if c.step not in ("holds",)), key=[c.status for c in changes].count, default="member"
    )
    open_ways = [c.status for c in changes if c.status == "member"]
    return supposed(organisation, party, open_ways[0] if open_ways else status, step, day) if who == party else None


def conformance(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """Each party's recorded path against the procedure, each finding with its article and the words of both sides."""
    charter = Charter(organisation, built_in().get(organisation))
    changes = view.changes(organisation, party=filters.party or None)
    rows, known = [], told_by(view, organisation)
    for party in sorted({c.party for c in changes}):
        own = [c for c in changes if c.party == party]
        found = [_finding(f) for f in replay(own, charter)] + _called(own, charter)
        rows.append({"party": party, "member": today(own, charter, filters.on, known), "findings": found})
    return {
        "organisation": organisation,
        "parties": rows,
        "gaps": [g.to_json() for g in gaps(view, organisation, "membership")],
    }


def _finding(found: Finding) -> Row:
    change = found.change
    return {
        "kind": found.kind, "step": found.step, "article": found.article, "text": found.text,
        "line": change.line, "claims": list(change.claims), "against": list(change.against),
    }  # fmt: skip


def _called(own: Sequence[Change], charter: Charter) -> list[Row]:
    """What somebody called a party before the act: claims against a step that the record has reached."""
    rows = []
    for change in own:
        ways = charter.ladders.get(change.status, ())
        here = next((r for w in ways if (r := at(change.step, w))), None)
        if change.against and here and not here.effect:
            when = change.time or "undated"
            text = f"called {plain(change.status)}, though only {plain(change.step)} is borne out ({when})"
            rows.append({
                "kind": "premature", "step": change.step, "article": here.article, "text": text,
                "line": change.line, "claims": list(change.claims), "against": list(change.against),
            })  # fmt: skip
    return rows


def today(own: Sequence[Change], charter: Charter, on: str, known: Mapping[str, str] | None = None) -> str:
    """ "yes", "no" or "unknown": is the party a member on a day, on what the sources tell; never a guess.

    "no" only where a source tells an end, or a step that the profile puts before membership.
    """
    found = stage([c for c in own if c.status == "member"], charter, on, known)
    if found.change is None:
        return "unknown"
    if found.change.step in ENDS:
        return "no"
    rungs = charter.rungs("member", found.change.step)
    if found.change.step in (*BEGINS, "holds") or any(r.effect for r in rungs):
        return "yes"
    return "no" if rungs else "unknown"
