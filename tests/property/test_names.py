"""What holds of names in any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from secretariat.names import find_names, fold, locate, parties, resolve

NAMES = sorted(n for p in parties().values() for n in (p.name, *p.adjectives[:1]) if len(n) > 3)
WORDS = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(["and", "of the", "(", "),", "met.", "\n", "In", "’s"]), st.text(max_size=6)
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_hits_are_slices_in_order(text: str) -> None:
    hits = find_names(text)
    assert all(0 <= h.start < h.end <= len(text) for h in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(h.id or len(h.candidates) > 1 for h in hits)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_a_paragraph_before_moves_hits_and_changes_none(text: str) -> None:
    before = "They spoke at length.\n\n"
    moved = [(h.start + len(before), h.end + len(before), h.id) for h in find_names(text)]
    assert [(h.start, h.end, h.id) for h in find_names(before + text)] == moved


@given(st.sampled_from(sorted(parties().values(), key=lambda p: p.id)))
def test_official_names_resolve_to_their_party_or_stay_open(party: object) -> None:
    for name in party.all_names[:2]:  # type: ignore[attr-defined]
        assert resolve(name) in (party.id, None)  # type: ignore[attr-defined]


@given(st.text(max_size=40))
def test_any_words_may_be_asked(words: str) -> None:
    assert fold(fold(words)) == fold(words)
    assert resolve(words) is None or resolve(words) in parties()
    assert locate(words).words == words
