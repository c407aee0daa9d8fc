"""One occasion is one event: later clauses about it become mentions and add the arguments they give."""

from __future__ import annotations

from dataclasses import replace

from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.words import word_set
from secretariat.kinds.event.occasion import Occasion
from secretariat.kinds.event.vocabulary import NOUN_TYPES

FAMILIES = (
    frozenset({"summit", "meeting", "session", "assembly"}),
    frozenset({"symposium", "forum", "conference", "seminar", "congress", "roundtable", "workshop"}),
    frozenset({"ceremony", "celebration"}), frozenset({"broadcast", "premiere", "screening"}),
    frozenset({"visit", "mission"}), frozenset({"dialogue", "session", "meeting", "consultations"}),
)  # fmt: skip
"""Types that two texts may use of one occasion."""
_EMPTY = word_set(
    "the a an of on for and in at to its their this last next first annual leaders leader session meeting special "
    "inaugural"
) | frozenset(NOUN_TYPES)


COMPARED = 200
"""Occasions before it with which one is compared, so that long documents take linear time."""


def merged(page: Page, occasions: list[Occasion]) -> list[Occasion]:
    """Occasions of one document, each once, in order; the first to tell it gives the evidence."""
    kept: list[Occasion] = []
    at: dict[int, int] = {}
    for occasion in sorted(occasions, key=lambda o: (o.of >= 0, o.first, -o.last)):
        n = at.get(occasion.of, -1)
        if n < 0:
            recent = range(max(0, len(kept) - COMPARED), len(kept))
            n = next((n for n in recent if _one(page, kept[n], occasion)), -1)
        if n < 0:
            at[occasion.anchor] = len(kept)
            kept.append(occasion)
        else:
            at[occasion.anchor] = n
            kept[n] = _joined(kept[n], occasion)
    return sorted(kept, key=lambda o: o.first)


def _one(page: Page, a: Occasion, b: Occasion) -> bool:
    return _within(page, a, b) or same_occasion(a, b)


def _kin(a: str, b: str) -> bool:
    return a == b or any({a, b} <= family for family in FAMILIES)


def _within(page: Page, told: Occasion, named: Occasion) -> bool:
    """ "met in Oslo for the fifth session of the Commission": the verb tells the occasion that the noun names.

    Not so "met on the margins of the Assembly", "met before the summit": these are two.
    """
    if told.rule not in _TELLING or not (told.first <= named.first and named.last <= told.last):
        return False
    before = [
        page.lower[i] for i in range(max(named.first - 3, told.first), named.first) if page.tags[i] in {"IN", "TO"}
    ]
    if not before or before[-1] not in {"for", "in", "at", "as"}:
        return False
    kin = _kin(told.type, named.type) or {told.type, named.type} <= _MEETINGS
    return kin and not _clash(told, named)


_MEETINGS = frozenset(
    {"call", "meeting", "summit", "session", "visit", "dialogue", "conference", "roundtable", "forum"}
)
"""What people who meet, speak or receive one another may be said to hold."""


_TELLING = frozenset(
    {
        "event.meet",
        "event.convene",
        "event.gather",
        "event.reconvene",
        "event.assemble",
        "event.received",
        "event.spoke-with",
        "event.delegation",
    }
)


def same_occasion(a: Occasion, b: Occasion) -> bool:
    """Whether two tellings may be one: kin types, no value that conflicts, and a common distinctive word or number."""
    if not _kin(a.type, b.type) or _clash(a, b):
        return False
    x, y = _keys(a), _keys(b)
    if not y and b.day and a.day == b.day and not b.participants and not b.ordinal:
        return True
    if a.ordinal and a.ordinal == b.ordinal and (not x or not y or x & y):
        return True
    return bool(x and y and (x <= y or y <= x))


def _clash(a: Occasion, b: Occasion) -> bool:
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return True
    x, y = _place_words(a), _place_words(b)
    return bool(x and y and not (x <= y or y <= x)) or bool(
        a.day and b.day and a.day != b.day and not (a.day.startswith(b.day) or b.day.startswith(a.day))
    )


def _place_words(o: Occasion) -> set[str]:
    return (
        set(o.place.lower().replace(",", " ").split())
        if isinstance(o.place, str)
        else {w.lower() for p in o.place for w in p.split()}
    )


def _keys(o: Occasion) -> set[str]:
    words = o.name.lower().replace("’", " ").replace("'", " ").replace("-", " ").split()
    return {w for w in words if w not in _EMPTY and not w[:1].isdigit()}


def _joined(a: Occasion, b: Occasion) -> Occasion:
    named, more = (b, a) if (len(b.name) > len(a.name) and b.ordinal) or not a.name else (a, b)
    kind = named.type if named.rule not in _TELLING else more.type if more.name else named.type
    return replace(
        a,
        type=kind, name=named.name or more.name, series=a.series or b.series, ordinal=a.ordinal or b.ordinal,
        place=a.place or b.place, mode=a.mode or b.mode, day=a.day or b.day,
        participants=tuple(dict.fromkeys((*a.participants, *b.participants))),
        hosts=a.hosts or b.hosts, organisers=a.organisers or b.organisers,
        mentions=a.mentions if a.first <= b.first and b.last <= a.last else (*a.mentions, (b.first, b.last)),
    )  # fmt: skip
