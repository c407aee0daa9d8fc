"""Reported speech and thought from frames: who, by which word, what; the content to the end of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.statement import vocabulary as v

SILENT = ("heading", "furniture", "caption", "dateline")
FINITE = ("VBD", "VBP", "VBZ", "MD")


@dataclass(frozen=True, slots=True)
class Report:
    """One report.

    Attributes:
        rule: construction ("clause", "content", "demand", "urge", "noun").
        cue: token range of the reporting words.
        source: the phrase that names the speaker.
        first, last: tokens of the content.
        audience: the phrase that names who is told, or None.
    """

    rule: str
    cue: tuple[int, int]
    source: Role
    first: int
    last: int
    audience: Role | None = None


def reports(reading: Reading) -> Iterator[Report]:
    """Reports of a document, in the order of their cues."""
    found = [r for f in reading.frames if f.form != "nominal" and _usable(reading, f) for r in _verbal(reading, f)]
    for first, last, block in reading.sentences():
        if block.kind not in SILENT:
            found += [r for i in range(first, last) if reading.parsed.lemmas[i] in v.SAYINGS for r in _noun(reading, i)]
    yield from sorted(found, key=lambda r: r.cue)


def _usable(reading: Reading, frame: Frame) -> bool:
    """Not in a heading, not denied or passive, not inside a question."""
    if frame.denied or frame.passive or reading.block(frame.token).kind in SILENT:
        return False
    return (
        reading.parsed.word(reading.sentence(frame.token)[1] - 1) != "?" or reading.parsed.word(frame.token + 1) == "?"
    )


def _verbal(reading: Reading, frame: Frame) -> Iterator[Report]:
    lemma = frame.predicate.split()[0]
    source = _source(reading, frame)
    if source is None or not _reports(reading, frame):
        return
    cue = _cue(reading, frame)
    if lemma in v.CLAUSE | v.CONTENT:
        found = _clause(reading, frame) or (_thing(reading, frame) if lemma in v.CONTENT else None)
        if found:
            yield Report(found[2], (cue[0], max(cue[1], found[3])), source, found[0], found[1], _audience(frame))
            return
    if lemma in v.DEMANDING:
        yield from _demand(reading, frame, source, cue)
    elif lemma in v.URGING:
        yield from _urge(reading, frame, source, cue)


def _source(reading: Reading, frame: Frame) -> Role | None:
    """Who speaks: a subject that is no first or second person and no mute thing."""
    parsed = reading.parsed
    for role in frame.all("agent"):
        word = parsed.word(role.head).lower()
        if word == "we" and parsed.tags[frame.token] == "VBD":
            return role  # the signatories tell what they said: "We underscored that"
        if role.via == "relative" or word in v.FIRST or (parsed.lemmas[role.head] in v.MUTE and word != "it"):
            continue
        if parsed.pos[role.head] not in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
            return _names_before(reading, frame.token)
        if not _abstract(reading, role.head):
            return role
        return _outer(reading, frame.token)
    return None


def _abstract(reading: Reading, head: int) -> bool:
    """Processes and qualities say nothing; "both of these sessions" neither."""
    parsed = reading.parsed
    lemma = parsed.lemmas[head]
    if lemma in v.TEXTS or lemma in v.BODIES:
        return False
    of_things = parsed.tags[head] in ("DT", "CD", "PDT") and reading.tree.has(head, "prep")
    return of_things or (parsed.pos[head] == "NOUN" and lemma.endswith(v.ABSTRACT))


def _outer(reading: Reading, token: int) -> Role | None:
    """The speaker of the report around, where the parser gave its second verb to the wrong subject."""
    for up in reading.tree.ancestors(token):
        frame = reading.frame_at(up)
        role = frame.role("agent") if frame and _reporting(reading, up) else None
        if role is not None and not _abstract(reading, role.head):
            return role
    return None


def _names_before(reading: Reading, verb: int) -> Role | None:
    """Names that stand right before the verb, where the parser made something else of them."""
    parsed = reading.parsed
    begin, _ = reading.sentence(verb)
    first = verb
    while first > begin and (parsed.pos[first - 1] == "PROPN" or parsed.word(first - 1).lower() in ("and", "the")):
        first -= 1
    names = [i for i in range(first, verb) if parsed.pos[i] == "PROPN"]
    return Role("agent", names[-1], first, verb, "list") if len(names) > 1 else None


def _reports(reading: Reading, frame: Frame) -> bool:
    """The verb is finite (or shares a finite verb's tense) and not wished, planned or asked."""
    parsed = reading.parsed
    if any(o.link in ("modal", "condition", "negation") for o in frame.operators):
        return False
    if any(
        o.link in ("infinitive", "purpose") and o.cls in ("hope", "plan", "ask", "possible") for o in frame.operators
    ):
        return False
    token = frame.token
    if parsed.tags[token] in FINITE:
        return True
    return any(
        parsed.tags[c] in FINITE and parsed.deps[c] in ("aux", "auxpass") for c in reading.tree.children[token]
    ) or (parsed.deps[token] == "conj" and parsed.tags[token] == "VBN")


def _cue(reading: Reading, frame: Frame) -> tuple[int, int]:
    particle = reading.tree.child(frame.token, "prt")
    return frame.token, (particle + 1 if particle == frame.token + 1 else frame.token + 1)


Found = tuple[int, int, str, int]


def _clause(reading: Reading, frame: Frame) -> Found | None:
    """A complement clause before or after the verb, its "that" left out, to the end of what was said."""
    parsed, tree = reading.parsed, reading.tree
    for c in tree.children[frame.token]:
        if parsed.deps[c] != "ccomp" or parsed.tags[c] == "VBG":
            continue
        said = [c, *(x for x in tree.conjuncts(c) if x > c)]
        subject = any(tree.has(x, "nsubj", "nsubjpass", "expl", "csubj") for x in said)
        if not subject and parsed.tags[c] == "VB":
            continue
        if frame.predicate.split()[0] in v.WEAK and not _that(reading, c):
            continue
        first, last = _before(reading, c, frame) if c < frame.token else _after(reading, c, frame)
        if last - first > 2:
            return first, last, "clause", frame.token + 1
    return None


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
    stop = min(frame.token, reading.tree.left[subject] if subject is not None else frame.token)
    return first, _trimmed(reading, first, min(max(last, head + 1), stop))


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
    own += [c for c in tree.conjuncts(head) if c > head and _reporting(reading, c) and not tree.has(c, "nsubj")]
    return first, _trimmed(reading, first, min([tree.left[c] for c in own] + [end]))


def _acts(reading: Reading, verb: int) -> bool:
    """A coordinated verb is the speaker's next act where it shares the speaker's past tense or reports again."""
    parsed = reading.parsed
    if reading.tree.has(verb, "nsubj", "nsubjpass"):
        return _reporting(reading, verb)
    return _reporting(reading, verb) or parsed.tags[verb] in ("VBD", "VBN")


def _reporting(reading: Reading, verb: int) -> bool:
    return reading.parsed.lemmas[verb] in v.CLAUSE | v.CONTENT


def _trimmed(reading: Reading, first: int, last: int) -> int:
    parsed = reading.parsed
    while last - 1 > first and (parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] == "CC"):
        last -= 1
    return last


