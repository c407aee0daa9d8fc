"""Acts and readings: what one party's claims may tell, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secretariat.reconcile.charter import BEGINS, ENDS, Charter
from secretariat.reconcile.days import Window, is_open, since
from secretariat.reconcile.weigh import Testimony, is_loose, table

TOLD_LOOSELY = ("granted", "memorandum-signed", "protocol-signed", "invited", "agreed", "acceded")
"""Acts that the press tells as "joined" or "became"."""

SINCE = ("founded", "granted", "memorandum-signed", "acceded", "effective", "reinstated")
"""Acts from which "since D" may count."""


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
        refuted: rejected testimonies that no act stands against but a state told by another, with the rule.
        tied: acts whose date is not decided, with all windows that are equally good.
    """

    party: str
    acts: tuple[tuple[Act, Window, tuple[Testimony, ...]], ...] = ()
    states: tuple[Testimony, ...] = ()
    rejected: tuple[tuple[Testimony, tuple[tuple[str, Act], ...]], ...] = ()
    tied: tuple[tuple[Act, tuple[Window, ...]], ...] = ()
    options: tuple[tuple[Testimony, Act, Window], ...] = ()
    refuted: tuple[tuple[Testimony, str, Testimony], ...] = ()
    proven: bool = True


@dataclass
class Board:
    """The facts of one component while they are being laid out."""

    charter: Charter
    voices: Sequence[Testimony]
    acts: list[Act] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    values: dict[int, list[Window]] = field(default_factory=dict)


def lay_out(board: Board) -> None:
    """Find the acts that the claims may tell, the readings of each claim, and the days that each act may have."""
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
    """Decisions that only a "since" can tell: the act of effect is told, the decision is another step and is not."""
    found = set()
    for act in stated:
        for way in charter.ladder(act.status):
            if any(r.step == act.step and r.effect and not r.decision for r in way):
                found |= {
                    Act(act.status, r.step, act.turn) for r in way if r.decision and not r.effect and r.step in SINCE
                }
    return found


def _option(board: Board, n: int, act: Act, cost: int, window: Window, stated: set[Act]) -> None:
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


def _readings(board: Board, n: int, turn: int) -> Iterator[tuple[Act, int, Window]]:
    """How a claim may be read: as the act it names, or as an act that its words tell loosely."""
    voice, costs = board.voices[n], table()["reading"]
    status, step = str(voice.claim.arg("status") or "member"), str(voice.claim.arg("step") or "holds")
    ends = since(voice.claim)
    if step == "holds" and not (ends and ends.start and (is_open(voice.claim) or _lasting(voice))):
        return
    window = ends.start if step == "holds" and ends and ends.start else voice.window
    yield Act(status, board.charter.named(status, step), turn), 0, window
    if voice.when is None:
        return
    for other in _looser(board.charter, status, step):
        yield Act(status, other, turn), costs["also"], window
    if step in (*BEGINS, "holds") and (is_loose(voice.claim) or voice.claim.arg("by")):
        for other in SINCE if step == "holds" else TOLD_LOOSELY:
            if other != step:
                yield Act(status, other, turn), costs["exact" if step == "holds" else "loose"], window


def _lasting(voice: Testimony) -> bool:
    """True where a claim gives an interval in which a status held, longer than an occasion."""
    interval = bool(voice.claim.time and "/" in str(voice.claim.time.edtf))
    return interval and voice.when is not None and voice.when.width > 31


def _looser(charter: Charter, status: str, step: str) -> list[str]:
    ways = charter.ladder(status)
    return sorted({r.step for way in ways for r in way if step in r.also and r.step != step})


def _candidates(board: Board) -> None:
    """The days an act may have: those that its own claims give, or the time by which an undated one was told."""
    for n in range(len(board.acts)):
        own = {o.window for o in board.options if o.act == n and o.cost == 0}
        board.values[n] = sorted(own or {o.window for o in board.options if o.act == n})
