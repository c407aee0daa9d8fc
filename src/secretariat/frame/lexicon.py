"""Word lists as data: files of lines "class: words", a class going on over indented lines, "#" for comments."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def classes(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a file of word classes: name of the class → its words, in the order of the file."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        words = line
        if not line[0].isspace():
            name, _, words = line.partition(":")
        found.setdefault(name, []).extend(words.split())
    return {name: tuple(words) for name, words in found.items()}
