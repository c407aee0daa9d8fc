"""Changes of membership told by a frame: joining, admitting, granting, applying, leaving, founding, holding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secretariat.frame import Frame, Mention, Reading, Role
from secretariat.frame.anchors import GENERIC
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import ACTS, Reached, reach
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.papers import signed
from secretariat.kinds.membership.parties import Organisation, generic_status, nearby, organisation, parties, status_in
from secretariat.kinds.membership.statuses import find_status
from secretariat.model.claim import Claim

_ACTS_OF: dict[str, tuple[str, ...]] = {}
for _act, _predicates in ACTS.items():
    for _predicate in _predicates:
        _ACTS_OF[_predicate] = (*_ACTS_OF.get(_predicate, ()), _act)

_STRONG_ADMIT = frozenset({"admit", "readmit", "induct"})
_APPLICATION = frozenset({"application", "request", "bid", "candidacy", "letter", "membership", "status"})
_TREATY = frozenset({"treaty", "pact", "agreement", "convention", "membership", "participation"})
_OBSERVANCE = ("as", "into", "to", "in", "of", "within", "with", "at")


def find_changes(reading: Reading) -> Iterator[Claim]:
    """Claims of every frame whose predicate names an act of membership."""
    for frame in reading.frames:
        for act in _ACTS_OF.get(frame.predicate, ()):
            if reading.block(frame.token).kind == "furniture":
                continue
            found = tuple(_RULES[act](reading, frame))
            if found:
                yield from (c for f in found for c in emit(reading, f))
                break


@dataclass(frozen=True, slots=True)
class _Place:
    """Organisation and status of a frame."""

    organisation: Organisation
    status: str


def _ranges(frame: Frame, *names: str) -> tuple[tuple[int, int], ...]:
    return tuple((r.first, r.last) for r in frame.all(*names))


def _named_parties(reading: Reading, frame: Frame, *roles: str) -> tuple[Mention, ...]:
    for role in frame.all(*roles):
        found = parties(reading, role)
        if found:
            return found
    return ()


def _status(reading: Reading, organisation_arg: str, ranges: tuple[tuple[int, int], ...]) -> str:
    for first, last in ranges:
        known = status_in(reading, organisation_arg, first, last)
        if known:
            return known.status
    return ""


def _place(
    reading: Reading, frame: Frame, exclude: tuple[Mention, ...], ranges: tuple[tuple[int, int], ...], *, far: bool
) -> Organisation | None:
    where = organisation(reading, frame, exclude, *ranges)
    return where or (nearby(reading, frame.token, exclude) if far else None)


def _found(
    frame: Frame, who: tuple[Mention, ...], place: _Place, reached: Reached | None, family: str
) -> Iterator[Found]:
    if reached and who:
        who = tuple(m for m in who if m.arg != place.organisation.arg)
        yield Found(frame, who, place.organisation, place.status, reached, family)


def _join(reading: Reading, frame: Frame) -> Iterator[Found]:
    who = _named_parties(reading, frame, "agent", "theme" if frame.passive else "agent")
    if not who and frame.form == "nominal":
        who = _named_parties(reading, frame, "compound")
    if not who:
        return
    if frame.predicate == "become":
        yield from _become(reading, frame, who)
        return
    if frame.form == "verbal" and not _joins_a_body(reading, frame):
        return
    objects = _ranges(frame, "theme", "to", "into", "in", "compound", "of")
    where = organisation(reading, frame, who, *objects)
    bare = not frame.all("theme", "to", "into", "with") and frame.predicate in ("join", "accede", "enter")
    status = _status(reading, where.arg if where else "", _ranges(frame, "as")) or "member"
    if where is None and (bare or frame.all("as") and status != "member"):
        where = nearby(reading, frame.token, who)
    if where and _can_join(reading, where):
        yield from _found(
            frame, who, _Place(where, status), _bare_nominal(reading, frame, reach("join", frame, status)), "join"
        )


_RANKS = GENERIC | frozenset({"rank", "ranks", "membership", "club", "family", "protocol", "accord"})


def _joins_a_body(reading: Reading, frame: Frame) -> bool:
    """ "joined the bloc", not "joined the statement issued by the bloc"."""
    role = frame.role("theme", "to", "into")
    if role is None:
        return True
    m = reading.mention_at(role.head)
    return m is not None and m.type in BODY_TYPES or reading.parsed.lemmas[role.head] in _RANKS


def _bare_nominal(reading: Reading, frame: Frame, reached: Reached | None) -> Reached | None:
    """A noun of action alone presupposes; it states where it is dated or follows "after", "since", "
    ""congratulated on"."""
    if reached is None or frame.form != "nominal" or reached.above != "-":
        return reached
    p = reading.parsed
    governor = p.heads[frame.token]
    stated = (
        p.lemmas[governor] in ("follow", "following", "after", "since", "upon", "on", "with")
        and p.deps[frame.token] == "pobj"
    )
    return reached if stated or reading.time(frame) and reached.modality == "asserted" else None


