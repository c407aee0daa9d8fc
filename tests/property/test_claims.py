"""Whatever the text: no stage raises, evidence is the slice, surroundings move evidence and nothing else."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.extract import extract
from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.parse.blocks import find_blocks
from secretariat.profiles import load_profiles

WORDS = st.sampled_from(
    "Ghana Kenya the NATO ECOWAS SCO joined was admitted to as a member observer status of and , ; : ( ) in 2017 since "
    "May agreed will not President Anna Berg said that “ ” its leaders signed the memorandum * - # | \n \n\n Members: "
    "1. ** [x](y) countries two both withdrew from Secretary-General , . ? ! é 中 \u200b".split(" ")
)
MINE = ("membership", "office")


def _claims(text: str) -> list[tuple[str, str, str]]:
    page = next(iter(parse([Document(text, label="t", published="2020-05-04")], speeches="rules")))
    claims, issues = extract(read_frames(page, load_profiles()), {k: all_kinds()[k] for k in MINE})
    assert not issues
    assert all(c.evidence.matches(text) for c in claims)
    return [(c.kind, c.evidence.text, str(sorted(c.args.items(), key=str))) for c in claims]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_gives_exact_evidence(text: str) -> None:
    _claims(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_blocks_are_in_order_and_inside(text: str) -> None:
    blocks = find_blocks(text)
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))


def test_moving_a_paragraph_moves_its_evidence() -> None:
    sentence = "Ghana joined ECOWAS in 1975."
    moved = "It rained in the capital.\n\n" + sentence
    assert _claims(sentence) == _claims(moved)


def test_time_grows_with_length_and_not_faster() -> None:
    sentence = (
        "Kenya, Uganda, Rwanda and Ghana, which joined ECOWAS in 1975, agreed to admit Chad to the African Union, "
    )

    def seconds(times: int) -> float:
        page = next(iter(parse([Document(sentence * times + "and left.", label="t")], speeches="none")))
        begin = time.process_time()
        extract(read_frames(page, load_profiles()), {k: all_kinds()[k] for k in MINE})
        return time.process_time() - begin

    seconds(2)
    short, long = seconds(20), seconds(160)
    assert long < 8 * 6 * max(short, 0.02)
