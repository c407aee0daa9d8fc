"""How far what is said reaches: the clause or noun phrase that a reporting verb governs."""

from __future__ import annotations

from secretariat.frame import Frame, Reading
from secretariat.kinds.statement import vocabulary as v

FINITE = ("VBD", "VBP", "VBZ", "MD")
Found = tuple[int, int, str, int]
"""First and one past the last token of the content, the rule, and one past the last token of the cue."""


def clause(reading: Reading, frame: Frame) -> Found | None:
    """A complement clause before or after the verb, its "that" left out, to the end of what was said."""
    parsed, tree = reading.parsed, reading.tree
    marker = _marker(reading, frame.token)
    for c in tree.children[frame.token]:
        if parsed.deps[c] != "ccomp" or parsed.tags[c] == "VBG" or (marker and c < marker):
            continue  # "A went on: B said that": what stands before is A's
        said = [c, *(x for x in tree.conjuncts(c) if x > c)]
        subject = any(tree.has(x, "nsubj", "nsubjpass", "expl", "csubj") for x in said)
        if not subject and parsed.tags[c] == "VB":
            continue
        if frame.predicate.split()[0] in v.WEAK and not _that(reading, c):
            continue
        first, last = _before(reading, c, frame) if c < frame.token else _after(reading, c, frame)
        if last - first > 2:
            return first, last, "clause", frame.token + 1
    end = reading.sentence(frame.token)[1]
    if marker and end - marker > 4:
        return marker + 1, trimmed(reading, marker + 1, end), "clause", frame.token + 1
    return None


def _marker(reading: Reading, verb: int) -> int:
    """The "that" which opens what was said, right after the verb or after a short adverbial; 0 where none does."""
    parsed = reading.parsed
    for i in range(verb + 1, min(verb + 9, reading.sentence(verb)[1] - 1)):
        if parsed.word(i).lower() == "that" and parsed.tags[i] in ("IN", "DT", "WDT"):
            determiner = parsed.deps[i] == "det" or (parsed.tags[i] == "WDT" and parsed.deps[i] != "mark")
            return 0 if determiner and i > verb + 1 else i
        thing = parsed.deps[i] in ("dobj", "pobj") and parsed.heads[i] == verb
        if parsed.pos[i] in ("VERB", "PUNCT") or (thing and parsed.lemmas[verb] not in v.TELLING):
            break  # "doubted the claim that": the clause belongs to the noun
    return 0


def thing_said(reading: Reading, frame: Frame) -> Found | None:
    """A noun phrase that spells the content out; what "express NOUN" governs."""
    parsed, tree = reading.parsed, reading.tree
    thing = next((c for c in tree.children[frame.token] if parsed.deps[c] == "dobj" and c > frame.token), None)
    if thing is None or (
        frame.predicate == "welcome" and any(parsed.lemmas[c] == "to" for c in tree.children[frame.token])
    ):
        return None
    if frame.predicate in v.COURTESY and _person(reading, thing):
        return _courtesy(reading, frame)
    end = tree.core(frame.token)[1]
    following = [tree.left[c] for c in tree.children[frame.token] if c > thing and other_report(reading, c)]
    last = min([*following, end])
    while last - 1 > thing and (parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] == "CC"):
        last -= 1
    first = min(
        [tree.core(thing)[0], *(tree.left[c] for c in tree.children[frame.token] if parsed.deps[c] == "dative")]
    )
    if (
        frame.predicate in ("express", "voice", "convey")
        and parsed.lemmas[thing] in v.ATTITUDES
        and not tree.has(thing, "poss")
    ):
        inner = _governed(reading, thing)
        if inner is not None:
            return inner, max(last, inner + 1), "content", thing + 1
    return (first, last, "content", frame.token + 1) if last - first > 1 else None


def clause_end(reading: Reading, verb: int) -> int:
    """One past the last token of a verb's clause, before another report begins."""
    tree = reading.tree
    last = min(
        [tree.left[c] for c in tree.children[verb] if c > verb and other_report(reading, c)] + [tree.core(verb)[1]]
    )
    return trimmed(reading, verb, last)


