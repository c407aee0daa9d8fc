"""The addresses of the explorer. Each asks `app` and fills a template; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from secretariat.app.ask import QUESTIONS, answer
from secretariat.app.audit import audit
from secretariat.app.filters import Filters
from secretariat.app.reading import Register, claim_json, document_json, documents_json, found_json, organisations_json
from secretariat.app.system import system
from secretariat.model.errors import NotFound
from secretariat.web import atlas, charts
from secretariat.web.render import page
from secretariat.web.text import document_page

Open = Callable[[], Register]
Word = Annotated[str, Query(max_length=200)]
SIZE = 100  # lines a page
TABLES = (
    "offices",
    "meetings",
    "instruments",
    "bodies",
    "networks",
    "commitments",
    "figures",
    "statements",
    "formulas",
)


def narrowed(
    on: Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = "",
    basis: Literal["effect", "decision"] = "effect",
    party: Word = "",
    by: Word = "",
    name: Word = "",
    type: Word = "",
    as_published: Word = "",
    as_known: Annotated[str, Query(max_length=40)] = "",
    suppose: Annotated[list[str] | None, Query(max_length=10)] = None,
) -> Filters:
    """The filters of an address; a supposed step left empty in the form is none."""
    steps = tuple(s for s in suppose or () if s.strip())
    code = party.strip().upper() if len(party.strip()) == 3 else party.strip()
    return Filters(on, basis, code, by, name, type, as_published, as_known, steps)


Narrowed = Annotated[Filters, Depends(narrowed)]


def router(register: Open, data_set: str = "") -> APIRouter:
    """All pages.

    Args:
        register: gives the open register; called for each request.
        data_set: file that the audit page holds against the register; empty for none.
    """
    web = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    _add_front(web, register)
    _add_organisation(web, register)
    _add_tables(web, register)
    _add_proofs(web, register)
    _add_audit(web, register, data_set)
    return web


def _add_front(web: APIRouter, register: Open) -> None:
    @web.get("/")
    def front(request: Request) -> Response:
        """The first page."""
        found = organisations_json(register())
        known = [o for o in found if o["profile"]]
        if len(known) == 1:
            return RedirectResponse(f"/o/{known[0]['id']}")
        return page(request, "front.html", organisations=found)

    @web.get("/organisations")
    def organisations(request: Request) -> Response:
        """All organisations of the register."""
        return page(request, "front.html", organisations=organisations_json(register()))

    @web.get("/search")
    def search(request: Request, filters: Narrowed, q: Word = "") -> Response:
        """Sentences in which words occur."""
        found: dict[str, Any] = found_json(register(), q, filters) if q.strip() else {"words": "", "hits": []}
        if name := filters.name:
            found["hits"] = [hit for hit in found["hits"] if name.lower() in hit["document"].lower()]
        return page(request, "search.html", filters=filters, found=found)

    @web.get("/sources")
    def sources(request: Request, filters: Narrowed) -> Response:
        """Publishers, documents, witnesses."""
        found = documents_json(register(), filters)
        return page(request, "sources.html", filters=filters, documents=found, witnesses=_witnesses(register()))

    @web.get("/status")
    def status(request: Request) -> Response:
        """What the register holds."""
        view = register().view()
        return page(request, "status.html", facts=register().facts(), runs=view.runs())


def _witnesses(register: Register) -> list[dict[str, Any]]:
    view = register.view()
    return [
        {"id": w.id, "passages": [(view.label(p.document), p.start, p.end) for p in w.passages]}
        for w in view.witnesses()
    ]


def _add_organisation(web: APIRouter, register: Open) -> None:
    @web.get("/o/{org}")
    def front(request: Request, org: str, filters: Narrowed) -> Response:
        """The first page."""
        return page(request, "system.html", org=org, filters=filters, found=system(register(), org, filters))

    @web.get("/o/{org}/members")
    def members(request: Request, org: str, filters: Narrowed) -> Response:
        """The roster on a day, with its map."""
        return _roster(request, "members.html", register(), org, filters)

    @web.get("/o/{org}/members/part")
    def part(request: Request, org: str, filters: Narrowed) -> Response:
        """The roster alone, for the slider."""
        return _roster(request, "roster.html", register(), org, filters)

    @web.get("/o/{org}/timeline")
    def timeline(request: Request, org: str, filters: Narrowed, since: int = 0, until: int = 9999) -> Response:
        """Every change of a status."""
        found: Any = answer(register(), "timeline", org, filters)
        drawn = charts.axis(found["changes"], lane="party", since=since, until=until)
        return page(
            request, "timeline.html", org=org, filters=filters, found=found, axis=drawn, since=since, until=until
        )

    @web.get("/o/{org}/about")
    def about(request: Request, org: str, name: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
        """Everything told under one name."""
        parts = {part: answer(register(), part, org, Filters(name=name)) for part in TABLES if part != "statements"}
        parts["statements"] = answer(register(), "statements", org, Filters(by=name))
        return page(request, "about.html", org=org, name=name, parts=parts)

    @web.get("/o/{org}/procedure")
    def procedure(request: Request, org: str, filters: Narrowed) -> Response:
        """The stage a party has reached, also with supposed steps."""
        told: Any = answer(register(), "timeline", org)
        parties = sorted({change["party"] for change in told["changes"]})
        found: Any = answer(register(), "procedure", org, filters) if filters.party and filters.on else None
        return page(request, "procedure.html", org=org, filters=filters, found=found, parties=parties)


def _roster(request: Request, template: str, register: Register, org: str, filters: Filters) -> Response:
    changes: Any = answer(
        register, "timeline", org, Filters(as_published=filters.as_published, as_known=filters.as_known)
    )
    first, last = charts.extent([c["time"] for c in changes["changes"] if c["time"]])
    on = filters.on or (last.isoformat() if last else "")
    if not (first and last and on):
        return page(request, template, org=org, filters=filters, found=None, shapes=(), first="", on=on)
    asked = Filters(on, filters.basis, as_published=filters.as_published, as_known=filters.as_known)
    found: Any = answer(register, "members", org, asked)
    shapes = atlas.shapes(found["parties"], request.app.state.party_names)
    ends = {"first": first.isoformat(), "last": last.isoformat(), "span_days": (last - first).days}
    at = {"on": on, "at_day": (date.fromisoformat(on) - first).days}
    return page(request, template, org=org, filters=asked, found=found, shapes=shapes, **ends, **at)


def _add_tables(web: APIRouter, register: Open) -> None:
    for name in TABLES:
        _add_table(web, register, name)

    @web.get("/o/{org}/conflicts")
    def conflicts(request: Request, org: str, filters: Narrowed) -> Response:
        """Where the sources disagree."""
        found: Any = answer(register(), "conflicts", org, filters)
        return page(request, "conflicts.html", org=org, filters=filters, found=found)

    for extra in ("ledger", "conformance"):
        if extra in QUESTIONS:
            _add_plain(web, register, extra)


def _add_plain(web: APIRouter, register: Open, name: str) -> None:
    def plain(request: Request, org: str, filters: Narrowed) -> Response:
        """An answer without a page of its own form."""
        found: Any = answer(register(), name, org, filters)
        return page(request, "plain.html", org=org, filters=filters, found=found, question=name)

    web.add_api_route(f"/o/{{org}}/{name}", plain, methods=["GET"], name=name)


def _add_table(web: APIRouter, register: Open, name: str) -> None:
    def table(request: Request, org: str, filters: Narrowed, start: Annotated[int, Query(ge=0)] = 0) -> Response:
        """The lines of one question."""
        asked = replace(filters, variants=True) if name == "formulas" else filters
        found: Any = answer(register(), name, org, asked)
        bars = charts.bars(found["lines"]) if name == "figures" else []
        return page(
            request,
            "lines.html",
            org=org,
            filters=filters,
            found=found,
            question=name,
            start=start,
            bars=bars,
            size=100,
        )

    web.add_api_route(f"/o/{{org}}/{name}", table, methods=["GET"], name=name)


def _add_audit(web: APIRouter, register: Open, data_set: str) -> None:
    @web.get("/o/{org}/audit")
    def audited(request: Request, org: str, filters: Narrowed) -> Response:
        """The outside data set, row by row."""
        rows = audit(register(), data_set, org, filters.on) if data_set else []
        return page(request, "audit.html", org=org, filters=filters, rows=rows, data_set=Path(data_set).name)


def _add_proofs(web: APIRouter, register: Open) -> None:
    @web.get("/conflict/{id}")
    def conflict(request: Request, id: str, filters: Narrowed) -> Response:
        """Both sides next to each other."""
        told: Any = answer(register(), "conflicts", None, filters)
        found = next((c for c in told if c["id"] == id), None)
        if found is None:
            raise NotFound("conflict", f"there is none with the id {id}", "Look for it among the conflicts")
        claims = {c: _claim(register(), c) for side in found["sides"] for c in side["claims"]}
        return page(request, "conflict.html", filters=filters, found=found, claims=claims)

    @web.get("/line/{id}")
    def line(request: Request, id: str, filters: Narrowed) -> Response:
        """What stands behind a line."""
        found: Any = answer(register(), "why", id, filters)
        return page(request, "line.html", filters=filters, found=found, id=id)

    @web.get("/words/{id}")
    def words(id: str) -> Response:
        """On to the words of a claim in its document."""
        found = claim_json(register(), id)
        at = f"{found['evidence']['start']}-{found['evidence']['end']}"
        return RedirectResponse(f"/d/{quote(found['document'], safe='/')}?at={at}#at")

    @web.get("/claim/{id}")
    def claim(request: Request, id: str) -> Response:
        """One claim."""
        return page(request, "claim.html", found=_claim(register(), id))

    @web.get("/d/{label:path}")
    def document(request: Request, label: str, at: Annotated[str, Query(pattern=r"^(\d+-\d+)?$")] = "") -> Response:
        """One document with its claims in place."""
        return document_page(request, register(), label, at)


def _claim(register: Register, id: str) -> dict[str, Any]:
    found = claim_json(register, id)
    return {**found, "publisher": document_json(register, found["document"])["publisher"]}
