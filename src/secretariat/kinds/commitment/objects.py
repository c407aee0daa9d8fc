"""What is undertaken: the object as written, cut into items where the words make each a promise of its own."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidate import Bond, Candidate


def undertaken(reading: Reading, bond: Bond, verb: int) -> Iterator[Candidate]:
    """The candidate of one verb, and of each verb that the words set beside it with an infinitive marker of its own."""
    first, last = object_of(reading, verb)
    cuts = list_marks(reading, verb)
    starts = [first, *(c + 1 for c in cuts)]
    heads = [verb, *(_verb_from(reading, c + 1) for c in cuts)]
    final = heads[-1]
    if final + 2 < len(reading.parsed) and reading.parsed.word(final + 1) == "-":
        final += 2  # "re-establish"
    for n, (start, head) in enumerate(zip(starts, heads, strict=True)):
        end = cuts[n] if n < len(cuts) else max(last, reading.tree.core(final)[1]) if cuts else last
        yield made(reading, bond, head, start, shortened(reading, start, end))


def made(reading: Reading, bond: Bond, verb: int, first: int, last: int) -> Candidate:
    """A candidate whose evidence reaches from actor or trigger to the end of the object."""
    begin, end = reading.sentence(bond.trigger)
    actor = bond.actor
    near = [bond.trigger, first, actor.first if actor and begin <= actor.first else bond.trigger]
    where = (min(x for x in near if x >= begin), min(max(last, bond.trigger + 1), end))
    return Candidate(bond.rule, bond.trigger, verb, actor, first, last, bond.status, where)


def object_of(reading: Reading, verb: int) -> tuple[int, int]:
    """From the verb (with adverbs right before it) to the end of its clause."""
    first, last = reading.tree.core(verb)
    parsed = reading.parsed
    start = verb
    while (
        start - 1 >= first
        and parsed.deps[start - 1] == "advmod"
        and parsed.heads[start - 1] == verb
        and parsed.tags[start - 1] == "RB"
    ):
        start -= 1
    for c in reading.tree.conjuncts(verb):  # a clause with a subject or modal of its own is another story
        told = parsed.tags[verb] in ("VBD", "VBN") and parsed.tags[c] in ("VBD", "VBN") and reading.tree.has(c, "dobj")
        if c > verb and (told or reading.tree.has(c, "nsubj") or own_modal(reading, c) >= 0):
            last = min(last, reading.tree.left[c])
    return start, last


def shortened(reading: Reading, first: int, last: int) -> int:
    """Cut what only comments: participles, relative clauses, "consistent with", "in order to"; closing marks."""
    parsed = reading.parsed
    for i in range(first + v.SHORTEST, last - 1):
        following = parsed.word(i + 1).lower()
        comma = parsed.word(i) in (",", ";", "–", "—")
        if comma and (parsed.tags[i + 1] in ("VBG", "WDT", "WP", "TO") or following in v.COMMENTING):
            last = i
            break
        if parsed.tags[i] == "WDT" or (parsed.word(i).lower() in ("in", "as") and following in ("order", "part")):
            last = i
            break
    while last - 1 > first and (
        parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] in ("CC", ",", ".", "IN", "DT", "PRP$")
    ):
        last -= 1
    return last


def list_marks(reading: Reading, verb: int) -> list[int]:
    """Tokens "to" that open a further item: "to maintaining A, to cracking down on B and to closing C"."""
    parsed = reading.parsed
    form = parsed.tags[verb]
    if form not in ("VB", "VBG") or verb == 0:
        return []
    if not any(parsed.word(i).lower() == "to" for i in range(max(verb - 3, 0), verb)):
        return []
    marks: list[int] = []
    for i in range(verb + 2, reading.sentence(verb)[1] - 1):
        if _new_clause(reading, i):
            break
        if parsed.word(i).lower() != "to":
            continue
        joined = parsed.word(i - 1).lower() in ("and", "or")
        if form == "VB" and not joined and not marks and parsed.tags[i + 1] == "VB":
            break  # a purpose has begun: what "and to" goes on with is open
        if (joined or (form == "VBG" and parsed.word(i - 1) == ",")) and parsed.tags[
            _verb_from(reading, i + 1)
        ] == form:
            marks.append(i)
    return marks


def _new_clause(reading: Reading, token: int) -> bool:
    """The token is the subject of a finite clause that goes on with something else."""
    parsed = reading.parsed
    subject = parsed.deps[token] in ("nsubj", "nsubjpass") and parsed.tags[token] != "WDT"
    return subject and parsed.tags[parsed.heads[token]] in ("VBD", "MD")


def _verb_from(reading: Reading, token: int) -> int:
    """The first word from a token on that is no adverb."""
    while token < len(reading.parsed) - 1 and reading.parsed.tags[token] == "RB":
        token += 1
    return token


def marked(reading: Reading, verb: int) -> bool:
    """The verb has an infinitive marker of its own."""
    return any(reading.parsed.tags[c] == "TO" for c in reading.tree.children[verb])


def through(reading: Reading, verb: int) -> int:
    """As in "continue to support": the verb that says what is undertaken."""
    for _ in range(3):
        inner = reading.tree.child(verb, "xcomp", "advcl")
        if reading.parsed.lemmas[verb] not in v.TRANSPARENT or inner is None or inner < verb:
            break
        if reading.parsed.tags[inner] not in ("VB", "VBG"):
            break
        verb = inner
    return _over_comment(reading, verb)


def _over_comment(reading: Reading, verb: int) -> int:
    """As in "will endeavour, consistent with our laws, to act": the infinitive after a comment between commas."""
    parsed = reading.parsed
    if parsed.lemmas[verb] not in v.TRANSPARENT or verb + 1 >= len(parsed) or parsed.word(verb + 1) != ",":
        return verb
    for i in range(verb + 2, min(reading.sentence(verb)[1] - 1, verb + 15)):
        if parsed.word(i).lower() == "to" and parsed.word(i - 1) == "," and parsed.tags[i + 1] == "VB":
            return i + 1
    return verb


def money(reading: Reading, token: int) -> bool:
    """The token belongs to an amount."""
    text = reading.parsed.word(token)
    return (
        text[:1] in "$€£¥₹"
        or reading.parsed.tags[token] in ("$", "CD")
        or reading.parsed.lemmas[token] in ("million", "billion", "dollar", "euro")
    )


def own_modal(reading: Reading, verb: int) -> int:
    """The "will", "shall" or "would" that stands on this very verb, -1 where there is none."""
    for c in reading.tree.children[verb]:
        if c < verb and reading.parsed.tags[c] == "MD" and reading.parsed.word(c).lower().strip("'’") in v.MODALS:
            return c
    return -1


def modal(frame: Frame) -> bool:
    """The clause is under a modal, a negation or a condition: it does not tell what is the case."""
    return any(o.link in ("modal", "negation", "condition") for o in frame.operators)


def agent_of(reading: Reading, frame: Frame) -> Role | None:
    """The agent; of two subjects ("the chipmaker Intel") the name."""
    found = frame.all("agent")
    return next((r for r in reversed(found) if reading.parsed.pos[r.head] == "PROPN"), found[0] if found else None)
