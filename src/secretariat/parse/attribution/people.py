"""Names of people in a document: full forms, the roles beside them, and what a short form stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from secretariat.names.places import locate
from secretariat.names.resolve import candidates
from secretariat.parse.attribution.lexicon import words

_WORD = r"(?:[A-Z]\.(?:-?[A-Z]\.)*|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]*[\w])"
_LINK = r"(?:bin|ibn|al|el|de|da|di|dos|van|von|der|den|la|le|ben|zu)"
#: A run of capitalised words; at most eight, so that a page of capitals costs linear time.
_RUN = re.compile(rf"\b{_WORD}(?:[ \n](?:{_LINK}[ \-])?{_WORD}){{0,7}}(?:,? (?:Jr|Sr)\b\.?|,? I{{2,3}}\b)?")
_POSSESSIVE = re.compile(r"[’']s?$")
_APPOSED = re.compile(r",? ?(?:as )?(?:the |an? |who is (?:the |an? )?)?([^,.;:()“”\"]{3,120})")
_LEADING = re.compile(r"\b((?:[A-Z]\w+ )?[\w\-]+)(?: (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3},?|,) ?\Z")
_MODIFIERS = frozenset(
    {"vice", "deputy", "former", "acting", "assistant", "first", "prime", "foreign", "defence", "defense"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in the text: where, as written without title, and the role words beside it."""

    start: int
    end: int
    name: str
    roles: frozenset[str]
    titled: bool


@dataclass(slots=True)
class People:
    """All names of people that a document gives in full, with look-ups by short form and by role."""

    mentions: list[Mention]
    by_word: dict[str, list[Mention]] = field(default_factory=dict)
    by_role: dict[str, list[Mention]] = field(default_factory=dict)
    known: dict[str, tuple[str, list[int], list[str]]] = field(default_factory=dict)

    def full(self, name: str, at: int) -> str:
        """The fullest form of a short name: by its last or first word; the nearest before where several fit."""
        if name not in self.known:
            self.known[name] = self._readings(name)
        one, starts, several = self.known[name]
        if not several:
            return one
        k = bisect_right(starts, at)
        return several[k - 1 if k else 0]

    def _readings(self, name: str) -> tuple[str, list[int], list[str]]:
        """The one full form of a name, or, where several people share it, the places and forms of all."""
        parts = name.split()
        fitting = (
            [m for m in self.by_word.get(parts[-1].casefold().strip(".,"), ()) if _fits(parts, m.name.split())]
            if parts
            else []
        )
        longest = max((len(m.name.split()) for m in fitting), default=0)
        full = {m.name for m in fitting if len(m.name.split()) == longest}
        if len(full) > 1:
            several = [m for m in fitting if len(m.name.split()) > 1]
            return name, [m.start for m in several], [m.name for m in several]
        return (full.pop() if full and longest >= len(parts) else name), [], []

    def with_role(self, role: str, at: int, *, capital: bool = False) -> str:
        """Who the role word means at this place: the nearest person before it who has it, else the first after.

        Args:
            capital: written with a capital ("the President"): the text's own, the person most often so titled.
        """
        having = self.by_role.get(role, [])
        if not having:
            return ""
        if capital:
            counts = Counter(self.full(m.name, m.start) for m in having)
            return counts.most_common(1)[0][0]
        k = bisect_right(having, at, key=lambda m: m.start)
        return self.full(having[k - 1 if k else 0].name, at)


def _fits(short: list[str], long: list[str]) -> bool:
    """True where the short form can stand for the long one: same last word, same first word, or all words in order."""
    a, b = [w.casefold().strip(".,") for w in short], [w.casefold().strip(".,") for w in long]
    if len(a) == 1:
        return a[0] in (b[0], b[-1]) or (b[-1] in ("jr", "sr", "ii", "iii") and a[0] == b[-2])
    return set(a) <= set(b) or (a[-1] in b and a[0] == b[0])


def find_people(text: str) -> People:
    """Read the names of a text (put the title before it, so that a headline's full name counts).

    A run of capitals is a person's where a title stands before it, a role after a comma, or where it is two to four
    words without a word that names bodies, places or documents.
    """
    mentions = [m for run in _RUN.finditer(text) if (m := _mention(text, run))]
    people = People(mentions)
    for mention in mentions:
        parts = mention.name.split()
        keys = {w.casefold().strip(".,") for w in (parts[0], parts[-1], parts[-2] if len(parts) > 2 else parts[0])}
        if len(parts) > 1 or mention.titled:
            for key in keys:
                people.by_word.setdefault(key, []).append(mention)
        for role in mention.roles:
            people.by_role.setdefault(role, []).append(mention)
    return people


def _mention(text: str, run: re.Match[str]) -> Mention | None:
    """The person named by a run of capitals, or None."""
    title, name = split_title(run.group())
    if not name or len(name) > 5:
        return None
    owner = next((k + 1 for k, w in enumerate(name) if _POSSESSIVE.search(w)), len(name))
    bare = [_POSSESSIVE.sub("", w) for w in name[:owner]]
    if any(w.casefold().strip(".,") in words("bodies") for w in bare) or (bare[-1].isupper() and len(bare) == 1):
        return None
    if is_known(" ".join(bare)) or (not title and is_known(bare[0])):
        return None
    after = _roles_after(text, run.end())
    if len(bare) == 1 and not title and not after:
        return None
    roles = roles_of(title) | after | _roles_before(text, run.start())
    return Mention(run.start(), run.end(), " ".join(bare), roles, bool(title or roles))


def split_title(phrase: str) -> tuple[list[str], list[str]]:
    """Words of a run of capitals up to its last title word, and the words after it."""
    parts = phrase.replace("\n", " ").split()
    cut = 0
    for k, word in enumerate(parts):
        if is_title(word):
            cut = k + 1
    return parts[:cut], parts[cut:]


def is_title(word: str) -> bool:
    """True for a word of office or address: "President", "Secretary-General", "Mr."."""
    bare = word.casefold().strip(".,:")
    return bare in words("roles") or bare in words("honorifics")


def _roles_after(text: str, at: int) -> frozenset[str]:
    """Role words of the apposition that follows a name: ", director of the institute,"."""
    if text[at : at + 1] != ",":
        return frozenset()
    match = _APPOSED.match(text, at)
    first = match[1].split()[:6] if match else []
    return roles_of(first)


def _roles_before(text: str, at: int) -> frozenset[str]:
    """Role words of "President of Kazakhstan NAME" and "the Foreign Minister, NAME"."""
    match = _LEADING.search(text, max(0, at - 60), at)
    return roles_of(match[1].split()) if match else frozenset()


def roles_of(phrase: list[str]) -> frozenset[str]:
    """Role words of a phrase; "vice", "deputy" and "former" before one make another role of it."""
    low = [w.casefold().strip(",.") for w in phrase]
    found = set()
    for before, word in zip(["", *low], low, strict=False):
        if word in words("roles") and word not in _MODIFIERS:
            found.add(f"{before} {word}" if before in _MODIFIERS else word)
    return frozenset(found)


@lru_cache(maxsize=4096)
def is_known(name: str) -> bool:
    """True for the name of a state, an organisation or a place: not a person's, whatever stands beside it."""
    return bool(candidates(name)) or locate(name).exact
