"""The alphabet of time: which class a word belongs to, and the forms written over those classes.

Words live in vocabulary.toml, forms in patterns.toml. Every class is one character, so that a text becomes a string of
classes and a form an ordinary regular expression over it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

OTHER = "o"
# Classes that tokens have by their shape, not by their word (see scanning.py).
SHAPES = (
    "ISO", "NINE_ELEVEN", "QUARTER_NUMBER", "CLOCK", "DECADE", "ORDDIG", "YY", "AMPM", "FRACTION", "PARAGRAPH",
    "D12", "D31", "D99", "YEAR", "NUMB",
)  # fmt: skip
_NAME = re.compile(r"(?<![<A-Za-z_])[A-Z][A-Z0-9_]+")
_SET = re.compile(r"\[([A-Z0-9_ ]+)\]")


@dataclass(frozen=True, slots=True)
class Word:
    """What the vocabulary knows of one word: its class symbol and its value there, if it has one."""

    symbol: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form: the rule that reads it and the expression over class symbols."""

    rule: str
    form: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words before an expression that narrow it ("early", "the end of"), with their TIMEX3 mod."""

    name: str
    form: re.Pattern[str]
    mod: str


@dataclass(frozen=True)
class Vocabulary:
    """All words and forms.

    Attributes:
        symbols: class name to its character.
        words, capitalised: lower-case word to Word; `capitalised` counts only for a word written with a capital.
        patterns, prefixes: the forms in the order of the file.
    """

    symbols: dict[str, str]
    words: dict[str, Word]
    capitalised: dict[str, Word]
    patterns: tuple[Pattern, ...]
    prefixes: tuple[Prefix, ...]

    def set_of(self, *names: str) -> str:
        """The symbols of the named classes as one string."""
        return "".join(self.symbols[name] for name in names)


def read_table(name: str) -> dict[str, Any]:
    """One of the data files of this package."""
    return tomllib.loads((files("secretariat.parse.times") / name).read_text(encoding="utf-8"))


def _words(tables: dict[str, Any], symbols: dict[str, str]) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for name, members in tables.items():
        values = members if isinstance(members, dict) else dict.fromkeys(members)
        found.update({word: Word(symbols[name], value) for word, value in values.items()})
    return found


def _compile(form: str, macros: dict[str, str], symbols: dict[str, str]) -> re.Pattern[str]:
    def expand(text: str) -> str:
        text = _SET.sub(lambda m: "[" + "".join(symbols[n] for n in m[1].split()) + "]", text)
        return _NAME.sub(lambda m: expand(macros[m[0]]) if m[0] in macros else symbols[m[0]], text)

    return re.compile(re.sub(r"\s+", "", expand(form)))


@cache
def load() -> Vocabulary:
    """Read both files once; the same object ever after.

    Raises:
        KeyError: a form names a class that the vocabulary does not have.
    """
    words, forms = read_table("vocabulary.toml"), read_table("patterns.toml")
    names = [*SHAPES, *words["capitalised"], *words["words"], *words["marks"]]
    symbols = {name: chr(0x4E00 + i) for i, name in enumerate(dict.fromkeys(names))}
    macros = {name: str(text) for name, text in forms["macros"].items()}
    marks = {c: Word(symbols[name], None) for name, cs in words["marks"].items() for c in str(cs)}
    return Vocabulary(
        symbols,
        {**_words(words["words"], symbols), **marks},
        _words(words["capitalised"], symbols),
        tuple(Pattern(p["rule"], _compile(p["form"], macros, symbols)) for p in forms["pattern"]),
        tuple(Prefix(n, _compile(p["form"], macros, symbols), p["mod"]) for n, p in forms["prefixes"].items()),
    )
