"""What a kind of claim is: one folder `kinds/<name>/` that defines `KIND = ClaimKind(...)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from secretariat.frame import Reading
from secretariat.model.claim import Claim
from secretariat.registry import plugins


@dataclass(frozen=True, slots=True)
class Field:
    """An argument of a kind.

    Attributes:
        name: as in claims.md. meaning: one sentence for a reader.
        type: "text", "party", "organisation", "person", "place", "number", "edtf", "choice", "list", "ranges".
        choices: the values of a "choice".
    """

    name: str
    type: str
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """A kind of claim.

    Attributes:
        name: as in claims.md. label, plural: what a reader is shown.
        meaning: what such a claim says, one sentence.
        fields: its arguments, the main one first.
        find: gives the claims of this kind in a document; the only code a kind must have.
        triggers: lemmas that make a sentence worth a look; the residue report lists those that gave no claim.
        needs: mention types one of which such a sentence must hold to count as residue.
    """

    name: str
    label: str
    plural: str
    meaning: str
    fields: tuple[Field, ...]
    find: Callable[[Reading], Iterable[Claim]]
    triggers: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()

    def field(self, name: str) -> Field | None:
        """The argument with this name."""
        return next((f for f in self.fields if f.name == name), None)


@lru_cache(maxsize=1)
def all_kinds() -> Mapping[str, ClaimKind]:
    """Every kind, by name: the folders of this package that define KIND."""
    return plugins("secretariat.kinds", "KIND")
