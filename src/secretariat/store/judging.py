"""Judgements: recorded for ever, undone by further ones, re-attached to claims after a re-extraction."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from secretariat.model.claim import Claim, ClaimId, canonical
from secretariat.model.errors import NotFound, UsageError
from secretariat.model.judgement import VERDICTS, Judgement
from secretariat.store.commit import Commit
from secretariat.store.rows import pack_claim, unpack_claim
from secretariat.store.tables import claims, commits, documents, judgements
from secretariat.store.values import Attached


def complete(judgement: Judgement) -> None:
    """Refuse a judgement that lacks something.

    Raises:
        UsageError: an unknown verdict, no author, or nothing that it is about.
    """
    if judgement.verdict not in VERDICTS:
        raise UsageError("judgement", f"{judgement.verdict!r} is no verdict", f"Use one of {', '.join(VERDICTS)}")
    if not judgement.author.strip():
        raise UsageError("judgement", "has no author", "Name one with --author")
    needs: dict[str, Any] = {
        "accept": judgement.claim,
        "reject": judgement.claim,
        "correct": judgement.claim and judgement.correction,
        "settle": judgement.conflict and judgement.reading,
        "undo": judgement.undoes,
    }
    if not needs[judgement.verdict]:
        raise UsageError("judgement", f"a verdict {judgement.verdict!r} lacks what it is about")


def record(commit: Commit, judgement: Judgement) -> str:
    """Write a judgement; returns its id."""
    number = commit.number(judgements)
    said = [
        number,
        judgement.verdict,
        judgement.author,
        judgement.claim and pack_claim(judgement.claim),
        judgement.conflict,
    ]
    name = hashlib.sha256(canonical([*said, judgement.undoes, judgement.reading]).encode()).hexdigest()[:12]
    commit.put(judgements, [{**_row(judgement), "seq": number, "id": name, "added": commit.seq}])
    return name


def undone(commit: Commit, judgement: Judgement) -> Judgement:
    """The judgement that an undo takes back.

    Raises:
        NotFound: there is none with this id. UsageError: it is undone already.
    """
    every = _all(commit.connection, commit.seq)
    found = next((j for j in every if j.id == judgement.undoes), None)
    if found is None:
        raise NotFound(judgement.undoes, "there is no such judgement", "See `secretariat judge list`")
    if found.id in {j.undoes for j in every}:
        raise UsageError(found.id, "is undone already")
    return found


def retire_correction(commit: Commit, judgement: Judgement, number: int) -> None:
    """Take back the claim that came with a correction."""
    if judgement.correction is None:
        return
    mine = (claims.c.document == number, claims.c.origin == f"hand:{judgement.author}", claims.c.retired.is_(None))
    query = update(claims).where(*mine, claims.c.id == judgement.correction.id).values(retired=commit.seq)
    commit.connection.execute(query)


def history(connection: Connection, commit: int) -> tuple[Judgement, ...]:
    """Every judgement up to a commit, in order."""
    return tuple(_all(connection, commit))


def in_force(every: Sequence[Judgement]) -> list[Judgement]:
    """Judgements that are not undone; of one author on one thing the last."""
    taken_back = {j.undoes for j in every if j.verdict == "undo"}
    last: dict[tuple[str, bool, str], Judgement] = {}
    for judgement in every:
        if judgement.verdict != "undo" and judgement.id not in taken_back:
            last.pop(_about(judgement), None)
            last[_about(judgement)] = judgement
    return list(last.values())


def attach(connection: Connection, standing: Iterable[Judgement], commit: int) -> tuple[Attached, ...]:
    """Find for each judgement the claim it now applies to: the same id, else the same kind, range and arguments."""
    found = []
    for judgement in standing:
        claim = judgement.claim
        found.append(Attached(judgement, _current(connection, claim, commit) if claim else None))
    return tuple(found)


def verdicts(attached: Sequence[Attached]) -> Mapping[ClaimId, Judgement]:
    """The judgement that decides about each claim: an adjudication, else what all its judges agree on."""
    by_claim: dict[ClaimId, list[Judgement]] = defaultdict(list)
    for one in attached:
        if one.claim is not None:
            by_claim[one.claim].append(one.judgement)
    found = {}
    for claim, given in by_claim.items():
        deciding = [j for j in given if j.adjudicates] or given
        if deciding[-1].adjudicates or len({j.verdict == "accept" for j in deciding}) == 1:
            found[claim] = deciding[-1]
    return found


def _row(judgement: Judgement) -> dict[str, Any]:
    return {
        "verdict": judgement.verdict,
        "author": judgement.author,
        "reason": judgement.reason,
        "document": judgement.claim.document if judgement.claim else "",
        "claim": pack_claim(judgement.claim) if judgement.claim else "",
        "correction": pack_claim(judgement.correction) if judgement.correction else "",
        "conflict": judgement.conflict,
        "reading": judgement.reading,
        "undoes": judgement.undoes,
        "adjudicates": int(judgement.adjudicates),
    }


def _all(connection: Connection, commit: int) -> list[Judgement]:
    query = (
        select(judgements, commits.c.recorded_at)
        .join_from(judgements, commits, judgements.c.added == commits.c.seq)
        .where(judgements.c.added <= commit)
        .order_by(judgements.c.seq)
    )
    names = ("verdict", "author", "reason", "conflict", "reading", "undoes", "id", "recorded_at")
    return [
        Judgement(
            **{name: row[name] for name in names},
            claim=unpack_claim(row["claim"]),
            correction=unpack_claim(row["correction"]),
            adjudicates=bool(row["adjudicates"]),
        )
        for row in connection.execute(query).mappings()
    ]


def _about(judgement: Judgement) -> tuple[str, bool, str]:
    claim = judgement.claim
    about = judgement.conflict or (
        f"{claim.document} {claim.kind} {claim.evidence.span} {canonical(claim.args)}" if claim else ""
    )
    return judgement.author, judgement.adjudicates, about


def _current(connection: Connection, claim: Claim, commit: int) -> ClaimId | None:
    same_place = (
        documents.c.id == claim.document,
        claims.c.kind == claim.kind,
        claims.c.start == claim.evidence.start,
        claims.c.end == claim.evidence.end,
        claims.c.added <= commit,
        claims.c.retired.is_(None) | (claims.c.retired > commit),
    )
    query = select(claims.c.id, claims.c.body).join_from(claims, documents, claims.c.document == documents.c.seq)
    rows = list(connection.execute(query.where(*same_place).order_by(claims.c.id)))
    if any(row.id == claim.id for row in rows):
        return claim.id
    wanted = canonical(claim.args)
    return next((ClaimId(r.id) for r in rows if canonical(_args(r.body)) == wanted), None)


def _args(body: str) -> Any:
    return json.loads(body).get("args", {})
