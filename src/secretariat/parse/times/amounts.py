"""Numbers as words and figures, and what they make of a unit: TIMEX3 durations."""

from __future__ import annotations

from secretariat.parse.times.scanning import lookup

VAGUE = frozenset({"few", "several", "some", "many", "numerous", "dozens", "hundreds", "thousands", "scores"})
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FINER = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}
_YEARS = {"E": 10, "C": 100, "L": 1000}


def number(words: list[str]) -> float | None:
    """Value of "two", "twenty-five", "two and a half", "2 1/2", "1,460", "a couple of"; None where it is vague.

    A spoken year is a number too: "nineteen ninety-six" is 1996.
    """
    total, current, seen = 0.0, 0.0, False
    for i, word in enumerate(words):
        if word in ("half", "and") or word == "a" or word == "an" or word == "-":
            total += 0.5 * (word == "half")
            seen = seen or word == "half"
            continue
        value = _value(word)
        if value is None:
            continue
        seen = True
        if word in ("hundred", "thousand", "dozen", "million", "billion"):
            current = (current or 1) * value
        elif current and value >= 10 and current >= 10 and current % 100 and current < 100:
            current = current * 100 + value  # "nineteen" "ninety"
        elif i and "/" in word or word in _FRACTIONS:
            total += value
        else:
            current += value
    return total + current if seen else None


def _value(word: str) -> float | None:
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if "/" in word:
        above, _, below = word.partition("/")
        return int(above) / int(below) if above.isdigit() and below.isdigit() and int(below) else None
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdigit() and plain.isascii() and len(plain) < 12:
        return float(plain)
    if word == "couple":
        return 2.0
    known = lookup(word)
    return float(known.value) if known and isinstance(known.value, int) else None


def ordinal(words: list[str]) -> int:
    """Value of "third", "3rd", "twenty-first"; 0 for anything else."""
    digits = "".join(c for c in words[0] if c.isdigit()) if words else ""
    if digits:
        return int(digits)
    total = 0
    for word in words:
        known = lookup(word)
        total += 2 if word == "second" else known.value if known and isinstance(known.value, int) else 0
    return total


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 value of so many of a unit; None counts as X ("several days": PXD)."""
    if unit == "F":
        count, unit = (None if count is None else 2 * count), "W"
    if count is None:
        return _write("X", unit if unit not in _YEARS else {"E": "DE", "C": "CE", "L": "ML"}[unit])
    if unit in _YEARS:
        count, unit = count * _YEARS[unit], "Y"
    whole = int(count)
    if count == whole or unit not in _FINER:
        return _write(f"{count:g}" if count != whole else str(whole), unit)
    factor, finer = _FINER[unit]
    rest = round((count - whole) * factor)
    inner = f"{whole}{unit}" if whole else ""
    return ("P" if unit == "Y" else "PT") + inner + (f"{rest}{finer}" if rest else "")


def _write(count: str, unit: str) -> str:
    return f"PT{count}{unit}" if unit in ("S", "M", "H") else f"P{count}{'M' if unit == 'O' else unit}"
