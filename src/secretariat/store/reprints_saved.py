"""Saved groups of copied passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, func, or_, select, update

from secretariat.model.document import DocumentId
from secretariat.model.witness import Passage, Witness
from secretariat.store.appending import chunks
from secretariat.store.commit import Commit
from secretariat.store.scope import Scope
from secretariat.store.tables import derivations, documents, witnesses


def save(commit: Commit, found: Sequence[Witness], seen: int) -> None:
    """Replace the groups; those that stay as they are keep their rows."""
    old: dict[str, list[int]] = defaultdict(list)
    for row in commit.connection.execute(select(witnesses.c.id, witnesses.c.seq).where(witnesses.c.retired.is_(None))):
        old[row.id].append(row.seq)
    fresh = [w for w in found if w.id not in old]
    gone = set(old) - {w.id for w in found}
    _retire(commit, [seq for id in gone for seq in old[id]])
    numbers = _numbers(commit.connection, sorted({p.document for w in fresh for p in w.passages}))
    rows = []
    for witness in fresh:
        for position, passage in enumerate(witness.passages):
            place = {
                "document": numbers[passage.document],
                "start": passage.start,
                "end": passage.end,
                "position": position,
            }
            common = {
                "id": witness.id,
                "similarity": witness.similarity,
                "seen": seen,
                "added": commit.seq,
                "retired": None,
            }
            rows.append({**place, **common, "seq": commit.number(witnesses)})
    commit.put(witnesses, rows)
    number = commit.number(derivations)
    mark = {"seq": number, "chain": number, "organisation": "", "published": "", "seen": seen, "added": commit.seq}
    commit.put(derivations, [{**mark, "rules": "", "profiles": ""}])


def current(connection: Connection) -> bool:
    """True where no document came or went since the groups were saved (noted as a derivation of no organisation)."""
    done = connection.execute(select(func.max(derivations.c.seen)).where(derivations.c.organisation == "")).scalar()
    came, went = connection.execute(select(func.max(documents.c.added), func.max(documents.c.forgotten))).one()
    return max(came or 0, went or 0) <= (done or 0)


def load(connection: Connection, scope: Scope) -> tuple[Witness, ...]:
    """Groups as of a scope; passages of documents outside it are left out, and groups of one document with them."""
    query = (
        select(witnesses, documents.c.id.label("document_id"))
        .join_from(witnesses, documents, witnesses.c.document == documents.c.seq)
        .where(scope.documents, witnesses.c.added <= scope.commit)
        .where(or_(witnesses.c.retired.is_(None), witnesses.c.retired > scope.commit))
        .order_by(witnesses.c.id, witnesses.c.position)
    )
    groups: dict[str, list[Passage]] = defaultdict(list)
    similarity: dict[str, float] = {}
    for row in connection.execute(query).mappings():
        groups[row["id"]].append(Passage(DocumentId(row["document_id"]), row["start"], row["end"]))
        similarity[row["id"]] = row["similarity"]
    return tuple(
        Witness(id, tuple(found), similarity[id])
        for id, found in groups.items()
        if len({p.document for p in found}) > 1
    )


def _retire(commit: Commit, numbers: Sequence[int]) -> None:
    for part in chunks(sorted(numbers)):
        commit.changed = True
        commit.connection.execute(update(witnesses).where(witnesses.c.seq.in_(part)).values(retired=commit.seq))


def _numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in chunks(ids):
        rows = connection.execute(select(documents.c.id, documents.c.seq).where(documents.c.id.in_(part)))
        found.update((row.id, row.seq) for row in rows)
    return found
