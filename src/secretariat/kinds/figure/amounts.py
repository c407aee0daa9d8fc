"""What an amount of money or a percentage is of: "1.5 billion yuan of assistance", "a $5 million program"."""

from __future__ import annotations

from secretariat.kinds.figure import vocabulary as v
from secretariat.kinds.figure.counted import (
    NOUNS,
    Counted,
    left_edge,
    noun_after,
    phrase_end,
    sentence_at,
    tokens_of,
    verb_above,
)
from secretariat.kinds.figure.quantities import Quantity
from secretariat.model.parsed import Parsed

LEADING = ("of", "in", "for", "toward", "towards", "to")
# Words that bind an amount to the noun before it: "assistance worth ...", "a fund of ...", "a facility equivalent to
# ...".
BINDING = frozenset("""worth of totaling totalling total valued amounting equivalent estimated equal to at""".split())


def count_amount(parsed: Parsed, quantity: Quantity) -> Counted:
    """Find what an amount in a currency or a percentage is of."""
    first, last = tokens_of(parsed, quantity.start, quantity.end)
    if first >= len(parsed) or first >= last:
        return Counted(quantity, first, last, -1, quantity.unit, None, "none")
    begin, stop = sentence_at(parsed, first)
    finders = (
        (_share, _modified, _change)
        if quantity.unit.startswith("percent")
        else (_modified, _bound_before, _colon, _led)
    )
    for finder in (*finders, _verb):
        found = finder(parsed, first, last, (begin, stop))
        if found:
            head, of, way = found
            return Counted(quantity, first, last, head, quantity.unit, of, way)
    return Counted(quantity, first, last, -1, quantity.unit, None, "amount")


Found = tuple[int, tuple[int, int], str]


def _range(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    return parsed.starts[first], parsed.ends[last - 1]


def _noun_phrase(parsed: Parsed, at: int, stop: int) -> tuple[int, int, int] | None:
    """(head, first, last) of the noun phrase that begins at a token, without its determiner."""
    while at < stop and parsed.tags[at] in ("DT", "PDT"):
        at += 1
    head = noun_after(parsed, at, stop)
    if head < 0 and at < stop and parsed.tags[at] == "PRP$":
        head = noun_after(parsed, at + 1, stop)
    return (head, at, phrase_end(parsed, head, stop)) if head >= 0 else None


def _share(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "40 percent of the total contributions"."""
    if last >= sentence[1] or parsed.word(last).lower() != "of":
        return None
    at = last + 1
    if at < sentence[1] and parsed.tags[at] in ("DT", "PDT"):
        at += 1
    phrase = _noun_phrase(parsed, at + (at < sentence[1] and parsed.tags[at] == "PRP$"), sentence[1])
    return (phrase[0], _range(parsed, at, phrase[2]), "share") if phrase else None


def _change(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "exports rose by 75 percent", "ramping up expenditure to five percent": object first, then subject."""
    verb = verb_above(parsed, last - 1)
    for wanted in (("dobj",), ("nsubj", "nsubjpass")):
        for child in parsed.children[verb] if verb >= 0 else ():
            if parsed.deps[child] in wanted and parsed.pos[child] in NOUNS and not first <= child < last:
                return child, _range(parsed, left_edge(parsed, child), phrase_end(parsed, child, sentence[1])), "change"
    return None


def _modified(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "its $5 million CABLES program", "the USD 1.6 billion acquisition"."""
    if last >= sentence[1] or (parsed.pos[last] not in NOUNS and parsed.tags[last] not in ("JJ", "VBG")):
        return None
    if parsed.word(last).lower() in ("worth", "each", "total") or parsed.tags[last] in ("JJR", "RBR"):
        return None
    head = noun_after(parsed, last, sentence[1])
    if head >= 0 and parsed.word(head).lower() in v.DURATIONS:
        return None
    return (head, _range(parsed, last, phrase_end(parsed, head, sentence[1])), "modifier") if head >= 0 else None


def _bound_before(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "assistance worth $3 million", "a joint fund of $1 billion", "30 billion yuan (4.68 billion dollars)"."""
    at = first - 1
    while at > sentence[0] and (parsed.word(at).lower() in BINDING or parsed.tags[at] in ("DT", "RB", "JJ", "VBG")):
        at -= 1
    if (
        at == first - 1
        or parsed.pos[at] not in NOUNS
        or not any(parsed.word(i).lower() in BINDING for i in range(at + 1, first))
    ):
        return None
    if parsed.word(first - 1).lower() == "to" and parsed.word(first - 2).lower() not in BINDING:
        return None
    head = at
    for _ in range(4):  # "assistance of grain worth ...", "trade in goods and services totalling ...": the outer noun
        above = parsed.heads[head]
        if parsed.deps[head] == "conj" and parsed.pos[above] in NOUNS:
            head = above
        elif parsed.deps[head] == "pobj" and above < head and parsed.pos[parsed.heads[above]] in NOUNS:
            head = parsed.heads[above]
        else:
            break
    return head, _range(parsed, left_edge(parsed, head), at + 1), "worth"


def _colon(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "Authorised capital: $100 billion", "742 million dollars: first credit agreements"."""
    if first - 1 > sentence[0] and parsed.word(first - 1) == ":" and parsed.pos[first - 2] in NOUNS:
        return first - 2, _range(parsed, left_edge(parsed, first - 2), first - 1), "colon"
    if last + 1 < sentence[1] and parsed.word(last) == ":":
        phrase = _noun_phrase(parsed, last + 1, sentence[1])
        return (phrase[0], _range(parsed, phrase[1], phrase[2]), "colon") if phrase else None
    return None


def _led(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "$3.2 million in humanitarian assistance", "$524 million to the next phase of its work"."""
    if last < sentence[1] and parsed.word(last).lower() == "each":
        last += 1
    if (
        last >= sentence[1]
        or parsed.word(last).lower() not in LEADING
        or parsed.pos[min(last + 1, sentence[1] - 1)] == "VERB"
    ):
        return None
    phrase = _noun_phrase(parsed, last + 1, sentence[1])
    return (phrase[0], _range(parsed, phrase[1], phrase[2]), "led") if phrase else None


def _verb(parsed: Parsed, first: int, last: int, sentence: tuple[int, int]) -> Found | None:
    """As in "invested $1.8 million to empower young women": the verb phrase says what the money is of."""
    verb = verb_above(parsed, last - 1)
    if verb < 0 or verb > first:
        return None
    subject = next((c for c in parsed.children[verb] if parsed.deps[c] == "nsubj" and parsed.pos[c] in NOUNS), -1)
    if parsed.lemmas[verb] == "be" and subject >= 0:  # "the programme is worth": the subject is what it is of
        return subject, _range(parsed, left_edge(parsed, subject), phrase_end(parsed, subject, verb)), "worth"
    end = max(last, min(parsed.edges(verb)[1], sentence[1]))
    while end > last and parsed.word(end - 1) in (".", ",", ";", "and"):
        end -= 1
    return verb, _range(parsed, verb, end), "verb"
