"""The fullest name a document gives: acronyms spelled out, "the bank" and "it" led back to the body they mean."""

from __future__ import annotations

import re
from bisect import bisect_left

from secretariat.kinds._phrases.nouns import capital, name_text, phrase_at
from secretariat.kinds._phrases.page import STATES, Page

GROUPS = frozenset(
    {
        "group",
        "organisation",
        "organization",
        "bloc",
        "union",
        "alliance",
        "association",
        "community",
        "forum",
        "grouping",
    }
)
_REACH = 120


def full_name(page: Page, name: str, head: int) -> str:
    """The fullest form of a name: an acronym spelled out by the text, an organisation by its longest mention."""
    known = page.name_at.get(head)
    if known and known.id and known.type not in STATES and known.form in {"name", "acronym", "defined"}:
        whole = page.reading.phrase(known.first, known.last)
        if name == whole or name in page.acronyms:
            return page.longest_names.get(known.id, name)
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", page.acronyms.get(name, name))


def antecedent(page: Page, i: int) -> tuple[str, int]:
    """The body that "it", "the bank" or "this committee" looks back to, as (name, head token); ("", -1) for none.

    A noun looks back to the nearest capitalised name with the same head ("the bank": the New Development Bank), and
    words for any group to the nearest organisation; "it" to the subject of the sentence before. Never further than the
    block before, except for a noun with the same head.
    """
    if page.lower[i] == "it":
        return _subject_before(page, i)
    same = _same_head_before(page, i)
    group = _group_before(page, i) if page.lemmas[i] in GROUPS else -1
    if group > same[1]:
        mention = page.name_at[group]
        return full_name(page, page.reading.phrase(mention.first, mention.last), group), group
    return same


def _same_head_before(page: Page, i: int) -> tuple[str, int]:
    """The nearest capitalised name before token `i` with the same head noun; few candidates are looked at."""
    places = page.by_lemma.get(page.lemmas[i], [])
    at = bisect_left(places, i)
    for j in reversed(places[max(0, at - 20) : at]):
        if capital(page, j) and page.tags[j] in {"NNP", "NNPS", "NN"}:
            phrase = phrase_at(page, j)
            name = name_text(page, phrase.first, phrase.last)
            if " " in name and j > phrase.first:
                return name, j
    return "", -1


def _group_before(page: Page, i: int) -> int:
    """The nearest token of an organisation's name before token `i`, -1 where none is near."""
    return next((j for j in range(i - 1, max(i - _REACH, -1), -1) if page.is_organisation(j)), -1)


def _subject_before(page: Page, i: int) -> tuple[str, int]:
    at = page.sentence_of[i]
    same = [n for n in (at, at - 1) if n >= 0 and page.parsed.sentence_blocks[n] == page.parsed.sentence_blocks[at]]
    for n in same:
        first, last = page.parsed.sentences[n]
        for j in range(first, min(last, i)):
            if page.deps[j] == "nsubj" and page.tags[j] in {"NNP", "NNPS"}:
                phrase = phrase_at(page, j)
                return full_name(page, name_text(page, phrase.first, phrase.last), j), j
    return "", -1
