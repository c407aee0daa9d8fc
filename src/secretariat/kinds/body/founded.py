"""Bodies that somebody founds, announces, proposes, opens, builds or ends."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.deeds import Deed, deeds
from secretariat.kinds._phrases.nouns import Phrase, name_text
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import members
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.body.institution import Body, body_phrase, is_name, is_qualified, name_of, type_of
from secretariat.kinds.body.routes import route_of
from secretariat.kinds.body.vocabulary import FOUNDING, NOMINALS, STEPS, VERBS

_FUTURE = frozenset({"planned", "promised", "hoped", "possible"})


def founded(page: Page) -> Iterator[Body]:
    """Every body that a deed of founding or ending is told of."""
    for deed in deeds(page, VERBS, NOMINALS):
        step = STEPS.get(deed.lemma)
        if step:
            for thing in deed.things:
                body = _body(page, deed, thing, step)
                if body:
                    yield body


def _body(page: Page, deed: Deed, thing: int, step: str) -> Body | None:
    phrase = body_phrase(page, thing)
    kind = type_of(page, phrase)
    founding = deed.lemma.split()[0] in FOUNDING or step in {"announced", "proposed", "opened", "under-construction", "ended"}
    if not kind or page.time_at(thing):
        return None
    if not (is_name(page, phrase) or is_qualified(page, phrase, founding=founding and deed.lemma not in {"develop", "run", "operate", "close"})):
        return None
    if deed.lemma in {"develop", "run", "operate", "open", "form", "complete"} and not is_name(page, phrase) and kind not in {"institution", "infrastructure"}:
        return None
    modality = _modality(page, deed)
    if modality == "denied":
        return None
    return _made(page, deed, phrase, kind, _step(page, deed, step, modality), modality)


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
    frame = page.reading.frame_at(deed.anchor)
    found = frame.modality if frame else "asserted"
    if found == "asserted" and deed.form == "active" and page.tags[deed.anchor] == "VB" and _agreed(page, deed.anchor):
        return "promised"
    return found


def _agreed(page: Page, verb: int) -> bool:
    """"agreed to set up", "decided to establish": the decision stands, the body does not yet."""
    return page.lemmas[page.heads[verb]] in {"agree", "decide", "resolve", "undertake"}


def _made(page: Page, deed: Deed, phrase: Phrase, kind: str, step: str, modality: str) -> Body:
    first, last = clause(page, deed.anchor)
    place = place_after(page, phrase.last) or (place_after(page, deed.anchor + 1) if deed.form in {"passive", "participle"} else None)
    founder = members(page, deed.agent) if deed.agent >= 0 and step != "ended" else ()
    return Body(
        deed.anchor, min(first, phrase.first), max(last, phrase.last), name_of(page, phrase), kind, step,
        place=name_text(page, *place) if place else "", founder=founder, route=route_of(page, phrase) if kind == "infrastructure" else (),
        modality=modality, dated=True, rule=f"body.{step}/{deed.form}",
    )  # fmt: skip
