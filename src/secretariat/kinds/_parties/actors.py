"""Actors: whom a noun phrase or a pronoun names."""

from __future__ import annotations

import re

from secretariat.frame import Reading
from secretariat.frame.reading import name_of_text
from secretariat.kinds._parties.known import is_party_name, resolved
from secretariat.kinds._parties.people import described, person, proper_part
from secretariat.kinds._parties.signatories import we
from secretariat.kinds._parties.vocabulary import (
    FIRST_PERSON,
    JOINING,
    OFFICES,
    PARTY_TYPES,
    PEOPLE,
    THINGS,
    TITLE_NOUNS,
    TITLES,
)

# So many tokens after an office its holder's name may stand.
APPOSED = 10


def actors(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    """Who a noun phrase names: ids where all of it is names of parties, else its words.

    Args:
        first, last: half-open range of its tokens. head: its head token.
    """
    parsed = reading.parsed
    if parsed.tags[head] in ("PRP", "PRP$") or parsed.word(head).lower() in FIRST_PERSON:
        return pronoun(reading, head)
    named = reading.mentions_in(first, last)
    covered = {t for m in named for t in range(m.first, m.last)}
    rest = [parsed.word(i).lower() for i in range(first, last) if i not in covered and parsed.pos[i] != "PUNCT"]
    if named and all(w in JOINING for w in rest) and all(is_party_name(m) for m in named):
        return tuple(dict.fromkeys(m.id for m in named))
    parts = [head, *(c for c in reading.tree.conjuncts(head) if c != head)]
    if len(parts) > 1 and all(parsed.pos[p] == "PROPN" or _is_named(reading, p) for p in parts):
        return tuple(dict.fromkeys(n for p in parts for n in _one(reading, *_trimmed(reading, first, last, p), p)))
    if len(parts) > 1:  # "companies and non-profits" is one actor
        return (name_of_text(parsed, first, min(last, max(reading.tree.phrase(p)[1] for p in parts))),)
    return _one(reading, *_trimmed(reading, first, last, head), head)


def value(names: tuple[str, ...]) -> str | tuple[str, ...] | None:
    """An argument that is one value or a list."""
    return None if not names else names[0] if len(names) == 1 else names


def _is_named(reading: Reading, token: int) -> bool:
    mention = reading.mention_at(token)
    return mention is not None and is_party_name(mention)


def _one(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    words = re.sub(r"['’]s$", "", name_of_text(reading.parsed, first, last))
    known = "" if OFFICES.search(words) else resolved(words)
    if known:
        return (known,)
    parsed = reading.parsed
    named = next((c for c in reading.tree.children[head] if _name_beside(reading, head, c)), None)
    if named is not None and named < last + APPOSED:
        head, words = named, name_of_text(parsed, *reading.tree.phrase(named))
    if words in TITLES or (len(words.split()) == 2 and set(words.split()) <= TITLES):
        words = described(words, parsed.document.text[: parsed.starts[first]], parsed.document.title)
    elif parsed.pos[head] == "PROPN":
        words = person(proper_part(words), parsed.document.title + "\n" + parsed.document.text)
    elif parsed.lemmas[head] in TITLE_NOUNS and len(words.split()) <= 2:
        words = described(words, parsed.document.text[: parsed.starts[first]], parsed.document.title)
    mention = reading.mention_at(head)
    if mention and mention.first <= first + 1 and mention.last >= last and is_party_name(mention):
        return (mention.id,)
    return (words,) if words else ()


def _name_beside(reading: Reading, head: int, child: int) -> bool:
    """As in "the Chairman of the Commission, NAME": a person's name in apposition to an office."""
    parsed = reading.parsed
    office = parsed.lemmas[head] in TITLE_NOUNS or parsed.word(head).strip(".") in TITLES
    return office and parsed.deps[child] == "appos" and parsed.pos[child] == "PROPN" and parsed.tags[child] == "NNP"


def _trimmed(reading: Reading, first: int, last: int, head: int) -> tuple[int, int]:
    """The phrase without clauses and appositions, never beyond the range; a name runs to its last capital."""
    a, b = reading.tree.phrase(head)
    parsed = reading.parsed
    while parsed.pos[head] == "PROPN" and b < last and parsed.pos[b] == "PROPN":
        b += 1
    a = max(a, first)
    while parsed.pos[head] == "PROPN" and a > reading.sentence(head)[0] and parsed.pos[a - 1] == "PROPN":
        a -= 1  # the parser sometimes gives the first word of a name to the verb
    return a, min(b, last)


def pronoun(reading: Reading, token: int) -> tuple[str, ...]:
    """The parties or persons a pronoun stands for, else the pronoun as written."""
    surface = reading.parsed.word(token).lower()
    if surface in FIRST_PERSON:
        return we(reading, token)
    speech = reading.voices.speech_at(token)
    if surface in ("it", "its"):
        near = _party_before(reading, token)
        if near:
            return (near,)
    elif speech is not None and speech.type == "indirect" and surface not in ("they", "their", "them"):
        speaker = reading.voices.source(speech)
        if speaker and speaker.lower() not in ("he", "she", "it"):
            return (resolved(speaker) or person(speaker, reading.parsed.document.text),)
    plural = surface in ("they", "their", "them")
    found = _antecedent(reading, token, plural=plural, human=surface in ("he", "she", "his", "her", "him"))
    return found or (reading.parsed.word(token).lower(),)


def _human(reading: Reading, token: int) -> bool:
    """A person's name, or a title that stands for one."""
    parsed = reading.parsed
    if parsed.lemmas[token] in TITLE_NOUNS:
        return True
    return parsed.pos[token] == "PROPN" and reading.mention_at(token) is None and parsed.lemmas[token] not in PEOPLE


def _party_before(reading: Reading, token: int) -> str:
    """The party last named before a token in its sentence, as a name or as an owner ("Romania's")."""
    named = [
        m for m in reading.mentions_in(reading.sentence(token)[0], token) if m.type in PARTY_TYPES and m.form == "name"
    ]
    return named[-1].id if named else ""


def _antecedent(reading: Reading, token: int, *, plural: bool, human: bool = False) -> tuple[str, ...]:
    """Nearest subject that names parties, people or a body: the commonest antecedent of a subject pronoun."""
    parsed = reading.parsed
    sentence = parsed.sentence_of[token]
    for back in range(sentence, max(sentence - 8, -1), -1):
        begin, end = parsed.sentences[back]
        for i in range(begin, min(end, token)):
            if parsed.deps[i] not in ("nsubj", "nsubjpass") or parsed.pos[i] not in ("NOUN", "PROPN"):
                continue
            many = parsed.tags[i] in ("NNS", "NNPS") or len(reading.tree.conjuncts(i)) > 1
            named = parsed.pos[i] == "PROPN" and parsed.lemmas[i] not in THINGS
            fits = _human(reading, i) if human else named or parsed.lemmas[i] in PEOPLE
            if many == plural and fits:
                first, last = reading.tree.core(i)
                return actors(reading, first, min(last, end), i)
    return ()
