"""Who is meant by a subject: ids of parties, names of people and bodies as written, and the parties behind "we".

Shared by the kinds whose arguments name an actor (figure, commitment, statement).
"""

from __future__ import annotations

import re
from functools import lru_cache

from secretariat.frame import Reading
from secretariat.frame.mentions import Mention
from secretariat.frame.reading import name_of_text
from secretariat.names import find_names, is_party, party, resolve

PARTY_TYPES = frozenset(
    {"state", "territory", "organisation", "bank", "group", "government", "union", "other", "organ"}
)
# Words that may stand around the names of a coordination without making it something else.
JOINING = frozenset("and , & the both as well of government governments".split())
JOINT = re.compile(
    r"\b(joint|leaders|ministers)\b.{0,40}\b(statement|declaration|communiqu[eé]|vision|press release)\b|\bcommuniqu[eé]\b",
    re.I | re.S,
)
# What follows is the subject of the text, not who signed it.
_ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|announcing|condemning|following|to|in|at|for)\s|:\s", re.I)
FIRST_PERSON = frozenset("we us our ours i my me".split())
PEOPLE = frozenset(
    """leader side minister president party ally partner country government delegation participant head member state
    official ambassador secretary advisor adviser chair co-chair organisation organization ministry nation spokesman
    spokesperson expert union bloc group bank bloc council commission secretariat administration""".split()
)
_TITLES = frozenset(
    """President Vice Prime Minister Chancellor Secretary General Secretary-General Foreign Defence Defense Finance
    Deputy King Queen Ambassador Director Chairman Chair Chairwoman Chairperson Mr Mrs Ms Dr Sir Madam Senator
    Governor Premier Leader Director-General Commissioner Representative Envoy Special Advisor Adviser National
    Security Homeland First Lady State Speaker Professor Excellency Emir Sultan Crown Prince Princess Chinese
    Russian Indian American British French German Japanese Ukrainian Turkish Kazakh Uzbek Kyrgyz Tajik Pakistani
    Iranian Belarusian Finnish Polish Estonian European High Acting Honorable Honourable Hon Shri Smt Sheikh Sayyid
    His Her The""".split()
)
# A name: capitalised words and initials on one line or over one line end, with the particles that names contain.
_NAME = re.compile(
    r"(?:[A-Z][\w’'-]{1,30}|[A-Z]\.)(?:[^\S\n]{0,3}\n?[^\S\n]{1,9}|\n)?(?:(?:(?:von|van|der|den|de|la|da|dos|del|di|bin|ibn|al|el|ten|ter) "
    r"){0,2}(?:[A-Z][\w’'-]{1,30}|[A-Z]\.)(?:[^\S\n]{0,3}\n?[^\S\n]{1,9}|\n)?){1,5}"
)
NOT_NAMES = frozenset({"adjective", "demonym", "member", "capital"})
# Last words of names of bodies, which look like surnames after a title ("European Parliament").
_ORGANS = frozenset(
    """parliament court agency office department fund forum service army navy guard force house congress senate cabinet
    embassy mission university institute academy museum press news times party""".split()
)
# Heads of capitalised names that act for nobody.
_THINGS = frozenset(
    """dialogue framework partnership initiative summit conference forum agreement declaration statement plan strategy
    act law treaty programme program project group compact pact charter fund roadmap agenda protocol year day""".split()
)
_TITLE_NOUNS = frozenset(
    """president minister chancellor secretary director chairman chairwoman chairperson chair ambassador king queen
    governor premier commissioner envoy spokesman spokeswoman spokesperson secretary-general general speaker
    colleague counterpart adviser advisor senator official analyst expert scholar researcher""".split()
)
# An office of a state is not the state: "the Brazilian government" keeps its words.
_OFFICES = re.compile(r"\b(?:government|administration|authorities)\b", re.I)
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
    if parsed.tags[head] in ("PRP", "PRP$") or parsed.word(head).lower() in FIRST_PERSON:
        return pronoun(reading, head)
    named = reading.mentions_in(first, last)
    covered = {t for m in named for t in range(m.first, m.last)}
    rest = [parsed.word(i).lower() for i in range(first, last) if i not in covered and parsed.pos[i] != "PUNCT"]
    if named and all(w in JOINING for w in rest) and all(_is_party(m) for m in named):
        return tuple(dict.fromkeys(m.id for m in named))
    parts = [head, *(c for c in reading.tree.conjuncts(head) if c != head)]
    if len(parts) > 1 and all(parsed.pos[p] == "PROPN" or _is_named(reading, p) for p in parts):
        return tuple(dict.fromkeys(n for p in parts for n in _one(reading, *_trimmed(reading, first, last, p), p)))
    if len(parts) > 1:  # "companies and non-profits" is one actor
        return (name_of_text(parsed, first, min(last, max(reading.tree.phrase(p)[1] for p in parts))),)
    return _one(reading, *_trimmed(reading, first, last, head), head)


