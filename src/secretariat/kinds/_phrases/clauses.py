"""Clauses: the verb that governs a noun and in which role, and what its auxiliaries say."""

from __future__ import annotations

from collections.abc import Container

from secretariat.kinds._phrases.page import Page

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_OBJECTS = frozenset({"dobj", "obj", "oprd"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
BE = frozenset({"be", "get"})


def governing_verb(page: Page, noun: int) -> tuple[int, str]:
    """The verb over a noun and the noun's role: "object" (also of a passive), "subject", "setting"; else (-1, "")."""
    i = noun
    for _ in range(6):
        label, head = page.deps[i], page.heads[i]
        if head == i:
            return -1, ""
        if label in _OBJECTS or label == "nsubjpass":
            return (head, "object") if page.tags[head] in VERBS else (-1, "")
        if label in _SUBJECTS:
            return head, "subject"
        if label == "pobj":
            return _over_preposition(page, head)
        if label not in {"conj", "appos", "compound", "nmod", "poss", "npadvmod"}:
            return -1, ""
        i = head
    return -1, ""


def _over_preposition(page: Page, preposition: int) -> tuple[int, str]:
    verb = page.heads[preposition]
    if page.lower[preposition] == "in" and page.lemmas[verb] in {"participate", "partake"}:
        return verb, "object"
    if page.lower[preposition] == "over" and page.lemmas[verb] == "preside":
        return verb, "object"
    return (verb, "setting") if page.tags[verb] in VERBS else (-1, "")


def passive_after(page: Page, i: int, lemmas: Container[str], *, reach: int = 10) -> bool:
    """Whether a passive of one of the verbs follows token `i` closely ("was held", "to be convened", "held")."""
    high = page.sentence(i - 1)[1] if i else 0
    for j in range(i, min(i + reach, high)):
        if page.tags[j] == "VBN" and page.lemmas[j] in lemmas:
            return True
        if page.tags[j] in VERBS and page.lemmas[j] not in BE | {"have"}:
            return page.tags[j] == "VBD" and j == i and page.lemmas[j] in lemmas and page.lower[j] != "opened"
    return False


def clause(page: Page, verb: int, *, stop: int = -1) -> tuple[int, int]:
    """The clause of a verb as half-open token range: from its subject or fronted phrase to the end of its complements.

    Clauses that only hang on (a further main clause, a content clause) are left out; it never leaves the sentence.
    """
    low, high = page.sentence(verb)
    first, last = verb, verb + 1
    for child in page.parsed.children[verb]:
        if page.deps[child] in {"ccomp", "conj", "cc", "punct", "mark", "parataxis", "advcl"} and child != stop:
            continue
        a, b = page.parsed.edges(child)
        first, last = min(first, a), max(last, b)
    first, last = max(first, low), min(last, high)
    while last - 1 > verb and page.word(last - 1) in {",", ";", "–", "—", "(", ".", "and", "“", '"'}:
        last -= 1
    while first < verb and page.word(first) in {",", ";", "–", "—", ")", "and", "”"}:
        first += 1
    return first, last


def from_agent(page: Page, first: int, agent: int) -> int:
    """Where evidence begins so that it also shows who acts ("The ministers agreed to ..."); `first` if that is far."""
    if agent < 0 or agent >= first or first - agent > 30 or agent < page.sentence(first)[0]:
        return first
    return (
        max(page.parsed.edges(agent)[0], page.sentence(first)[0])
        if first - page.parsed.edges(agent)[0] <= 40
        else agent
    )
