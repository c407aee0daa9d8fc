"""Noun phrases read from tags and capitals, from a head noun outwards.

The parser's subtrees are not used for their edges: a small parser attaches "of", "on" and "for" wrongly far more often
than its tagger mistakes a noun, and a title ("Treaty on Long-Term Good-Neighborliness, Friendship and Cooperation")
is held together by capitals and by its prepositions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from secretariat.kinds._phrases.brackets import bracket_end, is_acronym
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.words import word_set

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INNER_TAGS = NOUN_TAGS | {
    "JJ",
    "JJR",
    "JJS",
    "CD",
    "HYPH",
    "VBN",
    "VBG",
    "POS",
    "SYM",
    "ADD",
    "FW",
    "``",
    "''",
    "AFX",
    "NFP",
    "LS",
}
DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
PLURAL_OWNERS = word_set(
    "leaders ministers presidents heads women children youth workers peoples people states speakers generals "
    "judges sherpas chiefs directors teachers students scholars"
)
"""Owners that stay in a name ("Leaders' Summit"); any other possessor is somebody who holds or hosts the thing."""
JOINTS = frozenset({"-", "–", "/", "&", "+", "."})
QUOTES = frozenset("\"“”„«»‘’'")
_MARKUP = re.compile(r"</?\w+/?>|[*\\\]\[]")
_TAIL = re.compile(r"[\s,;:.–—-]+$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as half-open token range with its head; `owner` is the range of a possessor left of it."""

    first: int
    head: int
    last: int
    owner: tuple[int, int] | None = None
    determiner: str = ""


def capital(page: Page, i: int) -> bool:
    """True for a word written with a capital or a digit first, as the words of a name are."""
    return page.word(i)[:1].isupper() or page.word(i)[:1].isdigit()


def phrase_at(page: Page, head: int, prepositions: frozenset[str] = frozenset({"of"})) -> Phrase:
    """The phrase around `head`, with the complements that `prepositions` open on its right."""
    first, owner, determiner = left_edge(page, head)
    return Phrase(first, head, right_edge(page, head, prepositions), owner, determiner)


def left_edge(page: Page, head: int) -> tuple[int, tuple[int, int] | None, str]:
    """First token of the phrase left of `head`, the possessor cut off, and the determiner in lower case."""
    low = page.sentence(head)[0]
    known = page.name_at.get(head)
    i = max(known.first, low) if known and page.is_party(head) and known.last == head + 1 else head
    while i > low:
        before = i - 1
        tag = page.tags[before]
        if hyphenated(page, before):
            i = before
            continue
        if tag in DETERMINERS:
            return i, None, page.lower[before]
        if tag == "POS" or page.word(before) in {"’", "'"}:
            if page.lower[before - 1] not in PLURAL_OWNERS:
                return i, _owner(page, before, low), ""
        elif page.word(before) == ")" and _acronym_left(page, before, low):
            i = _acronym_left(page, before, low)
            continue
        elif not _inside(page, before, head):
            joined = _joined_left(page, before, head, low) or _linked_left(page, before, head, low)
            if not joined:
                break
            i = joined
            continue
        i = before
    return _without_adverbs(page, i, head), None, ""


def _acronym_left(page: Page, close: int, low: int) -> int:
    """Where a bracketed acronym inside a name opens ("Common Market (CM) agreement"), 0 where there is none."""
    for j in range(close - 1, max(close - 5, low), -1):
        if page.word(j) == "(":
            return j if j > low and is_acronym(page, j, close + 1) and capital(page, j - 1) else 0
    return 0


def _inside(page: Page, i: int, head: int) -> bool:
    word, tag = page.word(i), page.tags[i]
    if word in QUOTES:
        return False
    if tag == "VBG" or tag == "VBN":
        return capital(page, i) or page.deps[i] in {"amod", "compound"} or page.word(i + 1) in JOINTS
    return tag in INNER_TAGS or word in JOINTS or (tag == "RB" and "-" in {page.word(i + 1), page.word(i - 1)})


