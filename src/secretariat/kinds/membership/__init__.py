"""Membership: a party holds, gains, seeks or loses a status in an organisation."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds.membership.acts import ACTS
from secretariat.kinds.membership.apposed import find_apposed
from secretariat.kinds.membership.changes import find_changes
from secretariat.kinds.membership.rosters import find_rosters
from secretariat.kinds.spec import ClaimKind, Field
from secretariat.model.claim import Claim
from secretariat.profiles.schema import STEPS


def find(reading: Reading) -> Iterator[Claim]:
    """Claims of membership: first what frames tell, then lists and tables."""
    seen: set[tuple[object, ...]] = set()
    for claim in (*find_changes(reading), *find_rosters(reading), *find_apposed(reading)):
        key = (claim.evidence.start, tuple(sorted(claim.args.items(), key=str)), claim.modality)
        if key not in seen:
            seen.add(key)
            yield claim


KIND = ClaimKind(
    name="membership",
    label="membership",
    plural="memberships",
    meaning="A party holds, gains, seeks or loses a status in an organisation.",
    fields=(
        Field("party", "party", "Who: a state's code, or the name of another party."),
        Field("organisation", "organisation", "In what: the profile's id, or the name as written."),
        Field("status", "text", "As what, in the profile's words."),
        Field("step", "choice", "How far: what the words say has happened.", STEPS),
        Field("by", "text", "Whose consent, ratification or decision it was."),
        Field("effective", "edtf", "A later day of effect that the words give."),
    ),
    find=find,
    triggers=frozenset(
        word for act, words in ACTS.items() if act not in ("hold", "found") for word in words if " " not in word
    )
    | frozenset(
        {
            "member",
            "membership",
            "observer",
            "accession",
            "admission",
            "partner",
            "candidate",
            "application",
            "withdrawal",
        }
    ),
    needs=("state", "territory"),
)
