"""The claim format as JSON Schema (draft 2020-12), made from the kinds themselves."""

from __future__ import annotations

from typing import Any

from secretariat.kinds.spec import ClaimKind, Field, all_kinds
from secretariat.model.claim import MODALITIES

_TEXT = {"type": ["string", "null"]}
_EVIDENCE = {
    "type": "object",
    "required": ["start", "end", "text"],
    "properties": {
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "text": {"type": "string", "minLength": 1},
    },
}
_TYPES: dict[str, dict[str, Any]] = {
    "number": {"type": ["number", "object", "null"]},  # an amount is an object with value, bound, unit
    "list": {"type": ["array", "string", "object", "null"]},
    "ranges": {"type": ["array", "null"], "items": {"type": "array", "items": {"type": "integer"}}},
}


def claim_schema() -> dict[str, Any]:
    """Schema of one line of a claims file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "description": "One thing that one document says, with the exact words that say it.",
        "type": "object",
        "required": ["id", "kind", "document", "evidence", "modality", "args"],
        "properties": {
            "id": {"type": "string"},
            "kind": {"enum": list(all_kinds())},
            "document": {"type": "string"},
            "evidence": _EVIDENCE,
            "mentions": {"type": ["array", "null"], "items": _EVIDENCE},
            "attribution": {"type": ["object", "null"], "required": ["source", "cue", "type"]},
            "modality": {"enum": list(MODALITIES)},
            "time": {"type": ["object", "null"], "properties": {"edtf": _TEXT, "text": _TEXT, "anchor": _TEXT}},
            "args": {"type": "object"},
        },
        "allOf": [_of_kind(kind) for kind in all_kinds().values()],
    }


def _of_kind(kind: ClaimKind) -> dict[str, Any]:
    args = {"description": kind.meaning, "properties": {f.name: _of_field(f) for f in kind.fields}}
    return {"if": {"properties": {"kind": {"const": kind.name}}}, "then": {"properties": {"args": args}}}


def _of_field(field: Field) -> dict[str, Any]:
    kind = _TYPES.get(field.type, {"type": ["string", "array", "object", "number", "null"]})
    return {**kind, "description": field.meaning}
