"""Claims of instruments: texts to which something is done or whose wording places them, each text and step once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds._phrases.modality import modality_of, only_aimed_at
from secretariat.kinds._phrases.moments import valid
from secretariat.kinds._phrases.page import Page, page_of
from secretariat.kinds.instrument.done import done_texts
from secretariat.kinds.instrument.text import Text
from secretariat.kinds.instrument.worded import worded_texts
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime


def find(reading: Reading) -> Iterator[Claim]:
    """All instruments of a document."""
    page = page_of(reading)
    texts = sorted([*done_texts(page), *worded_texts(page)], key=lambda t: (t.first, t.anchor))
    for text in joined(texts):
        if page.block(text.anchor).kind != "heading":
            yield _claim(page, text)


def joined(texts: list[Text]) -> list[Text]:
    """Each titled text and step once; the first telling is the evidence, later ones are mentions."""
    kept: list[Text] = []
    at: dict[tuple[str, str, str], list[int]] = {}
    done = {t.title.casefold() for t in texts if t.rule != "instrument.covering"}
    for text in texts:
        if text.rule == "instrument.covering" and text.title.casefold() in done:
            continue
        places = at.setdefault((text.title.casefold(), text.step, text.covers), [])
        same = next((n for n in places if text.title and _same_parties(kept[n], text)), -1)
        if same >= 0:
            kept[same] = _with_mention(kept[same], text)
            continue
        places.append(len(kept))
        kept.append(text)
    return kept


def _with_mention(known: Text, text: Text) -> Text:
    if (known.first, known.last) == (text.first, text.last):
        return known
    return replace(known, parties=known.parties or text.parties, mentions=(*known.mentions, (text.first, text.last)))


def _same_parties(a: Text, b: Text) -> bool:
    """Two memorandums of different states are two; a telling that names nobody may be of either."""
    return not a.parties or not b.parties or bool(set(a.parties) & set(b.parties))


def _claim(page: Page, text: Text) -> Claim:
    args = {name: getattr(text, name) for name in ("title", "type", "step", "event", "parties", "covers")}
    return page.reading.claim(
        "instrument",
        args,
        (text.first, text.last),
        at=text.anchor,
        rule=text.rule,
        modality=text.modality or _modality(page, text.anchor),
        time=_time(page, text),
        mentions=tuple(page.reading.evidence(a, b) for a, b in text.mentions),
    )


def _modality(page: Page, anchor: int) -> str:
    """ "submitted to be signed": what is only aimed at is planned."""
    return "planned" if only_aimed_at(page, anchor) else modality_of(page, anchor)


def _at_occasion(page: Page, text: Text) -> ValidTime | None:
    """What a meeting signs or adopts in the simple past, in a report of that meeting, it does on its day."""
    frame = page.reading.frame_at(text.anchor)
    if frame is None or text.step not in ("signed", "adopted", "issued") or frame.tense != "past":
        return None
    return page.reading.occasion(frame) and page.reading.moments.after_occasion(text.anchor)


def _time(page: Page, text: Text) -> ValidTime | None:
    """When it was done; a year inside the title or the period it covers is no date of the deed."""
    found = page.reading.time(text.anchor) or _at_occasion(page, text)
    edtf = (found.edtf or "") if found else ""
    if edtf.startswith("../") and text.step != "proposed":
        return None
    if not found or not text.covers:
        return found
    years = re.findall(r"\d{4}", found.text)
    of_period = bool(years) and all(y in text.covers for y in years) and len(edtf) != len("2000-01-01")
    if not of_period and found.text not in text.title:
        return found
    others = [t for t in page.reading.times_in(text.first, text.last) if t.edtf and t.type == "DATE"]
    days = [t for t in others if t.value[:4] not in text.covers or len(t.value) > len("2000")]
    return valid(page, days[0]) if days else None