def _thing(reading: Reading, frame: Frame) -> Found | None:
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
    following = [tree.left[c] for c in tree.children[frame.token] if c > thing and _other(reading, c)]
    last = min([*following, end])
    while last - 1 > thing and (parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] == "CC"):
        last -= 1
    first = tree.core(thing)[0]
    if (
        frame.predicate in ("express", "voice", "convey")
        and parsed.lemmas[thing] in v.ATTITUDES
        and not tree.has(thing, "poss")
    ):
        inner = _governed(reading, thing)
        if inner is not None:
            return inner, max(last, inner + 1), "content", thing + 1
    return (first, last, "content", frame.token + 1) if last - first > 1 else None


def _courtesy(reading: Reading, frame: Frame) -> Found | None:
    """As in "congratulated B on C": what for is the content; bare courtesy says nothing."""
    for c in reading.tree.children[frame.token]:
        if (
            reading.parsed.deps[c] == "prep"
            and reading.parsed.lemmas[c] in ("for", "on")
            and frame.predicate != "welcome"
        ):
            return c + 1, _trimmed(reading, c + 1, reading.tree.span(c)[1]), "content", frame.token + 1
    return None


def _person(reading: Reading, noun: int) -> bool:
    mention = reading.mention_at(noun)
    return (
        reading.parsed.pos[noun] == "PROPN"
        and not reading.tree.has(noun, "poss")
        and (mention is None or mention.type == "person")
    )


