"""Licences: the wordings by which a noun speaks of one particular occasion; the first that holds is the rule."""

from __future__ import annotations

from collections.abc import Callable

from secretariat.kinds._phrases.nouns import capital
from secretariat.kinds._phrases.page import Page
from secretariat.kinds.event.setting import series_of
from secretariat.kinds.event.signs import Signs, date_follows, name_beside, partner
from secretariat.kinds.event.vocabulary import (
    BODY_LIKE,
    GATHERINGS,
    MEETING_TYPES,
    NOUN_TYPES,
    PLANNED_WORDS,
    SELF_EVIDENT,
)

Check = Callable[[Page, Signs], bool]
VAGUE = frozenset({"engagement", "encounter", "audience", "gathering", "consultation", "talk"})
"""Nouns that also name an activity in general: only "held an engagement", "a gathering was held" tell an occasion."""
HOLDERS = frozenset(
    {"hold", "host", "convene", "organise", "organize", "adopt", "decide", "elect", "comprise", "consist"}
)
"""What holds, adopts or comprises is a body, also where its name could be an occasion's ("the Forum held")."""
ACTS = frozenset({"visit", "speech", "call", "mission", "invasion", "election", "referendum", "consultations"})
"""Types that are acts of somebody rather than gatherings: they need their goal, partner or day."""


def licence(page: Page, signs: Signs) -> str:
    """The rule by which the words speak of one particular occasion; empty where they do not."""
    if any(check(page, signs) for check in REFUSALS):
        return ""
    return next((rule for rule, check in LICENCES if check(page, signs)), "")


def _several(page: Page, s: Signs) -> bool:
    return s.plural and not (s.held and s.named) and not _opening_meetings(page, s)


def _institution(page: Page, s: Signs) -> bool:
    """An Assembly or Congress is a body unless number, day or verb say that it sits; whoever holds or adopts is one."""
    if s.named and s.type in {"assembly", "congress"} and not (s.dated or s.held or s.number):
        return True
    return s.role == "subject" and page.lemmas[s.verb] in HOLDERS and s.type in BODY_LIKE


def _activity(page: Page, s: Signs) -> bool:
    told = s.held and s.phrase.determiner in {"a", "an"}
    return page.lemmas[s.head] in VAGUE and not told and not (s.number and s.type in GATHERINGS)


def _predicate(page: Page, s: Signs) -> bool:
    """ "It was the first summit since ..." says something of an occasion named elsewhere."""
    before = page.lower[page.heads[s.head] - 1]
    return bool(s.number) and page.deps[s.head] == "attr" and before in {"it", "this", "which", "that"}


def _series_name(page: Page, s: Signs) -> bool:
    """ "the 45th meeting of the Conference": what meets is the series, not an occasion of its own."""
    before = page.lower[max(s.phrase.first - 2, 0) : s.phrase.first]
    above = page.lemmas[s.phrase.first - 3] if s.phrase.first >= 3 else ""
    return before == ("of", "the") and s.type in BODY_LIKE and NOUN_TYPES.get(above, "") in GATHERINGS


def _bare_event(page: Page, s: Signs) -> bool:
    """ "joined the event" looks back."""
    return s.type == "event" and s.phrase.first == s.head and s.phrase.determiner not in {"a", "an"}


REFUSALS: tuple[Check, ...] = (_several, _institution, _activity, _predicate, _series_name, _bare_event)
"""Wordings that speak of no particular occasion, whatever else they say."""


def _opening_meetings(page: Page, s: Signs) -> bool:
    """ "In meetings with X and Y, the delegation ...": several meetings told as one."""
    low, high = page.sentence(s.head)
    opens = s.plural and s.type == "meeting" and page.lower[low] == "in" and s.head <= low + 3
    return opens and any(page.tags[i] == "VBD" for i in range(s.head, high)) and _with_people(page, s)


def _with_people(page: Page, s: Signs) -> bool:
    i = partner(page, s.head)
    return i >= 0 and any(page.tags[j] in {"NNP", "NNPS"} for j in range(i + 1, min(i + 8, page.sentence(i)[1])))


def _visit(page: Page, s: Signs) -> bool:
    goal = page.lower[s.head + 1 : s.head + 2] == ("to",)
    return s.type == "visit" and ((bool(s.dated or s.number) and goal) or (s.named and bool(s.place or goal)))


def _call(page: Page, s: Signs) -> bool:
    following = page.lower[s.head + 1 : s.head + 2] in {("with",), ("between",)}
    return s.type == "call" and (following or _with_people(page, s))


def _dated_act(page: Page, s: Signs) -> bool:
    return s.type in {"invasion", "referendum"} and date_follows(page, s.phrase.last)


def _gathers(s: Signs) -> bool:
    return s.type in GATHERINGS and s.type not in ACTS


def _named_held(page: Page, s: Signs) -> bool:
    told = s.place or s.dated or s.held or set(s.words) & PLANNED_WORDS
    return s.named and s.type not in ACTS and bool(told)


def _placed(page: Page, s: Signs) -> bool:
    return bool(s.place and s.type in SELF_EVIDENT | {"conference"}) or (s.dated and _gathers(s))


def _summit_of(page: Page, s: Signs) -> bool:
    """ "the Qingdao summit", "a NATO summit": the one word that tells which summit it was."""
    i = s.head - 1
    return (
        s.type == "summit" and i >= s.phrase.first and capital(page, i) and page.tags[i] in {"NNP", "NNPS", "NN", "JJ"}
    )


def _next(page: Page, s: Signs) -> bool:
    ahead = bool(set(s.words) & {"next", "upcoming", "forthcoming"})
    return ahead and s.type in MEETING_TYPES | {"symposium", "exercise"} and s.type not in ACTS


def _described(page: Page, s: Signs) -> bool:
    """An indefinite or described occasion is told for the first time; "held the meeting" looks back."""
    phrase = s.phrase
    new = phrase.determiner in {"a", "an", ""} and phrase.owner is None
    return s.held and _gathers(s) and (new or phrase.head > phrase.first or phrase.last > phrase.head + 1)


def _of_body(page: Page, s: Signs) -> bool:
    """ "the meeting of the Council of Ministers": the body that meets makes it particular."""
    definite = s.type in {"meeting", "session"} and s.phrase.determiner in {"the", "a", "this"}
    return definite and page.lower[s.head + 1 : s.head + 2] == ("of",) and bool(series_of(page, s.phrase))


def _titled_event(page: Page, s: Signs) -> bool:
    return s.type == "event" and sum(capital(page, i) for i in range(s.phrase.first, s.head)) > 1


def _with_name(page: Page, s: Signs) -> bool:
    named = bool(name_beside(page, s.head, s.phrase.first)[0])
    return s.type in {"exercise", "workshop", "festival"} and (named or s.held)


LICENCES: tuple[tuple[str, Check], ...] = (
    ("event.meetings-with", _opening_meetings),
    ("event.numbered", lambda page, s: bool(s.number) and s.type in GATHERINGS),
    ("event.visit-noun", _visit),
    ("event.call-noun", _call),
    ("event.dated-act", _dated_act),
    ("event.named", lambda page, s: s.named and s.type in SELF_EVIDENT),
    ("event.named-held", _named_held),
    ("event.placed", _placed),
    ("event.summit-of", _summit_of),
    ("event.next", _next),
    ("event.held", _described),
    ("event.of-body", _of_body),
    ("event.named-event", _titled_event),
    ("event.with-name", _with_name),
    ("event.meeting-with", lambda page, s: s.type == "meeting" and _with_people(page, s)),
)
"""Rule and check, the most telling wording first."""
