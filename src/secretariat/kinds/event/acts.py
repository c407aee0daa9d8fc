"""Occasions told by a verb: people meet, telephone, visit, speak, are sworn in; films are shown, cargo arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.modality import only_aimed_at
from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import PEOPLE, acts, members, objects_of, subject_of
from secretariat.kinds._phrases.places import place_after, place_at, place_before
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.vocabulary import (
    ABSTRACT_MET,
    AUDIENCES,
    BROADCAST,
    CARGO,
    MEET,
    NOUN_TYPES,
        SPEECH_NOUNS,
    SPEECH_VERBS,
    TRAVEL,
)  # fmt: skip

Found = Iterator[Occasion]


def told_occasions(page: Page) -> list[Occasion]:
    """Every occasion that a verb tells, in order of the text."""
    verbs = [(v, rule) for lemmas, rule in RULES for v in page.triggers(lemmas) if page.tags[v][:2] == "VB"]
    found = [o for v, rule in verbs if not only_aimed_at(page, v) for o in rule(page, v)]
    return sorted(found, key=lambda o: o.anchor)


def _place(page: Page, verb: int, end: int) -> str:
    """The place of a clause: right of the verb's complements, else the opening of the sentence."""
    found = place_after(page, verb + 1)
    for i in range(verb + 1, end):
        if found:
            break
        if page.lower[i] in {"in", "at"} and page.deps[i] == "prep" and page.tags[page.heads[i]][:1] in {"V", "N"}:
            found = place_at(page, i + 1, page.lower[i])
    found = found or place_before(page, verb)
    return name_text(page, *found) if found else ""


def _told(page: Page, verb: int, type: str, rule: str, **more: object) -> Occasion:
    first, last = clause(page, verb)
    given = {"place": _place(page, verb, last), **more}
    return Occasion(anchor=verb, first=first, last=last, type=type, verb=verb, rule=rule, **given)  # type: ignore[arg-type]


def _meetings(page: Page, verb: int) -> Found:
    subject, objects = subject_of(page, verb), objects_of(page, verb)
    if any(page.lemmas[o] in ABSTRACT_MET for o in objects):
        return
    several = subject >= 0 and page.tags[subject] == "NNS" and page.tags[verb] == "VBD"
    if not acts(page, subject) and not several:
        return
    if page.lemmas[verb] == "convene" and any(page.deps[o] == "dobj" for o in objects):
        return
    with_people = [o for o in objects if acts(page, o)]
    if objects and not with_people:
        return
    group = (
        page.tags[subject] in {"NNS", "NNPS"}
        or page.lower[subject] in {"they", "we"}
        or len(members(page, subject)) > 1
        or page.is_party(subject)
        or (page.tags[subject] in NOUN_TAGS and page.lemmas[subject] in PEOPLE)
    )
    place = _place(page, verb, clause(page, verb)[1])
    told = place or (_dated(page, verb) and page.tags[subject] != "PRP")
    if not with_people and not (group and told):
        return
    who = members(page, subject) + tuple(n for o in with_people for n in members(page, o))
    yield _told(page, verb, "meeting", f"event.{page.lemmas[verb]}", participants=who)


def _dated(page: Page, verb: int) -> bool:
    first, last = clause(page, verb)
    return any(page.time_at(i) for i in range(first, last))


