"""Places without a network: coordinates, containing state and region, and the plain statement that a place is unknown.

The table holds facts of GeoNames (https://www.geonames.org, CC BY 4.0; cities above 150,000 inhabitants, capitals and
towns known for conferences, trimmed and rounded to 0.001 degrees) and, written by hand, regions, seas and venues. The
regions of states are those of the UN's M49 list. A place claimed by several states has no containing state here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from secretariat.names.parties import party, split, table
from secretariat.names.resolve import fold, resolve


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table.

    Attributes:
        name: its English name. kind: "city", "capital", "region", "world-region", "water", "venue", "state".
        state: id of the state that contains it, empty where several claim it or it lies in none.
        region: M49 region of that state ("Central Asia").
        lat, lon: degrees north and east; of a state its capital's.
        weight: inhabitants in thousands, or a rank among places of one name where there are none.
    """

    name: str
    kind: str
    state: str
    region: str
    lat: float
    lon: float
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Location:
    """Where words of a document are on the map.

    Attributes:
        words: as written.
        place: the smallest place of the table that the words name, None where they name none.
        exact: True where that place is what the words name, False where it only contains it ("airport, Tashkent").
        reason: how it was found, or why it was not.
        candidates: other places of the same name, by weight.
    """

    words: str
    place: Place | None
    exact: bool
    reason: str
    candidates: tuple[Place, ...] = ()


def locate(words: str, *, near: str = "") -> Location:
    """Find a place named in words ("Samarkand", "Tashkent International Airport, Tashkent, Uzbekistan").

    Args:
        words: a place as a document names it, parts separated by commas, the smallest first.
        near: id of a state that the document speaks of; decides between places of one name.
    """
    parts = [p for p in re.split(r"\s*,\s*", words.strip()) if p]
    state = next((s for p in reversed(parts) if (s := _state(p))), "") or near
    for n, part in enumerate(parts):
        found = _named(part, state if n < len(parts) - 1 or near else "")
        if found:
            exact, best = n == 0, found[0]
            reason = f'"{part}" is {best.name}' if exact else f'inside {best.name}; "{parts[0]}" itself is in no table'
            return Location(words, best, exact, reason + ".", found[1:])
    inner = _inside(words)
    if inner:
        return Location(words, inner, False, f'the words name {inner.name}; "{words}" itself is in no table.')
    return Location(words, None, False, f'unlocatable: no table has a place called "{words}".')


def place(words: str, *, near: str = "") -> Place | None:
    """The place that words name or lie in; None where they are unlocatable."""
    return locate(words, near=near).place


def contains(outer: str, inner: str) -> bool:
    """True where the place `outer` names is, or contains, the one `inner` names (a state its cities, a region both)."""
    a, b = locate(outer), locate(inner)
    if a.place is None or b.place is None:
        return fold(outer) == fold(inner)
    if a.place == b.place:
        return True
    if a.place.kind == "state":
        return a.place.state == b.place.state
    return a.place.kind == "world-region" and fold(a.place.name) == fold(b.place.region)


@cache
def region_of(state: str) -> str:
    """M49 region of a state or territory; of one without a place in that list its parent's; empty where neither has."""
    for row in table("regions"):
        if state in split(row["states"]):
            return row["region"]
    parent = party(state).parent
    return region_of(parent) if parent else ""


def _state(words: str) -> str:
    found = resolve(words)
    return found if found and party(found).is_state else ""


def _named(words: str, state: str) -> tuple[Place, ...]:
    """Places of this name, heaviest first; those of `state` alone if there are any."""
    found = _index().get(fold(words), ())
    here = tuple(p for p in found if not state or p.state in ("", state))
    if here or found:
        return here or found
    whole = _state(words)
    return (_of_state(whole),) if whole else ()


def _of_state(state: str) -> Place:
    capital = next((p for p in _all() if p.state == state and p.kind == "capital"), None)
    lat, lon = (capital.lat, capital.lon) if capital else (0.0, 0.0)
    return Place(party(state).name, "state", state, region_of(state), lat, lon)


def _inside(words: str) -> Place | None:
    """The place that the longest run of capitalised words inside a longer name stands for: Suva in "Suva Hotel"."""
    tokens = re.findall(r"[^\W\d_][\w'’-]*", words)
    runs = [(i, j) for i in range(len(tokens)) for j in range(len(tokens), i, -1) if tokens[i][0].isupper()]
    for i, j in sorted(runs, key=lambda r: r[0] - r[1])[:60]:
        found = [p for p in _index().get(fold(" ".join(tokens[i:j])), ()) if p.kind != "venue"]
        if found and j - i < len(tokens):
            return found[0]
    return None


@cache
def _all() -> tuple[Place, ...]:
    regions = {state: row["region"] for row in table("regions") for state in split(row["states"])}
    return tuple(_from_row(row, regions.get(row["state"], "")) for row in table("places"))


def _from_row(row: dict[str, str], region: str) -> Place:
    return Place(
        row["name"], row["kind"], row["state"], region, float(row["lat"]), float(row["lon"]), int(row["weight"])
    )


@cache
def _index() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for p, row in zip(_all(), table("places"), strict=True):
        for name in {fold(p.name), *map(fold, split(row["aliases"]))}:
            found[name].append(p)
    rank = {"capital": 0, "venue": 0, "city": 1, "region": 1, "world-region": 1, "water": 1}
    return {
        name: tuple(sorted(some, key=lambda p: (-p.weight - 10000 * (rank[p.kind] == 0), p.state, p.name)))
        for name, some in found.items()
    }
