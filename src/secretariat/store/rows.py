"""Values to rows and back. A claim's row holds what queries filter by in columns and the rest as JSON in `body`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from secretariat.model.claim import Attribution, Claim, thaw
from secretariat.model.document import Document, DocumentId
from secretariat.model.errors import EvidenceMismatch
from secretariat.model.evidence import Evidence
from secretariat.model.time import Edtf, ValidTime


def dump(value: Any) -> str:
    """Compact JSON that keeps the order of its keys."""
    return _COMPACT.encode(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def check_claim(claim: Claim, document: Document) -> None:
    """Refuse a claim whose words are not exactly the document's.

    Raises:
        EvidenceMismatch: wrong document, words that differ from their slice, a range outside the text, no EDTF.
    """
    where = f"{document.label or document.id[:12]}: claim {claim.given or claim.kind} {claim.evidence.span[:]}"
    if claim.document != document.id:
        raise EvidenceMismatch(
            where, f"belongs to another document ({claim.document[:12]})", "Give it its own document"
        )
    for words in (claim.evidence, *claim.mentions):
        if not words.matches(document.text):
            raise EvidenceMismatch(
                where,
                f"the words {words.text[:60]!r} are not at {words.start}-{words.end}",
                "Nothing of this batch was written",
            )
    for name in ("content", "continuation", "cue"):
        _check_ranges(claim, name, len(document.text), where)
    _bounds(claim, where)


def _check_ranges(claim: Claim, name: str, length: int, where: str) -> None:
    if claim.kind != "statement":
        return
    for pair in claim.many(name):
        if not (isinstance(pair, tuple) and len(pair) == 2 and 0 <= pair[0] < pair[1] <= length):
            raise EvidenceMismatch(
                where,
                f"the range {thaw(pair)!r} of {name!r} lies outside the text",
                "Nothing of this batch was written",
            )


def _bounds(claim: Claim, where: str = "") -> tuple[str | None, str | None]:
    if claim.time is None or not claim.time.edtf:
        return None, None
    try:
        value = Edtf.parse(claim.time.edtf)
    except ValueError as wrong:
        raise EvidenceMismatch(where, f"its time is wrong: {wrong}", "Write EDTF (ISO 8601-2)") from wrong
    return value.first, value.last


def published_bounds(text: str) -> tuple[str | None, str | None]:
    """First and last day that a date of publication admits; None where it is unknown or no EDTF."""
    try:
        value = Edtf.parse(text)
    except ValueError:
        return None, None
    return value.first, value.last


def document_row(document: Document) -> dict[str, Any]:
    """Columns of `documents` that come from the document itself."""
    first, last = published_bounds(document.published)
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "published_first": first,
        "published_last": last,
        "url": document.url,
        "language": document.language,
        "media_type": document.media_type,
        "text": document.text,
        "length": len(document.text),
    }


def to_document(row: Mapping[Any, Any], label: str, path: str) -> Document:
    """A document from its row; its id is the stored one, also where its words are forgotten."""
    names = ("title", "publisher", "published", "url", "language", "media_type")
    document = Document(text=row["text"] or "", label=label, path=path, **{n: row[n] for n in names})
    document.__dict__["id"] = DocumentId(row["id"])
    return document


def claim_row(claim: Claim) -> dict[str, Any]:
    """Columns of `claims` that come from the claim itself."""
    first, last = _bounds(claim)
    organisation = claim.args.get("organisation")
    return {
        "id": claim.id,
        "kind": claim.kind,
        "organisation": organisation if isinstance(organisation, str) else "",
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "first": first,
        "last": last,
        "words": claim.evidence.text,
        "body": claim_body(claim),
    }


def claim_body(claim: Claim) -> str:
    """Everything of a claim that has no column of its own, as JSON without empty parts."""
    body = {
        "args": thaw(claim.args),
        "modality": claim.modality,
        "time": claim.time.to_json() if claim.time else None,
        "by": claim.attribution.to_json() if claim.attribution else None,
        "mentions": [[m.start, m.end, m.text] for m in claim.mentions],
        "rule": claim.rule,
        "score": claim.score,
        "alternatives": thaw(claim.alternatives),
        "given": claim.given,
        "extra": thaw(claim.extra),
    }
    return dump({name: value for name, value in body.items() if value or name == "score"})


def to_claim(row: Mapping[Any, Any]) -> Claim:
    """A claim from its row; `row["document_id"]` is the id of its document."""
    body = json.loads(row["body"])
    by, time = body.get("by"), body.get("time")
    claim = Claim(
        kind=row["kind"],
        document=DocumentId(row["document_id"]),
        evidence=Evidence(row["start"], row["end"], row["words"] or ""),
        args=body.get("args", {}),
        mentions=tuple(Evidence(*m) for m in body.get("mentions", ())),
        attribution=Attribution.from_json(by) if by else None,
        modality=body.get("modality", ""),
        time=ValidTime.from_json(time) if time else None,
        rule=body.get("rule", ""),
        score=body["score"],
        alternatives=body.get("alternatives", {}),
        given=body.get("given", ""),
        extra=body.get("extra", {}),
    )
    if not claim.given:
        claim.__dict__["key"] = row["id"]
    return claim


def pack_claim(claim: Claim) -> str:
    """A whole claim as JSON, for a judgement that must outlive the claim's row."""
    return dump({**claim_row(claim), "document_id": claim.document})


def unpack_claim(text: str) -> Claim | None:
    """The claim that `pack_claim` wrote; None for an empty text."""
    return to_claim(json.loads(text)) if text else None
