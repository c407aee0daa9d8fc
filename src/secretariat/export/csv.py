"""Claims as CSV for a spreadsheet: one claim a row, one column an argument."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from secretariat.model.claim import EMPTY, Claim
from secretariat.model.document import DocumentId

_COMMON = ("id", "kind", "document", "start", "end", "text", "modality", "time", "time_text", "source", "cue")


def rows(claims: Iterable[Claim], label: Callable[[DocumentId], str], arguments: Sequence[str]) -> Iterator[str]:
    """A header and one row a claim (RFC 4180, but with plain newlines).

    Args:
        claims: in the order wanted.
        label: the name a document carries.
        arguments: names of the arguments that get a column, in order; a list is joined by "; ", an object is JSON.
    """
    yield _row([*_COMMON, *arguments])
    for claim in claims:
        yield _row([*_head(claim, label(claim.document)), *(_cell(claim.args.get(name)) for name in arguments)])


def _head(claim: Claim, label: str) -> list[str]:
    words, time, by = claim.evidence, claim.time, claim.attribution
    when = [time.edtf or "", time.text] if time else ["", ""]
    who = [by.source, by.cue] if by else ["", ""]
    return [claim.id, claim.kind, label, str(words.start), str(words.end), words.text, claim.modality, *when, *who]


def _cell(value: Any) -> str:
    if value in EMPTY:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and all(isinstance(v, str) for v in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False, default=_plain, sort_keys=True)


def _plain(value: Any) -> Any:
    return dict(value)


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
