"""Which stretches of two texts say the same in nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SEED = 4  # words in a row that must be equal for a run to begin
_GAP = 30  # words: an inserted sentence does not break a passage, a new paragraph does
_REPEATS = 8  # places of one seed looked at: more often it is a formula, and the linear bound counts


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first:last` of one text aligned with `other_first:other_last` of another; `shared` of them are equal."""

    first: int
    last: int
    other_first: int
    other_last: int
    shared: int

    @property
    def alike(self) -> float:
        """Share of the longer side that is equal."""
        return self.shared / max(self.last - self.first, self.other_last - self.other_first)

    def then(self, run: Stretch) -> Stretch:
        """This stretch up to the end of a later run."""
        fresh = min(run.last - max(run.first, self.last), run.other_last - max(run.other_first, self.other_last))
        return Stretch(
            self.first,
            max(self.last, run.last),
            self.other_first,
            max(self.other_last, run.other_last),
            self.shared + max(0, fresh),
        )

    def gap(self, run: Stretch) -> int | None:
        """Words between this stretch and a later run on the wider side; None where it does not follow closely."""
        ahead, other_ahead = run.first - self.last, run.other_first - self.other_last
        close = -_SEED <= ahead <= _GAP and -_SEED <= other_ahead <= _GAP
        return max(ahead, other_ahead) if close else None


def align(one: Sequence[str], other: Sequence[str]) -> list[Stretch]:
    """Stretches that two texts share, edits within them allowed; short ones too."""
    chains: list[Stretch] = []
    active: list[int] = []
    for run in sorted(_runs(one, other), key=lambda r: (r.other_first, r.first, -r.shared)):
        active = [n for n in active if run.other_first - chains[n].other_last <= _GAP]
        near = [(gap, n) for n in active if (gap := chains[n].gap(run)) is not None]
        if near:
            best = min(near)[1]
            chains[best] = chains[best].then(run)
        else:
            chains.append(run)
            active.append(len(chains) - 1)
    return chains


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[Stretch]:
    """Maximal runs of equal words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(one) - _SEED + 1):
        seed = places[tuple(one[i : i + _SEED])]
        if len(seed) < _REPEATS:
            seed.append(i)
    growing: dict[int, tuple[int, int]] = {}
    for j in range(len(other) - _SEED + 1):
        still: dict[int, tuple[int, int]] = {}
        for i in places.get(tuple(other[j : j + _SEED]), ()):
            still[i - j] = growing.pop(i - j, (i, j))
        yield from (_run(first, other_first, j) for first, other_first in growing.values())
        growing = still
    end = max(0, len(other) - _SEED + 1)
    yield from (_run(first, other_first, end) for first, other_first in growing.values())


def _run(first: int, other_first: int, stopped: int) -> Stretch:
    length = stopped - other_first + _SEED - 1
    return Stretch(first, first + length, other_first, other_first + length, length)
