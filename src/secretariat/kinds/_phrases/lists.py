"""Lists of names as the text writes them: heads of the items after "such as", "including" or a colon."""

from __future__ import annotations

from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import is_verb

LONGEST = 150
"""Tokens after which a list of names is no longer followed, so that no sentence takes more than linear time."""


def items_from(page: Page, i: int) -> list[tuple[int, int]]:
    """Token ranges of a list's items from token `i` on, cut at commas, semicolons and "and"; stops at a finite verb.

    A conjunction inside a name ("the Energy and Water Centre") does not cut: what stands before it must itself end in
    a noun and what follows must begin a new item with a capital or an article.
    """
    high = min(page.sentence(i)[1], i + LONGEST) if i < len(page) else i
    found: list[tuple[int, int]] = []
    start = i
    j = i
    while j < high:
        if (
            is_verb(page, j)
            and page.tags[j] in {"VBD", "VBZ", "VBP"}
            or page.tags[j] == "MD"
            or page.word(j) in {".", "–", "—"}
        ):
            break
        if page.word(j) in {",", ";"} or page.lower[j] == "and" and _cuts(page, start, j, high):
            if j > start:
                found.append((start, j))
            start = j + 1
        j += 1
    if j > start:
        found.append((start, j))
    return [(a, b) for a, b in found if any(page.tags[k] in NOUN_TAGS for k in range(a, b))]


def _cuts(page: Page, start: int, j: int, high: int) -> bool:
    if j == start:
        return True
    rest = next(
        (
            k
            for k in range(j + 1, high)
            if page.word(k) in {",", ";"} or page.lower[k] == "and" or page.tags[k] in {"VBD", "VBZ", "VBP"}
        ),
        high,
    )
    whole = capital(page, j - 1) or any(page.lemmas[k] in COMMON for k in range(start, j))
    return page.lower[j + 1 : j + 2] == ("the",) or whole and _heads(page, j + 1, rest)


def _heads(page: Page, first: int, last: int) -> bool:
    return last - first >= 2 and any(
        page.tags[k] in NOUN_TAGS and (page.lemmas[k] in COMMON or capital(page, k)) for k in range(first, last)
    )


COMMON = frozenset(
    {
        "base",
        "zone",
        "service",
        "centre",
        "center",
        "project",
        "programme",
        "program",
        "initiative",
        "railway",
        "pipeline",
        "fund",
    }
)


def head_of(page: Page, first: int, last: int) -> int:
    """The head of a noun phrase written in tokens `first` to `last`: the last noun before its first preposition."""
    head = -1
    for k in range(first, last):
        if head >= 0 and page.tags[k] in {"IN", "TO", "WDT", "VBN", "VBG"}:
            break
        if page.tags[k] in NOUN_TAGS:
            head = k
    return head
