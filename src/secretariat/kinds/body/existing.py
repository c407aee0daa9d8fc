"""Bodies that the words say exist: what X is, where it sits, what stands in apposition, what a photograph shows."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.body.institution import Body, body_phrase, is_name, name_of, type_of
from secretariat.kinds.body.routes import route_of
from secretariat.kinds.body.vocabulary import DEFINING, LOCATED, NOUN_TYPES, UNDERTAKINGS

PICTURES = frozenset({"photo", "picture", "image", "photograph", "view"})


def existing(page: Page) -> Iterator[Body]:
    """Every body of which the words say that it exists, sits somewhere, or has just been made."""
    yield from _defined(page)
    yield from _located(page)
    yield from _apposed(page)
    yield from _shown(page)
    yield from _new(page)
    yield from _to_work(page)


def exists(page: Page, phrase: Phrase, where: tuple[int, int], rule: str, *, kind: str = "", place: str = "") -> Body:
    """The body that a phrase names, as existing; `where` is the token range that says so."""
    type = kind or type_of(page, phrase) or "institution"
    first, last = min(where[0], phrase.first), max(where[1], phrase.last)
    route = route_of(page, phrase) if type == "infrastructure" else ()
    return Body(phrase.head, first, last, name_of(page, phrase), type, "exists", place=place, route=route, rule=rule)


def _defined(page: Page) -> Iterator[Body]:
    """ "X is a permanent organ of Y"."""
    for noun in page.triggers(DEFINING):
        verb = page.heads[noun]
        if page.deps[noun] != "attr" or page.lemmas[verb] != "be" or page.tags[verb] not in {"VBZ", "VBP"}:
            continue
        subject = subject_of(page, verb)
        owned = page.tags[noun - 1] == "PRP$" or any(page.deps[c] == "poss" for c in page.parsed.children[noun])
        if subject < 0 or owned or page.is_organisation(subject):
            continue
        phrase = body_phrase(page, subject)
        if _named(page, phrase):
            kind = NOUN_TYPES.get(page.lemmas[noun], "")
            body = exists(page, phrase, clause(page, verb), "body.is", kind=kind)
            yield body.under(_parent(page, noun))


def _named(page: Page, phrase: Phrase) -> bool:
    """A proper name; the predicate says what sort of body it is, so that the name itself need not."""
    word = page.word(phrase.head)
    acronym = word.isupper() and len(word) > 2
    return (is_name(page, phrase) or acronym) and not page.is_country(phrase.head)


def _parent(page: Page, noun: int) -> str:
    """The body that "of" names after "organ", "agency" and the like."""
    if page.lower[noun + 1 : noun + 2] != ("of",):
        return ""
    phrase = phrase_at(page, noun)
    words = [i for i in range(noun + 2, phrase.last) if capital(page, i)]
    return name_text(page, words[0], phrase.last) if words else ""


def _located(page: Page) -> Iterator[Body]:
    """ "The Centre is based in Minsk", "Its Committee sits in Accra"."""
    for verb in page.triggers(LOCATED):
        subject = subject_of(page, verb) if page.tags[verb] in {"VBN", "VBZ", "VBP"} else -1
        place = place_after(page, verb + 1, reach=3) if subject >= 0 else None
        if not place or page.is_organisation(subject):
            continue
        phrase = body_phrase(page, subject)
        if is_name(page, phrase) and type_of(page, phrase):
            yield exists(page, phrase, clause(page, verb), "body.located", place=name_text(page, *place))


def _apposed(page: Page) -> Iterator[Body]:
    """ "the Blue Bridge, an initiative among A, B and C", "X - a network of investors"."""
    for noun in page.triggers(DEFINING):
        if page.deps[noun] != "appos" or capital(page, noun) or page.lemmas[noun] not in NOUN_TYPES:
            continue
        head = _outermost(page, page.heads[noun])
        phrase = phrase_at(page, head, frozenset({"of", "for", "on", "in"}))
        named = is_name(page, phrase) or page.word(head) in page.acronyms
        beside = phrase.last < noun and page.word(phrase.last) in {",", "(", "–", "—"}
        if named and beside and not (page.is_country(head) or page.is_organisation(head)):
            last = phrase_at(page, noun, frozenset({"of", "among", "between", "for"})).last
            kind = NOUN_TYPES[page.lemmas[noun]]
            yield exists(page, phrase, (phrase.first, last), "body.apposed", kind=kind)


def _outermost(page: Page, head: int) -> int:
    """The noun that a name begins with where the apposition was hung on its last word ("Partnership for Rivers")."""
    preposition = page.heads[head]
    above = page.heads[preposition]
    inside = page.deps[head] == "pobj" and page.lower[preposition] in {"of", "for", "on"} and capital(page, head)
    return above if inside and capital(page, above) and page.tags[above] in {"NNP", "NN"} else head


def _shown(page: Page) -> Iterator[Body]:
    """ "This photo shows the Gdansk container terminal": a caption shows what stands there."""
    for verb in page.triggers({"show", "depict"}):
        subject = subject_of(page, verb)
        if subject < 0 or page.lemmas[subject] not in PICTURES:
            continue
        for child in page.parsed.children[verb]:
            phrase = body_phrase(page, child) if page.deps[child] == "dobj" else None
            if phrase and type_of(page, phrase) and _capitalised(page, phrase):
                place = place_after(page, phrase.last)
                where = name_text(page, *place) if place else ""
                yield exists(page, phrase, clause(page, verb), "body.shown", place=where)


def _capitalised(page: Page, phrase: Phrase) -> bool:
    return any(capital(page, i) for i in range(phrase.first, phrase.head + 1))


def _new(page: Page) -> Iterator[Body]:
    """ "our new Green Corridors Initiative": what its makers call new they announce."""
    for new in page.triggers({"new"}):
        theirs = page.tags[new - 1] in {"PRP$", "DT"} and page.lower[new - 1] != "the"
        if page.deps[new] != "amod" or not theirs or not capital(page, new + 1):
            continue
        phrase = body_phrase(page, page.heads[new])
        kind = type_of(page, phrase)
        if is_name(page, phrase) and kind in {"initiative", "programme"}:
            name = name_of(page, phrase)
            yield Body(new, phrase.first, phrase.last, name, kind, "announced", rule="body.new")


def _to_work(page: Page) -> Iterator[Body]:
    """ "The Rivers Partnership will connect ...": a named programme whose future work is told has been announced."""
    for head in page.triggers(UNDERTAKINGS):
        verb = page.heads[head]
        will = page.tags[verb] == "VB" and any(page.lower[c] == "will" for c in page.parsed.children[verb])
        if page.deps[head] != "nsubj" or not will or page.is_organisation(head):
            continue
        phrase = body_phrase(page, head)
        if is_name(page, phrase):
            first, last = clause(page, verb)
            name, kind = name_of(page, phrase), type_of(page, phrase)
            first = min(first, phrase.first)
            yield Body(verb, first, last, name, kind, "announced", modality="planned", rule="body.to-work")
