"""Annotate: the language layers of any readable documents, as JSON Lines for the yardsticks or as a page for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secretariat.app.annotated_page import Mark, Sheet, page
from secretariat.model.document import Document
from secretariat.model.errors import UnreadableDocument, UsageError
from secretariat.model.issue import Issue
from secretariat.model.parsed import TimeExpression
from secretariat.parse.times import find_times
from secretariat.read import read_sources

FORMATS, MODES = ("jsonl", "html"), ("news", "narrative")
TIMEX3 = frozenset({"DATE", "TIME", "DURATION", "SET"})
Tell = Callable[[Issue], None]


@dataclass(frozen=True, slots=True)
class Text:
    """One text to annotate: the name its lines carry, its date (EDTF or a time stamp, empty if unknown), the text."""

    name: str
    created: str
    text: str


def annotate_times(
    sources: Iterable[Path], *, format: str = "jsonl", mode: str = "news", tell: Tell = lambda _: None
) -> Iterator[str]:
    """Find the time expressions of documents.

    Args:
        sources: folders and files of documents, or JSON Lines of `{"document", "created", "text"}`.
        format: "jsonl" (one TIMEX3 expression a line, with its EDTF) or "html" (one page, expressions coloured).
        mode: "news" resolves against the document's date, "narrative" against the previous mention.
        tell: is given what could not be read, and which documents have no date.
    Yields:
        Pieces of the output, each ending in a line break.
    Raises:
        UsageError: unknown format or mode, or a source that does not exist.
    """
    _check("--format", format, FORMATS)
    _check("--mode", mode, MODES)
    texts = read_texts(sources, tell)
    found = ((text, find_times(text.text, published=text.created, mode=mode)) for text in texts)
    if format == "html":
        yield page("Time expressions", (_sheet(text, times) for text, times in found))
        return
    for text, times in found:
        for time in times:
            if time.type in TIMEX3:
                yield json.dumps(_row(text, time), ensure_ascii=False) + "\n"


def read_texts(sources: Iterable[Path], tell: Tell = lambda _: None) -> Iterator[Text]:
    """The texts of documents and of JSON Lines files, in the order given.

    A document is called by its stem, or by its path below the source where two stems are the same.

    Raises:
        UsageError: a source does not exist.
        UnreadableDocument: a line of a JSON Lines file is no such object.
    """
    given = list(sources)
    for path in given:
        if path.suffix == ".jsonl":
            yield from _lines(path)
    documents = []
    for item in read_sources(path for path in given if path.suffix != ".jsonl"):
        if isinstance(item, Document):
            documents.append(item)
        else:
            tell(item)
    stems = Counter(document.label for document in documents)
    for document in documents:
        name = document.label if stems[document.label] == 1 else document.path
        yield Text(name, document.published, document.text)


def _lines(path: Path) -> Iterator[Text]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(str(path), "cannot be read as UTF-8 text", "Check the path") from problem
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _text(line, f"{path}:{number}")


def _text(line: str, where: str) -> Text:
    try:
        row = json.loads(line)
        return Text(str(row["document"]), str(row.get("created") or ""), str(row["text"]))
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        what = 'is no object with "document", "text" and, where known, "created"'
        raise UnreadableDocument(where, what, "Write one such object a line") from problem


def _row(text: Text, time: TimeExpression) -> dict[str, object]:
    row: dict[str, object] = {"document": text.name, "start": time.start, "end": time.end, "type": time.type}
    row["value"] = time.value
    if time.mod:
        row["mod"] = time.mod
    return row | {"edtf": time.edtf, "text": text.text[time.start : time.end]}


def _sheet(text: Text, times: Iterable[TimeExpression]) -> Sheet:
    marks = [Mark(t.start, t.end, t.type.lower(), _note(t)) for t in times]
    return Sheet(text.name, text.text, tuple(marks), text.created and f"dated {text.created}")


def _note(time: TimeExpression) -> str:
    parts = [time.type, time.value, time.mod, f"EDTF {time.edtf}" if time.edtf else "no calendar time"]
    return " · ".join(part for part in parts if part)


def _check(option: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise UsageError(option, f"there is no {value!r}", f"Choose one of: {', '.join(choices)}")
