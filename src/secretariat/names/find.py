"""Finding names in text: one pass over the capitalised words, longest name first, each hit with the party it means.

A name is looked for only where a word begins with a capital letter (or is written in capitals altogether), so that the
work is linear in the number of such words and independent of the size of the tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from secretariat.names.forms import Form, all_forms, context_forms, own_profiles, profile_forms
from secretariat.names.parties import DATA, Party, parties, party
from secretariat.profiles import Profile, profile, setting

_START = re.compile(r"(?<![\w’'])[^\W\d_a-zß-öø-ÿ][^\W_]*")
_SPACES = re.compile(r"\s+")
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_HYPHEN = r"[-‐‑–](?:[^\S\n]*\n[^\S\n]*)?"
_HYPHENS = re.compile(r"[-‐‑–] ?")
_BEFORE = re.compile(r"([^\W\d_a-z][a-zà-ÿ]+\.?)[^\S\n]$")
_LISTED = re.compile(r"[^\S\n][A-Z][\w'’-]+,")
_FOLLOWING = re.compile(r"[^\S\n]([A-Z]\w+)(?:[^\S\n]([A-Z]\w+))?")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found in a text.

    Attributes:
        start, end: half-open range of code points; a possessive ending is not part of it.
        id: the party meant; empty where the name is ambiguous, the parties are then in `candidates`.
        type: type of the party ("state", "organisation", "group", "government", ...) or "organ" for an organ of a
            profile, whose id is "<profile>:<organ>".
        form: "name", "adjective" ("Kazakh"), "demonym" ("Kazakhs"), "capital" (seat that may stand for the government),
            "designation", "member" ("NATO Allies": the members as a group), "defined" (by the text itself).
        candidates: ids that the name may mean, where it is not one party alone.
        profiled: whether a profile describes the party, so that claims use its id.
    """

    start: int
    end: int
    id: str
    type: str
    form: str
    candidates: tuple[str, ...] = ()
    profiled: bool = False

    @property
    def party(self) -> Party:
        """The party meant; raises NotFound for an organ and where the name is ambiguous."""
        return party(self.id)


def argument(text: str, hit: NameHit) -> str:
    """What a claim holds for a hit (claims.md): a state's code, the id of a profile, otherwise the words."""
    known = parties().get(hit.id)
    if hit.profiled or (known and (known.profiled or (known.is_state and len(known.id) == 3))):
        return hit.id
    return _SPACES.sub(" ", text[hit.start : hit.end])


