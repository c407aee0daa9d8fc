"""Claims of events: candidates named by nouns and told by verbs, joined, dated and given their modality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds._phrases.clauses import clause, governing_verb
from secretariat.kinds._phrases.modality import modality_of
from secretariat.kinds._phrases.moments import dated
from secretariat.kinds._phrases.page import Page, page_of
from secretariat.kinds.event.acts import told_occasions
from secretariat.kinds.event.carried import carried
from secretariat.kinds.event.customs import customary_occasions
from secretariat.kinds.event.merge import merged
from secretariat.kinds.event.named import named_occasions
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.vocabulary import AHEAD, PLANNED_WORDS
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime


def find(reading: Reading) -> Iterator[Claim]:
    """All events of a document."""
    page = page_of(reading)
    found = [*named_occasions(page), *told_occasions(page), *customary_occasions(page)]
    found += carried(page, found)
    timed = [(o, dated(page, o.anchor, o.first, o.last) if o.rule != "event.in-address" else None) for o in found]
    times = {o.anchor: time for o, time in timed}
    occasions = [replace(o, day=time.edtf if time and time.edtf else "") for o, time in timed]
    for occasion in merged(page, occasions):
        if page.block(occasion.anchor).kind != "heading" and _says_something(occasion):
            yield _claim(reading, page, _checkable(page, occasion), times)


def _checkable(page: Page, o: Occasion) -> Occasion:
    """Evidence that also shows the day, and never two words alone: the noun phrase grows to its date or its clause."""
    if page.tags[o.anchor][:1] != "N" or o.last - o.first > ENOUGH:
        return o
    low, high = page.sentence(o.anchor)
    shown = any(page.time_at(i) for i in range(o.first, o.last))
    days = [i for i in range(low, high) if page.time_at(i)] if o.day and not shown else []
    verb = governing_verb(page, o.anchor)[0]
    if verb < 0:
        return o
    a, b = clause(page, verb) if days or o.last - o.first < SHORT else (o.first, o.last)
    first, last = min([o.first, a, *days]), max([o.last, b, *(i + 1 for i in days)])
    return replace(o, first=first, last=last) if last - first <= LONGEST else o


ENOUGH, SHORT, LONGEST = 12, 4, 45
"""Tokens: a phrase that long stands alone; a shorter one than SHORT takes its clause; never more than LONGEST."""


def _says_something(o: Occasion) -> bool:
    """A bare "meeting" without name, number, place, day or people tells nothing that could be looked up."""
    return bool(
        o.name or o.ordinal or o.place or o.day or o.participants or o.series or o.type in {"speech", "broadcast"}
    )


def _claim(reading: Reading, page: Page, o: Occasion, times: dict[int, ValidTime | None]) -> Claim:
    args = {
        "type": o.type, "name": o.name, "series": o.series, "ordinal": o.ordinal, "place": o.place, "mode": o.mode,
        "participants": o.participants, "hosts": o.hosts, "organisers": o.organisers,
    }  # fmt: skip
    return reading.claim(
        "event",
        args,
        (o.first, o.last),
        at=o.anchor,
        rule=o.rule,
        modality=_modality(reading, page, o),
        time=times.get(o.anchor),
        mentions=tuple(reading.evidence(a, b) for a, b in o.mentions),
    )


def _modality(reading: Reading, page: Page, o: Occasion) -> str:
    """The verb that holds or tells it decides; else "next", "upcoming" and the like beside the noun."""
    verb = o.verb if o.verb >= 0 else _copula_over(page, o.anchor)
    said = modality_of(page, verb) if verb >= 0 else "asserted"
    if said != "asserted":
        return said
    if _awaited(page, verb):
        return "planned"
    near = set(page.lower[max(o.first - 2, 0) : o.anchor])
    if near & PLANNED_WORDS or _still_ahead(reading, page, o):
        return "planned"
    return "asserted"


def _still_ahead(reading: Reading, page: Page, o: Occasion) -> bool:
    """ "ahead of the summit", "will be discussed at the summit", "the meeting to be held": it has not been held yet."""
    if page.tags[o.anchor][:1] != "N":
        return False
    before = " ".join(page.lower[max(o.first - 6, 0) : o.first + 1])
    if any(f" {words} " in f" {before} " for words in AHEAD) or page.lower[o.last : o.last + 2] == ("to", "be"):
        return True
    verb, role = governing_verb(page, o.anchor)
    frame = reading.frame_at(verb) if role == "setting" else None
    return bool(frame and frame.modality == "planned")


def _copula_over(page: Page, noun: int) -> int:
    """The verb whose predicate the noun is ("this will be the first session"), -1 where it is none."""
    head = page.heads[noun]
    return head if page.deps[noun] == "attr" and page.lemmas[head] == "be" else -1


def _awaited(page: Page, verb: int) -> bool:
    """A present in a clause of time under a look ahead: "looks forward to seeing her when she visits"."""
    if verb < 0 or page.tags[verb] not in {"VBZ", "VBP"}:
        return False
    opened = any(page.lower[c] in {"when", "once", "before", "after", "until"} for c in page.parsed.children[verb])
    above, steps = page.heads[verb], 0
    while opened and steps < 6:
        if page.lemmas[above] in EXPECTING and (
            page.lemmas[above] != "look" or "forward" in page.lower[above : above + 3]
        ):
            return True
        if any(page.lower[c] in {"will", "shall", "ll"} for c in page.parsed.children[above]):
            return True
        if page.heads[above] == above:
            break
        above, steps = page.heads[above], steps + 1
    return False


EXPECTING = frozenset({"look", "expect", "plan", "hope", "intend", "await", "anticipate"})
