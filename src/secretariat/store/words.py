"""Words as full-text search sees them: the same on both databases, because they are cut here and not there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

STRETCH = 16_000
"""Longest stretch of text indexed as one, in code points: PostgreSQL keeps word positions up to 16,383."""

_WORD = re.compile(r"[^\W_]+")
_QUERY = re.compile(r'"([^"]*)"|(\S+)')
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-z])|\s*\n\s*")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without case, accents and English plural ("Déclarations" is "declaration")."""
    if word.isascii():
        return _singular(word.lower())
    plain = unicodedata.normalize("NFKD", word.casefold())
    return _singular("".join(c for c in plain if not unicodedata.combining(c)))


def fold_all(text: str) -> str:
    """The folded words of a name, one space between them."""
    return indexed(text, 0, len(text))


def _singular(word: str) -> str:
    """Without a plural's ending; both the texts and the query are cut alike, so a wrong cut loses nothing."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Words of a stretch: first and last code point, folded form."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield found.start(), found.end(), fold(found.group())


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into stretches to index: whole where it is short, else at ends of lines or between words."""
    start = 0
    while len(text) - start > STRETCH:
        cut = max(
            text.rfind("\n", start + STRETCH // 2, start + STRETCH),
            text.rfind(" ", start + STRETCH - 400, start + STRETCH),
        )
        end = cut + 1 if cut > 0 else start + STRETCH
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def indexed(text: str, start: int, end: int) -> str:
    """The folded words of a stretch, separated by spaces."""
    return " ".join(map(fold, _WORD.findall(text, start, end)))


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: a word, a phrase, or the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


def terms(query: str) -> tuple[Term, ...]:
    """Read a query: words, "phrases in quotes", begin* ; all must occur."""
    found = []
    for phrase, word in _QUERY.findall(query):
        cut = tuple(w for _, _, w in tokens(phrase or word))
        if cut:
            found.append(Term(cut, prefix=not phrase and word.endswith("*")))
    return tuple(found)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of a stretch, near enough to show a hit in: cut at full stops before a capital and at line ends."""
    begin = start
    for gap in _SENTENCE_END.finditer(text, start, end):
        if gap.start() > begin:
            yield begin, gap.start()
        begin = gap.end()
    if begin < end:
        yield begin, end


def occurrences(term: Term, words: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Ranges in which a term occurs among words in order."""
    size, found = len(term.words), []
    for i in range(len(words) - size + 1):
        if all(_same(term, n, words[i + n][2]) for n in range(size)):
            found.append((words[i][0], words[i + size - 1][1]))
    return found


def _same(term: Term, position: int, word: str) -> bool:
    wanted = term.words[position]
    last = position == len(term.words) - 1
    return word.startswith(wanted) if term.prefix and last else word == wanted
