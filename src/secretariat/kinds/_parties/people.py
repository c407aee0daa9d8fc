"""People: names without titles, in the fullest form a text has, and titles that stand for a person."""

from __future__ import annotations

import re
from functools import lru_cache

from secretariat.frame import Reading
from secretariat.kinds._parties.known import resolved
from secretariat.kinds._parties.vocabulary import NAME, ORGANS, PARTICLES, PEOPLE, TITLES


def person(words: str, text: str) -> str:
    """A person's name without titles, in the fullest form the text has; other words unchanged.

    Args:
        words: a phrase that ends with the name. text: title and text of the document.
    """
    parts = words.split()
    titles = [n for n, w in enumerate(parts) if w.strip(".,") in TITLES]
    if not titles or titles[-1] + 1 >= len(parts) or titles[0] > 3 or parts[-1].lower() in PEOPLE | ORGANS:
        return words
    name = parts[titles[-1] + 1 :]
    if len(name) > 5 or not name[-1][:1].isupper() or not all(w[:1].isupper() or w in PARTICLES for w in name):
        return words
    full, short = _fullest(name[-1], text), " ".join(name)
    return full if len(name) == 1 or full.endswith(f" {short}") else short


def described(words: str, before: str, title: str) -> str:
    """The person a bare title stands for: whom the document's title gives it, else the first so named; else the words.

    Args:
        words: a bare title ("Vice President", "minister"). before: the text up to it. title: the document's title.
    """
    office = " ".join(w.capitalize() for w in words.split() if w.lower() not in ("former", "acting"))
    single = r"(?<!Vice )(?<!Deputy )" if " " not in office else ""
    pattern = re.compile(rf"{single}\b{re.escape(office)}\s(?!of\b)((?:(?:[A-Z][\w-]+|[A-Z]\.)\s?){{1,4}})")
    for names in (pattern.findall(title)[:1], pattern.findall(before)[:1]):
        named = [" ".join(w for w in f.split() if w not in TITLES) for f in names]
        if named and named[0]:
            return person(f"President {named[0]}", f"{title}\n{before}") if " " not in named[0] else named[0]
    return words


def named_person(reading: Reading, token: int) -> tuple[str, ...]:
    """The person last named with a title before a token, within four sentences."""
    parsed = reading.parsed
    first = parsed.sentences[max(parsed.sentence_of[token] - 4, 0)][0]
    for i in range(token - 1, first, -1):
        if (
            parsed.pos[i] == "PROPN"
            and parsed.word(i - 1).strip(".") in TITLES
            and parsed.word(i).strip(".") not in TITLES
        ):
            last = i + 1
            while last < token and parsed.pos[last] == "PROPN":
                last += 1
            return (person(f"{parsed.word(i - 1)} {' '.join(parsed.slice(i, last).split())}", parsed.document.text),)
    return ()


def proper_part(words: str) -> str:
    """The name inside "deputy director NAME" or "scholar NAME": its last run of capitalised words."""
    parts = words.split()
    if not any(w[:1].islower() for w in parts[:-1]) or any(w in ("of", "for", "and", "the", "in", "on") for w in parts):
        return words
    start = max(n for n, w in enumerate(parts) if w[:1].islower()) + 1
    return " ".join(parts[start:]) or words


def _fullest(surname: str, text: str) -> str:
    """The longest form in which given names stand before a surname in a text."""
    return _full_names(text).get(surname, surname)


@lru_cache(maxsize=32)
def _full_names(text: str) -> dict[str, str]:
    """Last word of every name in a text → the longest form of the name, without titles and names of parties."""
    longest: dict[str, str] = {}
    for found in NAME.finditer(text):
        words: list[str] = []
        for word in reversed(found[0].split()):
            if word.strip(".,") in TITLES or (word[:1].isupper() and len(word) > 2 and resolved(word)):
                break
            words.insert(0, word)
        while words and words[0][:1].islower():
            words = words[1:]
        if len(words) > 1 and len(" ".join(words)) > len(longest.get(words[-1], "")):
            longest[words[-1]] = " ".join(words)
    return longest
