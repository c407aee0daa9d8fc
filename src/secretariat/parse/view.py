"""A view of a stretch of text as the parser needs it: one line, without markup, with the way back to every code point.

`Document.text` is never changed. Press texts come hard-wrapped, with Markdown emphasis, links and escapes; the parser
reads them best as plain prose. Each code point of the view knows which code point of the text it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = re.compile(
    r"\\?\[LINK:?\s*(?:<[^<>\s]*>|[^\[\]<>\n]{0,200})?\s*\\?\]|<!--.{0,200}?-->|\\?\[(?:edit"
    r"|citation needed|\d{1,3})\\?\]"  # link notes, wiki notes
    r"|\]\((?:https?:|/|mailto:|#)[^()\s]*\)|!?\[(?=[^\[\]]{1,300}\]\()"  # the two halves of a Markdown link
    r"|</?(?:sup|sub|b|i|em|strong|u|span|br)[^<>\n]{0,80}>|<https?://[^<>\s]*>"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)"  # emphasis
    r"|\\(?=[\\`*_{}\[\]()#+.!|~$>'\"-])|^#{1,6}\s+|[\u200b\u200c\u200d\ufeff\u00ad]"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class View:
    """Normalised text with the offset in the source of each of its code points."""

    text: str
    offsets: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source range that the non-empty view range [start, end) stands for."""
        return self.offsets[start], self.offsets[end - 1] + 1


def view(text: str, start: int, end: int) -> View:
    """Normalise text[start:end]: markup dropped, each run of white space one space, none at either end."""
    kept: list[tuple[str, int]] = []
    position = start
    for found in _MARKUP.finditer(text, start, end):
        kept.extend(zip(text[position : found.start()], range(position, found.start()), strict=True))
        position = found.end()
    kept.extend(zip(text[position:end], range(position, end), strict=True))
    out: list[tuple[str, int]] = []
    for char, offset in kept:
        if not char.isspace():
            out.append((char, offset))
        elif out and out[-1][0] != " ":
            out.append((" ", offset))
    if out and out[-1][0] == " ":
        out.pop()
    return View("".join(c for c, _ in out), tuple(o for _, o in out))


def plain(text: str) -> str:
    """The words of a slice as a reader sees them: no markup, ordinary spaces."""
    return _SPACE.sub(" ", _MARKUP.sub("", text)).strip()
