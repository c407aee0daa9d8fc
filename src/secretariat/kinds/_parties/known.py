"""Names that the tables know: parties by their ids, organs by their words."""

from __future__ import annotations

from functools import lru_cache

from secretariat.frame.mentions import Mention
from secretariat.kinds._parties.vocabulary import NOT_NAMES, PARTY_TYPES
from secretariat.names import is_party, party, resolve


def is_party_name(mention: Mention) -> bool:
    """True where a mention names a party itself, not its people or its adjective."""
    return mention.type in PARTY_TYPES and mention.form not in NOT_NAMES and bool(own(mention.id))


@lru_cache(maxsize=4096)
def own(known: str) -> str:
    """The id, unless it is that of an organ: an organ is named by its words."""
    return "" if ":" in known or (is_party(known) and party(known).type == "organ") else known


@lru_cache(maxsize=4096)
def resolved(words: str) -> str:
    """Id of the party that the words name, empty where unsure; two capitals alone are more often initials."""
    if words.isupper() and len(words) <= 2 and words not in ("EU", "UN", "US", "UK"):
        return ""
    return own(resolve(words) or "")
