"""Markdown, with or without front matter: the body unchanged, the front matter as metadata."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from secretariat.read.decode import decode
from secretariat.read.metadata import from_mapping
from secretariat.read.reader import Raw, Reader, Unreadable

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?\n)\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def _read(data: bytes) -> Raw:
    text, notes = decode(data)
    front = _FRONT.match(text)
    if not front:
        return Raw(text, notes=notes)
    return from_mapping(text[front.end() :], _values(front[1], front[2]), notes)


def _values(fence: str, lines: str) -> dict[str, Any]:
    try:
        values = tomllib.loads(lines) if fence == "+++" else yaml.load(lines, Loader=yaml.BaseLoader)
    except (tomllib.TOMLDecodeError, yaml.YAMLError) as problem:
        place = " ".join(str(problem).split())
        raise Unreadable(f"its front matter cannot be read ({place})", "Mend the lines between the fences") from None
    return values if isinstance(values, dict) else {}


def _looks(head: bytes) -> bool:
    return bool(re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z_-]+:", head))


READER = Reader("markdown", "text/markdown", (".md", ".markdown"), _looks, _read)
