"""Parties: states, territories, governments, groups and organisations, from one dated table with its own ids.

Facts of the tables in `names/data` are written by hand and were checked against ISO 3166-1 and -3, the UN's M49 list,
the Correlates of War state system (v2016) and Gleditsch and Ward (1999, list of 2017). Where those two differ for one
state (Germany, Yemen, Serbia, Pacific states), both numbers are kept. Organisations come from the profiles, those
without a profile from `organisations.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from secretariat.model.errors import NotFound
from secretariat.profiles import known_profiles, setting

DATA = Path(__file__).parent / "data"
STATES = ("state", "contested-state", "associated-state", "territory")


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name with the first and last ISO day on which it was the party's; empty where open or unknown."""

    name: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a party: `relation` is "continuation", "succession", "separation", "union", "accession" or
    "representation" (another government took the seat); `organisation` where it holds for one organisation alone."""

    former: str
    successor: str
    relation: str
    organisation: str
    since: str
    note: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can belong, sign, host or promise.

    Attributes:
        id: ISO 3166-1 alpha-3 where there is one (as in claims), else an own id ("sadr", "taliban", "sco").
        type: "state", "contested-state", "associated-state", "territory", "government", "group", "organisation",
            "bank", "organ", "union", "alliance", "forum", "agency", "consortium".
        name, official: short and formal English name; names: all others that mean it.
        former: names it once had; adjectives, demonyms: singular; capitals: seats that may stand for its government.
        iso: ISO 3166-1 alpha-2 or 3166-3 code; m49, cow, gw: numbers as text, empty where none is assigned.
        parent: the party it belongs to or is claimed by (a territory's state, a government's state).
        since, until: ISO days of existence, empty where open or before the organisations of this register.
        profiled: whether a profile describes it; claims then use the id, otherwise the name as written.
    """

    id: str
    type: str
    name: str
    official: str = ""
    names: tuple[str, ...] = ()
    former: tuple[DatedName, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    iso: str = ""
    m49: str = ""
    cow: str = ""
    gw: str = ""
    parent: str = ""
    since: str = ""
    until: str = ""
    profiled: bool = False

    @property
    def is_state(self) -> bool:
        """True for states and territories, whatever their recognition."""
        return self.type in STATES

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name, today's short one first."""
        return tuple(
            dict.fromkeys(n for n in (self.name, self.official, *self.names, *(f.name for f in self.former)) if n)
        )


def party(wanted: str) -> Party:
    """The party with this id.

    Raises:
        NotFound: no party has it.
    """
    found = parties().get(wanted)
    if found is None:
        raise NotFound(wanted, "no party has this id", "Ids are ISO alpha-3 codes or ids of profiles")
    return found


def is_party(wanted: str) -> bool:
    """True where this is the id of a party."""
    return wanted in parties()


def parties() -> dict[str, Party]:
    """All parties by id: states first, then governments, groups, organisations."""
    return _parties(setting())


@lru_cache(maxsize=8)
def _parties(places: str) -> dict[str, Party]:
    found = (*_states(), *_governments(), *_groups(), *_profiled(places), *_unprofiled())
    return {p.id: p for p in reversed(found)}


@cache
def successions() -> tuple[Succession, ...]:
    """Who continued or succeeded whom, in the order of the table."""
    return tuple(Succession(**row) for row in table("successions"))


def continued_by(wanted: str, organisation: str = "") -> str:
    """Id of the party that continues a former one in an organisation; the id itself where nobody does."""
    fitting = [s for s in successions() if s.former == wanted and s.relation == "continuation"]
    return next((s.successor for s in fitting if s.organisation in ("", organisation)), wanted)


@cache
def designations() -> dict[tuple[str, str], tuple[str, ...]]:
    """What a party is called in an organisation: (party, organisation) to names ("Chinese Taipei" in APEC)."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in table("designations"):
        key = row["party"], row["organisation"]
        found[key] = (*found.get(key, ()), row["designation"])
    return found


def designation(wanted: str, organisation: str) -> str:
    """The name of a party as `organisation` writes it; its ordinary name where it has no other."""
    return designations().get((wanted, organisation), (party(wanted).name,))[0]


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the tables of `names/data`."""
    head, *lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(v for v in cell.split(";") if v)


@cache
def _former() -> dict[str, tuple[DatedName, ...]]:
    found: dict[str, tuple[DatedName, ...]] = {}
    for row in table("former"):
        found[row["party"]] = (*found.get(row["party"], ()), DatedName(row["name"], row["since"], row["until"]))
    return found


def _states() -> Iterator[Party]:
    for row in table("parties"):
        yield Party(
            row["id"],
            row["type"],
            row["name"],
            row["official"],
            names=split(row["other"]),
            former=_former().get(row["id"], ()),
            adjectives=split(row["adjectives"]),
            demonyms=split(row["demonyms"]),
            capitals=split(row["capitals"]),
            iso=row["iso"],
            m49=row["m49"],
            cow=row["cow"],
            gw=row["gw"],
            parent=row["parent"],
            since=row["since"],
            until=row["until"],
        )


def _governments() -> Iterator[Party]:
    for row in table("governments"):
        first, *others = split(row["names"])
        yield Party(
            row["id"],
            "government",
            first,
            names=tuple(others),
            parent=row["party"],
            since=row["since"],
            until=row["until"],
        )


def _groups() -> Iterator[Party]:
    for row in table("groups"):
        first, *others = split(row["names"])
        yield Party(row["id"], "group", first, names=tuple(others))


def _profiled(places: str) -> Iterator[Party]:
    for p in known_profiles(places).values():
        former = tuple(DatedName(f.name, f.since, f.until) for f in p.former)
        yield Party(p.id, p.kind, p.label, names=p.all_names, former=former, parent=p.parent, profiled=True)


def _unprofiled() -> Iterator[Party]:
    for row in table("organisations"):
        first, *others = split(row["names"])
        yield Party(row["id"], row["type"], first, names=tuple(others))
