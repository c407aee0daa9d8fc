"""All identities of a set of claims: people, bodies, events, instruments and wordings, each by its own evidence."""

from __future__ import annotations

from collections.abc import Iterable

from secretariat.link.bodies import link_bodies
from secretariat.link.context import make_context
from secretariat.link.events import link_events
from secretariat.link.identity import Identities, Link
from secretariat.link.instruments import link_formulas, link_instruments
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
        documents: their documents: acronyms a text defines and what it is about are evidence.
        profiles: a user's own profiles; those that come with the program are always known: numbered series, organs,
            wordings.
        decided: links that people settled (score 1), or refused (`same` false).
    """
    some, settled = tuple(claims), tuple(decided)
    context = make_context(some, documents, profiles)
    makers = (link_people, link_bodies, link_events, link_instruments, link_formulas)
    made = [link(some, context, settled) for link in makers]
    found = (identity for identities, _ in made for identity in identities)
    return Identities(tuple(sorted(found, key=lambda i: i.id)), tuple(sorted(k for _, left in made for k in left)))
