"""Rosters: who holds a status, from copulas, headed lists, bullets, table rows and appositions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secretariat.frame import Frame, Reading
from secretariat.frame.lists import MentionList
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.led import OCCASION, find_led
from secretariat.kinds.membership.parties import Organisation, status_in
from secretariat.kinds.membership.statuses import find_status
from secretariat.model.claim import Claim
from secretariat.model.parsed import Block

_HEAD = re.compile(
    r"(?i)^(?:the )?(?:(?:current|present|full|its|our|their|new|other|all|these|those|(?:\w+[- ])?(?:two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))\s+)*"
)


_LEADS = (
    (re.compile(r"(?i)^(?:founders?|founding members?|founded)\b"), "founded"),
    (re.compile(r"(?i)^(?:joined|acceded|admitted|entered|accession)\b"), "acceded"),
    (re.compile(r"(?i)^(?:invited|invitees?)\b"), "invited"),
    (re.compile(r"(?i)^(?:applied|applicants?|application)\b"), "applied"),
    (re.compile(r"(?i)^(?:suspended)\b"), "suspended"),
    (re.compile(r"(?i)^(?:withdrew|withdrawn|left|former members?)\b"), "withdrew"),
    (re.compile(r"(?i)^(?:expelled)\b"), "expelled"),
)  # fmt: skip


def find_rosters(reading: Reading) -> Iterator[Claim]:
    """Headed lists, bullets under a status, and table rows."""
    from secretariat.kinds.membership.tables import find_rows

    for first, last, block in reading.sentences():
        if block.kind != "row":
            yield from _sentence(reading, first, last, block)
    yield from find_rows(reading)
    yield from find_led(reading)


def _sentence(reading: Reading, first: int, last: int, block: Block) -> Iterator[Claim]:
    led = _led(reading, first, block)
    lists = [x for x in reading.lists if first <= x.first < last]
    singles = _singles(reading, first, last, lists)
    for items in [*lists, *singles]:
        head = _head_before(reading, first, items.first)
        alone = items.first - first <= 2 and items.last >= last - 1  # a bullet that is nothing but names
        status, step, time_span = head or (led if alone and led else ("", "", None))
        goes_on = (
            items.last < last and reading.parsed.word(items.last) == ":"
        )  # "Iran: applied on ..." tells its own story
        if not status or goes_on or not all(m.is_state for m in items.mentions):
            continue
        yield from _headed(reading, items, status, step, (first if head else items.first, items.last), time_span)


def _singles(reading: Reading, first: int, last: int, lists: list[MentionList]) -> list[MentionList]:
    """A name alone after a head ("Participant: Ukraine") is a list of one."""
    covered = {m for x in lists for m in x.mentions}
    return [
        reading.single(m)
        for m in reading.mentions_in(first, last)
        if m.is_state and m not in covered and m.form == "name"
    ]


_Headed = tuple[str, str, tuple[int, int] | None]


def _head_before(reading: Reading, first: int, at: int) -> _Headed | None:
    """Status and step that stand before a list: "Observers (4):", "eight member states: ", "Joined in 2010"."""
    p = reading.parsed
    start = at
    while start > first and at - start < 16 and (p.word(start - 1) not in (";", ".") or start == at):
        start -= 1
    words = reading.phrase(start, at) if start < at else ""
    raw = " ".join(p.word(i) for i in range(start, at))
    colon = bool(re.search(r"[:–—]\s*(?:the )?$", raw)) or bool(re.search(r"\(\s*$", raw)) and False
    for pattern, step in _LEADS:
        found = pattern.search(words)
        if (
            found
            and start == first
            and (colon or len(words.split()) <= 6 and _no_verb(reading, start + 1, at))
            and _is_fragment(reading, first, at)
        ):
            return "member", step, (start, at)
    if not colon:
        return _bare_head(reading, words, start, first, at)
    status = find_status(words[-80:])
    if status and status.status == "participant" and not (_is_fragment(reading, first, at) and reading.anchors.subject):
        return None
    if status and not re.search(
        r"(?i)\b(?:chair|secretar|president|representative|ambassador|contact|meeting|leaders? of)\w*", words[-60:]
    ):
        return status.status, "holds", (start, at)
    if re.search(r"(?i)\bthis status\W*$", words):
        return "*", "holds", (start, at)
    return None


def _bare_head(reading: Reading, words: str, start: int, first: int, at: int) -> _Headed | None:
    """A fact box without a colon: "Partners from 1 January 2025 Belarus, Bolivia"."""
    if start != first or not _is_fragment(reading, first, at):
        return None
    shown = _HEAD.sub("", words)
    status = find_status(shown)
    if status and status.start == 0 and len(shown.split()) <= 7 and _no_verb(reading, start, at):
        return status.status, "holds", (start, at)
    return None


def _no_verb(reading: Reading, first: int, last: int) -> bool:
    return not any(reading.parsed.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first, last))


def _is_fragment(reading: Reading, first: int, at: int) -> bool:
    """True where nothing but the head stands before the list, at the start of a block or line."""
    return at - first <= 12 and reading.block(first).start >= reading.parsed.starts[first] - 2


def _led(reading: Reading, first: int, block: Block) -> _Headed | None:
    """Status given by the block above: a lead-in, or the heading of bullets."""
    if block.kind not in ("bullet", "paragraph"):
        return None
    words = reading.lead_in(first)
    if not words and block.kind == "bullet":
        words = next(iter(reversed(reading.headings(first))), "")
    if not words or len(words.split()) > 14 or OCCASION.search(words):
        return None
    shown = _HEAD.sub("", words.rstrip(": "))
    for pattern, step in _LEADS:
        if pattern.search(shown):
            return "member", step, None
    status = find_status(shown)
    if status is None or len(shown.split()) > 8 or status.status == "participant":
        return None
    rest = shown[status.end :].strip()
    ends = not rest or bool(re.match(r"(?i)(?:of|in|\(|countries|states|as of|since)\b|\(", rest))
    return (status.status, "holds", None) if ends else None


def _headed(
    reading: Reading, items: MentionList, status: str, step: str, where: tuple[int, int], head: tuple[int, int] | None
) -> Iterator[Claim]:
    token = items.first
    named = next(
        (m for m in reading.mentions_in(*(head or where)) if m.type in BODY_TYPES and m.first < items.first), None
    )
    place = Organisation(named.arg, "path", named.first) if named else _about(reading, token)
    if place is None:
        return
    if status == "*":
        status = _previous(reading, where[0], place.arg)
    if head:
        known = status_in(reading, place.arg, *head)
        status = known.status if known and step == "holds" else status
    if not status:
        return
    frame = Frame("list", "fragment", token, reading.parsed.sentence_of[token])
    found = Found(frame, items.mentions, place, status, Reached(step, "asserted", "-"), "list", where)
    yield from emit(reading, found)


def _about(reading: Reading, token: int) -> Organisation | None:
    """The organisation of a fact box: named in its headings, else the document's subject."""
    block = reading.block(token)
    for i in (*reversed(block.path), *((block.lead_in,) if block.lead_in is not None else ())):
        above = reading.parsed.blocks[i]
        named = [m for m in reading.anchors.bodies if above.start <= m.start < above.end]
        if named:
            return Organisation(named[0].arg, "heading", named[0].first)
    found = reading.anchors.subject or reading.anchors.resolve(token)
    return Organisation(found, "document") if found else None


def _previous(reading: Reading, token: int, organisation_arg: str) -> str:
    p = reading.parsed
    s = p.sentence_of[token]
    for back in range(1, 4):
        if s - back >= 0:
            known = status_in(reading, organisation_arg, *p.sentences[s - back])
            if known:
                return known.status
    return ""
