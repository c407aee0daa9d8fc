"""Bullets below a sentence that says what their names do: "Partners joining the X Initiative include:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.parties import Organisation
from secretariat.model.claim import Claim
from secretariat.model.parsed import Block

_LEAD = re.compile(
    r"(?P<who>(?i:partners?|members?|countries|states|organi[sz]ations|governments"
    r"|signatories|supporters|economies))"
    r"(?: that (?:have )?| which (?:have )?| who (?:have )?| )(?P<how>joining|join(?:ed)?"
    r"|participating in|participate in|signing on to|of|in|endorsing|to) (?:the )?"
    r"(?P<what>[A-Z][\w’'&-]*(?: (?:of|for|on|in|and|the|to)(?: the)?(?= [A-Z])| [A-Z0-9][\w’'&-]*)*)"
    r"[^.:]{0,60}?(?:includes?|are|is)?(?: now| currently| so far)?: ?$"
)
OCCASION = re.compile(
    r"(?i)\b(?:meetings?|calls?|events?|summits?|roundtables?|round tables?|convenings?|briefings?|sessions?"
    r"|conferences?|ceremon(?:y|ies)|visits?|receptions?|panels?|discussions?|delegations?|audience|attend\w*)\b"
)
"""Words of occasions: who is listed under one came to it."""
_POSTS = frozenset(
    """director secretary president minister chair chairman chairwoman chairperson administrator advisor adviser
        ambassador coordinator commissioner governor mayor senator chief manager spokesperson""".split()
)
_LABEL = re.compile(r"^[*_]{0,3}[^:;,.]{3,60}:[*_]{0,3}\s*")


def find_led(reading: Reading) -> Iterator[Claim]:
    """Each name of each bullet as a party of what the lead-in names."""
    for first, last, block in reading.sentences("bullet"):
        lead = _LEAD.search(reading.lead_in(first)) if block.lead_in is not None else None
        if lead is None or not lead["what"][0].isupper() or reading.parsed.starts[first] > block.start + 3:
            continue
        if OCCASION.search(lead.group()) or any(reading.parsed.lemmas[t] in _POSTS for t in range(first, last)):
            continue  # who came to an occasion belongs to nothing; persons with their posts are no parties
        names = tuple(_names(reading, block))
        if names:
            yield from _claims(reading, names, lead, (first, last))


def _names(reading: Reading, block: Block) -> Iterator[Mention]:
    text = reading.parsed.document.text
    label = _LABEL.match(text[block.start : block.end])
    start = block.start + (label.end() if label else 0)
    body = text[start : block.end]
    separator = ";" if ";" in body else ","
    if re.search(r"[.!?]\s+[A-Z]", body):
        return
    for found in re.finditer(rf"[^{separator}]+", body):
        words = re.sub(r"^\s*(?:and\s+)?(?:the\s+)?", "", found.group())
        a = start + found.end() - len(words)
        shown = " ".join(words.split()).strip(" .*_")
        tokens = reading.tokens(a, a + len(words.rstrip())) if shown[:1].isupper() or shown[:1] == "#" else None
        if tokens is None or len(shown.split()) > 12:
            continue
        known = next(iter(reading.mentions_in(*tokens)), None)
        whole = known is not None and (known.first, known.last) == tokens and (known.is_state or known.type != "body")
        yield known if whole and known else Mention(a, a + len(words.rstrip()), *tokens, "body", shown, "name", shown)


def _claims(
    reading: Reading, names: tuple[Mention, ...], lead: re.Match[str], where: tuple[int, int]
) -> Iterator[Claim]:
    who = lead["who"].lower()
    status = "partner" if who.startswith("partner") else "member"
    step = "acceded" if lead["how"].lower().startswith(("join", "sign")) else "holds"
    token = where[0]
    frame = Frame("lead-in", "fragment", token, reading.parsed.sentence_of[token])
    place = Organisation(lead["what"].strip(), "lead-in", token)
    yield from emit(reading, Found(frame, names, place, status, Reached(step, "asserted", "-"), "led", where))
