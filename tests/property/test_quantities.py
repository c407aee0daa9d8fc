"""Quantities on any text: nothing breaks, slices lie inside, and what stands around changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secretariat.kinds.figure.quantities import find_quantities, spelt_value, tidy

PIECES = st.sampled_from(
    [
        "over",
        "1,000",
        "million",
        "$",
        "half a",
        "dozen",
        "and",
        "two",
        "%",
        "per cent",
        "U.S.",
        "dollars",
        "—",
        "3.5",
        "٣",
        "\n",
        "of",
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_slices_lie_inside_and_never_overlap(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number[0] < quantity.number[1] <= quantity.end
        last = quantity.end


@given(st.integers(min_value=2, max_value=10**12))
def test_digits_read_back(number: int) -> None:
    assert next(find_quantities(f"The bank has {number:,} customers.")).value == number


@given(st.integers(min_value=2, max_value=10**9), st.text(alphabet="xyz .\n", max_size=30))
def test_text_before_moves_a_quantity_but_does_not_change_it(number: int, before: str) -> None:
    alone = next(find_quantities(f"{number:,} ships"))
    moved = next(find_quantities(f"{before} {number:,} ships"))
    assert (moved.value, moved.bound, moved.number[0]) == (alone.value, alone.bound, alone.number[0] + len(before) + 1)


@given(st.integers(min_value=20, max_value=99))
def test_spelt_tens(number: int) -> None:
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()[number // 10 - 2]
    ones = ["", *"one two three four five six seven eight nine".split()][number % 10]
    assert spelt_value(f"{tens}-{ones}" if ones else tens) == number


@given(st.integers(min_value=0, max_value=10**6))
def test_tidy_keeps_whole_numbers_whole(number: int) -> None:
    assert tidy(float(number)) == number and isinstance(tidy(float(number)), int)
