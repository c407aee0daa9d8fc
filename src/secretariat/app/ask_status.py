"""Answers about statuses: rosters on a day and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from secretariat.app.filters import Filters
from secretariat.model.history import Change, Gap, Spell
from secretariat.model.time import LAST_DAY
from secretariat.reconcile.labels import label
from secretariat.store.port import View

Row = dict[str, Any]


def members(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """Who holds which status on a day (without a day: on the last day that any source tells of)."""
    spells = view.spells(organisation, basis=filters.basis, on=filters.on or None)
    day = filters.on or max((s.last_confirmed or s.first for s in spells), default="")
    held = [s for s in spells if s.first <= day <= s.last and _wanted(s, filters)]
    return {
        "organisation": organisation,
        "on": day,
        "basis": filters.basis,
        "as_published": filters.as_published or None,
        "as_known": filters.as_known or None,
        "parties": [_party(s) for s in held],
        "announced": announced(view, organisation, day, spells),
        "gaps": [
            g.to_json() for g in gaps(view, organisation, "membership") if not filters.party or filters.party in g.text
        ],
    }


def _wanted(spell: Spell, filters: Filters) -> bool:
    return (not filters.party or spell.party == filters.party) and (not filters.type or spell.status == filters.type)


def _party(spell: Spell) -> Row:
    return {
        "line": spell.line,
        "party": spell.party,
        "status": spell.status,
        "standing": spell.standing,
        "since": spell.since,
        "until": spell.until,
        "last_confirmed": spell.last_confirmed,
        "disputed": spell.disputed,
        "claims": list(spell.claims),
        "against": list(spell.against),
    }


def announced(view: View, organisation: str, day: str, spells: Sequence[Spell]) -> list[Row]:
    """The latest count of each status told up to a day, with how many the register can name on it."""
    told = [c for c in view.extra(organisation).get("counts", ()) if not day or c["day"] <= day]
    rows: list[Row] = []
    for status in sorted({c["status"] for c in told}):
        own = [c for c in told if c["status"] == status]
        last = [c for c in own if c["day"] == max(o["day"] for o in own)]
        counted = len({s.party for s in spells if s.status == status and s.first <= day <= s.last})
        for value, bound in sorted({(c["value"], c["bound"]) for c in last}):
            claims = sorted({c["claim"] for c in last if (c["value"], c["bound"]) == (value, bound)})
            rows.append({"status": status, "value": value, "bound": bound, "claims": claims, "counted": counted})
    return rows


def timeline(register: Any, view: View, organisation: str, filters: Filters) -> Row:
    """Every change of status in order of time; a rejected claim stands in `against` of the change it contradicts."""
    found = [c for c in view.changes(organisation, party=filters.party or None) if _fits(c, filters)]
    told = [g.to_json() for g in about(gaps(view, organisation, "membership"), filters.party)]
    return {"organisation": organisation, "changes": [_change(c) for c in found], "gaps": told}


def _fits(change: Change, filters: Filters) -> bool:
    if filters.type and filters.type not in (change.status, change.step):
        return False
    return not filters.on or (change.time or LAST_DAY)[: len(filters.on)] <= filters.on


def _change(change: Change) -> Row:
    return {
        "line": change.line,
        "party": change.party,
        "status": change.status,
        "step": change.step,
        "time": change.time,
        "disputed": change.disputed,
        "claims": list(change.claims),
        "against": list(change.against),
        "rule": change.rule,
    }


def gaps(view: View, organisation: str, *areas: str) -> tuple[Gap, ...]:
    """The gaps that belong to an answer."""
    homes = view.extra(organisation).get("areas", {})
    return tuple(g for g in view.gaps(organisation) if set(homes.get(g.text, ())) & set(areas))


def about(found: Sequence[Gap], party: str) -> list[Gap]:
    """The gaps that speak of a party; all of them where none is asked for."""
    return [g for g in found if not party or party in g.text or label(party) in g.text]