def _is_named(reading: Reading, token: int) -> bool:
    mention = reading.mention_at(token)
    return mention is not None and _is_party(mention)


def _is_party(mention: Mention) -> bool:
    return mention.type in PARTY_TYPES and mention.form not in NOT_NAMES and bool(_own(mention.id))


@lru_cache(maxsize=4096)
def _own(known: str) -> str:
    """The id, unless it is that of an organ: an organ is named by its words."""
    return "" if ":" in known or (is_party(known) and party(known).type == "organ") else known


def _one(reading: Reading, first: int, last: int, head: int) -> tuple[str, ...]:
    words = re.sub(r"['’]s$", "", name_of_text(reading.parsed, first, last))
    known = "" if _OFFICES.search(words) else _resolved(words)
    if known:
        return (known,)
    parsed = reading.parsed
    named = next(
        (c for c in reading.tree.children[head] if parsed.deps[c] == "appos" and parsed.pos[c] == "PROPN"), None
    )
    if named is not None and parsed.lemmas[head] in _TITLE_NOUNS and named < last + 3:
        head, words = named, name_of_text(parsed, *reading.tree.phrase(named))
    if words in _TITLES or (len(words.split()) == 2 and set(words.split()) <= _TITLES):
        words = described(words, parsed.document.text[: parsed.starts[first]], parsed.document.title)
    elif parsed.pos[head] == "PROPN":
        words = person(_proper(words), parsed.document.title + "\n" + parsed.document.text)
    elif parsed.lemmas[head] in _TITLE_NOUNS and len(words.split()) <= 2:
        words = described(words, parsed.document.text[: parsed.starts[first]], parsed.document.title)
    mention = reading.mention_at(head)
    if mention and mention.first <= first + 1 and mention.last >= last and _is_party(mention):
        return (mention.id,)
    return (words,) if words else ()


@lru_cache(maxsize=4096)
def _resolved(words: str) -> str:
    if words.isupper() and len(words) <= 2 and words not in ("EU", "UN", "US", "UK"):
        return ""
    return _own(resolve(words) or "")


def _trimmed(reading: Reading, first: int, last: int, head: int) -> tuple[int, int]:
    """The phrase without clauses and appositions, never beyond the range; a name runs to its last capital."""
    a, b = reading.tree.phrase(head)
    parsed = reading.parsed
    while parsed.pos[head] == "PROPN" and b < last and parsed.pos[b] == "PROPN":
        b += 1
    return max(a, first), min(b, last)


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
            return (_resolved(speaker) or person(speaker, reading.parsed.document.text),)
    plural = surface in ("they", "their", "them")
    found = _antecedent(reading, token, plural=plural, human=surface in ("he", "she", "his", "her", "him"))
    return found or (reading.parsed.word(token).lower(),)


def _human(reading: Reading, token: int) -> bool:
    """A person's name, or a title that stands for one."""
    parsed = reading.parsed
    if parsed.lemmas[token] in _TITLE_NOUNS:
        return True
    return parsed.pos[token] == "PROPN" and reading.mention_at(token) is None and parsed.lemmas[token] not in PEOPLE


def _party_before(reading: Reading, token: int) -> str:
    """The party last named before a token in its sentence, as a name or as an owner ("Romania's")."""
    named = [
        m for m in reading.mentions_in(reading.sentence(token)[0], token) if m.type in PARTY_TYPES and m.form == "name"
    ]
    return named[-1].id if named else ""


def named_person(reading: Reading, token: int) -> tuple[str, ...]:
    """The person last named with a title before a token, within four sentences."""
    parsed = reading.parsed
    first = parsed.sentences[max(parsed.sentence_of[token] - 4, 0)][0]
    for i in range(token - 1, first, -1):
        if (
            parsed.pos[i] == "PROPN"
            and parsed.word(i - 1).strip(".") in _TITLES
            and parsed.word(i).strip(".") not in _TITLES
        ):
            last = i + 1
            while last < token and parsed.pos[last] == "PROPN":
                last += 1
            return (person(f"{parsed.word(i - 1)} {' '.join(parsed.slice(i, last).split())}", parsed.document.text),)
    return ()


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
            named = parsed.pos[i] == "PROPN" and parsed.lemmas[i] not in _THINGS
            fits = _human(reading, i) if human else named or parsed.lemmas[i] in PEOPLE
            if many == plural and fits:
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
    return _publisher(document.title, document.text[:600], document.url, document.publisher) or ("we",)


