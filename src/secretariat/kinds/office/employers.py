"""Where a title parts into the office and the organisation that it names."""

from __future__ import annotations

import re

from secretariat.frame import Mention, Reading
from secretariat.frame.mentions import ORGANISATION_NOUNS

LINKS = frozenset({"of", "for", "to", "at", "on", "in", "from"})
"""What may join an office to its organisation."""
EMPLOYERS = ORGANISATION_NOUNS | frozenset(
    "university ministry department office school college company foundation embassy academy corporation "
    "government house board mission bureau "
    """team group hospital museum society church authority service chamber directorate faculty mosque party
        congress senate firm think newspaper""".split()
)
"""Nouns of bodies that people work for."""


def parted(reading: Reading, start: int, head: int, last: int, body: Mention | None) -> tuple[str, str]:
    """Office and organisation of a title: what follows the last "of" or "at" is the organisation where it names one."""
    p = reading.parsed
    if last <= head + 1:
        return reading.phrase(start, head + 1), ""
    if body is not None:
        link = next((t for t in range(body.first - 1, head, -1) if p.word(t).lower() in LINKS), None)
        if link is not None and all(
            p.word(t).lower() in ("the", "of") or p.word(t)[:1].isupper() for t in range(link + 1, body.first)
        ):
            if p.word(link).lower() == "to":
                return reading.phrase(start, last), body.arg
            for_what = (
                " " + reading.phrase(body.last, last)
                if last > body.last and p.word(body.last).lower() in ("for", "on")
                else ""
            )
            return reading.phrase(start, link) + for_what, body.arg
    link = next((t for t in range(head + 1, last) if p.word(t).lower() in ("of", "at")), None)
    if link is None:
        return reading.phrase(start, last), ""
    named = reading.phrase(link + 1, last)
    if not EMPLOYERS & set(re.findall(r"[^\W_]+", named.lower())):
        return reading.phrase(start, last), ""
    if re.match(
        r"(?:State|Foreign Affairs|Defen[cs]e|Commerce|Energy|Finance|Homeland|Interior|Education|Health|Justice|Trade"
        r"|Economy|Transport|Agriculture|Labou?r|Culture|War|the Treasury|Treasury|Government|Parliament)\b",
        named,
    ):
        return reading.phrase(start, last), ""
    return reading.phrase(start, link), named
