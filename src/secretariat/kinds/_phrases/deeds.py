"""Deeds: who does what to which thing, the same for active, passive, participle and nominal wording.

"The ministers signed the protocol", "the protocol was signed by the ministers", "the protocol signed in Accra" and "the
signing of the protocol" are one deed with the same thing; the kinds look at its verb and at the head of the thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import BE
from secretariat.kinds._phrases.nouns import NOUN_TAGS
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb or deverbal noun with the things it is done to.

    Attributes:
        anchor: token of the verb or noun. lemma: its verb, with its particle ("set up").
        form: "active", "passive", "participle" or "nominal".
        things: head tokens of what it is done to, coordinated ones all. agent: head token of who does it, -1 if unsaid.
    """

    anchor: int
    lemma: str
    form: str
    things: tuple[int, ...]
    agent: int = -1


PARTICLES = frozenset({"up", "forward", "out", "off", "into", "on", "down"})


def deeds(page: Page, verbs: Iterable[str], nominals: Mapping[str, str]) -> list[Deed]:
    """All deeds of the given verbs and of the nouns that name them (noun to verb), in order of the text."""
    found = [d for v in page.triggers(verbs) if page.tags[v][:2] == "VB" for d in _verbal(page, v)]
    found += [
        d
        for n in page.triggers(nominals)
        if page.tags[n][:1] in {"N", "V"}
        for d in _nominal(page, n, nominals[page.lemmas[n]])
    ]
    return sorted(found, key=lambda d: d.anchor)


def _with_particle(page: Page, verb: int) -> str:
    for i in (verb + 1, verb + 2):
        if (
            page.lower[i : i + 1]
            and page.lower[i] in PARTICLES
            and (page.deps[i] == "prt" or (i == verb + 1 and page.tags[i] in {"RP", "RB"}))
        ):
            return f"{page.lemmas[verb]} {page.lower[i]}"
    return page.lemmas[verb]


def _verbal(page: Page, verb: int) -> list[Deed]:
    lemma = _with_particle(page, verb)
    children = page.parsed.children[verb]
    passive = any(page.deps[c] in {"nsubjpass", "auxpass"} for c in children)
    if passive:
        subject = subject_of(page, verb)
        things = coordinated(page, subject) if subject >= 0 else ()
        return [Deed(verb, lemma, "passive", things, _by_agent(page, verb))] if things else []
    objects = [c for c in children if page.deps[c] in {"dobj", "obj", "oprd"} and c > verb] or _next_noun(
        page, verb, lemma
    )
    if objects:
        things = tuple(t for o in objects for t in coordinated(page, o))
        return [Deed(verb, lemma, "active", things, subject_of(page, verb))]
    if page.tags[verb] == "VBN":
        return _participle(page, verb, lemma)
    return []


def _participle(page: Page, verb: int, lemma: str) -> list[Deed]:
    """ "the statement adopted in Lagos", "Established in 1992, the Centre ..."."""
    head = page.heads[verb]
    if page.deps[verb] == "acl" and page.deps[head] == "attr" and subject_of(page, page.heads[head]) >= 0:
        return [Deed(verb, lemma, "participle", (subject_of(page, page.heads[head]),), _by_agent(page, verb))]
    if page.deps[verb] in {"acl", "relcl", "appos"} and page.tags[head] in NOUN_TAGS:
        return [Deed(verb, lemma, "participle", (head,), _by_agent(page, verb))]
    low, high = page.sentence(verb)
    if (
        page.deps[verb] in {"advcl", "ccomp", "acl", "ROOT", "amod", "prep", "dep", "nsubj", "csubj"}
        and verb == low
        and any(page.word(i) == "," for i in range(verb, min(high, verb + 15)))
    ):
        subject = next(
            (c for c in page.parsed.children[head] if page.deps[c] in {"nsubj", "nsubjpass"} and c > verb), -1
        )
        return [Deed(verb, lemma, "participle", (subject,), _by_agent(page, verb))] if subject >= 0 else []
    return []


