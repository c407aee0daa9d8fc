"""Text to tokens to a string of class symbols, and the stretches of it worth a closer look. Linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secretariat.parse.times.vocabulary import OTHER, Word, load

# Order matters: the longest shapes first. A line that opens with a capital number word opens a sentence: a heading
# that ends in a number does not run on into it. No alternative can fail after reading far, so scanning is linear.
_TOKEN = re.compile(
    r"""(?P<address>(?:https?://|www\.)[^\s<>"\[\]]+)
    |(?P<iso>(?<!\d)(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?|\d{4}年\d{1,2}月(?:\d{1,2}日)?
            |\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)(?:\d{4}|\d{2})|\d{4}(?P<bar>[./])\d{1,2}(?P=bar)\d{1,2})(?![\d/])(?!\.\d))
    |(?P<clock>(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d))
    |(?P<decade>(?<!\d)(?:\d{3}0|['’]?[2-9]0)['’]?s\b)
    |(?P<ordinal>(?<!\d)\d{1,2}(?:(?:st|nd|rd|th)\b|<sup>(?:st|nd|rd|th)</sup>))
    |(?P<short>(?<!\w)['’]\d\d(?!\d))
    |(?P<nine>(?<![\d/])9/11(?![\d/]))
    |(?P<quarter>(?<!\w)(?:Q[1-4]|H[12])(?!\w))
    |(?P<fraction>(?<!\d)[1-9]/[2-9](?![\d/])|[½¼¾])
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<ampm>[AaPp]\.\s?[Mm]\.?(?!\w)|[AaPp][Mm](?![^\W_]))
    |(?P<era>\b(?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.))
    |(?P<word>o['’]clock|[^\W\d_]+)
    |(?P<genitive>['’]s(?!\w))
    |(?P<paragraph>\n\s*\n|\n(?=(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Tw|Thirt|Fift|Fort)[a-z]*\s))
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
_CORE = (
    "ISO", "CLOCK", "DECADE", "ORDDIG", "YY", "AMPM", "YEAR",
    "NINE_ELEVEN", "QUARTER_NUMBER", "MONTH", "MAYBE_MONTH", "WEEKDAY", "MAYBE_WEEKDAY",
    "WEEKDAYS", "UNIT", "UNITS", "SECOND", "SEASON", "MAYBE_SEASON", "SEASONS", "WEEKEND", "WEEKENDS", "PART", "PARTS",
    "OVERNIGHT", "NOON", "DAWN", "TODAY", "TONIGHT", "TENS_DECADE", "NOW", "RECENTLY", "SOON", "FUTURE", "PAST",
    "CURRENT", "ADVERB_SET", "FEAST", "DAY_OF", "EASTER", "GOOD", "THANKSGIVING", "NEW", "ERA_BEFORE", "ERA_AFTER",
    "FY", "ZONE", "PERIOD", "COMING", "TEENS", "TENS", "HALF", "OCCASION", "ANNIVERSARY", "FORMER",
    "LATEST", "TIME_WORD", "WHILE", "TERM",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens, in parallel columns; `classes` has one symbol for each token."""

    text: str
    starts: list[int]
    ends: list[int]
    classes: str

    def word(self, i: int) -> str:
        """The token as written."""
        return self.text[self.starts[i] : self.ends[i]]


def tokenise(text: str) -> Tokens:
    """Cut a text into words, numbers, marks and paragraph breaks, and class each of them."""
    starts, ends, classes = [], [], []
    classify = _classify
    for found in _TOKEN.finditer(text):
        word = found.group()
        starts.append(found.start())
        ends.append(found.end())
        classes.append(classify(found.lastgroup or "", word) if len(word) < 40 else OTHER)
    return Tokens(text, starts, ends, "".join(classes))


def islands(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Maximal runs of classed tokens that hold at least one word of time; nothing outside can be an expression."""
    core = _core()
    for run in _RUN.finditer(tokens.classes):
        if core.search(tokens.classes, run.start(), run.end()):
            yield run.span()


_RUN = re.compile(f"[^{OTHER}]+")


@cache
def _core() -> re.Pattern[str]:
    return re.compile(f"[{load().set_of(*_CORE)}]")


@cache
def _shapes() -> dict[str, str]:
    symbols = load().symbols
    names = {"iso": "ISO", "clock": "CLOCK", "decade": "DECADE", "ordinal": "ORDDIG", "short": "YY", "ampm": "AMPM",
             "fraction": "FRACTION", "paragraph": "PARAGRAPH", "nine": "NINE_ELEVEN",
             "quarter": "QUARTER_NUMBER", "genitive": "GENITIVE"}  # fmt: skip
    return {group: symbols[name] for group, name in names.items()}


def lookup(word: str) -> Word | None:
    """What the vocabulary knows of a word as written, None for any other word."""
    vocabulary = load()
    lower = word.lower()
    if lower in vocabulary.capitalised:
        return vocabulary.capitalised[lower] if word[0].isupper() else vocabulary.words.get(lower)
    return vocabulary.words.get(lower)


def _classify(group: str, word: str) -> str:
    if group == "address":
        return OTHER  # the dates in it are a server's folders
    if group == "era":
        return load().symbols["ERA_BEFORE" if word[0] == "B" else "ERA_AFTER"]
    if group in ("word", "mark"):
        known = lookup(word)
        return known.symbol if known else OTHER
    return _number(word) if group == "number" else _shapes()[group]


def _number(word: str) -> str:
    symbols = load().symbols
    if not word.isdigit() or len(word) > 4 or not word.isascii():
        return symbols["NUMB"]
    value = int(word)
    if len(word) == 4:
        return symbols["YEAR" if 1000 <= value <= 2199 else "NUMB"]
    if len(word) == 3:
        return symbols["NUMB"]
    return symbols["D12" if value <= 12 else "D31" if value <= 31 else "D99"]