def reporting(reading: Reading, verb: int) -> bool:
    """True for a verb that reports a clause or a content."""
    return reading.parsed.lemmas[verb] in v.CLAUSE | v.CONTENT


def other_report(reading: Reading, child: int) -> bool:
    """A coordinated finite verb of the report: its own statement begins there."""
    return reading.parsed.deps[child] in ("conj", "parataxis") and reading.parsed.tags[child] in (*FINITE, "VBN")


def trimmed(reading: Reading, first: int, last: int) -> int:
    """`last` moved back over marks and conjunctions at the end of a stretch that begins at `first`."""
    parsed = reading.parsed
    while last - 1 > first and (parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] == "CC"):
        last -= 1
    return last


def _that(reading: Reading, head: int) -> bool:
    return (
        any(reading.parsed.word(c).lower() in ("that", "how") for c in reading.tree.children[head] if c < head)
        or reading.tree.left[head] < head
        and reading.parsed.word(reading.tree.left[head]).lower() == "that"
    )


def _before(reading: Reading, head: int, frame: Frame) -> tuple[int, int]:
    """As in "A has joined, B said": everything before the speaker."""
    first, last = reading.tree.core(head)
    subject = reading.tree.child(frame.token, "nsubj")
    if subject is not None and reading.parsed.word(reading.tree.left[subject] - 1) == ":":
        return first, first  # "what we heard: every leader said": an announcement, not what was said
    stop = min(frame.token, reading.tree.left[subject] if subject is not None else frame.token)
    return first, trimmed(reading, first, min(max(last, head + 1), stop))


def _after(reading: Reading, head: int, frame: Frame) -> tuple[int, int]:
    """The content clause and the clauses that go on with it, up to the speaker's own next act."""
    parsed, tree = reading.parsed, reading.tree
    first = tree.core(head)[0]
    while first < head and (parsed.word(first).lower() == "that" or parsed.pos[first] == "PUNCT"):
        first += 1
    end = tree.core(frame.token)[1]
    own = [
        c
        for c in tree.children[frame.token]
        if c > head and parsed.deps[c] in ("conj", "parataxis") and _acts(reading, c)
    ]
    own += [c for c in tree.conjuncts(head) if c > head and reporting(reading, c) and not tree.has(c, "nsubj")]
    return first, trimmed(reading, first, min([tree.left[c] for c in own] + [end]))


def _acts(reading: Reading, verb: int) -> bool:
    """A coordinated verb is the speaker's next act where it shares the speaker's past tense or reports again."""
    parsed = reading.parsed
    if reading.tree.has(verb, "nsubj", "nsubjpass"):
        return reporting(reading, verb)
    return reporting(reading, verb) or parsed.tags[verb] in ("VBD", "VBN")


def _courtesy(reading: Reading, frame: Frame) -> Found | None:
    """As in "congratulated B on C": what for is the content; bare courtesy says nothing."""
    for c in reading.tree.children[frame.token]:
        if (
            reading.parsed.deps[c] == "prep"
            and reading.parsed.lemmas[c] in ("for", "on")
            and frame.predicate != "welcome"
        ):
            return c + 1, trimmed(reading, c + 1, reading.tree.span(c)[1]), "content", frame.token + 1
    return None


def _person(reading: Reading, noun: int) -> bool:
    mention = reading.mention_at(noun)
    return (
        reading.parsed.pos[noun] == "PROPN"
        and not reading.tree.has(noun, "poss")
        and (mention is None or mention.type == "person")
    )


def _governed(reading: Reading, noun: int) -> int | None:
    parsed, tree = reading.parsed, reading.tree
    for c in tree.children[noun]:
        if c > noun and parsed.deps[c] in ("acl", "ccomp", "relcl") and parsed.tags[c] != "VBG":
            first = tree.core(c)[0]
            return first + 1 if parsed.word(first).lower() == "that" else first
        if c > noun and parsed.deps[c] == "prep" and parsed.lemmas[c] in ("for", "in", "about", "at", "over"):
            return c + 1
    return None
