"""Labels: the name a document carries in answers. A function of the documents a register held at a point of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from secretariat.store.appending import chunks
from secretariat.store.tables import documents, sightings


@dataclass(frozen=True, slots=True)
class Place:
    """A document as it lies at one path."""

    number: int
    id: str
    path: str
    label: str
    series: str
    published: str
    added: int


def newest(places: Iterable[Place]) -> int:
    """Number of the newest version among documents of one series.

    At one path the later published counts, else the later recorded; of several paths the later published, else the
    higher path: so that the order in which folders were read does not matter.
    """
    at: dict[str, Place] = {}
    for place in places:
        before = at.get(place.path)
        if before is None or (place.published, place.added, place.id) > (before.published, before.added, before.id):
            at[place.path] = place
    return max(at.values(), key=lambda p: (p.published, p.path)).number


def resolve(connection: Connection, numbers: Sequence[int], commit: int) -> dict[int, Place]:
    """The label and path of documents as of a commit; `Place.label` is the one to show."""
    first = _first_places(_places(connection, sightings.c.document, numbers, commit))
    rivals = _places(connection, sightings.c.label, sorted({p.label for p in first.values()}), commit)
    # A rival's own label is that of its first path: a copy elsewhere under this label does not compete.
    own = _first_places(_places(connection, sightings.c.document, sorted({p.number for p in rivals}), commit))
    groups: dict[str, list[Place]] = defaultdict(list)
    for place in own.values():
        groups[place.label].append(place)
    names = {n: name for group in groups.values() for n, name in _names(group).items()}
    return {
        n: Place(p.number, p.id, p.path, names[n], p.series, p.published, p.added)
        for n, p in first.items()
        if n in names
    }


def superseded(connection: Connection, visible: ColumnElement[bool], commit: int) -> frozenset[int]:
    """Numbers of documents of which a newer version is visible."""
    joined = sightings.join(documents, sightings.c.document == documents.c.seq)
    shared = (
        select(sightings.c.series)
        .select_from(joined)
        .where(visible, sightings.c.added <= commit)
        .group_by(sightings.c.series)
        .having(func.count(sightings.c.document.distinct()) > 1)
    )
    groups: dict[str, list[Place]] = defaultdict(list)
    for part in chunks(list(connection.execute(shared).scalars())):
        for place in _places(connection, sightings.c.series, part, commit, visible):
            groups[place.series].append(place)
    current = {newest(places) for places in groups.values()}
    return frozenset(p.number for places in groups.values() for p in places) - current


def _places(
    connection: Connection,
    column: ColumnElement[int] | ColumnElement[str],
    values: Sequence[int] | Sequence[str],
    commit: int,
    visible: ColumnElement[bool] | None = None,
) -> list[Place]:
    found = []
    columns = (sightings.c.document, documents.c.id, sightings.c.path, sightings.c.label, sightings.c.series)
    query = select(*columns, documents.c.published_first, sightings.c.added).join_from(
        sightings, documents, sightings.c.document == documents.c.seq
    )
    for part in chunks(values):
        wanted = and_(column.in_(part), sightings.c.added <= commit)
        rows = connection.execute(query.where(wanted if visible is None else and_(wanted, visible)))
        found += [Place(r[0], r[1], r[2], r[3], r[4], r[5] or "", r[6]) for r in rows]
    return found


def _first_places(places: Iterable[Place]) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for place in places:
        if place.number not in found or place.path < found[place.number].path:
            found[place.number] = place
    return found


def _names(group: Sequence[Place]) -> dict[int, str]:
    """Names of documents that share a label."""
    if len(group) == 1:
        return {group[0].number: group[0].label}
    if len({p.series for p in group}) == 1:
        return _versions(group, group[0].label)
    paths: dict[str, list[Place]] = defaultdict(list)
    for place in group:
        paths[place.path].append(place)
    names: dict[int, str] = {}
    for path, there in paths.items():
        one = len({p.series for p in there}) == 1
        names.update(_versions(there, path) if one else {p.number: f"{path}@{p.id[:8]}" for p in there})
    return names


def _versions(group: Sequence[Place], name: str) -> dict[int, str]:
    current = newest(group)
    return {p.number: name if p.number == current else f"{name}@{p.id[:8]}" for p in group}
