"""Candidates: every place whose wording can be an undertaking or a delivery, with actor and object found.

One function for each construction; the name of the construction is the rule. Nothing is decided here about whether a
careful reader would sign the claim: that is `judge`, with the learned filter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.commitment import vocabulary as v

VERB = "V"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible commitment.

    Attributes:
        rule: construction ("will", "performative", "ready", "noun", "delivery", "progress", "bullet", ...).
        trigger: token whose wording binds. verb: head of the thing undertaken (verb or noun).
        actor: the phrase that names the actor; None where only the context does.
        first, last: tokens of the object as written.
        status: "promised", "under-way", "delivered".
        where: tokens of the evidence.
        lead: token in a governing lead-in, -1 where there is none.
    """

    rule: str
    trigger: int
    verb: int
    actor: Role | None
    first: int
    last: int
    status: str
    where: tuple[int, int]
    lead: int = -1


def candidates(reading: Reading) -> Iterator[Candidate]:
    """All candidates of a document, in the order of their triggers."""
    seen: set[tuple[int, int]] = set()
    for found in sorted(_all(reading), key=lambda c: (c.trigger, c.verb)):
        if (found.verb, found.last) not in seen and found.last > found.first:
            seen.add((found.verb, found.last))
            yield found


def _all(reading: Reading) -> Iterator[Candidate]:
    for frame in reading.frames:
        if reading.block(frame.token).kind in ("heading", "furniture", "caption", "dateline"):
            continue
        if frame.form == "nominal":
            continue
        for finder in (_will, _going, _performative, _intending, _announced, _delivery, _progress, _working):
            yield from finder(reading, frame)
    for first, last, block in reading.sentences():
        if block.kind not in ("heading", "caption", "dateline"):
            yield from _ready(reading, first, last)
            yield from _nouns(reading, first, last)
            if block.lead_in is not None:
                yield from _bullet(reading, first, last)


# -- constructions ----------------------------------------------------------------------------------------------------


