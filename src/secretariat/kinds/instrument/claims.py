"""Claims of instruments, each text and step once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds._phrases.moments import valid
from secretariat.kinds._phrases.page import Page, page_of
from secretariat.kinds.instrument.find import Text, instruments
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime


def find(reading: Reading) -> Iterator[Claim]:
    """All instruments of a document."""
    page = page_of(reading)
    for text in joined(instruments(page)):
        if page.block(text.anchor).kind != "heading":
            yield _claim(reading, page, text)


def joined(texts: list[Text]) -> list[Text]:
    """Each titled text and step once; the first telling is the evidence, later ones are mentions."""
    kept: list[Text] = []
    at: dict[tuple[str, str, str], list[int]] = {}
    for text in texts:
        key = (text.title.casefold(), text.step, text.covers)
        same = [n for n in at.get(key, []) if text.title and _same_parties(kept[n], text)]
        if same:
            known = kept[same[0]]
            if (known.first, known.last) != (text.first, text.last):
                parties = known.parties or text.parties
                kept[same[0]] = replace(known, parties=parties, mentions=(*known.mentions, (text.first, text.last)))
            continue
        at.setdefault(key, []).append(len(kept))
        kept.append(text)
    return kept


def _same_parties(a: Text, b: Text) -> bool:
    """Two memorandums of different states are two; a telling that names nobody may be of either."""
    return not a.parties or not b.parties or bool(set(a.parties) & set(b.parties))


def _claim(reading: Reading, page: Page, text: Text) -> Claim:
    frame = reading.frame_at(text.anchor)
    args = {
        "title": text.title,
        "type": text.type,
        "step": text.step,
        "event": text.event,
        "parties": text.parties,
        "covers": text.covers,
    }
    return reading.claim(
        "instrument", args, (text.first, text.last), at=text.anchor, rule=text.rule,
        modality=text.modality or (frame.modality if frame else "asserted"), time=_time(page, text),
        mentions=tuple(reading.evidence(a, b) for a, b in text.mentions),
    )  # fmt: skip


def _time(page: Page, text: Text) -> ValidTime | None:
    """When it was done; a year inside the title or the period it covers is no date of the deed."""
    found = page.reading.time(text.anchor)
    if not found or not text.covers:
        return found
    years = re.findall(r"\d{4}", found.text)
    inside = found.text in text.title or (
        years and all(y in text.covers for y in years) and len(found.edtf or "") != 10
    )
    if not inside:
        return found
    others = [t for t in page.reading.times_in(text.first, text.last) if t.edtf and t.type == "DATE"]
    outside = [t for t in others if t.value[:4] not in text.covers or len(t.value) > 4]
    return valid(page, outside[0]) if outside else None
