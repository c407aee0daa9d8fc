"""Changes of membership told by a frame: which rule reads which predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from secretariat.frame import Frame, Reading
from secretariat.kinds.membership.acts import ACTS
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.founding import found_act
from secretariat.kinds.membership.granting import apply, grant, opened, status_noun
from secretariat.kinds.membership.holding import hold
from secretariat.kinds.membership.joining import admit, invite, join, reinstate
from secretariat.kinds.membership.leaving import not_extended, standing, withdraw
from secretariat.kinds.membership.papers import signed
from secretariat.model.claim import Claim

_ACTS_OF: dict[str, tuple[str, ...]] = {}


for _act, _predicates in ACTS.items():
    for _predicate in _predicates:
        _ACTS_OF[_predicate] = (*_ACTS_OF.get(_predicate, ()), _act)


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


_RULES: dict[str, Callable[[Reading, Frame], Iterator[Found]]] = {
    "join": join,
    "admit": admit,
    "grant": grant,
    "apply": apply,
    "invite": invite,
    "suspend": standing("suspend"),
    "expel": standing("expel"),
    "withdraw": withdraw,
    "reinstate": reinstate,
    "found": found_act,
    "hold": hold,
    "status": status_noun,
    "lapse": not_extended,
    "sign": signed,
    "open": opened,
}
