"""Who is meant: people in their fullest form, titles that stand for them, and the parties behind "we"."""

from __future__ import annotations

import pytest

from secretariat.frame import Reading, read_frames
from secretariat.kinds._parties import actors, described, person, we
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles


def _reading(text: str, **metadata: str) -> Reading:
    return read_frames(next(iter(parse([Document(text, label="t", **metadata)]))), load_profiles())


def _token(reading: Reading, word: str) -> int:
    return next(i for i in range(len(reading.parsed)) if reading.parsed.word(i) == word)


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("President Ruto", "President William Ruto arrived. President Ruto spoke.", "William Ruto"),
        ("President Lula da Silva", "Luiz Inácio Lula da Silva came.", "Luiz Inácio Lula da Silva"),
        ("President Leyen", "Commission President Ursula von der Leyen spoke.", "Ursula von der Leyen"),
        ("European Parliament", "The European Parliament met.", "European Parliament"),
        ("Foreign Ministry", "The Foreign Ministry replied.", "Foreign Ministry"),
        ("the ferry", "The ferry left.", "the ferry"),
    ],
)
def test_person(words: str, text: str, name: str) -> None:
    assert person(words, text) == name


def test_a_bare_title_is_whom_the_title_of_the_document_names() -> None:
    title = "Readout of Vice President Harris's call with President Abbas"
    assert described("Vice President", "Vice President Kamala Harris spoke. ", title) == "Kamala Harris"
    assert described("Chancellor", "The bank opened. ", title) == "Chancellor"


def test_we_of_a_joint_statement_are_its_parties() -> None:
    reading = _reading("We will build a port.", title="Kenya-Uganda Joint Statement on Trade with China")
    assert we(reading, 0) == ("KEN", "UGA")


def test_we_of_a_government_page_are_the_state() -> None:
    reading = _reading("We will build a port.", title="Ports", url="https://www.mofa.go.jp/ports")
    assert we(reading, 0) == ("JPN",)


def test_we_of_nobody_known_stay_we() -> None:
    assert we(_reading("We will build a port."), 0) == ("we",)


def test_coordinated_states_are_two_actors() -> None:
    reading = _reading("Peru and Chile signed the treaty.")
    assert actors(reading, 0, 3, _token(reading, "Peru")) == ("PER", "CHL")


def test_a_government_keeps_its_words() -> None:
    reading = _reading("The Brazilian government signed the treaty.")
    assert actors(reading, 0, 3, _token(reading, "government")) == ("Brazilian government",)
