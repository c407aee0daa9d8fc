"""The system page: the fourteen parts of an organisation (DESIGN), each with its most telling line and what is missing.

The page is made of answers to other questions, so it can say nothing that they do not say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from secretariat.app.ask import answer
from secretariat.app.filters import Filters
from secretariat.store.port import View

Row = dict[str, Any]
_CULTURE = {"broadcast", "premiere", "screening", "debut", "cultural-year", "festival", "exhibition", "year"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: its number in DESIGN, its title, the question that opens it, which of its rows it shows."""

    number: int
    title: str
    question: str
    keep: Callable[[Row], bool] = lambda row: True


def _is_culture(row: Row) -> bool:
    return row["args"].get("type") in _CULTURE


PARTS = (
    Part(1, "Membership", "members"),
    Part(2, "Accession", "timeline"),
    Part(3, "Organs and offices", "offices"),
    Part(4, "Meetings", "meetings", lambda row: not _is_culture(row)),
    Part(5, "Instruments", "instruments"),
    Part(6, "Doctrine", "formulas"),
    Part(7, "Institutions and programmes", "bodies", lambda row: row["args"].get("type") != "infrastructure"),
    Part(8, "Networks", "networks"),
    Part(9, "Commitments and deliveries", "commitments"),
    Part(10, "Figures", "figures"),
    Part(11, "People and what they said", "statements"),
    Part(12, "Culture and media", "meetings", _is_culture),
)


def system(register: Any, organisation: str, filters: Filters) -> Row:
    """Everything the system page shows.

    Returns:
        {"organisation", "on", "parts": [{"part", "title", "question", "count", "told", "line", "gaps"}], "sources",
        "conflicts"}: `told` is the telling line in words, `line` the answer's row it comes from (it carries claims and
        evidence) or null, `gaps` what the sources do not say.
    """
    parts = [_part(part, _object(answer(register, part.question, organisation, filters))) for part in PARTS]
    with register.view(as_known=filters.as_known or None, as_published=filters.as_published or None) as view:
        sources = _sources(view)
    conflicts: Any = answer(register, "conflicts", organisation, filters)
    return {
        "organisation": organisation,
        "on": filters.on,
        "parts": [*parts, _sources_part(sources), _shared_part(sources)],
        "sources": sources,
        "conflicts": conflicts,
    }


def _part(part: Part, found: Row) -> Row:
    rows = [row for row in _rows(found) if part.question in ("members", "timeline") or part.keep(row)]
    best = max(rows, key=_weight, default=None)
    told = _roster_words(found) if part.question == "members" else _tell(best) if best else ""
    return {
        "part": part.number,
        "title": part.title,
        "question": part.question,
        "count": len(rows),
        "told": told,
        "line": best,
        "gaps": _own_gaps(found, rows),
    }


def _object(found: Any) -> Row:
    """The answers the page is made of are objects; only `conflicts` is a list."""
    return dict(found)


def _rows(found: Row) -> list[Row]:
    return list(found.get("lines") or found.get("parties") or found.get("changes") or [])


def _own_gaps(found: Row, rows: list[Row]) -> list[Row]:
    """Gaps about the rows kept here; those about words alone belong to whoever asked."""
    ids = {row["line"] for row in rows}
    all_ids = {row["line"] for row in _rows(found)}
    return [gap for gap in found.get("gaps", []) if gap["about"] in ids or gap["about"] not in all_ids]


def _weight(row: Row) -> tuple[int, int, int, str]:
    """The most telling row: most independent words behind it, then most arguments, then dated; ties by its id."""
    arguments = sum(1 for value in (row.get("args") or {}).values() if value not in (None, "", [], {}))
    when = row.get("time") or row.get("since")
    return len(row.get("claims", [])), arguments, bool(when), row["line"]


def _roster_words(found: Row) -> str:
    counted: dict[str, int] = {}
    for party in found["parties"]:
        counted[party["status"]] = counted.get(party["status"], 0) + 1
    named = ", ".join(f"{n} {status}" for status, n in counted.items())
    announced = ", ".join(f"{a['value']:g} {a['status']}" for a in found.get("announced", []))
    return (f"named: {named}" if named else "") + (f"; announced: {announced}" if announced else "")


def _tell(row: Row) -> str:
    """One row in words."""
    if "step" in row and "party" in row:
        return f"{row['party']}: {row['step']} ({row['status']}), {row.get('time') or 'undated'}"
    words = row.get("said") or [e["text"] for e in row.get("evidence", [])]
    return " ".join(words[0].split())[:240] if words else ""


def _sources(view: View) -> Row:
    documents = list(view.documents())
    publishers: dict[str, int] = {}
    for document in documents:
        publishers[document.publisher or "unknown"] = publishers.get(document.publisher or "unknown", 0) + 1
    dates = sorted(d.published for d in documents if d.published)
    return {
        "documents": len(documents),
        "undated": sum(not d.published for d in documents),
        "publishers": dict(sorted(publishers.items())),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "witnesses": len(view.witnesses()),
        "runs": len(view.runs()),
        "judgements": len(view.judgements()),
    }


def _sources_part(sources: Row) -> Row:
    told = f"{sources['documents']} documents of {len(sources['publishers'])} publishers"
    told += f", {sources['first']} to {sources['last']}" if sources["first"] else ""
    told += f"; {sources['witnesses']} passages reprinted" if sources["witnesses"] else ""
    gaps = _undated(sources["undated"])
    return {"part": 13, "title": "Sources", "question": "sources", "count": sources["documents"], "told": told} | gaps


def _undated(n: int) -> Row:
    text = f"{n} {'document has' if n == 1 else 'documents have'} no date"
    return {"line": None, "gaps": [{"kind": "undated", "about": "documents", "text": text}] if n else []}


def _shared_part(sources: Row) -> Row:
    told = f"{sources['runs']} runs, {sources['judgements']} judgements"
    head: Row = {"part": 14, "title": "Shared data", "question": "status", "count": sources["judgements"], "told": told}
    return head | {"line": None, "gaps": []}


def strongest(conflicts: Iterable[Row]) -> Row | None:
    """The conflict that most is known about: decided before undecided, most claims, highest confidence."""
    key = lambda c: (c["verdict"] is not None, c["confidence"], sum(len(s["claims"]) for s in c["sides"]), c["id"])  # noqa: E731
    return max(conflicts, key=key, default=None)
