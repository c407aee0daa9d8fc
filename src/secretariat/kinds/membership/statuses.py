"""Statuses: how texts name what a party can be in an organisation, from its profile first and from general words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from secretariat.frame import Reading
from secretariat.frame.lexicon import classes
from secretariat.profiles import Profile

_PATTERNS = tuple(
    (status, re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(words).replace('_', ' ')})(?![\w-])"))
    for status, words in classes(Path(__file__).parent / "statuses.txt").items()
)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A status named in the text: its id and where the words stand (offsets into the text searched)."""

    status: str
    start: int
    end: int


def find_status(words: str, profile: Profile | None = None) -> StatusWords | None:
    """The first status that the words name: of the profile where there is one, else by general words."""
    found = [*_by_profile(words, profile)] if profile else []
    if not found:
        found = [StatusWords(s, m.start(), m.end()) for s, pattern in _PATTERNS for m in [pattern.search(words)] if m]
    if not found:
        return None
    best = min(found, key=lambda f: (f.start, -(f.end - f.start)))
    return StatusWords("member", best.start, best.end) if best.status == "founding-member" else best


def _by_profile(words: str, profile: Profile) -> list[StatusWords]:
    known = _compiled(profile.id, tuple((s.id, (*s.words, *s.plurals)) for s in profile.statuses))
    return [StatusWords(status, m.start(), m.end()) for status, pattern in known for m in [pattern.search(words)] if m]


@lru_cache(maxsize=256)
def _compiled(_: str, statuses: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    out = []
    for status, names in statuses:
        forms = {form for name in names for form in (name, *_plurals(name), name + " status", "status of " + name)}
        if status == "member":
            forms |= {"membership", "full membership", "accession", "founding member", "founding members"}
        if status == "observer":
            forms |= {"observership", "observer status"}
        body = "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in sorted(forms, key=lambda f: (-len(f), f)))
        out.append((status, re.compile(rf"(?i)(?<![\w-])(?:{body})(?![\w-])")))
    return tuple(out)


def _plurals(name: str) -> tuple[str, ...]:
    head, _, rest = name.partition(" of ")
    one = re.sub(r"y$", "ies", head) if re.search(r"[^aeiou]y$", head) else head + "s"
    first, *others = head.split(" ")
    split = [" ".join([first + "s", *others])] if others and not first.endswith("l") else []
    return tuple(p + (f" of {rest}" if rest else "") for p in (one, *split))


def profile_of(reading: Reading, organisation: str) -> Profile | None:
    """The profile with this id."""
    return next((p for p in reading.profiles if p.id == organisation), None)
