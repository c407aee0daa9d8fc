"""The reader of quantities, without a parser: value, bound and unit of what the words say."""

from __future__ import annotations

import pytest

from secretariat.kinds.figure.quantities import find_quantities, spelt_value


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("over 2.2 billion doses", 2_200_000_000, "over", ""),
        ("1,250 observers", 1250, "exact", ""),
        ("thirty thousand scholarships", 30_000, "exact", ""),
        ("two hundred and five delegates", 205, "exact", ""),
        ("twenty-one members", 21, "exact", ""),
        ("half a million voters", 500_000, "exact", ""),
        ("a dozen states", 12, "exact", ""),
        ("more than two dozen states", 24, "over", ""),
        ("dozens of firms", 24, "dozens", ""),
        ("several hundred people", 200, "hundreds", ""),
        ("hundreds of millions of doses", None, "hundreds", ""),
        ("nearly 40 per cent", 40, "nearly", "percent"),
        ("3 percentage points", 3, "exact", "percentage points"),
        ("12,8 percent", 12.8, "exact", "percent"),
        ("at least 50 ships", 50, "at-least", ""),
        ("no more than 10 ships", 10, "at-most", ""),
        ("fewer than 10 ships", 10, "under", ""),
        ("some 40 ministers", 40, "about", ""),
        ("an estimated 90 vessels", 90, "about", ""),
        ("10,000-plus troops", 10_000, "over", ""),
        ("200 people or more", 200, "exact", ""),
        ("$3.2 million", 3_200_000, "exact", "USD"),
        ("US$5bn", 5_000_000_000, "exact", "USD"),
        ("USD50 million", 50_000_000, "exact", "USD"),
        ("€12m", 12_000_000, "exact", "EUR"),
        ("about 214 million U.S. dollars", 214_000_000, "about", "USD"),
        ("1.5 billion RMB yuan", 1_500_000_000, "exact", "CNY"),
        ("over 2 billion USD", 2_000_000_000, "over", "USD"),
        ("600 million Russian rubles", 600_000_000, "exact", "RUB"),
        ("40 million Canadian dollars", 40_000_000, "exact", "CAD"),
        ("5 million kroner", 5_000_000, "exact", "NOK"),
        ("two-thirds of the votes", 0.667, "exact", ""),
    ],
)
def test_reads(text: str, value: float | None, bound: str, unit: str) -> None:
    first = next(find_quantities(text))
    assert (first.value, first.bound, first.unit) == (value, bound, unit)


def test_two_currencies_are_two_quantities() -> None:
    found = [(q.value, q.unit) for q in find_quantities("30 billion yuan (4.68 billion dollars)")]
    assert found == [(30_000_000_000, "CNY"), (4_680_000_000, "USD")]


def test_a_range_is_two_quantities() -> None:
    assert [q.value for q in find_quantities("from four to six")] == [4, 6]


def test_a_rate_keeps_what_it_is_per() -> None:
    assert next(find_quantities("€3bn a year")).per == "year"


@pytest.mark.parametrize("text", ["COVID-19", "C-130J", "G7", "UNSCR1267", "someone", "behalf of us"])
def test_parts_of_words_are_no_quantities(text: str) -> None:
    assert list(find_quantities(text)) == []


def test_a_line_end_inside_an_amount_does_not_cut_it() -> None:
    assert next(find_quantities("a $5\n    million programme")).value == 5_000_000


def test_an_unknown_number_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        spelt_value("umpteen")
