"""Nouns that name an act: which verb they belong to, and what their possessor and their "of" phrase are to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from secretariat.frame.lexicon import classes


class Act(NamedTuple):
    """The verb of a noun of action, the role of its possessor ("Ghana's accession") and of "of X"."""

    verb: str
    possessor: str
    of: str


ACTS: dict[str, Act] = {
    noun: Act(verb, role, role)
    for role, entries in classes(Path(__file__).parent / "nominals.txt").items()
    for noun, _, verb in (entry.partition("=") for entry in entries)
}
"""Noun lemma → Act. Of a transitive act ("admission") possessor and "of" are its theme, else its agent."""
