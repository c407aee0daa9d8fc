"""Instruments: texts that are signed, adopted, issued, ratified, in force or only proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.deeds import Deed, deeds
from secretariat.kinds._phrases.nouns import QUOTES, Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import members
from secretariat.kinds.instrument.vocabulary import (
    ACCEPTS,
    ENACT,
    NEVER_ALONE,
    NOMINALS,
    NOUN_TYPES,
    SAYING,
    STEPS,
    STRONG,
)

COMPLEMENTS = frozenset(
    {"of", "on", "for", "to", "against", "concerning", "regarding", "about", "in", "toward", "towards", "between"}
)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b")
_BEYOND = re.compile(r"\b((?:19|20)\d\d) and beyond\b")


@dataclass(frozen=True, slots=True)
class Text:
    """One instrument as the words tell it; ranges are tokens, `rule` says how it was found."""

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


def instruments(page: Page) -> list[Text]:
    """Every instrument that a deed is told of, in order of the text."""
    found = [t for deed in deeds(page, STEPS, NOMINALS) for t in _of_deed(page, deed)]
    found += [t for verb in page.triggers(ENACT) for t in _in_force(page, verb)]
    found += list(_speaking(page))
    return sorted(found, key=lambda t: (t.first, t.anchor))


def _of_deed(page: Page, deed: Deed) -> Iterator[Text]:
    step = STEPS.get(deed.lemma)
    if not step:
        return
    first, last = clause(page, deed.anchor)
    for thing in deed.things:
        phrase = phrase_at(page, thing, COMPLEMENTS)
        kind = kind_of(page, phrase, deed.lemma)
        if kind:
            parties = members(page, deed.agent) if deed.agent >= 0 else ()
            yield Text(
                deed.anchor, min(first, phrase.first), max(last, phrase.last), title_of(page, phrase), kind, step,
                parties + with_parties(page, phrase), covers(page, phrase), f"instrument.{deed.form}",
            )  # fmt: skip


def kind_of(page: Page, phrase: Phrase, verb: str) -> str:
    """The type of instrument that a phrase names as the object of `verb`; empty where it names none."""
    noun = page.lemmas[phrase.head]
    title = title_of(page, phrase)
    proper = title[:1].isupper() and " " in title
    if noun not in NOUN_TYPES:
        return _titled(page, phrase) if verb in {"sign", "adopt", "approve", "endorse"} else ""
    kind = NOUN_TYPES[noun]
    if noun in NEVER_ALONE and not (proper and capital(page, phrase.head)):
        return ""
    if verb not in ACCEPTS.get(kind, {verb}):
        return ""
    if verb in {
        "accept",
        "pass",
        "extend",
        "renew",
        "prepare",
        "propose",
        "draft",
        "unveil",
        "release",
        "yield",
        "conclude",
    } and not (noun in STRONG or title):
        return ""
    return kind


def _titled(page: Page, phrase: Phrase) -> str:
    """A quoted or capitalised name holds the noun elsewhere ("Vision 2030", "Bali Concord II")."""
    words = {page.lemmas[i] for i in range(phrase.first, phrase.last) if capital(page, i)}
    return next((NOUN_TYPES[w] for w in sorted(words) if w in NOUN_TYPES and w not in {"note", "act"}), "")


def title_of(page: Page, phrase: Phrase) -> str:
    """The title as written; empty for a bare noun ("the treaty", "a joint statement")."""
    first, last = phrase.first, phrase.last
    if page.word(first - 1) in QUOTES and first > 0:
        close = next(
            (
                i
                for i in range(phrase.head, min(phrase.head + 20, page.sentence(phrase.head)[1]))
                if page.word(i) in QUOTES
            ),
            0,
        )
        last = close or last
    text = name_text(page, first, last)
    words = text.lower().split()
    bare = len(words) < 3 and not any(w[:1].isupper() for w in text.split()[:-1]) and not text[:1].isupper()
    return "" if bare else text


def with_parties(page: Page, phrase: Phrase) -> tuple[str, ...]:
    """Parties that "with" or "between" names right after the phrase."""
    nxt = phrase.last
    if page.lower[nxt : nxt + 1] not in {("with",), ("between",)}:
        return ()
    head = next((c for c in page.parsed.children[nxt] if page.deps[c] == "pobj"), -1)
    return members(page, head) if head >= 0 else ()


def covers(page: Page, phrase: Phrase) -> str:
    """The period that a title names ("for 2023-2027"), as EDTF."""
    text = page.parsed.slice(phrase.first, min(phrase.last + 6, page.sentence(phrase.head)[1]))
    found = _YEARS.search(text)
    if found:
        return f"{found[1]}/{found[2]}"
    later = _BEYOND.search(text)
    return f"{later[1]}/.." if later else ""


def _in_force(page: Page, verb: int) -> Iterator[Text]:
    """ "entered into force", "took effect", "came into effect": the subject is in force."""
    words = page.lower[verb + 1 : verb + 3]
    if page.tags[verb][:2] != "VB" or not (
        words in {("into", "force"), ("into", "effect")} or words[:1] == ("effect",)
    ):
        return
    from secretariat.kinds._phrases.people import subject_of

    subject = subject_of(page, verb)
    if subject < 0 or page.lemmas[subject] not in NOUN_TYPES:
        return
    phrase = phrase_at(page, subject, COMPLEMENTS)
    first, last = clause(page, verb)
    yield Text(
        verb,
        min(first, phrase.first),
        last,
        title_of(page, phrase),
        NOUN_TYPES[page.lemmas[subject]],
        "in-force",
        (),
        covers(page, phrase),
        "instrument.in-force",
    )


def _speaking(page: Page) -> Iterator[Text]:
    """ "In the Baku Declaration, the ministers ...", "The Quito Declaration calls ...": what it says it says as adopted."""
    for head in page.triggers({"declaration", "communique", "communiqué"}):
        phrase = phrase_at(page, head)
        low, high = page.sentence(head)
        title = title_of(page, phrase)
        if phrase.determiner != "the" or not (title[:1].isupper() and " " in title and head - phrase.first > 0):
            continue
        opening = phrase.first - 2 == low and page.lower[low] == "in"
        verb = page.heads[head]
        speaks = page.deps[head] == "nsubj" and page.lemmas[verb] in SAYING
        if opening or speaks:
            yield Text(
                head,
                low,
                high,
                title,
                NOUN_TYPES[page.lemmas[head]],
                "adopted",
                (),
                covers(page, phrase),
                "instrument.speaks",
            )
