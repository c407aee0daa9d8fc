"""Mentions: the named and the collective parties of a text, each with its tokens. Gazetteer first, grammar second."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secretariat.model.parsed import Parsed
from secretariat.profiles import Profile

try:  # lands with the names package
    from secretariat.names import NameHit, find_names
except ImportError:
    NameHit = object
    find_names = lambda text, extra=(): ()  # noqa: E731

_HEADS = (
    "organization organisation union community association commonwealth alliance league forum group council bank fund partnership "
    "court agency commission treaty pact bloc federation confederation assembly conference committee consortium parliament initiative "
    "coalition network institute cooperation market mechanism club"
)
ORGANISATION_NOUNS = frozenset(_HEADS.split())
"""Head nouns that make a capitalised phrase the name of a body one can belong to."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text.

    Attributes:
        start, end: code points. first, last: half-open range of tokens.
        type: "state", "territory", "organisation", "group", ... (as `names` has it), "body" for a capitalised name of
            an organisation that no profile knows.
        id: id of the party, or the name as written where it has none.
        form: "name", "adjective", "demonym", "capital", "designation", "acronym".
    """

    start: int
    end: int
    first: int
    last: int
    type: str
    id: str
    form: str = "name"

    @property
    def head(self) -> int:
        """Its last token, which is the head of most names."""
        return self.last - 1


def find_mentions(parsed: Parsed, profiles: Iterable[Profile] = ()) -> tuple[Mention, ...]:
    """Names of parties and organisations, in order, not overlapping."""
    hits = [m for hit in find_names(parsed.document.text, extra=tuple(profiles)) if (m := _placed(parsed, hit))]
    taken = {t for m in hits for t in range(m.first, m.last)}
    grown = [m for m in _bodies(parsed) if not taken & set(range(m.first, m.last))]
    return tuple(sorted([*hits, *grown], key=lambda m: (m.start, -m.end)))


def tokens_of(parsed: Parsed, start: int, end: int) -> tuple[int, int] | None:
    """The half-open range of tokens that a range of code points touches."""
    first = bisect.bisect_right(parsed.ends, start)
    last = bisect.bisect_left(parsed.starts, end)
    return (first, last) if first < last else None


def _placed(parsed: Parsed, hit: NameHit) -> Mention | None:
    place = tokens_of(parsed, hit.start, hit.end)
    return Mention(hit.start, hit.end, *place, hit.type, hit.id, hit.form) if place else None


def _bodies(parsed: Parsed) -> Iterator[Mention]:
    """Capitalised phrases whose head noun says that they name a body ("Organization of Turkic States")."""
    for a, b in parsed.sentences:
        i = a
        while i < b:
            if parsed.lemmas[i] in ORGANISATION_NOUNS and parsed.word(i)[:1].isupper():
                first, last = _capitalised(parsed, i, a, b)
                if last - first > 1:
                    yield Mention(parsed.starts[first], parsed.ends[last - 1], first, last, "body", name_of(parsed, first, last))
                i = last
            i += 1


def _capitalised(parsed: Parsed, i: int, a: int, b: int) -> tuple[int, int]:
    first = i
    while first > a and (_proper(parsed, first - 1) or parsed.word(first - 1).lower() in ("of", "and", "for", "-", "&") and first - 1 > a and _proper(parsed, first - 2) and parsed.word(first - 1) != "and"):
        first -= 1
    last = i + 1
    while last < b and (_proper(parsed, last) or parsed.word(last) in ("of", "and", "for", "the", "in", "on", "-", "&", "against") and _ahead(parsed, last, b)):
        last += 1
    while first < i and parsed.word(first).lower() in ("the", "a", "an"):
        first += 1
    return first, last


def _proper(parsed: Parsed, i: int) -> bool:
    return parsed.word(i)[:1].isupper() and parsed.tags[i] not in ("DT", "IN", "PRP", "CC") and parsed.pos[i] != "PUNCT"


def _ahead(parsed: Parsed, i: int, b: int) -> bool:
    if parsed.word(i) in ("and", "in", "on"):
        return False
    return i + 1 < b and (_proper(parsed, i + 1) or parsed.word(i + 1) == "the" and i + 2 < b and _proper(parsed, i + 2))


_SPACE = re.compile(r"\s+")


def name_of(parsed: Parsed, first: int, last: int) -> str:
    """The words of a name as they stand, without a leading article and with ordinary spaces."""
    words = _SPACE.sub(" ", parsed.slice(first, last)).strip(" ,;.*_\"“”")
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", words)
