"""Within one document, what is said twice is one claim: repeats become its `mentions`.

Two claims are one where kind, speaker and modality agree, no argument differs, and one gives at least every argument
and time that the other gives. The fuller one stays, at its own words; a headline that says less becomes a mention of
it. A repeat that *changes* an argument or a time is a claim of its own: a contradiction is never smoothed away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from secretariat.model.claim import EMPTY, Claim, canonical
from secretariat.model.evidence import Evidence
from secretariat.names import fold

# Arguments that must be equal, also in being absent: what the claim is about. Others may be missing on one side.
_ANCHORS: Mapping[str, tuple[str, ...]] = {
    "membership": ("party", "organisation", "status", "step"),
    "office": ("person", "step"),
    "event": ("type", "series", "ordinal"),
    "instrument": ("type", "step", "parties"),
    "body": ("name", "step"),
    "figure": ("value", "unit", "bound"),
    "commitment": ("actor", "object"),
    "formula": ("name", "elements"),
    "statement": ("source", "content"),
}
_NOT_SAID = frozenset({"relation"})


def dedupe(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim for what each document says several times, in order of document and evidence.

    Args:
        claims: of any number of documents, in any order; the result does not depend on it.
    """
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_place):
        groups[_anchor(claim)].append(claim)
    kept = [merged for group in groups.values() for merged in _merge(group)]
    return tuple(sorted(kept, key=_place))


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    return claim.document, claim.evidence.start, claim.evidence.end, claim.kind, claim.key


def _anchor(claim: Claim) -> tuple[str, ...]:
    speaker = fold(claim.attribution.source) if claim.attribution else ""
    about = (canonical(_folded(claim.args.get(name))) for name in _ANCHORS.get(claim.kind, ()))
    return claim.document, claim.kind, claim.modality, speaker, *about


def _merge(group: list[Claim]) -> list[Claim]:
    """Give each claim to the first fuller one; what no other covers stays."""
    fullest = sorted(group, key=lambda c: (-_fullness(c), *_place(c)))
    kept: list[tuple[Claim, list[Claim]]] = []
    for claim in fullest:
        home = next((repeats for full, repeats in kept if _covers(full, claim)), None)
        if home is None:
            kept.append((claim, []))
        else:
            home.append(claim)
    return [_with_mentions(full, repeats) for full, repeats in kept]


def _fullness(claim: Claim) -> int:
    given = sum(len(v) if isinstance(v, tuple) else 1 for v in claim.args.values() if v not in EMPTY)
    return 2 * given + (0 if claim.time is None else 3 if claim.time.edtf else 1)


def _covers(full: Claim, claim: Claim) -> bool:
    """True where `full` says at least what `claim` says and nothing else."""
    return _time_covers(full, claim) and all(
        _includes(full.args.get(name), value) for name, value in claim.args.items() if name not in _NOT_SAID
    )


def _includes(full: Any, value: Any) -> bool:
    if value in EMPTY:
        return True
    if isinstance(value, tuple) and isinstance(full, tuple):
        have = {canonical(_folded(v)) for v in full}
        return all(canonical(_folded(v)) in have for v in value)
    return canonical(_folded(full)) == canonical(_folded(value))


def _time_covers(full: Claim, claim: Claim) -> bool:
    if claim.time is None:
        return True
    if full.time is None:
        return False
    if claim.time.edtf is None:
        return full.time.edtf is not None or full.time.anchor == claim.time.anchor
    return full.time.edtf == claim.time.edtf


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, Mapping):
        return {k: _folded(v) for k, v in value.items()}
    return [_folded(v) for v in value] if isinstance(value, (list, tuple)) else value


def _with_mentions(full: Claim, repeats: list[Claim]) -> Claim:
    places: set[Evidence] = {e for c in (full, *repeats) for e in (c.evidence, *c.mentions)}
    elsewhere = tuple(sorted(e for e in places if not e.span.overlaps(full.evidence.span)))
    return replace(full, mentions=elsewhere) if elsewhere != full.mentions else full
