"""`check`: is everything in a register what it must be?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from secretariat.model.errors import EvidenceMismatch
from secretariat.model.issue import Issue
from secretariat.store.backend import Backend
from secretariat.store.rows import check_claim, claim_row, to_claim, to_document
from secretariat.store.tables import claims, commits, derived, documents, judgements, metadata, sightings

_TOGETHER = 200


def problems(backend: Backend) -> Iterator[Issue]:
    """Everything that is wrong: damaged pages, hashes, slices, bounds, references, record times."""
    for words in backend.damage():
        yield Issue(backend.where, f"the database is damaged ({words})", "Restore a backup", "error")
    with backend.snapshot() as connection:
        yield from _times(connection)
        yield from _references(connection)
        yield from _documents(connection)
        yield from _derived(connection)


def _times(connection: Connection) -> Iterator[Issue]:
    last = ""
    for number, (seq, recorded_at) in enumerate(
        connection.execute(select(commits.c.seq, commits.c.recorded_at).order_by(commits.c.seq)), 1
    ):
        if seq != number:
            yield Issue(f"commit {seq}", f"commit {number} is missing", "Restore a backup", "error")
            return
        if recorded_at <= last:
            yield Issue(f"commit {seq}", "its time is not after the one before", "Restore a backup", "error")
        last = recorded_at


def _references(connection: Connection) -> Iterator[Issue]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            target = key.column.table.alias("target")
            column = key.parent
            lost = select(func.count()).select_from(table.outerjoin(target, column == target.c[key.column.name]))
            number = connection.execute(
                lost.where(column.is_not(None), target.c[key.column.name].is_(None))
            ).scalar_one()
            if number:
                what = f"{number} rows point to nothing in {key.column.table.name}"
                yield Issue(f"{table.name}.{column.name}", what, "Restore a backup", "error")
    lost_judgements = select(judgements.c.id).where(
        judgements.c.document != "", judgements.c.document.not_in(select(documents.c.id))
    )
    for id in connection.execute(lost_judgements).scalars():
        yield Issue(f"judgement {id}", "its document is not in the register", "Restore a backup", "error")


def _documents(connection: Connection) -> Iterator[Issue]:
    numbers = list(connection.execute(select(documents.c.seq).order_by(documents.c.seq)).scalars())
    for i in range(0, len(numbers), _TOGETHER):
        part = numbers[i : i + _TOGETHER]
        places: dict[int, Any] = {}
        for place in connection.execute(
            select(sightings).where(sightings.c.document.in_(part)).order_by(sightings.c.path)
        ):
            places.setdefault(place.document, place)
        texts = {}
        for row in connection.execute(select(documents).where(documents.c.seq.in_(part))).mappings():
            at = places.get(row["seq"])
            if at is None:
                yield Issue(row["id"][:12], "the document has no place", "Restore a backup", "error")
            label, path = (at.label, at.path) if at else ("", "")
            texts[row["seq"]] = to_document(row, label, path)
            if row["text"] is not None and _hash(row) != row["id"]:
                yield Issue(
                    label or row["id"][:12], "its text is not the one that was recorded", "Restore a backup", "error"
                )
            if row["text"] is None and row["forgotten"] is None:
                yield Issue(label or row["id"][:12], "its text is missing", "Restore a backup", "error")
        query = select(claims, documents.c.id.label("document_id")).join_from(claims, documents)
        for row in connection.execute(query.where(claims.c.document.in_(part)).order_by(claims.c.seq)).mappings():
            yield from _claim(row, texts[row["document"]])


def _claim(row: Mapping[Any, Any], document: Any) -> Iterator[Issue]:
    where = f"{document.label}: claim {row['id']}"
    try:
        claim = to_claim(row)
        if row["words"] is None:
            return
        check_claim(claim, document)
        again = claim_row(claim)
    except (EvidenceMismatch, ValueError, KeyError, TypeError) as problem:
        yield Issue(where, str(problem), "Restore a backup", "error")
        return
    wrong = [name for name, value in again.items() if value != row[name]]
    if not claim.given:
        claim.__dict__.pop("key", None)
        wrong += ["id"] if claim.key != row["id"] else []
    if wrong:
        yield Issue(where, f"its {', '.join(wrong)} is not what its body gives", "Restore a backup", "error")


def _hash(row: Mapping[Any, Any]) -> str:
    content = [row["text"], row["title"], row["publisher"], row["published"], row["url"]]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _derived(connection: Connection) -> Iterator[Issue]:
    """Derived rows stand on claims: each names some that exist."""
    query = select(derived.c.shape, derived.c.ref, derived.c.body).where(
        derived.c.shape.in_(("line", "spell", "change"))
    )
    wanted: dict[str, str] = {}
    for row in connection.execute(query):
        body = json.loads(row.body)
        for id in (*body["claims"], *body["against"]):
            wanted.setdefault(id, f"{row.shape} {row.ref}")
    names = sorted(wanted)
    for i in range(0, len(names), 500):
        part = names[i : i + 500]
        there = set(connection.execute(select(claims.c.id).where(claims.c.id.in_(part))).scalars())
        for id in (n for n in part if n not in there):
            yield Issue(wanted[id], f"stands on claim {id}, which is not in the register", "Build again", "error")
