"""Persons with their titles: before the name, after it, across a colon or a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secretariat.frame import Mention, Reading
from secretariat.frame.mentions import BODY_TYPES, ORGANISATION_NOUNS
from secretariat.kinds.office.titles import BEFORE, COMING, FORMER, HEADS, PLURALS, ROLES

_LINKS = frozenset({"of", "for", "to", "at", "on", "in", "from"})
_INSIDE = frozenset({"of", "for", "to", "on", "and", "the", "&", "-", "–", "in", "at", ","})


@dataclass(frozen=True, slots=True)
class Title:
    """A title of office in the text.

    Attributes:
        first, last: half-open token range of all its words, the organisation among them.
        head: token of its head noun. words: the office as a claim holds it, without the organisation.
        organisation: state code, profile id or name; empty where the title names none.
        step: "holds" or "held" or "nominated". plural: several persons may follow.
    """

    first: int
    last: int
    head: int
    words: str
    organisation: str
    step: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A person with a title: token range of the name, and of the words that show both."""

    person: tuple[int, int]
    title: Title
    first: int
    last: int
    form: str
    organisation: str = ""


_EMPLOYERS = ORGANISATION_NOUNS | frozenset(
    "university ministry department office school college company foundation embassy academy corporation "
    "government house board mission bureau "
    """team group hospital museum society church authority service chamber directorate faculty mosque party
        congress senate firm think newspaper""".split()
)


def find_titles(reading: Reading) -> Iterator[Title]:
    """Every title of office, in order; where one stands inside another only the outer one."""
    p, done = reading.parsed, -1
    for i in range(len(p)):
        if i < done or reading.block(i).kind == "furniture":
            continue
        low = _noun_of(reading, i)
        if low == "deputy" and i + 1 < len(p) and (p.word(i + 1).lower() in BEFORE or p.lemmas[i + 1] in HEADS):
            continue  # "Deputy Assistant Secretary": a modifier
        if (low in HEADS or low in ROLES) and p.tags[i][:2] in ("NN", "JJ"):
            title = _title(reading, i, low)
            if title:
                done = max(done, title.head + 1)
                yield title


def _noun_of(reading: Reading, i: int) -> str:
    """The singular of a title's head, also where the tagger read a plural as a name ("Foreign Ministers")."""
    word = reading.parsed.word(i).lower()
    known = PLURALS.get(word, reading.parsed.lemmas[i])
    return word[:-1] if known not in HEADS and word[:-1] in HEADS and word.endswith("s") else known


def _title(reading: Reading, i: int, low: str) -> Title | None:
    p = reading.parsed
    a, b = reading.sentence(i)
    head = i
    while (
        head + 1 < b
        and p.lemmas[head + 1] in HEADS | {"general", "elect", "designate", "executive"}
        and p.tags[head + 1][:2] in ("NN", "JJ")
    ):
        head += 1  # "Attorney General", "Vice President", "Secretary General"
    if (
        head + 2 < b
        and p.word(head + 1) == "-"
        and p.word(head + 2).lower() in ("general", "elect", "designate", "president")
    ):
        head += 2
    if (
        i > a + 1
        and p.word(i - 1) == "-"
        and p.word(i - 2).lower() not in BEFORE | HEADS | {"co", "vice", "ex", "then", "sub"}
    ):
        return None  # a part of a name ("Gandhi-King")
    first = _left(reading, head if head == i else i, a)
    last, body = _right(reading, head, b)
    owner = next((m for m in reading.mentions_in(first, head) if m.first == first), None)
    start = owner.last if owner else first
    while start < head and p.word(start) in ("'s", "’s", "'", "’", "-", ","):
        start += 1
    words, organisation = _words(reading, start, head, last, body)
    lowered = {p.word(t).lower().strip(".") for t in range(max(a, first - 1), head + 1)}
    step = (
        "held"
        if lowered & FORMER or any(w.startswith(("ex-", "then-")) for w in lowered)
        else "nominated"
        if lowered & COMING
        else "holds"
    )
    words = re.sub(
        r"(?i)^(?:the|a|an|its|his|her|their|our|my|former|then|current|incumbent|late|new|newly|outgoing|incoming|ex"
        r"|previous|longtime|young|senior research)[- ]+",
        "",
        words,
    )
    if not organisation and owner is not None:
        organisation = owner.arg
    if (
        p.word(i)[:1].islower()
        and low in ("head", "leader", "chief", "general", "executive", "officer", "manager", "justice", "deputy")
        and not organisation
    ):
        return None
    plural = any(p.tags[t] in ("NNS", "NNPS") for t in (i, head)) or p.word(i).lower() in {*PLURALS, low + "s"}
    return Title(first, last, head, words, organisation, step, plural)


def _left(reading: Reading, i: int, a: int) -> int:
    """First token of the title: capitalised words, known modifiers, and the state or body that owns it."""
    p = reading.parsed
    first = i
    while first > a:
        t = first - 1
        word = p.word(t)
        m = reading.mention_at(t)
        if m is not None and m.last == first and m.first >= a:
            return m.first if m.is_state or m.type in BODY_TYPES else first
        if word in ("'s", "’s", "'", "’") and t > a and (owner := reading.mention_at(t - 1)) is not None:
            return owner.first
        if (
            word == "-"
            and t > a
            and (p.word(t - 1)[:1].isupper() or p.word(t - 1).lower() in BEFORE | {"co", "vice", "then", "ex"})
        ):
            first = t - 1
            continue
        if (
            word.lower() in BEFORE
            or word[:1].isupper()
            and p.tags[t] in ("NNP", "NNPS", "JJ", "NN", "VBG", "NNS")
            and t > a
            or word[:1].isupper()
            and t == a
            and p.tags[t] in ("NNP", "NNPS", "JJ")
            and word.lower() not in ("the",)
        ):
            first = t
            continue
        break
    return first


