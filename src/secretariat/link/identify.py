"""All identities of a set of claims: people, bodies, events, instruments and formulas, each by its own evidence."""

from __future__ import annotations

from collections.abc import Iterable

from secretariat.link.identity import Identities, Link
from secretariat.link.people import link_people
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.profiles import Profile


def identify(
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    profiles: Iterable[Profile] = (),
    *,
    decided: Iterable[Link] = (),
) -> Identities:
    """Find out which arguments of which claims mean one thing.

    Args:
        claims: all claims to be considered together; the result does not depend on their order.
        documents: their documents: acronyms a text defines and its date are evidence.
        profiles: what is known about the organisations beforehand: numbered series, organs, wordings.
        decided: links that people settled (score 1), or refused (`same` false).
    """
    people, left = link_people(tuple(claims), tuple(decided))
    return Identities(people, left)
