"""Where something happened: the place that a preposition opens beside an occasion, an institution or an act."""

from __future__ import annotations

from secretariat.kinds._phrases.brackets import bracket_end, is_acronym
from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital, hyphenated
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.words import word_set, words

VENUES = word_set(
    "hotel centre center palace university house headquarters hall theatre theater airport base embassy "
    "secretariat museum stadium square institute office offices residence academy library castle park island "
    "lodge camp port villa resort pavilion auditorium complex college school consulate mission monastery site hq"
)
"""Heads of names that can stand after "at" as a place of meeting."""
REGIONS = word_set(
    "region province city district oblast capital county state territory republic prefecture municipality islands "
    "island"
)
NOT_PLACES = word_set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday english russian chinese french arabic spanish portuguese internet "
    "parliament annex article chapter addition accordance line support partnership cooperation coordination "
    "congress council government section paragraph resolution declaration agreement charter treaty framework "
    "ministry phase group"
)
LOCATIVE = frozenset({"in", "at", "near"})


def place_after(page: Page, i: int, *, reach: int = 8) -> tuple[int, int] | None:
    """The place named right of token `i`, with only dates and words of holding in between; as token range."""
    high = page.sentence(min(i, len(page) - 1))[1] if len(page) else 0
    j, gone = i, 0
    while j < high and gone < reach:
        close = bracket_end(page, j, high)
        if close and is_acronym(page, j, close):
            j = close
            continue
        time = page.time_at(j)
        if page.lower[j] in LOCATIVE:
            found = place_at(page, j + 1, page.lower[j])
            if found:
                return found
        if not (time or page.lower[j] in PASSABLE):
            return None
        gone += 0 if time else 1
        j += 1
    return None


PASSABLE = frozenset(
    words(
        "on in at from , held hosted convened organised organized realized realised here today yesterday tomorrow was "
        "is were will be being to took place takes take taking this last next earlier later - – / of the since by for "
        "during ( month week year which that virtually online opened opens began concluded ended kicked off again "
        "together also morning afternoon evening"
    )
)
"""Words that may stand between an occasion and its place: dates and the verbs of holding."""


def place_before(page: Page, i: int) -> tuple[int, int] | None:
    """A place that opens the sentence of token `i` ("Today in Tokyo, ...", "In Fiji, ..."), as token range."""
    low, high = page.sentence(i)
    for j in range(low, min(low + 6, i, high)):
        if page.lower[j] in LOCATIVE:
            found = place_at(page, j + 1, page.lower[j])
            opens = found and (
                page.word(found[1]) == "," or page.time_at(found[1]) or page.tags[found[1]] in {"DT", "PRP"}
            )
            if found and opens and found[1] <= i:
                return found
        elif not (page.time_at(j) or page.lower[j] in {"on", ",", "today", "yesterday", "earlier", "later"}):
            return None
    return None


def place_at(page: Page, i: int, preposition: str = "in") -> tuple[int, int] | None:
    """The place whose name begins at token `i` (an article may come first); None where the words name none."""
    if i >= len(page):
        return None
    high = page.sentence(i)[1]
    first = i + 1 if page.word(i) in {"the", "its", "their"} else i
    first = _after_city(page, first, high)
    seat = page.word(first) == "The" and capital(page, first + 1)  # The Hague, The Gambia
    last = _name_end(page, first + seat, high)
    if last == first + seat or page.time_at(first):
        return None
    whole = _with_country(page, last, high)
    venue = page.lower[last - 1] in VENUES and last - first > 1
    if preposition == "at" and not (venue or whole > last or _capital_city(page, first)):
        return None
    if page.is_organisation(first) and page.lower[last - 1] not in VENUES:
        return None
    if page.lower[last - 1] in NOT_PLACES or page.lower[first] in NOT_PLACES:
        return None
    return first, whole


def _after_city(page: Page, i: int, high: int) -> int:
    """ "the eastern coastal city of Qingdao": the name begins after "of"."""
    for j in range(i, min(i + 6, high - 2)):
        if (
            page.lower[j] in {"city", "town", "capital", "port", "resort", "village", "district", "island"}
            and page.lower[j + 1] == "of"
        ):
            return j + 2
        if page.tags[j] not in {"JJ", "NN", "NNP", "HYPH", "POS"}:
            break
    return i


def _name_end(page: Page, first: int, high: int) -> int:
    i = first
    while i < high and not page.time_at(i):
        named = capital(page, i) and page.tags[i] in NOUN_TAGS | {"JJ", "NNP"} and not page.word(i)[:1].isdigit()
        link = (
            i > first
            and page.lower[i] in {"of", "-", "’s", "'s", "de", "and"}
            and i + 1 < high
            and capital(page, i + 1)
            and page.tags[i + 1] in NOUN_TAGS
        )
        if page.lower[i] == "and" and not (page.name_at.get(i) and page.name_at.get(i - 1) is page.name_at.get(i)):
            link = False
        region = i > first and page.lower[i] in REGIONS | VENUES and page.tags[i] in NOUN_TAGS
        if not (named or link or region or (i > first and hyphenated(page, i))):
            break
        i += 1
    return i


def _capital_city(page: Page, i: int) -> bool:
    known = page.name_at.get(i)
    return bool(known and known.form == "capital")


def _with_country(page: Page, last: int, high: int) -> int:
    """Take ", Uzbekistan" and ", D.C." along, and a state in brackets not."""
    while last + 1 < high and page.word(last) == ",":
        if page.is_country(last + 1):
            last = page.name_at[last + 1].last
        elif page.lower[last + 1] in {"d.c.", "d.c", "dc"}:
            last += 2
        else:
            break
    return last
