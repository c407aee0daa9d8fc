"""From what a rule found to claims: one a party, each with its own time, the words that show it, and what stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secretariat.frame import Frame, Mention, Reading
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.parties import Organisation
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime

_DECIDED = frozenset(
    {"agreed", "supported", "consented", "ratified", "granted", "acceded", "refused", "invited", "deferred"}
)
LONGEST = 70
"""Tokens of a clause beyond which the evidence is narrowed to the predicate and the parties."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a frame: parties, organisation, status, step, and the rule's family for the precision tiers."""

    frame: Frame
    parties: tuple[Mention, ...]
    organisation: Organisation
    status: str
    reached: Reached
    family: str
    where: tuple[int, int] | None = None


def emit(reading: Reading, found: Found) -> Iterator[Claim]:
    """One claim for each party."""
    if not found.organisation.arg:
        return
    where = found.where or _evidence(reading, found)
    by = _decider(reading, found)
    for party in dict.fromkeys(found.parties):
        args: dict[str, Any] = {
            "party": party.arg, "organisation": found.organisation.arg, "status": found.status, "step": found.reached.step, "by": by,
        }  # fmt: skip
        yield reading.claim(
            "membership", args, where, at=found.frame, modality=found.reached.modality, time=_time(reading, found, party),
            rule=f"membership.{found.reached.step}/{found.family}-{found.frame.form}",
            score=_score(found), alternatives=_open(found),
        )  # fmt: skip


def _evidence(reading: Reading, found: Found) -> tuple[int, int]:
    first, last = reading.clause(found.frame.token)
    governing = [
        o.token
        for o in found.frame.operators
        if o.link in ("object", "noun", "infinitive", "clause") and o.cls not in ("report", "think", "announce")
    ]
    if found.reached.above != "-" and governing:
        first = min(first, *governing)
        last = max(last, *(g + 1 for g in governing))
    if last - first > LONGEST:
        tokens = [found.frame.token, *(t for m in found.parties for t in (m.first, m.last - 1))]
        first, last = max(first, min(tokens)), min(last, max(tokens) + 1)
    return first, last


def _decider(reading: Reading, found: Found) -> str:
    if found.reached.step not in _DECIDED:
        return ""
    chain = [found.frame.token, *(o.token for o in reversed(found.frame.operators))]
    for token in chain:
        frame = reading.frame_at(token)
        agent = frame.role("agent") if frame else None
        if agent is None or agent.via in ("control", "participle") or reading.parsed.pos[agent.head] == "PRON":
            continue
        m = reading.mention_at(agent.head)
        if m is not None and (m in found.parties or m.arg == found.organisation.arg):
            continue
        return m.arg if m else reading.noun_phrase(agent.head)
    return ""


def _time(reading: Reading, found: Found, party: Mention) -> ValidTime | None:
    """The time attached to the party in its list, else that of the frame or of the operator that makes the step."""
    own = reading.attached_time(party)
    if own is not None:
        return own
    time = reading.time(found.frame)
    return time


def _score(found: Found) -> float:
    return {"path": 0.95, "sentence": 0.85, "anaphora": 0.85}.get(found.organisation.via, 0.75)


def _open(found: Found) -> dict[str, Any]:
    """What the wording leaves open: "approved the request" may grant, or agree to grant."""
    step, above, family = found.reached.step, found.reached.above, found.family
    if step == "agreed" and above == "agree" and family == "apply":
        return {"args.step": ("granted", "consented")}
    if step == "granted" and found.status == "member":
        return {"args.step": ("acceded",)}
    if step == "suspended" and found.frame.predicate == "freeze":
        return {"args.step": ("frozen",)}
    if step == "acceded" and found.frame.predicate in ("accept", "admit", "approve"):
        return {"args.step": ("agreed", "granted")}
    return {}
