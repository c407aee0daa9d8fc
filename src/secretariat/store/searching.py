"""Full-text search: the database finds stretches, the hit is shown in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import column, select, table, text

from secretariat.model.document import DocumentId
from secretariat.model.errors import UsageError
from secretariat.store.naming import Place
from secretariat.store.scope import Scope
from secretariat.store.tables import documents, passages
from secretariat.store.values import Hit
from secretariat.store.words import Term, occurrences, sentences, terms, tokens

_INDEX = table("words", column("rowid"), column("passage"))
_MOST = 2000  # stretches looked at: the newest publications that hold the words


def search(scope: Scope, query: str) -> Iterator[tuple[int, Hit]]:
    """Hits with the number of their document, newest publication first; one sentence a hit.

    Raises:
        UsageError: nothing to search for.
    """
    wanted = terms(query)
    if not wanted:
        raise UsageError("search", "there are no words to search for", 'Write words, "a phrase" or a beginning*')
    for row in _stretches(scope, wanted):
        yield from ((row["number"], hit) for hit in _hits(row, wanted))


def _stretches(scope: Scope, wanted: tuple[Term, ...]) -> list[dict[str, Any]]:
    lite = scope.backend.dialect == "sqlite"
    key = _INDEX.c.rowid if lite else _INDEX.c.passage
    match = text("words MATCH :asked" if lite else "folded @@ to_tsquery('simple', :asked)")
    columns = (documents.c.seq.label("number"), documents.c.id, documents.c.text, passages.c.start, passages.c.end)
    query = (
        select(*columns)
        .select_from(
            _INDEX.join(passages, passages.c.seq == key).join(documents, documents.c.seq == passages.c.document)
        )
        .where(match, scope.documents)
        .order_by(documents.c.published_first.desc().nulls_last(), documents.c.id, passages.c.start)
        .limit(_MOST)
    )
    asked = " AND ".join(map(_fts5, wanted)) if lite else " & ".join(map(_tsquery, wanted))
    with scope.read() as connection:
        return [dict(row) for row in connection.execute(query, {"asked": asked}).mappings()]


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _tsquery(term: Term) -> str:
    ends = ":*" if term.prefix else ""
    return "(" + " <-> ".join(f"'{word}'" for word in term.words) + ends + ")"


def _hits(row: dict[str, Any], wanted: tuple[Term, ...]) -> list[Hit]:
    """The sentences that hold most of what was asked for."""
    body, found = row["text"], []
    for start, end in sentences(body, row["start"], row["end"]):
        words = list(tokens(body, start, end))
        places = [occurrences(term, words) for term in wanted]
        share = sum(map(bool, places))
        if share:
            ranges = tuple(sorted({place for some in places for place in some}))
            found.append((share, Hit(DocumentId(row["id"]), start, end, ranges)))
    best = max((share for share, _ in found), default=0)
    return [hit for share, hit in found if share == best]


def ordered(hits: list[tuple[int, Hit]], places: dict[int, Place]) -> list[Hit]:
    """Hits by publication, newest first, then by label and place in the text."""
    by_label = sorted(hits, key=lambda h: (places[h[0]].label, h[1].start))
    return [hit for _, hit in sorted(by_label, key=lambda h: places[h[0]].published, reverse=True)]
