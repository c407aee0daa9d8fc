"""One party's way through the statuses of one organisation: claims as facts of a logic program, the optimum as history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secretariat.reconcile.charter import BEGINS, ENDS, Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window, is_open, since, year
from secretariat.reconcile.solve import Fact, Solution, solve
from secretariat.reconcile.weigh import Testimony, is_loose, table

TOLD_LOOSELY = ("granted", "memorandum-signed", "protocol-signed", "invited", "agreed", "acceded")
"""Acts that the press tells as "joined" or "became"."""

SINCE = ("founded", "granted", "memorandum-signed", "acceded", "effective", "reinstated")
"""Acts from which "since D" may count."""

RULES = ("readings", "procedure", "statuses", "copies", "weights")


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """A step of one party towards or from a status; `turn` counts its spells in the organisation."""

    status: str
    step: str
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Option:
    """A claim read as an act, in a window of days, at a cost for reading it in looser words."""

    claim: int
    act: int
    cost: int
    window: Window


@dataclass(frozen=True)
class Path:
    """What the solver made of one party's claims.

    Attributes:
        acts: acts that happened, with the window of their date and the testimonies read so.
        states: testimonies of a status held, by status.
        rejected: testimonies given up, with the rule and act that stand against each.
        tied: acts whose date is not decided, with all windows that are equally good.
    """

    party: str
    acts: tuple[tuple[Act, Window, tuple[Testimony, ...]], ...] = ()
    states: tuple[Testimony, ...] = ()
    rejected: tuple[tuple[Testimony, tuple[tuple[str, Act], ...]], ...] = ()
    tied: tuple[tuple[Act, tuple[Window, ...]], ...] = ()
    options: tuple[tuple[Testimony, Act, Window], ...] = ()
    proven: bool = True


@dataclass
class _Board:
    """The facts of one component while they are being laid out."""

    charter: Charter
    voices: Sequence[Testimony]
    acts: list[Act] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    values: dict[int, list[Window]] = field(default_factory=dict)


def path(party: str, voices: Sequence[Testimony], context: Context) -> Path:
    """Read one party's asserted claims about one organisation as a history.

    Args:
        voices: its testimonies with modality asserted, in a fixed order.
    """
    board = _Board(context.charter, voices)
    _lay_out(board)
    if _agreed(board, context):
        return _all_told(party, board)
    facts = [*_claim_facts(board, context), *_act_facts(board), *_order_facts(board), *_status_facts(board)]
    facts += _copy_facts(board, context)
    found = solve(RULES, facts, limit=context.limit)
    return _told(party, board, found)


def _agreed(board: _Board, context: Context) -> bool:
    """Compare intervals first: True where every claim can be read as it stands, so that there is nothing to decide.

    Then each act has a day that suits all its claims, no act stands before one that must precede it, and no state told
    could be excluded by another status or come before its beginning.
    """
    own = _own_options(board)
    told = [o for o in own if o is not None]
    states = len(told) < len(own)
    if (states and board.acts) or len({a.status for a in board.acts}) > 1 or context.originals:
        return False
    days: dict[int, Window] = {}
    for option in told:
        day = days.get(option.act, option.window)
        if not day.overlaps(option.window):
            return False
        days[option.act] = day.meets(option.window)
    for fact in _order_facts(board):
        name, a, b = str(fact[0]), int(fact[1]), int(fact[2])
        if a in days and b in days and _against_order(name, days[a], days[b], fact):
            return False
    return True


def _own_options(board: _Board) -> list[Option | None]:
    """For each claim the reading as the act that it names itself, None for a state."""
    first: dict[int, Option] = {}
    for option in board.options:
        first.setdefault(option.claim, option)
    return [first.get(n) for n in range(len(board.voices))]


def _against_order(name: str, one: Window, other: Window, fact: Fact) -> bool:
    """The three conditions of procedure.lp on two days, with the acts' sure days: stricter than the rules, never laxer."""
    if name == "apart":
        return year(one.last) >= year(other.first)
    return one.last + (int(fact[3]) if name == "notice" else 0) > other.first


def _all_told(party: str, board: _Board) -> Path:
    """The path where all claims stand."""
    read: dict[int, list[int]] = defaultdict(list)
    for option in _own_options(board):
        if option is not None:
            read[option.act].append(option.claim)
    value = {a: _common(board, a, claims) for a, claims in read.items()}
    acts = tuple(
        (board.acts[a], value[a], tuple(board.voices[n] for n in sorted(claims)))
        for a, claims in sorted(read.items(), key=lambda item: board.acts[item[0]])
    )
    states = tuple(v for v, o in zip(board.voices, _own_options(board), strict=True) if o is None)
    options = tuple((board.voices[o.claim], board.acts[o.act], o.window) for o in board.options)
    return Path(party, acts, states, options=options)


def _common(board: _Board, act: int, claims: list[int]) -> Window:
    """The days that all claims of an act admit."""
    own = [o.window for o in board.options if o.act == act and o.claim in claims]
    window = min(own, key=lambda w: (not w.dated, w.width, w.text))
    for other in sorted(own):
        window = window.meets(other)
    return window


