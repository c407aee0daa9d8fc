"""What reconciliation concludes: lines, spells, conflicts, gaps. Every one points to the claims it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from secretariat.model.claim import Args, Attribution, ClaimId, freeze
from secretariat.model.time import ValidTime


@dataclass(frozen=True, slots=True)
class Gap:
    """Something announced, counted, promised or begun of which the sources do not give name, date, delivery or end.

    `kind` is "unnamed", "undated", "undelivered", "unconfirmed" or "unknown"; `about` a line id or words.
    """

    kind: str
    about: str
    text: str

    def to_json(self) -> dict[str, str]:
        """The public form of claims.md, Answers."""
        return {"kind": self.kind, "about": self.about, "text": self.text}


@dataclass(frozen=True)
class Line:
    """One line of the record: claims of one kind and identity whose values agree, taken together.

    Attributes:
        id: stable id that `why` takes: a hash of organisation, kind, step and identity (never of the claims' order).
        organisation: profile id it belongs to.
        kind, args, time, modality, attribution: as in a claim; `args` the union, with preferred values.
        claims: ids for it; against: ids of claims that contradict it and that the history rejects.
        disputed: True where `against` is not empty or an identity or date is in doubt.
        rules: names of the rules that shaped it, with the article they cite.
        fulfils: id of the promise that this delivery fulfils, else empty.
    """

    id: str
    organisation: str
    kind: str
    args: Args
    time: ValidTime | None = None
    modality: str = "asserted"
    attribution: Attribution | None = None
    claims: tuple[ClaimId, ...] = ()
    against: tuple[ClaimId, ...] = ()
    disputed: bool = False
    rules: tuple[str, ...] = ()
    fulfils: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "args", freeze(self.args))


@dataclass(frozen=True, slots=True)
class Spell:
    """A party's status over a stretch of time, on one basis.

    Attributes:
        line: id that `why` takes. organisation, party, status: ids. standing: "good", "suspended", "frozen", ...
        basis: "decision" or "effect".
        since, until: EDTF texts, None where no source gives one.
        first, last: ISO days from which and to which the roster counts it, inclusive (DESIGN: indexed columns).
        last_confirmed: EDTF of the latest claim that it holds, else None.
    """

    line: str
    organisation: str
    party: str
    status: str
    standing: str
    basis: str
    since: str | None
    until: str | None
    first: str
    last: str
    last_confirmed: str | None = None
    disputed: bool = False
    claims: tuple[ClaimId, ...] = ()
    against: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a party's status: a line of the timeline."""

    line: str
    organisation: str
    party: str
    status: str
    step: str
    time: str | None
    disputed: bool = False
    claims: tuple[ClaimId, ...] = ()
    against: tuple[ClaimId, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a conflict: the bare value, the claims that hold it, how many independent witnesses they are."""

    reading: str
    claims: tuple[ClaimId, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all hold, with the verdict.

    Attributes:
        id: stable. organisation: profile id.
        type: "date", "place", "step", "status", "identity", "count", "name", "ordinal" or "wording".
        subject: the party's code, or the name of the event, body, office, person or formula.
        sides: two or more readings; verdict: index of the preferred one, None where undecided.
        confidence: 0..1 (the margin). rule: name of the deciding rule. explanation: sentences for a reader.
        settles: what would settle it.
    """

    id: str
    organisation: str
    type: str
    subject: str
    sides: tuple[Side, ...]
    verdict: int | None
    confidence: float
    rule: str
    explanation: str
    settles: str = ""


@dataclass(frozen=True)
class History:
    """The preferred reading of all claims about one organisation."""

    organisation: str
    lines: tuple[Line, ...] = ()
    spells: tuple[Spell, ...] = ()
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    extra: Any = field(default_factory=lambda: MappingProxyType({}))
