"""Edtf against the `edtf` library (5.x), and its own laws."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.model.time import FIRST_DAY, LAST_DAY, Edtf

edtf = pytest.importorskip("edtf")
library = settings(deadline=None, max_examples=60)  # it reads some 270 expressions a second

years = st.integers(1000, 2999)
days = st.dates().filter(lambda d: d.year >= 1000).map(str)
months = st.builds("{:04}-{:02}".format, years, st.integers(1, 12))
plain = st.one_of(years.map(str), months, days)
qualified = st.builds("{}{}".format, plain, st.sampled_from("~?%"))
masked = st.one_of(
    st.integers(100, 299).map("{}X".format),
    st.integers(10, 29).map("{}XX".format),
    years.map("{}-XX".format),
    months.map("{}-XX".format),
    st.builds("{:04}-XX-{:02}".format, years, st.integers(1, 31)),
)
# The library ends a winter on 31 December; ours goes on to February, hence no 24 here.
groups = st.builds("{:04}-{}".format, years, st.sampled_from([21, 22, 23, 33, 34, 35, 36, 37, 38, 39, 40, 41]))
single = st.one_of(plain, qualified, masked, groups)


def theirs(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = edtf.parse_edtf(text)
        return [f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}" for t in (value.lower_strict(), value.upper_strict())]


@library
@given(single)
def test_bounds_are_those_of_the_library(text):
    value = Edtf.parse(text)
    assert [value.first, value.last] == theirs(text)


@library
@given(st.lists(plain, min_size=2, max_size=2).map(sorted))
def test_bounds_of_intervals_are_those_of_the_library(ends):
    text = "/".join(ends)
    try:
        value = Edtf.parse(text)
    except ValueError:  # "2021-06/2021": the end begins before the beginning does
        return
    assert [value.first, value.last] == theirs(text)


@given(single)
def test_open_intervals_are_open_on_one_side(text):
    inner = Edtf.parse(text)
    assert (Edtf.parse(f"{text}/..").first, Edtf.parse(f"{text}/..").last) == (inner.first, LAST_DAY)
    assert (Edtf.parse(f"../{text}").first, Edtf.parse(f"../{text}").last) == (FIRST_DAY, inner.last)
    assert Edtf.parse(f"[{text}..]") != Edtf.parse(f"{text}/..") and Edtf.parse(f"[{text}..]").is_open


@library
@given(plain)
def test_open_forms_are_edtf_to_the_library_too(text):
    assert all(edtf.parse_edtf(form) for form in (f"{text}/..", f"../{text}", f"[{text}..]", f"[..{text}]"))


@given(st.lists(plain, min_size=1, max_size=4))
def test_a_set_spans_its_members(members):
    inner = [Edtf.parse(m) for m in members]
    hull = Edtf.parse("{" + ",".join(members) + "}")
    assert (hull.first, hull.last) == (min(m.first for m in inner), max(m.last for m in inner))
    assert all(hull.contains(m) for m in inner)


@given(single, single)
def test_containing_implies_overlapping_both_ways(one, other):
    a, b = Edtf.parse(one), Edtf.parse(other)
    assert not a.contains(b) or a.overlaps(b)
    assert a.overlaps(b) == b.overlaps(a)


@given(single)
def test_equal_texts_are_one_hashable_value(text):
    assert Edtf.parse(text) is Edtf.parse("".join(text)) and len({Edtf.parse(text), Edtf.parse(text)}) == 1


@given(st.text(alphabet="0123456789X-/.[]{},~?%T: W", max_size=14))
def test_any_text_is_read_or_refused(text):
    try:
        value = Edtf.parse(text)
    except ValueError:
        return
    assert value.first <= value.last and len(value.first) == len(value.last) == 10


NOT_EDTF = [
    "",
    "..",
    "../..",
    "/",
    "2021-13",
    "2021-02-30",
    "2021-02-29",
    "2022/2021",
    "June 2021",
    "2021-7-2",
    "2021-21-01",
]


@pytest.mark.parametrize("text", NOT_EDTF)
def test_refuses(text):
    with pytest.raises(ValueError, match=r"EDTF|ends before"):
        Edtf.parse(text)


def test_times_of_day_count_as_their_day():
    assert Edtf.parse("2021-07-02T10:30:00Z").first == Edtf.parse("2021-07-02T10:30").last == "2021-07-02"


def test_winter_reaches_into_the_next_year():
    assert (Edtf.parse("2023-24").first, Edtf.parse("2023-24").last) == ("2023-12-01", "2024-02-29")


def test_inferred_is_marked_by_approximation_not_by_doubt():
    assert Edtf.parse("2001~").inferred and Edtf.parse("2001%").inferred and not Edtf.parse("2001?").inferred
