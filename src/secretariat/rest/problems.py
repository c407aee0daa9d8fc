"""Errors as problem+json (RFC 9457): the same one line as at the command line, never a trace."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from secretariat.model.errors import SecretariatError

PROBLEM = "application/problem+json"


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str = ""


def problem(request: Request, status: int, detail: str) -> JSONResponse:
    """One problem as a response."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, instance=request.url.path)
    return JSONResponse(body.model_dump(), status_code=status, media_type=PROBLEM)


def install(app: FastAPI) -> None:
    """Answer every error below /api with a problem; `fallback` pages are the other door's business."""
    app.add_exception_handler(SecretariatError, _known)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _http)


async def _known(request: Request, error: Exception) -> JSONResponse:
    status = error.status if isinstance(error, SecretariatError) else 500
    return problem(request, status, str(error))


async def _unfit(request: Request, error: Exception) -> JSONResponse:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    return problem(request, 422, "; ".join(f"{'.'.join(map(str, f['loc'][1:]))}: {f['msg']}" for f in faults))


async def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return problem(request, status, str(getattr(error, "detail", "")) or HTTPStatus(status).phrase)


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {PROBLEM: {}}, "description": HTTPStatus(status).phrase}
    for status in (400, 404, 422, 503)
}
