"""Rotating chairs: a state chairs, presides, takes over or hands on."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.office.titles import CHAIRS
from secretariat.model.claim import Claim

_TO_NEXT = ("pass", "hand over", "hand", "transfer", "go", "move", "fall", "rotate", "switch", "entrust")
_HOLDING = ("hold", "assume", "take over", "take", "occupy", "exercise", "have", "share", "inherit", "receive", "get")


def find_chairs(reading: Reading) -> Iterator[Claim]:
    """Claims that a state holds, takes or passes on a chair; once for each state, organisation and step."""
    seen: set[tuple[str, str, str]] = set()
    for claim in _all(reading):
        key = (str(claim.args["person"]), str(claim.args.get("organisation", "")), str(claim.args["step"]))
        if key not in seen:
            seen.add(key)
            yield claim


def _all(reading: Reading) -> Iterator[Claim]:
    p = reading.parsed
    for i in range(len(p)):
        if p.lemmas[i] in CHAIRS and p.tags[i][:2] == "NN" and reading.block(i).kind != "furniture":
            yield from _noun(reading, i)
    for frame in reading.frames_of("chair", "preside", "co-chair"):
        if frame.form == "verbal":
            yield from _verb(reading, frame)


def _noun(reading: Reading, i: int) -> Iterator[Claim]:
    p = reading.parsed
    first, last = reading.tree.phrase(i)
    organisation = _organisation(reading, first, last, i)
    verb = _governor(reading, i)
    if verb is not None:
        found = list(_by_verb(reading, verb, i, organisation))
        if found:
            yield from found
            return
    owner = _owner(reading, i, first)
    if owner is not None and organisation:
        yield _claim(
            reading, owner, p.lemmas[i], organisation, "holds", (min(first, owner.first), last), i, "possessive"
        )
        return
    yield from _colon(reading, i)


def _governor(reading: Reading, i: int) -> Frame | None:
    p = reading.parsed
    if p.deps[i] in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        head = p.heads[i] if p.deps[i] != "pobj" else p.heads[p.heads[i]]
        return reading.frame_at(head)
    return None


def _by_verb(reading: Reading, frame: Frame, i: int, organisation: str) -> Iterator[Claim]:
    """ "holds the chair", "the presidency will pass to A", "A handed the chair to B"."""
    p = reading.parsed
    clause = reading.clause(frame.token)
    organisation = organisation or reading.anchors.resolve(i)
    if frame.predicate in _TO_NEXT:
        for role in frame.all("to"):
            m = reading.mention_at(role.head)
            if m is not None and m.is_state:
                yield _claim(reading, m, p.lemmas[i], organisation, "appointed", clause, frame.token, "passes", frame)
    elif frame.predicate in _HOLDING and frame.modality in ("asserted", "planned"):
        agent = frame.role("agent")
        m = reading.mention_at(agent.head) if agent else None
        if m is not None and m.is_state:
            step = "holds" if frame.predicate in ("hold", "have", "occupy", "exercise", "share") else "appointed"
            yield _claim(reading, m, p.lemmas[i], organisation, step, clause, frame.token, "holds", frame)


def _owner(reading: Reading, i: int, first: int) -> Mention | None:
    """ "India's G20 presidency", "the Chinese chairmanship", "the presidency of Brazil"."""
    p = reading.parsed
    for m in reading.mentions_in(first, i):
        if m.is_state:
            return m
    for c in reading.tree.children[i]:
        if p.deps[c] == "prep" and p.lemmas[c] == "of":
            for o in reading.tree.children[c]:
                named = reading.mention_at(o)
                if named is not None and named.is_state:
                    return named
    return None


def _organisation(reading: Reading, first: int, last: int, i: int) -> str:
    named = [
        m
        for m in reading.mentions_in(first, min(last + 6, reading.sentence(i)[1]))
        if m.type in BODY_TYPES and m.form != "member"
    ]
    if named:
        return named[0].arg
    generic = reading.anchors.generic(i, last)
    return (
        reading.anchors.resolve(generic)
        if generic is not None and reading.parsed.lemmas[generic] not in ("it", "its")
        else ""
    )


def _colon(reading: Reading, i: int) -> Iterator[Claim]:
    """ "Chair in 2024: Armenia" in a fact box."""
    p = reading.parsed
    a, b = reading.sentence(i)
    colon = next((t for t in range(i, min(b, i + 6)) if p.word(t) == ":"), None)
    m = reading.mention_at(colon + 1) if colon is not None and colon + 1 < b else None
    if i - a <= 1 and m is not None and m.is_state and m.last >= b - 1 and reading.anchors.subject:
        yield _claim(reading, m, p.lemmas[i], reading.anchors.subject, "holds", (a, b), i, "colon")


def _verb(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """ "Kazakhstan, which chairs the CICA": a state chairs an organisation (not a person a meeting)."""
    agent, what = frame.role("agent"), frame.role("theme", "over")
    m = reading.mention_at(agent.head) if agent else None
    if m is None or not m.is_state or what is None or frame.modality not in ("asserted", "planned"):
        return
    body = reading.mention_at(what.head)
    organisation = body.arg if body is not None and body.type in BODY_TYPES else ""
    if not organisation and reading.anchors.generic(what.head, what.head + 1) is not None:
        organisation = reading.anchors.resolve(what.head)
    if organisation:
        yield _claim(
            reading, m, "chair", organisation, "holds", reading.clause(frame.token), frame.token, "chairs", frame
        )


def _claim(
    reading: Reading,
    m: Mention,
    office: str,
    organisation: str,
    step: str,
    where: tuple[int, int],
    at: int,
    family: str,
    frame: Frame | None = None,
) -> Claim:
    args = {"person": m.arg, "office": office, "organisation": organisation, "step": step}
    return reading.claim("office", args, where, at=frame or at, rule=f"office.{step}/chair-{family}")
