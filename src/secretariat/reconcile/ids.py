"""Ids of derived things: hashes of what they are about, never of the order in which claims arrived."""

from __future__ import annotations

import hashlib

from secretariat.model.claim import canonical


def line_id(organisation: str, kind: str, *identity: object) -> str:
    """Id of a line: organisation, kind and ten hex digits of its identity."""
    return f"{_slug(organisation)}-{kind}-{_digest([organisation, kind, *map(_plain, identity)])}"


def conflict_id(organisation: str, type: str, *identity: object) -> str:
    """Id of a conflict: organisation, type and ten hex digits of what it is about."""
    return f"{_slug(organisation)}-conflict-{_digest([organisation, type, *map(_plain, identity)])}"


def _plain(part: object) -> object:
    if isinstance(part, (set, frozenset)):
        return sorted(map(str, part))
    return [_plain(p) for p in part] if isinstance(part, (tuple, list)) else part


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(canonical(parts).encode()).hexdigest()[:10]


def _slug(organisation: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in organisation.casefold()).split())[:40]
