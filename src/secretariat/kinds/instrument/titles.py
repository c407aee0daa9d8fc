"""Titles of instruments: what a phrase is called, what sort of text it names, which period it covers."""

from __future__ import annotations

import re

from secretariat.kinds._phrases.nouns import QUOTES, Phrase, capital, name_text
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.quotes import quoted_title
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.instrument.vocabulary import ACCEPTS, NEVER_ALONE, NOUN_TYPES, STRONG

COMPLEMENTS = word_set("of on for to against concerning regarding about in toward towards between")
"""Prepositions that open a part of a title."""
BARE_TITLES = frozenset(
    f"{kind} of {what}"
    for kind in ("memorandum", "protocol", "letter", "agreement", "statement", "declaration")
    for what in ("understanding", "cooperation", "obligations", "intent", "commitments", "principle", "principles")
)
"""Kinds of texts, not titles."""
RANKING = word_set("first second third last only new next same single sole other another major historic landmark")
"""Words before a noun that rank or praise it: no title begins with them in lower case."""
MESSAGES = word_set("message letter telegram note cable")
LASTING = word_set("plan strategy policy agreement memorandum treaty statement report convention charter declaration")
"""Instruments that are announced, launched or extended under their own title."""
VAGUE = word_set("accept pass prepare propose draft unveil release conclude")
"""Verbs that make a text only of what is named or is a text in any case."""
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\b(?:until|till|up to|through|to) ((?:19|20)\d\d)\b(?!\s*[-–])")
_BEYOND = re.compile(r"\b((?:19|20)\d\d) and beyond\b")
_GOES_ON = frozenset({"for", "until", "to", "(", "through"})


def kind_of(page: Page, phrase: Phrase, verb: str) -> str:
    """The type of instrument that a phrase names as the object of `verb`; empty where it names none."""
    noun = page.lemmas[phrase.head]
    if _counted(page, phrase):
        return ""
    if noun not in NOUN_TYPES:
        return _titled(page, phrase) if verb in {"sign", "adopt", "approve", "endorse"} else ""
    kind, title = NOUN_TYPES[noun], title_of(page, phrase)
    proper = title[:1].isupper() and " " in title
    if noun in NEVER_ALONE and not (proper and capital(page, phrase.head)):
        return ""
    if verb not in ACCEPTS.get(kind, {verb}) or (noun == "framework" and verb in {"propose", "announce", "launch"}):
        return ""
    if verb in {"announce", "launch", "extend", "renew"} and not (proper and kind in LASTING):
        return ""
    if verb == "establish" and noun not in {"memorandum", "mou", "moc", "moa"}:
        return ""
    return kind if noun in STRONG or title or verb not in VAGUE else ""


def _counted(page: Page, phrase: Phrase) -> bool:
    """ "signed 14 agreements" is a figure."""
    number = any(page.tags[i] == "CD" and not page.time_at(i) for i in range(phrase.first, phrase.head))
    return number and page.tags[phrase.head] in {"NNS", "NNPS"}


def _titled(page: Page, phrase: Phrase) -> str:
    """A quoted or capitalised name holds the noun elsewhere ("Vision 2030", "Bali Concord II")."""
    words = {page.lemmas[i] for i in range(phrase.first, phrase.last) if capital(page, i)}
    return next((NOUN_TYPES[w] for w in sorted(words) if w in NOUN_TYPES and w not in {"note", "act"}), "")


def title_of(page: Page, phrase: Phrase) -> str:
    """The title as written; empty for a bare noun ("the treaty", "a joint statement")."""
    first, last = phrase.first, _closing_mark(page, phrase) or phrase.last
    text = name_text(page, first, last)
    plain = text.lower().replace("memorandums", "memorandum").replace("memoranda", "memorandum")
    named = any(capital(page, i) for i in range(first, last))
    ranked = not named and (page.lower[first] in RANKING or page.tags[first] in {"JJS", "RBS"})
    if ranked:  # "the first safety law in decades" says which it is, not what it is called
        return ""
    message = page.lemmas[phrase.head] in MESSAGES and not text[:1].isupper()
    if message or plain.split(" and ")[0] in BARE_TITLES:
        return ""
    others = [i for i in range(first, last) if i != phrase.head]
    telling = [i for i in others if page.tags[i][:2] == "NN" or (capital(page, i) and page.tags[i] != "DT")]
    return text if telling else ""


def _closing_mark(page: Page, phrase: Phrase) -> int:
    """Where quotation marks that open right before a phrase close, 0 where none open."""
    if phrase.first == 0 or page.word(phrase.first - 1) not in QUOTES:
        return 0
    high = min(phrase.head + 20, page.sentence(phrase.head)[1])
    return next((i for i in range(phrase.head, high) if page.word(i) in QUOTES), 0)


def full_title(page: Page, phrase: Phrase) -> str:
    """The title, with the period where only that tells which plan it is ("strategy for 2016-2025")."""
    title = title_of(page, phrase)
    if not title[:1].isupper():
        title = quoted_title(page, phrase.last) or title
    if title or not covers(page, phrase) or page.lower[phrase.last] not in {"for", "until", "to"}:
        return title
    last = phrase.last + 1
    while page.time_at(last) or page.word(last) in {"-", "–"}:
        last += 1
    return name_text(page, phrase.first, last)


def covers(page: Page, phrase: Phrase) -> str:
    """The period that a title names ("for 2023-2027", "until 2035"), as EDTF; empty where it names none."""
    goes_on = page.word(phrase.last).lower() in _GOES_ON
    end = min(phrase.last + 6 * goes_on, page.sentence(phrase.head)[1])
    text = page.parsed.slice(phrase.first, end)
    if until := _UNTIL.search(text):
        return f"../{until[1]}"
    if years := _YEARS.search(text):
        return f"{years[1]}/{years[2]}"
    later = _BEYOND.search(text)
    return f"{later[1]}/.." if later else ""
