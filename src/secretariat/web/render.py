"""Templates to responses. Everything is escaped; what a page shows of a document is text and nothing else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, select_autoescape

from secretariat.app.filters import Filters
from secretariat.web.atlas import css_class

NAV = (
    ("", "Overview"),
    ("members", "Members"),
    ("timeline", "Timeline"),
    ("offices", "Offices"),
    ("meetings", "Meetings"),
    ("instruments", "Instruments"),
    ("bodies", "Bodies"),
    ("networks", "Networks"),
    ("commitments", "Commitments"),
    ("figures", "Figures"),
    ("statements", "Statements"),
    ("formulas", "Formulas"),
    ("conflicts", "Conflicts"),
    ("procedure", "Procedure"),
    ("audit", "Audit"),
)
# Overrides of direction that a document may carry; shown as themselves they would turn the page's own words around.
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), "\ufffd")


@cache
def environment() -> Environment:
    """The templates with their filters."""
    env = Environment(
        loader=PackageLoader("secretariat.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        plain=plain, number=number, words=words, path=lambda s: quote(str(s), safe="/"), safe_url=safe_url
    )
    env.globals.update(nav=NAV, css_class=css_class, query=query, Filters=Filters)
    return env


def page(request: Request, template: str, **values: Any) -> HTMLResponse:
    """Fill a template. `filters` and `org` may be among the values; the time controls take them from there."""
    here = request.url.path
    base = {
        "filters": Filters(),
        "org": "",
        "here": here,
        "address": str(request.url),
        "names": request.app.state.party_names,
        "now": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return HTMLResponse(environment().get_template(template).render({**base, **values}))


def plain(text: object) -> str:
    """A document's words for a page: direction overrides made visible, nothing else changed."""
    return str(text).translate(_BIDI)


def number(value: Any) -> str:
    """A number as a reader writes it: 1,500,000,000."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


def words(value: Any) -> str:
    """An argument's value in words."""
    if isinstance(value, list):
        return ", ".join(words(v) for v in value)
    if isinstance(value, dict):
        if "value" in value:
            return f"{value.get('bound', '')} {number(value['value'])} {value.get('unit', '')}".replace(
                "exact ", ""
            ).strip()
        if "name" in value:
            return f"{value['name']} ({value['capacity']})" if value.get("capacity") else str(value["name"])
        return json.dumps(value, ensure_ascii=False)
    return number(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else plain(value)


def safe_url(url: str) -> str:
    """A publisher's address if it is a web address, else nothing (no `javascript:` link is ever written)."""
    return url if url.startswith(("https://", "http://")) else ""


def query(filters: Filters, **changed: Any) -> str:
    """The filters as a query, some of them changed; empty string where nothing narrows."""
    merged = {k: v for k, v in {**filters.query(), **changed}.items() if v not in ("", None)}
    return f"?{urlencode(merged)}" if merged else ""


def static_files() -> str:
    """Folder of the style sheet and the scripts."""
    return str(files("secretariat.web") / "static")