def _calls(page: Page, verb: int) -> Found:
    subject = subject_of(page, verb)
    last = clause(page, verb)[1]
    by_phone = bool(set(page.lower[verb : min(last + 1, verb + 25)]) & {"telephone", "phone", "call", "telephoned"})
    objects = [o for o in objects_of(page, verb) if acts(page, o)]
    if not acts(page, subject) or page.lower[subject] == "i":
        return
    called = page.lemmas[verb] == "call" and page.tags[verb] == "VBD" and _rang(page, verb, objects)
    if (
        called
        or (page.lemmas[verb] == "telephone" and objects)
        or (by_phone and objects and page.lemmas[verb] in {"speak", "talk"})
        or (by_phone and page.lemmas[verb] in {"tell", "inform"} and objects)
    ):
        yield _told(page, verb, "call", "event.telephoned", participants=_both(page, subject, objects))
    elif page.lemmas[verb] == "speak" and objects and page.tags[verb] in {"VBD", "VBN"} and _dated(page, verb):
        yield _told(page, verb, "call", "event.spoke-with", participants=_both(page, subject, objects))
    elif page.lemmas[verb] == "speak" and not objects and _dated(page, verb):
        place = place_after(page, verb + 1)
        if place and page.tags[verb] == "VBD":
            yield _told(page, verb, "speech", "event.spoke-at", participants=members(page, subject))


def _rang(page: Page, verb: int, objects: list[int]) -> bool:
    """ "called the Prime Minister today": a person alone as object; "called him a friend" is no call."""
    labels = {page.deps[c] for c in page.parsed.children[verb]}
    person = any(page.deps[o] == "dobj" and capital(page, o) and not page.is_party(o) for o in objects)
    return person and not labels & {"oprd", "acomp", "prt", "ccomp"} and _dated(page, verb)


def _both(page: Page, subject: int, objects: list[int]) -> tuple[str, ...]:
    return members(page, subject) + tuple(n for o in objects for n in members(page, o))


def _visits(page: Page, verb: int) -> Found:
    subject = subject_of(page, verb)
    if not acts(page, subject) or page.is_party(subject):
        return
    places = objects_of(page, verb) if page.lemmas[verb] in {"visit", "tour"} else _goals(page, verb)
    found = next((p for c in places if (p := _place_of(page, c))), None)
    if found:
        yield _told(
            page,
            verb,
            "visit",
            f"event.{page.lemmas[verb]}",
            place=name_text(page, *found),
            participants=members(page, subject),
        )


def _goals(page: Page, verb: int) -> list[int]:
    return [
        c
        for p in page.parsed.children[verb]
        if page.lower[p] == "to" and page.deps[p] == "prep"
        for c in page.parsed.children[p]
    ]


def _place_of(page: Page, head: int) -> tuple[int, int] | None:
    first = phrase_at(page, head, frozenset()).first
    if page.is_organisation(head):
        return None
    return place_at(page, first, "in")


def _delegations(page: Page, verb: int) -> Found:
    """ "led a delegation to Mexico", "paid a visit to Chad", "hosted the Prime Minister at the White House"."""
    subject, objects = subject_of(page, verb), objects_of(page, verb)
    for thing in objects:
        if page.lemmas[thing] in {"delegation", "visit", "mission", "trip"} and page.lemmas[verb] in {
            "lead",
            "pay",
            "make",
            "undertake",
            "begin",
            "conclude",
        }:
            goal = next(
                (
                    p
                    for i in range(thing + 1, min(thing + 4, len(page)))
                    if page.lower[i] == "to" and (p := place_at(page, i + 1))
                ),
                None,
            )
            if goal and acts(page, subject):
                yield _told(
                    page,
                    verb,
                    "visit",
                    "event.delegation",
                    place=name_text(page, *goal),
                    participants=members(page, subject),
                )


def _receptions(page: Page, verb: int) -> Found:
    subject, objects = subject_of(page, verb), objects_of(page, verb)
    guests = [
        o
        for o in objects
        if acts(page, o) and not page.is_party(o) and page.lemmas[o] not in {"member", "participant", "partner"}
    ]
    if any(page.deps[o] == "dobj" and page.lemmas[o] in NOUN_TYPES for o in objects):
        return
    if not guests or not acts(page, subject) or page.lower[subject] in {"who"}:
        return
    last = clause(page, verb)[1]
    at = next(
        (p for i in range(guests[0] + 1, last) if page.lower[i] in {"at", "to"} and (p := place_at(page, i + 1, "at"))),
        None,
    )
    if at or (page.lemmas[verb] in {"host", "convene"} and _dated(page, verb)):
        who = _both(page, subject, guests)
        yield _told(
            page,
            verb,
            "meeting",
            "event.received",
            participants=who,
            hosts=members(page, subject),
            place=name_text(page, *at) if at else "",
        )


