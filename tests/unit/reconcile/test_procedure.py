"""The charter runs: stages, next steps, suppositions, conformance."""

from secretariat.model.history import Change
from secretariat.profiles import profile
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.procedure import conformance, stage, supposed

SCO = Charter("sco", profile("sco"))


def changed(step: str, time: str | None, status: str = "member") -> Change:
    return Change(f"line-{step}", "sco", "BLR", status, step, time, claims=())


def test_opened_procedure_leads_to_the_memorandum() -> None:
    found = stage([changed("procedure-opened", "2022-09-16")], SCO, "2022-12-31")
    assert found.change and found.change.step == "procedure-opened"
    assert [r.step for r in found.next] == ["memorandum-signed"]
    assert all(r.article for r in found.next)
    assert (found.missing, found.record) == (("applied",), "incomplete")


def test_a_step_after_the_day_is_not_reached() -> None:
    changes = [changed("procedure-opened", "2022-09-16"), changed("memorandum-signed", "2023-07-04")]
    assert [s.change.step for d in ("2022-12-31", "2023-12-31") if (s := stage(changes, SCO, d)).change] == [
        "procedure-opened",
        "memorandum-signed",
    ]


def test_a_year_alone_leaves_the_day_in_doubt() -> None:
    found = stage([changed("procedure-opened", "2022")], SCO, "2022-06-01")
    assert found.change is None
    assert len(found.doubts) == 1


def test_an_undated_step_counts_from_the_day_it_was_told() -> None:
    changes, known = [changed("procedure-opened", None)], {"line-procedure-opened": "2022-09-17"}
    assert stage(changes, SCO, "2022-09-16", known).change is None
    assert stage(changes, SCO, "2022-09-18", known).change == changes[0]


def test_a_supposed_step_plays_the_procedure_forward() -> None:
    changes = [
        changed("procedure-opened", "2022-09-16"),
        supposed("sco", "BLR", "member", "memorandum-signed", "2023-07-04"),
    ]
    found = stage(changes, SCO, "2023-12-31")
    assert found.change and found.change.rule == "supposed"
    assert found.next[-1].step == "acceded"


def test_admission_is_the_end_of_the_way() -> None:
    found = stage([changed("memorandum-signed", "2023-07-04"), changed("acceded", "2024-07-04")], SCO, "")
    assert found.ended and found.next == ()


def test_conformance_finds_missing_steps_and_wrong_order() -> None:
    found = conformance([changed("acceded", "2017-06-09"), changed("memorandum-signed", "2018-01-01")], SCO)
    assert {"memorandum-signed", "applied"} - {f.step for f in found if f.kind == "missing"} == {"memorandum-signed"}
    assert [f.step for f in found if f.kind == "order"] == ["acceded"]


def test_an_alliance_has_its_own_steps() -> None:
    nato = Charter("nato", profile("nato"))
    steps = [r.step for r in nato.ladder("member")[-1]]
    assert steps.index("protocol-signed") < steps.index("deposited")