class Finder:
    """Names compiled for searching: a table from first words to patterns of what follows them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        found: dict[str, dict[str, Form]] = defaultdict(dict)
        for form in forms:
            text = _SPACES.sub(" ", form.text)
            first = _START.match(text)
            if first:
                found[first.group()].setdefault(text, form)
                self._add_upper(found, text, form)
        self._forms = found
        self._patterns: dict[str, re.Pattern[str]] = {}

    @staticmethod
    def _add_upper(found: dict[str, dict[str, Form]], text: str, form: Form) -> None:
        loud = text.upper()
        first = _START.match(loud)
        if first and len(loud) > 3 and loud != text and form.form != "demonym":
            found[first.group()].setdefault(loud, form)

    def matches(self, text: str) -> Iterator[tuple[int, int, Form]]:
        """The names in a text from left to right, never overlapping: start, end, form."""
        done = 0
        for word in _START.finditer(text):
            start, first = word.start(), word.group()
            if start < done or first not in self._forms:
                continue
            found = self._pattern(first).match(text, start)
            if found:
                done = found.end()
                yield start, done, self._forms[first][_key(found.group())]

    def _pattern(self, first: str) -> re.Pattern[str]:
        """What may follow a first word; compiled when it is met, because most names are in no text."""
        if first not in self._patterns:
            self._patterns[first] = _compile(self._forms[first])
        return self._patterns[first]


def _key(words: str) -> str:
    return _HYPHENS.sub("-", _SPACES.sub(" ", words).replace("’", "'"))


def _compile(tails: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(tails, key=lambda t: (-len(t), t))
    bodies = (re.escape(t).replace(r"\ ", _GAP).replace(r"\-", _HYPHEN).replace("'", "['’]") for t in longest)
    return re.compile(r"(?:" + "|".join(bodies) + r")(?!\w)")


def find_names(
    text: str, extra: Iterable[tuple[str, str]] = (), *, context: Iterable[str] = (), profiles: Iterable[Profile] = ()
) -> tuple[NameHit, ...]:
    """Every name of a party in a text, from left to right.

    Args:
        text: any text; offsets of the hits are code points of it.
        extra: names the document itself defines, as (name, party id); they go before the tables.
        context: ids of profiles the text is about: their weak names ("the Alliance"), organs and words for members
            are found too.
        profiles: a user's own profiles; those that come with the program are always searched.
    """
    found = list(_tables(setting()).matches(text))
    own = _finder(tuple(context), tuple(extra), own_profiles(profiles), setting())
    if own is not None:
        found = _longest([*own.matches(text), *found])
    hits = (_hit(text, start, end, form) for start, end, form in found)
    return _in_america(text, tuple(h for h in hits if h is not None))


def _hit(text: str, start: int, end: int, form: Form) -> NameHit | None:
    if form.form == "mask" or (text[start:end] in words("homonyms") and _is_person(text, start, end)):
        return None
    if form.form == "capital" and _names_institution(text, end):
        return None
    if text[start:end] == "WHO" and _in_capitals(text, start, end):
        return None
    kind = "name" if form.form == "former" else form.form
    return NameHit(start, end, form.id, form.type, kind, form.candidates, form.profiled)


def _is_person(text: str, start: int, end: int) -> bool:
    """True after a given name ("Michael Jordan", not "In Jordan") and where a line lists one ("- Jordan Lee, aide")."""
    before = _BEFORE.search(text, max(0, start - 24), start)
    if before:
        return before.group(1) not in words("not_given") and before.group(1) not in _name_words()
    line = text[max(0, start - 12) : start].rpartition("\n")
    begins = start <= 12 or bool(line[1])
    return begins and not any(c.isalnum() for c in line[2]) and bool(_LISTED.match(text, end))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """True inside a line written in capitals, where an acronym may be an ordinary word ("WHO DID IT")."""
    line = text[max(0, start - 60) : start].rpartition("\n")[2] + text[start : end + 60].partition("\n")[0]
    return line.isupper() and len(line.split()) >= 3


def _names_institution(text: str, end: int) -> bool:
    """True where a city is part of another name: "Georgetown University", "Moscow State University"."""
    following = _FOLLOWING.match(text, end)
    return following is not None and any(w in words("institutions") for w in following.groups())


def _in_america(text: str, hits: tuple[NameHit, ...]) -> tuple[NameHit, ...]:
    """Leave out the Georgia that stands beside states of the United States, and all of a text that has no other."""
    georgias = [h for h in hits if text[h.start : h.end] == "Georgia"]
    inner = {h for h in georgias if _beside_states(text, h)}
    if not inner:
        return hits
    others = any(
        h.id in ("RUS", "ARM", "AZE", "abkhazia", "south-ossetia") or (h.id == "GEO" and h not in georgias)
        for h in hits
    )
    gone = inner if others else set(georgias)
    return tuple(h for h in hits if h not in gone)


def _beside_states(text: str, hit: NameHit) -> bool:
    near = re.findall(r"[A-Z][a-z]+", text[max(0, hit.start - 50) : hit.end + 50])
    return any(word in words("us_states") for word in near) or bool(
        re.search(r"County,\s+$", text[max(0, hit.start - 12) : hit.start])
    )


@cache
def _name_words() -> frozenset[str]:
    """Words of which names consist: they stand before a second name without being somebody's given name."""
    return frozenset(word for form in all_forms() for word in form.text.split())


def _longest(found: list[tuple[int, int, Form]]) -> list[tuple[int, int, Form]]:
    """Of overlapping names the one that begins first, of those the longest, of those the one given first."""
    kept: list[tuple[int, int, Form]] = []
    for hit in sorted(found, key=lambda h: (h[0], -h[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


@lru_cache(maxsize=8)
def _tables(places: str) -> Finder:
    return Finder([*all_forms(), *_masks()])


@lru_cache(maxsize=256)
def _finder(
    context: tuple[str, ...], extra: tuple[tuple[str, str], ...], own: tuple[Profile, ...], places: str
) -> Finder | None:
    """The names that only this document or this user has; None where there are none."""
    types = {p.id: p.kind for p in own}
    defined = [
        Form(name, id_, types.get(id_) or party(id_).type, "defined", profiled=id_ in types or party(id_).profiled)
        for name, id_ in extra
    ]
    about = [p for p in own if p.id in context] + [profile(i) for i in context if i not in types]
    forms = [*defined, *profile_forms(own), *context_forms(about)]
    return Finder(forms) if forms else None


def _masks() -> Iterator[Form]:
    return (Form(line, "", "", "mask") for line in lines("masks"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one of the lists of `names/data`, without its comment."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(lines(name))
