"""Blocks: what a reader sees on the page before reading a word. Headings, paragraphs, bullets, turns, furniture.

Works on plain text, Markdown bodies, hard-wrapped press pages and transcripts. Every non-blank stretch of the text
lies in exactly one block, in order; offsets are code points of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from secretariat.model.parsed import Block
from secretariat.parse.furniture import CAPTION, DATELINE, is_furniture
from secretariat.parse.view import plain

_BULLET = re.compile(
    r"([-*+•▪●◦‣·–—]|\\?[-*])\s+(?=\S)|(\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]|\\?\d{1,3}\\?[.)])\s+(?=\S)"
)
_HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)[^\n]*?\1[:.]?\s*")
_SPEAKER = re.compile(
    r"(?:\*\*|__)?((?:[A-Z][A-Z.’'\-]*[ ,]+){0,8}[A-Z][A-Z.’'\-]+|Q"
    r"|A)(?:\s*\([^()\n]{0,60}\))?\s?:(?:\*\*|__)?\s+|(?:\*\*)?(Q)(?:\*\*)?(?:\s{2,}|\s(?=[A-Z]))"
)
_NAMED_TURN = re.compile(r"((?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w.’'-]+): (?=\S)")
_ROW = re.compile(r"\S ?(?:\||\t) ?.*\S ?(?:\||\t) ?\S|^\|.*\|$")
_END = re.compile(r"[.!?…;:,”\"’)\]]\s*$")
_LOWER = re.compile(r"[a-z,;)&]")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    hard_break: bool
    text: str


def find_blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in order, with levels, heading paths, lead-ins and speakers."""
    lines = _lines(text)
    wrapped, turns = _is_wrapped(lines), _named_speakers(text)
    raw: list[Block] = []
    for group in _groups(lines, wrapped):
        raw.extend(_classify(text, group, alone=len(group) == 1, turns=turns))
    return _related(text, raw)


def _lines(text: str) -> list[_Line | None]:
    out: list[_Line | None] = []
    position = 0
    for piece in text.splitlines(keepends=True) or ([text] if text else []):
        body = piece.rstrip()
        shown = body.lstrip()
        start = position + len(body) - len(shown)
        wide = piece[: len(body) - len(shown)].replace("\t", "    ")
        hard = bool(re.search(r"\S(?:  |\\)\r?\n?$", piece))
        out.append(_Line(start, position + len(body), len(wide), hard, shown) if shown else None)
        position += len(piece)
    return out


