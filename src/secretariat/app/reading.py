"""What the doors read beside the questions: documents, claims, organisations, search hits, as JSON of claims.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from secretariat.app.filters import Filters
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.names import parties
from secretariat.profiles import load_profiles
from secretariat.store import open_register
from secretariat.store.port import View as View


class Register(Protocol):
    """An open register: gives views at a point of record time and publication time."""

    def view(self, *, as_known: str | None = None, as_published: str | None = None) -> View:
        """The register at a point of record time and publication time."""
        ...

    def facts(self) -> Mapping[str, Any]:
        """Counts and versions for `status`."""
        ...


def open_for_reading(where: str) -> Any:
    """Open a register that exists, for any number of readers at once.

    Args:
        where: register file or `postgresql://` address.
    Returns:
        The register, a context manager with `view`, `facts` and `close`.
    Raises:
        RegisterError: it does not exist or is no register; nothing is created.
    """
    return open_register(where)


def view_of(register: Register, filters: Filters) -> View:
    """The view that the filters ask for."""
    return register.view(as_known=filters.as_known or None, as_published=filters.as_published or None)


def names_of_parties() -> dict[str, str]:
    """Name by id, of every party and every organisation with a profile."""
    return {p.id: p.label for p in load_profiles()} | {id: p.name for id, p in parties().items()}


def organisations_json(register: Register) -> list[dict[str, Any]]:
    """Organisations with a history: id, label, whether a profile describes it; those with a profile first."""
    labels = {profile.id: profile.label for profile in load_profiles()}
    found = sorted(register.view().organisations(), key=lambda id: (id not in labels, id))
    return [{"id": id, "label": labels.get(id, id), "profile": id in labels} for id in found]


def documents_json(register: Register, filters: Filters) -> list[dict[str, Any]]:
    """All documents without their texts, ordered by label."""
    view = view_of(register, filters)
    return [_head(view, document) for document in view.documents()]


def document_json(register: Register, words: str) -> dict[str, Any]:
    """One document with its text. Raises NotFound."""
    view = register.view()
    document = view.find_document(words)
    return {**_head(view, document), "text": document.text}


def _head(view: View, document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "document": view.label(document.id),
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "language": document.language,
        "media_type": document.media_type,
        "characters": len(document.text),
        "recorded_at": view.recorded_at(document.id),
    }


def claims_json(register: Register, filters: Filters, *, kind: str = "", document: str = "") -> list[dict[str, Any]]:
    """Claims in the form of claims.md, ordered by document and place."""
    view = view_of(register, filters)
    documents = [view.find_document(document).id] if document else None
    found: Iterator[Claim] = view.claims(kinds=(kind,) if kind else (), documents=documents)
    return [claim.to_json(view.label(claim.document)) for claim in found]


def claim_json(register: Register, id: str) -> dict[str, Any]:
    """One claim. Raises NotFound."""
    view = register.view()
    claim = view.claim(id)  # type: ignore[arg-type]
    return {**claim.to_json(view.label(claim.document)), "rule": claim.rule, "score": claim.score}


def found_json(register: Register, words: str, filters: Filters) -> dict[str, Any]:
    """Search hits, each with its sentence: {"words", "hits": [{"document", "start", "end", "text", "words"}]}."""
    view = view_of(register, filters)
    hits = []
    for hit in view.search(words):
        text = view.document(hit.document).text
        hits.append(
            {
                "document": view.label(hit.document),
                "start": hit.start,
                "end": hit.end,
                "text": text[hit.start : hit.end],
                "words": [list(range_) for range_ in hit.words],
            }
        )
    return {"words": words, "hits": hits}
