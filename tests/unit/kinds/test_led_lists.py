"""Bullets below a lead-in: members of a body are parties, who came to an occasion is not."""

from __future__ import annotations

import pytest

from secretariat.extract import extract
from secretariat.frame import read_frames
from secretariat.model.document import Document
from secretariat.parse import parse


def _parties(text: str) -> list[tuple[object, object]]:
    document = Document(text=text, label="d", published="2024-05-02")
    claims, _ = extract(read_frames(next(iter(parse([document]))), ()))
    return [(c.args["party"], c.args["organisation"]) for c in claims if c.kind == "membership"]


def test_members_of_a_body_are_parties() -> None:
    text = "Members of the Clean Ports Alliance include:\n\n- Chile\n- Norway\n- Port Authority of Lagos\n"
    assert _parties(text) == [(p, "Clean Ports Alliance") for p in ("CHL", "NOR", "Port Authority of Lagos")]


@pytest.mark.parametrize(
    "lead",
    [
        "Members of the Clean Ports Alliance meeting included:",
        "Participants of the Clean Ports Alliance include:",
        "Members of the Clean Ports Alliance attending today are:",
    ],
)
def test_who_came_is_no_member(lead: str) -> None:
    assert _parties(f"{lead}\n\n- Chile\n- Port Authority of Lagos\n") == []


def test_persons_with_posts_are_no_parties() -> None:
    text = "Members of the Clean Ports Alliance include:\n\n- Ana Cruz, Director of the Port Office\n- Chile\n"
    assert [party for party, _ in _parties(text)] == ["CHL"]
