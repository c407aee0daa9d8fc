"""Bodies in lists: examples after "such as", organs after a colon, the line of an information box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.kinds._phrases.fullest import full_name
from secretariat.kinds._phrases.lists import head_of, items_from
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.places import place_at
from secretariat.kinds.body.existing import exists
from secretariat.kinds.body.institution import Body, body_phrase
from secretariat.kinds.body.vocabulary import LISTING, NOUN_TYPES, ORGANS

WORKINGS = frozenset({"operation", "construction", "development", "opening", "building", "running"})
LABELS = frozenset({"establishment", "establish", "found", "foundation", "formation", "founding"})
"""Labels of information boxes that give the day of founding."""


def listed(page: Page) -> Iterator[Body]:
    """Every body that stands in a list of bodies."""
    yield from _examples(page)
    yield from _organs(page)
    yield from _boxes(page)


def _examples(page: Page) -> Iterator[Body]:
    """ "mechanisms such as the A and the B"."""
    for noun in page.triggers(LISTING):
        if page.tags[noun] not in {"NNS", "NNPS"} or page.lower[noun + 1 : noun + 3] != ("such", "as"):
            continue
        for first, last in items_from(page, noun + 3):
            first, head = _thing_itself(page, first, last)
            named = any(capital(page, i) for i in range(first, last))
            if head >= 0 and named and page.lemmas[head] in NOUN_TYPES:
                end = min(max(last, body_phrase(page, head).last), last)
                body = exists(page, Phrase(first, head, end), page.sentence(noun), "body.example")
                yield replace(body, anchor=noun)


def _thing_itself(page: Page, first: int, last: int) -> tuple[int, int]:
    """Where a list item begins and its head; "the operation of the ferry line" is the ferry line."""
    head = head_of(page, first, last)
    if head >= 0 and page.lemmas[head] in WORKINGS and page.lower[head + 1 : head + 2] == ("of",):
        return head + 2, head_of(page, head + 2, last)
    return first, head


def _organs(page: Page) -> Iterator[Body]:
    """ "Organs: Council; Secretariat (Almaty); Court"."""
    for noun in page.triggers(ORGANS):
        low, high = page.sentence(noun)
        if noun > low + 2 or page.word(noun + 1) != ":":
            continue
        for first, last in items_from(page, noun + 2):
            close = next((i for i in range(first, last) if page.word(i) == "("), last)
            head = head_of(page, first, close)
            if head >= 0 and capital(page, head):
                place = place_at(page, close + 1) if close < last else None
                where = name_text(page, *place) if place else ""
                body = exists(page, Phrase(first, head, close), (low, high), "body.organ-list", place=where)
                yield replace(body, anchor=noun)


def _boxes(page: Page) -> Iterator[Body]:
    """ "Established: 4 May 1998, Lima": the line of an information box speaks of the body that the page is about."""
    subject = next((m for m in page.reading.mentions if m.id and page.is_organisation(m.first)), None)
    for word in page.triggers(LABELS) if subject else ():
        low, high = page.sentence(word)
        dated = any(page.time_at(i) for i in range(word + 2, min(word + 6, high)))
        if word == low and page.word(word + 1) == ":" and dated and subject:
            name = full_name(page, page.reading.phrase(subject.first, subject.last), subject.first)
            commas = (i for i in range(word + 3, high) if page.word(i) == ",")
            place = next((p for i in commas if (p := place_at(page, i + 1))), None)
            where = name_text(page, *place) if place else ""
            yield Body(word, low, high, name, "institution", "established", place=where, dated=True, rule="body.box")
