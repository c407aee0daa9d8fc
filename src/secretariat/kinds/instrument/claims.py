"""Claims of instruments, each text and step once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds._phrases.page import page_of
from secretariat.kinds.instrument.find import Text, instruments
from secretariat.model.claim import Claim


def find(reading: Reading) -> Iterator[Claim]:
    """All instruments of a document."""
    page = page_of(reading)
    for text in joined(instruments(page)):
        if page.block(text.anchor).kind != "heading":
            yield _claim(reading, text)


def joined(texts: list[Text]) -> list[Text]:
    """Each titled text and step once; the first telling is the evidence, later ones are mentions."""
    kept: list[Text] = []
    at: dict[tuple[str, str], int] = {}
    for text in texts:
        key = (text.title.casefold(), text.step)
        if text.title and key in at:
            known = kept[at[key]]
            if (known.first, known.last) != (text.first, text.last):
                kept[at[key]] = replace(known, mentions=(*known.mentions, (text.first, text.last)))
            continue
        at[key] = len(kept)
        kept.append(text)
    return kept


def _claim(reading: Reading, text: Text) -> Claim:
    frame = reading.frame_at(text.anchor)
    args = {"title": text.title, "type": text.type, "step": text.step, "event": text.event, "parties": text.parties, "covers": text.covers}
    return reading.claim(
        "instrument", args, (text.first, text.last), at=text.anchor, rule=text.rule,
        modality=text.modality or (frame.modality if frame else "asserted"),
        mentions=tuple(reading.evidence(a, b) for a, b in text.mentions),
    )  # fmt: skip
