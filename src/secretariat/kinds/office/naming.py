"""Titles of office in the text: which words belong to one, and which organisation it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Mention, Reading
from secretariat.frame.mentions import BODY_TYPES
from secretariat.frame.people import TOPICS
from secretariat.kinds.office.employers import EMPLOYERS, LINKS, parted
from secretariat.kinds.office.titles import BEFORE, COMING, FORMER, HEADS, PLURALS, ROLES

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


def find_titles(reading: Reading) -> Iterator[Title]:
    """Every title of office, in order; where one stands inside another only the outer one."""
    p, done = reading.parsed, -1
    for i in range(len(p)):
        if i < done or reading.block(i).kind == "furniture":
            continue
        low = noun_of(reading, i)
        if low == "deputy" and i + 1 < len(p) and (p.word(i + 1).lower() in BEFORE or p.lemmas[i + 1] in HEADS):
            continue  # "Deputy Assistant Secretary": a modifier
        if low == "chief" and _modifies(reading, i):
            continue  # "Chief Medical Officer"
        if (low in HEADS or low in ROLES) and p.tags[i][:2] in ("NN", "JJ"):
            title = _title(reading, i, low)
            if title:
                done = max(done, title.head + 1)
                yield title


def _modifies(reading: Reading, i: int) -> bool:
    """True where a run of capitals leads from the word to the noun of an office."""
    p = reading.parsed
    for t in range(i + 1, min(i + 5, reading.sentence(i)[1])):
        if not p.word(t)[:1].isupper():
            return False
        if noun_of(reading, t) in HEADS | ROLES:
            return True
    return False


def noun_of(reading: Reading, i: int) -> str:
    """The singular of a title's head, also where the tagger read a plural as a name ("Foreign Ministers")."""
    word = reading.parsed.word(i).lower()
    known = PLURALS.get(word, reading.parsed.lemmas[i])
    return word[:-1] if known not in HEADS and word[:-1] in HEADS and word.endswith("s") else known


_OPENING = re.compile(
    r"(?i)^(?:the|a|an|its|his|her|their|our|my|former|then|current|incumbent|late|(?-i:new)|newly|outgoing|incoming|ex"
    r"|previous|longtime|young|senior research|under(?!-?secretary))[- ]+(?:former |then |current )?"
    r"|^(?:(?:his|her|your|their) )?(?:royal |serene )?(?:majesty|majesties|highness|excellency|holiness),? "
)
_GENERAL_NOUNS = frozenset("head leader chief general executive officer manager deputy".split())
"""Nouns that are an office only with an organisation, where they are written small."""


def _title(reading: Reading, i: int, low: str) -> Title | None:
    p = reading.parsed
    a, b = reading.sentence(i)
    if _inside_a_name(reading, i, a):
        return None
    head = _last_head(reading, i, b)
    first = _left(reading, head if head == i else i, a)
    last, body = _right(reading, head, b)
    owner = next((m for m in reading.mentions_in(first, head) if m.first == first), None)
    start = owner.last if owner else first
    while start < head and p.word(start) in ("'s", "’s", "'", "’", "-", ","):
        start += 1
    if owner is not None and owner.form == "adjective" and not _national(reading, start, head):
        start, owner = first, None  # "American Rescue Plan Coordinator": a plan's name, not a state's office
    words, organisation = parted(reading, start, head, last, body)
    if not organisation and owner is not None:
        organisation = owner.arg
    if p.word(i)[:1].islower() and low in _GENERAL_NOUNS and not organisation:
        return None
    plural = any(p.tags[t] in ("NNS", "NNPS") for t in (i, head)) or p.word(i).lower() in {*PLURALS, low + "s"}
    step = _step({p.word(t).lower().strip(".") for t in range(max(a, first - 1), head + 1)})
    return Title(first, last, head, _OPENING.sub("", words), organisation, step, plural)


def _national(reading: Reading, start: int, head: int) -> bool:
    """True where only words of government stand between a state and the noun of the office."""
    p = reading.parsed
    return all(
        p.word(t).lower() in BEFORE | HEADS | TOPICS | {"-", "and", "&", "of", ","} or p.word(t).islower()
        for t in range(start, head)
    )


_HYPHENED = frozenset({"general", "elect", "designate", "president", "counsel"})


def _last_head(reading: Reading, i: int, b: int) -> int:
    """The last head noun of a title of several: "Attorney General", "Secretary-General", "President-elect"."""
    p, head = reading.parsed, i
    nouns = HEADS | {"general", "elect", "designate", "executive"}
    while head + 1 < b and p.lemmas[head + 1] in nouns and p.tags[head + 1][:2] in ("NN", "JJ"):
        head += 1
    hyphened = head + 2 < b and p.word(head + 1) == "-"
    return head + 2 if hyphened and p.word(head + 2).lower() in _HYPHENED else head


def _inside_a_name(reading: Reading, i: int, a: int) -> bool:
    """True for a part of a hyphenated name ("Gandhi-King")."""
    p = reading.parsed
    before = p.word(i - 2).lower() if i > a + 1 and p.word(i - 1) == "-" else ""
    return bool(before) and before not in BEFORE | HEADS | {"co", "vice", "ex", "then", "sub"}


def _step(words: set[str]) -> str:
    """What the words of a title say of it: over, to come, or held."""
    if words & FORMER or any(w.startswith(("ex-", "then-")) for w in words):
        return "held"
    return "nominated" if words & COMING else "holds"


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
        if word in ("and", "&") and a < t < i - 1 and p.word(t - 1)[:1].isupper() and p.word(t - 1).lower() in TOPICS:
            first = t - 1  # "Health and Human Services Secretary"
            continue
        if word == "the" and t - 2 >= a and p.word(t - 1) == "to" and p.word(t - 2).lower() in ("assistant", "aide"):
            first = t - 2  # "Special Assistant to the President"
            continue
        break
    return first


def _right(reading: Reading, head: int, b: int) -> tuple[int, Mention | None]:
    """One past the title's last word, and the body or state that its last "of" phrase names."""
    p = reading.parsed
    last, body = head + 1, None
    while last < b and p.word(last).lower() in LINKS:
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
        while end < b and p.word(end)[:1].isupper() and p.word(end).lower() in EMPLOYERS | {"authority"}:
            end += 1  # "Chair of the ECOWAS Authority"
        return end, m
    end = _capitals(reading, t, b)
    if end == t and p.word(link).lower() in ("of", "at") and p.pos[t] in ("NOUN", "ADJ"):
        end = _noun(reading, t, b)
    if end > t and end < b and p.word(link).lower() == "to" and p.word(end)[:1].isupper() and p.lemmas[end] in HEADS:
        end += reading.people.name_after(end + 1, b) is None  # "Advisor to the Trade Minister"
    inner = [x for x in reading.mentions_in(t, end) if x.last == end and x.form != "capital"] if not place else []
    return end, inner[-1] if inner else None


def _capitals(reading: Reading, t: int, b: int) -> int:
    p = reading.parsed
    end = t
    if t + 1 < b and p.word(t) == "Vice" and p.lemmas[t + 1] == "president":
        return t + 2  # "Advisor to the Vice President"
    while end < b:
        word = p.word(end)
        joins = (
            word.lower() in ("of", "for", "and", "&", "-", "the")
            and end > t
            and end + 1 < b
            and p.word(end + 1)[:1].isupper()
            and not (word == "and" and (noun_of(reading, end + 1) in HEADS or _modifies(reading, end)))
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
