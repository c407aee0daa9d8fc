"""What every response carries so that a hostile document stays text (see SECURITY.md)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response

# No inline script or style, nothing from elsewhere, no framing, no form to another place.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
METHODS = ("GET", "HEAD")


async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse whatever is not reading, and set the headers."""
    if request.method not in METHODS:
        response = Response("This server only reads.\n", status_code=405, headers={"Allow": ", ".join(METHODS)})
    else:
        response = await go_on(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
