"""A new kind is one folder; a kind that fails loses only its own claims; tiers come from the table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import secretariat.kinds
from secretariat.extract import extract
from secretariat.frame import Reading, read_frames
from secretariat.kinds import spec, tiers
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.parse import parse

NEW_KIND = '''
"""Greeting: somebody is welcomed."""
from secretariat.kinds.spec import ClaimKind, Field


def find(reading):
    for frame in reading.frames_of("greet"):
        where = reading.clause(frame.token)
        yield reading.claim("greeting", {"guest": "x"}, where, at=frame, rule="greeting.said/verb")


KIND = ClaimKind("greeting", "greeting", "greetings", "Somebody is welcomed.", (Field("guest", "text", "Who."),), find)
'''


@pytest.fixture
def one_more_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "greeting"
    folder.mkdir()
    (folder / "__init__.py").write_text(NEW_KIND, "utf-8")
    monkeypatch.setattr(secretariat.kinds, "__path__", [*secretariat.kinds.__path__, str(tmp_path)])
    spec.all_kinds.cache_clear()
    yield
    sys.modules.pop("secretariat.kinds.greeting", None)
    spec.all_kinds.cache_clear()


def _reading(text: str) -> Reading:
    return read_frames(next(iter(parse([Document(text, label="t")], speeches="rules"))), ())


def test_a_folder_is_all_that_a_new_kind_needs(one_more_folder: None) -> None:
    assert "greeting" in spec.all_kinds()
    claims, issues = extract(_reading("The president greeted the guests."))
    assert [c.rule for c in claims if c.kind == "greeting"] == ["greeting.said/verb"] and not issues


def test_every_kind_describes_itself() -> None:
    for name, kind in spec.all_kinds().items():
        assert kind.name == name and kind.fields and kind.meaning.endswith(".")
        assert all(f.choices for f in kind.fields if f.type == "choice")


def test_a_failing_kind_is_an_issue_and_no_crash() -> None:
    def broken(reading: Reading) -> Iterator[Claim]:
        raise ValueError("nothing works")
        yield

    bad = spec.ClaimKind("bad", "bad", "bad things", "Bad.", (), broken)
    claims, issues = extract(_reading("Ghana joined ECOWAS."), {"bad": bad})
    assert claims == () and "nothing works" in issues[0].what


def test_tiers_follow_the_measurement() -> None:
    assert tiers.Measured("x", 40, 40, 4, 1.0).tier == "A"
    assert tiers.Measured("x", 40, 38, 4, 0.9).tier == "B"
    assert tiers.Measured("x", 5, 5, 3, 1.0).tier == "B"
    assert tiers.tier("never.measured/rule") == "B" and tiers.tier("hand:someone") == "A"
    assert {m.rule.split(".")[0] for m in tiers.measured().values()} <= set(spec.all_kinds())
