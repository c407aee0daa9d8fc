"""Verbs that undertake, announce, deliver or carry out: one function for each construction, its name the rule."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.commitment import vocabulary as v
from secretariat.kinds.commitment.candidate import Bond, Candidate
from secretariat.kinds.commitment.objects import (
    agent_of,
    made,
    modal,
    money,
    object_of,
    own_modal,
    shortened,
    through,
    undertaken,
)


def by_verb(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """Candidates of one clause."""
    for finder in (_will, _going, _intending, _announced, _delivery, _progress, _working):
        yield from finder(reading, frame)


def _will(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    modal = own_modal(reading, frame.token)
    if (
        modal < 0
        or frame.passive
        or any(reading.parsed.word(c).lower() in v.ASKING for c in reading.tree.children[frame.token] if c < modal)
    ):
        return
    rule = "would" if reading.parsed.lemmas[modal] == "would" else "will"
    if rule == "would" and (
        reading.attribution(frame.token) is None or any(o.link == "condition" for o in frame.operators)
    ):
        return
    verb = through(reading, frame.token)
    yield from undertaken(reading, Bond(rule, modal, _subject_of(reading, frame, modal), "promised"), verb)


def _subject_of(reading: Reading, frame: Frame, modal: int) -> Role | None:
    """The subject the verb itself has; parties named right before the modal where the parser sees fewer or none."""
    named = _named_before(reading, modal)
    own = reading.tree.child(frame.token, "nsubj", "nsubjpass")
    agent = agent_of(reading, frame)
    if named is None or (own is not None and named.first <= own < named.last and len(reading.tree.conjuncts(own)) > 1):
        return agent
    if agent is None or own is None or named.first <= own < named.last or named.head - named.first > 1:
        return named
    return agent


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
    if first > begin and parsed.word(first - 1).lower() == "the":
        first -= 1
    return Role("agent", last - 1, first, last, "list")


def _going(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    if frame.predicate != "go" or reading.parsed.tags[frame.token] != "VBG":
        return
    inner = reading.tree.child(frame.token, "xcomp")
    if inner is not None and reading.parsed.tags[inner] == "VB":
        yield from undertaken(
            reading, Bond("going", frame.token, agent_of(reading, frame), "promised"), through(reading, inner)
        )


def _intending(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    inner = reading.tree.child(frame.token, "xcomp")
    if frame.predicate not in v.INTENDING or inner is None or modal(frame) or not _finite(reading, frame.token):
        return
    if reading.parsed.tags[inner] == "VB" and reading.parsed.deps[frame.token] != "relcl":
        yield from undertaken(
            reading, Bond("intending", frame.token, agent_of(reading, frame), "promised"), through(reading, inner)
        )


def _finite(reading: Reading, verb: int) -> bool:
    """The verb carries tense itself or through an auxiliary: it asserts, it does not only modify."""
    parsed = reading.parsed
    if parsed.tags[verb] in ("VBP", "VBZ") or (parsed.tags[verb] == "VBD" and parsed.lemmas[verb] not in v.INTENDING):
        return True
    return any(parsed.tags[c] in ("VBP", "VBZ") and parsed.deps[c] == "aux" for c in reading.tree.children[verb])


def _announced(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """As in "announced $3 million in assistance", "announced support for X": the noun is what is undertaken."""
    if frame.predicate not in v.ANNOUNCING or frame.passive:
        return
    for role in frame.all("theme"):
        if role.via == "path" and (reading.parsed.lemmas[role.head] in v.GIFTS or money(reading, role.head)):
            yield made(
                reading,
                Bond("announced", frame.token, agent_of(reading, frame), "promised"),
                role.head,
                role.first,
                role.last,
            )


def _delivery(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """As in "has provided vaccines to B", "financing provided by A": the past or perfect of handing over."""
    parsed = reading.parsed
    if frame.predicate not in v.GIVING or parsed.tags[frame.token] not in ("VBD", "VBN") or modal(frame):
        return
    if frame.passive:
        thing = (
            parsed.heads[frame.token] if parsed.deps[frame.token] == "acl" else getattr(frame.role("theme"), "head", -1)
        )
        if thing >= 0 and frame.role("agent") is not None and parsed.lemmas[thing] not in v.INTANGIBLE:
            first, _ = reading.tree.phrase(_money_over(reading, thing))
            last = frame.token if parsed.deps[frame.token] == "acl" else reading.tree.phrase(thing)[1]
            yield made(reading, Bond("delivered", frame.token, frame.role("agent"), "delivered"), thing, first, last)
        return
    theme = frame.role("theme")
    if theme is not None and theme.via == "path" and parsed.lemmas[theme.head] not in v.INTANGIBLE:
        first, last = object_of(reading, frame.token)
        yield made(
            reading,
            Bond("delivery", frame.token, agent_of(reading, frame), "delivered"),
            frame.token,
            first,
            shortened(reading, first, last),
        )


def _money_over(reading: Reading, thing: int) -> int:
    """As in "$3 million in financing provided by": the amount that the noun is of."""
    parsed = reading.parsed
    amount = parsed.heads[parsed.heads[thing]] if parsed.deps[thing] == "pobj" else thing
    return amount if amount < thing and money(reading, amount) else thing


def _progress(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """As in "is launching", "are leading": the act is under way."""
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
        and not modal(frame)
        and (reading.tree.has(frame.token, "dobj") or reading.tree.has(frame.token, "xcomp", "advcl"))
    ):
        verb = frame.token
        if frame.predicate in ("take", "partner"):
            verb = reading.tree.child(frame.token, "advcl", "xcomp") or verb
        yield from undertaken(reading, Bond("progress", frame.token, agent_of(reading, frame), "under-way"), verb)


def _working(reading: Reading, frame: Frame) -> Iterator[Candidate]:
    """As in "are working to find ways", "has partnered with B to develop": the purpose is what is under way."""
    parsed = reading.parsed
    going_on = frame.predicate == "work" and parsed.tags[frame.token] == "VBG" and frame.tense == "present"
    joined = frame.predicate == "partner" and parsed.tags[frame.token] in ("VBN", "VBG", "VBD")
    if not (going_on or joined) or modal(frame) or not _finite(reading, frame.token):
        return
    inner = reading.tree.child(frame.token, "xcomp", "advcl")
    if inner is not None and inner > frame.token and parsed.tags[inner] == "VB":
        yield from undertaken(reading, Bond("working", frame.token, agent_of(reading, frame), "under-way"), inner)
