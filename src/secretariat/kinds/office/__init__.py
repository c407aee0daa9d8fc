"""Office: a person holds or held an office, or works for an organisation; a state holds a rotating chair."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds.office.chairs import find_chairs
from secretariat.kinds.office.changes import find_changes
from secretariat.kinds.office.claims import merged
from secretariat.kinds.office.titles import HEADS
from secretariat.kinds.spec import ClaimKind, Field
from secretariat.model.claim import Claim


def find(reading: Reading) -> Iterator[Claim]:
    """Claims of office: persons with titles (one claim for each, repeats as mentions), changes, rotating chairs."""
    yield from merged(reading, tuple(find_changes(reading)))
    yield from find_chairs(reading)


KIND = ClaimKind(
    name="office",
    label="office",
    plural="offices",
    meaning="A person holds or held an office, or works for an organisation; a state holds a rotating chair.",
    fields=(
        Field("person", "person", "Who; the code of the state for a chair that rotates."),
        Field("office", "text", "The title as written, without the organisation; absent for a bare affiliation."),
        Field("organisation", "organisation", "Of which organisation or state."),
        Field("organ", "organisation", "Of which organ of it."),
        Field("represents", "party", "Whom a permanent representative or ambassador represents."),
        Field("accredited_to", "organisation", "To whom an ambassador or representative is accredited."),
        Field("step", "choice", "What the words say of it.", ("holds", "held", "nominated", "appointed", "left")),
    ),
    find=find,
    triggers=frozenset(HEADS)
    | frozenset({"appoint", "elect", "nominate", "succeed", "resign", "chairmanship", "presidency"}),
    needs=(),
)