def _will(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    modal = own_modal(reading, frame.token)
    if modal < 0 or any(
        reading.parsed.word(c).lower() in v.ASKING for c in reading.tree.children[frame.token] if c < modal
    ):
        return
    rule = "would" if reading.parsed.lemmas[modal] == "would" else "will"
    if rule == "would" and (
        reading.attribution(frame.token) is None or any(o.link == "condition" for o in frame.operators)
    ):
        return
    verb = _through(reading, frame.token)
    yield from _undertaken(reading, rule, modal, verb, _subject_of(reading, frame, modal), "promised")


def _subject_of(reading: Reading, frame: Frame, modal: int) -> Role | None:
    """The subject the verb itself has; parties named right before the modal where the parser sees fewer or none."""
    named = _named_before(reading, modal)
    own = reading.tree.child(frame.token, "nsubj", "nsubjpass")
    agent = _agent(reading, frame)
    if named is None or (own is not None and named.first <= own < named.last and len(reading.tree.conjuncts(own)) > 1):
        return agent
    if agent is None or own is None or named.first <= own < named.last or named.head - named.first > 1:
        return named
    return agent


def own_modal(reading: Reading, verb: int) -> int:
    """The "will", "shall" or "would" that stands on this very verb, -1 where there is none."""
    for c in reading.tree.children[verb]:
        if c < verb and reading.parsed.tags[c] == "MD" and reading.parsed.word(c).lower().strip("'’") in v.MODALS:
            return c
    return -1


def _named_before(reading: Reading, modal: int) -> Role | None:
    """Parties named right before the modal: "A and B will" has two subjects whatever the parser makes of them."""
    parsed = reading.parsed
    begin, _ = reading.sentence(modal)
    first, names, last = modal, 0, modal
    i = modal - 1
    while i >= begin:
        mention = reading.mention_at(i)
        if mention is not None and mention.form not in ("adjective", "demonym", "member") and mention.id:
            names, first, i = names + 1, mention.first, mention.first - 1
            last = max(last if last < modal else 0, mention.last)
        elif parsed.word(i).lower() in ("the", "and", ",", "also", "both") and (names == 0 or i - 1 >= begin):
            i -= 1
        else:
            break
    if not names or first == modal or parsed.word(first - 1).lower() in ("of", "between", "with", "in", "from", "for"):
        return None
    return Role("agent", last - 1, first, last, "list")


def _going(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    if frame.predicate != "go" or reading.parsed.tags[frame.token] != "VBG":
        return
    inner = reading.tree.child(frame.token, "xcomp")
    if inner is not None and reading.parsed.tags[inner] == "VB":
        yield from _undertaken(
            reading, "going", frame.token, _through(reading, inner), _agent(reading, frame), "promised"
        )


def _performative(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    if (
        frame.predicate not in v.PERFORMATIVE
        or frame.passive
        or _modal(frame)
        or frame.token in _ready_words(reading, frame.token)
    ):
        return
    yield from _complements(reading, "performative", frame.token, _agent(reading, frame))


def _intending(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    inner = reading.tree.child(frame.token, "xcomp")
    if frame.predicate not in v.INTENDING or inner is None or _modal(frame) or not _finite(reading, frame.token):
        return
    if reading.parsed.tags[inner] == "VB" and reading.parsed.deps[frame.token] != "relcl":
        yield from _undertaken(
            reading, "intending", frame.token, _through(reading, inner), _agent(reading, frame), "promised"
        )


def _finite(reading: Reading, verb: int) -> bool:
    """The verb carries tense itself or through an auxiliary: it asserts, it does not only modify."""
    parsed = reading.parsed
    if parsed.tags[verb] in ("VBP", "VBZ") or (parsed.tags[verb] == "VBD" and parsed.lemmas[verb] not in v.INTENDING):
        return True
    return any(parsed.tags[c] in ("VBP", "VBZ") and parsed.deps[c] == "aux" for c in reading.tree.children[verb])


def _announced(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """ "announced $3 million in assistance", "announced support for X": the noun is what is undertaken."""
    if frame.predicate not in v.ANNOUNCING or frame.passive:
        return
    for role in frame.all("theme"):
        if role.via == "path" and (reading.parsed.lemmas[role.head] in v.GIFTS or _money(reading, role.head)):
            yield _made(
                reading, "announced", frame.token, role.head, _agent(reading, frame), role.first, role.last, "promised"
            )


def _delivery(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """ "has provided vaccines to B", "financing provided by A": the past or perfect of handing over."""
    parsed = reading.parsed
    if frame.predicate not in v.GIVING or parsed.tags[frame.token] not in ("VBD", "VBN") or _modal(frame):
        return
    if frame.passive:
        thing = (
            parsed.heads[frame.token] if parsed.deps[frame.token] == "acl" else getattr(frame.role("theme"), "head", -1)
        )
        if thing >= 0 and frame.role("agent") is not None and parsed.lemmas[thing] not in v.INTANGIBLE:
            first, _ = reading.tree.phrase(_money_over(reading, thing))
            last = frame.token if parsed.deps[frame.token] == "acl" else reading.tree.phrase(thing)[1]
            yield _made(reading, "delivered", frame.token, thing, frame.role("agent"), first, last, "delivered")
        return
    theme = frame.role("theme")
    if theme is not None and theme.via == "path" and parsed.lemmas[theme.head] not in v.INTANGIBLE:
        first, last = _object(reading, frame.token)
        yield _made(
            reading,
            "delivery",
            frame.token,
            frame.token,
            _agent(reading, frame),
            first,
            _shortened(reading, first, last),
            "delivered",
        )


def _money_over(reading: Reading, thing: int) -> int:
    """ "$3 million in financing provided by": the amount that the noun is of."""
    parsed = reading.parsed
    amount = parsed.heads[parsed.heads[thing]] if parsed.deps[thing] == "pobj" else thing
    return amount if amount < thing and _money(reading, amount) else thing


def _progress(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """ "is launching", "are leading": the act is under way."""
    parsed = reading.parsed
    if frame.predicate.split()[0] not in v.DOING or parsed.tags[frame.token] != "VBG" or frame.predicate == "work":
        return
    if frame.predicate in v.PERFORMATIVE:
        return
    be = any(
        parsed.lemmas[c] == "be" and parsed.tags[c] in ("VBZ", "VBP", "VB") for c in reading.tree.children[frame.token]
    )
    if (
        be
        and not _modal(frame)
        and (reading.tree.has(frame.token, "dobj") or reading.tree.has(frame.token, "xcomp", "advcl"))
    ):
        verb = frame.token
        if frame.predicate in ("take", "partner"):
            verb = reading.tree.child(frame.token, "advcl", "xcomp") or verb
        yield from _undertaken(reading, "progress", frame.token, verb, _agent(reading, frame), "under-way")


def _working(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """ "are working together to find ways", "has partnered with B to develop": the purpose is what is under way."""
    parsed = reading.parsed
    going_on = frame.predicate == "work" and parsed.tags[frame.token] == "VBG" and frame.tense == "present"
    joined = frame.predicate == "partner" and parsed.tags[frame.token] in ("VBN", "VBG", "VBD")
    if not (going_on or joined) or _modal(frame) or not _finite(reading, frame.token):
        return
    inner = reading.tree.child(frame.token, "xcomp", "advcl")
    if inner is not None and inner > frame.token and parsed.tags[inner] == "VB":
        yield from _undertaken(reading, "working", frame.token, inner, _agent(reading, frame), "under-way")


def _ready(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """ "is committed to building", "stands ready to", "remain resolved to"."""
    parsed = reading.parsed
    for i in range(first, last):
        if parsed.word(i).lower() in v.READY and parsed.tags[i] in ("JJ", "VBN", "VBD", "RB"):
            copula = _copula(reading, i)
            if copula >= 0:
                yield from _complements(reading, "ready", i, _subject(reading, copula))


def _nouns(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """ "our commitment to support", "an agreement to share", "announced plans to invest"."""
    parsed = reading.parsed
    for i in range(first, last):
        if parsed.lemmas[i] not in v.NOUNS or parsed.pos[i] != "NOUN" or not _stated(reading, i):
            continue
        for verb in _noun_complements(reading, i):
            yield from _undertaken(reading, "noun", i, verb, _holder(reading, i), "promised")
    yield from _gifts(reading, first, last)


def _stated(reading: Reading, noun: int) -> bool:
    """A plan counts when it is announced, an agreement when it exists; a commitment counts as such."""
    parsed = reading.parsed
    needed = v.STATED_BY.get(parsed.lemmas[noun])
    return needed is None or parsed.lemmas[parsed.heads[noun]] in needed


def _gifts(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """ "the donation by A to B of vaccines": a noun of giving with its giver."""
    parsed, tree = reading.parsed, reading.tree
    for i in range(first, last):
        if parsed.lemmas[i] not in v.GIFTS or parsed.pos[i] != "NOUN":
            continue
        by = next((c for c in tree.children[i] if parsed.lemmas[c] == "by" and parsed.deps[c] in ("prep", "agent")), -1)
        giver = tree.child(by, "pobj") if by >= 0 else None
        if giver is not None:
            a, b = tree.core(i)
            yield _made(
                reading,
                "gift",
                i,
                i,
                Role("agent", giver, *tree.phrase(giver)),
                a,
                _shortened(reading, a, b),
                "delivered",
            )


def _bullet(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """A verbless subject under "The United States will:": the lead-in gives actor and operator."""
    parsed = reading.parsed
    start = next((i for i in range(first, last) if parsed.pos[i] not in ("PUNCT", "ADV", "SYM", "SPACE")), last)
    if (
        start >= last
        or start != _opening(reading, first)
        or parsed.tags[start] not in ("VB", "VBG", "VBP", "NN", "NNP")
    ):
        return
    if parsed.tags[start] in ("NN", "NNP") and not parsed.word(start).lower().endswith("ing"):
        return
    lead = _lead(reading, first)
    own = any(
        parsed.deps[i] in ("nsubj", "nsubjpass") and parsed.tags[parsed.heads[i]] in ("VB", "VBD", "VBZ", "VBP")
        for i in range(start, last)
        if reading.tree.has(parsed.heads[i], "aux") or parsed.tags[parsed.heads[i]] != "VB"
    )
    main = own and any(parsed.deps[i] == "ROOT" and reading.tree.has(i, "nsubj") for i in range(start, last))
    if lead is not None and not main:
        end = _shortened(reading, start, last)
        yield Candidate("bullet", start, start, lead[1], start, end, "promised", (first, last), lead[0])


# -- parts ------------------------------------------------------------------------------------------------------------


def _undertaken(
    reading: Reading, rule: str, trigger: int, verb: int, actor: Role | None, status: str
) -> Iterator[Candidate]:
    """The candidate of one verb, and of each verb that the words set beside it with an infinitive marker of its own."""
    first, last = _object(reading, verb)
    cuts = _list_marks(reading, verb)
    starts = [first, *(c + 1 for c in cuts)]
    heads = [verb, *(_verb_from(reading, c + 1) for c in cuts)]
    final = heads[-1] + 2 if reading.parsed.slice(heads[-1] + 1, heads[-1] + 2) == "-" else heads[-1]  # "re-establish"
    for n, (start, head) in enumerate(zip(starts, heads, strict=True)):
        end = cuts[n] if n < len(cuts) else max(last, reading.tree.core(final)[1]) if cuts else last
        yield _made(reading, rule, trigger, head, actor, start, _shortened(reading, start, end), status)


def _list_marks(reading: Reading, verb: int) -> list[int]:
    """Tokens "to" that open a further item: "to maintaining A, to cracking down on B and to closing C"."""
    parsed = reading.parsed
    form = parsed.tags[verb]
    if form not in ("VB", "VBG") or verb == 0:
        return []
    if not any(parsed.word(i).lower() == "to" for i in range(max(verb - 3, 0), verb)):
        return []
    marks = []
    for i in range(verb + 2, reading.sentence(verb)[1] - 1):
        if (
            parsed.deps[i] in ("nsubj", "nsubjpass")
            and parsed.tags[parsed.heads[i]] in ("VBD", "MD")
            and parsed.tags[i] != "WDT"
        ):
            break
        if (
            form == "VB"
            and i > verb + 1
            and parsed.word(i).lower() == "to"
            and parsed.tags[i + 1] == "VB"
            and not marks
        ):
            if parsed.word(i - 1).lower() not in ("and", "or"):
                break  # a purpose has begun: what "and to" goes on with is open
        joined = parsed.word(i - 1).lower() in ("and", "or") or (form == "VBG" and parsed.word(i - 1) == ",")
        if parsed.word(i).lower() == "to" and joined and parsed.tags[_verb_from(reading, i + 1)] == form:
            marks.append(i)
    return marks


def _verb_from(reading: Reading, token: int) -> int:
    """The first word from a token on that is no adverb."""
    while token < len(reading.parsed) - 1 and reading.parsed.tags[token] == "RB":
        token += 1
    return token


def _marked(reading: Reading, verb: int) -> bool:
    return any(reading.parsed.tags[c] == "TO" for c in reading.tree.children[verb])


def _made(
    reading: Reading, rule: str, trigger: int, verb: int, actor: Role | None, first: int, last: int, status: str
) -> Candidate:
    begin, end = reading.sentence(trigger)
    left = min([x for x in (trigger, first, actor.first if actor and begin <= actor.first else trigger) if x >= begin])
    right = min(max(last, trigger + 1), end)
    return Candidate(rule, trigger, verb, actor, first, last, status, (left, right))


def _complements(reading: Reading, rule: str, trigger: int, actor: Role | None) -> Iterator[Candidate]:
    """What a performative or an adjective of readiness is about: infinitive, gerund or noun phrase after "to"."""
    parsed, tree = reading.parsed, reading.tree
    led = [c for c in tree.children[trigger] if c > trigger and parsed.deps[c] == "prep" and parsed.lemmas[c] == "to"]
    for c in led[:1]:
        for o in tree.children[c]:
            if parsed.deps[o] in ("pcomp", "pobj"):
                yield from _listed(reading, rule, trigger, o, actor)
    for c in tree.children[trigger] if not led else ():
        if c < trigger:
            continue
        if parsed.deps[c] in ("xcomp", "advcl", "ccomp") and parsed.tags[c] == "VB" and _marked(reading, c):
            yield from _listed(reading, rule, trigger, _through(reading, c), actor)
        elif parsed.deps[c] in ("dobj", "dative") and parsed.lemmas[trigger] in ("pledge", "promise", "commit"):
            yield from _pledged(reading, rule, trigger, c, actor)


def _pledged(reading: Reading, rule: str, trigger: int, thing: int, actor: Role | None) -> Iterator[Candidate]:
    """ "pledged $5 million to the fund", "promised B a loan and a grant": each thing promised."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.deps[thing] == "dative" or (parsed.pos[thing] == "PROPN" and tree.child(trigger, "dobj") != thing):
        return
    parts = [c for c in tree.conjuncts(thing) if c == thing or tree.has(c, "det", "nummod")]
    for n, part in enumerate(parts):
        first, last = tree.core(part)
        if n + 1 < len(parts):
            last = min(last, tree.left[parts[n + 1]])
        elif _money(reading, part):
            last = max(last, tree.right[trigger] + 1)
        yield _made(reading, rule, trigger, part, actor, first, _shortened(reading, first, last), "promised")


def _listed(reading: Reading, rule: str, trigger: int, verb: int, actor: Role | None) -> Iterator[Candidate]:
    """An undertaken verb and those coordinated with it where the list makes each a promise of its own."""
    parsed, tree = reading.parsed, reading.tree
    if parsed.tags[verb][:2] != "VB":
        gerunds = [c for c in tree.conjuncts(verb) if c > verb and parsed.tags[c] == "VBG"]
        first, last = tree.core(verb)
        last = min([last, *(tree.left[g] for g in gerunds)])
        yield _made(reading, rule, trigger, verb, actor, first, _shortened(reading, first, last), "promised")
        for gerund in gerunds:
            yield from _undertaken(reading, rule, trigger, gerund, actor, "promised")
        return
    joined = {
        c
        for c in tree.conjuncts(trigger)
        if c > verb and parsed.word(c).lower() == parsed.lemmas[c] and not tree.has(c, "nsubj", "aux")
    }
    verbs = sorted({c for c in tree.conjuncts(verb) if c >= verb and parsed.tags[c][:2] == "VB"} | joined)
    own = [c for c in verbs if c == verb or (len(verbs) > 2 and rule == "performative" and tree.has(c, "dobj"))]
    if len(own) == 1:
        yield from _undertaken(reading, rule, trigger, verb, actor, "promised")
        return
    for n, c in enumerate(own):
        first, last = _object(reading, c)
        if n + 1 < len(own):
            last = min(last, tree.left[own[n + 1]])
        yield _made(reading, rule, trigger, c, actor, first, _shortened(reading, first, last), "promised")


def _object(reading: Reading, verb: int) -> tuple[int, int]:
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


def _shortened(reading: Reading, first: int, last: int) -> int:
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
        parsed.pos[last - 1] in ("PUNCT", "CCONJ") or parsed.tags[last - 1] in ("CC", ",", ".")
    ):
        last -= 1
    return last


def _through(reading: Reading, verb: int) -> int:
    """ "continue to support": the verb that says what is undertaken."""
    for _ in range(3):
        inner = reading.tree.child(verb, "xcomp", "advcl")
        if reading.parsed.lemmas[verb] not in v.TRANSPARENT or inner is None or inner < verb:
            break
        if reading.parsed.tags[inner] not in ("VB", "VBG"):
            break
        verb = inner
    return _over_comment(reading, verb)


def _over_comment(reading: Reading, verb: int) -> int:
    """ "will endeavour, consistent with our laws, to take action": the infinitive after a comment between commas."""
    parsed = reading.parsed
    if parsed.lemmas[verb] not in v.TRANSPARENT or verb + 1 >= len(parsed) or parsed.word(verb + 1) != ",":
        return verb
    for i in range(verb + 2, min(reading.sentence(verb)[1] - 1, verb + 15)):
        if parsed.word(i).lower() == "to" and parsed.word(i - 1) == "," and parsed.tags[i + 1] == "VB":
            return i + 1
    return verb


def _noun_complements(reading: Reading, noun: int) -> Iterator[int]:
    parsed, tree = reading.parsed, reading.tree
    verb = parsed.heads[noun]
    if parsed.deps[noun] == "nsubj" and verb > noun and parsed.tags[verb] == "VB" and _marked(reading, verb):
        yield _through(reading, verb)  # "the commitment of A and B to continue", which the parser takes for a clause
    for c in tree.children[noun]:
        if c > noun and parsed.deps[c] in ("acl", "relcl", "xcomp") and parsed.tags[c] == "VB" and _marked(reading, c):
            yield _through(reading, c)
        elif c > noun and parsed.deps[c] == "prep" and parsed.lemmas[c] in ("to", "of"):
            for prep in tree.conjuncts(c):
                yield from (o for o in tree.children[prep] if parsed.deps[o] == "pcomp" and parsed.tags[o] == "VBG")


def _agent(reading: Reading, frame: Frame) -> Role | None:
    """The agent; of two subjects ("the chipmaker Intel") the name."""
    found = frame.all("agent")
    return next((r for r in reversed(found) if reading.parsed.pos[r.head] == "PROPN"), found[0] if found else None)


def _modal(frame: Frame) -> bool:
    return any(o.link in ("modal", "negation", "condition") for o in frame.operators)


def _subject(reading: Reading, verb: int) -> Role | None:
    frame = reading.frame_at(verb)
    if frame is not None:
        return frame.role("agent", "theme")
    child = reading.tree.child(verb, "nsubj", "nsubjpass")
    return Role("agent", child, *reading.tree.core(child)) if child is not None else None


def _copula(reading: Reading, word: int) -> int:
    """The verb that makes the adjective a predicate, -1 where the adjective only modifies a noun."""
    parsed = reading.parsed
    head = parsed.heads[word]
    if any(parsed.lemmas[c] in v.COPULAS and parsed.deps[c] in ("auxpass", "aux") for c in reading.tree.children[word]):
        return word
    if parsed.lemmas[head] in v.COPULAS and parsed.deps[word] in ("acomp", "attr", "oprd", "xcomp", "advmod", "ccomp"):
        return head
    if parsed.deps[word] == "conj" and parsed.lemmas[parsed.heads[head]] in v.COPULAS:
        return parsed.heads[head]
    return -1


def _ready_words(reading: Reading, token: int) -> tuple[int, ...]:
    return (token,) if reading.parsed.word(token).lower() in v.READY and _copula(reading, token) >= 0 else ()


def _holder(reading: Reading, noun: int) -> Role | None:
    """Whose commitment it is: possessor, "of" phrase, else the subject of the verb that states it."""
    parsed, tree = reading.parsed, reading.tree
    owner = tree.child(noun, "poss")
    if owner is not None:
        return Role("agent", owner, *tree.core(owner), "possessive")
    for c in tree.children[noun]:
        if parsed.deps[c] == "prep" and parsed.lemmas[c] == "of":
            for o in tree.children[c]:
                if parsed.deps[o] == "pobj":
                    return Role("agent", o, *tree.core(o), "of")
    for up in tree.ancestors(noun):
        frame = reading.frame_at(up)
        if frame is not None and frame.role("agent") is not None:
            found = _agent(reading, frame)
            return replace(found, via="control") if found else None
    return None


def _money(reading: Reading, token: int) -> bool:
    text = reading.parsed.word(token)
    return (
        text[:1] in "$€£¥₹"
        or reading.parsed.tags[token] in ("$", "CD")
        or reading.parsed.lemmas[token] in ("million", "billion", "dollar", "euro")
    )


def _opening(reading: Reading, first: int) -> int:
    """First word of a bullet, an adverb that opens it passed over."""
    parsed = reading.parsed
    i = first
    while i < len(parsed) - 1 and (parsed.pos[i] in ("PUNCT", "SYM", "SPACE") or parsed.pos[i] == "ADV"):
        i += 1
    return i


def _lead(reading: Reading, token: int) -> tuple[int, Role | None] | None:
    """Trigger and actor of the lead-in above a bullet, through nested bullets; None where it does not bind anybody."""
    parsed = reading.parsed
    index = reading.block(token).lead_in
    for _ in range(4):
        if index is None:
            return None
        block = parsed.blocks[index]
        for frame in reversed(_frames_between(reading, block.start, block.end)):
            if _binds(reading, frame):
                return frame.token, _agent(reading, frame)
        index = block.lead_in
    return None


def _frames_between(reading: Reading, start: int, end: int) -> list[Frame]:
    return [f for f in reading.frames if start <= reading.parsed.starts[f.token] < end]


def _binds(reading: Reading, frame: Frame) -> bool:
    will = any(o.link == "modal" and o.word in ("will", "shall") for o in frame.operators)
    return (
        will or frame.predicate in v.PERFORMATIVE | v.INTENDING or reading.parsed.word(frame.token).lower() in v.READY
    )
