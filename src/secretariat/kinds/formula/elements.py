"""Lists of elements: "the spirit of A, B, C and D" cut into its items, in order, as written."""

from __future__ import annotations

import re

from secretariat.kinds.formula import vocabulary as v

_OPENERS = tuple(re.compile(o) for o in v.OPENERS)
_END = re.compile(
    r"[.;:!?”\"()\[\]—]|\n\s*\n|,?\s(?:which|that|who|as well as|so that|in order|to (?:be|the)|has|have|is|are"
    r"|was|were|will|should|must|can)\s"
)
_BEFORE = re.compile(r"\b(?:namely|upholding|i\.e\.|including|such as)\b,?\s+|:\s+")
_ARTICLE = re.compile(r"^(?:and|an?|the)\s+", re.I)
REACH = 420


def elements_after(text: str, end: int, verbs: tuple[int, ...] = ()) -> tuple[tuple[str, ...], int]:
    """Elements listed right after a wording, and where their list ends; ((), end) where there is no list.

    Args:
        text: the document. end: where the wording ends. verbs: where finite verbs stand; none belongs to an element.
    """
    for opener in _OPENERS:
        found = opener.match(text, end)
        if found:
            items, stop = cut_list(text, found.end(), verbs)
            fewest = 2 if "indicating" in found[0] or "means" in found[0] else v.FEWEST_ITEMS
            if len(items) >= fewest:
                return items, stop
    return (), end


def elements_before(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Elements of the list in the sentence before ("..., namely A, B and C. These embody ..."), and its start."""
    before = text[max(0, start - REACH) : start].rstrip(" .\n")
    openers = list(_BEFORE.finditer(before))
    opener = openers[-1] if openers else None
    if opener is None or "." in before[opener.end() :]:
        return (), start
    begin = max(0, start - REACH) + opener.end()
    skip = re.match(r"upholding\s+", text[begin:])
    begin += skip.end() if skip else 0
    items, _ = cut_list(text, begin)
    return (items, begin) if len(items) >= v.FEWEST_ITEMS else ((), start)


def cut_list(text: str, start: int, verbs: tuple[int, ...] = ()) -> tuple[tuple[str, ...], int]:
    """Items of the enumeration that begins at `start`, and where it ends.

    The last "and" separates items; one before it belongs to an item ("openness and inclusiveness") unless no comma
    stands before the last.
    """
    stop = _END.search(text, start, start + REACH)
    end = stop.start() if stop else min(len(text), start + REACH)
    end = min([end, *(x for x in verbs if x >= start)])
    parts = [p.strip() for p in text[start:end].replace("\n", " ").split(",")]
    parts = [p for p in parts if p]
    if len(parts) < 2:
        halves = re.split(r"\s+and\s+", parts[0]) if parts else []
        return (_tidy(halves), end) if len(halves) == 2 else ((), start)
    if not re.match(r"and\s", parts[-1]):
        parts[-1:] = re.split(r"\s+and\s+", parts[-1], maxsplit=1)
    items = _tidy(parts)
    short = [n for n, item in enumerate(items) if len(item.split()) > v.LONGEST_ITEM]
    if short:  # the enumeration ends where a phrase runs on into the sentence
        items = items[: short[0]]
    return items, end


def _tidy(parts: list[str]) -> tuple[str, ...]:
    cleaned = (_ARTICLE.sub("", _ARTICLE.sub("", " ".join(p.split()).strip(" “”\"'*_"))) for p in parts)
    return tuple(c for c in cleaned if c)