def _owner(page: Page, mark: int, low: int) -> tuple[int, int]:
    i = mark
    while i > low and (page.tags[i - 1] in NOUN_TAGS or (page.tags[i - 1] in INNER_TAGS and capital(page, i - 1))):
        i -= 1
    return i, mark


def _joined_left(page: Page, conjunction: int, head: int, low: int) -> int | None:
    """Where a capitalised name goes on left of "and" ("Trade and Technology Council"), its first token; else None."""
    if page.lower[conjunction] not in {"and", "&"} or conjunction - 1 < low or not capital(page, head):
        return None
    i = conjunction
    while i > low and (_part_of_title(page, i - 1) or (page.word(i - 1) == "," and i < conjunction)):
        i -= 1
    while i < conjunction and page.word(i) == ",":
        i += 1
    if page.lemmas[conjunction - 1] == page.lemmas[head]:  # "the A Initiative and B Initiative" are two names
        return None
    whole = i < conjunction and (
        i == low or page.tags[i - 1] in DETERMINERS | {"POS", "IN", "TO", "JJ"} or page.word(i - 1) in QUOTES
    )
    return i if whole and capital(page, conjunction + 1) else None


LINKS = frozenset({"of", "for", "to", "on"})
_HOLDERS = word_set(
    "leaders heads presidents ministers president minister secretary chair secretary-general members states"
)


def _linked_left(page: Page, link: int, head: int, low: int) -> int | None:
    """Where a name with a preposition inside begins ("the Council of Europe Bank"), else None.

    Only capitals may stand on both sides, an article must open the whole, and the word before the preposition must not
    be a person's office ("the President of Poland").
    """
    around = link - 1 >= low and capital(page, head) and capital(page, link + 1) and capital(page, link - 1)
    if page.lower[link] not in LINKS or not around:
        return None
    if page.lower[link - 1] in _HOLDERS or page.tags[link - 1] not in NOUN_TAGS:
        return None
    i, known = link, page.name_at.get(link)
    while i > low and (_part_of_title(page, i - 1) or (known and known.first <= i - 1)):
        i -= 1
    opened = i > low and (page.tags[i - 1] in DETERMINERS or page.tags[i - 1] == "JJ")
    return i if opened and i < link else None


def hyphenated(page: Page, i: int) -> bool:
    """True for a part of a word written with hyphens ("in-person", "first-of-its-kind")."""
    hyphens = {"-", "‑"}
    if page.word(i) in hyphens:
        return i > 0 and page.starts[i + 1] == page.ends[i] and page.starts[i] == page.ends[i - 1]
    after = page.word(i + 1) in hyphens and page.starts[i + 1] == page.ends[i]
    return after and i + 2 < len(page) and page.starts[i + 2] == page.ends[i + 1]


def _part_of_title(page: Page, i: int) -> bool:
    if page.word(i) in JOINTS:
        return True
    hyphened = page.word(i + 1) in JOINTS or page.word(i - 1) in JOINTS
    return capital(page, i) and page.tags[i] in INNER_TAGS and (hyphened or not page.is_party(i))


def _without_adverbs(page: Page, i: int, head: int) -> int:
    while i < head and (page.word(i) in JOINTS or page.word(i) in QUOTES):
        i += 1
    return i


def right_edge(page: Page, head: int, prepositions: frozenset[str]) -> int:
    """One past the last token of the phrase: nested complements under `prepositions`, times and places left out."""
    high = page.sentence(head)[1]
    end = _name_end(page, head + 1)
    while end < high:
        step = bracket_end(page, end, high)
        here = step if step else end
        if here >= high or page.lower[here] not in prepositions or page.time_at(here) or page.time_at(here + 1):
            break
        if page.lower[here] == "in" and not _inner_in(page, here, end > head + 1):
            break
        reach = _complement(page, here + 1, high, capital(page, head))
        if reach is None:
            break
        end = _name_end(page, reach)
    return end


