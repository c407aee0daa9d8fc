"""Holding a status as a frame tells it: being, remaining, belonging, comprising, having."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Mention, Reading, Role
from secretariat.frame.lists import MentionList
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import HOLDS, Reached, reach
from secretariat.kinds.membership.emit import Found
from secretariat.kinds.membership.parties import nearby, organisation, parties, status_in
from secretariat.kinds.membership.statuses import find_status

_COMPRISE = frozenset(
    {
        "comprise",
        "consist",
        "include",
        "count",
        "number",
        "unite",
        "bring together",
        "embrace",
        "encompass",
        "group",
        "constitute",
    }
)


def hold(reading: Reading, frame: Frame) -> Iterator[Found]:
    """What a frame of being, having or consisting says."""
    if frame.predicate in ("be", "remain", "continue", "stay", "make up", "constitute"):
        yield from _copula(reading, frame)
    elif frame.predicate == "belong":
        yield from _belong(reading, frame)
    elif frame.predicate in _COMPRISE:
        yield from _comprise(reading, frame)
    else:
        yield from _have(reading, frame)


def _copula(reading: Reading, frame: Frame) -> Iterator[Found]:
    subject, what = frame.role("agent"), frame.role("as")
    if subject is None or what is None:
        return
    p = reading.parsed
    if p.lemmas[what.head] in _STATUS_NOUNS:
        who = parties(reading, subject)
        status = find_status(reading.phrase(*reading.tree.phrase(what.head, prepositions=())))
        spans = ((what.first, what.last),)
        family = "copula"
    elif p.lemmas[subject.head] in _STATUS_NOUNS:
        who = tuple(m for m in parties(reading, what) if m.is_state) or _listed(reading, what)
        status = find_status(reading.phrase(subject.first, min(subject.last, subject.head + 1)))
        spans = ((subject.first, subject.last),)
        family = "roster"
    else:
        return
    if not who or status is None:
        return
    where = organisation(reading, frame, who, *spans) or (
        nearby(reading, frame.token, who) if family == "roster" or _plain(reading, what) else None
    )
    if where is None:
        return
    known = status_in(reading, where.arg, *spans[0])
    reached = _ceased(reading, frame) or reach("found" if _founding(reading, spans[0]) else "hold", frame, "member")
    if reached and reached.modality in ("asserted", "denied") and frame.tense != "future":
        yield Found(frame, who, where, known.status if known else status.status, reached, family)


def _founding(reading: Reading, span: tuple[int, int]) -> bool:
    """ "founding members of", "the founders are"."""
    words = [reading.parsed.word(i).lower() for i in range(*span)][:4]
    return bool({"founding", "founders", "founder", "co-founders"} & set(words))


def _plain(reading: Reading, what: Role) -> bool:
    """ "is an observer", "is a full member": nothing but the status, so that the organisation must be "
    "the one talked of."""
    return what.last - what.first <= 4


_STATUS_NOUNS = frozenset(
    """member state observer partner candidate participant associate ally signatory membership country founder
        party nation""".split()
)


def _ceased(reading: Reading, frame: Frame) -> Reached | None:
    for op in frame.operators:
        if op.word in ("cease", "stop"):
            rest = tuple(o for o in frame.operators if o is not op)
            return reach("withdraw", frame, "member", rest)
        if op.word in ("become", "remain", "continue"):
            return None
    if any(o.cls == "negative" for o in frame.operators) and any(
        reading.parsed.lemmas[c] in ("longer", "more", "anymore") for c in reading.tree.subtree_of(frame.token)
    ):
        return Reached("withdrew", "asserted", "-")
    return None


def _listed(reading: Reading, role: Role) -> tuple[Mention, ...]:
    found = reading.mentions_in(role.first, role.last)
    return tuple(m for m in found if m.is_state or m.type in BODY_TYPES)


def _belong(reading: Reading, frame: Frame) -> Iterator[Found]:
    subject = frame.role("agent")
    who = parties(reading, subject) if subject else ()
    where = organisation(reading, frame, who, *((r.first, r.last) for r in frame.all("to")))
    reached = reach("hold", frame, "member")
    if who and where and reached:
        yield Found(frame, who, where, "member", reached, "belong")


def _comprise(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "The bloc comprises A, B and C", "unites six states: A, B ..."."""
    subject = frame.role("agent")
    if subject is None or frame.passive:
        return
    p = reading.parsed
    a, b = reading.sentence(frame.token)
    lists = [x for x in reading.lists if frame.token < x.first < b and all(m.is_state for m in x.mentions)]
    if not lists or lists[0].first - frame.token > 14:
        return
    between = reading.phrase(frame.token + 1, lists[0].first) if lists[0].first > frame.token + 1 else ""
    status = find_status(between) or (
        find_status(reading.phrase(subject.first, subject.last)) if p.lemmas[subject.head] in _STATUS_NOUNS else None
    )
    if frame.predicate in _PARTLY and status is None and not _names_its_members(reading, frame, lists[0]):
        return
    subjects = tuple((r.first, r.last) for r in frame.all("agent"))
    where = organisation(reading, frame, lists[0].mentions, *reversed(subjects))
    if where and not any(w in between for w in (" with ", " between ", " from ", " in ")):
        yield Found(
            frame,
            lists[0].mentions,
            where,
            status.status if status else "member",
            HOLDS,
            "comprise",
            (a, min(b, lists[0].last)),
        )


_PARTLY = frozenset({"include", "count", "number", "group", "embrace"})


"""Verbs that may name only some, or not members at all."""


def _names_its_members(reading: Reading, frame: Frame, items: MentionList) -> bool:
    """ "the Forum groups A, B and C", "the bloc now includes A, B and C": a body, the verb, nothing but states."""
    role = frame.role("agent")
    m = reading.mention_at(role.head) if role else None
    bare = all(reading.parsed.pos[t] in ("ADV", "DET") for t in range(frame.token + 1, items.first))
    return m is not None and m.type in BODY_TYPES and bare and len(items.items) >= 3


def _have(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "has observer status", "enjoys the status of a dialogue partner"."""
    subject, what = frame.role("agent"), frame.role("theme")
    if (
        subject is None
        or what is None
        or reading.parsed.lemmas[what.head] not in ("status", "membership", "observership")
    ):
        return
    who = parties(reading, subject)
    where = organisation(reading, frame, who, (what.first, what.last)) or nearby(reading, frame.token, who)
    reached = reach("hold", frame, "member")
    if who and where and reached and reached.modality in ("asserted", "denied"):
        status = status_in(reading, where.arg, what.first, what.last)
        if status:
            yield Found(frame, who, where, status.status, reached, "have")
