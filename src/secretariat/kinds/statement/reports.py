"""Reported speech and thought from frames: who, by which word, what; one function for each construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.statement import vocabulary as v
from secretariat.kinds.statement.extents import FINITE, clause, clause_end, thing_said
from secretariat.kinds.statement.speakers import source_of

SILENT = ("heading", "furniture", "caption", "dateline")


@dataclass(frozen=True, slots=True)
class Report:
    """One report.

    Attributes:
        rule: construction ("clause", "content", "demand", "urge", "noun").
        cue: token range of the reporting words.
        source: the phrase that names the speaker.
        first, last: tokens of the content.
        audience: the phrase that names who is told, or None.
    """

    rule: str
    cue: tuple[int, int]
    source: Role
    first: int
    last: int
    audience: Role | None = None


def reports(reading: Reading) -> Iterator[Report]:
    """Reports of a document, in the order of their cues."""
    found = [r for f in reading.frames if f.form != "nominal" and _usable(reading, f) for r in _verbal(reading, f)]
    for first, last, block in reading.sentences():
        if block.kind not in SILENT:
            found += [r for i in range(first, last) if reading.parsed.lemmas[i] in v.SAYINGS for r in _noun(reading, i)]
    yield from sorted(found, key=lambda r: r.cue)


def _usable(reading: Reading, frame: Frame) -> bool:
    """Not in a heading, not denied or passive, not inside a question."""
    if frame.denied or frame.passive or reading.block(frame.token).kind in SILENT:
        return False
    begin, end = reading.sentence(frame.token)
    if any(reading.parsed.word(i) == "|" for i in range(begin, end)):
        return False  # a row of links or cells
    return (
        reading.parsed.word(reading.sentence(frame.token)[1] - 1) != "?" or reading.parsed.word(frame.token + 1) == "?"
    )


def _verbal(reading: Reading, frame: Frame) -> Iterator[Report]:
    lemma = frame.predicate.split()[0]
    source = source_of(reading, frame)
    if source is None or not _reports(reading, frame):
        return
    cue = _cue(reading, frame)
    if lemma in v.CLAUSE | v.CONTENT:
        found = clause(reading, frame) or (thing_said(reading, frame) if lemma in v.CONTENT else None)
        if found:
            yield Report(found[2], (cue[0], max(cue[1], found[3])), source, found[0], found[1], _audience(frame))
            return
    if lemma in v.DEMANDING:
        yield from _demand(reading, frame, source, cue)
    elif lemma in v.URGING:
        yield from _urge(reading, frame, source, cue)


def _reports(reading: Reading, frame: Frame) -> bool:
    """The verb is finite (or shares a finite verb's tense) and not wished, planned or asked."""
    parsed = reading.parsed
    if any(o.link in ("modal", "condition", "negation") for o in frame.operators):
        return False
    if any(
        o.link in ("infinitive", "purpose") and o.cls in ("hope", "plan", "ask", "possible") for o in frame.operators
    ):
        return False
    token = frame.token
    if parsed.tags[token] in FINITE:
        return True
    return any(
        parsed.tags[c] in FINITE and parsed.deps[c] in ("aux", "auxpass") for c in reading.tree.children[token]
    ) or (parsed.deps[token] == "conj" and parsed.tags[token] == "VBN")


def _cue(reading: Reading, frame: Frame) -> tuple[int, int]:
    particle = reading.tree.child(frame.token, "prt")
    return frame.token, (particle + 1 if particle == frame.token + 1 else frame.token + 1)


def _demand(reading: Reading, frame: Frame, source: Role, cue: tuple[int, int]) -> Iterator[Report]:
    """As in "called on B to stop", "called for an end to": the content begins after the preposition."""
    parsed, tree = reading.parsed, reading.tree
    wanted = v.DEMANDING[frame.predicate.split()[0]]
    prep = next((c for c in tree.children[frame.token] if parsed.lemmas[c] in wanted and c == frame.token + 1), None)
    if prep is None:
        return
    last = clause_end(reading, frame.token)
    for c in tree.children[frame.token]:  # ", enriching X" is the reporter's comment
        if (
            parsed.deps[c] == "advcl"
            and parsed.tags[c] == "VBG"
            and c - prep > 6
            and parsed.word(tree.left[c] - 1) == ","
        ):
            last = min(last, tree.left[c] - 1)
    if last - prep > 2:
        yield Report("demand", (cue[0], prep + 1), source, prep + 1, last)


def _urge(reading: Reading, frame: Frame, source: Role, cue: tuple[int, int]) -> Iterator[Report]:
    last = clause_end(reading, frame.token)
    if frame.role("theme") is not None and last - frame.token > 3:
        yield Report("urge", cue, source, frame.token + 1, last)


def _audience(frame: Frame) -> Role | None:
    if frame.predicate.split()[0] in v.CONTENT:
        return None  # "reaffirmed B's support": what looks like a receiver is the owner of what is said
    return frame.role("recipient") or (frame.role("theme") if frame.predicate in ("tell", "inform", "remind") else None)


def _noun(reading: Reading, noun: int) -> Iterator[Report]:
    """As in "India's announcement that it will resume exports", "a recognition among the leaders that"."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.lemmas[noun] not in v.SAYINGS:
        return
    owner = tree.child(noun, "poss")
    for c in tree.children[noun] if owner is None else ():
        if parsed.deps[c] == "prep" and parsed.lemmas[c] in ("by", "among", "from"):
            owner = tree.child(c, "pobj")
    if owner is None or parsed.word(owner).lower() in ("our", "my", "your"):
        return
    for c in (c for k in (noun, owner) for c in tree.children[k]):
        if (
            c > noun
            and parsed.deps[c] in ("acl", "ccomp", "relcl")
            and parsed.tags[c] in ("VB", "VBZ", "VBP", "VBD", "VBN")
        ):
            first, last = tree.core(c)
            if parsed.word(first).lower() == "that":
                yield Report("noun", (noun, noun + 1), Role("agent", owner, *tree.phrase(owner)), first + 1, last)
                return
