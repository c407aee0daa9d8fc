"""Who and what can be named: parties, their names in text, and the places of the world."""

from secretariat.names.aliases import Definition, defined_acronyms
from secretariat.names.find import NameHit, argument, find_names
from secretariat.names.parties import (
    DatedName,
    Party,
    Succession,
    continued_by,
    designation,
    is_party,
    parties,
    party,
    successions,
)
from secretariat.names.places import Location, Place, contains, locate, place, region_of
from secretariat.names.resolve import Candidate, candidates, fold, resolve

__all__ = [
    "Candidate",
    "DatedName",
    "Definition",
    "Location",
    "NameHit",
    "Party",
    "Place",
    "Succession",
    "argument",
    "candidates",
    "contains",
    "continued_by",
    "defined_acronyms",
    "designation",
    "find_names",
    "fold",
    "is_party",
    "locate",
    "parties",
    "party",
    "place",
    "region_of",
    "resolve",
    "successions",
]  # fmt: skip
