"""Series and numbers: which series a meeting is of, its number, and the year that the profile fixes for the number."""

from __future__ import annotations

import re
from functools import lru_cache

from secretariat.profiles.schema import Series
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.fold import content, run_in, texts, words

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
_TEENS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()


@lru_cache(maxsize=65536)
def ordinal(text: str) -> int | None:
    """The ordinal that a text begins or names a thing with ("22nd", "fourth", "twenty-third"), None where none."""
    found = re.search(r"\b(\d{1,3})(?:st|nd|rd|th)\b", text)
    if found:
        return int(found.group(1))
    spoken = re.findall(r"[a-z]+", text.casefold())
    for n, word in enumerate(spoken):
        if word in _ORDINALS:
            tens = {"twenty": 20, "thirty": 30, "forty": 40}.get(spoken[n - 1] if n else "", 0)
            return tens + _ORDINALS.index(word) + 1
        if word in _TEENS or word in _TENS:
            return 13 + _TEENS.index(word) if word in _TEENS else _TENS[word]
    return None


@lru_cache(maxsize=65536)
def _title(text: str, names: tuple[tuple[str, ...], ...], id: str) -> tuple[str, ...]:
    spoken = list(words(text))
    for name in names:
        n = len(name)
        for i in range(len(spoken) - n, -1, -1):
            if tuple(spoken[i : i + n]) == name:
                spoken[i : i + n] = [id]
    return content(" ".join(spoken))


def title(text: str, charter: Charter) -> tuple[str, ...]:
    """Content words of a title, with the organisation's names replaced by its id."""
    return _title(text, charter.names, charter.organisation)


def series_of(given: object, name: str, type: str, charter: Charter, *, about: bool) -> str:
    """The series a meeting is of: the profile's where its name is known, else the words given; "" where none.

    Args:
        given: the argument `series`. about: True where the text is about the organisation: "the summit" is its own.
    """
    spoken = " ".join([*texts(given), name])
    known = charter.profile.series if charter.profile else ()
    organs = {o.id: o.names for o in (charter.profile.organs if charter.profile else ())}
    named = [(s, n) for s in known for n in (*s.names, *organs.get(s.organ, ()))]
    scored = [(len(words(n)), s.id) for s, n in named if run_in(words(n), words(spoken))]
    if scored:
        return max(scored)[1]
    own = charter.mentions(spoken) or (about and given is None)
    if type == "summit" and own:
        return next((s.id for s in known if s.type == "summit"), charter.organisation)
    return " ".join(title(" ".join(texts(given)), charter))


def known_series(id: str, charter: Charter) -> Series | None:
    """The profile's series with this id."""
    return next((s for s in (charter.profile.series if charter.profile else ()) if s.id == id), None)


def numbered(n: int | None, series: str, charter: Charter) -> tuple[int, str] | None:
    """The year of the n-th meeting where the profile fixes it, with the rule's words."""
    known = known_series(series, charter)
    if not n or known is None or known.offset is None:
        return None
    odd = next((int(y) for y, held in known.exceptions.items() if held == n), None)
    return odd or known.offset + n, f"the n-th {known.names[0]} is held in {known.offset} + n"
