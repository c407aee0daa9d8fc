"""The page of one document: its text with the claims in place."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from secretariat.app.reading import Register, View
from secretariat.model.document import DocumentId
from secretariat.web.highlight import stretches
from secretariat.web.render import page


def document_page(request: Request, register: Register, label: str, at: str) -> Response:
    """The document called `label`, the range `at` ("120-245") set off."""
    view = register.view()
    document = view.find_document(label)
    claims = list(view.claims(documents=[document.id], superseded=True))
    first, _, last = at.partition("-")
    range_ = (int(first), int(last)) if last else None
    copied = _copied(view, document.id)
    cut = stretches(document.text, claims, copied=[(a, b) for a, b, _ in copied], at=range_)
    return page(
        request,
        "document.html",
        document=document,
        label=view.label(document.id),
        claims=claims,
        stretches=cut,
        copied=copied,
        at=at,
        superseded=view.is_superseded(document.id),
    )


def _copied(view: View, id: DocumentId) -> list[tuple[int, int, tuple[str, ...]]]:
    """Passages of this document that others have too: range and the labels of the others."""
    out = []
    for witness in view.witnesses():
        here = [p for p in witness.passages if p.document == id]
        others = tuple(sorted({view.label(p.document) for p in witness.passages if p.document != id}))
        out += [(p.start, p.end, others) for p in here]
    return out
