"""Persons with their titles: before the name, after it, across a colon or a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secretariat.frame import Reading
from secretariat.frame.mentions import BODY_TYPES
from secretariat.frame.people import TOPICS
from secretariat.kinds.office.naming import Title, find_titles
from secretariat.kinds.office.titles import BEFORE, FORMER, HEADS, PLURALS, ROLES


@dataclass(frozen=True, slots=True)
class Held:
    """A person with a title: token range of the name, and of the words that show both."""

    person: tuple[int, int]
    title: Title
    first: int
    last: int
    form: str
    organisation: str = ""


def find_held(reading: Reading) -> Iterator[Held]:
    """Persons beside their titles."""
    previous: Held | None = None
    for title in find_titles(reading):
        found = list(_beside(reading, title)) or list(_second(reading, title, previous))
        previous = found[-1] if found else None
        yield from found
        if reading.block(title.head).kind in ("heading", "paragraph"):
            yield from _bullets(reading, title)


def _beside(reading: Reading, title: Title) -> Iterator[Held]:
    a, b = reading.sentence(title.head)
    for found in (
        _prenominal(reading, title, b),
        _apposed_before(reading, title, a, b),
        _apposed_after(reading, title, b),
        _colon(reading, title, a, b),
        _linked(reading, title, a),
        _speaker(reading, title, a),
    ):
        held = list(found)
        if held:
            yield from held
            return


_IS = re.compile(r"(?:is|has been|remains|currently serves as|serves as)(?: the| a| an| currently the)?", re.I)


_MADE = re.compile(
    r"(?:was|has been|were|is) (?:re ?-? ?)?(?:elected|appointed|named|chosen|designated)(?: as)?(?: the| its)?", re.I
)


def _linked(reading: Reading, title: Title, a: int) -> Iterator[Held]:
    """ "Y is managing director of X", "Y was re-elected president": read by the words where parsers stumble."""
    p = reading.parsed
    for k in range(title.first - 1, max(a, title.first - 9), -1):
        words = " ".join(p.word(t) for t in range(k, title.first))
        step = title.step if _IS.fullmatch(words) else "appointed" if _MADE.fullmatch(words) else ""
        name = reading.people.name_before(k, a) if step else None
        if name is not None and name[1] - name[0] > 1:
            said = replace(title, step=step)
            yield Held(name, said, name[0], title.last, "linked")
            return


def _second(reading: Reading, title: Title, previous: Held | None) -> Iterator[Held]:
    """ "Y, president of A and director of B": the second title is the same person's."""
    if previous is None or previous.form != "apposition" or previous.title.last >= title.first:
        return
    between = [reading.parsed.word(t).lower() for t in range(previous.title.last, title.first)]
    if between in (["and"], [",", "and"], ["and", "the"], ["and", "a"]):
        yield Held(previous.person, title, previous.first, title.last, "apposition")


def _bullets(reading: Reading, title: Title) -> Iterator[Held]:
    """Names in bullets below a heading that is a title ("Directors of the Institute")."""
    p = reading.parsed
    home = p.sentence_blocks[p.sentence_of[title.head]]
    a, b = reading.sentence(title.head)
    if title.first - a > 2 or b - title.last > 2:
        return
    for first, last, block in reading.sentences("bullet"):
        governs = block.lead_in == home or block.path[-1:] == (home,)
        name = reading.people.name_after(first, last) if governs and block.start >= p.starts[first] - 1 else None
        if (
            name is not None
            and name[0] <= first + 2
            and (name[1] >= last or p.word(name[1]) in ("(", ",", ":", "–", "—", "-"))
        ):
            yield Held(name, title, name[0], last, "list")