def _lay_out(board: _Board) -> None:
    turns = _turns(board.voices)
    readings = [list(_readings(board, n, turns[n])) for n in range(len(board.voices))]
    stated = {options[0][0] for options in readings if options and options[0][0].step != "holds"}
    stated |= _untold_decisions(board.charter, stated)
    for n, options in enumerate(readings):
        for act, cost, window in options:
            if act == options[0][0] or act in stated:
                _option(board, n, act, cost, window, stated)
    _candidates(board)


def _untold_decisions(charter: Charter, stated: set[Act]) -> set[Act]:
    """Decisions that only a "since" can tell: where the act of effect is told and the decision is another step, untold."""
    found = set()
    for act in stated:
        for way in charter.ladder(act.status):
            if any(r.step == act.step and r.effect and not r.decision for r in way):
                found |= {
                    Act(act.status, r.step, act.turn) for r in way if r.decision and not r.effect and r.step in SINCE
                }
    return found


def _option(board: _Board, n: int, act: Act, cost: int, window: Window, stated: set[Act]) -> None:
    begun = {a for a in stated if a.status == act.status and a.turn == act.turn and begins(board.charter, a)}
    if act.step == "holds" and begun:
        return  # "since D" tells the act that began it, which somebody names
    if act not in board.acts:
        board.acts.append(act)
    board.options.append(Option(n, board.acts.index(act), cost, window))


def begins(charter: Charter, act: Act) -> bool:
    """True where the act begins the status; an invitation or agreement alone does not."""
    return act.step in (*BEGINS, "holds") or any(r.effect for r in charter.rungs(act.status, act.step))


def _turns(voices: Sequence[Testimony]) -> list[int]:
    """Which spell in the organisation each claim is about: a return after leaving begins the next."""
    order = sorted(range(len(voices)), key=lambda n: (voices[n].window.last, voices[n].window.first, n))
    found, turn, outside = [1] * len(voices), 1, False
    for n in order:
        step = str(voices[n].claim.arg("step"))
        if step in ENDS:
            outside = True
        elif outside and step in BEGINS and voices[n].when:
            turn, outside = turn + 1, False
        found[n] = turn
    return found


def _readings(board: _Board, n: int, turn: int) -> Iterator[tuple[Act, int, Window]]:
    """How a claim may be read: as the act it names, or as an act that its words tell loosely."""
    voice, costs = board.voices[n], table()["reading"]
    status, step = str(voice.claim.arg("status") or "member"), str(voice.claim.arg("step") or "holds")
    ends = since(voice.claim)
    if step == "holds" and not (ends and ends.start and (is_open(voice.claim) or _lasting(ends.start, ends.end))):
        return
    window = ends.start if step == "holds" and ends and ends.start else voice.window
    yield Act(status, step, turn), 0, window
    if voice.when is None:
        return
    for other in _looser(board.charter, status, step):
        yield Act(status, other, turn), costs["also"], window
    if step in (*BEGINS, "holds") and (is_loose(voice.claim) or voice.claim.arg("by")):
        for other in SINCE if step == "holds" else TOLD_LOOSELY:
            if other != step:
                yield Act(status, other, turn), costs["exact" if step == "holds" else "loose"], window


def _lasting(start: Window, end: Window | None) -> bool:
    return end is None or end.last - start.first > 31


def _looser(charter: Charter, status: str, step: str) -> list[str]:
    ways = charter.ladder(status)
    return sorted({r.step for way in ways for r in way if step in r.also and r.step != step})


def _candidates(board: _Board) -> None:
    for n in range(len(board.acts)):
        exact = {o.window for o in board.options if o.act == n and o.cost == 0 and o.window.dated}
        loose = {o.window for o in board.options if o.act == n and o.window.dated}
        undated = {o.window for o in board.options if o.act == n}
        board.values[n] = sorted(exact or loose or undated)


def _weights(board: _Board, context: Context) -> list[int]:
    """What each claim weighs: a witness that tells one thing twice is heard once, by its weightiest claim."""
    weights = [voice.weight for voice in board.voices]
    heard: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for n in sorted(range(len(weights)), key=lambda n: (-weights[n], n)):
        voice = board.voices[n]
        key = (context.witness(voice), str(voice.claim.arg("status")), str(voice.claim.arg("step")))
        if any(board.voices[m].window.overlaps(voice.window) for m in heard[key]) and not voice.accepted:
            weights[n] = 1
        heard[key].append(n)
    return weights


def _claim_facts(board: _Board, context: Context) -> Iterator[Fact]:
    weights = _weights(board, context)
    for n, voice in enumerate(board.voices):
        yield "claim", n
        yield "weight", n, weights[n]
        if voice.accepted:
            yield "accepted", n
        if str(voice.claim.arg("step") or "holds") == "holds":
            window = voice.when or Window(min(voice.source.known, LATEST), min(voice.source.known, LATEST))
            last = window.last if not is_open(voice.claim) else max(window.first, min(voice.source.known, LATEST))
            if not any(o.claim == n for o in board.options):
                yield "state", n, str(voice.claim.arg("status") or "member"), window.first, last