def _can_join(reading: Reading, where: Organisation) -> bool:
    if where.token < 0 or where.via != "path":
        return True
    m = reading.mention_at(where.token)
    if m is None or m.type != "body":
        return True
    return (
        reading.parsed.lemmas[m.head]
        not in ("conference", "court", "secretariat", "parliament", "assembly", "market", "institute", "commission")
        or m.form == "acronym"
    )


def _become(reading: Reading, frame: Frame, who: tuple[Mention, ...]) -> Iterator[Found]:
    spans = _ranges(frame, "as", "theme")
    where = organisation(reading, frame, who, *spans, *_ranges(frame, "of", "in", "to"))
    status = _status(reading, where.arg if where else "", spans)
    if not status or not spans or not _heads_status(reading, frame):
        return
    where = where or nearby(reading, frame.token, who)
    if where:
        yield from _found(frame, who, _Place(where, status), reach("join", frame, status), "become")


def _heads_status(reading: Reading, frame: Frame) -> bool:
    """True where the head noun of what the subject is, is itself the status ("a member", not "a market "
    "for members")."""
    role = frame.role("as", "theme")
    if role is None:
        return False
    first, last = reading.tree.phrase(role.head, prepositions=())
    return find_status(reading.phrase(first, last)) is not None and reading.parsed.lemmas[role.head] in _STATUS_HEADS


_STATUS_HEADS = frozenset(
    """member state partner observer candidate country nation party associate participant ally one economy
        signatory membership status""".split()
)


def _admit(reading: Reading, frame: Frame) -> Iterator[Found]:
    who = (
        _named_parties(reading, frame, "theme", "of", "compound")
        if frame.form == "nominal"
        else _named_parties(reading, frame, "theme")
    )
    if not who:
        return
    spans = (*_ranges(frame, *_OBSERVANCE), *_tail(reading, frame, who))
    where = organisation(reading, frame, who, *spans)
    as_spans = (*_ranges(frame, "as", "into", "to"), *_tail(reading, frame, who))
    status = _status(reading, where.arg if where else "", as_spans)
    strong = frame.predicate in _STRONG_ADMIT or frame.form == "nominal" and frame.predicate == "admit"
    if not status and not (
        strong
        or where
        and frame.all("into")
        and frame.predicate in ("accept", "welcome", "induct", "take in", "let in", "integrate")
    ):
        return
    if frame.predicate in ("make", "include", "welcome", "recognise", "recognize", "register") and not (
        status and frame.all("as")
    ):
        return
    where = where or nearby(reading, frame.token, who)
    if where:
        status = status or "member"
        reached = reach("admit", frame, status)
        yield from _found(frame, who, _Place(where, status), _bare_nominal(reading, frame, reached), "admit")


def _tail(reading: Reading, frame: Frame, who: tuple[Mention, ...]) -> tuple[tuple[int, int], ...]:
    """What follows the names: "as new partners", "the status of observer"; parsers tie it to the last name."""
    p = reading.parsed
    start = max(m.last for m in who)
    stop = reading.sentence(frame.token)[1]
    if (
        start <= frame.token
        or start >= stop
        or not (
            p.word(start).lower() in ("as", "the", "full", "to")
            or p.lemmas[start] in ("status", "membership", "observer")
        )
    ):
        return ()
    end = start
    while (
        end < stop
        and p.word(end) not in (",", ";", ".", ":")
        and p.tags[end] not in ("VBD", "VBZ", "MD", "WDT")
        and end - start < 16
    ):
        end += 1
    return ((start, end),)


