"""Names of bodies, events, instruments and wordings, folded so that translations and house styles of one name agree.

A *signature* is the content words of a name in order: known parties become their ids ("Shanghai Cooperation
Organization" and "SCO" are one word, "Chinese" and "China" are one), spelling and number are folded, function words go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from secretariat.names import defined_acronyms, find_names, fold, resolve
from secretariat.profiles import Profile

_DATA = Path(__file__).parent / "data"
_FUNCTION = frozenset(
    "a an the of for on in at to and or by with from its their his her as about between among under into 's s".split()
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
}
_NUMBERS = {
    **{word: n for n, word in enumerate((*_UNITS, *_TEENS), 1)},
    **_TENS,
    **{f"{ten[:-4]}y-{unit}": n + m for ten, n in _TENS.items() for m, unit in enumerate(_UNITS, 1)},
}


@lru_cache(maxsize=65536)
def signature(words: str) -> tuple[str, ...]:
    """The content words of a name, in order."""
    text, parts, last = re.sub(r"[’`]", "'", words), [], 0
    for hit in find_names(text):
        if hit.id and hit.form in ("name", "adjective", "designation"):
            parts += [text[last : hit.start], f" @{_plain_id(hit.id)} "]
            last = hit.end
    text = "".join((*parts, text[last:]))
    return tuple(_same(t) for t in _tokens(text) if t not in _FUNCTION)


def _plain_id(party: str) -> str:
    return re.sub(r"[^\w]", "", party).casefold()


def _tokens(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\b(anti|counter|co|non|multi)-(?=\w)", r"\1", plain)
    return re.findall(r"@?\w+(?:'s)?", plain.replace("'s ", " ").replace("s' ", "s "))


@lru_cache(maxsize=65536)
def _same(word: str) -> str:
    if word.startswith("@"):
        return word
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal or word in _NUMBERS:
        return ordinal.group(1) if ordinal else str(_NUMBERS[word])
    word = re.sub(r"isation(s?)$", r"ization\1", word)
    found = _groups().get(word)
    if found is None and len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
        found = _groups().get(word)
    return found or word


@cache
def _groups() -> dict[str, str]:
    lines = (_DATA / "same_words.txt").read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if line and not line.startswith("#")]
    return {_stripped(word): _stripped(group[0]) for group in groups for word in group}


def _stripped(word: str) -> str:
    return word.replace("-", "")


def proper(words: str) -> bool:
    """True where words are a name and no description: most content words begin with a capital, a digit or are an id."""
    content = [t for t in re.findall(r"[\w’'+-]+", words) if t.casefold() not in _FUNCTION]
    high = sum(t[0].isupper() or t[0].isdigit() for t in content)
    return bool(content) and high * 2 > len(content)


def ordinal(words: str) -> int | None:
    """The number that counts a meeting: "22nd meeting", "twenty-second", "Sixth Summit"; None where none is given."""
    for token in re.findall(r"[\w-]+", words.casefold()):
        found = _ORDINAL.fullmatch(token)
        if found or token in _NUMBERS:
            return int(found.group(1)) if found else _NUMBERS[token]
    return None


def spelled_by(acronym: str, words: str) -> str:
    """How an acronym fits a name: "all" where every content word gives a letter, "some" where not all do, or ""."""
    if not re.fullmatch(r"[A-Z][A-Za-z&/-]{1,9}", acronym) or sum(c.isupper() for c in acronym) < 2 or " " not in words:
        return ""
    found = defined_acronyms(f"{words} ({acronym})")
    if not found or found[0].start > 4:
        return ""
    content = [w[0].casefold() for w in re.findall(r"[^\W\d_]+", words) if w.casefold() not in _FUNCTION]
    letters = iter(acronym.casefold())
    return "all" if all(initial in letters for initial in content) else "some"


@cache
def _organs(profiles: tuple[Profile, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for p in profiles:
        for organ in p.organs:
            for name in organ.names:
                key = tuple(sorted(signature(name)))
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), f"{p.id}:{organ.id}")))
    return found


def organ_of(words: str, profiles: Iterable[Profile], about: frozenset[str]) -> str:
    """The organ of a profile that words name ("sco:rats"), in a document about the profiles `about`; else empty.

    A name that organs of several organisations share counts only where the words or the document name the one.
    """
    known = tuple(profiles)
    tokens = signature(words)
    named = {p.id for p in known if f"@{_plain_id(p.id)}" in tokens}
    bare = tuple(
        sorted(t for t in tokens if t not in {f"@{_plain_id(i)}" for i in named} and t not in ("member", "state"))
    )
    for key in (tuple(sorted(tokens)), bare):
        fitting = [o for o in _organs(known).get(key, ()) if o.split(":")[0] in (named or about)]
        if len(fitting) == 1:
            return fitting[0]
    alone = _organs(known).get(tuple(sorted(tokens)), ())
    return alone[0] if len(alone) == 1 and len(tokens) > 2 else ""


def party_of(words: str) -> str:
    """The party that words name, by a name of its own; empty where they name none."""
    return resolve(words) or "" if words else ""


def same_text(a: str, b: str) -> bool:
    """True where two names differ in case, punctuation and diacritics alone."""
    return fold(a) == fold(b)
