"""Step × construction: the same act told in seven ways, some with verbs that the first rules had not seen.

Each cell is a handful of sentences; the share of parties found with the right step must not fall below its floor.
The sentences are our own and need not be true: they test grammar, not facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: sentences with "{}" for the parties, and the step and status that each party must get."""

    step: str
    construction: str
    sentences: tuple[str, ...]
    status: str = "member"
    floor: float = 1.0


_SINGULAR = re.compile(r"\b(as|become|became|is|was) (full )?members\b")
ONE = (("Kenya", {"KEN"}), ("Peru", {"PER"}), ("the Philippines", {"PHL"}))
MANY = (
    ("Kenya, Uganda and Rwanda", {"KEN", "UGA", "RWA"}),
    ("Chile and Peru", {"CHL", "PER"}),
    ("Laos, Nepal, Bhutan and Sri Lanka", {"LAO", "NPL", "BTN", "LKA"}),
)
GRID = (
    Cell(
        "acceded",
        "active",
        (
            "{} joined the African Union in 1999.",
            "{} acceded to the World Trade Organization in 2005.",
            "{} entered the European Union in 2004.",
        ),
    ),
    Cell(
        "acceded",
        "passive",
        (
            "{} were admitted to ASEAN in 1997.",
            "In 2009 {} were accepted as members of the Commonwealth.",
            "{} were inducted into the Arab League.",
        ),
    ),
    Cell(
        "acceded",
        "become",
        ("{} became members of NATO in 2004.", "{} have become full members of the Eurasian Economic Union."),
    ),
    Cell(
        "acceded",
        "nominal",
        (
            "Since the accession of {} to the Council of Europe in 1995 much has changed.",
            "After the admission of {} to ECOWAS in 1975 trade grew.",
        ),
        floor=0.75,
    ),
    Cell(
        "agreed",
        "control",
        (
            "The summit agreed to admit {} to the Pacific Islands Forum.",
            "The leaders of BRICS agreed to accept {} as full members.",
        ),
        floor=0.9,
    ),
    Cell(
        "applied",
        "active",
        (
            "{} applied for membership of the European Union in 2009.",
            "{} submitted applications for membership of OPEC.",
            "{} applied to join the Commonwealth.",
        ),
    ),
    Cell(
        "invited",
        "passive",
        ("{} were invited to join NATO in 2002.", "In 2023 {} were invited to become members of BRICS."),
    ),
    Cell(
        "granted",
        "passive",
        ("{} were granted observer status in the African Union.", "Observer status in ASEAN was granted to {}."),
        status="observer",
        floor=0.9,
    ),
    Cell(
        "granted",
        "active",
        ("The Arab League granted {} observer status in 2007.", "ECOWAS gave {} the status of observer."),
        status="observer",
        floor=0.8,
    ),
    Cell(
        "withdrew",
        "active",
        ("{} left the Commonwealth in 1972.", "{} withdrew from OPEC in 2016.", "{} quit the Council of Europe."),
    ),
    Cell("withdrew", "nominal", ("Following the withdrawal of {} from SAARC in 2001 the fund was closed.",), floor=0.6),
    Cell(
        "suspended",
        "passive",
        ("{} were suspended from the African Union in 2013.", "{} have been suspended from Mercosur."),
    ),
    Cell("suspended", "active", ("ECOWAS suspended {} in 2012.", "The Commonwealth has suspended {}.")),
    Cell(
        "procedure-opened",
        "nominal",
        (
            "The council opened accession talks with {} and the OECD.",
            "The Union started membership negotiations with {}.",
            "The procedure for the accession of {} to the European Union was started.",
        ),
        floor=0.6,
    ),
    Cell("ratified", "object", ("Canada ratified the accession of {} to NATO in 2003.",), floor=0.9),
    Cell(
        "supported",
        "object",
        ("Canada supports the accession of {} to the OECD.", "Canada backs the bid of {} to join the OECD."),
        floor=0.6,
    ),
    Cell("holds", "copula", ("{} are members of the African Union.", "{} are full members of ASEAN.")),
    Cell("holds", "list", ("Members of ECOWAS: {}", "The members of the Arab League are {}."), floor=0.9),
    Cell(
        "founded",
        "passive",
        ("SAARC was founded by {} in 1985.", "The Arab League was established in 1945 by {}."),
        floor=0.9,
    ),
)
HELD_OUT = (
    Cell("acceded", "active", ("{} adhered to the Arab League in 1971.",)),
    Cell(
        "acceded",
        "passive",
        ("{} were absorbed into the European Union as members.", "{} were welcomed into ASEAN as members in 1997."),
        floor=0.5,
    ),
    Cell("withdrew", "active", ("{} exited OPEC in 2019.", "{} pulled out of the Commonwealth."), floor=0.8),
    Cell(
        "granted",
        "active",
        ("ECOWAS bestowed observer status on {}.", "The Arab League conferred observer status upon {}."),
        status="observer",
        floor=0.5,
    ),
    Cell("applied", "active", ("{} lodged applications for membership of the Council of Europe.",)),
)


def _steps(text: str) -> set[tuple[str, str, str]]:
    page = next(iter(parse([Document(text, label="grid", published="2024-03-20")], speeches="rules")))
    claims = all_kinds()["membership"].find(read_frames(page, load_profiles()))
    return {
        (str(c.args["party"]), str(c.args["step"]), str(c.args["status"])) for c in claims if c.modality == "asserted"
    }


def _filled(cell: Cell) -> Iterator[tuple[str, set[str]]]:
    for sentence in cell.sentences:
        for words, codes in ONE if cell.step not in ("founded", "holds") else ():
            single = sentence.replace("{} were", "{} was").replace("{} have", "{} has").replace("{} are", "{} is")
            text = _SINGULAR.sub(lambda m: f"{m[1]} a {m[2] or ''}member", single)
            filled = text.replace("{}", words)
            yield filled[0].upper() + filled[1:], codes
        for words, codes in MANY:
            yield sentence.replace("{}", words), codes


@pytest.mark.parametrize("cell", (*GRID, *HELD_OUT), ids=lambda c: f"{c.step}-{c.construction}-{c.sentences[0][:18]}")
def test_recall_of_the_cell(cell: Cell) -> None:
    found = wanted = 0
    missed: list[str] = []
    for text, codes in _filled(cell):
        got = {party for party, step, status in _steps(text) if (step, status) == (cell.step, cell.status)}
        wanted += len(codes)
        found += len(codes & got)
        missed += [f"{text} -> {sorted(codes - got)}"] if codes - got else []
    assert found / wanted >= cell.floor, "\n".join([f"{found} of {wanted}", *missed])


@pytest.mark.parametrize(
    "sentence",
    [
        "{} may join the European Union.",
        "{} hope to join NATO.",
        "{} want to become members of BRICS.",
        "If {} join ASEAN, trade will grow.",
        "The leaders discussed whether to admit {} to the Arab League.",
        "{} should be granted observer status in ECOWAS.",
        "{} could leave the Commonwealth.",
        "The group is considering inviting {} to join OPEC.",
        "{} joined the meeting of the African Union.",
        "Ministers urged {} to ratify the convention.",
        "In order to join the OECD, {} must reform.",
    ],
)
def test_wishes_and_possibilities_are_no_facts(sentence: str) -> None:
    assert {_ for words, _codes in MANY for _ in _steps(sentence.replace("{}", words))} == set()
