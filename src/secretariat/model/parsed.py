"""Parsed: what `parse` knows of a document's text, as plain values. Nothing above `parse` sees spaCy.

Tokens are kept in parallel columns, not as objects: a document of ten thousand words is nine tuples, and the layers
above walk them by index. All offsets are code points of `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from secretariat.model.document import Document
from secretariat.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page that is one thing to a reader.

    Attributes:
        kind: "heading", "paragraph", "bullet", "caption", "row" (of a table), "speaker" (a transcript turn),
            "dateline", "furniture" (menus, contacts, bylines, copyright: never evidence of a claim).
        start, end: range in the text, without surrounding white space and without the bullet mark.
        level: depth of a heading or bullet, 1 at the top; 0 where it has none.
        path: the headings above it, outermost first, as indexes into the document's blocks.
        lead_in: index of the block that governs it ("The United States will:"), else None.
        speaker: name before a transcript turn ("THE PRESIDENT"), else empty.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    path: tuple[int, ...] = ()
    lead_in: int | None = None
    speaker: str = ""

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression of the text, normalised.

    Attributes:
        start, end: the words, as TimeML draws them ("June 15, 2021"; no preposition).
        type: TIMEX3 type: "DATE", "TIME", "DURATION" or "SET"; beyond TIMEX3 "ANCHOR" ("at this summit") and
            "ANNIVERSARY" ("the 20th anniversary", whose `edtf` is the year remembered, "2001~", not when it is kept).
        value: TIMEX3 value ("2021-06-15", "P3Y", "PAST_REF").
        edtf: EDTF for a calendar time ("2021-06-15", "2020/2023", "2021-10-27/.."); None where the words fix none.
        anchor: for "at this summit", "the same day": the words of the event it hangs on, else None.
        phrase_start, phrase_end: the words with the preposition ("starting from October 27"); what
            `ValidTime.text` shows.
        mod: TIMEX3 mod ("APPROX", "START", "MORE_THAN", ...), else empty.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str | None = None
    anchor: str | None = None
    phrase_start: int = -1
    phrase_end: int = -1
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution: somebody is said to have said, thought or intended something.

    Attributes:
        source: ranges of the words that name the speaker in this sentence; empty where none does.
        cue: ranges of the words that report ("said", "according to").
        content: ranges that the cue governs, without the outer quotation marks.
        continuation: ranges of following sentences that a reader gives to the same speaker.
        type: "direct", "indirect" or "mixed".
        speaker: fullest name of the speaker in the document, without honorifics; empty where unknown.
        outer: index of the Speech this one lies inside (who reports it), else None.
        score: 0..1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    continuation: tuple[Span, ...] = ()
    type: str = "indirect"
    speaker: str = ""
    outer: int | None = None
    score: float = 1.0


@dataclass(frozen=True)
class Parsed:
    """A document with its blocks, sentences, tokens, time expressions and attributions.

    Columns, one entry a token: `starts`, `ends` (code points), `tags` (Penn), `pos` (Universal), `heads` (index of
    the head token; a root points to itself), `deps` (spaCy's English labels), `lemmas` (lower case).
    `sentences` are half-open ranges of token indexes in order; a sentence never crosses a block.
    """

    document: Document
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...] = ()
    sentence_blocks: tuple[int, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    speeches: tuple[Speech, ...] = ()
    entities: tuple[tuple[int, int, str], ...] = field(default=())

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """The token as written."""
        return self.document.text[self.starts[i] : self.ends[i]]

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        return self.document.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, its dependents from left to right."""
        below: list[list[int]] = [[] for _ in self.starts]
        for i, head in enumerate(self.heads):
            if head != i:
                below[head].append(i)
        return tuple(map(tuple, below))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence."""
        return tuple(n for n, (a, b) in enumerate(self.sentences) for _ in range(a, b))

    def subtree(self, i: int) -> Iterator[int]:
        """Token `i` and everything below it, in no fixed order."""
        todo = [i]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(self.children[node])

    def edges(self, i: int) -> tuple[int, int]:
        """First token and one past the last token of the subtree of `i`."""
        nodes = list(self.subtree(i))
        return min(nodes), max(nodes) + 1
