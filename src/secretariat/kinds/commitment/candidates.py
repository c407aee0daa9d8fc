"""All candidates of a document. Nothing is decided here about whether a careful reader would sign: that is `judge`."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds.commitment import acts, bullets, nouns, promises
from secretariat.kinds.commitment.candidate import Candidate

__all__ = ["Candidate", "candidates"]
SILENT = ("heading", "furniture", "caption", "dateline")


def candidates(reading: Reading) -> Iterator[Candidate]:
    """All candidates of a document, in the order of their triggers."""
    seen: set[tuple[int, int]] = set()
    for found in sorted(_all(reading), key=lambda c: (c.trigger, c.verb)):
        if (found.verb, found.last) not in seen and found.last > found.first:
            seen.add((found.verb, found.last))
            yield found


def _all(reading: Reading) -> Iterator[Candidate]:
    for frame in reading.frames:
        if frame.form != "nominal" and reading.block(frame.token).kind not in SILENT:
            yield from acts.by_verb(reading, frame)
            yield from promises.performative(reading, frame)
    for first, last, block in reading.sentences():
        if block.kind in SILENT:
            continue
        yield from promises.ready(reading, first, last)
        yield from nouns.by_noun(reading, first, last)
        if block.lead_in is not None:
            yield from bullets.bullet(reading, first, last)
