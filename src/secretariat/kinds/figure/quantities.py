"""Quantities in a text: value, bound and unit of every numeral, before anybody asks what it counts.

One regular expression runs once over the text; every alternative is bounded, so reading is linear. What is part of a
date, a name or a label is sorted out in `judge`, where tags and time expressions are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.kinds.figure import vocabulary as v


@dataclass(frozen=True, slots=True)
class Quantity:
    """One numeral with what stands directly on it.

    Attributes:
        start, end: range of the whole expression, bound and currency words included.
        number: range of the numeral itself, without bound and currency.
        value: the number; None where the words name only an order ("millions").
        bound: "exact", "about", "over", "under", "at-least", "at-most", "nearly", or the vague word ("dozens").
        unit: ISO 4217 code, "percent", "percentage points", or empty where a noun must say it.
        spelt: True for number words ("eight"), False for digits.
        fraction: True for "two-thirds", "half": `value` is then a share between 0 and 1.
        per: unit of time or thing of a rate ("year"), else empty.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: int | float | None
    bound: str = "exact"
    unit: str = ""
    spelt: bool = False
    fraction: bool = False
    per: str = ""


def _any(words: object) -> str:
    """An alternation that prefers the longer word; a space matches any short run of white space."""
    ranked = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(w).replace(r"\ ", r"\s{1,9}") for w in ranked)


_SMALL = rf"(?:{_any(v.TENS)})(?:[-\s](?:{_any(list(v.ONES)[1:10])})\b)?|(?:{_any(v.ONES)})"
_SCALE = _any(v.MAGNITUDES)
_SPELT = (
    rf"(?:a\s(?=(?:{_SCALE})\b)|(?:{_SMALL})\b)(?:[-\s]{{1,9}}(?:and\s)?(?:(?:{_SMALL}|{_SCALE}|dozen)\b)){{0,8}}"
    rf"|(?:half\sa|half\san|a)\s(?:dozen|hundred|thousand|million|billion|trillion)|(?:a\s)?dozen"
)
_DIGITS = (  # no number of a text has more digits; the bound keeps reading linear on any input
    r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}(?!\d)"
    r"|\d{1,15}[.,]\d{1,2}(?![\d,])|\d{1,15}(?:\.\d{1,9})?(?!\d)"
)
_SIGN = _any([*v.CURRENCY_SIGNS, *(c for c in v.CURRENCY_CODES if "$" not in c)])
_VAGUE = _any([*v.VAGUE_HEADS, *v.VAGUE, *v.VAGUE_PHRASES])
_PARTS = _any(k for k in v.FRACTIONS if k != "half")
_FRACTION = rf"(?:(?:one|two|three|four)[-\s])(?:{_PARTS})\b(?=\s{{1,9}}of\b)|half(?=\s{{1,9}}of\b)"
_BEFORE = _any(k for k, _ in v.BOUNDS_BEFORE)
_WORD = _any(v.CURRENCY_WORDS)
_OWNER = _any({o for o, _ in v.CURRENCY_OWNERS} | {"RMB", "U.S.", "US", "Russian", "Chinese", "Japanese", "Turkish"})

QUANTITY = re.compile(
    rf"(?P<bound>(?<![\w-])(?:{_BEFORE})\s{{1,9}})?(?:(?:{_any(v.FILLERS)})\s{{1,9}})?"
    rf"(?P<sign>(?<![A-Za-z])(?:{_SIGN})(?:\s{{0,2}}\$)?\s{{0,2}}(?=\d))?"
    rf"(?P<number>(?P<fraction>\b(?:{_FRACTION}))|(?<![\w.,/:’'–-])(?P<vague>(?:{_VAGUE})\b)"
    rf"|(?P<digits>(?(sign)|(?<![\d.,/:])(?<![A-Za-z_#])(?<![A-Za-z\s][-–‐‑]))(?:{_DIGITS}))"
    rf"(?:(?P<suffix>(?:{_any(v.SUFFIXES)})\b)|(?P<scale>[-\s]{{1,9}}(?:{_SCALE})\b))?"
    rf"|(?<![\w-])(?P<spelt>{_SPELT})(?![\w]))"
    rf"(?P<plus>[-\s]?plus\b|\+|-odd\b)?"
    rf"(?:\s{{0,9}}(?P<percent>{_any(v.PERCENT)})(?!\w))?"
    rf"(?P<money>\s{{1,9}}(?:(?P<owner>{_OWNER})\s{{1,9}})?(?P<word>{_WORD})s?\b|\s{{1,9}}(?P<code>{_any(v.CURRENCY_CODES)})\b)?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s{{1,9}}(?P<after>{_any(k for k, _ in v.BOUNDS_AFTER)})\b", re.IGNORECASE)
