"""What the name of an occasion itself says: the body that meets, the city, who takes part."""

from __future__ import annotations

from secretariat.kinds._phrases.deeds import coordinated
from secretariat.kinds._phrases.nouns import NOUN_TAGS, Phrase, capital, name_text
from secretariat.kinds._phrases.ordinals import ordinal
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import members
from secretariat.kinds._phrases.words import word_set

MEETING_BODIES = word_set(
    "council committee commission authority assembly conference group taskforce board bureau cabinet "
    "parliament forum dialogue "
    "congress court secretariat union organisation organization association community states countries "
    "leaders heads ministers"
)
"""Heads of what meets: "the meeting of the Council", "the session of the Commission"."""
THEMES = word_set(
    "leaders ministers ministerial special anniversary climate security democracy nuclear business "
    "investment peace food health "
    "ai earth global world virtual youth trade economic finance energy technology digital sustainable tech ceo council "
    "year spring summer autumn winter annual inaugural joint bilateral trilateral regional emergency "
    "extraordinary informal "
    "covid covid-19 cyber water ocean space defence defense development future women education culture "
    "media plan safety next "
    "biodiversity asia africa europe america arctic asean-us heads state government presidential "
    "parliamentary partnership cooperation action strategic"
)
"""Words before "summit" that say what or who it is about, not where."""


FIRST_PARTS = word_set(
    "new san buenos phnom kuala hong abu saint st. addis port los rio mexico cape panama guatemala quebec"
)
"""First words of names of cities in two words."""


def series_of(page: Page, phrase: Phrase) -> str:
    """The body that meets: after "of the", or the organisation in the name; empty where the name tells none."""
    if page.lower[phrase.head + 1 : phrase.head + 2] == ("of",) and phrase.last > phrase.head + 2:
        text = name_text(page, phrase.head + 2, phrase.last)
        inner = {page.lower[i] for i in range(phrase.head + 2, phrase.last) if capital(page, i)}
        whole = page.name_at.get(phrase.head + 2) or page.name_at.get(phrase.head + 3)
        if whole and whole.id and whole.last >= phrase.last and page.is_organisation(whole.first):
            return whole.id
        return text if inner & MEETING_BODIES and text[:1].isupper() else ""
    if page.is_organisation(phrase.head):
        return page.name_at[phrase.head].id
    found = [m for m in page.reading.mentions_in(phrase.first, phrase.head) if m.id and page.is_organisation(m.first)]
    return found[0].id if found else ""


def city_of(page: Page, phrase: Phrase) -> str:
    """The city before "summit" or "meeting" ("the Almaty summit"); empty where the word before says something else."""
    i = phrase.head - 1
    if i < phrase.first or page.lemmas[phrase.head] not in {"summit", "ministerial"} or not capital(page, i):
        return ""
    if (
        ordinal(page.word(i))
        or page.is_party(i)
        or page.tags[i] not in {"NNP", "NN", "JJ"}
        or page.lower[i] in THEMES
        or page.word(i).isupper()
    ):
        return ""
    before = i - 1
    if (
        before >= phrase.first
        and capital(page, before)
        and not page.is_party(before)
        and page.lower[before] not in FIRST_PARTS
    ):
        return ""
    known = page.name_at.get(i)
    if known and known.form == "capital":
        return page.reading.phrase(known.first, known.last)
    if known or page.word(i - 1) == "-" or any(c.isdigit() for c in page.word(i)):
        return ""
    two = before >= phrase.first and page.tags[before] == "NNP" and page.lower[before] in FIRST_PARTS
    return f"{page.word(before)} {page.word(i)}" if two else page.word(i)


def companions(page: Page, phrase: Phrase) -> tuple[str, ...]:
    """Who meets: after "with", "between" or "of" persons, and the possessor before the noun."""
    found: tuple[str, ...] = ()
    if phrase.owner:
        head = phrase.owner[1] - 1
        if page.tags[head] in NOUN_TAGS and not page.time_at(head) and not page.is_organisation(head):
            found = members(page, head)
    for i in range(phrase.head + 1, min(phrase.head + 3, page.sentence(phrase.head)[1])):
        if page.lower[i] in {"with", "between"}:
            head = next((c for c in page.parsed.children[i] if page.deps[c] == "pobj"), -1)
            return found + (members(page, head) if head >= 0 else ())
    return found


def companions_end(page: Page, phrase: Phrase) -> int:
    """One past the words after "with" or "between" beside the noun, 0 where there are none."""
    for i in range(phrase.head + 1, min(phrase.head + 3, page.sentence(phrase.head)[1])):
        if page.lower[i] in {"with", "between"}:
            head = next((c for c in page.parsed.children[i] if page.deps[c] == "pobj"), -1)
            end = max((h for h in coordinated(page, head)), default=-1) + 1 if head >= 0 else 0
            return end if end - phrase.head <= 40 else 0
    return 0
