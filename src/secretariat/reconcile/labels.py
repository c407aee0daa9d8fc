"""Labels: how a reader is told of a party or status; answers keep the ids."""

from __future__ import annotations

from collections.abc import Iterable

from secretariat.names import parties


def label(party: str) -> str:
    """The name of a party for a sentence; what is no known party is its own name."""
    known = parties().get(party)
    return known.name if known else party


def listed(names: Iterable[str]) -> str:
    """Names of parties in alphabetical order, joined by commas."""
    return ", ".join(sorted(label(n) for n in names))


def plain(id: str) -> str:
    """A status or step in words."""
    return id.replace("-", " ")
