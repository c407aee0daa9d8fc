"""Modality of a deed: what its frame says, and what a coordinated verb takes over from the first."""

from __future__ import annotations

from secretariat.frame import Frame
from secretariat.kinds._phrases.page import Page

REALISED = frozenset(
    {"opportunity", "chance", "able", "manage", "pleasure", "honor", "honour", "glad", "pleased", "proud", "delighted"}
)
"""What governs an infinitive that came true ("had the opportunity to meet")."""


def modality_of(page: Page, anchor: int) -> str:
    """Modality of the predicate at a token; a bare verb coordinated with another shares that one's operators."""
    i = anchor
    for _ in range(4):
        frame = page.reading.frame_at(i)
        if frame and frame.modality != "asserted":
            if _past(page, i) and frame.modality in {"planned", "promised"}:
                return "asserted"
            return "planned" if frame.modality == "hoped" and _reported_future(page, i, frame) else frame.modality
        if page.deps[i] != "conj" or page.tags[i] not in {"VB", "VBG", "VBN"}:
            break
        i = page.heads[i]
    return "asserted"


def only_aimed_at(page: Page, verb: int) -> bool:
    """True for an infinitive of purpose that no word says came true ("for leaders to travel to Quito")."""
    if page.tags[verb] not in {"VB", "VBN"} or not any(page.lower[c] == "to" for c in page.parsed.children[verb]):
        return False
    head = page.heads[verb]
    return page.lemmas[head] not in REALISED and modality_of(page, verb) == "asserted"


def _reported_future(page: Page, verb: int, frame: Frame) -> bool:
    """ "He said that the summit would be held in May": a future told in the past, where no other word wishes it."""
    would = any(page.lower[c] == "would" for c in page.parsed.children[verb])
    return would and sum(o.cls in {"hope", "ask"} for o in frame.operators) < 2


def _past(page: Page, verb: int) -> bool:
    """A finite past ("was held", "met") tells what happened, whatever stands over its clause."""
    own = [c for c in page.parsed.children[verb] if page.deps[c] in {"aux", "auxpass"}]
    if any(page.tags[c] in {"MD", "TO"} for c in own):
        return False
    return page.tags[verb] == "VBD" or any(page.tags[c] == "VBD" for c in own)
