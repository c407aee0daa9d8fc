"""Forget a document: its words go for good, everywhere in the register; a tombstone stays."""

from __future__ import annotations

import json

from sqlalchemy import select, text, update

from secretariat.model.errors import UsageError
from secretariat.store import words
from secretariat.store.commit import Commit
from secretariat.store.rows import dump
from secretariat.store.tables import claims, documents, judgements, passages

_QUOTING = ("time", "attribution", "mentions")  # fields of an imported claim kept as they came, words and all


def forget(commit: Commit, number: int, reason: str) -> None:
    """Blank a document's text and title, its claims' words, its part of the index; keep hash, ranges and reason.

    Raises:
        UsageError: it is forgotten already.
    """
    row = commit.connection.execute(select(documents).where(documents.c.seq == number)).mappings().one()
    if row["forgotten"] is not None:
        raise UsageError(row["id"][:12], "is forgotten already")
    _unindex(commit, number, row["text"] or "")
    gone = {"text": None, "title": "", "forgotten": commit.seq, "reason": reason}
    commit.connection.execute(update(documents).where(documents.c.seq == number).values(**gone))
    for claim in list(
        commit.connection.execute(select(claims.c.seq, claims.c.body).where(claims.c.document == number))
    ):
        blank = {"words": None, "body": _without_words(claim.body)}
        commit.connection.execute(update(claims).where(claims.c.seq == claim.seq).values(**blank))
    _blank_judgements(commit, row["id"])
    commit.changed = True


def _unindex(commit: Commit, number: int, body: str) -> None:
    lite = commit.connection.dialect.name == "sqlite"
    for passage in list(commit.connection.execute(select(passages).where(passages.c.document == number))):
        if lite:
            query = "INSERT INTO words(words, rowid, folded) VALUES ('delete', :passage, :folded)"
            folded = words.indexed(body, passage.start, passage.end)
            commit.connection.execute(text(query), {"passage": passage.seq, "folded": folded})
        else:
            commit.connection.execute(text("DELETE FROM words WHERE passage = :passage"), {"passage": passage.seq})
    commit.connection.execute(passages.delete().where(passages.c.document == number))


def _without_words(body: str) -> str:
    value = json.loads(body)
    value["mentions"] = [[start, end, ""] for start, end, _ in value.get("mentions", ())]
    if value.get("time"):
        value["time"]["text"] = ""
    value["extra"] = {k: v for k, v in value.get("extra", {}).items() if k not in _QUOTING}
    return dump({name: found for name, found in value.items() if found or name == "score"})


def _blank_judgements(commit: Commit, id: str) -> None:
    """A judgement keeps the whole claim, and so its words."""
    for row in list(commit.connection.execute(select(judgements).where(judgements.c.document == id)).mappings()):
        blank = {name: _blank_packed(row[name]) for name in ("claim", "correction")}
        commit.connection.execute(update(judgements).where(judgements.c.seq == row["seq"]).values(**blank))


def _blank_packed(packed: str) -> str:
    if not packed:
        return ""
    value = json.loads(packed)
    return dump({**value, "words": "", "body": _without_words(value["body"])})
