"""Which time goes with which words: what is said at the one dated occasion of a report, and what is not."""

from __future__ import annotations

import pytest

from secretariat.extract import extract
from secretariat.frame import read_frames
from secretariat.model.document import Document
from secretariat.parse import parse

LEAD = "Ocean ministers met in Lisbon on 3 May 2022.\n\n"


def _said(text: str) -> list[str | None]:
    """EDTF of the statements, in order."""
    (parsed,) = parse([Document(text, "own", published="2022-05-06")])
    claims, _ = extract(read_frames(parsed))
    return [c.time.edtf if c.time else None for c in claims if c.kind == "statement"]


def test_what_is_said_at_the_occasion_has_its_day() -> None:
    assert _said(LEAD + "Maria Lopez said that the fisheries treaty had helped the islands.") == ["2022-05-03"]


def test_a_day_beside_the_cue_comes_first() -> None:
    assert _said(LEAD + "On 5 May 2022, Maria Lopez said that the treaty had helped the islands.") == ["2022-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Ocean ministers will meet in Lisbon on 3 May 2022.\n\nMaria Lopez said that the treaty helped them.",
        LEAD + "Maria Lopez has said that the treaty helped the islands.",
    ],
)
def test_a_coming_occasion_dates_nothing_and_neither_does_it_date_what_has_long_been_said(text: str) -> None:
    assert _said(text) in ([None], [])


def test_a_time_inside_what_is_said_is_not_when_it_was_said() -> None:
    text = "According to Maria Lopez, in 2011 the fisheries treaty helped the islands of the south."
    assert "2011" not in _said(text)


def test_an_occasion_long_before_publication_is_history_and_dates_nothing_else() -> None:
    assert _said("The first ministers met in Lisbon on 3 May 2009.\n\nMaria Lopez said that the treaty helped.") == [
        None
    ]


def test_what_a_meeting_signs_it_signs_on_its_day() -> None:
    text = LEAD + 'The ministers signed the "Lisbon Declaration" and a memorandum on fisheries.'
    (parsed,) = parse([Document(text, "own", published="2022-05-06")])
    claims, _ = extract(read_frames(parsed))
    days = [c.time.edtf if c.time else None for c in claims if c.kind == "instrument"]
    assert days and set(days) == {"2022-05-03"}