def _speaker(reading: Reading, title: Title, a: int) -> Iterator[Held]:
    """ "As chairman, I ...": the speaker of the words."""
    p = reading.parsed
    k = title.first - 1
    while k > a and p.word(k).lower() in ("a", "the", "your", "our"):
        k -= 1
    if k < a or p.word(k).lower() != "as" or title.plural:
        return
    after = [p.word(t) for t in range(title.last, min(title.last + 4, reading.sentence(title.head)[1]))]
    said = reading.attribution(title.head)
    if said is not None and after[:2] == [",", "I"] and len(said.source.split()) >= 2 and said.source.istitle():
        yield Held((k, k), title, k, title.last, "speaker", "")


def _prenominal(reading: Reading, title: Title, b: int) -> Iterator[Held]:
    """ "President X", "Presidents X of A and Y of B", "the president of A X"."""
    people = reading.people
    if title.last > title.head + 1 and (name := people.name_after(title.head + 1, b)) is None:
        name = people.name_after(title.last, b)
    else:
        name = people.name_after(title.head + 1, b)
    p = reading.parsed
    if name is None:
        name = _behind_title(reading, title.last, b)
    if name is None or p.lemmas[title.head] in ROLES and (not title.organisation or name[1] - name[0] < 2):
        return
    if name[1] - name[0] == 1 and _compound(reading, title, name[0], b):
        return
    count = 0
    while name is not None and count < 12:
        end, owner = _of_state(reading, name[1], b)
        yield Held(name, title, title.first if not count else name[0], end, "before", owner)
        count += 1
        if not title.plural:
            return
        t = end
        while t < b and p.word(t) in (",", "and", "&"):
            t += 1
        name = people.name_after(t, b) if t > end else None


_BARE = frozenset("head chief general manager deputy officer executive".split())


def _compound(reading: Reading, title: Title, t: int, b: int) -> bool:
    """One capital behind a title that is no name: "Chief Medical Officer", "General Terms", "Head Start teachers"."""
    p = reading.parsed
    if title.last == title.first + 1 and p.lemmas[title.head] in _BARE and not reading.known_person((t, t + 1)):
        return True
    if t + 1 >= b:
        return False
    if p.word(t + 1)[:1].isupper() and (p.lemmas[t + 1] in HEADS or p.word(t + 1).lower() in TOPICS | {"region"}):
        return True
    return p.tags[t + 1] == "NNS" and p.deps[t] == "compound" and not reading.times_in(t + 1, t + 2)


def _pairs(reading: Reading, a: int, b: int) -> int:
    """How many capitalised titles of a sentence have a name right behind them."""
    p = reading.parsed
    nouns = [t for t in range(a, b - 1) if p.word(t)[:1].isupper() and p.lemmas[t] in HEADS]
    return sum(reading.people.name_after(t + 1, b) is not None for t in nouns)


def _behind_title(reading: Reading, t: int, b: int) -> tuple[int, int] | None:
    """The name behind a second title: "Special Envoy to the Forum Ambassador Y"."""
    p, k = reading.parsed, t
    while k < b and k - t < 4 and (p.lemmas[k] in HEADS or p.word(k).lower() in BEFORE) and p.word(k)[:1].isupper():
        k += 1
    return reading.people.name_after(k, b) if k > t else None


def _of_state(reading: Reading, t: int, b: int) -> tuple[int, str]:
    """ "of Australia" behind a name, or the state in brackets."""
    p = reading.parsed
    if t + 1 < b and p.word(t).lower() in ("of", "(", "from"):
        k = t + 2 if p.word(t + 1).lower() == "the" else t + 1
        m = reading.mention_at(k) if k < b else None
        if m is not None and m.first == k and (m.is_state or m.type in BODY_TYPES):
            return m.last, m.arg
    return t, ""


