"""Reconciliation ignores the order of its input, agrees with its own shortcut, and invents no claim."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from reconciling import history, paper, step
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.reconcile import membership

PAPERS = tuple(
    paper(
        "It applied.", "It was invited.", "It signed a memorandum.", "It joined.", "It is in.", "It left.",
        publisher=f"Example {n}", published=f"20{10 + n}-05-01",
    )
    for n in range(4)
)  # fmt: skip
SENTENCES = {
    "applied": "It applied.", "invited": "It was invited.", "memorandum-signed": "It signed a memorandum.",
    "acceded": "It joined.", "holds": "It is in.", "withdrew": "It left.",
}  # fmt: skip
times = st.one_of(
    st.just(""), st.dates().filter(lambda d: 2009 <= d.year <= 2014).map(str), st.integers(2009, 2014).map(str)
)


@st.composite
def records(draw: st.DrawFn) -> tuple[Claim, ...]:
    """A handful of claims about two parties."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        what = draw(st.sampled_from(sorted(SENTENCES)))
        status = draw(st.sampled_from(("member", "observer")))
        source: Document = draw(st.sampled_from(PAPERS))
        found.append(
            step(source, SENTENCES[what], draw(st.sampled_from(("OMN", "NPL"))), what, draw(times), status=status)
        )
    return tuple({c.id: c for c in found}.values())


@settings(max_examples=60, deadline=None)
@given(claims=records(), random=st.randoms(use_true_random=False))
def test_order_of_claims_and_documents_does_not_matter(claims: Sequence[Claim], random: object) -> None:
    shuffled, papers = list(claims), list(PAPERS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(papers)  # type: ignore[attr-defined]
    assert history(papers, shuffled) == history(PAPERS, claims)


@settings(max_examples=60, deadline=None)
@given(claims=records())
def test_every_line_stands_on_claims_and_every_claim_has_its_place(claims: Sequence[Claim]) -> None:
    found = history(PAPERS, claims)
    known = {c.id for c in claims}
    used = {c for entry in found.lines for c in (*entry.claims, *entry.against)}
    sides = {c for conflict in found.conflicts for side in conflict.sides for c in side.claims}
    assert used <= known and sides <= known
    assert known <= used | sides
    assert all(entry.claims for entry in found.lines)


@settings(max_examples=60, deadline=None)
@given(claims=records())
def test_the_shortcut_finds_what_the_solver_finds(claims: Sequence[Claim]) -> None:
    short = history(PAPERS, claims)
    kept = membership.agreed
    membership.agreed = lambda board, orders: False
    try:
        solved = history(PAPERS, claims)
    finally:
        membership.agreed = kept
    assert (short.changes, short.spells, short.conflicts) == (solved.changes, solved.spells, solved.conflicts)


@settings(max_examples=40, deadline=None)
@given(claims=records())
def test_ids_do_not_depend_on_what_else_is_known(claims: Sequence[Claim]) -> None:
    whole = {c.line for c in history(PAPERS, claims).changes if c.party == "OMN"}
    alone = {c.line for c in history(PAPERS, [c for c in claims if c.arg("party") == "OMN"]).changes}
    assert whole == alone
