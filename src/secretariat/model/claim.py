"""Claim: one thing one document says, with the words that say it. `to_json` gives the public form of claims.md."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from types import MappingProxyType
from typing import Any, NewType

from secretariat.model.document import DocumentId
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime

ClaimId = NewType("ClaimId", str)
Args = Mapping[str, Any]
"""A claim's arguments: JSON values under the names of claims.md; lists are tuples, objects are read-only mappings."""

KINDS = ("membership", "office", "event", "instrument", "body", "figure", "commitment", "statement", "formula")
MODALITIES = ("asserted", "planned", "promised", "hoped", "possible", "denied")
EMPTY: tuple[Any, ...] = (None, "", (), [], {})


_PLAIN = frozenset({str, int, float, bool, type(None)})  # most values: told apart before the slow test for mappings


def freeze(value: Any) -> Any:
    """Turn JSON lists into tuples and objects into read-only mappings, all the way down."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Mapping):
        return MappingProxyType({str(k): freeze(v) for k, v in value.items()})
    return tuple(freeze(v) for v in value) if isinstance(value, (list, tuple)) else value


def thaw(value: Any) -> Any:
    """Turn frozen values back into what `json` writes."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Mapping):
        return {k: thaw(v) for k, v in value.items()}
    return [thaw(v) for v in value] if isinstance(value, (list, tuple)) else value


def canonical(value: Any) -> str:
    """JSON with sorted keys and without empty values: equal for what says the same."""
    return _CANONICAL.encode(_tidy(value))


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _tidy(node: Any) -> Any:
    if type(node) in _PLAIN:
        return node
    if isinstance(node, Mapping):
        return {k: _tidy(v) for k, v in node.items() if v not in EMPTY}
    return [_tidy(v) for v in node] if isinstance(node, (list, tuple)) else node


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it (claims.md): the innermost speaker; `via` lists outer speakers."""

    source: str
    cue: str = ""
    type: str = "indirect"
    via: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The public form."""
        return {"source": self.source, "cue": self.cue, "type": self.type, "via": list(self.via)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Attribution:
        """Read the public form."""
        return cls(value["source"], value.get("cue") or "", value.get("type") or "", tuple(value.get("via") or ()))


@dataclass(frozen=True)
class Claim:
    """One claim. Immutable; equality is by value.

    Attributes:
        kind: one of KINDS.
        document: id of the document that says it.
        evidence: the words; always exactly the document's slice.
        args: arguments by name (claims.md, The nine kinds); an argument the document does not give is absent.
        mentions: further places where the document says the same.
        attribution: None where the publisher says it in its own voice.
        modality: one of MODALITIES.
        time: valid time, or None.
        rule: which rule or model gave it ("membership.granted/passive"), "import" or "hand:<author>".
        score: 0..1, how sure the extractor is; 1 for what a person made.
        alternatives: other right values the wording leaves open, by dotted path ({"args.step": ("agreed",)}).
        given: an id that came with an imported claim; it is kept and exported again.
        extra: fields beside claims.md that came with an imported claim, kept for export.
    """

    kind: str
    document: DocumentId
    evidence: Evidence
    args: Args = field(default_factory=lambda: MappingProxyType({}))
    mentions: tuple[Evidence, ...] = ()
    attribution: Attribution | None = None
    modality: str = "asserted"
    time: ValidTime | None = None
    rule: str = ""
    score: float = 1.0
    alternatives: Args = field(default_factory=lambda: MappingProxyType({}))
    given: str = ""
    extra: Args = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for name in ("args", "alternatives", "extra"):
            object.__setattr__(self, name, freeze(getattr(self, name)))

    def __hash__(self) -> int:
        return hash((self.key, self.rule))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes: read-only mappings cannot be pickled, so they are thawed on the way."""
        return Claim, tuple(
            thaw(v) if isinstance(v, Mapping) else v for v in (getattr(self, f.name) for f in fields(self))
        )

    @cached_property
    def key(self) -> str:
        """Hash of document, kind, range, arguments, attribution, modality, time: the claim's own identity."""
        time = self.time.to_json() if self.time else None
        by = self.attribution.to_json() if self.attribution else None
        said = [self.document, self.kind, [self.evidence.start, self.evidence.end], self.args, by, self.modality, time]
        return hashlib.sha256(canonical(said).encode()).hexdigest()[:20]

    @property
    def id(self) -> ClaimId:
        """Stable public id: the one it came with, else its key."""
        return ClaimId(self.given or self.key)

    def arg(self, name: str) -> Any:
        """An argument, None where absent or empty."""
        value = self.args.get(name)
        return None if value in EMPTY else value

    def many(self, name: str) -> tuple[Any, ...]:
        """An argument as a tuple, whether the claim holds one value, several or none."""
        value = self.arg(name)
        return () if value is None else value if isinstance(value, tuple) else (value,)

    def to_json(self, label: str) -> dict[str, Any]:
        """The public form of claims.md.

        Args:
            label: the document's label at export (its stem, or its path where stems collide).
        """
        out: dict[str, Any] = {"id": self.id, "kind": self.kind, "document": label, "evidence": self.evidence.to_json()}
        if self.mentions:
            out["mentions"] = [m.to_json() for m in self.mentions]
        out["attribution"] = self.attribution.to_json() if self.attribution else None
        out["modality"] = self.modality
        # A time that hangs on an event of which nobody gave the day is no date yet: readers of the form expect one.
        out["time"] = self.time.to_json() if self.time and self.time.edtf else None
        out["args"] = thaw(self.args)
        if self.alternatives:
            out["alternatives"] = thaw(self.alternatives)
        return {**out, **thaw(self.extra)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any], document: DocumentId, *, rule: str = "import") -> Claim:
        """Read the public form.

        Args:
            value: one object of a claims file.
            document: id of the document that `value["document"]` names.
            rule: what is recorded as its origin.
        Raises:
            KeyError, TypeError, ValueError: where the object is not of the form.
        """
        known = {
            "id",
            "kind",
            "document",
            "evidence",
            "mentions",
            "attribution",
            "modality",
            "time",
            "args",
            "alternatives",
        }
        return cls(
            kind=value["kind"],
            document=document,
            evidence=Evidence.from_json(value["evidence"]),
            args=value.get("args") or {},
            mentions=tuple(Evidence.from_json(m) for m in value.get("mentions") or ()),
            attribution=Attribution.from_json(value["attribution"]) if value.get("attribution") else None,
            modality=value.get("modality") or "asserted",
            time=ValidTime.from_json(value["time"]) if value.get("time") else None,
            rule=rule,
            alternatives=value.get("alternatives") or {},
            given=str(value.get("id") or ""),
            extra={k: v for k, v in value.items() if k not in known},
        )
