"""Report: every finding of the reconciliation with its conclusion and the claims behind it."""

from __future__ import annotations

from typing import Any

from secretariat.app.ask_conflicts import distinct
from secretariat.app.derive import derive_all
from secretariat.model.claim import thaw

Row = dict[str, Any]


def reconcile_all(register: Any, *, limit: int = 0, report: bool = False) -> Row:
    """Bring all histories up to date.

    Args:
        limit: most conflicts the solver may meet in one component, 0 for none.
        report: True to give the findings as well.
    Returns:
        {"derived": n, "organisations": [...]}; with `report` also "findings" (finding, conclusion, claims),
        "same" (what several names mean) and "gaps".
    """
    derived = derive_all(register, limit=limit)
    view = register.view()
    out: Row = {"derived": derived, "organisations": list(view.organisations())}
    if report:
        out["findings"] = [_finding(c) for c in distinct(view.conflicts(None))]
        out["same"] = _same(view)
        out["gaps"] = [{"organisation": o, **g.to_json()} for o in view.organisations() for g in view.gaps(o)]
    return out


def _finding(conflict: Any) -> Row:
    preferred = conflict.sides[conflict.verdict].reading if conflict.verdict is not None else None
    return {
        "id": conflict.id,
        "finding": f"{conflict.type} of {conflict.subject}: {' / '.join(s.reading for s in conflict.sides)}",
        "conclusion": preferred or "undecided",
        "confidence": conflict.confidence,
        "rule": conflict.rule,
        "explanation": conflict.explanation,
        "claims": [{"reading": s.reading, "witnesses": s.witnesses, "claims": list(s.claims)} for s in conflict.sides],
        "settles": conflict.settles,
    }


def _same(view: Any) -> list[Row]:
    """What is written in several ways and taken for one, each group once."""
    seen: dict[str, Row] = {}
    for organisation in view.organisations():
        for group in thaw(view.extra(organisation).get("names", ())):
            key = f"{group['kind']}|{'|'.join(group['forms'])}"
            seen.setdefault(key, {"organisation": organisation, **group})
    return [seen[key] for key in sorted(seen)]
