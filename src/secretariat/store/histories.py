"""Saved histories: derived rows with the stretch of derivations they held for, so that an old one is never lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, or_, select, update

from secretariat.model.claim import Attribution, thaw
from secretariat.model.history import Change, Conflict, Gap, History, Line, Side, Spell
from secretariat.model.time import FIRST_DAY, LAST_DAY, Edtf, ValidTime
from secretariat.store.commit import Commit
from secretariat.store.rows import dump
from secretariat.store.tables import commits, derivations, derived
from secretariat.store.values import Derivation

Bounds = Mapping[str, tuple[str, str]]

_DERIVATIONS = select(derivations, commits.c.recorded_at).join_from(
    derivations, commits, derivations.c.added == commits.c.seq
)


def save(commit: Commit, history: History, key: tuple[str, int, str, str], bounds: Bounds) -> int:
    """Save a history; rows that the last one of its chain has too are left alone.

    Args:
        key: published P, number of the last commit of facts it was made from, versions of rules and profiles.
        bounds: days of a line by id where they are not those of its time.
    Returns:
        The derivation's number.
    """
    published, seen, rules, profiles = key
    number = commit.number(derivations)
    chain = _chain(commit.connection, history.organisation, published, seen) or number
    row = {"seq": number, "organisation": history.organisation, "published": published, "seen": seen, "chain": chain}
    commit.put(derivations, [{**row, "rules": rules, "profiles": profiles, "added": commit.seq}])
    old = _live(commit.connection, chain)
    fresh = []
    for values in _rows(history, bounds):
        same = old.get(values)
        if same:
            same.pop()
        else:
            fresh.append(values)
    _retire(commit, [seq for left in old.values() for seq in left], number)
    names = ("shape", "kind", "ref", "party", "first", "last", "body")
    common = {"chain": chain, "since": number, "until": None}
    commit.put(derived, [{**dict(zip(names, v, strict=True)), **common, "seq": commit.number(derived)} for v in fresh])
    return number


def find(connection: Connection, organisation: str, published: str, commit: int, seen: int) -> Derivation | None:
    """The derivation that answers at a commit: made from exactly the facts of then.

    The last one saved by then; where none was, the first one saved later, so that the answer stays what it was.
    """
    fits = (
        derivations.c.organisation == organisation,
        derivations.c.published == published,
        derivations.c.seen == seen,
    )
    rows = list(connection.execute(_DERIVATIONS.where(*fits).order_by(derivations.c.seq)).mappings())
    then = [row for row in rows if row["added"] <= commit]
    best = then[-1] if then else rows[0] if rows else None
    return _derivation(best) if best else None


def numbered(connection: Connection, number: int) -> Derivation:
    """The derivation with this number."""
    return _derivation(connection.execute(_DERIVATIONS.where(derivations.c.seq == number)).mappings().one())


def newest(connection: Connection, organisation: str) -> Derivation | None:
    """The last derivation over all documents."""
    fits = (derivations.c.organisation == organisation, derivations.c.published == "")
    row = connection.execute(_DERIVATIONS.where(*fits).order_by(derivations.c.seq.desc()).limit(1)).mappings().first()
    return _derivation(row) if row else None


def organisations(connection: Connection) -> tuple[str, ...]:
    """Organisations of which a history was ever saved."""
    names = connection.execute(select(derivations.c.organisation).distinct()).scalars()
    return tuple(sorted(name for name in names if name and "#" not in name))  # "sco#status" is a part of a history


def owners(connection: Connection, ref: str) -> tuple[str, ...]:
    """Organisations whose saved histories hold something with this id."""
    query = (
        select(derivations.c.organisation)
        .distinct()
        .join_from(derived, derivations, derived.c.chain == derivations.c.chain)
    )
    return tuple(sorted(connection.execute(query.where(derived.c.ref == ref)).scalars()))


def rows_of(derivation: Derivation, shape: str, kind: str | None = None) -> Select[Any]:
    """Query for the rows of one shape that held at a derivation."""
    at = and_(derived.c.since <= derivation.seq, or_(derived.c.until.is_(None), derived.c.until > derivation.seq))
    query = select(derived).where(derived.c.chain == derivation.chain, derived.c.shape == shape, at)
    return query if kind is None else query.where(derived.c.kind == kind)


def on_day(query: Select[Any], day: str) -> Select[Any]:
    """Only rows whose days include this one."""
    return query.where(derived.c.first <= day, derived.c.last >= day)


def spell(body: str) -> Spell:
    """A spell from its row."""
    return Spell(**_tuples(json.loads(body)))


def change(body: str) -> Change:
    """A change from its row."""
    return Change(**_tuples(json.loads(body)))


def gap(body: str) -> Gap:
    """A gap from its row."""
    return Gap(**json.loads(body))


def conflict(body: str) -> Conflict:
    """A conflict from its row."""
    value = json.loads(body)
    value["sides"] = tuple(Side(**_tuples(side)) for side in value["sides"])
    return Conflict(**value)


def line(body: str) -> Line:
    """A line from its row."""
    value = json.loads(body)
    time, by = value.pop("time"), value.pop("attribution")
    return Line(
        **_tuples(value, but=("args",)),
        time=ValidTime.from_json(time) if time else None,
        attribution=Attribution.from_json(by) if by else None,
    )


def _derivation(row: Mapping[Any, Any]) -> Derivation:
    names = ("seq", "organisation", "published", "seen", "rules", "profiles", "recorded_at", "chain")
    return Derivation(**{name: row[name] for name in names})


def _chain(connection: Connection, organisation: str, published: str, seen: int) -> int | None:
    """The chain to go on with: the last one of this organisation and P, unless these facts are older than its end."""
    query = select(derivations.c.chain, derivations.c.seen).where(
        derivations.c.organisation == organisation, derivations.c.published == published
    )
    last = connection.execute(query.order_by(derivations.c.seen.desc(), derivations.c.seq.desc()).limit(1)).first()
    return int(last.chain) if last and last.seen <= seen else None


def _live(connection: Connection, chain: int) -> dict[tuple[Any, ...], list[int]]:
    found: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    columns = (
        derived.c.shape,
        derived.c.kind,
        derived.c.ref,
        derived.c.party,
        derived.c.first,
        derived.c.last,
        derived.c.body,
    )
    for row in connection.execute(
        select(derived.c.seq, *columns).where(derived.c.chain == chain, derived.c.until.is_(None))
    ):
        found[tuple(row[1:])].append(row[0])
    return found


def _retire(commit: Commit, numbers: Sequence[int], derivation: int) -> None:
    if numbers:
        query = update(derived).where(derived.c.seq == bindparam("number")).values(until=derivation)
        commit.connection.execute(query, [{"number": n} for n in numbers])


def _rows(history: History, bounds: Bounds) -> Iterator[tuple[Any, ...]]:
    """Shape, kind, ref, party, first, last, body of everything in a history."""
    for s in history.spells:
        yield "spell", s.basis, s.line, s.party, s.first, s.last, dump(asdict(s))
    for c in history.changes:
        yield "change", c.step, c.line, c.party, *_days(c.time), dump(asdict(c))
    for entry in history.lines:
        days = bounds.get(entry.id) or _days(entry.time.edtf if entry.time else None)
        yield "line", entry.kind, entry.id, "", *days, dump(_line_body(entry))
    for x in history.conflicts:
        yield "conflict", x.type, x.id, "", None, None, dump(asdict(x))
    for g in history.gaps:
        yield "gap", g.kind, g.about, "", None, None, dump(g.to_json())
    for name, value in thaw(history.extra).items():
        yield "extra", name, "", "", None, None, dump(value)


def _line_body(entry: Line) -> dict[str, Any]:
    return {
        "id": entry.id,
        "organisation": entry.organisation,
        "kind": entry.kind,
        "args": thaw(entry.args),
        "time": entry.time.to_json() if entry.time else None,
        "modality": entry.modality,
        "attribution": entry.attribution.to_json() if entry.attribution else None,
        "claims": entry.claims,
        "against": entry.against,
        "disputed": entry.disputed,
        "rules": entry.rules,
        "fulfils": entry.fulfils,
    }


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    if not edtf:
        return None, None
    try:
        value = Edtf.parse(edtf)
    except ValueError:
        return FIRST_DAY, LAST_DAY
    return value.first, value.last


def _tuples(value: Mapping[str, Any], but: tuple[str, ...] = ()) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) and k not in but else v for k, v in value.items()}