def _right(reading: Reading, head: int, b: int) -> tuple[int, Mention | None]:
    """One past the title's last word, and the body or state that its last "of" phrase names."""
    p = reading.parsed
    last, body = head + 1, None
    while last < b and p.word(last).lower() in _LINKS:
        t = last + 1
        while t < b and p.word(t).lower() in ("the", "a", "an", "its", "this", "both", "our"):
            t += 1
        end, named = _complement(reading, last, t, b)
        if end == t:
            break
        body = named or body
        name = reading.people.name_at_end(t, end) if named is None else None
        if name is not None:
            return name[0], body
        last = end
    return last, body


def _complement(reading: Reading, link: int, t: int, b: int) -> tuple[int, Mention | None]:
    """End of what follows a link word at `t`, and the body it names; `t` itself where it is no part of a title."""
    p = reading.parsed
    if t >= b or reading.times_in(t, t + 1):
        return t, None
    m = reading.mention_at(t)
    place = p.word(link).lower() == "in"
    if m is not None and m.first <= t and not place and m.form != "capital":
        end = m.last
        while end < b and p.word(end)[:1].isupper() and p.word(end).lower() in _EMPLOYERS | {"authority"}:
            end += 1  # "Chair of the ECOWAS Authority"
        return end, m
    end = _capitals(reading, t, b)
    if end == t and p.word(link).lower() in ("of", "at") and p.pos[t] in ("NOUN", "ADJ"):
        end = _noun(reading, t, b)
    inner = [x for x in reading.mentions_in(t, end) if x.last == end and x.form != "capital"] if not place else []
    return end, inner[-1] if inner else None


def _capitals(reading: Reading, t: int, b: int) -> int:
    p = reading.parsed
    end = t
    while end < b:
        word = p.word(end)
        joins = (
            word.lower() in ("of", "for", "and", "&", "-", "the")
            and end > t
            and end + 1 < b
            and p.word(end + 1)[:1].isupper()
            and not (word == "and" and _noun_of(reading, end + 1) in HEADS)
        )
        listed = (
            word == ","
            and end > t
            and end + 2 < b
            and p.word(end + 1)[:1].isupper()
            and any(p.word(k) == "and" for k in range(end + 1, min(b, end + 6)))
            and reading.people.name_after(end + 1, b) is None
        )
        if (
            word[:1].isupper()
            and p.word(end).lower() not in ("he", "she", "they")
            and p.lemmas[end] not in HEADS
            or joins
            or listed
        ):
            end += 1
        else:
            break
    while end > t and p.word(end - 1).lower() in _INSIDE:
        end -= 1
    return end


def _noun(reading: Reading, t: int, b: int) -> int:
    """A described employer: "an institute in Beijing", "the foreign ministry"."""
    p = reading.parsed
    end = t
    while end < b and (
        p.pos[end] in ("NOUN", "ADJ", "PROPN")
        or p.word(end).lower() in ("in", "of")
        and end > t
        and end + 1 < b
        and p.word(end + 1)[:1].isupper()
    ):
        end += 1
    return end


def _words(reading: Reading, start: int, head: int, last: int, body: Mention | None) -> tuple[str, str]:
    """Office and organisation of a title: what follows the last "of" or "at" is the organisation where it names one."""
    p = reading.parsed
    if last <= head + 1:
        return reading.phrase(start, head + 1), ""
    if body is not None:
        link = next((t for t in range(body.first - 1, head, -1) if p.word(t).lower() in _LINKS), None)
        if link is not None and all(
            p.word(t).lower() in ("the", "of") or p.word(t)[:1].isupper() for t in range(link + 1, body.first)
        ):
            if p.word(link).lower() == "to":
                return reading.phrase(start, last), body.arg
            for_what = (
                " " + reading.phrase(body.last, last)
                if last > body.last and p.word(body.last).lower() in ("for", "on")
                else ""
            )
            return reading.phrase(start, link) + for_what, body.arg
    link = next((t for t in range(head + 1, last) if p.word(t).lower() in ("of", "at")), None)
    if link is None:
        return reading.phrase(start, last), ""
    named = reading.phrase(link + 1, last)
    if not _EMPLOYERS & set(re.findall(r"[^\W_]+", named.lower())):
        return reading.phrase(start, last), ""
    if re.match(
        r"(?:State|Foreign Affairs|Defen[cs]e|Commerce|Energy|Finance|Homeland|Interior|Education|Health|Justice|Trade"
        r"|Economy|Transport|Agriculture|Labou?r|Culture|War|the Treasury|Treasury|Government|Parliament)\b",
        named,
    ):
        return reading.phrase(start, last), ""
    return reading.phrase(start, link), named


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
    single = (
        name[1] - name[0] > 1
        or title.plural
        or p.word(t + 1).lower().strip(".") in ("dr", "mr", "mrs", "ms", "h.e", "shri")
    )
    if not closed or not single or _next_person_has_own_title(reading, name[1], b):
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
