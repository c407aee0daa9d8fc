"""Who holds an occasion, who hosts it, who takes part: what the verb over its noun says."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import clause, from_agent
from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import actors, members, subject_of
from secretariat.kinds.event.setting import MEETING_BODIES
from secretariat.kinds.event.vocabulary import HOSTS, ORGANISERS

LONGEST = 60
"""A clause of more tokens is no short evidence; the noun phrase alone is taken then."""
_MEETS = frozenset({"hold", "conclude", "begin", "open"})
_ATTENDS = frozenset({"attend", "join", "participate", "chair", "co-chair", "preside", "address"})


@dataclass(frozen=True, slots=True)
class Holding:
    """Arguments that a verb of holding gives, and the clause that gives them (empty range where none does)."""

    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    series: str = ""
    where: tuple[int, int] = (0, 0)


def holding(page: Page, verb: int, head: int) -> Holding:
    """What the verb says of the occasion whose noun stands at `head` as its object or passive subject."""
    first, last = clause(page, verb)
    first = from_agent(page, first, subject_of(page, verb))
    if not first <= head < last or last - first > LONGEST:
        return Holding()
    passive = any(page.deps[c] in {"nsubjpass", "auxpass"} for c in page.parsed.children[verb])
    agent = _by(page, verb) if passive else subject_of(page, verb)
    who = actors(page, agent) if agent >= 0 else ()
    lemma = page.lemmas[verb]
    where = (first, last)
    if lemma in HOSTS:
        return Holding(hosts=who, where=where)
    if lemma in ORGANISERS:
        body = _body(page, agent) if agent >= 0 and page.tags[head - 1] != "DT" else ""
        return Holding(organisers=() if body else who, series=body, where=where)
    if lemma in _ATTENDS:
        return Holding(participants=who, where=where)
    if lemma in _MEETS and agent >= 0 and not passive:
        body = _body(page, agent)
        return Holding(series=body, participants=() if body else who, where=where)
    return Holding(where=where)


def _by(page: Page, verb: int) -> int:
    for child in page.parsed.children[verb]:
        if page.lower[child] == "by":
            return next((c for c in page.parsed.children[child] if page.deps[c] == "pobj"), -1)
    return -1


def _body(page: Page, head: int) -> str:
    """The body that meets: an organisation, or a council, committee or group by its name."""
    if page.is_organisation(head):
        return page.name_at[head].id
    if page.lemmas[head] in MEETING_BODIES and capital(page, head) and page.tags[head] in NOUN_TAGS:
        phrase = phrase_at(page, head)
        return name_text(page, phrase.first, phrase.last)
    return ""


__all__ = ["Holding", "holding", "members"]
