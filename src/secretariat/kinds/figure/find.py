"""From quantities to claims: judge, count, name the subject, and cut the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.frame import Reading
from secretariat.kinds._parties import actors, value
from secretariat.kinds.figure.amounts import count_amount
from secretariat.kinds.figure.counted import Counted, count_noun, sentence_at, verb_above
from secretariat.kinds.figure.judge import rejection
from secretariat.kinds.figure.quantities import Quantity, find_quantities
from secretariat.kinds.figure.vocabulary import SHORTEST_CLAUSE
from secretariat.model.claim import Claim
from secretariat.model.parsed import Parsed

LONGEST_SUBJECT = 14
CALENDAR = ("DATE", "TIME", "SET", "DURATION")


def find(reading: Reading) -> Iterator[Claim]:
    """The figures of a document, in the order of the text."""
    for counted in figures(reading):
        yield _claim(reading, counted)


def figures(reading: Reading) -> Iterator[Counted]:
    """Quantities that count something, each with what it counts; also read by the kind `commitment` for amounts."""
    parsed = reading.parsed
    times = [(t.start, t.end) for t in parsed.times if t.type in CALENDAR]
    before: Counted | None = None
    for quantity in find_quantities(parsed.document.text):
        counted = _counted(parsed, quantity, before)
        if counted.first >= len(parsed) or counted.first >= counted.last or rejection(parsed, counted, times):
            continue
        if before is not None and _repeated(parsed, before, counted):
            continue
        before = counted
        yield counted


def _repeated(parsed: Parsed, before: Counted, counted: Counted) -> bool:
    """As in "$40 billion — $40 billion": a speaker says the number twice."""
    between = parsed.document.text[before.quantity.end : counted.quantity.start].strip()
    return before.quantity.value == counted.quantity.value and between in ("—", "–", "-", "--", "—-")


def _counted(parsed: Parsed, quantity: Quantity, before: Counted | None) -> Counted:
    counted = count_amount(parsed, quantity) if quantity.unit else count_noun(parsed, quantity)
    if before is None or counted.first >= len(parsed) or counted.first >= counted.last:
        return counted
    near = sentence_at(parsed, counted.first) == sentence_at(parsed, before.first)
    if quantity.unit and near and _twin(parsed, before, counted):
        return replace(counted, head=before.head, of=before.of, way="twin")
    if near and not counted.unit and _ellipsis(parsed, counted):
        return replace(counted, head=before.head, unit=before.unit, of=before.of, way="ellipsis")
    return counted


def _twin(parsed: Parsed, before: Counted, counted: Counted) -> bool:
    """The second amount of "1.5 billion yuan (214 million dollars)" is of the same thing as the first."""
    between = parsed.document.text[before.quantity.end : counted.quantity.start].strip()
    return (
        bool(before.quantity.unit)
        and between in ("(", "or", "or (", ", or", "and")
        and before.quantity.unit != counted.unit
    )


def _ellipsis(parsed: Parsed, counted: Counted) -> bool:
    """As in "A has 49 million people; B has 36 million": a number that ends its clause as object of "have"."""
    verb = verb_above(parsed, counted.last - 1)
    ends = counted.last >= len(parsed) or parsed.pos[counted.last] == "PUNCT"
    return (
        ends
        and counted.quantity.bound in ("exact", "about", "over", "nearly")
        and verb >= 0
        and parsed.lemmas[verb] == "have"
    )


def _claim(reading: Reading, counted: Counted) -> Claim:
    parsed, quantity = reading.parsed, counted.quantity
    where = _evidence(reading, counted)
    args = {
        "value": quantity.value,
        "bound": quantity.bound,
        "unit": counted.unit,
        "of": _words(parsed, counted),
        "subject": value(_subject(reading, counted)),
        "per": quantity.per,
    }
    return reading.claim(
        "figure", args, where, at=counted.first, rule=f"figure.{counted.way}", modality=_modality(reading, counted)
    )


def _words(parsed: Parsed, counted: Counted) -> str:
    if counted.of is None:
        return ""
    words = " ".join(parsed.document.text[slice(*counted.of)].replace("*", "").replace("_", " ").split())
    for article in ("the ", "a ", "an "):
        words = words.removeprefix(article)
    return words


def _subject(reading: Reading, counted: Counted) -> tuple[str, ...]:
    """Whose figure it is: the possessor of the thing counted, else the agent whose object it is."""
    parsed, tree = reading.parsed, reading.tree
    if counted.head >= 0 and counted.way != "ellipsis":
        owner = tree.child(counted.head, "poss")
        if owner is not None and parsed.tags[owner] != "WP$":
            return actors(reading, *tree.core(owner), owner)
    verb = _governor(parsed, counted)
    frame = reading.frame_at(verb) if verb >= 0 else None
    role = frame.role("agent") if frame else None
    if role is None or role.first <= counted.first < role.last or role.last - role.first > LONGEST_SUBJECT:
        return ()
    vague = parsed.tags[role.head] in ("DT", "WDT", "WP", "EX")
    return () if vague else actors(reading, role.first, role.last, role.head)


def _governor(parsed: Parsed, counted: Counted) -> int:
    """The verb whose object or predicate the thing counted is, -1 where it stands deeper in the sentence."""
    node = counted.head if counted.head >= 0 else counted.last - 1
    if counted.way in ("verb", "led", "amount", "twin", "worth", "moved", "ellipsis"):
        return verb_above(parsed, counted.last - 1)
    for _ in range(4):
        if parsed.deps[node] in ("dobj", "attr", "oprd", "dative"):
            return parsed.heads[node]
        if parsed.deps[node] == "pobj" and parsed.heads[parsed.heads[node]] == verb_above(parsed, node):
            return parsed.heads[parsed.heads[node]]
        if parsed.deps[node] not in ("conj", "nummod", "compound", "quantmod"):
            return -1
        node = parsed.heads[node]
    return -1


def _modality(reading: Reading, counted: Counted) -> str:
    """The governing clause's; "no more than" and a negated clause around it do not deny the number."""
    verb = verb_above(reading.parsed, counted.last - 1)
    frame = reading.frame_at(verb) if verb >= 0 else None
    if frame is None or (frame.form == "copular" and frame.tense != "future"):
        return "asserted"
    negated = frame.denied and reading.tree.has(verb, "neg") and _governor(reading.parsed, counted) == verb
    return frame.modality if negated or not frame.denied else "asserted"


def _evidence(reading: Reading, counted: Counted) -> tuple[int, int]:
    """The clause that holds number and thing counted; the sentence where the clause is too short to be understood."""
    parsed = reading.parsed
    begin, end = sentence_at(parsed, counted.first)
    verb = verb_above(parsed, counted.last - 1)
    last = counted.last
    if counted.of is not None and counted.way != "ellipsis":
        while last < end and parsed.starts[last] < counted.of[1]:
            last += 1
    if verb < 0 or verb < begin:
        return begin, end
    a, b = reading.clause(verb)
    a, b = max(min(a, counted.first), begin), min(max(b, last), end)
    return (a, b) if b - a >= SHORTEST_CLAUSE else (begin, end)
