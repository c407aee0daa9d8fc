"""Agreement: intervals are compared first, and where all claims can stand as they are nothing is left to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from secretariat.reconcile.acts import Board, Option, Path
from secretariat.reconcile.days import Window, year
from secretariat.reconcile.solve import Fact


def agreed(board: Board, orders: Iterable[Fact]) -> bool:
    """Compare intervals first: True where every claim can be read as it stands, so that there is nothing to decide.

    Then each act has a day that suits all its claims, no act stands before one that must precede it, and no state told
    could be excluded by another status or come before its beginning.

    Args:
        orders: the facts of procedure.lp about the order of the acts.
    """
    own = _own_options(board)
    told = [o for o in own if o is not None]
    states = len(told) < len(own)
    if (states and board.acts) or len({a.status for a in board.acts}) > 1:
        return False
    days: dict[int, Window] = {}
    for option in told:
        day = days.get(option.act, option.window)
        if not day.overlaps(option.window):
            return False
        days[option.act] = day.meets(option.window)
    for fact in orders:
        name, a, b = str(fact[0]), int(fact[1]), int(fact[2])
        if a in days and b in days and _against_order(name, days[a], days[b], fact):
            return False
    return True


def _own_options(board: Board) -> list[Option | None]:
    """For each claim the reading as the act that it names itself, None for a state."""
    first: dict[int, Option] = {}
    for option in board.options:
        first.setdefault(option.claim, option)
    return [first.get(n) for n in range(len(board.voices))]


def _against_order(name: str, one: Window, other: Window, fact: Fact) -> bool:
    """The three conditions of procedure.lp on two days, all days counted: stricter than the rules, never laxer."""
    if name == "apart":
        return year(one.last) >= year(other.first)
    return one.last + (int(fact[3]) if name == "notice" else 0) > other.first


def all_told(party: str, board: Board) -> Path:
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


def _common(board: Board, act: int, claims: list[int]) -> Window:
    """The days that all claims of an act admit."""
    own = [o.window for o in board.options if o.act == act and o.claim in claims]
    window = min(own, key=lambda w: (not w.dated, w.width, w.text))
    for other in sorted(own):
        window = window.meets(other)
    return window
