"""Claims of bodies: institutions, programmes, projects and lines that are founded, opened, marked, ended or cited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from secretariat.frame import Reading
from secretariat.kinds._phrases.moments import point
from secretariat.kinds._phrases.page import page_of
from secretariat.kinds.body.anniversaries import anniversaries
from secretariat.kinds.body.existing import existing
from secretariat.kinds.body.founded import founded
from secretariat.kinds.body.institution import Body, joined
from secretariat.kinds.body.lines import lines
from secretariat.kinds.body.listed import listed
from secretariat.kinds.body.working import working
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime

RULES = (founded, anniversaries, existing, listed, working, lines)
LAWS = (["Act"], ["Law"], ["Bill"])  # a law's name ends so; a law is an instrument, whatever founds beside it
ARGUMENTS = ("name", "type", "step", "years", "place", "parent", "predecessor")


def find(reading: Reading) -> Iterator[Claim]:
    """All bodies of a document."""
    page = page_of(reading)
    for body in joined([body for rule in RULES for body in rule(page)]):
        if page.block(body.anchor).kind != "heading" and body.name.split()[-1:] not in LAWS:
            yield _claim(reading, body)


def _claim(reading: Reading, body: Body) -> Claim:
    args: dict[str, Any] = {name: getattr(body, name) for name in ARGUMENTS}
    args["founder"] = body.founder[0] if len(body.founder) == 1 else body.founder
    return reading.claim(
        "body",
        args | dict(body.route),
        (body.first, body.last),
        at=body.anchor,
        rule=body.rule,
        modality=body.modality,
        time=_time(reading, body),
        mentions=tuple(reading.evidence(a, b) for a, b in body.mentions),
    )


def _time(reading: Reading, body: Body) -> ValidTime | None:
    """When it was founded, opened or marked; a standing fact has no time, and only what operates lasts since a day."""
    if body.step == "exists" and not body.dated:
        return None
    found = reading.time(body.anchor)
    return point(found) if found and body.step not in {"operating", "exists"} else found
