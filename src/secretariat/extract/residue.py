"""Residue: sentences that ought to have given a claim and gave none, with what was missing. The main working tool.

A sentence is residue of a kind where it holds a trigger word of the kind and a mention that could fill its main
role, and
no claim of the kind stands in it. The reason is read off the frame of the trigger word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secretariat.frame import Frame, Reading, said
from secretariat.kinds.spec import ClaimKind, all_kinds
from secretariat.model.claim import Claim

_OPEN = {
    "possible": "what may be is no fact",
    "hope": "what is wished is no fact",
    "ask": "what is asked for is no fact",
    "plan": "planned",
}
_NAMED = frozenset(
    {"state", "territory", "organisation", "group", "union", "bank", "body", "alliance", "forum", "agency"}
)


@dataclass(frozen=True, slots=True)
class Residue:
    """One sentence without its claim.

    Attributes:
        kind: kind of claim that was looked for. trigger: the word that made the sentence worth a look.
        reason: what was missing, in words that can be counted.
        document: label of the document. start, end: range of the sentence. text: the sentence on one line.
    """

    kind: str
    trigger: str
    reason: str
    document: str
    start: int
    end: int
    text: str


def residue(
    reading: Reading, claims: Iterable[Claim], kinds: Mapping[str, ClaimKind] | None = None
) -> tuple[Residue, ...]:
    """The residue of one document, in the order of its sentences.

    Args:
        reading: the document's frames.
        claims: what was extracted from it, all kinds together.
        kinds: which kinds to look for; all by default.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        spans = [claim.evidence, *claim.mentions]
        places.setdefault(claim.kind, []).extend((e.start, e.end) for e in spans)
    wanted = (all_kinds() if kinds is None else kinds).values()
    return tuple(r for kind in wanted if kind.triggers for r in _of_kind(reading, kind, places.get(kind.name, [])))


def ranked(found: Iterable[Residue]) -> tuple[tuple[str, str, int], ...]:
    """Kind, reason and how often, the commonest first."""
    counts = Counter((r.kind, r.reason) for r in found)
    return tuple((k, r, n) for (k, r), n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _of_kind(reading: Reading, kind: ClaimKind, taken: list[tuple[int, int]]) -> Iterator[Residue]:
    p = reading.parsed
    for first, last, _ in reading.sentences():
        start, end = p.starts[first], p.ends[last - 1]
        if any(a < end and start < b for a, b in taken):
            continue
        trigger = next((i for i in range(first, last) if p.lemmas[i] in kind.triggers), None)
        if trigger is None or not _fits(reading, kind, first, last):
            continue
        shown = reading.phrase(first, last)
        yield Residue(kind.name, p.lemmas[trigger], _reason(reading, trigger), p.document.label, start, end, shown)


def _fits(reading: Reading, kind: ClaimKind, first: int, last: int) -> bool:
    """True where the sentence holds a mention that could fill the kind's main role."""
    found = reading.mentions_in(first, last)
    return any(m.type in (kind.needs or _NAMED) and m.form != "adjective" for m in found)


def _reason(reading: Reading, trigger: int) -> str:
    """What the frame of the trigger word lacks, or which operator stands in the way."""
    word = reading.parsed.lemmas[trigger]
    frame = reading.frame_at(trigger)
    if frame is None:
        return f'no frame: "{word}" ({reading.parsed.tags[trigger]})'
    operators = said(frame.operators)
    for op in reversed(operators):
        if op.link in ("condition", "purpose"):
            return f"operator: {op.link}"
        if op.cls in _OPEN:
            return f'operator: "{op.word}" ({_OPEN[op.cls]})'
        if not op.cls and op.link in ("infinitive", "clause"):
            return f'unknown operator: "{op.word}"'
    return _missing(reading, frame)


def _missing(reading: Reading, frame: Frame) -> str:
    for name in ("theme", "agent") if frame.passive else ("agent", "theme"):
        role = frame.role(name)
        if role is None:
            return f'missing role: {name} of "{frame.predicate}" ({frame.form})'
        if not reading.mentions_in(role.first, role.last):
            return f'role without a name: {name} of "{frame.predicate}" ({frame.form})'
    return f'no rule: "{frame.predicate}" ({frame.form})'
