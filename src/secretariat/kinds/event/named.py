"""Occasions named by a noun: "the 22nd meeting of the Council", "at the Samarkand summit", "a regional conference in Baghdad"."""

from __future__ import annotations

from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import governing_verb, passive_after
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.ordinals import ordinal_in
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.places import place_after, place_before
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.event.holding import Holding, holding
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.setting import city_of, companions, series_of
from secretariat.kinds.event.vocabulary import (
    BODY_LIKE,
    GATHERINGS,
    HOLD,
    NOUN_TYPES,
    ONLINE,
    PLANNED_WORDS,
    RECENT_WORDS,
    SELF_EVIDENT,
    TAKE_PART,
    TELEPHONE,
    UNCOUNTED,
)  # fmt: skip

COMPLEMENTS = frozenset({"of", "on", "for"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words around one head noun say."""

    phrase: Phrase
    type: str
    words: tuple[str, ...]
    number: int | None
    verb: int
    role: str
    place: tuple[int, int] | None
    dated: bool
    named: bool


def named_occasions(page: Page) -> list[Occasion]:
    """Every occasion that a noun names and that the words make a particular one, in order of the text."""
    found = []
    for head in page.triggers(NOUN_TYPES):
        if page.tags[head] in {"NN", "NNS", "NNP", "NNPS"} and not _modifier(page, head):
            reading = read(page, head)
            rule = licence(page, reading) if reading else ""
            if reading and rule:
                found.append(_occasion(page, reading, rule))
    return found


def _modifier(page: Page, head: int) -> bool:
    """True where the noun only qualifies another ("summit outcomes", "training centre", "dialogue partner")."""
    nxt = head + 1
    if nxt >= page.sentence(head)[1]:
        return False
    if page.word(nxt) in {"-", "–", "/"} and page.starts[nxt] == page.ends[head]:
        return True
    if page.tags[nxt] == "POS":
        return True
    inside = page.name_at.get(head)
    if inside and page.is_organisation(head) and inside.last - inside.first > 1:
        return True
    if page.lower[nxt] in ONLINE | {"co"} or page.word(nxt) == "#":
        return False
    return page.tags[nxt] in {"NN", "NNS", "NNP", "NNPS"} and not page.time_at(nxt)


def read(page: Page, head: int) -> Reading | None:
    """The phrase of an occasion with its licences; None where the noun is plural or indefinite in number."""
    phrase = phrase_at(page, head, COMPLEMENTS)
    words = page.words[phrase.first : phrase.head + 1]
    lower = page.lower[phrase.first : phrase.head]
    if phrase.determiner in UNCOUNTED or set(lower) & UNCOUNTED:
        return None
    type = _type(page, head, lower)
    if not type:
        return None
    verb, role = governing_verb(page, head)
    named = capital(page, head) and page.tags[head] in {"NNP", "NNPS", "NN"} and _proper(page, phrase)
    place = place_after(page, phrase.last)
    dated = any(page.time_at(i) for i in range(phrase.first, phrase.head)) or _date_follows(page, phrase.last)
    return Reading(phrase, type, words, _number(words, type), verb, role, place, dated, named)


def _type(page: Page, head: int, lower: tuple[str, ...]) -> str:
    noun = page.lemmas[head]
    if noun not in NOUN_TYPES:
        return ""
    if noun in {"conversation", "call", "conference"} and set(lower) & TELEPHONE:
        return "call"
    if noun in {"conversation", "call"}:
        return "call" if noun == "call" and page.lower[head + 1 : head + 2] in {("with",), ("between",)} else ""
    if noun == "tour" and page.lower[head + 1 : head + 2] == ("d’horizon",):
        return ""
    return NOUN_TYPES[noun]


def _proper(page: Page, phrase: Phrase) -> bool:
    """A name of its own: capitals beside the head ("SCO Summit", "Forum on Governance")."""
    before = [i for i in range(phrase.first, phrase.head) if capital(page, i) and page.tags[i] not in {"CD", "POS"}]
    if any(page.lower[i] not in BARE for i in before):
        return True
    return phrase.last > phrase.head + 2 and capital(page, phrase.last - 1)


BARE = word_set("leaders ministers ministerial summit annual plenary opening closing")
"""Capitalised words that name no occasion by themselves: "the Leaders' Summit" looks back."""


def _number(words: tuple[str, ...], type: str) -> int | None:
    """The ordinal of a meeting; an Inaugural Ceremony opens something else."""
    opening = type in {"ceremony", "speech", "celebration"} and "inaugural" in {w.lower() for w in words}
    return None if opening else ordinal_in(words[:-1])


def _date_follows(page: Page, i: int) -> bool:
    for j in range(i, min(i + 3, len(page))):
        if page.time_at(j):
            return True
        if page.lower[j] not in {"on", "in", "of", "from", "this", ",", "held", "("}:
            return False
    return False


def licence(page: Page, reading: Reading) -> str:
    """The rule by which the words speak of one particular occasion; empty where they do not."""
    lower = {w.lower() for w in reading.words}
    plural = page.tags[reading.phrase.head] in {"NNS", "NNPS"}
    gathering = reading.type in GATHERINGS
    held = (reading.role == "object" and page.lemmas[reading.verb] in HOLD | TAKE_PART) or passive_after(
        page, reading.phrase.last, HOLD
    )
    if plural and not (held and reading.named):
        return "event.meetings-with" if _opening_meetings(page, reading) else ""
    vague = page.lemmas[reading.phrase.head] in VAGUE
    if reading.named and reading.type in {"assembly", "congress"} and not (reading.dated or held or reading.number):
        return ""
    if reading.number and gathering:
        return "" if _is_predicate(page, reading) else "event.numbered"
    if vague and not (held and reading.phrase.determiner in {"a", "an"}):
        return ""
    if reading.role == "subject" and page.lemmas[reading.verb] in HOLDERS and reading.type in BODY_LIKE:
        return ""
    if reading.type in {"visit", "speech", "call", "mission", "invasion", "election", "referendum", "consultations"}:
        return _act_licence(page, reading)
    if reading.named and reading.type in SELF_EVIDENT:
        return "event.named"
    if reading.named and (reading.place or reading.dated or held or lower & PLANNED_WORDS):
        return "event.named-held"
    if (reading.place and reading.type in SELF_EVIDENT | {"conference"}) or (reading.dated and gathering):
        return "event.placed"
    if reading.type == "summit" and _qualified(page, reading):
        return "event.summit-of"
    if (
        gathering
        and lower & {"next", "upcoming", "forthcoming"}
        and reading.type in MEETING_TYPES | {"symposium", "exercise"}
    ):
        return "event.next"
    if held and gathering and _described(page, reading):
        return "event.held"
    if (
        reading.type in {"meeting", "session"}
        and reading.phrase.determiner in {"the", "a", "this"}
        and _of_body(page, reading)
    ):
        return "event.of-body"
    if reading.type == "event" and sum(capital(page, i) for i in range(reading.phrase.first, reading.phrase.head)) > 1:
        return "event.named-event"
    if reading.type in {"exercise", "workshop", "festival"} and (_apposed_name(page, reading) or held):
        return "event.with-name"
    if reading.type == "meeting" and _with_people(page, reading):
        return "event.meeting-with"
    return ""


VAGUE = frozenset({"engagement", "encounter", "audience", "gathering", "consultation", "talk"})
"""Nouns that also name an activity in general: only "held an engagement", "a gathering was held" tell an occasion."""


HOLDERS = frozenset(
    {"hold", "host", "convene", "organise", "organize", "adopt", "decide", "elect", "comprise", "consist"}
)
"""What holds, adopts or comprises is a body, also where its name could be an occasion's ("the Forum held")."""


def _is_predicate(page: Page, reading: Reading) -> bool:
    """ "It was the first summit since ..." says something of an occasion named elsewhere."""
    head = reading.phrase.head
    return page.deps[head] == "attr" and page.lower[page.heads[head] - 1] in {"it", "this", "which", "that"}


def _act_licence(page: Page, reading: Reading) -> str:
    """Visits, calls and the like need their goal, partner or day in the words."""
    following = page.lower[reading.phrase.head + 1 : reading.phrase.head + 2]
    if reading.type == "visit" and (reading.dated or reading.number) and following == ("to",):
        return "event.visit-noun"
    if reading.type == "visit" and reading.named and (reading.place or following == ("to",)):
        return "event.visit-noun"
    if reading.type == "call" and following in {("with",), ("between",)}:
        return "event.call-noun"
    dated = _date_follows(page, reading.phrase.last)
    return "event.dated-act" if dated and reading.type in {"invasion", "referendum"} else ""


def _qualified(page: Page, reading: Reading) -> bool:
    """ "the Qingdao summit", "a NATO summit": the one word that tells which summit it was."""
    i = reading.phrase.head - 1
    return i >= reading.phrase.first and capital(page, i) and page.tags[i] in {"NNP", "NNPS", "NN", "JJ"}


def _described(page: Page, reading: Reading) -> bool:
    """An indefinite or described occasion is told for the first time; "held the meeting" looks back."""
    phrase = reading.phrase
    if phrase.determiner in {"a", "an", ""} and phrase.owner is None:
        return True
    return phrase.head - phrase.first > 0 or phrase.last > phrase.head + 1


def _of_body(page: Page, reading: Reading) -> bool:
    """ "the meeting of the Council of Ministers": the body that meets makes it particular."""
    return bool(series_of(page, reading.phrase)) and page.lower[reading.phrase.head + 1 : reading.phrase.head + 2] == (
        "of",
    )


def _opening_meetings(page: Page, reading: Reading) -> bool:
    """ "In meetings with X and Y, the delegation ...": several meetings told as one."""
    head = reading.phrase.head
    low, high = page.sentence(head)
    past = any(page.tags[i] == "VBD" for i in range(head, high))
    return (
        reading.type == "meeting"
        and page.lower[low] == "in"
        and head <= low + 3
        and past
        and _with_people(page, reading)
    )


def _apposed_name(page: Page, reading: Reading) -> str:
    """ "the military exercise, Steppe Eagle, ...", "the "Blue Wave" exercise": the name beside the noun."""
    head = reading.phrase.head
    if page.word(head + 1) == "," and capital(page, head + 2) and page.tags[head + 2] in {"NNP", "NNPS"}:
        last = head + 2
        while page.tags[last] in {"NNP", "NNPS", "CD"}:
            last += 1
        return name_text(page, head + 2, last)
    marks = [i for i in range(max(head - 12, page.sentence(head)[0]), head) if page.word(i) in {"“", "”", '"'}]
    return (
        name_text(page, marks[-2] + 1, marks[-1]) if len(marks) >= 2 and marks[-1] >= reading.phrase.first - 1 else ""
    )


def _apposed_end(page: Page, reading: Reading) -> int:
    """One past the name that stands after a comma beside the noun, 0 where none does."""
    last = reading.phrase.head + 2
    if reading.type != "exercise" or page.word(last - 1) != "," or not _apposed_name(page, reading):
        return 0
    while page.tags[last] in {"NNP", "NNPS", "CD"}:
        last += 1
    return last if last > reading.phrase.head + 2 else 0


def _with_people(page: Page, reading: Reading) -> bool:
    nxt = reading.phrase.head + 1
    if page.lower[nxt : nxt + 1] not in {("with",), ("between",)}:
        return False
    return any(page.tags[i] in {"NNP", "NNPS"} for i in range(nxt + 1, min(nxt + 8, page.sentence(nxt)[1])))


def _occasion(page: Page, reading: Reading, rule: str) -> Occasion:
    phrase = reading.phrase
    place = reading.place or (place_before(page, phrase.first) if reading.role != "setting" else None)
    last = max(phrase.last, place[1] if place and place[0] > phrase.first else 0, _apposed_end(page, reading))
    told = holding(page, reading.verb, phrase.head) if reading.role == "object" else Holding()
    first = min(phrase.first, told.where[0]) if told.where[1] else phrase.first
    return Occasion(
        anchor=phrase.head,
        first=first,
        last=max(_through_date(page, last), told.where[1]),
        type=reading.type,
        name=(_apposed_name(page, reading) if reading.type == "exercise" else "") or _name(page, phrase),
        ordinal=reading.number,
        place=name_text(page, *place) if place else city_of(page, phrase),
        series=(series_of(page, phrase) or told.series) if reading.type in MEETING_TYPES else "",
        participants=told.participants
        + (companions(page, phrase) if reading.type in MEETING_TYPES | {"visit", "call"} else ()),
        hosts=told.hosts,
        organisers=told.organisers,
        mode=_mode(page, reading, last),
        verb=reading.verb if reading.role in {"object", "subject"} else -1,
        rule=rule,
    )


MEETING_TYPES = frozenset(
    {"summit", "meeting", "session", "dialogue", "conference", "consultations", "forum", "assembly"}
)
"""Types of which a body is the series and others the participants."""


def _through_date(page: Page, last: int) -> int:
    """Evidence goes on through a date that follows at once."""
    end = last
    for j in range(last, min(last + 8, page.sentence(last - 1)[1])):
        if page.time_at(j):
            end = j + 1
        elif page.lower[j] not in {"on", "in", "of", "from", ",", "to", "–", "-", "and", "until"}:
            break
    return end


def _name(page: Page, phrase: Phrase) -> str:
    """The name without possessors, dates and words like "upcoming"; empty for a bare noun."""
    first = phrase.first
    while first < phrase.head and (
        (page.time_at(first))
        or page.lower[first]
        in PLANNED_WORDS - {"next"} | RECENT_WORDS - {"inaugural", "founding", "special", "extraordinary"}
    ):
        first += 1
    text = name_text(page, first, phrase.last)
    return "" if text.lower() in NOUN_TYPES else text


def _mode(page: Page, reading: Reading, last: int) -> str:
    words = {w.lower() for w in reading.words} | set(page.lower[last : last + 6])
    if words & ONLINE:
        return "online"
    return "in-person" if {"in", "person"} <= words or "in-person" in words else ""