_PER = re.compile(
    rf"(?:\s{{1,9}}(?:per|a|an|each|every)\s{{1,9}}(?P<per>{_any(v.RATES)})\b|/(?P<slash>year|month|day|capita))",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\s+")


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a text from left to right, without judging whether they count anything.

    Args:
        text: a document's text; offsets of the result point into it.
    """
    for found in QUANTITY.finditer(text):
        yield _quantity(text, found)


def spelt_value(words: str) -> int | float:
    """Value of English number words ("thirty thousand", "two hundred and five", "half a million").

    Raises:
        KeyError: a word is no number word.
    """
    half = words.lower().startswith("half")
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in ("and", "a", "an", "half"):
            continue
        if word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in v.MAGNITUDES:
            total, current = total + max(current, 1) * v.MAGNITUDES[word], 0
        else:
            current += v.ONES[word] if word in v.ONES else v.TENS[word]
    value = total + current
    return tidy(value / 2) if half else value


def tidy(value: float) -> int | float:
    """A whole number as int, another rounded where binary fractions would show (0.1 + 0.2)."""
    return int(value) if float(value).is_integer() else float(f"{value:.12g}")


def _digits_value(digits: str) -> float:
    bare = re.sub(r"[\u00a0\u202f\u2009]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", bare):  # a comma before one or two digits is a decimal comma
        return float(bare.replace(",", "."))
    return float(bare.replace(",", ""))


def _value(found: re.Match[str]) -> int | float | None:
    if found["fraction"]:
        parts = re.findall(r"[a-z]+", found["fraction"].lower())
        top = 1 if len(parts) == 1 else v.ONES[parts[0]]
        return round(top / v.FRACTIONS[parts[-1]], 3)
    if found["vague"]:
        return v.VAGUE.get(_vague(found["vague"]))
    if found["spelt"]:
        return spelt_value(found["spelt"])
    value = _digits_value(found["digits"])
    if found["suffix"]:
        value *= v.SUFFIXES[found["suffix"].strip().lower()]
    if found["scale"]:
        value *= v.MAGNITUDES[found["scale"].strip().strip("-").lower()]
    return tidy(value)


def _vague(words: str) -> str:
    plain = _PLAIN.sub(" ", words.lower())
    return v.VAGUE_PHRASES.get(plain, plain)


def _bound(found: re.Match[str], after: str) -> str:
    if found["vague"]:
        return _vague(found["vague"]).split()[0]
    if found["bound"]:
        return dict(v.BOUNDS_BEFORE)[_PLAIN.sub(" ", found["bound"].strip().lower())]
    if found["plus"]:
        return "about" if "odd" in found["plus"].lower() else "over"
    return dict(v.BOUNDS_AFTER).get(_PLAIN.sub(" ", after.lower()), "exact")


def _unit(found: re.Match[str]) -> str:
    if found["sign"]:
        sign = _PLAIN.sub(" ", found["sign"].strip()).removesuffix(" $")
        known = {k.lower(): c for k, c in (v.CURRENCY_SIGNS | v.CURRENCY_CODES).items()}
        return known.get(sign.lower(), known.get(sign.rstrip("$").strip().lower(), "USD"))
    if found["code"]:
        return v.CURRENCY_CODES.get(found["code"].upper(), "")
    if found["word"]:
        word, owner = found["word"].lower(), _PLAIN.sub(" ", (found["owner"] or "").lower())
        return v.CURRENCY_OWNERS.get((owner, word), v.CURRENCY_WORDS[word])
    if found["percent"]:
        return "percentage points" if "point" in found["percent"].lower() else "percent"
    return ""


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    end = found.end()
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
    rate = _PER.match(text, end)
    per = (rate["per"] or rate["slash"] or "").lower() if rate else ""
    return Quantity(
        start=found.start(),
        end=end,
        number=found.span("number"),
        value=_value(found),
        bound=_bound(found, after["after"] if after else ""),
        unit=_unit(found),
        spelt=bool(found["spelt"] or found["vague"] or found["fraction"]),
        fraction=bool(found["fraction"]),
        per=per,
    )
