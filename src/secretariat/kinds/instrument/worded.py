"""Texts that the wording itself places: what a declaration says, what is negotiated, a draft, a plan for a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.kinds._phrases.nouns import NOUN_TAGS, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.quotes import quote_end
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.instrument.text import Telling, Text, text_of
from secretariat.kinds.instrument.titles import COMPLEMENTS, covers, title_of
from secretariat.kinds.instrument.vocabulary import NOUN_TYPES, SAYING, STRONG

_TOWARDS = word_set("on for towards toward over about")
_BETWEEN = frozenset({"DT", "JJ", "JJS", "CD", "HYPH", "PRP$", "VBN", ",", "``", "NFP"})


def worded_texts(page: Page) -> Iterator[Text]:
    """Every text whose step lies in the wording rather than in a verb."""
    yield from _speaking(page)
    yield from _negotiated(page)
    yield from _drafts(page)
    yield from _covering(page)


def _speaking(page: Page) -> Iterator[Text]:
    """ "In the Baku Declaration, the ministers ...", "The Quito Declaration calls ...": so it is adopted."""
    for head in page.triggers({"declaration", "communique", "communiqué"}):
        phrase = phrase_at(page, head)
        low, high = page.sentence(head)
        title = title_of(page, phrase)
        named = phrase.determiner == "the" and title[:1].isupper() and " " in title and head > phrase.first
        opening = phrase.first - 2 == low and page.lower[low] == "in"
        speaks = page.deps[head] == "nsubj" and page.lemmas[page.heads[head]] in SAYING
        if named and (opening or speaks):
            yield text_of(page, phrase, Telling("instrument.speaks", "adopted", head, low, high))


def _negotiated(page: Page) -> Iterator[Text]:
    """ "negotiations on a fisheries agreement": the text is still proposed."""
    for noun in page.triggers({"negotiation", "talk"}):
        high = page.sentence(noun)[1]
        opener = _opener(page, noun, high)
        head = _first_noun(page, opener + 1, high) if opener >= 0 else -1
        while head >= 0 and page.lemmas[head] in STRONG | {"framework", "compact", "arrangement"}:
            phrase = phrase_at(page, head, COMPLEMENTS)
            if not title_of(page, phrase):
                break
            yield text_of(page, phrase, Telling("instrument.negotiated", "proposed", noun, noun, noun + 1))
            goes_on = page.word(phrase.last).lower() == "and"
            head = _first_noun(page, phrase.last + 1, high) if goes_on else -1


def _opener(page: Page, noun: int, high: int) -> int:
    """The preposition after "negotiations" that opens what they are about, a date between allowed; -1."""
    for i in range(noun + 1, min(noun + 6, high)):
        if page.lower[i] in _TOWARDS and not page.time_at(i + 1):
            return i
        if not page.time_at(i) and i > noun + 2:
            break
    return -1


def _first_noun(page: Page, i: int, high: int) -> int:
    """The head of the noun phrase that begins at token `i`, -1 where none begins there; brackets are passed over."""
    head, depth = -1, 0
    for k in range(i, min(i + 14, high)):
        depth += (page.word(k) == "(") - (page.word(k) == ")")
        if depth or page.word(k) == ")":
            continue
        if page.tags[k] in NOUN_TAGS:
            head = k
        elif page.tags[k] not in _BETWEEN or (head >= 0 and page.tags[k] in {"DT", ",", "VBN"}):
            break
    return head


def _drafts(page: Page) -> Iterator[Text]:
    """ "a draft resolution": proposed by the words themselves; its title may stand in quotation marks after a comma."""
    for word in page.triggers({"draft"}):
        following = range(word + 1, min(word + 4, len(page)))
        head = next((k for k in following if page.lemmas[k] in NOUN_TYPES and page.tags[k][:1] == "N"), -1)
        if head >= 0 and page.tags[word][:1] != "V":
            phrase = phrase_at(page, head, COMPLEMENTS)
            end = max(phrase.last, quote_end(page, phrase.last))
            yield text_of(page, phrase, Telling("instrument.draft", "proposed", head, phrase.first, end))


def _covering(page: Page) -> Iterator[Text]:
    """ "the Plan of Action (2022-2025)": a plan whose period takes in the day of the document is in force."""
    year = page.parsed.document.published[:4]
    for head in page.triggers({"plan", "strategy", "programme", "program", "roadmap"}):
        phrase = phrase_at(page, head, COMPLEMENTS)
        if title_of(page, phrase) and _takes_in(covers(page, phrase), year) and page.deps[head] not in _DONE_TO:
            brackets = range(phrase.last, min(phrase.last + 6, len(page)))
            close = next((k + 1 for k in brackets if page.word(k) == ")"), phrase.last)
            telling = Telling("instrument.covering", "in-force", head, phrase.first, close)
            yield replace(text_of(page, phrase, telling), modality="asserted")


_DONE_TO = frozenset({"dobj", "nsubjpass"})


def _takes_in(period: str, year: str) -> bool:
    """Whether a closed period "2022/2025" takes in a year."""
    first, _, last = period.partition("/")
    return bool(year) and first.isdigit() and first <= year <= (last if last.isdigit() else "9999")
