"""Annotate attributions: who is said to have said what, as JSON Lines for the yardstick or as a page for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from secretariat.app.annotate import Tell, Text, read_texts
from secretariat.app.annotated_page import Mark, Sheet, page
from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.evidence import Span
from secretariat.model.parsed import Speech
from secretariat.parse import skeleton
from secretariat.parse.attribution import MODELS, SCOPES, find_speeches

FORMATS = ("jsonl", "html")
_COMPLEMENTS = ("that ", "whether ")


def annotate_attributions(
    sources: Iterable[Path],
    *,
    format: str = "jsonl",
    model: str = "learned",
    scope: str = "all",
    tell: Tell = lambda _: None,
) -> Iterator[str]:
    """Find the attributions of documents.

    Args:
        sources: folders and files of documents, or JSON Lines of `{"document", "created", "text"}`.
        format: "jsonl" (one attribution a line) or "html" (one page; sources, cues and contents coloured).
        model: "learned" or "rules".
        scope: "all" counts wishes and attitudes as news corpora do, nothing inside another attribution; "register"
            keeps speech, thought and stands taken, with speech inside speech (`outer` is then the line's number in
            its document).
        tell: is given what could not be read.
    Yields:
        Pieces of the output, each ending in a line break.
    Raises:
        UsageError: unknown format, model or scope, or a source that does not exist.
    """
    for option, value, known in (
        ("--format", format, FORMATS),
        ("--attribution", model, MODELS),
        ("--scope", scope, SCOPES),
    ):
        if value not in known:
            raise UsageError(option, f"there is no {value!r}", f"Choose one of: {', '.join(known)}")
    # Attribution needs no date: notes about one would only be noise.
    refused = lambda issue: tell(issue) if issue.severity == "error" else None  # noqa: E731
    found = ((text, speeches_of(text, model=model, scope=scope)) for text in read_texts(sources, refused))
    if format == "html":
        yield page("Attributions", (_sheet(text, speeches) for text, speeches in found))
        return
    for text, speeches in found:
        for speech in speeches if scope == "register" else flat(speeches):
            yield json.dumps(row(text, speech, nested=scope == "register"), ensure_ascii=False) + "\n"


def speeches_of(text: Text, *, model: str = "learned", scope: str = "all") -> tuple[Speech, ...]:
    """The attributions of one text."""
    parsed = skeleton(Document(text.text, text.name, published=text.created))
    return find_speeches(parsed, model=model, scope=scope)


def flat(speeches: tuple[Speech, ...]) -> tuple[Speech, ...]:
    """The attributions that lie in no other; the turns of a transcript do not count as others."""
    outer = [speeches[s.outer] if s.outer is not None else None for s in speeches]
    return tuple(s for s, o in zip(speeches, outer, strict=True) if o is None or o.source == o.cue)


def row(text: Text, speech: Speech, *, nested: bool = False) -> dict[str, object]:
    """The line of one attribution. Content takes in a leading "that", which the yardstick counts as content."""
    line: dict[str, object] = {
        "document": text.name,
        "source": [list(s) for s in speech.source],
        "cue": [list(s) for s in speech.cue],
        "content": [list(_with_complement(text.text, s)) for s in speech.content],
        "continuation": [list(s) for s in speech.continuation],
        "type": speech.type,
        "speaker": speech.speaker,
        "score": speech.score,
    }
    return line | ({"outer": speech.outer} if nested else {})


def _with_complement(text: str, span: Span) -> Span:
    """The range with the complementiser right before it."""
    for word in _COMPLEMENTS:
        before = text[max(0, span.start - len(word)) : span.start]
        at = span.start - len(word)
        if before.lower() == word and not text[max(0, at - 1) : max(0, at)].isalnum():
            return Span(span.start - len(word), span.end)
    return span


def _sheet(text: Text, speeches: Iterable[Speech]) -> Sheet:
    marks = []
    for speech in speeches:
        who = speech.speaker or "speaker unknown"
        for kind, spans in (
            ("content", speech.content),
            ("continuation", speech.continuation),
            ("cue", speech.cue),
            ("source", speech.source),
        ):
            marks += [Mark(s.start, s.end, kind, f"{kind} · {who} · {speech.type}") for s in spans]
    return Sheet(text.name, text.text, tuple(marks), text.created and f"dated {text.created}")
