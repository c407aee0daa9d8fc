"""Events: something took place or will: summits, meetings, calls, visits, speeches, broadcasts, exercises."""

from __future__ import annotations

from secretariat.kinds.event.find import find
from secretariat.kinds.event.vocabulary import MEET, NOUN_TYPES
from secretariat.kinds.spec import ClaimKind, Field

KIND = ClaimKind(
    name="event",
    label="event",
    plural="events",
    meaning="Something took place or will take place.",
    fields=(
        Field("name", "text", "The occasion as the document names it."),
        Field(
            "type",
            "text",
            "What sort of occasion it is: summit, meeting, visit, call, speech, broadcast, ceremony, ...",
        ),
        Field("series", "organisation", "The body that meets."),
        Field("ordinal", "number", "Which one of its series it is."),
        Field("place", "place", "Where it takes place."),
        Field("mode", "choice", "How its participants meet.", ("in-person", "online")),
        Field("participants", "list", "People or parties that take part, guests and observers with their capacity."),
        Field("hosts", "list", "Who receives the others."),
        Field("organisers", "list", "Who prepares or broadcasts it."),
    ),
    find=find,
    triggers=frozenset(NOUN_TYPES) | MEET,
)
