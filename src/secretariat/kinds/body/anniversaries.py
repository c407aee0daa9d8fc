"""Anniversaries of bodies: "the 25th anniversary of the Commission", "celebrated its tenth anniversary"."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.nouns import NOUN_TAGS, Phrase, name_text, phrase_at
from secretariat.kinds._phrases.ordinals import ordinal_in
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import is_verb
from secretariat.kinds.body.institution import Body, name_of, type_of
from secretariat.kinds.body.vocabulary import ANNIVERSARY, NOMINALS


def anniversaries(page: Page) -> Iterator[Body]:
    """Every anniversary of a named body."""
    for noun in page.triggers(ANNIVERSARY):
        phrase = _celebrated(page, noun)
        if phrase:
            name = name_of(page, phrase)
            words = page.words[max(page.sentence(noun)[0], noun - 4) : noun]
            known = bool(type_of(page, phrase)) or page.is_organisation(phrase.head)
            if name[:1].isupper() and known and page.tags[phrase.last : phrase.last + 1] != ("POS",):
                first, last = _evidence(page, noun, phrase)
                kind, years = type_of(page, phrase) or "institution", ordinal_in(words)
                rule = "body.anniversary"
                yield Body(noun, first, last, name, kind, "anniversary", years=years, dated=True, rule=rule)


_IN_NAMES = NOUN_TAGS | {"JJ", "HYPH", "CC", "POS", "CD"}


def _celebrated(page: Page, noun: int) -> Phrase | None:
    """The body whose anniversary it is: after "of (the founding of)", or the possessor before it."""
    i = noun + 1
    high = page.sentence(noun)[1]
    while i < high and (
        page.lower[i] in {"of", "the", "its", "since"}
        or page.lemmas[i] in NOMINALS
        or page.lemmas[i] in {"birth", "existence"}
    ):
        i += 1
    if i > noun + 1:
        last = i
        while last < high and page.tags[last] in _IN_NAMES and not page.time_at(last):
            last += 1
        head = next((k for k in range(last - 1, i - 1, -1) if page.tags[k] in NOUN_TAGS), -1)
        return phrase_at(page, head) if head >= 0 else None
    return _owner(page, noun)


def _owner(page: Page, noun: int) -> Phrase | None:
    mark = next((k for k in range(noun - 1, max(noun - 5, page.sentence(noun)[0]), -1) if page.tags[k] == "POS"), -1)
    return phrase_at(page, mark - 1, frozenset()) if mark > 0 else None


def _evidence(page: Page, noun: int, phrase: Phrase) -> tuple[int, int]:
    verb = page.heads[noun]
    if is_verb(page, verb) and page.sentence_of[verb] == page.sentence_of[noun]:
        first, last = clause(page, verb)
        return min(first, phrase.first), max(last, phrase.last)
    start = next((k for k in range(noun, page.sentence(noun)[0], -1) if page.tags[k] == "DT"), noun)
    return min(start, phrase.first), phrase.last


__all__ = ["anniversaries", "name_text"]