def _by_agent(page: Page, verb: int) -> int:
    for child in page.parsed.children[verb]:
        if page.lower[child] == "by" and page.deps[child] in {"agent", "prep"}:
            return next((c for c in page.parsed.children[child] if page.deps[c] == "pobj"), -1)
    return -1


def _next_noun(page: Page, verb: int, lemma: str) -> list[int]:
    """The noun phrase right after a transitive verb that the parser left without object."""
    if page.tags[verb] == "VBN" and any(page.lemmas[c] in BE for c in page.parsed.children[verb]):
        return []
    i = verb + 1 + (" " in lemma)
    high = page.sentence(verb)[1]
    if i >= high or page.tags[i] not in NOUN_TAGS | {"DT", "JJ", "PRP$", "CD", "``"}:
        return []
    if page.tags[verb] == "VBN" and page.tags[i] not in {"DT", "PRP$"} and not _has(page, verb):
        return []
    while i < high and page.tags[i] in {"DT", "JJ", "PRP$", "CD", "``", "HYPH", "VBN"}:
        i += 1
    while i + 1 < high and page.tags[i] in NOUN_TAGS and page.tags[i + 1] in NOUN_TAGS:
        i += 1
    return [i] if i < high and page.tags[i] in NOUN_TAGS and page.deps[i] not in {"nsubj", "nsubjpass"} else []


def _has(page: Page, verb: int) -> bool:
    return any(page.lemmas[c] == "have" and page.deps[c] == "aux" for c in page.parsed.children[verb])


def _nominal(page: Page, noun: int, lemma: str) -> list[Deed]:
    """ "the signing of the protocol", "the Council's adoption of the plan"."""
    if (page.tags[noun] == "VBG" and page.lower[noun + 1 : noun + 2] != ("of",)) or page.lower[
        noun + 1 : noun + 2
    ] not in {("of",), ("by",), ("with",)}:
        return []
    low, high = page.sentence(noun)
    for child in page.parsed.children[noun]:
        if page.lower[child] == "of":
            things = tuple(
                t for c in page.parsed.children[child] if page.deps[c] == "pobj" for t in coordinated(page, c)
            )
            owner = next((c for c in page.parsed.children[noun] if page.deps[c] == "poss"), -1)
            return (
                [Deed(noun, lemma, "nominal", things, owner if owner >= 0 else _by_agent(page, noun))] if things else []
            )
    of = next((i for i in range(noun + 1, min(noun + 8, high)) if page.lower[i] == "of"), -1)
    thing = _next_noun(page, of, lemma.split()[0]) if of >= 0 else []
    return [Deed(noun, lemma, "nominal", tuple(thing))] if thing and low <= noun else []


def coordinated(page: Page, head: int) -> tuple[int, ...]:
    """A noun and the nouns coordinated with it."""
    found: list[int] = []
    todo = [head]
    while todo and len(found) < 40:
        i = todo.pop()
        found.append(i)
        todo += [c for c in page.parsed.children[i] if page.deps[c] == "conj" and page.tags[c] in NOUN_TAGS]
    return tuple(sorted(found))


def next_item(page: Page, last: int) -> int:
    """The head of a further item right after a phrase ("... and the Accra Protocol"), -1 for none."""
    i = last
    while page.word(i) == "," or page.lower[i : i + 1] == ("and",):
        i += 1
    if i == last or page.lower[i : i + 1] not in {("the",), ("a",), ("an",)}:
        return -1
    high = page.sentence(i)[1]
    head = -1
    for k in range(i + 1, min(i + 10, high)):
        if page.tags[k] in NOUN_TAGS:
            head = k
        elif head >= 0 or page.tags[k] not in {"JJ", "CD", "HYPH", "VBN", "``", "CC"}:
            break
    return head
