"""The addresses under /api/v1. Each asks `app` and writes the answer; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from secretariat.app.ask import QUESTIONS, answer
from secretariat.app.filters import Filters
from secretariat.app.reading import Register as Reading
from secretariat.app.reading import (
    claim_json,
    claims_json,
    document_json,
    documents_json,
    found_json,
    organisations_json,
)
from secretariat.rest.paging import MOST, respond
from secretariat.rest.problems import RESPONSES
from secretariat.rest.shapes import (
    ClaimShape,
    ConflictShape,
    DocumentShape,
    LinesShape,
    MembersShape,
    TimelineShape,
    WhyShape,
)

Word = Annotated[str, Query(max_length=200)]
Day = Annotated[date | None, Query(examples=["2023-07-04"])]
Moment = Annotated[datetime | date | None, Query(description="Record time; a day means its end, UTC")]
Form = Annotated[Literal["json", "csv"], Query(description="JSON in the shapes of claims.md, or CSV")]
Limit = Annotated[int, Query(ge=1, le=MOST)]
SHAPES: dict[str, Any] = {"members": MembersShape, "timeline": TimelineShape, "conflicts": list[ConflictShape]}
FREE = {"why", "search", "reconcile", "audit"}


def filters(
    on: Day = None,
    basis: Literal["effect", "decision"] = "effect",
    party: Word = "",
    by: Word = "",
    name: Word = "",
    type: Word = "",
    as_published: Word = "",
    as_known: Moment = None,
    suppose: Annotated[list[str] | None, Query(max_length=10)] = None,
) -> Filters:
    """The filters of an address."""
    day, known = (value.isoformat() if value else "" for value in (on, as_known))
    return Filters(day, basis, party, by, name, type, as_published, known, tuple(suppose or ()))


Narrowed = Annotated[Filters, Depends(filters)]


def router(register: Callable[[], Reading]) -> APIRouter:
    """All addresses.

    Args:
        register: gives the open register; called for each request.
    """
    api = APIRouter(prefix="/api/v1", responses=RESPONSES)
    for name in sorted(set(QUESTIONS) - FREE):
        _add_question(api, name, register)
    _add_lines(api, register)
    _add_claims(api, register)
    _add_documents(api, register)
    return api


def _add_question(api: APIRouter, name: str, register: Callable[[], Reading]) -> None:
    def ask(
        request: Request,
        organisation: str,
        narrowed: Narrowed,
        format: Form = "json",
        limit: Limit = MOST,
        cursor: Word = "",
    ) -> Response:
        """Answer this question."""
        found = answer(register(), name, organisation, narrowed)
        return respond(request, found, limit=limit, cursor=cursor, form=format)

    api.add_api_route(
        f"/organisations/{{organisation}}/{name}",
        ask,
        methods=["GET"],
        name=name,
        summary=QUESTIONS[name].help,
        response_model=SHAPES.get(name, LinesShape if QUESTIONS[name].lines else dict[str, Any]),
        operation_id=f"ask_{name}",
    )


def _add_lines(api: APIRouter, register: Callable[[], Reading]) -> None:
    @api.get("/organisations", summary="Organisations of the register", response_model=list[dict[str, Any]])
    def organisations(request: Request) -> Response:
        """All organisations of the register."""
        return respond(request, organisations_json(register()), limit=MOST, cursor="", form="json")

    @api.get("/lines/{line}", summary="What stands behind a line, a claim or a conflict", response_model=WhyShape)
    def why(request: Request, line: str, narrowed: Narrowed) -> Response:
        """What stands behind a line."""
        return respond(request, answer(register(), "why", line, narrowed), limit=MOST, cursor="", form="json")

    @api.get("/search", summary="Sentences in which words occur", response_model=dict[str, Any])
    def search(
        request: Request, narrowed: Narrowed, q: Annotated[str, Query(min_length=1, max_length=200)]
    ) -> Response:
        """Sentences in which words occur."""
        return respond(request, found_json(register(), q, narrowed), limit=MOST, cursor="", form="json")


def _add_claims(api: APIRouter, register: Callable[[], Reading]) -> None:
    @api.get("/claims", summary="Claims in the form of claims.md", response_model=list[ClaimShape])
    def claims(
        request: Request,
        narrowed: Narrowed,
        kind: Word = "",
        document: Word = "",
        format: Form = "json",
        limit: Limit = 100,
        cursor: Word = "",
    ) -> Response:
        """Claims, narrowed."""
        found = claims_json(register(), narrowed, kind=kind, document=document)
        return respond(request, found, limit=limit, cursor=cursor, form=format)

    @api.get("/claims/{claim}", summary="One claim", response_model=ClaimShape)
    def claim(request: Request, claim: str) -> Response:
        """One claim."""
        return respond(request, claim_json(register(), claim), limit=1, cursor="", form="json")


def _add_documents(api: APIRouter, register: Callable[[], Reading]) -> None:
    @api.get("/documents", summary="Documents, without their texts", response_model=list[DocumentShape])
    def documents(
        request: Request, narrowed: Narrowed, format: Form = "json", limit: Limit = 100, cursor: Word = ""
    ) -> Response:
        """Documents, narrowed."""
        return respond(request, documents_json(register(), narrowed), limit=limit, cursor=cursor, form=format)

    @api.get("/documents/{document:path}", summary="One document with its text", response_model=DocumentShape)
    def document(request: Request, document: str) -> Response:
        """One document with its claims in place."""
        return respond(request, document_json(register(), document), limit=1, cursor="", form="json")
