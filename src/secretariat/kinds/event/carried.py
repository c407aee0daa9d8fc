"""Who hosted, organised or attended an occasion named before: "The conference was hosted by A and organised by B"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.nouns import capital, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import members, subject_of
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.vocabulary import GATHERINGS, HOSTS, NOUN_TYPES, ORGANISERS

ATTEND = frozenset({"attend", "join", "chair", "co-chair"})
REACH = 400
"""Tokens within which "the conference" looks back; further away it may be another."""


def carried(page: Page, occasions: list[Occasion]) -> Iterator[Occasion]:
    """Passive clauses that say by whom an occasion was hosted, organised or attended; joined to it by `merged`."""
    gatherings = {o.anchor: o for o in sorted(occasions, key=lambda o: o.anchor) if o.type in GATHERINGS}
    anchors = list(gatherings)
    for verb in page.triggers(HOSTS | ORGANISERS | ATTEND):
        by = _agent(page, verb) if page.tags[verb] == "VBN" else -1
        subject = subject_of(page, verb) if by >= 0 else -1
        known = gatherings.get(_meant(page, subject, anchors)) if subject >= 0 else None
        if known:
            who, first = members(page, by), min(clause(page, verb)[0], subject)
            last = max(clause(page, verb)[1], page.parsed.edges(by)[1])
            yield _with(
                replace(known, first=first, last=last, anchor=verb, verb=verb, of=known.anchor, mentions=()),
                page.lemmas[verb],
                who,
            )


def _with(occasion: Occasion, verb: str, who: tuple[str, ...]) -> Occasion:
    bare = replace(occasion, participants=(), hosts=(), organisers=(), rule="event.held-by")
    if verb in HOSTS:
        return replace(bare, hosts=who)
    return replace(bare, organisers=who) if verb in ORGANISERS else replace(bare, participants=who)


def _agent(page: Page, verb: int) -> int:
    for child in page.parsed.children[verb]:
        if page.lower[child] == "by":
            return next((c for c in page.parsed.children[child] if page.deps[c] == "pobj"), -1)
    return -1


def _meant(page: Page, subject: int, anchors: list[int]) -> int:
    """The anchor of the occasion that a subject names or, as "the conference", looks back to: the latest before it."""
    at = bisect_left(anchors, subject)
    if at < len(anchors) and anchors[at] == subject:
        return subject
    bare = page.lemmas[subject] in NOUN_TYPES and not capital(page, subject)
    if not bare or phrase_at(page, subject).determiner not in {"the", "this"}:
        return -1
    return anchors[at - 1] if at and subject <= anchors[at - 1] + REACH else -1
