"""Folding words for comparison: what two sources write differently and mean alike. No identity is decided here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

STOP = frozenset(
    "a an the of for on in at by to and or with from as its their his her our into over under between among".split()
)
_SPELLINGS = (
    ("isation", "ization"),
    ("centre", "center"),
    ("programme", "program"),
    ("labour", "labor"),
    ("eighbour", "eighbor"),
)
# Heads that press and translators exchange freely when they name one institution.
_HEADS = {"zone": "area", "structure": "agency", "body": "agency", "organ": "agency", "antiterrorism": "antiterrorist"}


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Casefolded words without diacritics, possessives, articles; British and American spellings made equal."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = re.sub(r"['’]s\b", "", bare)
    for british, other in _SPELLINGS:
        bare = bare.replace(british, other)
    return tuple(w for w in re.findall(r"[^\W_]+", bare) if w not in ("a", "an", "the"))


@lru_cache(maxsize=65536)
def content(text: str) -> tuple[str, ...]:
    """The words that carry meaning: `words` without function words, plural endings and exchangeable heads."""
    kept = (w for w in words(text) if w not in STOP)
    return tuple(_HEADS.get(s, s) for s in map(_singular, kept))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def akin(a: str, b: str) -> bool:
    """True where two words are forms of one stem: equal, or five common first letters that are half of the longer."""
    if a == b:
        return True
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= 5 and 2 * common >= max(len(a), len(b))


def likeness(a: Iterable[str], b: Iterable[str]) -> float:
    """Share of words in common, 0..1, where forms of one stem count as the same word (a Jaccard index)."""
    left, right = set(a), set(b)
    if not left or not right:
        return 0.0
    common = left & right
    alone, others = left - common, right - common
    paired = len(common)
    if alone and others and {w[:5] for w in alone} & {w[:5] for w in others}:
        paired += min(_akin_in(alone, others), _akin_in(others, alone))
    return paired / (len(left) + len(right) - paired)


def _akin_in(some: set[str], others: set[str]) -> int:
    """How many of some words have a form of the same stem among others."""
    stems: dict[str, list[str]] = {}
    for word in others:
        stems.setdefault(word[:5], []).append(word)
    return sum(1 for word in some if any(akin(word, other) for other in stems.get(word[:5], ())))


def run_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where `short` is a run of words within `long`."""
    n = len(short)
    return 0 < n <= len(long) and any(long[i : i + n] == short for i in range(len(long) - n + 1))


def acronym(text: str) -> str:
    """Initials of the capitalised words ("Regional Anti-Terrorist Structure": "rats")."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", text) if w[0].isupper()).casefold()


def skeleton(word: str) -> str:
    """Consonants only, without y: what transliterations of one name have in common (Imanaliev, Imanaliyev)."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", word))


@lru_cache(maxsize=65536)
def same_person(a: str, b: str) -> bool:
    """True where two written names can be one person's: one is part of the other, or they differ in transliteration."""
    left, right = words(a), words(b)
    if not left or not right:
        return False
    if set(left) <= set(right) or set(right) <= set(left) or "".join(left) == "".join(right):
        return True
    if len(left) > 1 and len(right) > 1 and left[0] != right[0] and left[0][0] != right[0][0]:
        return False
    last, other = skeleton(left[-1]), skeleton(right[-1])
    return len(last) >= 4 and last == other


def texts(value: Any) -> tuple[str, ...]:
    """Every string inside an argument: names in lists and in `{name, ...}` objects."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, (tuple, list)):
        return tuple(t for item in value for t in texts(item))
    if hasattr(value, "get"):
        return texts(value.get("name"))
    return ()
