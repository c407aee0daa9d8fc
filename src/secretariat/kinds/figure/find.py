"""From quantities to claims: judge, count, name the subject, and cut the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds._parties import actors, value
from secretariat.kinds.commitment.candidates import candidates
from secretariat.kinds.commitment.judge import verdict
from secretariat.kinds.figure.counted import Counted, counts_itself, sentence_at, verb_above
from secretariat.kinds.figure.counting import figures
from secretariat.kinds.figure.vocabulary import SHORTEST_CLAUSE
from secretariat.model.claim import Claim
from secretariat.model.parsed import Parsed
from secretariat.model.time import ValidTime

LONGEST_SUBJECT = 14
ADDRESSED = frozenset({"you", "your", "one"})  # anybody: "when you add up the numbers"
UNEXPLAINED = frozenset("he she it they his her its their them you your".split())


def find(reading: Reading) -> Iterator[Claim]:
    """The figures of a document, in the order of the text."""
    promised = [(c.first, c.last) for c in candidates(reading) if c.status == "promised" and verdict(reading, c)[0]]
    for counted in figures(reading):
        inside = any(first <= counted.first < last for first, last in promised)
        yield _claim(reading, counted, "promised" if inside else _modality(reading, counted))


def _claim(reading: Reading, counted: Counted, modality: str) -> Claim:
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
        "figure",
        args,
        where,
        at=counted.first,
        time=_time(reading, counted, where),
        rule=f"figure.{counted.way}",
        modality=modality,
    )


def _time(reading: Reading, counted: Counted, where: tuple[int, int]) -> ValidTime | None:
    """The time of the figure's own clause: one that its evidence shows, or an anchor."""
    time = reading.time(counted.first)
    if time is None or not time.text or _inside_name(reading, counted):
        return None
    shown = " ".join(reading.evidence(*where).text.split())
    return time if " ".join(time.text.split()) in shown else None


def _inside_name(reading: Reading, counted: Counted) -> bool:
    """As in "the nation of 1.3 million people joined in 2002": the number describes the subject, the year the act."""
    parsed = reading.parsed
    node = counted.head if counted.head >= 0 else counted.last - 1
    owner = parsed.heads[parsed.heads[node]]
    described = parsed.deps[node] == "pobj" and parsed.deps[parsed.heads[node]] == "prep"
    return (
        described and parsed.deps[owner] in ("nsubj", "nsubjpass", "appos") and parsed.pos[owner] in ("NOUN", "PROPN")
    )


def _words(parsed: Parsed, counted: Counted) -> str:
    if counted.of is None:
        return ""
    written = parsed.document.text[slice(*counted.of)].split("](")[0].lstrip("[")
    if counted.way == "worth" and ", with " in " ".join(written.split()):
        return ""  # what the amount is the worth of may stand on either side
    words = " ".join(written.replace("*", "").replace("_", " ").split())
    for article in ("the ", "a ", "an "):
        words = words.removeprefix(article)
    return words


def _subject(reading: Reading, counted: Counted) -> tuple[str, ...]:
    """Whose figure it is: the possessor of the thing counted, else the agent whose object it is."""
    parsed, tree = reading.parsed, reading.tree
    if counted.head >= 0 and counted.way != "ellipsis":
        owner = tree.child(counted.head, "poss")
        if owner is not None and parsed.tags[owner] != "WP$":
            return _known(actors(reading, *tree.core(owner), owner))
    verb = _governor(parsed, counted)
    frame = reading.frame_at(verb) if verb >= 0 else None
    role = frame.role("agent") if frame else None
    if role is None or role.first <= counted.first < role.last or role.last - role.first > LONGEST_SUBJECT:
        return ()
    vague = parsed.tags[role.head] in ("DT", "WDT", "WP", "EX") or parsed.word(role.head).lower() in ADDRESSED
    if parsed.word(role.head) in ("I", "me"):  # a person's own, never the publisher's
        speaker = reading.attribution(counted.first)
        return (speaker.source,) if speaker else ()
    return () if vague else _known(actors(reading, role.first, role.last, role.head))


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    """Nobody, where a pronoun is all that is known of the owner, or a link cuts its name."""
    return () if any(n.lower() in UNEXPLAINED or "[" in n for n in names) else names


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
        listed = parsed.deps[node] == "appos" and counts_itself(
            parsed, node
        )  # "has six hubs, nine ports and two yards"
        if not listed and parsed.deps[node] not in ("conj", "nummod", "compound", "quantmod"):
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
