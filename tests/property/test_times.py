"""Laws of the time layer: evidence, order, EDTF that can be read, no dependence on what stands around, linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.model.time import Edtf
from secretariat.parse.times import find_times
from secretariat.parse.times.scanning import tokenise

PIECES = (
    "June|15|,|2021|on|Friday|last|week|two|years|ago|since|from|to|the|of|first|half|third|quarter|1990s|BC|noon|a|and|"
    "a.m.|10:30|May|will|met|-|–|\n\n|early|end|next|every|day|summit|20th|anniversary|over|past|three|.|'s|spring|decade|later|earlier|weeks|a|few|weekend|morning|Q3|this"
).split("|")
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
dates = st.sampled_from(["", "2023", "2023-07", "2023-07-04", "2024-02-29", "0001-01-01", "9999-12-31"])
laws = settings(deadline=None)  # the vocabulary is loaded by the first example
modes = st.sampled_from(["news", "narrative"])


@laws
@given(st.one_of(texts, st.text(max_size=60)), dates, modes)
def test_expressions_lie_in_order_inside_the_text_and_do_not_overlap(text, published, mode):
    end = 0
    for found in find_times(text, published=published, mode=mode):
        assert end <= found.start < found.end <= len(text)
        assert 0 <= found.phrase_start <= found.start and found.end <= found.phrase_end <= len(text)
        end = found.end


@laws
@given(texts, dates, modes)
def test_every_edtf_can_be_read(text, published, mode):
    for found in find_times(text, published=published, mode=mode):
        assert found.edtf is None or Edtf.parse(found.edtf)


@laws
@given(texts, dates)
def test_the_same_text_gives_the_same_times(text, published):
    assert find_times(text, published=published) == find_times(text, published=published)


@laws
@given(st.integers(0, 30), st.sampled_from(["Übrigens: ", "上海 ", "🙂 ", "\n\n", "مرحبا "]))
def test_what_stands_before_moves_an_expression_and_changes_nothing_else(count, filler):
    text = "They met on 3 May 2019."
    (alone,), (moved,) = find_times(text), find_times(filler * count + text)
    shift = len(filler) * count
    assert (moved.start, moved.end, moved.edtf) == (alone.start + shift, alone.end + shift, alone.edtf)


@laws
@given(st.text(max_size=200))
def test_tokens_are_slices_in_order(text):
    tokens = tokenise(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.classes)
    assert all(a < b for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert all(b <= a for b, a in zip(tokens.ends, tokens.starts[1:], strict=False))


UNITS = [
    "on Friday ",
    "1 ",
    ",",
    "May ",
    "the last ",
    "2001-",
    "9",
    "twenty-",
    "2021年6月15日",
    "منظمة 2021 ",
    "合作",
    "'",
    "\n ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(length):
        text = (unit * (length // len(unit) + 1))[:length]
        begin = time.process_time()
        find_times(text, published="2021-07-02")
        return time.process_time() - begin

    seconds(1000)
    # Six times the text: linear is 6, quadratic 36; the floor keeps the clock's grain out of it.
    assert seconds(60_000) < 18 * max(seconds(10_000), 0.004)


def test_a_megabyte_in_one_line_is_read():
    prose = "The council of the port heard engineers who had measured the depth of the northern basin. " * 10
    text = f"{prose} It met on 3 May 2019. " * 1_100
    assert len(text) > 1_000_000 and len(find_times(text, published="2021-07-02")) == 1_100
