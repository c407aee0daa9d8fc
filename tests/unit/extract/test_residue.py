"""Residue: a sentence with a trigger and a fitting name, and no claim, is listed with what was missing."""

from __future__ import annotations

from secretariat.extract import extract
from secretariat.extract.residue import ranked, residue
from secretariat.frame import Reading, read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles


def _read(text: str) -> Reading:
    return read_frames(next(iter(parse([Document(text, label="t")], speeches="rules"))), load_profiles())


def _residue(text: str) -> list[tuple[str, str]]:
    reading = _read(text)
    kinds = {"membership": all_kinds()["membership"]}
    return [(r.trigger, r.reason) for r in residue(reading, extract(reading)[0], kinds)]


def test_what_gave_a_claim_is_no_residue() -> None:
    assert _residue("Ghana joined ECOWAS in 1975.") == []


def test_an_operator_is_named() -> None:
    assert _residue("Ghana may join the European Union.") == [("join", 'operator: "may" (what may be is no fact)')]


def test_a_sentence_without_a_fitting_name_is_left_out() -> None:
    assert _residue("Everybody may join the choir.") == []


def test_the_commonest_reason_comes_first() -> None:
    text = "Ghana may join NATO. Kenya may join NATO. Peru hopes to join NATO."
    reading = _read(text)
    rows = ranked(residue(reading, (), {"membership": all_kinds()["membership"]}))
    assert [n for _, _, n in rows] == sorted((n for _, _, n in rows), reverse=True)
    assert rows[0][2] == 2
