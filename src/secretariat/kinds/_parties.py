"""Who is meant by a subject: ids of parties, names of people and bodies as written, and the parties behind "we".

Shared by the kinds whose arguments name an actor (figure, commitment, statement).
"""

from __future__ import annotations

import re
from functools import lru_cache

from secretariat.frame import Reading
from secretariat.frame.mentions import Mention
from secretariat.frame.reading import name_of_text
from secretariat.names import find_names, resolve

PARTY_TYPES = frozenset({"state", "territory", "organisation", "bank", "group", "government", "union", "other"})
# Words that may stand around the names of a coordination without making it something else.
JOINING = frozenset("and , & the both as well of government governments".split())
JOINT = re.compile(
    r"\b(joint|leaders|ministers)\b.{0,40}\b(statement|declaration|communiqu[eé]|vision|press release)\b|\bcommuniqu[eé]\b",
    re.I | re.S,
)
_HOST = re.compile(r"^[a-z]+://([^/]+)", re.I)
# Internet domains under which only a state's own offices publish.
_GOVERNMENT = (
    (re.compile(r"\.(?:gov|mil)$"), "USA"),
    (re.compile(r"\.(?:gov|gob|gouv|gub|gc|go|govt|government|mil|kremlin|bund)\.([a-z]{2})$"), ""),
)
_DOMAINS = {"uk": "GBR", "au": "AUS", "nz": "NZL", "in": "IND", "jp": "JPN", "cn": "CHN", "ru": "RUS", "fr": "FRA", "de": "DEU",
            "ca": "CAN", "kr": "KOR", "za": "ZAF", "ke": "KEN", "ng": "NGA", "br": "BRA", "mx": "MEX", "pk": "PAK", "kz": "KAZ",
            "uz": "UZB", "kg": "KGZ", "tj": "TJK", "ir": "IRN", "tr": "TUR", "sg": "SGP", "my": "MYS", "id": "IDN", "ph": "PHL",
            "vn": "VNM", "th": "THA", "it": "ITA", "es": "ESP", "pl": "POL", "ua": "UKR", "eg": "EGY", "sa": "SAU", "ae": "ARE"}  # fmt: skip


def actors(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    """Who a noun phrase names: ids where all of it is names of parties, else its words.

    Args:
        first, last: half-open range of its tokens. head: its head token.
    """
    parsed = reading.parsed
    if parsed.tags[head] in ("PRP", "PRP$"):
        return pronoun(reading, head)
    named = reading.mentions_in(first, last)
    covered = {t for m in named for t in range(m.first, m.last)}
    rest = [parsed.word(i).lower() for i in range(first, last) if i not in covered and parsed.pos[i] != "PUNCT"]
    if named and all(w in JOINING for w in rest) and all(_is_party(m) for m in named):
        return tuple(dict.fromkeys(m.id for m in named))
    parts = [head, *(c for c in reading.tree.conjuncts(head) if c != head)]
    if len(parts) > 1 and all(parsed.pos[p] in ("NOUN", "PROPN", "PRON") for p in parts):
        return tuple(dict.fromkeys(n for p in parts for n in _one(reading, *reading.tree.phrase(p), p)))
    return _one(reading, *_trimmed(reading, first, last, head), head)


def _is_party(mention: Mention) -> bool:
    return mention.type in PARTY_TYPES and mention.form not in ("adjective", "demonym", "member") and bool(mention.id)


def _one(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    words = name_of_text(reading.parsed, first, last)
    known = _resolved(words)
    if known:
        return (known,)
    mention = reading.mention_at(head)
    if mention and mention.first <= first + 1 and mention.last >= last and _is_party(mention):
        return (mention.id,)
    return (words,) if words else ()


@lru_cache(maxsize=4096)
def _resolved(words: str) -> str:
    if words.isupper() and len(words) <= 2 and words not in ("EU", "UN", "US", "UK"):
        return ""
    return resolve(words) or ""


def _trimmed(reading: Reading, first: int, last: int, head: int) -> tuple[int, int]:
    """The phrase without clauses and appositions, and never beyond the given range."""
    a, b = reading.tree.phrase(head)
    return max(a, first), min(b, last)


def pronoun(reading: Reading, token: int) -> tuple[str, ...]:
    """The parties or persons a pronoun stands for, else the pronoun as written."""
    word = reading.parsed.lemmas[token].lower()
    surface = reading.parsed.word(token).lower()
    if surface in ("we", "us", "our", "i", "my") or word == "we":
        return we(reading, token)
    found = _antecedent(reading, token, plural=surface in ("they", "their", "them"))
    return found or (reading.parsed.word(token),)


def _antecedent(reading: Reading, token: int, *, plural: bool) -> tuple[str, ...]:
    """Subject of the sentence before, in the same block: the nearest and commonest antecedent of a subject pronoun."""
    parsed = reading.parsed
    sentence = parsed.sentence_of[token]
    for back in (sentence, sentence - 1):
        if back < 0 or parsed.sentence_blocks[back] != parsed.sentence_blocks[sentence]:
            break
        begin, end = parsed.sentences[back]
        for i in range(begin, min(end, token)):
            if parsed.deps[i] not in ("nsubj", "nsubjpass") or parsed.pos[i] not in ("NOUN", "PROPN"):
                continue
            many = parsed.tags[i] in ("NNS", "NNPS") or len(reading.tree.conjuncts(i)) > 1
            if many == plural:
                first, last = reading.tree.core(i)
                return actors(reading, first, min(last, end), i)
    return ()


def we(reading: Reading, token: int) -> tuple[str, ...]:
    """Who "we" are: named in apposition, the parties of a joint text, or the state or body that publishes."""
    parsed = reading.parsed
    document = parsed.document
    sentence = parsed.sentences[parsed.sentence_of[token]]
    if token + 1 < sentence[1] and parsed.word(token + 1) in (",", "the") and parsed.word(token).lower() == "we":
        stop = next(
            (i for i in range(token + 2, min(sentence[1], token + 60)) if parsed.pos[i] in ("VERB", "AUX")), token
        )
        named = tuple(dict.fromkeys(m.id for m in reading.mentions_in(token, stop) if _is_party(m)))
        if named:
            return named
    return _publisher(document.title, document.text[:600], document.url, document.publisher) or (
        parsed.word(token).lower(),
    )


@lru_cache(maxsize=256)
def _publisher(title: str, opening: str, url: str, publisher: str) -> tuple[str, ...]:
    if JOINT.search(title) or (not title and JOINT.search(opening[:200])):
        hits = [h for h in find_names(title) if h.id and h.type in PARTY_TYPES]
        groups = [h for h in hits if h.type != "state"]
        return tuple(dict.fromkeys(h.id for h in (groups if groups and len(hits) > len(groups) + 1 else hits)))
    host = _HOST.match(url)
    own = _state_of(host[1].lower()) if host else ""
    if own:
        return (own,)
    known = _resolved(publisher)
    return (known,) if known else ()


def _state_of(host: str) -> str:
    for pattern, state in _GOVERNMENT:
        found = pattern.search(host)
        if found:
            return state or _DOMAINS.get(found[1], "")
    return ""


def value(names: tuple[str, ...]) -> str | tuple[str, ...] | None:
    """An argument that is one value or a list."""
    return None if not names else names[0] if len(names) == 1 else names
