"""Undated documents: the latest past date gives a coming day its year, and nothing else."""

from __future__ import annotations

import pytest

from secretariat.model.document import Document
from secretariat.parse import parse


def _times(text: str, published: str = "") -> dict[str, str | None]:
    (parsed,) = parse([Document(text, "own", published=published)], speeches="none")
    return {text[t.start : t.end]: t.edtf for t in parsed.times}


def test_a_coming_day_follows_the_latest_past_date() -> None:
    found = _times("The museum will open on 12 March. Its charter was signed on 4 June 2019 in Geneva.")
    assert found["12 March"] == "2020-03-12~"
    assert found["4 June 2019"] == "2019-06-04"


def test_a_coming_day_later_in_the_year_stays_in_it() -> None:
    found = _times("On 4 June 2019 the ministers met in Vienna. The film will be shown on 27 October.")
    assert found["27 October"] == "2019-10-27~"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The charter was signed on 4 June 2019. The bank opened on 3 May.", "3 May"),
        ("The charter was signed on 4 June 2019. Last year trade grew.", "Last year"),
        ("The council will meet on 3 May 2030 and the court will sit on 4 June.", "4 June"),
        ("The forum was founded on 1 March 2021. It will meet on 29 February.", "29 February"),
    ],
)
def test_what_the_text_does_not_tell_stays_open(text: str, words: str) -> None:
    assert _times(text)[words] is None


def test_a_dated_document_counts_from_its_date() -> None:
    text = "The charter was signed on 4 June 2019. The museum will open on 12 March."
    assert _times(text, "2023-01-10")["12 March"] == "2023-03-12"
