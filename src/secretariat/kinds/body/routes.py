"""Railways, pipelines and other lines: from where, over what, to where."""

from __future__ import annotations

import re

from secretariat.kinds._phrases.nouns import JOINTS, Phrase, capital
from secretariat.kinds._phrases.page import Page

_PLACE = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_FROM_TO = re.compile(rf"\bfrom (?:the )?({_PLACE}) to (?:the )?({_PLACE})(?: (?:via|through) (?:the )?({_PLACE}))?")


def route_of(page: Page, phrase: Phrase) -> tuple[tuple[str, str], ...]:
    """`from`, `to` and `via` that a name like "Baku-Tbilisi-Kars railway" or a phrase "from A to B via C" gives."""
    text = page.reading.phrase(phrase.first, min(phrase.last + 10, page.sentence(phrase.head)[1]))
    told = _FROM_TO.search(text)
    if told:
        return tuple((k, v) for k, v in zip(("from", "to", "via"), told.groups(), strict=True) if v)
    stops = _stops(page, phrase)
    if len(stops) < 2:
        return ()
    via = (("via", ", ".join(stops[1:-1])),) if len(stops) > 2 else ()
    return (("from", stops[0]), ("to", stops[-1]), *via)


def _stops(page: Page, phrase: Phrase) -> list[str]:
    """Places joined by hyphens at the head of a name, each a known name or one capitalised word."""
    stops: list[str] = []
    i = phrase.first
    while i < phrase.head and capital(page, i) and page.tags[i][:2] in {"NN", "JJ"}:
        known = page.name_at.get(i)
        last = known.last if known and known.first == i and known.last <= phrase.head else i + 1
        stops.append(page.reading.phrase(i, last))
        if page.word(last) not in JOINTS or page.word(last) == "&":
            break
        i = last + 1
    return stops
