"""One party's way through the statuses of an organisation: claims as facts of a program, its optimum as history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from secretariat.reconcile.acts import Act, Board, Path, begins, lay_out
from secretariat.reconcile.agreement import agreed, all_told
from secretariat.reconcile.charter import BEGINS, ENDS, Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window, is_open, year
from secretariat.reconcile.solve import Fact, Solution, solve
from secretariat.reconcile.weigh import Testimony

RULES = ("readings", "procedure", "statuses", "copies", "weights")


def path(party: str, voices: Sequence[Testimony], context: Context) -> Path:
    """Read one party's asserted claims about one organisation as a history.

    Args:
        voices: its testimonies with modality asserted, in a fixed order.
    """
    board = Board(context.charter, voices)
    lay_out(board)
    if not context.originals and agreed(board, _order_facts(board)):
        return all_told(party, board)
    facts = [*_claim_facts(board, context), *_act_facts(board), *_order_facts(board), *_status_facts(board)]
    facts += _copy_facts(board, context)
    found = solve(_concerned(facts), facts, limit=context.limit)
    return _told(party, board, found)


def _concerned(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The rule files that these facts concern: rules about what does not occur need not be grounded."""
    names = {str(fact[0]) for fact in facts}
    needs = {"procedure": {"order"}, "statuses": {"state", "excludes"}, "copies": {"edited"}}
    return tuple(rule for rule in RULES if rule not in needs or needs[rule] & names)


def _weights(board: Board, context: Context) -> list[int]:
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


def _claim_facts(board: Board, context: Context) -> Iterator[Fact]:
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


def _act_facts(board: Board) -> Iterator[Fact]:
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


def _order_facts(board: Board) -> Iterator[Fact]:
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


def _status_facts(board: Board) -> Iterator[Fact]:
    charter = board.charter
    statuses = sorted({str(v.claim.arg("status") or "member") for v in board.voices})
    for one in statuses:
        for other in statuses:
            if charter.excludes(one, other):
                yield "excludes", one, other
                if charter.rank(one) > charter.rank(other):
                    yield "above", one, other


def _copy_facts(board: Board, context: Context) -> list[Fact]:
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


def _told(party: str, board: Board, found: Solution) -> Path:
    picked = {int(a): int(v) for a, v in found.named("pick")}
    read: dict[int, list[int]] = defaultdict(list)
    for claim, act in found.named("read"):
        read[int(act)].append(int(claim))
    loose = _loosely(board, read)
    against: dict[int, list[tuple[str, Act]]] = defaultdict(list)
    for claim, rule, act in found.named("objection"):
        against[int(claim)].append((str(rule), board.acts[int(act)]))
    for claim, act in loose.items():
        against[claim].append(("loose", board.acts[act]))
    acts = tuple(
        (
            board.acts[a],
            _merged(board, a, v, read[a]),
            tuple(board.voices[n] for n in sorted(read[a]) if n not in loose),
        )
        for a, v in sorted(picked.items(), key=lambda item: board.acts[item[0]])
    )
    given_up = sorted({int(c) for (c,) in found.named("reject")} | set(loose))
    rejected = tuple((board.voices[c], tuple(sorted(set(against.get(c, ()))))) for c in given_up)
    states = tuple(board.voices[int(c)] for (c,) in sorted(found.named("stand")))
    options = tuple((board.voices[o.claim], board.acts[o.act], o.window) for o in board.options)
    bare = {c for c in given_up if not against.get(c)}
    refuted = tuple(
        (board.voices[int(c)], str(rule), board.voices[int(d)])
        for c, rule, d in sorted(found.named("refuted"), key=repr)
        if int(c) in bare
    )
    return Path(party, acts, states, rejected, _ties(board, found), options, refuted, found.proven)


def _loosely(board: Board, read: dict[int, list[int]]) -> dict[int, int]:
    """Claims of a beginning that are read as an earlier step: they dispute it, unless their own text tells both."""
    begun = {
        board.voices[n].claim.document
        for a, claims in read.items()
        if begins(board.charter, board.acts[a])
        for n in claims
    }
    return {
        n: a
        for a, claims in read.items()
        if not begins(board.charter, board.acts[a])
        and any(board.voices[m].claim.arg("step") not in BEGINS for m in claims)
        for n in claims
        if board.voices[n].claim.arg("step") in BEGINS and board.voices[n].claim.document not in begun
    }


def _merged(board: Board, act: int, value: int, claims: list[int]) -> Window:
    """The date of an act: the narrowest window that the claims read as it have in common."""
    window = board.values[act][value]
    for option in sorted((o for o in board.options if o.act == act and o.claim in claims), key=lambda o: o.window):
        if option.window.overlaps(window):
            window = window.meets(option.window)
    return window


def _ties(board: Board, found: Solution) -> tuple[tuple[Act, tuple[Window, ...]], ...]:
    """Acts of which two different days are equally good; two vague windows that share a day are no dispute."""
    loose: dict[int, set[int]] = defaultdict(set)
    for name, *rest in found.tied:
        if name == "pick":
            loose[int(rest[0])].add(int(rest[1]))
    windows = {a: tuple(board.values[a][v] for v in sorted(vs)) for a, vs in sorted(loose.items())}
    return tuple((board.acts[a], ws) for a, ws in windows.items() if any(not w.overlaps(ws[0]) for w in ws))
