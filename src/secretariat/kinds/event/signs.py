"""Signs: what the words around the noun of an occasion say: its name, number, place, day, and the verb over it."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import governing_verb, passive_after
from secretariat.kinds._phrases.nouns import NOUN_TAGS, Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.ordinals import ordinal_in
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.event.vocabulary import HOLD, NOUN_TYPES, ONLINE, TAKE_PART, TELEPHONE, UNCOUNTED

COMPLEMENTS = frozenset({"of", "on", "for"})
BARE = word_set("leaders ministers ministerial summit annual plenary opening closing")
"""Capitalised words that name no occasion by themselves: "the Leaders' Summit" looks back."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words around one head noun say.

    Attributes:
        phrase: the noun phrase. type: event type of the noun. words: its words up to the head, in lower case.
        number: its ordinal. verb, role: the governing verb and what the noun is to it ("object", "subject", "setting").
        place: token range of the place right after it. dated: a date stands in it or right after it.
        named: it is a proper name. held: a verb of holding or taking part governs it. plural: several are meant.
    """

    phrase: Phrase
    type: str
    words: tuple[str, ...]
    number: int | None
    verb: int
    role: str
    place: tuple[int, int] | None
    dated: bool
    named: bool
    held: bool
    plural: bool

    @property
    def head(self) -> int:
        """The head noun."""
        return self.phrase.head


def signs_at(page: Page, head: int) -> Signs | None:
    """Read the signs of the occasion whose noun stands at `head`; None where the noun means none or any number."""
    if page.tags[head] not in NOUN_TAGS or _qualifies_another(page, head):
        return None
    phrase = phrase_at(page, head, COMPLEMENTS)
    words = page.lower[phrase.first : phrase.head + 1]
    kind = _type(page, head, words[:-1])
    number = _number(words, kind)
    plain = {page.lower[i] for i in range(phrase.first, head) if not capital(page, i)}
    if not kind or phrase.determiner in UNCOUNTED or (plain & UNCOUNTED and not number):
        return None
    verb, role = governing_verb(page, head)
    named = capital(page, head) and page.tags[head] in {"NNP", "NNPS", "NN"} and _proper(page, phrase)
    dated = any(page.time_at(i) for i in range(phrase.first, head)) or date_follows(page, phrase.last)
    plural = page.tags[head] in {"NNS", "NNPS"}
    place = place_after(page, phrase.last)
    held = _held(page, phrase, verb, role)
    return Signs(phrase, kind, words, number, verb, role, place, dated, named, held, plural)


def _qualifies_another(page: Page, head: int) -> bool:
    """True where the noun only qualifies another ("summit outcomes") or lies in the name of a body."""
    nxt = head + 1
    if nxt >= page.sentence(head)[1]:
        return False
    hyphen = page.word(nxt) in {"-", "–", "/"} and page.starts[nxt] == page.ends[head]
    if hyphen or page.tags[nxt] == "POS":
        return True
    inside = page.name_at.get(head)
    if inside and page.is_organisation(head) and inside.last - inside.first > 1:
        return not _counted_name(page, inside.first, inside.last)
    if page.lower[nxt] in ONLINE | {"co"} or page.word(nxt) == "#":
        return False
    return page.tags[nxt] in NOUN_TAGS and not page.time_at(nxt)


def _counted_name(page: Page, first: int, last: int) -> bool:
    """ "the 51st Pacific Islands Forum was held": a body whose name carries a number is its meeting."""
    before = page.lower[max(first - 6, page.sentence(first)[0]) : first]
    nearby = before[-3:] if before[-1:] != (")",) else before
    return bool(ordinal_in((*nearby, ""))) and passive_after(page, last, HOLD)


def _type(page: Page, head: int, before: tuple[str, ...]) -> str:
    noun = page.lemmas[head]
    if noun in {"conversation", "call", "conference"} and set(before) & TELEPHONE:
        return "call"
    if noun in {"conversation", "call"}:
        return "call" if noun == "call" and partner(page, head) >= 0 else ""
    if noun == "tour" and page.lower[head + 1 : head + 2] == ("d’horizon",):
        return ""
    return NOUN_TYPES.get(noun, "")


def _proper(page: Page, phrase: Phrase) -> bool:
    """A name of its own: capitals beside the head ("SCO Summit", "Forum on Governance")."""
    before = [i for i in range(phrase.first, phrase.head) if capital(page, i) and page.tags[i] not in {"CD", "POS"}]
    if any(page.lower[i] not in BARE for i in before):
        return True
    return phrase.last > phrase.head + 2 and capital(page, phrase.last - 1)


def _held(page: Page, phrase: Phrase, verb: int, role: str) -> bool:
    if role == "object" and page.lemmas[verb] in HOLD | TAKE_PART:
        return True
    takes_place = page.lemmas[verb] == "take" and page.lower[verb + 1 : verb + 2] == ("place",)
    if role == "subject" and (takes_place or page.lemmas[verb] in {"happen", "occur"}):
        return True
    return passive_after(page, phrase.last, HOLD)


def _number(words: tuple[str, ...], kind: str) -> int | None:
    """The ordinal of a meeting; an Inaugural Ceremony opens something else."""
    opening = kind in {"ceremony", "speech", "celebration"} and "inaugural" in words
    return None if opening else ordinal_in(words[:-1])


def date_follows(page: Page, i: int) -> bool:
    """Whether a date begins at token `i` or after a preposition there."""
    for j in range(i, min(i + 3, len(page))):
        if page.time_at(j):
            return True
        if page.lower[j] not in {"on", "in", "of", "from", "this", ",", "held", "("}:
            return False
    return False


def partner(page: Page, head: int) -> int:
    """Where "with" or "between" stands right after a noun or after a date beside it, -1 where neither does."""
    for i in range(head + 1, min(head + 6, page.sentence(head)[1])):
        if page.lower[i] in {"with", "between"}:
            return i
        if not page.time_at(i) and page.lower[i] not in {"on", "this", "earlier", "today", "yesterday"}:
            break
    return -1


def name_beside(page: Page, head: int, first: int) -> tuple[str, int]:
    """The name beside a common noun and one past it: "exercise, Steppe Eagle, ..." or "the "Blue Wave" exercise"."""
    if page.word(head + 1) == "," and capital(page, head + 2) and page.tags[head + 2] in {"NNP", "NNPS"}:
        last = head + 2
        while page.tags[last] in {"NNP", "NNPS", "CD"}:
            last += 1
        return name_text(page, head + 2, last), last
    marks = [i for i in range(max(head - 12, page.sentence(head)[0]), head) if page.word(i) in {"“", "”", '"'}]
    if len(marks) >= 2 and marks[-1] >= first - 1:
        return name_text(page, marks[-2] + 1, marks[-1]), 0
    return "", 0
