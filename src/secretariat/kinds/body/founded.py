"""Bodies that somebody founds, announces, proposes, opens, builds or ends."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause, from_agent
from secretariat.kinds._phrases.deeds import Deed, deeds, next_item
from secretariat.kinds._phrases.fullest import GROUPS, antecedent
from secretariat.kinds._phrases.modality import modality_of
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import actors, acts
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.body.institution import Body, body_phrase, is_name, is_qualified, name_of, split_names, type_of
from secretariat.kinds.body.routes import route_of
from secretariat.kinds.body.vocabulary import NOMINALS, NOUN_TYPES, STEPS, VERBS


def founded(page: Page) -> Iterator[Body]:
    """Every body that a deed of founding or ending is told of."""
    for deed in deeds(page, VERBS, NOMINALS):
        step = STEPS.get(deed.lemma)
        if step and not _of_anniversary(page, deed):
            things = [_clause_subject(page, deed, t) if page.lower[t] == "which" else t for t in deed.things]
            while things:
                yield from _bodies(page, deed, things.pop(0), step, things)


def _clause_subject(page: Page, deed: Deed, which: int) -> int:
    """ "X is an organisation, the creation of which was announced": what "which" stands for is the subject, X."""
    low = page.sentence(which)[0]
    subjects = (i for i in range(low, deed.anchor) if page.deps[i] == "nsubj" and page.tags[i] in {"NNP", "NNPS"})
    return next(subjects, which)


def _of_anniversary(page: Page, deed: Deed) -> bool:
    """ "the tenth anniversary of the establishment of X" tells the anniversary."""
    before = page.lemmas[max(deed.anchor - 3, 0) : deed.anchor]
    return deed.form == "nominal" and "anniversary" in before


def _bodies(page: Page, deed: Deed, thing: int, step: str, more: list[int]) -> Iterator[Body]:
    if page.time_at(thing):
        return
    if (
        page.lower[thing] == "it"
        or page.lemmas[thing] in NOUN_TYPES | dict.fromkeys(GROUPS)
        and _looks_back(page, thing)
    ):
        name, head = antecedent(page, thing)
        if head >= 0 and deed.form in {"passive", "active"} and (deed.form == "passive" or deed.agent != thing):
            yield from _made(page, deed, phrase_at(page, thing), _type(page, head), step, name)
        return
    if (
        page.lemmas[thing] in {"idea", "proposal", "concept"}
        and page.lower[thing + 1 : thing + 2] == ("of",)
        and step in {"proposed"}
    ):
        thing = next(
            (
                i
                for c in page.parsed.children[thing]
                if page.lower[c] == "of"
                for i in page.parsed.children[c]
                if page.deps[i] == "pobj"
            ),
            thing,
        )
    thing = _apposed_body(page, thing)
    for phrase in split_names(page, body_phrase(page, thing)):
        kind = _kind(page, deed, phrase, step)
        if kind:
            yield from _made(page, deed, phrase, kind, step, name_of(page, phrase))
            further = next_item(page, phrase.last)
            if (
                further >= 0
                and further not in more
                and further not in deed.things
                and page.lemmas[further] in NOUN_TYPES
            ):
                more.append(further)


def _apposed_body(page: Page, thing: int) -> int:
    """ "Its host, the Harbour Authority, was founded": the name in apposition is what was founded."""
    if page.lemmas[thing] in NOUN_TYPES or capital(page, thing):
        return thing
    named = (c for c in page.parsed.children[thing] if page.deps[c] == "appos" and capital(page, c))
    return next((c for c in named if type_of(page, phrase_at(page, c))), thing)


def _looks_back(page: Page, i: int) -> bool:
    """ "the bank", "this committee": a bare noun with an article that names no body of its own."""
    if capital(page, i):
        return False
    return (
        page.lower[i - 1] == "this"
        or page.lower[i - 1] == "the"
        and page.lower[i + 1 : i + 2] not in {("of",), ("for",), ("on",)}
    )


def _type(page: Page, head: int) -> str:
    return type_of(page, phrase_at(page, head)) or "institution"


def _kind(page: Page, deed: Deed, phrase: Phrase, step: str) -> str:
    """The type of the body, empty where the phrase names none of which this verb can be said."""
    kind, known = type_of(page, phrase), page.is_organisation(phrase.head)
    if known and deed.form == "nominal" and not page.reading.time(deed.anchor):
        return ""
    if known and not kind:
        told = step in {"established", "ended", "proposed"} and deed.form != "active"
        return "institution" if told or deed.lemma in MAKING else ""
    named = known or is_name(page, phrase)
    if not kind or not (named or is_qualified(page, phrase, founding=deed.lemma not in WEAK)):
        return ""
    lasting = kind in {"institution", "infrastructure"}
    if not lasting and (deed.lemma in BUILDING or (deed.lemma in WEAK and not named)):
        return ""
    return "" if deed.lemma in {"promise", "pledge"} and named else kind


MAKING = frozenset({"establish", "found", "create", "set up", "proclaim", "dissolve", "disband"})
"""Verbs that can only mean the founding or ending of an organisation."""


WEAK = frozenset({"develop", "run", "operate", "open", "form", "complete", "close", "commission"})
"""Verbs of many meanings: only a proper name or a building makes them founding."""
BUILDING = frozenset({"build", "construct", "develop"})


def _proclaimer(page: Page, deed: Deed) -> int:
    """Who announces a founding: the agent of the passive over the noun ("the creation of which was announced by A")."""
    verb = page.heads[deed.anchor]
    if deed.form != "nominal" or page.tags[verb] != "VBN":
        return -1
    by = next((c for c in page.parsed.children[verb] if page.lower[c] == "by"), -1)
    return next((c for c in page.parsed.children[by] if page.deps[c] == "pobj"), -1) if by >= 0 else -1


def _step(page: Page, deed: Deed, step: str, modality: str) -> str:
    """What is only promised or planned is announced; what is only wished for or looked into is proposed."""
    if modality in {"planned", "promised"} and step in {"established", "under-construction", "opened", "announced"}:
        return "announced"
    if modality in {"hoped", "possible"} and step != "proposed":
        return "proposed"
    if deed.lemma in {"build", "construct"} and modality == "asserted" and page.tags[deed.anchor] in {"VBD", "VBN"}:
        return "established"
    return step


def _modality(page: Page, deed: Deed) -> str:
    if deed.lemma in {"promise", "pledge"}:
        return "promised"
    found = modality_of(page, deed.anchor)
    undertaken = deed.form == "active" and (
        _undertaken(page, deed.anchor) or found == "planned" and _own_will(page, deed)
    )
    return "promised" if undertaken and found in {"asserted", "planned"} else found


UNDERTAKING = frozenset({"promise", "pledge", "commit", "agree", "decide", "resolve", "undertake", "vow"})


def _undertaken(page: Page, verb: int) -> bool:
    """ "agreed to set up", "has promised to establish": the undertaking stands, the body does not yet."""
    i = verb
    for _ in range(4):
        if page.deps[i] not in {"xcomp", "conj", "ccomp"} or page.tags[i] not in {"VB", "VBN"}:
            return False
        i = page.heads[i]
        if page.lemmas[i] in UNDERTAKING:
            return True
    return False


def _own_will(page: Page, deed: Deed) -> bool:
    """ "Japan will establish": whoever has the power says what it will do, and so undertakes it."""
    will = any(page.lower[c] in {"will", "shall"} for c in page.parsed.children[deed.anchor])
    return will and deed.agent >= 0 and acts(page, deed.agent)


def _made(page: Page, deed: Deed, phrase: Phrase, kind: str, step: str, name: str) -> Iterator[Body]:
    modality = _modality(page, deed)
    if modality == "denied":
        return
    step = _step(page, deed, step, modality)
    first, last = clause(page, deed.anchor)
    first = from_agent(page, first, deed.agent)
    place = place_after(page, phrase.last) or (
        place_after(page, deed.anchor + 1) if deed.form in {"passive", "participle"} else None
    )
    agent = deed.agent if deed.agent >= 0 else _proclaimer(page, deed)
    founder = actors(page, agent) if agent >= 0 and step != "ended" else ()
    if agent > deed.anchor and page.sentence_of[agent] == page.sentence_of[deed.anchor]:
        last = max(last, page.parsed.edges(agent)[1])
    yield Body(
        deed.anchor, min(first, phrase.first), max(last, phrase.last), name, kind, step,
        place=name_text(page, *place) if place else "", founder=founder,
        route=route_of(page, phrase) if kind == "infrastructure" else (),
        modality=modality, dated=True, rule=f"body.{step}/{deed.form}",
    )  # fmt: skip