def _other(reading: Reading, child: int) -> bool:
    """A coordinated finite verb of the report: its own statement begins there."""
    return reading.parsed.deps[child] in ("conj", "parataxis") and reading.parsed.tags[child] in (*FINITE, "VBN")


def _governed(reading: Reading, noun: int) -> int | None:
    parsed, tree = reading.parsed, reading.tree
    for c in tree.children[noun]:
        if c > noun and parsed.deps[c] in ("acl", "ccomp", "relcl") and parsed.tags[c] != "VBG":
            first = tree.core(c)[0]
            return first + 1 if parsed.word(first).lower() == "that" else first
        if c > noun and parsed.deps[c] == "prep" and parsed.lemmas[c] in ("for", "in", "about", "at", "over"):
            return c + 1
    return None


def _demand(reading: Reading, frame: Frame, source: Role, cue: tuple[int, int]) -> Iterator[Report]:
    """As in "called on B to stop", "called for an end to": the content begins after the preposition."""
    parsed, tree = reading.parsed, reading.tree
    wanted = v.DEMANDING[frame.predicate.split()[0]]
    prep = next((c for c in tree.children[frame.token] if parsed.lemmas[c] in wanted and c == frame.token + 1), None)
    if prep is None:
        return
    last = _clause_end(reading, frame.token)
    for c in tree.children[frame.token]:  # ", enriching X" is the reporter's comment
        if (
            parsed.deps[c] == "advcl"
            and parsed.tags[c] == "VBG"
            and c - prep > 6
            and parsed.word(tree.left[c] - 1) == ","
        ):
            last = min(last, tree.left[c] - 1)
    if last - prep > 2:
        yield Report("demand", (cue[0], prep + 1), source, prep + 1, last)


def _urge(reading: Reading, frame: Frame, source: Role, cue: tuple[int, int]) -> Iterator[Report]:
    last = _clause_end(reading, frame.token)
    if frame.role("theme") is not None and last - frame.token > 3:
        yield Report("urge", cue, source, frame.token + 1, last)


def _clause_end(reading: Reading, verb: int) -> int:
    parsed, tree = reading.parsed, reading.tree
    last = min([tree.left[c] for c in tree.children[verb] if c > verb and _other(reading, c)] + [tree.core(verb)[1]])
    while last - 1 > verb and (parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] == "CC"):
        last -= 1
    return last


def _audience(frame: Frame) -> Role | None:
    return frame.role("recipient") or (frame.role("theme") if frame.predicate in ("tell", "inform", "remind") else None)


def _noun(reading: Reading, noun: int) -> Iterator[Report]:
    """As in "India's announcement that it will resume exports", "a recognition among the leaders that"."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.lemmas[noun] not in v.SAYINGS:
        return
    owner = tree.child(noun, "poss")
    for c in tree.children[noun] if owner is None else ():
        if parsed.deps[c] == "prep" and parsed.lemmas[c] in ("by", "among", "of", "from"):
            owner = tree.child(c, "pobj")
    if owner is None or parsed.word(owner).lower() in ("our", "my", "your"):
        return
    for c in (c for k in (noun, owner) for c in tree.children[k]):
        if (
            c > noun
            and parsed.deps[c] in ("acl", "ccomp", "relcl")
            and parsed.tags[c] in ("VB", "VBZ", "VBP", "VBD", "VBN")
        ):
            first, last = tree.core(c)
            if parsed.word(first).lower() == "that":
                yield Report("noun", (noun, noun + 1), Role("agent", owner, *tree.phrase(owner)), first + 1, last)
                return
