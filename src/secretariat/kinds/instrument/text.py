"""Text: one candidate instrument on a page, made from the phrase that names it."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.kinds._phrases.nouns import Phrase
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import actors, members
from secretariat.kinds.instrument.titles import covers, full_title
from secretariat.kinds.instrument.vocabulary import NOUN_TYPES


@dataclass(frozen=True, slots=True)
class Text:
    """One instrument as the words tell it.

    Attributes:
        anchor: the token that tells it. first, last: half-open token range of the evidence.
        title, type, step, parties, covers, event: as in claims.md. rule: how it was found.
        modality: empty where the anchor decides. mentions: token ranges of further places.
    """

    anchor: int
    first: int
    last: int
    title: str
    type: str
    step: str
    parties: tuple[str, ...] = ()
    covers: str = ""
    rule: str = ""
    event: str = ""
    modality: str = ""
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """By which rule, at which token and in which words something is told of a text."""

    rule: str
    step: str
    anchor: int
    first: int
    last: int


def text_of(page: Page, phrase: Phrase, telling: Telling, *, kind: str = "", parties: tuple[str, ...] = ()) -> Text:
    """The instrument that a phrase names; its noun gives the type unless `kind` is given."""
    first, last = min(telling.first, phrase.first), max(telling.last, phrase.last)
    return Text(
        telling.anchor,
        first,
        last,
        full_title(page, phrase),
        kind or NOUN_TYPES[page.lemmas[phrase.head]],
        telling.step,
        parties + partners(page, phrase),
        covers(page, phrase),
        telling.rule,
    )


def partners(page: Page, phrase: Phrase) -> tuple[str, ...]:
    """Parties that "with" or "between" names right after the phrase."""
    head = _after(page, phrase.last, {"with", "between"})
    return members(page, head) if head >= 0 else ()


def signers(page: Page, phrase: Phrase) -> tuple[str, ...]:
    """Who did it where "by" follows the text ("the ratification of the Treaty by Chad")."""
    head = _after(page, phrase.last, {"by"})
    return actors(page, head) if head >= 0 else ()


def _after(page: Page, i: int, prepositions: set[str]) -> int:
    """The head noun that a preposition at token `i` governs, -1 where none of them stands there."""
    if page.word(i).lower() not in prepositions:
        return -1
    return next((c for c in page.parsed.children[i] if page.deps[c] == "pobj"), -1)
