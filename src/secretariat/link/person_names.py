"""Personal names of many languages in English text: parts, titles, spelling variants, and how two names compare.

Romanisations differ more than people do: "Nurgaliyev" and "Nurgaliev", "Zhang De Guang" and "Zhang Deguang",
"Dzhumanbekov" and "Jumanbekov". A *skeleton* folds the differences that romanisation makes and keeps those that tell
people apart. Sources: the BGN/PCGN, GOST and scholarly tables for Cyrillic, Hanyu Pinyin with and without spaces, the
Latin alphabets of Turkic states, and the usual English spellings of Persian and Arabic names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_INITIAL = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.){2,}")
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʻʼ`-][^\W\d_]+)*\.?")
_HONORIFIC = re.compile(r"^(?:H\.?\s?(?:E|M|R\.?\s?H|H)\.?\s+)+")
# What may stand behind a name in a source's own words: "Prime Minister Ana Lopez of Peru", "Ana Lopez, an analyst".
_TAIL = re.compile(r"\s*,\s+(?=[a-z]).*$|(?<=\w)\s+of\s+(?:the\s+)?[A-Z].*$", re.S)
_LISTED = re.compile(r"\s(?:and|or|&)\s|,(?!\s*(?:Jr|Sr|II|III)\b)|\d")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    "al el bin ibn abu ben von van de der den di da dos del la le du oglu ogly uulu kyzy qizi kizi zoda zade".split()
)

# Order matters: longer spellings first. Each line is one sound written in several ways.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch", "sh"),
        (r"dzh|dj|zh|dž|ž", "j"),
        (r"tch|tsch", "ch"),
        (r"kh|gh(?!t)", "h"),
        (r"ts|tz", "c"),
        (r"(?<=[bcdfghjklmnpqrstvwxz])h(?=[bcdfgjklmnpqrstvwxz])", ""),
        (r"^ye(?!o)", "e"),
        (r"(?<=[aeiou])(?:ye|iye|ie)(?=v|r|n|$)", "e"),
        (r"i(?:ye|e)(?=va?$)", "e"),
        (r"ije|iye", "ie"),
        (r"(?:yy|iy|ii|ij|yi|y)$", "i"),
        (r"(?<!^)x(?![iu])", "ks"),
        (r"ou|oo", "u"),
        (r"ei|ai|ey|ay|ee|ae", "ei"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"ck|q", "k"),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name as written, taken apart.

    Attributes:
        words: as written. given, family cannot be told in general, so the parts keep their order.
        parts: full words without titles, particles and suffixes; initials: single letters among them, in order.
        titles: what stood before it ("mr", "president").
    """

    words: str
    parts: tuple[str, ...]
    initials: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def skeletons(self) -> tuple[str, ...]:
        """The parts as they sound, in order."""
        return tuple(skeleton(p) for p in self.parts)

    @property
    def joined(self) -> str:
        """All parts as one word: Pinyin with and without spaces is the same."""
        return "".join(self.skeletons)

    @property
    def full(self) -> bool:
        """True where it has more than one part, so that it names somebody and not a family."""
        return len(self.parts) + len(self.initials) > 1


@lru_cache(maxsize=65536)
def parse_person(words: str) -> PersonName:
    """Take a name apart; titles and honorifics are recognised before it, suffixes and patronymic words after it."""
    words_only = _TAIL.sub("", words)
    clean = _HONORIFIC.sub("", re.sub(r"\s*\([^)]*\)", "", words_only).replace("ʻ", "'"))
    tokens = [t.rstrip(".") if len(t) > 2 else t for t in _TOKEN.findall(clean)]
    titles: list[str] = []
    while len(tokens) > 1 and plain(tokens[0]) in _titles():
        titles.append(plain(tokens.pop(0)))
    kept = [t for t in tokens if plain(t) not in _SUFFIXES and not _is_particle(t, len(tokens))]
    initials = tuple(plain(t)[0] for t in kept if _INITIAL.fullmatch(t) and (len(plain(t)) == 1 or "." in t))
    parts = tuple(t for t in kept if len(plain(t)) > 1 and "." not in t)
    return PersonName(words, parts, initials, tuple(titles))


def _is_particle(token: str, among: int) -> bool:
    """True for "bin", "al", "van" in a longer name; with a capital most are names themselves ("Zhang De Guang")."""
    return among > 1 and plain(token) in _PARTICLES and (token[0].islower() or plain(token) in ("al", "el"))


