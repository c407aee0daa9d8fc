"""Claims for the tests of `link`, built from a line each."""

from __future__ import annotations

from typing import Any

from secretariat.model.claim import Attribution, Claim
from secretariat.model.document import Document, DocumentId
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime


def claim(
    document: str, kind: str, at: int = 0, *, time: str = "", by: str = "", modality: str = "asserted", **args: Any
) -> Claim:
    """A claim of a document; `at` tells claims of one document apart."""
    return Claim(
        kind=kind,
        document=DocumentId(document),
        evidence=Evidence(at, at + 4, "text"),
        args=args,
        time=ValidTime(time, time) if time else None,
        attribution=Attribution(by, "said") if by else None,
        modality=modality,
    )


def document(text: str, label: str) -> Document:
    """A document with a text."""
    return Document(text, label)
