"""What a quantity counts: the head noun as written (`unit`) and the whole phrase (`of`), from tags and the parse.

The parse is a hint, not an oracle: the small parser attaches a numeral rightly far more often than the noun's
modifiers, so the noun phrase is walked word by word where the tree gives no noun to the right.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from secretariat.kinds.figure import vocabulary as v
from secretariat.kinds.figure.quantities import Quantity
from secretariat.model.parsed import Parsed

NOUNS = frozenset({"NOUN", "PROPN"})
# What may stand between a numeral and its noun.
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
INSIDE_TAGS = frozenset({"VBN", "VBG", "JJ", "HYPH", "POS", "``", "''"})
# Children of the noun that belong to the phrase counted.
AFTER = frozenset({"prep", "acl", "appos", "cc", "conj", "amod", "advmod", "punct"})
REACH = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it counts.

    Attributes:
        quantity: the numeral.
        first, last: its tokens, half-open.
        head: token of the noun counted; -1 where none is named.
        unit: head noun or coordination as written, or a code.
        of: code-point range of the phrase counted; None where only the unit is known.
        way: how the noun was found ("noun", "partitive", "ellipsis", "money.in", ...), the tail of the rule's name.
    """

    quantity: Quantity
    first: int
    last: int
    head: int
    unit: str
    of: tuple[int, int] | None
    way: str


