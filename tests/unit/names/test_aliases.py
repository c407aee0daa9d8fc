"""Acronyms a text defines: sentence, then short and long form."""

import pytest

from secretariat.names import defined_acronyms

CASES = [
    ("the Southern Africa Power Pool (SAPP) met", [("SAPP", "Southern Africa Power Pool")]),
    ("signed by the West African Health Organisation (“WAHO”)", [("WAHO", "West African Health Organisation")]),
    (
        "the Nairobi Institute of Water and Land Research (NIWLR)",
        [("NIWLR", "Nairobi Institute of Water and Land Research")],
    ),
    ("in the capital (see above)", []),
    ("an agreement on fish (EU rules apply)", []),
    ("the ministers met again (FISH)", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_defined(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(d.short, d.long) for d in defined_acronyms(text)] == wanted


def test_range_is_of_the_long_form() -> None:
    text = "By then the Central Asian Energy Ring (CAER) was closed."
    (found,) = defined_acronyms(text)
    assert text[found.start : found.end] == found.long == "Central Asian Energy Ring"