def _speeches(page: Page, verb: int) -> Found:
    subject = subject_of(page, verb)
    if not acts(page, subject) or page.is_party(subject):
        return
    for thing in objects_of(page, verb):
        if page.lemmas[verb] == "address":
            if page.lemmas[thing] in AUDIENCES and page.tags[verb] in {"VBD", "VBZ", "VBN", "VB"}:
                yield _told(page, verb, "speech", "event.addressed", participants=members(page, subject))
        elif page.lemmas[thing] in SPEECH_NOUNS:
            yield _told(page, verb, "speech", "event.speech", participants=members(page, subject))


def _broadcasts(page: Page, verb: int) -> Found:
    passive = any(page.deps[c] in {"nsubjpass", "auxpass"} for c in page.parsed.children[verb])
    subject = subject_of(page, verb)
    if subject < 0 or (not passive and page.lemmas[verb] not in {"premiere", "air", "debut"}):
        return
    if page.lemmas[subject] in {
        "interview",
        "film",
        "documentary",
        "series",
        "programme",
        "program",
        "movie",
        "episode",
        "show",
        "it",
        "message",
        "serial",
        "drama",
    }:
        name = name_text(page, *_quoted(page, subject))
        kind = "premiere" if page.lemmas[verb] == "premiere" else "broadcast"
        yield _told(page, verb, kind, "event.broadcast", name=name, organisers=_channel(page, verb))


def _channel(page: Page, verb: int) -> tuple[str, ...]:
    """The station that "on" or "by" names after a verb of broadcasting."""
    for child in page.parsed.children[verb]:
        if page.lower[child] in {"on", "by"} and not page.time_at(child + 1):
            heads = [c for c in page.parsed.children[child] if page.deps[c] == "pobj" and capital(page, c)]
            if heads and not page.time_at(heads[0]):
                return members(page, heads[0])
    return ()


def _quoted(page: Page, head: int) -> tuple[int, int]:
    """A quoted title beside a noun ("the documentary "Steppe Roads""), else an empty range."""
    for i in range(head + 1, min(head + 3, len(page))):
        if page.word(i) in {'"', "“", "«"}:
            close = next((j for j in range(i + 1, min(i + 15, len(page))) if page.word(j) in {'"', "”", "»"}), i + 1)
            return i + 1, close
    return head, head


def _arrivals(page: Page, verb: int) -> Found:
    subject = subject_of(page, verb)
    if subject >= 0 and (page.lemmas[subject] in CARGO) and place_after(page, verb + 1):
        phrase = phrase_at(page, subject, frozenset({"of"}))
        yield _told(page, verb, "delivery", "event.delivery", name=name_text(page, phrase.first, phrase.last))


def _oaths(page: Page, verb: int) -> Found:
    if page.tags[verb] == "VBN" and page.lower[verb + 1 : verb + 2] == ("in",) and subject_of(page, verb) >= 0:
        yield _told(page, verb, "ceremony", "event.sworn-in", participants=members(page, subject_of(page, verb)))


RULES: tuple[tuple[frozenset[str], Callable[[Page, int], Found]], ...] = (
    (MEET, _meetings),
    (frozenset({"speak", "talk", "telephone", "tell", "inform", "call"}), _calls),
    (frozenset({"visit", "tour"}) | TRAVEL, _visits),
    (frozenset({"lead", "pay", "make", "undertake"}), _delegations),
    (frozenset({"host", "welcome", "receive", "convene"}), _receptions),
    (SPEECH_VERBS | {"address"}, _speeches),
    (BROADCAST, _broadcasts),
    (frozenset({"arrive", "land"}), _arrivals),
    (frozenset({"swear"}), _oaths),
)
"""Trigger verbs and the rule that reads them."""
