"""Railways, pipelines, cables: what is being built, and from where over what to where a line runs."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.fullest import antecedent
from secretariat.kinds._phrases.modality import modality_of
from secretariat.kinds._phrases.nouns import capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of
from secretariat.kinds._phrases.places import place_at
from secretariat.kinds.body.institution import Body, body_phrase, is_name, name_of, type_of
from secretariat.kinds.body.vocabulary import NOUN_TYPES

LINES = tuple(noun for noun, kind in NOUN_TYPES.items() if kind == "infrastructure")
_RUN = ("run", "stretch", "lead", "extend", "pass")
_ENDS = {"from": "from", "to": "to", "via": "via", "over": "via", "through": "via", "across": "via"}


def lines(page: Page) -> Iterator[Body]:
    """Infrastructure that is under construction or whose course is told."""
    yield from _under_construction(page)
    yield from _courses(page)
    yield from _links(page)


def _under_construction(page: Page) -> Iterator[Body]:
    """ "The Harbour Bridge is under construction"."""
    for noun in page.triggers({"construction"}):
        if page.lower[noun - 1] != "under":
            continue
        verb = page.heads[noun - 1]
        subject = subject_of(page, verb) if page.lemmas[verb] == "be" else -1
        phrase = body_phrase(page, subject) if subject >= 0 else None
        if phrase and type_of(page, phrase) and any(capital(page, i) for i in range(phrase.first, phrase.last)):
            yield Body(
                verb, *clause(page, verb), name_of(page, phrase), type_of(page, phrase), "under-construction",
                modality=modality_of(page, verb), dated=True, rule="body.under-construction",
            )  # fmt: skip


def _courses(page: Page) -> Iterator[Body]:
    """ "The line will run from Kashgar over the pass to Andijan": the course of a line named here or before."""
    for verb in page.triggers(_RUN):
        subject = subject_of(page, verb) if page.tags[verb][:2] == "VB" else -1
        if subject < 0 or page.lemmas[subject] not in LINES or page.tags[subject] in {"NNS", "NNPS"}:
            continue
        course = _course(page, verb)
        name = _line_name(page, subject)
        if name and len(course) > 1:
            modality = modality_of(page, verb)
            step = "announced" if modality in {"planned", "promised"} else "exists"
            yield Body(
                verb,
                *clause(page, verb),
                name,
                "infrastructure",
                step,
                route=course,
                modality=modality,
                rule="body.course",
            )


def _links(page: Page) -> Iterator[Body]:
    """ "the pipeline connecting Siliguri with Parbatipur", "a cable that will link Suva and Apia"."""
    for verb in page.triggers(("connect", "link", "join")):
        subject = subject_of(page, verb) if page.tags[verb][:2] == "VB" else -1
        if subject < 0 or page.lemmas[subject] not in LINES:
            continue
        ends = _both_ends(page, verb)
        name = _line_name(page, subject)
        if name and ends:
            modality = modality_of(page, verb)
            step = "announced" if modality in {"planned", "promised"} else "exists"
            first, last = clause(page, verb)
            route = (("from", ends[0]), ("to", ends[1]))
            first = min(first, body_phrase(page, subject).first)
            yield Body(
                verb, first, last, name, "infrastructure", step, route=route, modality=modality, rule="body.link"
            )


def _both_ends(page: Page, verb: int) -> tuple[str, str] | None:
    """The places after a verb of linking, the second after "with", "to" or "and"."""
    first = place_at(page, verb + 1)
    high = min(page.sentence(verb)[1], first[1] + 6) if first else 0
    marks = (i for i in range(first[1] if first else 0, high) if page.lower[i] in {"with", "to", "and"})
    second = next((p for i in marks if (p := place_at(page, i + 1))), None)
    return (name_text(page, *first), name_text(page, *second)) if first and second else None


def _line_name(page: Page, subject: int) -> str:
    phrase = body_phrase(page, subject)
    if is_name(page, phrase) or any(capital(page, i) for i in range(phrase.first, phrase.head)):
        return name_of(page, phrase)
    name, _ = antecedent(page, subject)
    return name or _latest_line(page, subject)


def _latest_line(page: Page, i: int) -> str:
    """ "the line" looks back to the nearest railway, pipeline or road that has a name."""
    for j in range(i - 1, max(i - 150, -1), -1):
        if page.lemmas[j] in LINES and page.tags[j][:1] == "N":
            phrase = phrase_at(page, j)
            if any(capital(page, k) for k in range(phrase.first, phrase.last)):
                return name_text(page, phrase.first, phrase.last)
    return ""


def _course(page: Page, verb: int) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = {}
    for i in range(verb + 1, page.sentence(verb)[1]):
        if page.lower[i] in _ENDS:
            place = place_at(page, i + 1)
            if place:
                found.setdefault(_ENDS[page.lower[i]], []).append(name_text(page, *place))
    return tuple((end, ", ".join(names)) for end, names in found.items())