def _inner_in(page: Page, i: int, later: bool) -> bool:
    """Whether "in" goes on with a title ("cooperation in combating", "Cooperation in the Arctic"), not a place."""
    nxt = i + 1
    return later and (page.tags[nxt : nxt + 1] == ("VBG",) or (page.lower[nxt] == "the" and capital(page, nxt + 1)))


def _name_end(page: Page, end: int) -> int:
    """A known name is never cut ("Conference on ... Measures in Asia")."""
    name = page.name_at.get(end - 1)
    return max(end, name.last) if name and name.type != "body" and name.last - name.first > 1 else end


def spaced(page: Page, i: int) -> bool:
    """True for a dash with spaces around it, which sets clauses apart and joins no name."""
    return page.word(i) in {"-", "–"} and page.starts[i] > page.ends[i - 1]


def _complement(page: Page, i: int, high: int, proper: bool) -> int | None:
    """One past the noun phrase that begins at `i`; None where none begins there."""
    start = i
    seen = False
    while i < high:
        tag, word = page.tags[i], page.word(i)
        if (page.time_at(i) and not word.isdigit()) or (seen and spaced(page, i)):
            break
        if tag in NOUN_TAGS:
            seen = True
        elif word in {",", "and", "&", "or"} or tag == "CC":
            if not seen or not _goes_on(page, i, high, proper):
                break
        elif word in {"’", "'"} and seen and page.tags[i - 1] in {"NNS", "NNPS"}:
            i += 1
            continue
        elif (
            not (tag in INNER_TAGS | DETERMINERS or word in JOINTS or (tag == "VB" and capital(page, i)))
            or seen
            and (tag in DETERMINERS or word in QUOTES)
        ):
            break
        i += 1
    return i if seen and i > start else None


def _goes_on(page: Page, i: int, high: int, proper: bool) -> bool:
    """Whether a list inside a name goes on after the comma or conjunction at `i`."""
    j = i + 1
    if page.word(i) == "," and j < high and page.lower[j] in {"and", "&"}:
        j += 1
    if j >= high or page.tags[j] not in INNER_TAGS or page.tags[j] in {"VBN", "VBG", "CD"} or page.word(j) in QUOTES:
        return False
    if page.is_party(j) != page.is_party(i - 1):
        return False
    if capital(page, j) != capital(page, i - 1):
        return False
    if page.word(i) == ",":
        return proper and _list_closes(page, j, high)
    return True


def _list_closes(page: Page, i: int, high: int) -> bool:
    """A comma inside a name needs an "and" after at most two more members: "Retrospect, Friendship and Cooperation"."""
    for j in range(i, min(i + 9, high)):
        if page.lower[j] in {"and", "&"}:
            return j + 1 < high and capital(page, j + 1)
        if page.word(j) != "," and not _part_of_title(page, j):
            return False
    return False


def name_text(page: Page, first: int, last: int) -> str:
    """The words of a name: ordinary spaces, no article, no quotation marks around it, no acronym in brackets."""
    while first < last and (
        (page.tags[first] in DETERMINERS and not _named_the(page, first))
        or page.word(first) in QUOTES
        or page.word(first) in {",", "[", "("}
    ):
        first += 1
    parts: list[str] = []
    i = first
    while i < last:
        close = bracket_end(page, i, last)
        if close and is_acronym(page, i, close):
            i = close
            continue
        gap = " " if parts and page.starts[i] > page.ends[i - 1] else ""
        parts.append(gap + _MARKUP.sub("", page.word(i)))
        i += 1
    return _TAIL.sub("", re.sub(r"\s+", " ", "".join(parts))).strip(' "“”«»„')


def _named_the(page: Page, i: int) -> bool:
    """A capital "The" inside a sentence belongs to the name ("The Hague")."""
    return page.word(i) == "The" and i > page.sentence(i)[0]