def _act_facts(board: _Board) -> Iterator[Fact]:
    for n, act in enumerate(board.acts):
        yield "act", n
        if begins(board.charter, act):
            yield "begins", n, act.status
        if act.step in ENDS:
            yield "ends", n, act.status
        for v, window in enumerate(board.values[n]):
            yield "value", n, v, window.first, window.last
            yield "years", n, v, year(window.first), year(window.last)
            yield "vague", n, v, min(window.width, 4000) + (0 if window.dated else 5000)
    for option in board.options:
        yield "may", option.claim, option.act, option.cost
        for v, window in enumerate(board.values[option.act]):
            if window.overlaps(option.window):
                yield "fits", option.claim, option.act, v


def _order_facts(board: _Board) -> Iterator[Fact]:
    for a, one in enumerate(board.acts):
        for b, other in enumerate(board.acts):
            if one.turn < other.turn and one.step in ENDS and begins(board.charter, other):
                yield "order", a, b, "a return comes after leaving"
            if one.status == other.status and one.turn == other.turn and a != b:
                yield from _ordered(board.charter, a, b, one, other)


def _ordered(charter: Charter, a: int, b: int, one: Act, other: Act) -> Iterator[Fact]:
    for way in charter.ladder(one.status):
        for earlier in (r for r in way if r.step == one.step):
            for later in (r for r in way if r.step == other.step and r.place > earlier.place):
                article = later.article or "the order of steps"
                yield "order", a, b, article
                if charter.apart(way, earlier, later):
                    yield "apart", a, b, article
    if other.step in ENDS and begins(charter, one):
        yield "order", a, b, "an end comes after the beginning"
    days, article = charter.notice(one.status)
    if days and one.step == "notified-withdrawal" and other.step == "withdrew":
        yield "notice", a, b, days, article


def _status_facts(board: _Board) -> Iterator[Fact]:
    charter = board.charter
    statuses = sorted({str(v.claim.arg("status") or "member") for v in board.voices})
    for one in statuses:
        for other in statuses:
            if charter.excludes(one, other):
                yield "excludes", one, other
                if charter.rank(one) > charter.rank(other):
                    yield "above", one, other


def _copy_facts(board: _Board, context: Context) -> list[Fact]:
    """Pairs of claims in which a copy differs from its original, where each stands in the place of the other."""
    where: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(board.voices):
        where[str(voice.claim.document)].append(n)
    facts: list[Fact] = []
    for copy, first in sorted(context.originals.items()):
        mine, theirs = where.get(str(copy), []), where.get(str(first), [])
        said = {_said(board.voices[n]) for n in mine} & {_said(board.voices[n]) for n in theirs}
        left = [n for n in theirs if _said(board.voices[n]) not in said]
        right = [n for n in mine if _said(board.voices[n]) not in said]
        facts += [("edited", a, b) for a, b in zip(left, right, strict=False)] if len(left) == len(right) else []
    return facts


def _said(voice: Testimony) -> tuple[str, str, str]:
    time = voice.claim.time.edtf if voice.claim.time else ""
    return str(voice.claim.arg("status")), str(voice.claim.arg("step")), str(time)


def _told(party: str, board: _Board, found: Solution) -> Path:
    picked = {int(a): int(v) for a, v in found.named("pick")}
    read: dict[int, list[int]] = defaultdict(list)
    for claim, act in found.named("read"):
        read[int(act)].append(int(claim))
    against: dict[int, list[tuple[str, Act]]] = defaultdict(list)
    for claim, rule, act in found.named("objection"):
        against[int(claim)].append((str(rule), board.acts[int(act)]))
    acts = tuple(
        (board.acts[a], _merged(board, a, v, read[a]), tuple(board.voices[n] for n in sorted(read[a])))
        for a, v in sorted(picked.items(), key=lambda item: board.acts[item[0]])
    )
    rejected = tuple(
        (board.voices[int(c)], tuple(sorted(set(against[int(c)])))) for (c,) in sorted(found.named("reject"))
    )
    states = tuple(board.voices[int(c)] for (c,) in sorted(found.named("stand")))
    options = tuple((board.voices[o.claim], board.acts[o.act], o.window) for o in board.options)
    return Path(party, acts, states, rejected, _ties(board, found), options, found.proven)


def _merged(board: _Board, act: int, value: int, claims: list[int]) -> Window:
    """The date of an act: the narrowest window that the claims read as it have in common."""
    window = board.values[act][value]
    for option in sorted((o for o in board.options if o.act == act and o.claim in claims), key=lambda o: o.window):
        if option.window.overlaps(window):
            window = window.meets(option.window)
    return window


def _ties(board: _Board, found: Solution) -> tuple[tuple[Act, tuple[Window, ...]], ...]:
    loose: dict[int, set[int]] = defaultdict(set)
    for name, *rest in found.tied:
        if name == "pick":
            loose[int(rest[0])].add(int(rest[1]))
    return tuple(
        (board.acts[a], tuple(board.values[a][v] for v in sorted(vs))) for a, vs in sorted(loose.items()) if len(vs) > 1
    )
