"""Lists of elements: cut where writers cut them."""

from __future__ import annotations

import pytest

from secretariat.kinds.formula.elements import cut_list, elements_after, elements_before


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("trust, patience and respect.", ("trust", "patience", "respect")),
        ("trust, patience, and respect.", ("trust", "patience", "respect")),
        ("equality, openness and candour, and justice.", ("equality", "openness and candour", "justice")),
        ("trust, a desire for peace, and the rule of law.", ("trust", "desire for peace", "rule of law")),
        (
            "trust, respect for diverse cultures, seeking peace.",
            ("trust", "respect for diverse cultures", "seeking peace"),
        ),
        ("trust", ()),
        ("", ()),
    ],
)
def test_cut(text: str, items: tuple[str, ...]) -> None:
    assert cut_list(text, 0)[0] == items


def test_elements_follow_an_opener() -> None:
    text = "The Oslo Spirit of trust, patience and candour prevailed."
    assert elements_after(text, text.index(" of"))[0][:2] == ("trust", "patience")


def test_a_finite_verb_ends_the_list() -> None:
    text = "The Oslo Spirit of trust, patience and candour guided them."
    assert elements_after(text, text.index(" of"), (text.index("guided"),))[0] == ("trust", "patience", "candour")


def test_two_nouns_are_no_list_of_elements() -> None:
    text = "The Oslo Spirit of trust and patience."
    assert elements_after(text, text.index(" of")) == ((), text.index(" of"))


def test_elements_of_the_sentence_before() -> None:
    text = "They named three points, namely, trust, patience and candour. These embody the Oslo Spirit."
    assert elements_before(text, text.index("These"))[0] == ("trust", "patience", "candour")
