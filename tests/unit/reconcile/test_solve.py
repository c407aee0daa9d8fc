"""The solver's limit counts conflicts: beyond it a reading is kept, and said not to be proven."""

import pytest

from secretariat.reconcile import solve as solver

# Colouring with weighted soft edges: small, and too hard for a search that may meet one conflict only.
COLOURING = r"""
node(1..14). colour(1..3).
{ has(N,C) : colour(C) } = 1 :- node(N).
edge(A,B,((A*7+B*13) \ 5)+1) :- node(A), node(B), A<B, ((A*A+B*3) \ 4) < 3.
:~ edge(A,B,W), has(A,C), has(B,C). [W,A,B]
#show has/2.
"""


@pytest.fixture
def hard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "program", lambda name: COLOURING)


@pytest.mark.usefixtures("hard")
def test_a_search_stopped_at_its_limit_is_not_proven() -> None:
    free, bound = solver.solve(["colouring"], []), solver.solve(["colouring"], [], limit=1)
    assert free.proven and not bound.proven
    assert len(bound.atoms) == 14 and bound.cost > free.cost


@pytest.mark.usefixtures("hard")
def test_the_same_limit_gives_the_same_reading() -> None:
    assert solver.solve(["colouring"], [], limit=5) == solver.solve(["colouring"], [], limit=5)


def test_rules_without_an_answer_are_a_mistake_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "program", lambda name: "a. :- a.")
    with pytest.raises(RuntimeError, match="no answer"):
        solver.solve(["contradiction"], [])