def _apposed_after(reading: Reading, title: Title, b: int) -> Iterator[Held]:
    """ "the Secretary-General of X, Dr. Y": the name follows a comma."""
    p, t = reading.parsed, title.last
    if t >= b or p.word(t) not in (",", "(", "–", "—", "-") or p.word(title.first).lower() in ("a", "an"):
        return
    name = reading.people.name_after(t + 1, b)
    if name is None or name[1] - name[0] < 1 or (name[1] < b and p.word(name[1]).lower() in ("of", "'s", "’s")):
        return
    closed = (
        name[1] >= b
        or p.word(name[1]) in (",", ")", ".", ";", ":", "–", "—", "and", "said")
        or p.pos[name[1]] in ("VERB", "AUX", "ADP")
    )
    single = name[1] - name[0] > 1 or p.word(t + 1).lower().strip(".") in ("dr", "mr", "mrs", "ms", "h.e", "shri")
    bare = title.last - title.first == 1 and not title.organisation  # "the President, Dr. Y": two people
    if not closed or not single or bare or _next_person_has_own_title(reading, name[1], b):
        return
    yield Held(name, title, title.first, name[1], "after")
    while title.plural and name[1] + 1 < b and p.word(name[1]) in (",", "and"):
        t = name[1] + 1 if p.word(name[1] + 1) != "and" else name[1] + 2
        name = reading.people.name_after(t, b) or (b, b)
        if name[0] < b:
            yield Held(name, title, title.first, name[1], "after")


def _next_person_has_own_title(reading: Reading, t: int, b: int) -> bool:
    """ "X, director of A, Y, head of B": the name belongs to the title that follows it."""
    p = reading.parsed
    if t >= b or p.word(t) != ",":
        return False
    for k in range(t + 1, min(b, t + 6)):
        low = PLURALS.get(p.word(k).lower(), p.lemmas[k])
        if low in HEADS | ROLES:
            return True
        if p.word(k) in (",", "and", ";"):
            return False
    return False


def _apposed_before(reading: Reading, title: Title, a: int, b: int) -> Iterator[Held]:
    """ "Y, director of X": the name stands before a comma; "Y, who is director", "Y (director of X)"."""
    p = reading.parsed
    t = title.first - 1
    while t > a and (
        p.word(t).lower()
        in ("the", "a", "an", "its", "their", "who", "is", "was", "then", "as", "also", "both", "currently", "former")
        or p.word(t).lower() in FORMER
    ):
        t -= 1
    if t <= a or p.word(t) not in (",", "(", "–", "—"):
        return
    if p.word(t) == "," and p.word(t - 1) == ")":
        t = next((k for k in range(t - 1, a, -1) if p.word(k) == "("), t)
    name = reading.people.name_before(t, a)
    joined = title.first - 1 > t and p.word(title.first - 1) == "and"
    if name is None or joined:
        return
    article = p.word(title.first - 1).lower() in ("the", "a", "an", "who", "is", "former")
    before = p.word(name[0] - 1) if name[0] > a else ""
    if before.lower() in ("in", "at", "near", "across", "throughout", "for"):
        return  # "In Riga, the President ...": a place
    b = reading.sentence(title.head)[1]
    if not article and before[:1].isupper() and before.lower() in HEADS and _pairs(reading, a, b) > 1:
        return  # a list of titles each before its name: what follows the comma is the next one's
    if name[1] - name[0] > 1 or title.organisation and not article or reading.known_person(name):
        yield Held(name, title, name[0], title.last, "apposition")


def _colon(reading: Reading, title: Title, a: int, b: int) -> Iterator[Held]:
    """ "Chairman of the Board: Y", "Chairmen: Y (2005-2006), Z (2006-2007)" at the start of a line."""
    p = reading.parsed
    if title.first - a > 2 or title.last >= b or p.word(title.last) != ":":
        return
    t = title.last + 1
    while t < b:
        name = reading.people.name_after(t, b)
        if name is None or name[0] > t + 2:
            return
        end = name[1]
        if end < b and p.word(end) == "(":
            end = next((k for k in range(end, min(b, end + 14)) if p.word(k) == ")"), end) + 1
        yield Held(name, title, title.first, end, "list")
        if end >= b or p.word(end) not in (",", "and", ";"):
            return
        t = end + 1
        while t < b and p.word(t) in ("and", ","):
            t += 1
