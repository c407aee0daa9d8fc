"""Mentions: the named parties and bodies of a text, each with its tokens. Gazetteer first, grammar second."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from secretariat.model.parsed import Parsed
from secretariat.names import NameHit, argument, defined_acronyms, find_names
from secretariat.profiles import Profile

STATE_TYPES = frozenset({"state", "contested-state", "associated-state", "territory", "government"})
BODY_TYPES = frozenset(
    {"organisation", "union", "alliance", "forum", "bank", "agency", "consortium", "group", "organ", "body"}
)
"""Types of what one can belong to."""

_HEADS = (
    "organization organisation union community association commonwealth alliance league forum group "
    "council bank fund partnership "
    "court agency commission treaty pact bloc federation confederation assembly conference committee "
    "consortium parliament initiative "
    "coalition network institute cooperation market mechanism club agreement convention secretariat "
    "institution centre center"
)
ORGANISATION_NOUNS = frozenset(_HEADS.split())
"""Head nouns that make a capitalised phrase the name of a body."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text.

    Attributes:
        start, end: code points. first, last: half-open range of tokens.
        type: as `names` has it ("state", "organisation", "group", "organ", ...), or "body" for a capitalised name of
            a body that no table knows.
        id: id of the party; the name itself for a "body".
        form: "name", "adjective", "demonym", "capital", "member", "acronym", ...
        arg: what a claim holds for it: state code, profile id, else the words (of a defined acronym: the full name).
    """

    start: int
    end: int
    first: int
    last: int
    type: str
    id: str
    form: str = "name"
    arg: str = ""

    @property
    def head(self) -> int:
        """Its last token, which is the head of most names."""
        return self.last - 1

    @property
    def is_state(self) -> bool:
        """True for states, territories and governments."""
        return self.type in STATE_TYPES


def find_mentions(parsed: Parsed, profiles: Iterable[Profile] = ()) -> tuple[Mention, ...]:
    """Names of parties and bodies, in order, not overlapping.

    The text is searched twice: the organisations that it names most let their short names ("the Alliance", organs,
    words for members) count in the second search.
    """
    text = parsed.document.text
    about = _about(parsed, find_names(text), {p.id for p in profiles})
    hits = [m for hit in find_names(text, context=about) if hit.id and (m := _placed(parsed, hit))]
    grown = _grown(parsed, hits)
    swallowed = {t for m in grown for t in range(m.first, m.last)}
    hits = [m for m in hits if m.first not in swallowed]
    taken = {t for m in hits for t in range(m.first, m.last)}
    taken |= {t for m in grown for t in range(m.first, m.last)}
    short = [m for m in _acronyms(parsed) if not taken & set(range(m.first, m.last))]
    return tuple(sorted([*hits, *_same_body(text, hits, grown), *short], key=lambda m: (m.start, -m.end)))


def _same_body(text: str, hits: list[Mention], grown: list[Mention]) -> Iterator[Mention]:
    """A treaty that an organisation of the text is named after means the organisation ("North Atlantic Treaty")."""
    full = {_SPACE.sub(" ", text[m.start : m.end]): m for m in hits if m.type in BODY_TYPES and m.end - m.start > 12}
    for m in grown:
        home = next((o for name, o in full.items() if name.startswith(m.id + " Organi")), None)
        yield replace(m, type=home.type, id=home.id, arg=home.arg) if home else m


def _shouted(parsed: Parsed, token: int) -> bool:
    block = parsed.blocks[parsed.sentence_blocks[parsed.sentence_of[token]]]
    shown = parsed.document.text[block.start : block.end]
    return shown.isupper() and len(shown.split()) > 1


def _about(parsed: Parsed, hits: Iterable[NameHit], profiled: set[str]) -> tuple[str, ...]:
    """Ids of the profiles that a text is about: named in its title or first words, or most often of all."""
    counts = Counter(h.id.split(":")[0] for h in hits)
    named = {h.id for h in find_names(parsed.document.title)} | {h.id for h in hits if h.start < 600}
    known = [i for i in counts if i in profiled]
    top = sorted(known, key=lambda i: (i not in named, -counts[i], i))[:2]
    return tuple(sorted(i for i in top if i in named or counts[i] >= 3))


def tokens_of(parsed: Parsed, start: int, end: int) -> tuple[int, int] | None:
    """The half-open range of tokens that a range of code points touches."""
    first = bisect.bisect_right(parsed.ends, start)
    last = bisect.bisect_left(parsed.starts, end)
    return (first, last) if first < last else None


def _placed(parsed: Parsed, hit: NameHit) -> Mention | None:
    place = tokens_of(parsed, hit.start, hit.end)
    if not place or parsed.sentence_of[place[0]] != parsed.sentence_of[place[1] - 1]:
        return None
    if hit.end - hit.start <= 3 and _shouted(parsed, place[0]):
        return None  # "WHO REMAINS": in a line of capitals three letters are a word
    arg = hit.id.split(":")[0] if hit.type == "organ" and ":" in hit.id else argument(parsed.document.text, hit)
    return Mention(hit.start, hit.end, *place, hit.type, hit.id, hit.form, arg)


def _bodies(parsed: Parsed) -> Iterator[Mention]:
    """Capitalised phrases whose head noun says that they name a body ("Organization of Turkic States")."""
    for a, b in parsed.sentences:
        i = a
        while i < b:
            if parsed.lemmas[i] in ORGANISATION_NOUNS and parsed.word(i)[:1].isupper():
                first, last = _capitalised(parsed, i, a, b)
                if last - first > 1:
                    name = name_of(parsed, first, last)
                    yield Mention(parsed.starts[first], parsed.ends[last - 1], first, last, "body", name, "name", name)
                i = last
            i += 1


_SAME = frozenset("alliance group bloc organisation organization community family union grouping club summit".split())


def _grown(parsed: Parsed, hits: list[Mention]) -> list[Mention]:
    """Bodies that the tables do not know, and those that a known name only begins ("SCO Business Council")."""
    at = {t: m for m in hits for t in range(m.first, m.last)}
    out = []
    for m in _bodies(parsed):
        inside = {at[t] for t in range(m.first, m.last) if t in at}
        begun = len(inside) == 1 and next(iter(inside)).first == m.first and next(iter(inside)).type in BODY_TYPES
        whole = begun and next(iter(inside)).last < m.last and parsed.lemmas[m.head] not in _SAME
        if (
            not inside
            or whole
            and next(iter(inside)).last - m.first == 1
            or all(
                x.is_state and x.first >= m.first and x.last <= m.last and m.last - m.first > x.last - x.first
                for x in inside
            )
        ):
            out.append(m)
    return out


def _acronyms(parsed: Parsed) -> Iterator[Mention]:
    """Later uses of an acronym that the text defines for a body no table knows."""
    for known in defined_acronyms(parsed.document.text):
        if len(known.short) < 2 or not known.long:
            continue
        name = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", _SPACE.sub(" ", known.long))
        for found in re.finditer(rf"(?<![\w-]){re.escape(known.short)}(?![\w-])", parsed.document.text):
            place = tokens_of(parsed, *found.span())
            if place:
                yield Mention(*found.span(), *place, "body", name, "acronym", name)


def _capitalised(parsed: Parsed, i: int, a: int, b: int) -> tuple[int, int]:
    first = i
    while first > a and _grows_left(parsed, first, a):
        first -= 1
    last = i + 1
    while last < b and (_proper(parsed, last) or parsed.word(last) in _JOINTS and _ahead(parsed, last, b)):
        last += 1
    while first < i and parsed.word(first).lower() in ("the", "a", "an", "of", "for"):
        first += 1
    return first, last


_POSTS = frozenset({"director", "president", "chairman", "chair", "secretary", "head", "minister", "member", "chief"})
_JOINTS = ("of", "and", "for", "the", "on", "-", "&", "against", "–")


def _grows_left(parsed: Parsed, first: int, a: int) -> bool:
    if _proper(parsed, first - 1):
        return True
    joint = parsed.word(first - 1) in ("of", "for", "-", "&")
    return joint and first - 1 > a and _proper(parsed, first - 2)


def _proper(parsed: Parsed, i: int) -> bool:
    word = parsed.word(i)
    return (
        word[:1].isupper()
        and parsed.tags[i] not in ("DT", "IN", "PRP", "CC", "PRP$", "WDT")
        and parsed.pos[i] != "PUNCT"
    )


def _ahead(parsed: Parsed, i: int, b: int) -> bool:
    word = parsed.word(i)
    if word == "and":  # "Interaction and Confidence-Building Measures" goes on, "the Council and the Court" does not
        return (
            i + 1 < b
            and _proper(parsed, i + 1)
            and parsed.lemmas[i + 1] not in ORGANISATION_NOUNS | _POSTS
            and parsed.word(i - 2) in ("of", "on", "for")
        )
    return i + 1 < b and (
        _proper(parsed, i + 1) or parsed.word(i + 1) == "the" and i + 2 < b and _proper(parsed, i + 2)
    )


def name_of(parsed: Parsed, first: int, last: int) -> str:
    """The words of a name as they stand, without a leading article and with ordinary spaces."""
    words = _SPACE.sub(" ", parsed.slice(first, last)).strip(' ,;.*_"“”')
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", words)
