"""Questions, audit and derivation over a register, from claims to the answers' shapes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconciling import paper, step, told
from secretariat.app.ask import QUESTIONS, answer
from secretariat.app.audit import audit
from secretariat.app.derive import derive_all
from secretariat.app.filters import Filters
from secretariat.app.report import reconcile_all
from secretariat.model.errors import NotFound, UsageError
from secretariat.store import open_register
from secretariat.store.register import Register

FOUNDED = paper(
    "China and Russia founded the SCO on 15 June 2001.", published="2001-06-16", label="founded", title="The SCO"
)
LATER = paper(
    "Iran signed a memorandum of obligations with the SCO on 16 September 2022.",
    "Bolat Canalov is Secretary-General of the SCO.",
    "The SCO has three member states.",
    "China promised the SCO a harbour fund.",
    published="2022-09-17", label="later", title="The SCO",
)  # fmt: skip
HERALD = paper(
    "Iran joined the SCO in 2022.", publisher="Example Portal", published="2022-12-01", label="herald", title="The SCO"
)


def claims_of() -> dict[str, list[object]]:
    signed, holder, count, promise = LATER.text.split("\n")
    office = {"person": "Bolat Canalov", "office": "Secretary-General", "organisation": "sco", "step": "holds"}
    figure = {"value": 3, "bound": "exact", "unit": "states", "of": "member states", "subject": "sco"}
    pledge = {"actor": "CHN", "object": "harbour fund", "beneficiary": "sco", "status": "promised"}
    return {
        FOUNDED.id: [step(FOUNDED, FOUNDED.text, p, "founded", "2001-06-15") for p in ("CHN", "RUS")],
        LATER.id: [
            step(LATER, signed, "IRN", "memorandum-signed", "2022-09-16"),
            told(LATER, holder, "office", **office),
            told(LATER, count, "figure", **figure),
            told(LATER, promise, "commitment", modality="promised", **pledge),
        ],
        HERALD.id: [step(HERALD, HERALD.text, "IRN", "acceded", "2022")],
    }


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    told_of = claims_of()
    with open_register(str(tmp_path / "r.db"), create=True) as opened:
        run = opened.start_run("import", "test", "")
        opened.append([(d, told_of[d.id]) for d in (FOUNDED, LATER, HERALD)], run=run, origin="import")  # type: ignore[list-item]
        opened.finish_run(run)
        yield opened


def test_members_on_a_day_with_what_is_announced_and_missing(register: Register) -> None:
    found = answer(register, "members", "sco", Filters(on="2022-12-31"))
    assert isinstance(found, dict)
    assert {(p["party"], p["status"], p["since"]) for p in found["parties"]} == {
        ("CHN", "member", "2001-06-15"),
        ("RUS", "member", "2001-06-15"),
    }
    assert [(a["status"], a["value"], a["counted"]) for a in found["announced"]] == [("member", 3, 2)]
    assert {"unnamed", "unknown"} <= {g["kind"] for g in found["gaps"]}


def test_timeline_puts_the_rejected_claim_against_the_change(register: Register) -> None:
    found = answer(register, "timeline", "sco", Filters(party="IRN"))
    assert isinstance(found, dict)
    (only,) = found["changes"]
    assert (only["step"], only["disputed"], len(only["against"])) == ("memorandum-signed", True, 1)


def test_procedure_gives_stage_next_and_missing(register: Register) -> None:
    found = answer(register, "procedure", "sco", Filters(party="IRN", on="2022-12-31"))
    assert isinstance(found, dict)
    assert (found["stage"], found["record"], found["next"][-1]["step"]) == (
        "memorandum-signed",
        "incomplete",
        "acceded",
    )
    forward = answer(
        register, "procedure", "sco", Filters(party="IRN", on="2023-12-31", suppose=("IRN acceded 2023-07-04",))
    )
    assert isinstance(forward, dict) and forward["stage"] == "acceded"


def test_supposition_must_be_a_party_a_step_and_a_day(register: Register) -> None:
    with pytest.raises(UsageError):
        answer(register, "procedure", "sco", Filters(party="IRN", suppose=("next year",)))


def test_why_says_what_a_line_becomes_without_each_document(register: Register) -> None:
    timeline = answer(register, "timeline", "sco", Filters(party="IRN"))
    assert isinstance(timeline, dict)
    found = answer(register, "why", timeline["changes"][0]["line"])
    assert isinstance(found, dict)
    without = {row["document"]: row["becomes"] for row in found["without"]}
    assert "acceded" in without["later"] and "memorandum signed" in without["herald"]
    assert all(claim["reasons"] for claim in found["for"])


def test_conflicts_of_all_organisations_are_told_once(register: Register) -> None:
    found = answer(register, "conflicts")
    assert isinstance(found, list)
    assert [(c["type"], c["subject"], c["sides"][c["verdict"]]["reading"]) for c in found] == [
        ("step", "IRN", "memorandum-signed")
    ]
    assert set(found[0]) >= {"id", "type", "subject", "sides", "verdict", "confidence", "rule", "explanation"}


def test_conformance_tells_what_was_called_too_early(register: Register) -> None:
    found = answer(register, "conformance", "sco", Filters(party="IRN"))
    assert isinstance(found, dict)
    (row,) = found["parties"]
    assert row["member"] == "no" and "premature" in {f["kind"] for f in row["findings"]}
    assert all(f["article"] for f in row["findings"])


def test_ledger_keeps_open_promises(register: Register) -> None:
    found = answer(register, "ledger", "sco")
    assert isinstance(found, dict)
    assert [entry["stage"] for entry in found["entries"]] == ["without evidence"]


@pytest.mark.parametrize("name", sorted(n for n, q in QUESTIONS.items() if q.lines))
def test_answers_made_of_lines_have_the_agreed_shape(register: Register, name: str) -> None:
    found = answer(register, name, "sco")
    assert isinstance(found, dict) and set(found) == {"lines", "gaps"}
    keys = {"line", "kind", "args", "time", "modality", "attribution", "disputed", "claims", "against", "evidence"}
    assert all(keys <= set(row) and row["evidence"] for row in found["lines"])
    json.dumps(found)


def test_an_unknown_organisation_is_not_found(register: Register) -> None:
    with pytest.raises(NotFound):
        answer(register, "members", "the harbour league")
    with pytest.raises(UsageError):
        answer(register, "weather", "sco")


def test_audit_of_a_table(register: Register, tmp_path: Path) -> None:
    table = tmp_path / "members.csv"
    table.write_text(
        "state,organisation,status\nCHN,SCO,member\nRUS,SCO,observer\nFRA,SCO,member\nCHN,EU,member\n", "utf-8"
    )
    rows = audit(register, str(table), "sco", "2022-12-31")
    assert [(r["state"], r["verdict"]) for r in rows] == [("CHN", "right"), ("RUS", "wrong"), ("FRA", "unknown")]


def test_audit_names_the_missing_and_reads_the_wide_form_and_wikidata(register: Register, tmp_path: Path) -> None:
    wide = tmp_path / "igo.csv"
    wide.write_text("state,year,SCO\nCHN,2010,1\nRUS,2010,0\n", "utf-8")
    assert {(r["state"], r["verdict"]) for r in audit(register, str(wide), "sco", "2010-06-30")} == {
        ("CHN", "right"),
        ("RUS", "wrong"),
        ("RUS", "missing"),
    }
    statement = {"mainsnak": {"datavalue": {"value": {"id": "Q485207"}}}}
    code = {"mainsnak": {"datavalue": {"value": "CHN"}}}
    wikidata = tmp_path / "p463.json"
    wikidata.write_text(json.dumps({"entities": {"Q148": {"claims": {"P463": [statement], "P298": [code]}}}}), "utf-8")
    assert {(r["state"], r["verdict"]) for r in audit(register, str(wikidata), "sco", "2010-06-30")} == {
        ("CHN", "right"),
        ("RUS", "missing"),
    }


def test_deriving_again_saves_nothing_new(register: Register) -> None:
    assert derive_all(register) > 0
    assert derive_all(register) == 0
    assert reconcile_all(register, report=True)["findings"][0]["conclusion"] == "memorandum-signed"