def _is_wrapped(lines: list[_Line | None]) -> bool:
    """True where single line ends fall inside sentences: many following lines begin in lower case."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and len(a.text) > 40]
    lower = sum(bool(_LOWER.match(b.text)) and not _BULLET.match(b.text) for _, b in pairs)
    return lower >= 2 and lower >= 0.2 * len(pairs)


def _named_speakers(text: str) -> frozenset[str]:
    """Names in mixed case that open a line with a colon three times or more: turns of a transcript."""
    found = re.findall(r"(?m)^(?:\*\*)?((?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w.’'-]+): (?=\S)", text)
    return frozenset(name for name in set(found) if found.count(name) >= 3 and len(name) < 60)


def _groups(lines: list[_Line | None], wrapped: bool) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    open_group = False
    for line in lines:
        if line is None:
            open_group = False
        elif open_group and _goes_on(groups[-1], line, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = True
    return groups


def _goes_on(group: list[_Line], line: _Line, wrapped: bool) -> bool:
    """True where `line` continues the block that `group` began."""
    last = group[-1]
    if _BULLET.match(line.text) or _HEADING_MARK.match(line.text) or _HEADING_MARK.match(last.text):
        return (
            wrapped
            and bool(re.match(r"[–—-] ", line.text))
            and not _BULLET.match(group[0].text)
            and len(last.text) > 60
            and not last.hard_break
        )
    if _opens(line.text) or _is_row(last.text) or _is_row(line.text):
        return False
    if _BOLD_LINE.fullmatch(last.text) and len(group) == 1 and not last.text.endswith(("of**", "and**")):
        return bool(_BOLD_LINE.fullmatch(line.text)) and not last.hard_break
    if wrapped:
        return not (last.hard_break and (_END.search(last.text) or not _LOWER.match(line.text)) and len(last.text) < 60)
    return bool(_LOWER.match(line.text)) and not re.search(r"[.!?:]$", last.text) and len(last.text) > 40


def _opens(text: str) -> bool:
    return bool(_SPEAKER.match(text)) or bool(CAPTION.match(text))


def _is_row(text: str) -> bool:
    return bool(_ROW.search(text)) and (text.count("|") >= 2 or text.count("\t") >= 2)


def _classify(text: str, group: list[_Line], *, alone: bool, turns: frozenset[str]) -> list[Block]:
    first, start, end = group[0], group[0].start, group[-1].end
    whole = text[start:end]
    if is_furniture(plain(whole)):
        return [Block("furniture", start, end)]
    if CAPTION.match(plain(whole)):
        return [Block("caption", start, end)]
    if _is_row(first.text):
        return [Block("row", start, end)]
    mark = _HEADING_MARK.match(whole)
    if mark:
        return [Block("heading", start + mark.end(), end, level=len(mark[1]))]
    turn = _SPEAKER.match(whole) or _turn(whole, turns)
    if turn and len(turn[0].split()) <= 12:
        name = (turn[1] or turn[2] or "").strip() if turn.re is _SPEAKER else turn[1]
        return [Block("speaker", start + turn.end(), end, speaker=name)] if start + turn.end() < end else []
    bullet = _BULLET.match(whole)
    if bullet and start + bullet.end() < end:
        return _bullet(whole, start, end, bullet, first.indent)
    return _prose(whole, start, end, alone=alone)


def _turn(whole: str, turns: frozenset[str]) -> re.Match[str] | None:
    found = _NAMED_TURN.match(whole)
    return found if found and found[1] in turns else None


def _bullet(whole: str, start: int, end: int, mark: re.Match[str], indent: int) -> list[Block]:
    numbered = bool(mark[2]) and mark[2].strip("\\().").isdigit()
    body = whole[mark.end() :]
    if numbered and indent < 2 and (len(body) > 200 or re.search(r"[.!?](?:\s+[A-Z]|$)", body)):
        return [Block("paragraph", start + mark.end(), end)]  # a numbered paragraph of a communiqué
    return [Block("bullet", start + mark.end(), end, level=1 + indent // 4 + (1 if mark[1] and mark[1] in "◦‣" else 0))]


def _prose(whole: str, start: int, end: int, *, alone: bool) -> list[Block]:
    dateline = DATELINE.match(whole)
    if dateline and start + dateline.end() < end:
        cut = start + len(dateline[0].rstrip())
        return [Block("dateline", start, cut), Block("paragraph", start + dateline.end(), end)]
    if dateline:
        return [Block("dateline", start, end)]
    if _is_heading(whole):
        bold = bool(_BOLD_LINE.fullmatch(whole))
        return [Block("heading", start, end, level=3 if bold and not whole.strip("*_ ").isupper() else 2)]
    return [Block("paragraph", start, end)]


def _is_heading(whole: str) -> bool:
    words = plain(whole).split()
    shown = " ".join(words)
    if not words or len(words) > 30 or re.search(r"[.!;,]$", shown):
        return False
    if _BOLD_LINE.fullmatch(whole.strip()) and not re.search(r"[.!;,:]$", shown.rstrip("*")):
        return True
    if shown.isupper() and len(words) <= 25:
        return True
    return (
        len(words) <= 14
        and not shown.endswith((":", "”", '"'))
        and ": " not in shown
        and not re.search(r"[.!?] [A-Z]", shown)
    )


def _related(text: str, raw: list[Block]) -> tuple[Block, ...]:
    """Fill in heading paths, lead-ins and the speakers of the paragraphs that follow a turn."""
    out: list[Block] = []
    path: list[int] = []
    leads: list[tuple[int, int]] = []  # (level, index) of blocks that end with a colon and still govern
    speaker = ""
    for i, block in enumerate(raw):
        if block.kind == "heading":
            path = [h for h in path if raw[h].level < block.level]
        shown = text[block.start : block.end].rstrip("*_ \\")
        lead = _lead_in(block, leads, raw, i)
        if block.kind == "speaker":
            speaker = block.speaker
        direction = shown.startswith(("[", "\\[")) and shown.endswith("]")
        kind = "speaker" if block.kind == "paragraph" and speaker and not direction else block.kind
        out.append(
            replace(
                block,
                kind=kind,
                path=tuple(path),
                lead_in=lead,
                speaker=speaker if kind in ("speaker", "bullet") else "",
            )
        )
        if block.kind == "heading":
            path.append(i)
        level = block.level if block.kind == "bullet" else 0
        if block.kind not in ("furniture", "caption", "row"):
            leads = [(n, j) for n, j in leads if n < level]
        if shown.endswith(":") or block.kind == "bullet":
            leads.append((level, i))
    return tuple(out)


def _lead_in(block: Block, leads: list[tuple[int, int]], raw: list[Block], i: int) -> int | None:
    if block.kind == "bullet":
        return next((j for n, j in reversed(leads) if n < block.level), None)
    if block.kind in ("row", "paragraph") and i and leads and leads[-1] == (0, i - 1) and raw[i - 1].kind != "bullet":
        return i - 1
    return None