def tokens_of(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """Half-open range of the tokens that overlap a stretch of text."""
    first = max(bisect_right(parsed.starts, start) - 1, 0)
    if first < len(parsed) and parsed.ends[first] <= start:
        first += 1
    last = first
    while last < len(parsed) and parsed.starts[last] < end:
        last += 1
    return first, last


def sentence_at(parsed: Parsed, token: int) -> tuple[int, int]:
    """Token range of the sentence that holds a token."""
    return parsed.sentences[parsed.sentence_of[token]]


def noun_after(parsed: Parsed, last: int, stop: int) -> int:
    """Head noun of the phrase that begins at token `last`, or -1: the last noun before anything that ends a phrase."""
    head = -1
    for i in range(last, min(stop, last + REACH)):
        if parsed.pos[i] in NOUNS and parsed.word(i)[:1].isalnum():
            if head >= 0 and parsed.word(i).lower() in ("age", "aged"):
                break
            head = i
        elif parsed.tags[i] in ("POS",):
            head = -1
        elif parsed.pos[i] not in INSIDE and parsed.tags[i] not in INSIDE_TAGS:
            shared = head >= 0 and _shared_modifier(parsed, head, i, min(stop, last + REACH))
            if not shared and not (parsed.word(i) in (",", "and", "or", "&") and head < 0 and i > last):
                break
        elif head >= 0 and parsed.tags[i] in ("VBN", "VBG", "RB", "JJ", "CD"):
            break
    return head


def _shared_modifier(parsed: Parsed, noun: int, joint: int, stop: int) -> bool:
    """As in "six road and rail projects": two nouns joined before the one that both modify, the first in the singular.

    The first is no noun of its own there, because a count of several asks for a plural.
    """
    if parsed.word(joint) not in ("and", "or", "&") or joint != noun + 1 or parsed.tags[noun] != "NN":
        return False
    after = joint + 1
    while after < stop and parsed.pos[after] in NOUNS:
        after += 1
    return after - joint > 2 and (parsed.tags[after - 1] == "NNS" or parsed.lemmas[after - 1] in v.COLLECTIVES)


def phrase_end(parsed: Parsed, head: int, stop: int) -> int:
    """One past the last token of the phrase headed by `head`, as far as its modifiers run without a break."""
    end = head + 1
    for child in parsed.children[head]:
        if child < head or parsed.deps[child] not in AFTER:
            continue
        first, last = parsed.edges(child)
        if first > end + 1 or last > stop or (parsed.deps[child] in ("conj", "appos") and counts_itself(parsed, child)):
            continue
        if parsed.deps[child] == "appos" and parsed.word(first - 1) == "," and parsed.tags[first] == "DT":
            continue  # ", the whole ...": another phrase begins
        end = max(end, last)
    while end > head + 1 and parsed.word(end - 1) in (",", ";", ".", "and", "(", "—", "–", "-", ":"):
        end -= 1
    return end


def counts_itself(parsed: Parsed, noun: int) -> bool:
    """As in "14 students and three teachers": the second noun has a number of its own."""
    return any(parsed.tags[c] in ("CD", "DT") for c in parsed.children[noun] if c < noun)


def coordination(parsed: Parsed, head: int) -> int:
    """Last noun of a coordination of bare nouns that begins at `head`; `head` where it stands alone."""
    last = head
    for child in parsed.children[head]:
        if child <= head or parsed.deps[child] != "conj" or parsed.pos[child] not in NOUNS:
            continue
        counted = any(
            parsed.deps[g] in ("nummod", "det", "poss") or parsed.tags[g] == "CD" for g in parsed.children[child]
        )
        if counted or child - last > 6:
            break
        last = coordination(parsed, child)
    return last


def count_noun(parsed: Parsed, quantity: Quantity) -> Counted:
    """Find what a numeral without a unit of its own counts."""
    first, last = tokens_of(parsed, quantity.start, quantity.end)
    if first >= len(parsed) or first >= last:
        return Counted(quantity, first, last, -1, "", None, "none")
    stop = sentence_at(parsed, last - 1)[1]
    if last < stop and parsed.word(last).lower() == "of":
        return _partitive(parsed, quantity, (first, last), stop)
    head = _head(parsed, quantity, last, stop)
    if head < 0:
        return _bracketed(parsed, quantity, (first, last)) or _moved(parsed, quantity, (first, last))
    return _noun(parsed, quantity, (first, last), head, stop)


def _head(parsed: Parsed, quantity: Quantity, last: int, stop: int) -> int:
    number = tokens_of(parsed, *quantity.number)[1] - 1
    parent = parsed.heads[number]
    walked = noun_after(parsed, last, stop)
    if parsed.deps[number] == "nummod" and last <= parent < min(stop, last + REACH) and parsed.pos[parent] in NOUNS:
        between = range(last, parent)
        plain = all(
            parsed.pos[i] in INSIDE or parsed.tags[i] in INSIDE_TAGS or parsed.word(i) in (",", "and") for i in between
        )
        return parent if plain and (parent >= walked or parsed.tags[parent] in ("NNS", "NNPS")) else walked
    return walked


def _noun(parsed: Parsed, quantity: Quantity, at: tuple[int, int], head: int, stop: int) -> Counted:
    last_noun = coordination(parsed, head)
    begin = parsed.starts[at[1]]
    while parsed.document.text[begin] in "\"“‘'*[":
        begin += 1
    end = max(phrase_end(parsed, head, stop), last_noun + 1)
    link = next((i for i in range(head + 1, end) if parsed.document.text.startswith("](", parsed.starts[i])), end)
    end = max(link, head + 1)
    unit = parsed.word(head) if last_noun == head else parsed.document.text[begin : parsed.ends[last_noun]]
    return Counted(quantity, at[0], at[1], head, unit, (begin, parsed.ends[end - 1]), "noun")


def _partitive(parsed: Parsed, quantity: Quantity, at: tuple[int, int], stop: int) -> Counted:
    """As in "dozens of members", "four of them", "two-thirds of its people"."""
    after = at[1] + 1
    while after < stop and parsed.tags[after] in ("DT", "PRP$", "PDT", "CD"):
        after += 1
    if after >= stop:
        return Counted(quantity, at[0], at[1], -1, "", None, "bare")
    if parsed.tags[after] == "PRP":
        return _predicate(parsed, quantity, at, stop)
    head = noun_after(parsed, after, stop)
    if head < 0:
        return Counted(quantity, at[0], at[1], -1, "", None, "bare")
    counted = _noun(parsed, quantity, (at[0], after), head, stop)
    way = "vague" if quantity.bound in v.VAGUE else "share" if quantity.fraction else "partitive"
    return Counted(quantity, at[0], at[1], head, counted.unit, counted.of, way)


def left_edge(parsed: Parsed, head: int) -> int:
    """First token of a noun's own modifiers, without determiner and possessor."""
    left = head
    for child in parsed.children[head]:
        if (
            child < left
            and head - child < REACH
            and parsed.deps[child] in ("amod", "compound", "nmod", "poss", "nummod", "advmod")
        ):
            left = min(left, parsed.edges(child)[0])
    while left < head and (parsed.tags[left] in ("DT", "PRP$", "POS") or not parsed.word(left)[:1].isalnum()):
        left += 1
    return left


def _before(parsed: Parsed, quantity: Quantity, at: tuple[int, int], head: int, way: str) -> Counted:
    of = (parsed.starts[left_edge(parsed, head)], parsed.ends[head])
    return Counted(quantity, at[0], at[1], head, parsed.word(head), of, way)


def _predicate(parsed: Parsed, quantity: Quantity, at: tuple[int, int], stop: int) -> Counted:
    """As in "Four of them are members": the predicate noun says what is counted."""
    for i in range(at[1], min(stop, at[1] + 6)):
        if parsed.lemmas[i] == "be":
            head = noun_after(parsed, i + 1 + (i + 1 < stop and parsed.tags[i + 1] == "DT"), stop)
            if head >= 0 and parsed.tags[head] in ("NNS", "NNPS"):
                return _noun(parsed, quantity, (at[0], i + 1), head, stop)
    return Counted(quantity, at[0], at[1], -1, "", None, "bare")


def _bracketed(parsed: Parsed, quantity: Quantity, at: tuple[int, int]) -> Counted | None:
    """As in "Observers (4): ...": the noun stands before a count in brackets."""
    text = parsed.document.text
    if not (text[quantity.start - 1 : quantity.start] == "(" and text[quantity.end : quantity.end + 1] == ")"):
        return None
    head = at[0] - 2
    begin = sentence_at(parsed, at[0])[0]
    if head < begin or parsed.tags[head] not in ("NNS", "NNPS"):
        return None
    return _before(parsed, quantity, at, head, "bracketed")


def _moved(parsed: Parsed, quantity: Quantity, at: tuple[int, int]) -> Counted:
    """As in "expanding missions from six to nine", "the number of members would rise to six": what the verb moves."""
    bare = Counted(quantity, at[0], at[1], -1, "", None, "bare")
    begin = sentence_at(parsed, at[0])[0]
    if at[0] == begin or parsed.word(at[0] - 1).lower() not in ("from", "to", "by"):
        return bare
    verb = verb_above(parsed, at[1] - 1)
    for wanted in ("dobj", "nsubjpass", "nsubj") if verb >= 0 else ():
        for child in parsed.children[verb]:
            if parsed.deps[child] == wanted and parsed.pos[child] in NOUNS:
                head = _number_of(parsed, child)
                plural = parsed.tags[head] in ("NNS", "NNPS")
                return _before(parsed, quantity, at, head, "moved") if plural else bare
    return bare


def _number_of(parsed: Parsed, noun: int) -> int:
    """The noun inside "the number of NOUN", else the noun itself."""
    if parsed.lemmas[noun] in ("number", "total", "count"):
        for child in parsed.children[noun]:
            for grandchild in parsed.children[child] if parsed.deps[child] == "prep" else ():
                return grandchild
    return noun


def verb_above(parsed: Parsed, token: int) -> int:
    """Nearest verb at or above a token, -1 where the sentence has none within a dozen steps."""
    for _ in range(12):
        if parsed.pos[token] in ("VERB", "AUX"):
            return token
        if parsed.heads[token] == token:
            return -1
        token = parsed.heads[token]
    return -1
