"""Railways, pipelines and other lines: from where, over what, to where."""

from __future__ import annotations

import re

from secretariat.kinds._phrases.nouns import Phrase
from secretariat.kinds._phrases.page import Page

_ENDS = re.compile(r"((?:[A-Z][\w’'.]*(?: [A-Z][\w’'.]*)?)(?:\s*[-–—]\s*(?:[A-Z][\w’'.]*(?: [A-Z][\w’'.]*)?))+)")
_FROM_TO = re.compile(r"\bfrom ([A-Z][\w’' -]*?) (?:to|and) ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)(?: via ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*))?")


def route_of(page: Page, phrase: Phrase) -> tuple[tuple[str, str], ...]:
    """`from`, `to` and `via` that a name like "China-Kyrgyzstan-Uzbekistan railway" or a phrase "from A to B" gives."""
    text = page.reading.phrase(phrase.first, min(phrase.last + 10, page.sentence(phrase.head)[1]))
    told = _FROM_TO.search(text)
    if told:
        return tuple((k, v) for k, v in zip(("from", "to", "via"), told.groups(), strict=True) if v)
    name = page.reading.phrase(phrase.first, phrase.head)
    found = _ENDS.match(name)
    stops = [s.strip() for s in re.split(r"[-–—]", found[1])] if found else []
    if len(stops) < 2 or not all(stops):
        return ()
    via = (("via", ", ".join(stops[1:-1])),) if len(stops) > 2 else ()
    return (("from", stops[0]), ("to", stops[-1]), *via)
