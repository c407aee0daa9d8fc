"""Bodies that the words say exist: what X is, where it sits, examples of mechanisms and projects, organs in a list."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.lists import head_of, items_from
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of
from secretariat.kinds._phrases.places import place_after, place_at
from secretariat.kinds.body.institution import Body, body_phrase, is_name, name_of, type_of
from secretariat.kinds.body.routes import route_of
from secretariat.kinds.body.vocabulary import DEFINING, LISTING, LOCATED, NOUN_TYPES, ORGANS, STARTS_WORK


def existing(page: Page) -> Iterator[Body]:
    """Every body of which the words say that it exists, works or sits somewhere."""
    yield from _defined(page)
    yield from _located(page)
    yield from _examples(page)
    yield from _organs(page)
    yield from _working(page)
    yield from _apposed(page)


def _defined(page: Page) -> Iterator[Body]:
    """"X is a permanent organ of Y"."""
    for noun in page.triggers(DEFINING):
        verb = page.heads[noun]
        if page.deps[noun] == "attr" and page.lemmas[verb] == "be" and page.tags[verb] in {"VBZ", "VBP"}:
            subject = subject_of(page, verb)
            phrase = body_phrase(page, subject) if subject >= 0 else None
            if phrase and _named(page, phrase) and not page.is_organisation(subject):
                yield _exists(page, phrase, clause(page, verb), "body.is", parent=_parent(page, noun), kind=NOUN_TYPES.get(page.lemmas[noun], ""), anchor=verb)


def _named(page: Page, phrase: Phrase) -> bool:
    return is_name(page, phrase) and bool(type_of(page, phrase)) or capital(page, phrase.head) and page.word(phrase.head).isupper() and len(page.word(phrase.head)) > 2


def _parent(page: Page, noun: int) -> str:
    """The body that "of" names after "organ", "agency" and the like."""
    if page.lower[noun + 1 : noun + 2] != ("of",):
        return ""
    phrase = phrase_at(page, noun)
    words = [i for i in range(noun + 2, phrase.last) if capital(page, i)]
    return name_text(page, words[0], phrase.last) if words else ""


def _located(page: Page) -> Iterator[Body]:
    """"The Centre is based in Minsk", "Its Committee sits in Accra"."""
    for verb in page.triggers(LOCATED):
        if page.tags[verb] in {"VBN", "VBZ", "VBP"}:
            subject = subject_of(page, verb)
            place = place_after(page, verb + 1, reach=3)
            phrase = body_phrase(page, subject) if subject >= 0 and place else None
            if phrase and place and is_name(page, phrase) and type_of(page, phrase) and not page.is_organisation(subject):
                yield _exists(page, phrase, clause(page, verb), "body.located", place=name_text(page, *place), anchor=verb)


def _examples(page: Page) -> Iterator[Body]:
    """"mechanisms such as the A and the B", "including the C and the D"."""
    for noun in page.triggers(LISTING):
        if page.tags[noun] not in {"NNS", "NNPS"}:
            continue
        start = noun + 3 if page.lower[noun + 1 : noun + 3] == ("such", "as") else 0
        if start:
            for first, last in items_from(page, start):
                head = head_of(page, first, last)
                if head >= 0 and page.lemmas[head] in NOUN_TYPES:
                    phrase = body_phrase(page, head)
                    whole = Phrase(first, head, max(last, phrase.last) if phrase.last <= last else last)
                    if any(capital(page, i) for i in range(first, last)):
                        low, high = page.sentence(noun)
                        yield _exists(page, whole, (low, high), "body.example", anchor=noun)


def _organs(page: Page) -> Iterator[Body]:
    """"Organs: Council; Secretariat (Almaty); Court"."""
    for noun in page.triggers(ORGANS):
        low, high = page.sentence(noun)
        if noun > low + 2 or page.word(noun + 1) != ":":
            continue
        for first, last in items_from(page, noun + 2):
            close = next((i for i in range(first, last) if page.word(i) == "("), last)
            head = head_of(page, first, close)
            if head >= 0 and capital(page, head):
                place = place_at(page, close + 1) if close < last else None
                yield _exists(page, Phrase(first, head, close), (low, high), "body.organ-list", place=name_text(page, *place) if place else "", anchor=noun)


def _working(page: Page) -> Iterator[Body]:
    """"The Council began its work", "has been operating since", "entered operation": the body works."""
    for verb in page.triggers({"begin", "start", "commence", "operate", "function"}):
        if page.tags[verb][:2] != "VB":
            continue
        subject = subject_of(page, verb)
        if subject < 0 or page.lower[verb] == "operating" and page.deps[verb] == "amod":
            continue
        phrase = body_phrase(page, subject)
        begins = page.lemmas[verb] in {"begin", "start", "commence"}
        works = any(page.lemmas[i] in STARTS_WORK for i in range(verb + 1, min(verb + 4, len(page)))) if begins else _since(page, verb)
        if works and (is_name(page, phrase) and type_of(page, phrase) or page.lemmas[subject] in NOUN_TYPES and phrase.determiner == "the"):
            first, last = clause(page, verb)
            yield Body(verb, first, last, name_of(page, phrase), type_of(page, phrase), "opened" if begins else "operating", dated=True, rule="body.works")


def _since(page: Page, verb: int) -> bool:
    return "since" in page.lower[verb : verb + 4]


def _apposed(page: Page) -> Iterator[Body]:
    """"the Blue Bridge, an initiative among A, B and C", "X - a network of investors": said what it is in apposition."""
    for noun in page.triggers(DEFINING):
        if page.deps[noun] != "appos" or capital(page, noun):
            continue
        head = page.heads[noun]
        phrase = body_phrase(page, head)
        if phrase.last <= noun and is_name(page, phrase) and not page.is_organisation(head) and type_of(page, phrase):
            last = phrase_at(page, noun, frozenset({"of", "among", "between", "for"})).last
            yield _exists(page, phrase, (phrase.first, last), "body.apposed", kind=NOUN_TYPES.get(page.lemmas[noun], ""), anchor=head)


def _exists(page: Page, phrase: Phrase, where: tuple[int, int], rule: str, *, anchor: int, place: str = "", parent: str = "", kind: str = "") -> Body:
    type = kind or type_of(page, phrase) or "institution"
    return Body(
        anchor, min(where[0], phrase.first), max(where[1], phrase.last), name_of(page, phrase), type, "exists", place=place, parent=parent,
        route=route_of(page, phrase) if type == "infrastructure" else (), rule=rule,
    )  # fmt: skip
