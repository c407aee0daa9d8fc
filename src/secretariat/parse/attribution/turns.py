"""Turns of a transcript: everything after a speaker's label is that speaker's, except stage directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from secretariat.model.evidence import Span
from secretariat.model.parsed import Block, Parsed, Speech
from secretariat.parse.attribution.lexicon import words

_STAGE = re.compile(
    r"\\?\[[^\[\]\n]{0,200}?\\?\]|\((?:applause|laughter|laughs|cheers|crosstalk|inaudible|pause|laughing)[^()\n]{0,40}\)",
    re.I,
)
_KEPT_BRACKET = re.compile(r"\\?\[(?:[a-z]+ )*(?:official|officials|name|senior administration official)s?\\?\]", re.I)
_REMARKS = re.compile(
    r"(?i:remarks|address|speech|keynote)\b[^.;:]{0,40}? (?:by|of|from) (?P<who>[A-Z][^;:|]{2,90}?)"
    r"(?= (?:at|on|in|before|to|during|after|for|with|as|and|about|announcing|following|ahead)\b|[;:|]|$)"
)


def find_turns(parsed: Parsed) -> tuple[Speech, ...]:
    """One speech a turn, in order; source and cue are the label's words.

    A label counts in a document with at least two labelled turns, or where it names an office ("THE PRESIDENT").
    Stage directions in brackets, and applause and laughter in parentheses, are nobody's words and left out.
    """
    text = parsed.document.text
    groups = list(_groups(parsed.blocks, text))
    labels = Counter(label for label, _, _ in groups)
    if not groups:
        return _address(parsed)
    if sum(labels.values()) < 2 and not any(label.startswith("THE ") for label in labels):
        return ()
    found = []
    for label, at, blocks in groups:
        content = tuple(part for block in blocks for part in _spoken(text, block.start, block.end))
        if content and _is_label(label, labels[label]):
            found.append(Speech((at,), (at,), content, type="direct", speaker=label))
    return tuple(found)


def _is_label(label: str, times: int) -> bool:
    """True for who can take a turn: a title, a role, Q and A, or a label that comes back; never a heading."""
    low = label.lower().replace("\\", "").split()
    if label.lower() in words("labels") or len(low) > 8:
        return False
    known = {w.strip(".,") for w in low} & (words("roles") | words("honorifics") | {"q", "a", "operator"})
    return bool(known) or times > 1


def _address(parsed: Parsed) -> tuple[Speech, ...]:
    """A text whose title announces one speaker's remarks and that has no labels is that speaker's from end to end."""
    who = speaker_of_title(parsed.document.title)
    text = parsed.document.text
    spoken = [b for b in parsed.blocks if b.kind in ("paragraph", "bullet")] if who else []
    content = tuple(part for block in spoken for part in _spoken(text, block.start, block.end))
    return (Speech((), (), content, type="direct", speaker=who),) if content else ()


def _groups(blocks: tuple[Block, ...], text: str) -> Iterator[tuple[str, Span, list[Block]]]:
    """Label, its place, and the blocks of each turn."""
    current: tuple[str, Span, list[Block]] | None = None
    for block in blocks:
        at = _label(text, block) if block.kind == "speaker" else None
        if at:
            if current:
                yield current
            current = (block.speaker.strip(), at, [block])
        elif current and block.speaker == current[0] and block.kind in ("speaker", "bullet"):
            current[2].append(block)
        elif current and block.kind not in ("caption", "furniture"):
            yield current
            current = None
    if current:
        yield current


def _label(text: str, block: Block) -> Span | None:
    """Where the label of a turn stands: just before its block; None for the later paragraphs of a turn."""
    name = block.speaker
    low = max(0, block.start - len(name) - 80)
    line = max(text.rfind("\n", low, block.start) + 1, low)
    at = text.find(name, line, block.start) if name else -1
    return Span(at, at + len(name)) if at >= 0 else None


def _spoken(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of a block that are spoken: stage directions and blank edges cut out."""
    at = start
    for match in _STAGE.finditer(text, start, end):
        if not _KEPT_BRACKET.fullmatch(match.group()):
            yield from _stripped(text, at, match.start())
            at = match.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    if any(c.isalnum() for c in piece):
        yield Span(start + left, start + right)


def speaker_of_title(title: str) -> str:
    """Whose speech a title announces ("Remarks by N at ..."); empty where it announces none."""
    match = _REMARKS.search(title)
    return match["who"].strip(" ,") if match else ""
