"""Draft: an attribution while it is being found, in token indexes; `to_speech` turns it into the public value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.model.evidence import Span
from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.quotes import Quotes

#: A half-open range of token indexes.
Tokens = tuple[int, int]

_EDGE = frozenset("\"“”„«»‟‘’',;:.?!–—-()[]*_|")
_OPENERS = frozenset({"that", "that,", "whether", "as"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in token ranges.

    Attributes:
        source, cue, content, continuation: ranges in order of the text; `source` and `cue` may be empty.
        score: 0..1, how sure the finder is.
        speaker: a name known from elsewhere (a transcript's label), else empty.
    """

    source: tuple[Tokens, ...]
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    continuation: tuple[Tokens, ...] = ()
    score: float = 1.0
    speaker: str = ""

    @property
    def first(self) -> int:
        """First token of all its parts."""
        return min(a for part in (self.source, self.cue, self.content) for a, _ in part)


def ranges(tokens: Iterable[int]) -> tuple[Tokens, ...]:
    """Sorted maximal ranges of a set of token indexes."""
    found: list[Tokens] = []
    for i in sorted(set(tokens)):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)


def trimmed(parsed: Parsed, span: Tokens, *, complement: bool = True) -> Tokens | None:
    """The range without punctuation and quotation marks at its edges; None where nothing is left.

    Args:
        complement: also drop a leading "that" or "whether", which belongs to the cue and not to what was said.
    """
    a, b = span
    while a < b and parsed.word(a) in _EDGE:
        a += 1
    if complement and a < b and parsed.word(a).lower() in _OPENERS and parsed.deps[a] == "mark":
        a += 1
    while a < b and parsed.word(a) in _EDGE:
        a += 1
    while b > a and (parsed.word(b - 1) in _EDGE):
        b -= 1
    return (a, b) if a < b else None


def spans(parsed: Parsed, parts: Iterable[Tokens]) -> tuple[Span, ...]:
    """Token ranges as ranges of code points."""
    return tuple(Span(parsed.starts[a], parsed.ends[b - 1]) for a, b in parts)


def _ending(parsed: Parsed, part: Tokens) -> Span:
    """The range of code points, with the full stop or question mark that closes it inside quotation marks."""
    start, end = parsed.starts[part[0]], parsed.ends[part[1] - 1]
    text = parsed.document.text
    while end < len(text) and text[end] in ".?!…" and end - start > 1:
        end += 1
    return Span(start, end)


def content_spans(parsed: Parsed, parts: Iterable[Tokens]) -> tuple[Span, ...]:
    """Content as code points: without outer quotation marks and commas, with its own full stop."""
    kept = (trimmed(parsed, part) for part in parts)
    return tuple(_ending(parsed, part) for part in kept if part)


def speech_type(content: tuple[Span, ...], quotes: Quotes) -> str:
    """ "direct" where nearly all of the content stands in quotation marks, "mixed" where some, else "indirect"."""
    total = sum(s.end - s.start for s in content)
    quoted = sum(quotes.inside(s.start, s.end) for s in content)
    if not total or quoted < 4 or quoted / total < 0.08:
        return "indirect"
    return "direct" if quoted / total >= 0.9 else "mixed"


def to_speech(parsed: Parsed, draft: Draft, quotes: Quotes) -> Speech | None:
    """The public value, still without `outer`; None where no content is left."""
    content = content_spans(parsed, draft.content)
    if not content:
        return None
    return Speech(
        source=spans(parsed, draft.source),
        cue=spans(parsed, draft.cue),
        content=content,
        continuation=content_spans(parsed, draft.continuation),
        type=speech_type(content, quotes),
        speaker=draft.speaker,
        score=draft.score,
    )
