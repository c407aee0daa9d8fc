"""The solver: rules as logic programs, facts as values, the optimum as history. Limits count conflicts, not time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import clingo

Fact = tuple[str | int, ...]
"""A predicate and its arguments: ("claim", 3) or ("order", 0, 1, "article 13")."""

ENOUGH_TIES = 16
"""Optimal models looked at: enough to see which choices are tied, bounded whatever the component's size."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What the solver found.

    Attributes:
        atoms: shown atoms of the first optimum, in order.
        tied: shown atoms that hold in some optima and not in others.
        cost: what the optimum gives up. proven: False where the limit was reached before optimality was proven.
    """

    atoms: tuple[Fact, ...]
    tied: frozenset[Fact] = frozenset()
    cost: tuple[int, ...] = ()
    proven: bool = True

    def named(self, name: str) -> tuple[Fact, ...]:
        """Arguments of the atoms with this predicate."""
        return tuple(a[1:] for a in self.atoms if a[0] == name)


@lru_cache(maxsize=32)
def program(name: str) -> str:
    """The text of one rule file."""
    return files("secretariat.reconcile").joinpath("rules", f"{name}.lp").read_text("utf-8")


def solve(rules: Sequence[str], facts: Iterable[Fact], *, limit: int = 0) -> Solution:
    """Find the best reading.

    Args:
        rules: names of rule files. facts: what is known.
        limit: most conflicts the search may meet, 0 for no limit; at the limit the result is not `proven`.
    Raises:
        RuntimeError: the rules have no answer at all (a mistake in the rules, not in the facts).
    """
    options = ["--warn=none", "--seed=1", "--opt-mode=optN", f"--models={ENOUGH_TIES}"]
    control = clingo.Control([*options, f"--solve-limit={limit}"] if limit else options)
    control.add("base", [], "\n".join([*map(program, rules), *map(_write, sorted(set(facts), key=repr))]))
    control.ground([("base", [])])
    best: list[tuple[tuple[int, ...], frozenset[Fact], bool]] = []
    with control.solve(yield_=True) as search:
        for model in search:
            best.append((tuple(model.cost), frozenset(map(_read, model.symbols(shown=True))), model.optimality_proven))
        exhausted = bool(search.get().exhausted)
    if not best:
        if limit and not exhausted:
            return Solution((), proven=False)
        raise RuntimeError(f"rules {', '.join(rules)} have no answer")
    return _gathered(best)


def _gathered(found: list[tuple[tuple[int, ...], frozenset[Fact], bool]]) -> Solution:
    proven = [atoms for _, atoms, sure in found if sure]
    optima = proven or [found[-1][1]]
    ordered = sorted((tuple(sorted(atoms, key=repr)) for atoms in optima), key=repr)
    tied = frozenset().union(*optima) - frozenset.intersection(*optima)
    return Solution(ordered[0], tied, found[-1][0], bool(proven))


def _write(fact: Fact) -> str:
    name, *arguments = fact
    inside = ",".join(str(a) if isinstance(a, int) else '"' + _escaped(a) + '"' for a in arguments)
    return f"{name}({inside})." if arguments else f"{name}."


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _read(symbol: clingo.Symbol) -> Fact:
    return (symbol.name, *(_value(a) for a in symbol.arguments))


def _value(symbol: clingo.Symbol) -> str | int:
    if symbol.type == clingo.SymbolType.Number:
        return int(symbol.number)
    return str(symbol.string) if symbol.type == clingo.SymbolType.String else str(symbol)
