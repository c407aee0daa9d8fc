"""Attributions by rule, on sentences of our own."""

import pytest

from secretariat.model.document import Document
from secretariat.parse import skeleton
from secretariat.parse.attribution import find_speeches


def said(text: str, title: str = "") -> list[tuple[str, str, str, str]]:
    """Speaker, cue, content and type of every attribution."""
    parsed = skeleton(Document(text, "d", title=title))
    words = lambda parts: " … ".join(text[a:b] for a, b in parts)  # noqa: E731
    return [(s.speaker, words(s.cue), words(s.content), s.type) for s in find_speeches(parsed, model="rules")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO Secretary General Mark Rutte said that the alliance would open an office in Amman.",
            ("Mark Rutte", "said", "the alliance would open an office in Amman.", "indirect"),
        ),
        (
            "“We will build the bridge before winter,” Foreign Minister Anna Vela told reporters.",
            ("Anna Vela", "told", "We will build the bridge before winter", "direct"),
        ),
        (
            "According to the African Union, forty ministers attended the session.",
            ("African Union", "According to", "forty ministers attended the session.", "indirect"),
        ),
    ],
)
def test_one_attribution(text: str, expected: tuple[str, str, str, str]) -> None:
    assert said(text) == [expected]


def test_a_pronoun_is_the_last_speaker() -> None:
    found = said("President Maia Sandu said the talks would continue. She added that Moldova was ready.")
    assert [speaker for speaker, *_ in found] == ["Maia Sandu", "Maia Sandu"]


def test_nobody_speaks_in_plain_reports() -> None:
    assert said("Ghana joined the Economic Community of West African States in 1975.") == []


def test_turns_leave_stage_directions_out() -> None:
    found = said("THE PRESIDENT: Thank you all. [Laughter] We will host the summit.\n\nQ: When will it begin?\n")
    assert [(speaker, content) for speaker, _, content, _ in found] == [
        ("President", "Thank you all. … We will host the summit."),
        ("Q", "When will it begin?"),
    ]


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(ValueError, match="known: learned, rules"):
        find_speeches(skeleton(Document("A said B.", "d")), model="neural")
