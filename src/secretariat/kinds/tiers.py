"""Precision tiers: which classes of claims were measured right often enough to feed histories by themselves.

A class is a rule as claims carry it ("membership.granted/grant-verbal"). `tiers.toml` holds what was measured on
labelled documents, in folds of documents; `bench/claims.py --tiers` writes it. Tier A: right in at least 97 of 100,
seen ten times or more, in three folds or more. All others, and rules never measured, are tier B: they wait for a second
witness or a person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ENOUGH = 0.97
"""Share of right claims from which a class is tier A."""
SEEN = 10
FOLDS = 3
_TABLE = Path(__file__).parent / "tiers.toml"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one class.

    Attributes:
        rule: the rule, "<kind>.<step>/*" for all rules of a step, or "<kind>.*" for all of a kind.
        claims: how many were judged; right: how many of them were right.
        folds: in how many document folds the class occurred; worst: its lowest precision in one of them.
    """

    rule: str
    claims: int
    right: int
    folds: int
    worst: float

    @property
    def precision(self) -> float:
        """Share of right claims, 0..1."""
        return self.right / self.claims if self.claims else 0.0

    @property
    def tier(self) -> str:
        """ "A" or "B"."""
        return "A" if self.claims >= SEEN and self.folds >= FOLDS and self.precision >= ENOUGH else "B"


@lru_cache(maxsize=1)
def measured() -> Mapping[str, Measured]:
    """The table, by rule."""
    rows = tomllib.loads(_TABLE.read_text("utf-8"))["measured"]
    return {r["rule"]: Measured(r["rule"], r["claims"], r["right"], r["folds"], r["worst"]) for r in rows}


def tier(rule: str) -> str:
    """Tier of a claim by its rule; what a person made is "A".

    The rule's own class decides where it was seen often enough, else that of its step ("membership.granted/*"), else
    it is "B".
    """
    if rule.startswith(("hand:", "import")):
        return "A"
    step = rule.split("/")[0] + "/*"
    known = next((m for name in (rule, step) if (m := measured().get(name)) and m.claims >= SEEN), None)
    return known.tier if known else "B"
