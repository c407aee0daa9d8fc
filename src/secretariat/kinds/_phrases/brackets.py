"""Short brackets inside names: an acronym is passed over, anything else is part of the name."""

from __future__ import annotations

import re

from secretariat.kinds._phrases.page import Page

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9.&+/-]{1,11}")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


def bracket_end(page: Page, i: int, high: int) -> int:
    """One past a short bracket that opens at `i`, else 0."""
    if page.word(i) not in {"(", "["}:
        return 0
    for j in range(i + 1, min(i + 7, high)):
        if page.word(j) in {")", "]"}:
            return j + 1
    return 0


def is_acronym(page: Page, i: int, close: int) -> bool:
    """True where the bracket from token `i` up to `close` holds nothing but an acronym or an ordinal in digits."""
    inner = page.parsed.slice(i + 1, close - 1)
    if _ORDINAL.fullmatch(inner):
        return True
    return bool(_ACRONYM.fullmatch(inner)) and sum(c.isupper() for c in inner) * 2 >= len(inner)
