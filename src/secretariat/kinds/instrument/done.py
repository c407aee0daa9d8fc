"""Texts to which something is done: signed, adopted, issued, ratified, negotiated, in force."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause, from_agent
from secretariat.kinds._phrases.deeds import Deed, deeds, next_item
from secretariat.kinds._phrases.nouns import phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import named_actors, subject_of
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.instrument.text import Telling, Text, signers, text_of
from secretariat.kinds.instrument.titles import COMPLEMENTS, kind_of
from secretariat.kinds.instrument.vocabulary import ENACT, NOMINALS, NOUN_TYPES, STEPS, STRONG

PARTS = word_set("tranche text draft version package set series part")
"""Nouns whose "of" names the text that is meant ("the text of the treaty")."""


def done_texts(page: Page) -> Iterator[Text]:
    """Every text of which a deed is told, and every one that enters into force."""
    for deed in deeds(page, STEPS, NOMINALS):
        if deed.lemma in STEPS:
            yield from _of_deed(page, deed)
    for verb in page.triggers(ENACT):
        yield from _in_force(page, verb)


def _of_deed(page: Page, deed: Deed) -> Iterator[Text]:
    first, last = clause(page, deed.anchor)
    first = from_agent(page, first, deed.agent)
    telling = Telling(f"instrument.{deed.form}", STEPS[deed.lemma], deed.anchor, first, last)
    things = list(deed.things)
    while things:
        thing = _meant(page, things.pop(0))
        phrase = phrase_at(page, thing, COMPLEMENTS)
        further = next_item(page, phrase.last)
        if further > thing and further not in things and further not in deed.things:
            things.append(further)
        kind = kind_of(page, phrase, deed.lemma)
        if kind:
            parties = named_actors(page, deed.agent) or signers(page, phrase)
            yield text_of(page, phrase, telling, kind=kind, parties=parties)


def _meant(page: Page, thing: int) -> int:
    """The text itself where a part or version of it is named."""
    if page.lemmas[thing] not in PARTS or page.lower[thing + 1 : thing + 2] != ("of",):
        return thing
    inner = (i for c in page.parsed.children[thing] if page.lower[c] == "of" for i in page.parsed.children[c])
    return next((i for i in inner if page.deps[i] == "pobj"), thing)


def _entered(page: Page, verb: int) -> Iterator[Text]:
    """ "entered into an agreement": the parties have signed it."""
    into = verb + 1
    for thing in (c for c in page.parsed.children[into] if page.deps[c] == "pobj"):
        if page.lemmas[thing] in STRONG:
            first, last = clause(page, verb)
            agent = subject_of(page, verb)
            telling = Telling("instrument.entered-into", "signed", verb, from_agent(page, first, agent), last)
            yield text_of(page, phrase_at(page, thing, COMPLEMENTS), telling, parties=named_actors(page, agent))


def _in_force(page: Page, verb: int) -> Iterator[Text]:
    """ "entered into force", "took effect", "came into effect": the subject is in force."""
    words = page.lower[verb + 1 : verb + 3]
    if page.lemmas[verb] == "enter" and words[:1] == ("into",) and page.tags[verb][:2] == "VB":
        yield from _entered(page, verb)
    enacted = words in {("into", "force"), ("into", "effect")} or words[:1] == ("effect",)
    subject = subject_of(page, verb) if enacted and page.tags[verb][:2] == "VB" else -1
    if subject >= 0 and page.lemmas[subject] in NOUN_TYPES:
        telling = Telling("instrument.in-force", "in-force", verb, *clause(page, verb))
        yield text_of(page, phrase_at(page, subject, COMPLEMENTS), telling)
