"""Words for full-text search: cut once, the same for both databases."""

import pytest

from secretariat.store.words import Term, fold, indexed, occurrences, sentences, stretches, terms, tokens


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("États", "etat"),
        ("countries", "country"),
        ("Members", "member"),
        ("status", "status"),
        ("press", "press"),
        ("Straße", "strasse"),
        ("as", "as"),
        ("中国", "中国"),
    ],
)
def test_words_are_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_a_query_has_words_phrases_and_beginnings() -> None:
    assert terms('Accra "heads of state" grant*') == (
        Term(("accra",)),
        Term(("head", "of", "state")),
        Term(("grant",), prefix=True),
    )
    assert terms(" ?! ") == ()


def test_stretches_cover_the_text_and_cut_between_words() -> None:
    text = "word " * 10_000
    cut = list(stretches(text))
    assert [a for a, _ in cut[1:]] == [b for _, b in cut[:-1]] and (cut[0][0], cut[-1][1]) == (0, len(text))
    assert all(text[end - 1] == " " for _, end in cut)
    assert next(stretches("x" * 40_000)) == (0, 16_000)
    assert list(stretches("")) == []


def test_the_index_holds_what_the_query_asks_for() -> None:
    assert indexed("Ghana's ministers, 2021.", 0, 24) == "ghana s minister 2021"


def test_sentences_end_at_stops_and_line_ends() -> None:
    text = "One ended. Another began\nwithout a stop. It cost 1.5 million. x. y"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "One ended.",
        "Another began",
        "without a stop.",
        "It cost 1.5 million. x. y",
    ]


def test_occurrences_are_ranges_of_the_text() -> None:
    text = "Heads of State met; heads of states left."
    words = list(tokens(text))
    assert occurrences(Term(("head", "of", "state")), words) == [(0, 14), (20, 35)]
    assert occurrences(Term(("hea",), prefix=True), words) == [(0, 5), (20, 25)]
