"""Occasions with wordings of their own: years of culture, celebrated anniversaries, addresses that are quoted."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import is_verb, members, subject_of
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.vocabulary import SPEECH_NOUNS

_CELEBRATE = frozenset({"celebrate", "commemorate", "observe"})


def customary_occasions(page: Page) -> list[Occasion]:
    """Cultural years, celebrations and addresses of a page."""
    return [*_years(page), *_celebrations(page), *_addresses(page)]


def _years(page: Page) -> Iterator[Occasion]:
    """ "the Year of Languages", "the China-Africa Year of People-to-People Exchanges"."""
    for head in page.triggers({"year"}):
        if (
            page.tags[head] not in {"NNP", "NN"}
            or not capital(page, head)
            or page.lower[head + 1 : head + 2] not in {("of",), ("for",)}
        ):
            continue
        if not capital(page, head + 2) and not (page.lower[head + 2] == "the" and capital(page, head + 3)):
            continue
        phrase = phrase_at(page, head, frozenset({"of", "for"}))
        low, high = page.sentence(head)
        verb = page.heads[head] if is_verb(page, page.heads[head]) else -1
        place = place_after(page, verb + 1) if verb > phrase.last else None
        where = name_text(page, *place) if place else ""
        name = name_text(page, phrase.first, phrase.last)
        yield Occasion(head, low, high, "cultural-year", name=name, place=where, verb=verb, rule="event.year-of")


def _celebrations(page: Page) -> Iterator[Occasion]:
    """ "the fifth anniversary of the Zone was celebrated in Izmir", "celebrated the launch of the Centre in Suva"."""
    for verb in page.triggers(_CELEBRATE):
        if not is_verb(page, verb):
            continue
        passive = any(page.deps[c] == "nsubjpass" for c in page.parsed.children[verb])
        things = (
            [subject_of(page, verb)] if passive else [c for c in page.parsed.children[verb] if page.deps[c] == "dobj"]
        )
        for thing in things:
            if thing < 0 or page.lemmas[thing] not in {
                "anniversary",
                "launch",
                "opening",
                "day",
                "inauguration",
                "jubilee",
            }:
                continue
            phrase = phrase_at(page, thing, frozenset({"of", "for"}))
            place = place_after(page, (verb if passive else phrase.last - 1) + 1)
            if place or page.lemmas[thing] in {"launch", "opening", "inauguration"} and phrase.last > thing + 2:
                first, last = clause(page, verb)
                who = () if passive else members(page, subject_of(page, verb)) if subject_of(page, verb) >= 0 else ()
                name, where = name_text(page, phrase.first, phrase.last), name_text(page, *place) if place else ""
                yield Occasion(
                    verb, first, last, "ceremony", name=name, place=where, participants=who, verb=verb,
                    rule="event.celebrated",
                )  # fmt: skip


def _addresses(page: Page) -> Iterator[Occasion]:
    """ "In his address the Minister recalled": what is quoted from an address was said at one."""
    for head in page.triggers(SPEECH_NOUNS):
        low, _ = page.sentence(head)
        opening = page.lower[low] == "in" and page.tags[low + 1] in {"PRP$", "DT"} and head <= low + 5
        verb = page.heads[page.heads[head]] if page.heads[head] == low else -1
        speaker = subject_of(page, verb) if opening and verb >= 0 and is_verb(page, verb) else -1
        if (
            speaker > head
            and page.tags[speaker] in NOUN_TAGS
            and page.tags[verb] in {"VBD", "VBZ"}
            and page.tags[low + 1] == "PRP$"
        ):
            yield Occasion(
                head,
                low,
                min(verb + 1, page.sentence(head)[1]),
                "speech",
                participants=members(page, speaker),
                rule="event.in-address",
            )