def looks_personal(words: str) -> bool:
    """True where the words can be somebody's name: one to five capitalised words, no word of an office or a body."""
    name, head = parse_person(words), _TAIL.sub("", words)
    small = [t for t in head.split() if t[0].islower() and plain(t) not in _PARTICLES and plain(t) not in _titles()]
    heads = {plain(p) for p in name.parts}
    bodies = heads & _not_persons() or heads <= _titles() or any(h.endswith(("bank", "group", "corp")) for h in heads)
    return 0 < len(name.parts) <= 5 and not bodies and not small and not _LISTED.search(head)


def plain(word: str) -> str:
    """Small letters without diacritics, apostrophes and full stops."""
    text = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ə", "a").replace("ø", "o").replace("ł", "l"))
    return re.sub(r"[^\w]", "", "".join(c for c in text if not unicodedata.combining(c))).casefold()


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word as it sounds across romanisations."""
    text = plain(word)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names compare: score 0..1, `kind` "equal", "part" (one says less), "near" (a letter apart), "none"."""

    score: float
    kind: str
    reason: str


NONE = Likeness(0.0, "none", "the names differ")


def compare(a: PersonName, b: PersonName) -> Likeness:
    """How alike two names are, by their wording alone."""
    if not a.parts or not b.parts:
        return NONE
    if sorted(a.skeletons) == sorted(b.skeletons) and _initials_fit(a, b):
        return Likeness(1.0, "equal", _how(a, b))
    if a.joined == b.joined or _reordered(a, b):
        return Likeness(0.98, "equal", f'"{a.words}" and "{b.words}" differ in spaces alone')
    less, more = (a, b) if len(a.parts) <= len(b.parts) else (b, a)
    if _contained(less, more):
        return Likeness(0.9 if less.full else 0.7, "part", f'"{less.words}" is part of "{more.words}"')
    if _near(less, more):
        return Likeness(0.85, "near", f'"{less.words}" and "{more.words}" are a letter apart')
    return NONE


def _how(a: PersonName, b: PersonName) -> str:
    return "the names are equal" if a.words == b.words else f'"{a.words}" and "{b.words}" are spellings of one name'


def _reordered(a: PersonName, b: PersonName) -> bool:
    """Pinyin in the other order and joined: "De Guang Zhang" for "Zhang Deguang"."""
    longer, shorter = (a, b) if len(a.parts) > len(b.parts) else (b, a)
    if len(longer.parts) > 4 or len(longer.parts) == len(shorter.parts):
        return False
    target = "".join(sorted(shorter.joined))
    if "".join(sorted(longer.joined)) != target:
        return False
    orders = {"".join(p) for p in permutations(shorter.skeletons)}
    return longer.joined in orders


def _initials_fit(a: PersonName, b: PersonName) -> bool:
    return not a.initials or not b.initials or set(a.initials) <= set(b.initials) or set(b.initials) <= set(a.initials)


def _contained(less: PersonName, more: PersonName) -> bool:
    """Every part of the shorter name is a part of the longer one, its initials begin other parts of it."""
    rest = list(more.skeletons)
    for part in less.skeletons:
        match = next((r for r in rest if r == part or _pet(part, r)), None)
        if match is None:
            return False
        rest.remove(match)
    heads = [r[0] for r in rest] + list(more.initials)
    return not heads or all(skeleton(i)[0] in heads or i in heads for i in less.initials)


def _pet(a: str, b: str) -> bool:
    return a in _pets().get(b, ()) or b in _pets().get(a, ())


def _near(less: PersonName, more: PersonName) -> bool:
    """All parts of the shorter name agree but one, which is long and a letter apart from a part of the longer one."""
    rest = list(more.skeletons)
    odd = []
    for part in less.skeletons:
        if part in rest:
            rest.remove(part)
        else:
            odd.append(part)
    return len(odd) == 1 and any(
        _one_apart(odd[0], r) for r in rest if min(len(odd[0]), len(r)) >= 5 and odd[0][0] == r[0]
    )


def _one_apart(x: str, y: str) -> bool:
    if len(x) == len(y):
        wrong = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
        return len(wrong) == 1 and all(c in "aeiou" for c in wrong[0])
    short, long = sorted((x, y), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:i] + long[i + 1 :] == short and long[i] in "aeiouhj" for i in range(1, len(long)))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return _words("titles")


@lru_cache(maxsize=1)
def _not_persons() -> frozenset[str]:
    return _words("not_persons")


def _words(name: str) -> frozenset[str]:
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@lru_cache(maxsize=1)
def _pets() -> dict[str, tuple[str, ...]]:
    lines = (_DATA / "short_names.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {skeleton(full): tuple(skeleton(s) for s in short) for full, *short in rows}
