"""From what a rule found to claims: one a party, each with its own time, the words that show it, "
"and what stays open."""

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
    """What a rule found in a frame: parties, organisation, status, step, and the rule's family for the "
    "precision tiers."""

    frame: Frame
    parties: tuple[Mention, ...]
    organisation: Organisation
    status: str
    reached: Reached
    family: str
    where: tuple[int, int] | None = None
    time: tuple[int, int] | None = None


def emit(reading: Reading, found: Found) -> Iterator[Claim]:
    """One claim for each party."""
    if not found.organisation.arg:
        return
    where = found.where or _evidence(reading, found)
    by = _decider(reading, found)
    more: dict[str, Any] = {"attribution": None} if found.reached.above == "announce" else {}
    gapped = tuple(_gapped(reading, found))
    if gapped:
        where = (where[0], max(where[1], *(reading.single(m).last for m in gapped)))
    for party in dict.fromkeys((*found.parties, *gapped)):
        args: dict[str, Any] = {
            "party": party.arg, "organisation": found.organisation.arg, "status": found.status,
            "step": found.reached.step, "by": by,
        }  # fmt: skip
        yield reading.claim(
            "membership", args, where, at=found.frame, modality=found.reached.modality,
            time=_time(reading, found, party),
            rule=f"membership.{found.reached.step}/{found.family}-{found.frame.form}",
            score=_score(found), alternatives=_open(found), **more,
        )  # fmt: skip


def _gapped(reading: Reading, found: Found) -> Iterator[Mention]:
    """ "A signed on 6 May, B on 28 April": parties that share the verb, each with a time of its own."""
    p = reading.parsed
    if found.frame.form != "verbal":
        return
    stop = reading.sentence(found.frame.token)[1]
    for m in reading.mentions_in(found.frame.token + 1, stop):
        before = [w for t in range(max(0, m.first - 3), m.first) if (w := p.word(t)).lower() != "the"]
        joined = before[-1:] in ([","], [";"], ["and"])
        if not m.is_state or not joined or m in found.parties or reading.list_at(m.first):
            continue
        timed = reading.attached_time(m) is not None
        after = reading.single(m).last
        if (
            timed
            and (after >= stop or p.word(after) in (",", ";", ".", "and"))
            and reading.times_in(found.frame.token, m.first)
        ):
            yield m


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
    ahead = [
        m.first
        for m in found.parties
        if 0 < first - m.first <= 25 and m.first >= reading.sentence(found.frame.token)[0]
    ]
    first = min([first, *ahead])
    if last - first > LONGEST:
        tokens = [found.frame.token, *(t for m in found.parties for t in (m.first, m.last - 1))]
        first, last = max(first, min(tokens)), min(last, max(tokens) + 1)
    return first, last


def _decider(reading: Reading, found: Found) -> str:
    if found.reached.step not in _DECIDED:
        return ""
    deciding = ("agree", "support", "ratify", "ask", "negative", "delay", "sign")
    chain = [
        found.frame.token,
        *(o.token for o in reversed(found.frame.operators) if o.cls in deciding and o.word != "welcome"),
    ]
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
    if found.time is not None:
        times = [t for t in reading.times_in(*found.time) if t.edtf]
        return reading.valid(times[0]) if times else None
    time = reading.time(found.frame)
    if found.reached.step == "holds" and time is not None:
        fragment = found.where if found.frame.form == "fragment" else None
        within = {t.edtf for t in reading.times_in(*(fragment or reading.clause(found.frame.token)))}
        time = time if time.edtf in within else None  # when a bloc's leaders meet is not when it has its members
    if time is None and found.reached.step in _OF_THE_DAY and found.reached.modality == "asserted":
        return reading.occasion(_main(reading, found.frame))
    return time


_OF_THE_DAY = frozenset(
    {
        "agreed",
        "granted",
        "acceded",
        "invited",
        "procedure-opened",
        "memorandum-signed",
        "protocol-signed",
        "supported",
        "deferred",
    }
)
"""Steps that a report of an occasion tells as part of it."""


def _main(reading: Reading, frame: Frame) -> Frame:
    """The outermost act above a frame: its tense tells whether the report's day is meant."""
    for op in frame.operators:
        above = reading.frame_at(op.token)
        if above is not None and above.form == "verbal" and op.cls not in ("report", "think"):
            return above
    return frame


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
