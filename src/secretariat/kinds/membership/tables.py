"""Tables of members: a header row names the columns, each further row is a party with its status and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.parties import Organisation
from secretariat.kinds.membership.statuses import find_status
from secretariat.model.claim import Claim
from secretariat.model.parsed import Block

_PARTY = re.compile(
    r"(?i)\b(?:bank|member|state|country|party|participant|name|organisation|organization|institution)s?\b"
)
_STATUS = re.compile(r"(?i)\b(?:status|category|type|role|capacity)\b")


def find_rows(reading: Reading) -> Iterator[Claim]:
    """Claims of every table whose header has a column of parties and one of statuses."""
    header: list[str] = []
    for block in reading.parsed.blocks:
        if block.kind != "row":
            header = []
            continue
        cells = _cells(reading, block)
        if not header:
            header = [reading.parsed.document.text[a:b] for a, b in cells]
        elif len(cells) >= len(header) - 1:
            yield from _row(reading, block, header, cells)


def _cells(reading: Reading, block: Block) -> list[tuple[int, int]]:
    text = reading.parsed.document.text
    out = []
    for found in re.finditer(r"[^|\t]+", text[block.start : block.end]):
        words = found.group()
        if words.strip(" -:"):
            start = block.start + found.start() + len(words) - len(words.lstrip())
            out.append((start, start + len(words.strip())))
    return out


def _row(reading: Reading, block: Block, header: list[str], cells: list[tuple[int, int]]) -> Iterator[Claim]:
    columns = dict(enumerate(header[: len(cells)]))
    status_column = next((i for i, h in columns.items() if _STATUS.search(h)), None)
    party_column = next((i for i, h in columns.items() if _PARTY.search(h) and i != status_column), None)
    subject = reading.anchors.subject
    if status_column is None or party_column is None or not subject:
        return
    text = reading.parsed.document.text
    start, end = cells[party_column]
    tokens = reading.tokens(start, end)
    status = text[slice(*cells[status_column])].strip(" *")
    if tokens is None or not find_status(status):
        return
    named = next(iter(reading.mentions_in(*tokens)), None)
    whole = (
        named
        if named and named.is_state and named.end >= end - 2
        else Mention(start, end, *tokens, "body", text[start:end], "name", text[start:end].strip("* "))
    )
    known = find_status(status)
    label = known.status if known and known.end - known.start == len(status) and " " not in status else status.lower()
    frame = Frame("row", "fragment", tokens[0], reading.parsed.sentence_of[tokens[0]])
    row = reading.tokens(block.start, block.end)
    if row:
        yield from emit(
            reading,
            Found(
                frame, (whole,), Organisation(subject, "document"), label, Reached("holds", "asserted", "-"), "row", row
            ),
        )
