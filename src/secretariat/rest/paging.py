"""Pages by cursor: the body keeps the shape of claims.md, the next page stands in the Link header (RFC 8288)."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from typing import Any

from fastapi import Request, Response

from secretariat.model.errors import UsageError

MOST = 500
LISTS = ("lines", "parties", "changes", "claims", "documents", "hits", "findings", "entries")


def page(answer: Any, *, limit: int, cursor: str) -> tuple[Any, str]:
    """Cut one page out of an answer.

    Args:
        answer: a list, or an object with one of LISTS.
        limit: rows at most. cursor: id of the last row of the page before; empty for the first page.
    Returns:
        The answer with that page's rows, and the cursor of the next page, empty where there is none.
    Raises:
        UsageError: the cursor is the id of no row.
    """
    key = next((k for k in LISTS if isinstance(answer, dict) and k in answer), None)
    rows: Sequence[Any] = answer if isinstance(answer, list) else answer[key] if key else ()
    start = _after(rows, cursor)
    kept = list(rows[start : start + limit])
    following = row_id(kept[-1]) if kept and start + limit < len(rows) else ""
    if key:
        return {**answer, key: kept}, following
    return (kept if isinstance(answer, list) else answer), following


def row_id(row: Any) -> str:
    """The id that a row goes by."""
    return (
        str(next((row[k] for k in ("line", "id", "document", "state") if k in row), ""))
        if isinstance(row, dict)
        else ""
    )


def _after(rows: Sequence[Any], cursor: str) -> int:
    if not cursor:
        return 0
    for n, row in enumerate(rows):
        if row_id(row) == cursor:
            return n + 1
    raise UsageError("cursor", "it is the id of no row of this answer", "Start again without a cursor")


def respond(request: Request, answer: Any, *, limit: int, cursor: str, form: str) -> Response:
    """The answer as JSON or CSV with its ETag; 304 where the reader has it already."""
    body, following = page(answer, limit=limit, cursor=cursor)
    text = as_csv(body) if form == "csv" else json.dumps(body, ensure_ascii=False)
    tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if following:
        headers["Link"] = f'<{request.url.include_query_params(cursor=following)}>; rel="next"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    kind = "text/csv; charset=utf-8" if form == "csv" else "application/json"
    return Response(text, media_type=kind, headers=headers)


def as_csv(answer: Any) -> str:
    """The rows of an answer as CSV: one column a field, nested values as JSON.

    A cell that a spreadsheet would run as a formula is set off with an apostrophe.
    """
    key = next((k for k in LISTS if isinstance(answer, dict) and k in answer), None)
    rows = answer if isinstance(answer, list) else answer[key] if key else [answer]
    flat = [_flat(row) for row in rows if isinstance(row, dict)]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    return out.getvalue()


def _flat(row: dict[str, Any]) -> dict[str, str]:
    out: dict[str, str] = {}
    for name, value in row.items():
        if name == "args" and isinstance(value, dict):
            out |= {f"args.{k}": _cell(v) for k, v in value.items()}
        else:
            out[name] = _cell(value)
    return out


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text[:1] in "=+@\t\r" or (text[:1] == "-" and not isinstance(value, (int, float))) else text
