"""Acronyms that a text defines itself: "Regional Comprehensive Economic Partnership (RCEP)".

Method: Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text":
the letters of the acronym are matched from right to left in the words before the bracket.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACKET = re.compile(
    r"[(（]\s*(?:the\s+|hereinafter\s+(?:the\s+)?|or\s+(?:the\s+)?)?[\"“'‘]?"
    r"([A-Z][\w.&/+-]{1,14}(?: [A-Z]{2,10})?)[\"”'’]?\s*[)）]"
)
_WORD = re.compile(r"[\w’'&.-]+")


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form defined by the text: `short` stands for `long`; `start`, `end` are the range of the long form."""

    short: str
    long: str
    start: int
    end: int


def defined_acronyms(text: str) -> tuple[Definition, ...]:
    """The short forms a text defines in brackets after the long one, in order; each short form once."""
    found: dict[str, Definition] = {}
    for bracket in _BRACKET.finditer(text):
        short = bracket.group(1)
        if short not in found and sum(c.isupper() for c in short) >= 2:
            start = _long_form(short, text, bracket.start())
            if start is not None:
                end = start + len(text[start : bracket.start()].rstrip())
                found[short] = Definition(short, text[start:end], start, end)
    return tuple(found.values())


def _long_form(short: str, text: str, bracket: int) -> int | None:
    """Where the long form of `short` begins before a bracket; None where the words before do not spell it."""
    letters = [c.lower() for c in short if c.isalnum()]
    window = max(0, bracket - 160)
    stop = max(text.rfind(mark, window, bracket) for mark in (". ", "\n\n", ";", "(", ")"))
    words = [(m.start() + window, m.group()) for m in _WORD.finditer(text[window:bracket]) if m.start() + window > stop]
    words = words[-(len(letters) + 6) :]
    return _match(letters, words)


def _match(letters: list[str], words: list[tuple[int, str]]) -> int | None:
    """Match letters right to left: each to a later letter of the same word or to the beginning of an earlier one."""
    n, begun = len(letters) - 1, None
    for start, word in reversed(words):
        place = len(word)
        while n >= 0 and (place := word.lower().rfind(letters[n], 0, place)) >= 0:
            if place == 0 or not word[place - 1].isalnum():
                n, begun = n - 1, start
                break
            if n == 0 or letters[n - 1] not in word.lower()[:place]:
                continue
            n -= 1
        if n < 0:
            return begun if text_capital(words, begun) else None
    return None


def text_capital(words: list[tuple[int, str]], start: int | None) -> bool:
    """True where the word that begins there is written with a capital or a digit, as names are."""
    return any(s == start and (w[0].isupper() or w[0].isdigit()) for s, w in words)
