"""Ordinals that count the meetings of a series, in digits and in words."""

from __future__ import annotations

import re

from secretariat.kinds._phrases.words import words

_UNITS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ROUND = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
ORDINALS = {word: n + 1 for n, word in enumerate(_UNITS)} | _ROUND | {"inaugural": 1, "maiden": 1, "first-ever": 1}
_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)


def ordinal(word: str) -> int | None:
    """The number that an ordinal names ("22nd", "twenty-third", "inaugural"), None for any other word."""
    low = word.lower()
    found = _DIGITS.fullmatch(low)
    if found:
        return int(found[1])
    if low in ORDINALS:
        return ORDINALS[low]
    ten, _, unit = low.partition("-")
    return _TENS[ten] + ORDINALS[unit] if ten in _TENS and ORDINALS.get(unit, 99) < 10 else None


def ordinal_in(words: tuple[str, ...]) -> int | None:
    """The first ordinal among a phrase's words; "twenty - third" and "75 th" count although they are several tokens."""
    for i, word in enumerate(words):
        rest = words[i + 1 : i + 3]
        if len(rest) == 2 and rest[0] in {"-", "–"} and ordinal(f"{word}-{rest[1]}"):
            return ordinal(f"{word}-{rest[1]}")
        if word.isdigit() and rest and rest[0].lower() in {"st", "nd", "rd", "th"}:
            return int(word)
        number = ordinal(word) if not (len(rest) == 2 and rest[0] == "-" and rest[1] != "person") else None
        if number and not (rest and rest[0].lower() in {"time", "lady", "class", "half", "part", "step", "day"}):
            return number
    return None
