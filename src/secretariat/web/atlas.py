"""The map: which outline takes which colour on a day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# Classes of the style sheet; the colours are told apart by colour-blind readers. Status words of every organisation
# fall into these four.
CLASSES = {"member": "member", "observer": "observer"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline: path data `d` or a dot at `x`, `y`; class of its status ("" for none); words for a tooltip."""

    code: str
    d: str
    x: float
    y: float
    status: str
    words: str


@cache
def outlines() -> dict[str, dict[str, Any]]:
    """Outlines by code (Natural Earth, public domain; see scripts/outlines.py)."""
    return dict(json.loads((files("secretariat.web") / "data" / "outlines.json").read_text(encoding="utf-8")))


def css_class(status: str) -> str:
    """The style sheet's class for a status."""
    if status in CLASSES:
        return CLASSES[status]
    return "partner" if "partner" in status else "other"


def shapes(parties: list[dict[str, Any]], names: dict[str, str]) -> tuple[Shape, ...]:
    """Every outline with the status that its state has on the roster.

    Args:
        parties: rows of the answer to `members`. names: names by party id.
    """
    held = {row["party"]: row["status"] for row in parties}
    return tuple(_shape(code, outline, held.get(code, ""), names) for code, outline in outlines().items())


def _shape(code: str, outline: dict[str, Any], status: str, names: dict[str, str]) -> Shape:
    x, y = outline.get("c", (0.0, 0.0))
    words = f"{names.get(code, code)}: {status}" if status else ""
    return Shape(code, outline.get("d", ""), x, y, css_class(status) if status else "", words)
