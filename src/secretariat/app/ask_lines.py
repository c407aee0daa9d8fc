"""Answers made of lines: offices, meetings, instruments, bodies, commitments, figures, statements, formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from secretariat.app.ask_status import gaps
from secretariat.app.derive import built_in, in_force
from secretariat.app.filters import Filters
from secretariat.model.claim import Claim, thaw
from secretariat.model.history import Line
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import context
from secretariat.reconcile.fold import content, run_in, same_person, texts, words
from secretariat.reconcile.wordings import apparatus, canonical_name
from secretariat.store.port import View

Row = dict[str, Any]

KINDS = {
    "offices": "office", "meetings": "event", "instruments": "instrument", "bodies": "body", "networks": "body",
    "commitments": "commitment", "figures": "figure", "statements": "statement", "formulas": "formula",
}  # fmt: skip
COUNTED = frozenset("route line station city country railway pipeline corridor terminal".split())
"""Head nouns of the figures that a network answer shows."""


def lines(view: View, organisation: str, question: str, filters: Filters) -> Row:
    """All lines of one kind that the filters let through, with their words, and what is missing."""
    kind = KINDS[question]
    found = list(view.lines(organisation, kind, on=filters.on or None))
    if question == "networks":
        found = networks(found, view.lines(organisation, "figure", on=filters.on or None))
    kept = [line for line in found if fits(line, filters, organisation)]
    area = "network" if question == "networks" else kind
    told = gaps(view, organisation, area)
    return {"lines": rows(view, kept), "gaps": [g.to_json() for g in told]}


def networks(bodies: Iterable[Line], figures: Iterable[Line]) -> list[Line]:
    """Infrastructure, and the figures that count its routes, lines, stations, cities and countries reached."""
    built = [b for b in bodies if b.args.get("type") == "infrastructure"]
    counted = [f for f in figures if COUNTED & set(content(str(f.args.get("unit") or "")))]
    owners = {
        str(f.args.get("subject"))
        for f in counted
        if COUNTED - {"country"} & set(content(str(f.args.get("unit") or "")))
    }
    names = owners | {str(b.args.get("name")) for b in built}
    return built + [f for f in counted if str(f.args.get("subject")) in names]


def fits(line: Line, filters: Filters, organisation: str) -> bool:
    """True where a line passes the filters (`on` and the two times are the register's)."""
    checks: list[tuple[str, Callable[[], bool]]] = [
        (filters.party, lambda: _names(line.args, filters.party)),
        (filters.by, lambda: _said_by(line, filters.by)),
        (filters.name, lambda: _named(line, filters.name, organisation)),
        (filters.type, lambda: filters.type in (line.args.get("type"), line.args.get("step"), line.args.get("status"))),
    ]
    return all(check() for wanted, check in checks if wanted)


def _names(value: Any, party: str) -> bool:
    if isinstance(value, (tuple, list)):
        return any(_names(v, party) for v in value)
    if hasattr(value, "values"):
        return any(_names(v, party) for v in value.values())
    return bool(value == party)


def _said_by(line: Line, name: str) -> bool:
    speakers = [*texts(line.args.get("source")), *texts(line.args.get("person"))]
    if line.kind not in ("statement", "office") and line.attribution:
        speakers.append(line.attribution.source)
    return any(same_person(name, s) for s in speakers)


def _named(line: Line, name: str, organisation: str) -> bool:
    charter = Charter(organisation, built_in().get(organisation))
    own = [
        t for key in ("name", "title", "person", "object", "of", "source", "party") for t in texts(line.args.get(key))
    ]
    if line.kind == "formula" and any(canonical_name(name, charter) == canonical_name(o, charter) for o in own):
        return True
    wanted = content(name)
    return any(run_in(words(name), words(o)) or set(wanted) <= set(content(o)) for o in own if wanted)


def rows(view: View, found: Sequence[Line]) -> list[Row]:
    """Lines as claims.md gives them."""
    ids = sorted({c for line in found for c in line.claims})
    claims = {c.id: c for c in view.claims(ids=ids, rejected=True, superseded=True)} if ids else {}
    return [_row(view, line, [claims[c] for c in line.claims if c in claims]) for line in found]


def _row(view: View, line: Line, claims: Sequence[Claim]) -> Row:
    row: Row = {
        "line": line.id,
        "kind": line.kind,
        "args": thaw(line.args),
        "time": line.time.to_json() if line.time else None,
        "modality": line.modality,
        "attribution": line.attribution.to_json() if line.attribution else None,
        "disputed": line.disputed,
        "claims": list(line.claims),
        "against": list(line.against),
        "evidence": [{"document": view.label(c.document), **c.evidence.to_json()} for c in claims],
    }
    if line.kind == "statement":
        row["said"] = said(view, claims)
    if line.fulfils:
        row["fulfils"] = line.fulfils
    return row


def said(view: View, claims: Sequence[Claim]) -> list[str]:
    """The texts of a statement's content and continuation."""
    found: list[str] = []
    for claim in claims[:1]:
        text = view.document(claim.document).text
        for name in ("content", "continuation"):
            found += [text[int(a) : int(b)] for a, b in claim.arg(name) or ()]
    return found


def formulas(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """Lines of the wordings; with `variants` also the definitions of the named one, aligned element by element."""
    answer = lines(view, organisation, "formulas", filters)
    if filters.variants:
        profile = built_in().get(organisation)
        charter = Charter(organisation, profile)
        ground = context(
            view.claims(kinds=("formula",)),
            view.documents(),
            charter,
            witnesses=view.witnesses(),
            judgements=in_force(view),
        )
        wanted = (
            [filters.name]
            if filters.name
            else sorted({str(row["args"]["name"]) for row in answer["lines"] if row["args"].get("elements")})
        )
        seen: dict[str, list[dict[str, object]]] = {canonical_name(n, charter): apparatus(ground, n) for n in wanted}
        answer["variants"] = {name: _labelled(view, found) for name, found in seen.items() if found}
    return answer


def _labelled(view: View, found: list[dict[str, object]]) -> list[dict[str, object]]:
    papers = {str(d.id): d for d in view.documents()}
    for variant in found:
        for use in variant["uses"]:  # type: ignore[attr-defined]
            paper = papers.get(use["document"])
            use["document"], use["publisher"] = (
                (view.label(paper.id), paper.publisher) if paper else (use["document"], "")
            )
    return found


def ledger(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """Each promise with what came of it: restated, under way, delivered, or nothing told."""
    found = [line for line in view.lines(organisation, "commitment") if fits(line, filters, organisation)]
    bodies = [line for line in view.lines(organisation, "body") if line.fulfils]
    kept = {line.fulfils: line for line in [*bodies, *(line for line in found if line.fulfils)]}
    entries = [_entry(view, line, kept.get(line.id), found) for line in found if line.args.get("status") != "delivered"]
    loose = [line for line in found if line.args.get("status") == "delivered" and not line.fulfils]
    return {
        "organisation": organisation,
        "entries": entries,
        "unannounced": rows(view, loose),
        "gaps": [g.to_json() for g in gaps(view, organisation, "commitment")],
    }


def _entry(view: View, promise: Line, delivery: Line | None, found: Sequence[Line]) -> Row:
    documents = {c.split("-commitment")[0] for c in promise.claims}
    stage = (
        "delivered" if delivery else "under way" if promise.args.get("status") == "under-way" else "without evidence"
    )
    return {
        "promise": rows(view, [promise])[0],
        "restated": max(0, len(documents) - 1),
        "stage": stage,
        "delivery": rows(view, [delivery])[0] if delivery else None,
        "amounts": _amounts(promise, delivery),
    }


def _amounts(promise: Line, delivery: Line | None) -> str:
    """What the amounts say of each other, in words."""
    first, second = (dict(line.args.get("amount") or {}) if line else {} for line in (promise, delivery))
    if not first or not second:
        return "no amounts to compare"
    if first.get("unit") != second.get("unit"):
        return f"different units: {first.get('unit')} promised, {second.get('unit')} delivered"
    given, owed = second.get("value"), first.get("value")
    return "the amount promised" if given == owed else f"{owed:g} promised, {given:g} delivered ({first.get('unit')})"
