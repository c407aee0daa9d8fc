"""Pages by cursor cover an answer once, and CSV cannot run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.model.errors import UsageError
from secretariat.rest.paging import as_csv, page


@given(st.integers(0, 40), st.integers(1, 15))
def test_the_pages_together_are_the_answer(rows: int, limit: int) -> None:
    answer = {"lines": [{"line": f"l{n}"} for n in range(rows)], "gaps": []}
    seen, cursor = [], ""
    while True:
        body, cursor = page(answer, limit=limit, cursor=cursor)
        assert len(body["lines"]) <= limit and body["gaps"] == []
        seen += body["lines"]
        if not cursor:
            break
    assert seen == answer["lines"]


def test_a_cursor_of_no_row_is_refused() -> None:
    with pytest.raises(UsageError, match="no row"):
        page([{"id": "a"}], limit=1, cursor="b")


def test_csv_has_a_column_an_argument_and_no_formula() -> None:
    rows = [{"line": "1", "args": {"name": "=HYPERLINK(1)", "value": -3, "of": ["a", "b"]}, "time": None}]
    (row,) = csv.DictReader(io.StringIO(as_csv({"lines": rows})))
    assert row == {"line": "1", "args.name": "'=HYPERLINK(1)", "args.value": "-3", "args.of": '["a", "b"]', "time": ""}
