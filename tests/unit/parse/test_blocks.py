"""Blocks: what a reader sees on the page before reading a word."""

from __future__ import annotations

import pytest

from secretariat.parse.blocks import find_blocks
from secretariat.parse.view import plain, view

FACT_SHEET = """# Partnership in brief

The Union was set up in 1990 to make trade between
its members easier and has grown ever since, say the
people who work there.

The secretariat will:

-   open an office in Lagos;
-   publish a report,
    every year, on trade;
    -   and a shorter one.

**MEMBERS**

Contact: press@example.org
"""


def test_wrapped_markdown() -> None:
    blocks = find_blocks(FACT_SHEET)
    shown = [(b.kind, plain(FACT_SHEET[b.start : b.end])) for b in blocks]
    assert shown == [
        ("heading", "Partnership in brief"),
        (
            "paragraph",
            "The Union was set up in 1990 to make trade between its members easier and has grown ever since, "
            "say the people who work there.",
        ),
        ("paragraph", "The secretariat will:"),
        ("bullet", "open an office in Lagos;"),
        ("bullet", "publish a report, every year, on trade;"),
        ("bullet", "and a shorter one."),
        ("heading", "MEMBERS"),
        ("furniture", "Contact: press@example.org"),
    ]
    assert [b.lead_in for b in blocks[3:6]] == [2, 2, 4]
    assert blocks[5].level == 2


def test_a_transcript_keeps_its_speaker() -> None:
    text = "MODERATOR:  Welcome, everyone.\n\nTHE MINISTER:  Thank you.\n\nWe met yesterday.\n\nQ  What was agreed?\n"
    turns = [(b.speaker, text[b.start : b.end]) for b in find_blocks(text)]
    assert turns == [
        ("MODERATOR", "Welcome, everyone."),
        ("THE MINISTER", "Thank you."),
        ("THE MINISTER", "We met yesterday."),
        ("Q", "What was agreed?"),
    ]


def test_a_dateline_is_cut_off() -> None:
    text = "LAGOS, May 4 — The council met on Monday."
    assert [(b.kind, text[b.start : b.end]) for b in find_blocks(text)][1] == (
        "paragraph",
        "The council met on Monday.",
    )


def test_rows_and_captions() -> None:
    text = "Table 1. Members\n\nState | Status | Since\nKenya | member | 1990\n"
    assert [b.kind for b in find_blocks(text)] == ["caption", "row", "row"]


@pytest.mark.parametrize("text", ["", "\n\n", "x", "a\r\nb\r\n", "\ufeffTitle\n", "- \n-\n*", "# \n#\n", "|||\n"])
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    blocks = find_blocks(text)
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
    assert [b.start for b in blocks] == sorted(b.start for b in blocks)


def test_a_view_knows_its_way_back() -> None:
    text = "The **20<sup>th</sup>** [summit](https://example.org) of the\n    Union"
    shown = view(text, 0, len(text))
    assert shown.text == "The 20th summit of the Union"
    start = shown.text.index("Union")
    a, b = shown.source(start, start + 5)
    assert text[a:b] == "Union"
