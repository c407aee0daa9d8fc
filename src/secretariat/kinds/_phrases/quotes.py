"""Titles in quotation marks beside a noun."""

from __future__ import annotations

from secretariat.kinds._phrases.nouns import QUOTES, capital, name_text
from secretariat.kinds._phrases.page import Page

_LEADS = frozenset(
    {",", ":", "–", "—", "of", "on", "titled", "entitled", "called", "named", "under", "the", "title", "theme"}
)
LONGEST = 30


def quoted_title(page: Page, i: int) -> str:
    """The capitalised title in quotation marks that begins at token `i` or after a comma and words like "entitled"."""
    end = quote_end(page, i)
    return name_text(page, _opening(page, i) + 1, end - 1).strip(" ,") if end else ""


def quote_end(page: Page, i: int) -> int:
    """One past the closing mark of that title, 0 where none stands there."""
    start = _opening(page, i)
    if start < 0 or not capital(page, start + 1):
        return 0
    high = page.sentence(start)[1]
    return next((k + 1 for k in range(start + 1, min(start + LONGEST, high)) if _mark(page, k)), 0)


def _opening(page: Page, i: int) -> int:
    for k in range(i, min(i + 4, len(page))):
        if _mark(page, k):
            return k
        if page.lower[k] not in _LEADS:
            break
    return -1


def _mark(page: Page, k: int) -> bool:
    return page.word(k) in QUOTES and page.word(k) not in {"’", "'"}
