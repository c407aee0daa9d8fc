"""Papers of accession: who signed a memorandum of obligations or a protocol of accession, and for which status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading, Role
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import Organisation, nearby, organisation, parties, status_in

_ABOUT = re.compile(
    r"(?i)\b(?:obligations?|commitments?|status|accession|admission|membership|observer"
    r"|dialogue partners?|joining|granting)\b"
)
_SAID = re.compile(
    r"(?i)memorand\w+ (?:of|on|for|concerning|regarding)\b[^.;]{0,60}?"
    r"\b(?:obligations?|status|accession|membership|granting)\b"
)
_STEP = {"memorandum": "memorandum-signed", "protocol": "protocol-signed"}


def signed(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "A signed the memorandum of obligations", "the ministers of A and B signed memorandums on the status of ..."."""
    paper = next((r for r in frame.all("theme") if _kind(reading, r)), None)
    if paper is None or frame.form != "verbal":
        return
    step = _STEP[_kind(reading, paper)]
    last = max([paper.last, *(r.last for r in frame.all("on", "for", "of") if r.first >= paper.first)])
    who = (_acceding(reading, paper) if step == "protocol-signed" else ()) or _signers(reading, frame)
    words = reading.phrase(paper.first, last)
    with_it = any(m.arg == reading.anchors.subject for m in reading.mentions_in(paper.first, last))
    if not who or not (
        _ABOUT.search(words) or _told_before(reading, frame.token) or with_it and _status_before(reading, frame.token)
    ):
        return
    ranges = ((paper.first, last), *((r.first, r.last) for r in frame.all("with", "to", "agent")))
    where = organisation(reading, frame, who, *ranges) or _members_signing(reading, frame)
    where = where or nearby(reading, frame.token, who)
    if where and frame.modality in ("asserted", "planned", "denied"):
        status = _status(reading, where, Role("theme", paper.head, paper.first, last), frame.token)
        yield Found(frame, who, where, status, Reached(step, frame.modality, "-"), "paper")


def _members_signing(reading: Reading, frame: Frame) -> Organisation | None:
    """ "NATO Allies signed": the organisation whose members sign."""
    agent = frame.role("agent")
    m = reading.mention_at(agent.head) if agent else None
    return Organisation(m.arg, "path", m.first) if m is not None and m.form == "member" else None


def _acceding(reading: Reading, paper: Role) -> tuple[Mention, ...]:
    """ "the Accession Protocols for A and B": the parties the paper is about, not those who sign it."""
    p = reading.parsed
    for c in reading.tree.children[paper.head]:
        if p.lemmas[c] in ("for", "on", "of"):
            inner = reading.tree.span(c)
            found = tuple(m for m in reading.parties(*inner) if m.is_state and m.form == "name")
            if found:
                return found
    return ()


def _kind(reading: Reading, role: Role) -> str:
    """ "memorandum", "protocol", or empty; "its own" is what the sentence before was about."""
    lemma = reading.parsed.lemmas[role.head]
    if lemma in ("memorandum", "memo"):
        return "memorandum"
    if lemma in ("protocol", "treaty", "agreement", "instrument"):
        return (
            "protocol"
            if re.search(r"(?i)accession|admission|membership", reading.phrase(role.first, role.last))
            else ""
        )
    if lemma in ("own", "one", "document") and _told_before(reading, role.head):
        return "memorandum"
    return ""


def _told_before(reading: Reading, token: int) -> bool:
    """True where this or one of the two sentences before speaks of a memorandum for a status."""
    p = reading.parsed
    s = p.sentence_of[token]
    a, b = p.sentences[max(0, s - 2)][0], token
    words = reading.phrase(a, b) if b > a else ""
    return bool(_SAID.search(words))


def _status_before(reading: Reading, token: int) -> bool:
    """True where the two sentences before tell of a status in the organisation the document is about."""
    a, b = _before(reading, token)
    return bool(b > a and re.search(r"(?i)\b(?:dialogue partner|observer|member)\b", reading.phrase(a, b)))


def _signers(reading: Reading, frame: Frame) -> tuple[Mention, ...]:
    """States that sign, or whose ministers do."""
    for role in frame.all("agent"):
        found = tuple(m for m in parties(reading, role) if m.is_state)
        if found:
            return found
        inside = tuple(m for m in reading.parties(role.first, role.last) if m.is_state)
        if inside:
            return inside
        if (
            reading.parsed.lemmas[role.head] in ("minister", "president", "official", "ambassador")
            or reading.parsed.pos[role.head] == "PROPN"
        ):
            states = {
                m.id: m for m in reading.mentions_in(*_before(reading, frame.token)) if m.is_state and m.form == "name"
            }
            return tuple(states.values()) if len(states) == 1 else ()
    return ()


def _before(reading: Reading, token: int) -> tuple[int, int]:
    s = reading.parsed.sentence_of[token]
    return reading.parsed.sentences[max(0, s - 2)][0], token


def _status(reading: Reading, where: Organisation, paper: Role, token: int) -> str:
    known = status_in(reading, where.arg, paper.first, paper.last)
    if known:
        return known.status
    words = reading.phrase(paper.first, paper.last).lower()
    if "obligation" in words or "commitment" in words or "accession" in words:
        return "member"
    p = reading.parsed
    s = p.sentence_of[token]
    for back in range(6):
        if s - back >= 0:
            a, b = p.sentences[s - back]
            known = status_in(reading, where.arg, a, min(b, token))
            if known:
                return known.status
    return "member"
