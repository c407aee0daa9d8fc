"""Claims of bodies: institutions, programmes, projects and infrastructure that are founded, opened, marked, ended or cited."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds._phrases.page import page_of
from secretariat.kinds.body.anniversaries import anniversaries
from secretariat.kinds.body.existing import existing
from secretariat.kinds.body.founded import founded
from secretariat.kinds.body.institution import Body, joined
from secretariat.model.claim import Claim


def find(reading: Reading) -> Iterator[Claim]:
    """All bodies of a document."""
    page = page_of(reading)
    for body in joined([*founded(page), *anniversaries(page), *existing(page)]):
        if page.block(body.anchor).kind != "heading":
            yield _claim(reading, body)


def _claim(reading: Reading, body: Body) -> Claim:
    args = {
        "name": body.name, "type": body.type, "step": body.step, "years": body.years, "place": body.place,
        "founder": body.founder if len(body.founder) != 1 else body.founder[0], "parent": body.parent, "predecessor": body.predecessor,
        **dict(body.route),
    }  # fmt: skip
    return reading.claim(
        "body", args, (body.first, body.last), at=body.anchor, rule=body.rule, modality=body.modality,
        time=None if body.step == "exists" and not body.dated else "auto",
        mentions=tuple(reading.evidence(a, b) for a, b in body.mentions),
    )  # fmt: skip