def _grant(reading: Reading, frame: Frame) -> Iterator[Found]:
    things = [r for r in frame.all("theme") if _is_status(reading, r)]
    if not things:
        yield from _grant_by_order(reading, frame)
        return
    taking = (
        frame.predicate in ("obtain", "get", "win", "gain", "acquire", "secure", "attain", "earn", "achieve", "receive")
        and not frame.passive
    )
    others = [
        r
        for r in frame.all(*(("agent",) if taking else ("recipient", "to", "theme", "compound", "on", "upon")))
        if r not in things
    ]
    who = next((found for r in others if (found := parties(reading, r))), ())
    who = who or next((found for r in things if (found := _inside(reading, r))), ())
    if not who:
        return
    spans = tuple((r.first, r.last) for r in things)
    where = organisation(reading, frame, who, *spans, *_ranges(frame, "of", "in", "at", "with", "within")) or nearby(
        reading, frame.token, who
    )
    if where:
        status = _status(reading, where.arg, spans) or _last_status(reading, frame.token, where.arg)
        if status:
            yield from _found(
                frame, who, _Place(where, status), _bare_nominal(reading, frame, reach("grant", frame, status)), "grant"
            )


def _grant_by_order(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "granting A, B and C the status of observer", where the parse took the status for one more name."""
    who = (
        _named_parties(reading, frame, "theme", "recipient")
        if frame.predicate in ("grant", "give", "award", "accord")
        else ()
    )
    tail = _tail(reading, frame, who) if who else ()
    if not tail or not any(
        reading.parsed.lemmas[i] in ("status", "membership", "observership") for i in range(*tail[0])
    ):
        return
    where = organisation(reading, frame, who, *tail) or nearby(reading, frame.token, who)
    status = _status(reading, where.arg, tail) if where else ""
    if where and status:
        yield from _found(frame, who, _Place(where, status), reach("grant", frame, status), "grant")


def _is_status(reading: Reading, role: Role) -> bool:
    p = reading.parsed
    if p.lemmas[role.head] in (
        "membership",
        "status",
        "observership",
        "partnership",
        "accession",
        "admission",
        "candidacy",
        "seat",
    ):
        return p.lemmas[role.head] != "seat" and (p.lemmas[role.head] != "partnership")
    return False


def _inside(reading: Reading, role: Role) -> tuple[Mention, ...]:
    """Parties inside the status phrase: "granting Belarus membership", "Iran's observer status"."""
    p = reading.parsed
    found = [
        m
        for m in reading.parties(role.first, role.last)
        if m.is_state and p.heads[m.head] == role.head and p.deps[m.head] in ("compound", "poss", "nmod")
    ]
    return tuple(found)


def _last_status(reading: Reading, token: int, organisation_arg: str) -> str:
    """What "the status" points back to: the status named last before, in this or the previous two sentences."""
    p = reading.parsed
    s = p.sentence_of[token]
    for back in range(4):
        if s - back < 0:
            break
        a, b = p.sentences[s - back]
        known = status_in(reading, organisation_arg, a, min(b, token))
        if known:
            return known.status
    return ""


def _apply(reading: Reading, frame: Frame) -> Iterator[Found]:
    p = reading.parsed
    if frame.form == "nominal":
        who = _named_parties(reading, frame, "agent", "compound", "by", "from")
        act, spans = "status", _ranges(frame, "for", "to", "compound", "of")
    else:
        who = _named_parties(reading, frame, "theme" if frame.passive and frame.predicate == "apply" else "agent")
        act, spans = "apply", _ranges(frame, "for", "theme", "to")
        thing = frame.role("theme")
        if (
            frame.predicate != "apply"
            and frame.predicate != "reapply"
            and (thing is None or p.lemmas[thing.head] not in _APPLICATION)
        ):
            return
    if not who and frame.form == "nominal" and frame.operators:
        yield from _that_application(reading, frame)
        return
    if not who or not spans and not (frame.predicate == "apply" and _bare_application(reading, frame)):
        return
    where = organisation(reading, frame, who, *spans, *_ranges(frame, "in", "with", "of"))
    status = _status(reading, where.arg if where else "", spans)
    if not status and any(generic_status(reading, t) for a, b in spans for t in range(a, b)):
        status = _last_status(reading, frame.token, where.arg if where else "")
    aimed = status or where is not None and frame.form == "nominal" or not spans
    where = where or nearby(reading, frame.token, who)
    if aimed and where:
        status = status or "member"
        yield from _found(frame, who, _Place(where, status), reach(act, frame, status), "apply")


def _that_application(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "approved the request": the application told right before, with its party and status."""
    p = reading.parsed
    if not any(p.word(c).lower() in ("the", "this", "that") for c in reading.tree.children[frame.token]):
        return
    for earlier in reversed(reading.frames_of("apply")):
        near = earlier.form == "verbal" and 0 <= frame.sentence - earlier.sentence <= 1 and earlier.token < frame.token
        told = next(_apply(reading, earlier), None) if near else None
        if told is not None:
            yield from _found(
                frame,
                told.parties,
                _Place(told.organisation, told.status),
                reach("status", frame, told.status),
                "apply",
            )
            return


def _bare_application(reading: Reading, frame: Frame) -> bool:
    """ "Iran applied in May": in a text about an organisation, without a complement of its own."""
    return (
        not reading.tree.has(frame.token, "xcomp", "ccomp", "dobj")
        and bool(reading.anchors.subject)
        and not frame.passive
    )


def _invite(reading: Reading, frame: Frame) -> Iterator[Found]:
    p = reading.parsed
    who = (
        _named_parties(reading, frame, "theme", "of")
        if frame.form == "nominal"
        else _named_parties(reading, frame, "theme")
    )
    if not who or reading.tree.has(frame.token, "xcomp"):
        return
    spans = _ranges(frame, "to", "as", "into")
    where = organisation(reading, frame, who, *spans)
    status = _status(reading, where.arg if where else "", spans)
    coordinated = any(
        p.deps[c] == "conj" and p.lemmas[c] in ("join", "accede") for c in reading.tree.children[frame.token]
    )
    coordinated = coordinated or any(
        p.deps[i] == "relcl" and p.lemmas[j] in ("become", "join")
        for m in who
        for i in reading.tree.children[m.head]
        for j in reading.tree.subtree_of(i)
    )
    if where is None and (coordinated and not spans or status):
        where = nearby(reading, frame.token, who)
    elif not status and not coordinated:
        where = None
    if where:
        status = status or "member"
        yield from _found(frame, who, _Place(where, status), reach("invite", frame, status), "invite")


def _standing(act: str) -> Callable[[Reading, Frame], Iterator[Found]]:
    """Suspension, freezing, expulsion: of a party from somewhere, or of its membership."""

    def rule(reading: Reading, frame: Frame) -> Iterator[Found]:
        p = reading.parsed
        themes = frame.all("theme", "of") if frame.form == "nominal" else frame.all("theme")
        member = next((r for r in themes if p.lemmas[r.head] in ("membership", "participation", "status")), None)
        own = False
        if member is not None:
            who = _inside(reading, member) or (_owner(reading, member))
            if not who or _is_own(reading, member):
                who, own = _named_parties(reading, frame, "agent") or who, True
            spans: tuple[tuple[int, int], ...] = ((member.first, member.last),)
        else:
            who = _named_parties(reading, frame, "theme", "of")
            spans = _ranges(frame, "from") or _bodies_acting(reading, frame) or _upheld(reading, frame)
        if not who or not spans:
            return
        where = organisation(reading, frame, who, *spans, *_ranges(frame, "from", "in", "of"))
        where = where or (nearby(reading, frame.token, who) if member is not None else None)
        if where:
            status = _status(reading, where.arg, spans) or "member"
            yield from _found(frame, who, _Place(where, status), reach("suspend" if own else act, frame, status), act)

    return rule


def _upheld(reading: Reading, frame: Frame) -> tuple[tuple[int, int], ...]:
    """ "decides to uphold the suspension of X": the body of the sentence or of the text."""
    held = any(o.word in ("uphold", "maintain", "confirm", "prolong", "extend") for o in frame.operators)
    near = nearby(reading, frame.token, ()) if held and frame.form == "nominal" else None
    return ((near.token, near.token + 1),) if near and near.token >= 0 else ()


def _bodies_acting(reading: Reading, frame: Frame) -> tuple[tuple[int, int], ...]:
    """ "The Union suspended X": who acts is the organisation itself."""
    agent = frame.role("agent")
    m = reading.mention_at(agent.head) if agent else None
    return ((m.first, m.last),) if m is not None and m.type in BODY_TYPES else ()


def _owner(reading: Reading, role: Role) -> tuple[Mention, ...]:
    owner = reading.tree.child(role.head, "poss")
    if owner is None:
        return ()
    return parties(reading, Role("poss", owner, *reading.tree.span(owner)))


def _is_own(reading: Reading, role: Role) -> bool:
    owner = reading.tree.child(role.head, "poss")
    return owner is not None and reading.parsed.tags[owner] == "PRP$"


def _withdraw(reading: Reading, frame: Frame) -> Iterator[Found]:
    p = reading.parsed
    if frame.predicate in ("stop", "terminate", "end", "renounce", "relinquish", "cease"):
        yield from _ending(reading, frame)
        return
    who = _named_parties(reading, frame, "agent")
    spans = (
        _ranges(frame, "from", "of", "out")
        if frame.predicate in ("withdraw", "depart", "secede", "pull out", "drop out") or frame.form == "nominal"
        else _ranges(frame, "theme", "from")
    )
    if not who:
        return
    where = organisation(reading, frame, who, *spans)
    bare = (
        frame.form == "nominal"
        and not spans
        or frame.form == "verbal"
        and not frame.all("theme", "from")
        and _leaves_nearby(reading, frame)
    )
    if where is None and bare and reading.anchors.subject:
        where = nearby(reading, frame.token, who)
    if where and _can_join(reading, where) and not (frame.passive and p.lemmas[frame.token] == "leave"):
        yield from _found(
            frame,
            who,
            _Place(where, "member"),
            _bare_nominal(reading, frame, reach("withdraw", frame, "member")),
            "withdraw",
        )


def _ending(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "ended its membership in", "ceased its participation"."""
    p = reading.parsed
    member = next((r for r in frame.all("theme") if p.lemmas[r.head] == "membership"), None)
    if member is None:
        return
    who = _named_parties(reading, frame, "agent") or _owner(reading, member)
    where = _place(reading, frame, who, ((member.first, member.last), *_ranges(frame, "in", "of")), far=True)
    if who and where:
        status = _status(reading, where.arg, ((member.first, member.last),)) or "member"
        yield from _found(frame, who, _Place(where, status), reach("withdraw", frame, status), "end")


def _reinstate(reading: Reading, frame: Frame) -> Iterator[Found]:
    who = (
        _named_parties(reading, frame, "agent", "theme")
        if frame.predicate in ("rejoin", "re-join", "return", "re-enter", "reaccede")
        else _named_parties(reading, frame, "theme", "of")
    )
    spans = _ranges(frame, "to", "theme", "into", "in", "as")
    where = organisation(reading, frame, who, *spans) if who else None
    bare = frame.predicate == "return" and not frame.all("to", "theme", "from") and _leaves_nearby(reading, frame)
    if who and where is None and (bare or frame.predicate in ("rejoin", "readmit")):
        where = nearby(reading, frame.token, who)
    if who and where and (frame.predicate != "return" or bare or where.via == "path"):
        status = _status(reading, where.arg, _ranges(frame, "as")) or "member"
        yield from _found(
            frame,
            who,
            _Place(where, status),
            _bare_nominal(reading, frame, reach("reinstate", frame, status)),
            "reinstate",
        )


def _leaves_nearby(reading: Reading, frame: Frame) -> bool:
    """A return without a goal is one to the organisation where leaving or suspending was told just "
    "before or is told next."""
    p = reading.parsed
    s = p.sentence_of[frame.token]
    a, b = p.sentences[max(0, s - 1)][0], p.sentences[s][1]
    return any(
        p.lemmas[i] in ("withdraw", "leave", "suspend", "quit", "decline", "exit", "membership") for i in range(a, b)
    )


def _found_act(reading: Reading, frame: Frame) -> Iterator[Found]:
    what = frame.role("theme")
    if (
        what is not None
        and reading.parsed.lemmas[what.head] in ("member", "state")
        and reading.parsed.tags[frame.token] == "VBG"
    ):
        who = _named_parties(reading, frame, "agent")  # "are founding members of": the parser takes it for a verb
        where = organisation(reading, frame, who, (what.first, what.last)) if who else None
        if where:
            yield from _found(frame, who, _Place(where, "member"), reach("found", frame, "member"), "found")
        return
    makers, spans = _makers(reading, frame)
    if len(makers) < 2 or not spans:
        return
    where = organisation(reading, frame, makers, *spans)
    if where is None or where.via == "path" and not _is_the_thing(reading, spans, where):
        return
    yield from _found(frame, makers, _Place(where, "member"), reach("found", frame, "member"), "found")


def _is_the_thing(reading: Reading, spans: tuple[tuple[int, int], ...], where: Organisation) -> bool:
    """The organisation itself is founded, not "the SCO Business Council" or "a partnership with NATO"."""
    m = reading.mention_at(where.token)
    head = reading.parsed.heads
    return m is not None and any(
        a <= m.first < b and (not a <= head[m.head] < b or head[m.head] == m.head) for a, b in spans
    )


def _makers(reading: Reading, frame: Frame) -> tuple[tuple[Mention, ...], tuple[tuple[int, int], ...]]:
    """Who founded, and the ranges of what; of "the creation of which was announced by A and B" too."""
    who = tuple(m for m in _named_parties(reading, frame, "agent", "by") if m.is_state)
    spans = _ranges(frame, "theme")
    if frame.form == "nominal" and not who:
        verb = reading.frame_at(reading.parsed.heads[frame.token])
        if verb is not None and verb.predicate in ("announce", "proclaim", "declare", "sign", "agree"):
            who = tuple(m for m in _named_parties(reading, verb, "agent") if m.is_state)
        spans = spans or _ranges(frame, "of")
        spans = tuple(_before_relative(reading, a, b) for a, b in spans)
    return who, spans


def _before_relative(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """For "of which" the clause's own antecedent: the words of the sentence before it."""
    p = reading.parsed
    if last - first == 1 and p.tags[first] in ("WDT", "WP"):
        start = reading.sentence(first)[0]
        subject = next((m for m in reading.mentions_in(start, first) if m.type in BODY_TYPES), None)
        return (subject.first, subject.last) if subject else (first, last)
    return first, last


def _hold(reading: Reading, frame: Frame) -> Iterator[Found]:
    from secretariat.kinds.membership.rosters import hold

    yield from hold(reading, frame)


def _status_noun(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "support for X's membership", "a memorandum on X's observer status": nothing without an operator above."""
    if frame.form != "nominal" or not frame.operators:
        return
    who = tuple(m for m in _named_parties(reading, frame, "agent", "compound", "for", "of") if m.is_state)
    if not who:
        return
    first, last = reading.tree.phrase(frame.token, prepositions=("of", "in", "on", "at"))
    where = organisation(reading, frame, who, *_ranges(frame, "in", "of", "on", "to", "at", "within"), (first, last))
    where = where or nearby(reading, frame.token, who)
    status = _status(reading, where.arg, ((first, last),)) if where else ""
    if where and status:
        yield from _found(frame, who, _Place(where, status), reach("status", frame, status), "noun")


def _not_extended(reading: Reading, frame: Frame) -> Iterator[Found]:
    """A party that declines to extend the founding treaty leaves when it lapses."""
    what = frame.role("theme")
    declined = any(o.word in ("decline", "refuse") or o.link == "negation" for o in frame.operators)
    if (
        what is None
        or not declined
        or reading.parsed.lemmas[what.head]
        not in ("treaty", "pact", "convention", "charter", "agreement", "membership")
    ):
        return
    who = _named_parties(reading, frame, "agent")
    where = organisation(reading, frame, who, (what.first, what.last)) if who else None
    if where:
        yield from _found(frame, who, _Place(where, "member"), Reached("withdrew", "asserted", "-"), "lapse")


def _opened(reading: Reading, frame: Frame) -> Iterator[Found]:
    """ "opened accession talks with X", "started membership negotiations with X"."""
    p = reading.parsed
    what = frame.role("theme")
    if what is None or p.lemmas[what.head] not in ("talk", "negotiation", "procedure", "process", "dialogue"):
        return
    words = reading.phrase(what.first, what.head + 1).lower()
    if "accession" not in words and "membership" not in words:
        return
    inner = [
        Role("with", o, *reading.tree.core(o))
        for c in reading.tree.children[what.head]
        if p.lemmas[c] in ("with", "for")
        for o in reading.tree.children[c]
    ]
    who = next((found for r in (*frame.all("with", "for"), *inner) if (found := parties(reading, r))), ())
    spans = (*_bodies_acting(reading, frame), (what.first, what.last))
    where = organisation(reading, frame, who, *spans) or (nearby(reading, frame.token, who) if who else None)
    if who and where and frame.modality in ("asserted", "planned"):
        yield Found(frame, who, where, "member", Reached("procedure-opened", frame.modality, "open"), "talks")


_RULES: dict[str, Callable[[Reading, Frame], Iterator[Found]]] = {
    "join": _join,
    "admit": _admit,
    "grant": _grant,
    "apply": _apply,
    "invite": _invite,
    "suspend": _standing("suspend"),
    "expel": _standing("expel"),
    "withdraw": _withdraw,
    "reinstate": _reinstate,
    "found": _found_act,
    "hold": _hold,
    "status": _status_noun,
    "lapse": _not_extended,
    "sign": signed,
    "open": _opened,
}
