"""The server that `serve` starts: REST and the pages over one register, readable from this machine alone."""

from __future__ import annotations

import os
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from secretariat import __version__
from secretariat.app.reading import names_of_parties, open_for_reading
from secretariat.model.errors import RegisterError, SecretariatError
from secretariat.rest import problems, routes
from secretariat.web import pages, safety
from secretariat.web.render import page, static_files

LOOPBACK = ("127.0.0.1", "localhost", "::1")
REGISTER, DATA_SET = "SECRETARIAT_REGISTER", "SECRETARIAT_AUDIT"


def create() -> FastAPI:
    """Make the server for the register that the environment names (one call in each worker).

    Raises:
        RegisterError: the register cannot be opened.
    """
    where = os.environ.get(REGISTER, "")
    if not where:
        raise RegisterError(
            "serve", f"{REGISTER} names no register", "Start it with `secretariat serve --register FILE`"
        )
    return build(open_for_reading(where), os.environ.get(DATA_SET, ""))


def build(register: Any, data_set: str = "") -> FastAPI:
    """Join REST and the pages over an open register; `data_set` is the file of the audit page."""
    app = FastAPI(
        title="Secretariat", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.party_names = names_of_parties()
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])
    app.middleware("http")(safety.guard)
    app.include_router(routes.router(lambda: register))
    app.include_router(pages.router(lambda: register, data_set))
    app.mount("/static", StaticFiles(directory=static_files()), name="static")
    problems.install(app)
    _give_pages_their_own_errors(app)
    return app


def _give_pages_their_own_errors(app: FastAPI) -> None:
    """Below /api an error is a problem, elsewhere a page that says the same line."""
    for kind in (SecretariatError, HTTPException):
        as_problem = app.exception_handlers[kind]

        async def handle(request: Request, error: Exception, as_problem: Any = as_problem) -> Response:
            if request.url.path.startswith("/api/"):
                answer: Response = await as_problem(request, error)
                return answer
            status: int = getattr(error, "status", 0) or getattr(error, "status_code", 500)
            shown = page(request, "problem.html", title=f"{status}", detail=str(getattr(error, "detail", error)))
            shown.status_code = status
            return shown

        app.add_exception_handler(kind, handle)
