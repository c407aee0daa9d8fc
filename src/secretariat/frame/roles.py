"""Frame and Role: what the layers above read of a clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from secretariat.frame.operators import Operator, modality


@dataclass(frozen=True, slots=True)
class Role:
    """A participant.

    Attributes:
        name: "agent", "theme", "recipient", "as", or the preposition that brings it in ("to", "with", "of", "in").
        head: index of its head token. first, last: half-open range of tokens of the whole phrase.
        via: "path" (the parse), "passive", "control", "shared" (coordinated verb), "relative", "participle",
            "possessive", "compound", "lead-in", "list", "apposition", "anaphora".
    """

    name: str
    head: int
    first: int
    last: int
    via: str = "path"


@dataclass(frozen=True, slots=True)
class Frame:
    """One act or state as one clause or noun phrase gives it.

    Attributes:
        predicate: lemma of the verb ("set up" with its particle), or of the verb that a noun of action belongs to.
        form: "verbal", "nominal" or "copular" (then the predicate is "be" and role "as" what the subject is).
        token: index of the predicate word; sentence: index of its sentence.
        roles: by name; several where the words give several.
        operators: outermost first.
        passive: the verb is passive or a passive participle.
        tense: "past", "present", "future", "" (infinitives, nouns).
    """

    predicate: str
    form: str
    token: int
    sentence: int
    roles: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    operators: tuple[Operator, ...] = ()
    passive: bool = False
    tense: str = ""

    def role(self, *names: str) -> Role | None:
        """The first role with one of the names, in the order of the names."""
        return next((self.roles[n][0] for n in names if self.roles.get(n)), None)

    def all(self, *names: str) -> tuple[Role, ...]:
        """Every role with one of the names."""
        return tuple(r for n in names for r in self.roles.get(n, ()))

    @property
    def modality(self) -> str:
        """Modality that the operators give."""
        return modality(self.operators)

    @property
    def denied(self) -> bool:
        """True where the words say that it is not so."""
        return self.modality == "denied"
