"""Quotation marks: which stretches of a text stand between them, whatever the typographic habit, balanced or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_CLOSER = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‟": "”", '"': '"', "``": "''"}
_MARK = re.compile(r"``|''|[“”„«»「」『』‟\"]")
#: Single marks count as quotation only where a word cannot begin or end with an apostrophe.
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=\w)[^‘’'\n]{2,400}?(?:[’'](?=\w)[^‘’'\n]{1,400}?){0,20}(?<=[\w,.?!…])[’'](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a text as sorted, disjoint ranges, marks outside.

    Attributes:
        starts, ends: code points of the quoted words.
        carried: for each, whether it ran to the end of its block without a closing mark.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    carried: tuple[bool, ...]

    def at(self, offset: int) -> int | None:
        """Index of the quotation that holds this code point, or None."""
        k = bisect_right(self.starts, offset) - 1
        return k if k >= 0 and offset < self.ends[k] else None

    def inside(self, start: int, end: int) -> int:
        """How many code points of the range are quoted."""
        k = max(0, bisect_right(self.starts, start) - 1)
        total = 0
        while k < len(self.starts) and self.starts[k] < end:
            total += max(0, min(end, self.ends[k]) - max(start, self.starts[k]))
            k += 1
        return total

    def __len__(self) -> int:
        return len(self.starts)


def _block(text: str, start: int, end: int, open_before: str) -> Iterator[tuple[int, int, bool, str]]:
    """Quotations of one block: start, end, carried, and the opening mark.

    A block that begins with an opening mark while the block before left one open continues that quotation. A mark
    that is never closed counts only if it opened the block or its sentence; a lone straight or closing mark is noise.
    """
    opened, mark = -1, ""
    for match in _MARK.finditer(text, start, end):
        found = match.group()
        if opened < 0:
            if found in _CLOSER and not _is_closing(text, match.start(), found):
                opened, mark = match.end(), found
        elif found in _CLOSER[mark]:
            yield opened, match.start(), False, mark
            opened = -1
    if opened >= 0 and (opened - start <= 2 or open_before):
        yield opened, end, True, mark


def _is_closing(text: str, at: int, mark: str) -> bool:
    """True for a straight mark that can only close: after a word or stop and before space or the end."""
    if mark not in ('"', "''"):
        return mark == "''"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.strip()) and not after.strip() and before not in "([{—–-"


def find_quotes(text: str, blocks: Iterable[tuple[int, int]]) -> Quotes:
    """All quotations of a text, one pass.

    Args:
        text: the document's text.
        blocks: ranges that a quotation does not cross (it may go on in the next one).
    """
    found: list[tuple[int, int, bool]] = []
    left_open = ""
    for start, end in blocks:
        here = list(_block(text, start, end, left_open))
        left_open = here[-1][3] if here and here[-1][2] else ""
        found += [(a, b, carried) for a, b, carried, _ in here if b > a]
        if not here:
            found += [(m.start() + 1, m.end() - 1, False) for m in _SINGLE.finditer(text, start, end)]
    found.sort()
    return Quotes(*(tuple(column) for column in zip(*found, strict=True))) if found else Quotes((), (), ())
