"""Where a document's title, publisher, date and address come from: beside it, in its front matter, or in its text.

Order of trust: `<stem>.meta.json` beside the file, then what the file itself declares, then what its text shows
(a dateline, a release line, a byline). A date that nothing shows stays unknown: times relative to it stay open.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from secretariat.model.time import Edtf
from secretariat.read.reader import Raw, Unreadable

_DATE_KEYS = ("date", "published", "publication_date", "release_date", "issued")
_PUBLISHER_KEYS = ("publisher", "source", "site", "sitename", "agency")
_URL_KEYS = ("url", "link", "canonical_url", "original")
_MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(f"{m}|{m[:3]}|{m[:4]}" for m in _MONTHS)
_GAP = r"[^\S\n]"  # white space within a line, the no-break space of web pages among it
_ISO = r"(?P<iso>(?:19|20)\d\d[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12]\d|3[01])(?!\d))"
_WORDS = (
    rf"(?:(?P<m>{_MONTH})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)"
    rf"|(?P<d2>\d\d?)\s+(?P<m2>{_MONTH})\.?,?\s+(?P<y2>(?:19|20)\d\d))"
)
_ANY = rf"(?:{_ISO}|{_WORDS})"
_LABELS = r"release(?:d)?(?: time| date| on)?|publish(?:ed)?(?: on| at| time| date)?|posted(?: on)?|updated|date"
# Lines that a page gives to its own date: a labelled date, a dateline, a byline. Habits of publishing, of no one house.
_SHOWN = (
    re.compile(rf"^.{{0,80}}(?<![A-Za-z])(?:{_LABELS}){_GAP}*[:：]?{_GAP}*{_ANY}", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"^{_GAP}*(?:[A-Z]{{3}}[A-Z .'-]*(?:,[ \w.]{{1,30}})?,\s+)(?:\([^)]*\)\s*)?{_ANY}", re.MULTILINE),
    re.compile(
        rf"^(?:{_GAP}|[·|•—–-])*(?:\w+day,?\s+)?{_ANY}{_GAP}*(?:$|[·|•—–(]|\d\d?:\d\d|source\b)",
        re.MULTILINE | re.IGNORECASE,
    ),
)
_SOURCE = re.compile(
    rf"(?<![A-Za-z])(?:Source|Publisher|Agency){_GAP}*[:：]{_GAP}*([^\W\d_][^\n|·•:：]{{2,60}}?){_GAP}*"
    rf"(?:$|[|·•]|{_GAP}{{2}}|(?:Release|Published|Date)\b)",
    re.MULTILINE,
)
# The account that a content system was left with is no publisher.
_ACCOUNTS = re.compile(
    r"(?:site|web|system)?\s*(?:admin(?:istrator)?|editor|master|root)|(?:系统)?管理员", re.IGNORECASE
)
_HEAD = 1500  # a page's own date stands above the story


def from_mapping(text: str, values: Mapping[str, Any], notes: tuple[str, ...] = ()) -> Raw:
    """Take the metadata out of front matter or a meta file, under the names that people use for them."""

    def first(*keys: str) -> str:
        return next((str(values[k]).strip() for k in keys if values.get(k)), "")

    return Raw(
        text=text,
        title=first("title", "headline"),
        publisher=first(*_PUBLISHER_KEYS),
        published=iso_date(first(*_DATE_KEYS)),
        url=first(*_URL_KEYS),
        language=first("language", "lang"),
        notes=notes,
    )


def beside(path: Path, raw: Raw) -> Raw:
    """Lay `<stem>.meta.json` over what the file declares.

    Raises:
        Unreadable: the meta file is there and is not a JSON object.
    """
    meta = path.with_name(path.stem + ".meta.json")
    if not meta.is_file():
        return raw
    try:
        values = json.loads(meta.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise Unreadable(f"{meta.name} beside it is not JSON ({problem})", "Mend or remove the meta file") from None
    if not isinstance(values, dict):
        raise Unreadable(f"{meta.name} beside it is not a JSON object", 'Write {"title": ..., "date": ...}')
    said = from_mapping(raw.text, values, raw.notes)
    if any(values.get(k) for k in _DATE_KEYS) and not said.published:
        said = replace(said, notes=(*said.notes, f"the date in {meta.name} is not YYYY-MM-DD and was left out"))
    return _over(raw, said)


def shown(raw: Raw) -> Raw:
    """Fill what is still unknown from the text itself: title from its first line, date and publisher from its head."""
    head = raw.text[:_HEAD]
    first_line = next((line.strip(" #*\t") for line in raw.text.splitlines() if line.strip(" #*\t")), "")
    source = next((m[1].strip() for m in _SOURCE.finditer(head) if not _ACCOUNTS.match(m[1].strip())), "")
    found = Raw(
        text=raw.text,
        title=first_line if len(first_line) <= 200 else "",
        publisher=source or _wire(head),
        published=_date_shown(head),
    )
    return _over(found, raw)


def iso_date(text: str) -> str:
    """An EDTF date from a date as people write it; empty where it is none."""
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", text):
        text = text[:10]
    try:
        return str(Edtf.parse(text))
    except ValueError:
        found = re.search(_ANY, text, re.IGNORECASE)
        return _normal(found) if found else ""


def _over(base: Raw, said: Raw) -> Raw:
    names = ("title", "publisher", "published", "url", "language")
    return replace(base, notes=said.notes or base.notes, **{n: getattr(said, n) or getattr(base, n) for n in names})


def _wire(head: str) -> str:
    # Press-release wires sign the dateline: "BEIJING, July 26, 2021 /Some Newswire/ --".
    found = re.search(r"\d{4}\s*/([A-Z][\w .-]{2,40})/\s*[-–—]", head)
    return found[1].strip() if found else ""


def _date_shown(head: str) -> str:
    found = [m for pattern in _SHOWN for m in [pattern.search(head)] if m]
    return _normal(min(found, key=lambda m: m.start())) if found else ""


def _normal(found: re.Match[str]) -> str:
    part = found.groupdict()
    if part["iso"]:
        year, month, day = (int(n) for n in re.findall(r"\d+", part["iso"]))
    else:
        word = part["m"] or part["m2"]
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.lower().startswith(word.lower()[:3]))
        year, day = int(part["y"] or part["y2"]), int(part["d"] or part["d2"])
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return ""
