"""Bodies that begin to work, or that came out of others."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.fullest import antecedent
from secretariat.kinds._phrases.modality import modality_of
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.body.institution import Body, body_phrase, is_name, name_of, type_of
from secretariat.kinds.body.vocabulary import NOUN_TYPES, STARTS_WORK

BEGIN = frozenset({"begin", "start", "commence", "open"})
LAST = frozenset({"operate", "function", "work"})
CAME_FROM = {"grow": {"of"}, "emerge": {"from", "of"}, "evolve": {"from", "of"}, "precede": {"by"}}
"""Verbs of origin with the prepositions that open what came before."""
REPLACE = frozenset({"succeed", "replace"})


def working(page: Page) -> Iterator[Body]:
    """Every body that opens, begins its work, works since a day, or has a predecessor."""
    for verb in page.triggers(BEGIN | LAST):
        if page.tags[verb][:2] == "VB" and page.deps[verb] != "amod" and _works(page, verb):
            yield from _at_work(page, verb)
    for verb in page.triggers(REPLACE | CAME_FROM.keys()):
        if page.tags[verb] in {"VBD", "VBN", "VBZ"}:
            yield from _successor(page, verb)


def _works(page: Page, verb: int) -> bool:
    """ "began its work", "has been operating since", "opened in Shanghai"."""
    lemma = page.lemmas[verb]
    if lemma == "open":
        children = page.parsed.children[verb]
        intransitive = not any(page.deps[c] in {"dobj", "nsubjpass"} for c in children)
        return page.tags[verb] == "VBD" and intransitive and bool(place_after(page, verb + 1) or page.time_at(verb + 2))
    if lemma in BEGIN:
        return any(page.lemmas[i] in STARTS_WORK for i in range(verb + 1, min(verb + 4, len(page))))
    return "since" in page.lower[verb : verb + 4]


def _at_work(page: Page, verb: int) -> Iterator[Body]:
    subject = subject_of(page, verb)
    name, head = _named_subject(page, subject) if subject >= 0 else ("", -1)
    modality = modality_of(page, verb)
    if name and modality != "denied":
        first, last = clause(page, verb)
        kind = type_of(page, phrase_at(page, head)) or "institution"
        step = "opened" if page.lemmas[verb] in BEGIN else "operating"
        yield Body(verb, first, last, name, kind, step, modality=modality, dated=True, rule="body.works")


def _named_subject(page: Page, subject: int) -> tuple[str, int]:
    """The body that a subject names or looks back to, with its head; ("", -1) where it is none."""
    phrase = body_phrase(page, subject)
    if (is_name(page, phrase) and type_of(page, phrase)) or page.is_organisation(subject):
        return name_of(page, phrase), subject
    bare = phrase.determiner in {"the", "this"} and phrase.last == subject + 1 and not capital(page, subject)
    return antecedent(page, subject) if bare and page.lemmas[subject] in NOUN_TYPES else ("", -1)


def _successor(page: Page, verb: int) -> Iterator[Body]:
    """ "The Union grew out of the customs union", "It was preceded by the River Council"."""
    subject = subject_of(page, verb)
    if subject < 0:
        return
    name, head = antecedent(page, subject) if page.lower[subject] == "it" else _named_subject(page, subject)
    old = _predecessor(page, verb)
    if head < 0 or not old:
        return
    first, last = clause(page, verb)
    before = name_text(page, old.first, old.last)
    if page.lemmas[verb] == "precede":
        yield Body(verb, first, last, before, type_of(page, old) or "mechanism", "exists", rule="body.preceded")
    else:
        yield Body(
            verb, first, last, name, "institution", "established", predecessor=before, dated=True, rule="body.successor"
        )


def _predecessor(page: Page, verb: int) -> Phrase | None:
    """What a body came from: after "out of", "from" or "by", or the object of succeed and replace; it has a name."""
    if page.lemmas[verb] in REPLACE:
        found = next((c for c in page.parsed.children[verb] if page.deps[c] == "dobj"), -1)
        named = found >= 0 and (is_name(page, phrase_at(page, found)) or page.is_organisation(found))
        return phrase_at(page, found) if named else None
    words = CAME_FROM[page.lemmas[verb]]
    opener = next((j for j in range(verb + 1, min(verb + 4, len(page))) if page.lower[j] in words), -1)
    following = range(opener + 1, min(opener + 7, page.sentence(verb)[1])) if opener >= 0 else range(0)
    nouns = (j for j in following if page.tags[j][:2] == "NN" and page.tags[j + 1 : j + 2] not in _NOUNS)
    head = next(nouns, -1)
    old = phrase_at(page, head) if head >= 0 else None
    return old if old and any(capital(page, i) for i in range(old.first, old.last)) else None


_NOUNS = {("NN",), ("NNP",), ("NNS",)}
