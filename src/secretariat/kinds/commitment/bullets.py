"""Bullets: verb phrases without a subject under a lead-in that binds one ("The United States will:")."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidate import Candidate
from secretariat.kinds.commitment.objects import agent_of, shortened


def bullet(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """A verbless subject under "The United States will:": the lead-in gives actor and operator."""
    parsed = reading.parsed
    start = next((i for i in range(first, last) if parsed.pos[i] not in ("PUNCT", "ADV", "SYM", "SPACE")), last)
    if (
        start >= last
        or start != _opening(reading, first)
        or parsed.tags[start] not in ("VB", "VBG", "VBP", "NN", "NNP")
    ):
        return
    if parsed.tags[start] in ("NN", "NNP") and not parsed.word(start).lower().endswith("ing"):
        return
    lead = _lead(reading, first)
    own = any(
        parsed.deps[i] in ("nsubj", "nsubjpass") and parsed.tags[parsed.heads[i]] in ("VB", "VBD", "VBZ", "VBP")
        for i in range(start, last)
        if reading.tree.has(parsed.heads[i], "aux") or parsed.tags[parsed.heads[i]] != "VB"
    )
    main = own and any(parsed.deps[i] == "ROOT" and reading.tree.has(i, "nsubj") for i in range(start, last))
    if lead is not None and not main:
        end = shortened(reading, start, last)
        yield Candidate("bullet", start, start, lead[1], start, end, "promised", (first, last), lead[0])


def _opening(reading: Reading, first: int) -> int:
    """First word of a bullet, an adverb that opens it passed over."""
    parsed = reading.parsed
    i = first
    while i < len(parsed) - 1 and (parsed.pos[i] in ("PUNCT", "SYM", "SPACE") or parsed.pos[i] == "ADV"):
        i += 1
    return i


def _lead(reading: Reading, token: int) -> tuple[int, Role | None] | None:
    """Trigger and actor of the lead-in above a bullet, through nested bullets; None where it does not bind anybody."""
    parsed = reading.parsed
    index = reading.block(token).lead_in
    for _ in range(4):
        if index is None:
            return None
        block = parsed.blocks[index]
        for frame in reversed(_frames_between(reading, block.start, block.end)):
            if _binds(reading, frame):
                return frame.token, agent_of(reading, frame)
        index = block.lead_in
    return None


def _frames_between(reading: Reading, start: int, end: int) -> list[Frame]:
    return [f for f in reading.frames if start <= reading.parsed.starts[f.token] < end]


def _binds(reading: Reading, frame: Frame) -> bool:
    will = any(o.link == "modal" and o.word in ("will", "shall") for o in frame.operators)
    return (
        will or frame.predicate in v.PERFORMATIVE | v.INTENDING or reading.parsed.word(frame.token).lower() in v.READY
    )
