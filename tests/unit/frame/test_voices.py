"""Who speaks: views that a group agrees on, what follows a colon, and acts that are no reports."""

from __future__ import annotations

from secretariat.frame import Reading, read_frames
from secretariat.model.document import Document
from secretariat.parse import parse


def _reading(text: str) -> Reading:
    (parsed,) = parse([Document(text, "own", published="2022-05-06")])
    return read_frames(parsed)


def _speaker(text: str, word: str) -> str | None:
    reading = _reading(text)
    found = reading.tokens(text.index(word), text.index(word) + len(word))
    assert found is not None
    said = reading.attribution(found[0])
    return said.source if said else None


def test_a_shared_view_is_attributed() -> None:
    assert _speaker("The experts unanimously agreed that the reef is in danger.", "reef") == "experts"


def test_a_shared_undertaking_is_an_act() -> None:
    assert _speaker("The ministers agreed that they will meet again in Lisbon.", "Lisbon") is None


def test_what_follows_a_colon_is_still_said() -> None:
    text = "Maria Lopez said that the plan had a weak point: no port on the island had a crane."
    assert _speaker(text, "crane") == "Maria Lopez"