@lru_cache(maxsize=256)
def _publisher(title: str, opening: str, url: str, publisher: str) -> tuple[str, ...]:
    if JOINT.search(title) or (not title and JOINT.search(opening[:200])):
        return _signatories(title or opening[:200])
    host = _HOST.match(url)
    own = _state_of(host[1].lower()) if host else ""
    if own:
        return (own,)
    known = _resolved(publisher)
    return (known,) if known else ()


def _signatories(title: str) -> tuple[str, ...]:
    """Parties that a joint text's title names before it says what the text is about."""
    head = _ABOUT.split(title, maxsplit=1)[0]
    hits = [h for h in find_names(head) if h.id and (h.type in PARTY_TYPES or h.type == "organ")]
    names = [head[h.start : h.end] if h.type == "organ" else h.id for h in hits]
    groups = [n for h, n in zip(hits, names, strict=True) if h.type != "state"]
    return tuple(dict.fromkeys(groups if len(groups) == 1 and len(hits) > 2 else names))


def _state_of(host: str) -> str:
    for pattern, state in _GOVERNMENT:
        found = pattern.search(host)
        if found:
            return state or _DOMAINS.get(found[1], "")
    return ""


def _proper(words: str) -> str:
    """The name inside "deputy director NAME" or "scholar NAME": its last run of capitalised words."""
    parts = words.split()
    if not any(w[:1].islower() for w in parts[:-1]) or any(w in ("of", "for", "and", "the", "in", "on") for w in parts):
        return words
    start = max(n for n, w in enumerate(parts) if w[:1].islower()) + 1
    return " ".join(parts[start:]) or words


def described(words: str, before: str, title: str) -> str:
    """As in "the President": the person whom the document's title gives that title, else the last so named; else the words.

    Args:
        words: a bare title ("Vice President", "minister"). before: the text up to it. title: the document's title.
    """
    office = " ".join(w.capitalize() for w in words.split() if w.lower() not in ("former", "acting"))
    single = r"(?<!Vice )(?<!Deputy )" if " " not in office else ""
    pattern = re.compile(rf"{single}\b{re.escape(office)}\s(?!of\b)((?:(?:[A-Z][\w-]+|[A-Z]\.)\s?){{1,4}})")
    for names in (pattern.findall(title)[:1], pattern.findall(before[-3000:])[-1:]):
        named = [" ".join(w for w in f.split() if w not in _TITLES) for f in names]
        if named and named[0]:
            return person(f"President {named[0]}", f"{title}\n{before}") if " " not in named[0] else named[0]
    return words


def person(words: str, text: str) -> str:
    """A person's name without titles, in the fullest form the text has; other words unchanged.

    Args:
        words: a phrase that ends with the name. text: title and text of the document.
    """
    parts = words.split()
    titles = [n for n, w in enumerate(parts) if w.strip(".,") in _TITLES]
    if not titles or titles[-1] + 1 >= len(parts) or titles[0] > 3 or parts[-1].lower() in PEOPLE | _ORGANS:
        return words
    name = parts[titles[-1] + 1 :]
    if len(name) > 4 or not all(w[:1].isupper() for w in name):
        return words
    return _fullest(name[0], text) if len(name) == 1 else " ".join(name)


def _fullest(surname: str, text: str) -> str:
    """The longest form in which given names stand before a surname in a text."""
    return _full_names(text).get(surname, surname)


@lru_cache(maxsize=32)
def _full_names(text: str) -> dict[str, str]:
    """Last word of every name in a text → the longest form of the name, without titles and names of parties."""
    longest: dict[str, str] = {}
    for found in _NAME.finditer(text):
        words: list[str] = []
        for word in reversed(found[0].split()):
            if word.strip(".,") in _TITLES or (word[:1].isupper() and len(word) > 2 and _resolved(word)):
                break
            words.insert(0, word)
        while words and words[0][:1].islower():
            words = words[1:]
        if len(words) > 1 and len(" ".join(words)) > len(longest.get(words[-1], "")):
            longest[words[-1]] = " ".join(words)
    return longest


def value(names: tuple[str, ...]) -> str | tuple[str, ...] | None:
    """An argument that is one value or a list."""
    return None if not names else names[0] if len(names) == 1 else names
