"""Occasions named by a noun: "the 22nd meeting of the Council", "at the Bishkek summit", "a conference in Accra"."""

from __future__ import annotations

from secretariat.kinds._phrases.nouns import Phrase, name_text
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.places import place_after, place_before
from secretariat.kinds._phrases.quotes import quoted_title
from secretariat.kinds.event.holding import Holding, holding
from secretariat.kinds.event.licences import licence
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.setting import city_of, companions, companions_end, series_of
from secretariat.kinds.event.signs import Signs, name_beside, signs_at
from secretariat.kinds.event.vocabulary import MEETING_TYPES, NOUN_TYPES, ONLINE, PLANNED_WORDS, RECENT_WORDS

_PASSING = PLANNED_WORDS - {"next"} | RECENT_WORDS - {"inaugural", "founding", "special", "extraordinary"}
"""Words before a name that are no part of it."""


def named_occasions(page: Page) -> list[Occasion]:
    """Every occasion that a noun names and that the words make a particular one, in order of the text."""
    found = []
    for head in page.triggers(NOUN_TYPES):
        signs = signs_at(page, head)
        rule = licence(page, signs) if signs else ""
        if signs and rule:
            found.append(_occasion(page, signs, rule))
    return found


def _occasion(page: Page, s: Signs, rule: str) -> Occasion:
    phrase = s.phrase
    place = _place(page, s)
    told = holding(page, s.verb, s.head) if s.role == "object" and s.held else Holding()
    first, last = _evidence(page, s, place, told)
    meets = s.type in MEETING_TYPES
    return Occasion(
        anchor=s.head,
        first=first,
        last=last,
        type=s.type,
        name=(name_beside(page, s.head, phrase.first)[0] if s.type == "exercise" else "") or _name(page, phrase),
        ordinal=s.number,
        place=name_text(page, *place) if place else city_of(page, phrase),
        series=(series_of(page, phrase) or told.series) if meets else "",
        participants=told.participants + (companions(page, phrase) if meets or s.type in {"visit", "call"} else ()),
        hosts=told.hosts,
        organisers=told.organisers,
        mode=_mode(page, s),
        verb=s.verb if s.role in {"object", "subject"} else -1,
        rule=rule,
    )


def _place(page: Page, s: Signs) -> tuple[int, int] | None:
    """The place right after the noun, at the opening of the sentence, or after a passive verb of holding."""
    place = s.place or (place_before(page, s.phrase.first) if s.role != "setting" else None)
    if not place and s.role == "object" and s.verb > s.head:
        place = place_after(page, s.verb + 1)
    return place


def _evidence(page: Page, s: Signs, place: tuple[int, int] | None, told: Holding) -> tuple[int, int]:
    """The noun phrase with its place, date and companions, or the clause of the verb that holds it."""
    phrase = s.phrase
    first, last = phrase.first, phrase.last
    if place and phrase.first < place[0] <= phrase.last + 12:
        last = max(last, place[1])
    if s.type == "exercise":
        last = max(last, name_beside(page, s.head, phrase.first)[1])
    if s.type in {"meeting", "call", "consultations"}:
        last = max(last, companions_end(page, phrase))
        first = min(first, phrase.owner[0]) if phrase.owner else first
    if told.where[1]:
        first = min(first, told.where[0])
    return first, max(_through_date(page, last), told.where[1])


def _through_date(page: Page, last: int) -> int:
    """Evidence goes on through a date that follows at once."""
    end = last
    for j in range(last, min(last + 8, page.sentence(last - 1)[1])):
        if page.time_at(j):
            end = j + 1
        elif page.lower[j] not in {"on", "in", "of", "from", ",", "to", "–", "-", "and", "until"}:
            break
    return end


def _name(page: Page, phrase: Phrase) -> str:
    """The name without possessors, dates and words like "upcoming"; empty for a bare noun."""
    quoted = quoted_title(page, phrase.last)
    if quoted:
        return quoted
    first = phrase.first
    while first < phrase.head and (page.time_at(first) or page.lower[first] in _PASSING):
        first += 1
    last = phrase.last
    while last - 1 > phrase.head and page.tags[last - 1] in {"VBN", "VBD"}:
        last -= 1  # "the forum on trade held in": the verb is no part of the name
    text = name_text(page, first, last)
    return "" if text.lower() in NOUN_TYPES else text


def _mode(page: Page, s: Signs) -> str:
    words = {*s.words, *page.lower[s.phrase.last : s.phrase.last + 8]}
    if words & ONLINE:
        return "online"
    return "in-person" if {"in", "person"} <= words or "in-person" in words else ""
