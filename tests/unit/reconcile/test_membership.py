"""One party's way: dates, order of steps, exclusive statuses, copies, ties, limits."""

from dataclasses import replace

import pytest

from reconciling import change, history, line, paper, readings, step, told
from secretariat.model.witness import Passage, Witness
from secretariat.reconcile import membership
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import context
from secretariat.reconcile.membership import path
from secretariat.reconcile.solve import solve

DAY = paper("India was granted membership on 9 June 2017.", publisher="Ministry of Examples", published="2017-06-10")
LATE = paper("India joined in 2015.", publisher="Example Portal", published="2020-01-01")
YEAR = paper("India became a member in 2017.", publisher="Example Daily", published="2019-03-01")


def test_vaguer_date_is_no_conflict() -> None:
    exact = step(DAY, DAY.text, "IND", "acceded", "2017-06-09")
    vague = step(YEAR, YEAR.text, "IND", "acceded", "2017")
    found = history([DAY, YEAR], [exact, vague])
    assert found.conflicts == ()
    assert change(found, "IND", "acceded").time == "2017-06-09"
    assert set(line(found, exact).claims) == {exact.id, vague.id}


def test_two_dates_of_one_act_are_a_conflict_and_the_report_of_the_day_is_preferred() -> None:
    claims = [step(DAY, DAY.text, "IND", "acceded", "2017-06-09"), step(LATE, LATE.text, "IND", "acceded", "2015")]
    found = history([DAY, LATE], claims)
    (conflict,) = found.conflicts
    assert (conflict.type, conflict.subject) == ("date", "IND")
    assert readings(conflict) == (["2017-06-09", "2015"], "2017-06-09")
    assert change(found, "IND", "acceded").against == (claims[1].id,)


def test_two_equal_sources_stay_undecided_and_both_dates_are_shown() -> None:
    one = paper("Oman joined on 3 May 2011.", publisher="Example Daily", published="2012-01-01")
    two = paper("Oman joined on 4 May 2011.", publisher="Example Times", published="2012-01-01")
    found = history(
        [one, two],
        [step(one, one.text, "OMN", "acceded", "2011-05-03"), step(two, two.text, "OMN", "acceded", "2011-05-04")],
    )
    (conflict,) = found.conflicts
    assert conflict.verdict is None
    assert sorted(s.reading for s in conflict.sides) == ["2011-05-03", "2011-05-04"]
    assert change(found, "OMN", "acceded").disputed


def test_memorandum_and_admission_need_different_sessions() -> None:
    """The press calls the signature of a memorandum "joined"; the charter puts a year between the two."""
    legal = paper(
        "Iran signed a memorandum of obligations in 2022.", publisher="Example News Agency", published="2023-01-01"
    )
    loose = paper("Iran was accepted as a member in 2022.", publisher="Example Portal", published="2022-12-01")
    signed = step(legal, legal.text, "IRN", "memorandum-signed", "2022")
    joined = step(loose, loose.text, "IRN", "acceded", "2022")
    found = history([legal, loose], [signed, joined])
    (conflict,) = found.conflicts
    assert conflict.type in ("step", "date")
    assert {c.step for c in found.changes} == {"memorandum-signed"}
    assert not [s for s in found.spells if s.party == "IRN"]


def test_admission_in_a_later_session_follows_the_memorandum() -> None:
    one = paper("Iran signed a memorandum of obligations on 16 September 2022.", published="2022-09-17")
    two = paper("Iran was admitted as a member on 4 July 2023.", published="2023-07-05")
    found = history(
        [one, two],
        [
            step(one, one.text, "IRN", "memorandum-signed", "2022-09-16"),
            step(two, two.text, "IRN", "acceded", "2023-07-04"),
        ],
    )
    assert found.conflicts == ()
    assert [(c.step, c.time) for c in found.changes] == [("memorandum-signed", "2022-09-16"), ("acceded", "2023-07-04")]


def test_since_tells_the_act_that_somebody_names() -> None:
    one = paper("Belarus was admitted as a member on 4 July 2024.", published="2024-07-05")
    two = paper("Belarus has been a member since 4 July 2024.", published="2024-12-01")
    acceded = step(one, one.text, "BLR", "acceded", "2024-07-04")
    since = step(two, two.text, "BLR", "holds", "2024-07-04/..")
    found = history([one, two], [acceded, since])
    assert set(change(found, "BLR", "acceded").claims) == {acceded.id, since.id}


def test_since_a_decision_that_nobody_else_tells_is_no_conflict_with_the_memorandum() -> None:
    one = paper("Belarus signed its memorandum on 28 April 2010.", published="2010-05-01")
    two = paper("Belarus has been a dialogue partner since the decision of June 2009.", published="2015-05-01")
    status = {"status": "dialogue-partner"}
    found = history(
        [one, two],
        [
            step(one, one.text, "BLR", "memorandum-signed", "2010-04-28", **status),
            step(two, two.text, "BLR", "holds", "2009-06/..", **status),
        ],
    )
    assert found.conflicts == ()
    assert {(s.basis, s.since) for s in found.spells if s.status == "dialogue-partner"} == {
        ("decision", "2009-06"),
        ("effect", "2010-04-28"),
    }


def test_observer_after_membership_is_refused() -> None:
    member = paper(
        "Pakistan was granted membership on 9 June 2017.", publisher="Ministry of Examples", published="2017-06-10"
    )
    stale = paper("Pakistan is an observer.", publisher="Example Portal", published="2020-01-01")
    found = history(
        [member, stale],
        [
            step(member, member.text, "PAK", "acceded", "2017-06-09"),
            step(stale, stale.text, "PAK", "holds", status="observer"),
        ],
    )
    (conflict,) = found.conflicts
    assert (conflict.type, readings(conflict)) == ("status", (["member", "observer"], "member"))


def test_observer_before_membership_is_ordinary_change() -> None:
    member = paper("Pakistan was granted membership on 9 June 2017.", published="2017-06-10")
    before = paper("Pakistan is an observer.", published="2010-01-01")
    found = history(
        [member, before],
        [
            step(member, member.text, "PAK", "acceded", "2017-06-09"),
            step(before, before.text, "PAK", "holds", status="observer"),
        ],
    )
    assert found.conflicts == ()


def test_leaving_and_returning_are_two_spells() -> None:
    source = paper("It signed in 1992.", "It left in 1999.", "It returned in 2006.", published="2012-01-01")
    args = {"organisation": "csto"}
    found = history(
        [source],
        [
            step(source, "It signed in 1992.", "UZB", "founded", "1992", **args),
            step(source, "It left in 1999.", "UZB", "withdrew", "1999", **args),
            step(source, "It returned in 2006.", "UZB", "reinstated", "2006", **args),
        ],
        "csto",
    )
    assert [(s.since, s.until) for s in found.spells if s.basis == "effect"] == [("1992", "1999"), ("2006", None)]


def test_suspension_is_a_standing_beside_the_status() -> None:
    source = paper("It signed in 1992.", "It suspended its membership on 28 June 2012.", published="2012-07-01")
    found = history(
        [source],
        [
            step(source, "It signed in 1992.", "UZB", "founded", "1992", organisation="csto"),
            step(
                source,
                "It suspended its membership on 28 June 2012.",
                "UZB",
                "suspended",
                "2012-06-28",
                organisation="csto",
            ),
        ],
        "csto",
    )
    assert [(s.status, s.standing) for s in found.spells if s.basis == "effect"] == [
        ("member", "good"),
        ("member", "suspended"),
    ]


def test_a_copy_with_a_sharper_verb_is_the_same_witness() -> None:
    body = "The prime minister spoke on television about the alliance and its future in the region."
    first = paper(body, "Armenia froze its part.", publisher="Example News Agency", published="2024-02-23")
    copy = paper(body, "Armenia quit.", publisher="Example Portal", published="2024-02-24")
    passages = (Passage(first.id, 0, len(first.text)), Passage(copy.id, 0, len(copy.text)))
    found = history(
        [first, copy],
        [
            step(first, "Armenia froze its part.", "ARM", "suspended", organisation="csto"),
            step(copy, "Armenia quit.", "ARM", "withdrew", organisation="csto"),
        ],
        "csto",
        witnesses=[Witness("w", passages)],
    )
    (conflict,) = found.conflicts
    assert (conflict.type, conflict.rule, readings(conflict)[1]) == ("step", "copy", "suspended")


def test_a_reading_that_was_not_proven_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    one = paper("Oman joined on 3 May 2011.", publisher="Ministry of Examples", published="2011-05-05")
    two = paper("Oman joined on 4 May 2011.", publisher="Example Portal", published="2019-01-01")
    claims = [step(p, p.text, "OMN", "acceded", day) for p, day in ((one, "2011-05-03"), (two, "2011-05-04"))]
    decided = history([one, two], claims)
    monkeypatch.setattr(membership, "solve", lambda *a, **k: replace(solve(*a, **k), proven=False))
    open_ = history([one, two], claims)
    assert readings(decided.conflicts[0])[1] == "2011-05-03"
    assert [c.verdict for c in open_.conflicts] == [None]
    assert {c.party for c in open_.changes} == {"OMN"}


def test_a_judgement_is_certain() -> None:
    from secretariat.model.judgement import Judgement

    claims = [step(DAY, DAY.text, "IND", "acceded", "2017-06-09"), step(LATE, LATE.text, "IND", "acceded", "2015")]
    rejected = history([DAY, LATE], claims, judgements=[Judgement("reject", "ann", claim=claims[0])])
    accepted = history([DAY, LATE], claims, judgements=[Judgement("accept", "ann", claim=claims[1])])
    assert change(rejected, "IND", "acceded").time == "2015"
    assert rejected.conflicts == ()
    assert readings(accepted.conflicts[0])[1] == "2015"


def test_hopes_change_nothing_and_plans_are_told_as_gaps() -> None:
    source = paper("It hopes to join.", "It will become a member in 2030.", published="2020-01-01")
    found = history(
        [source],
        [
            step(source, "It hopes to join.", "LKA", "acceded", modality="hoped"),
            step(source, "It will become a member in 2030.", "NPL", "acceded", "2030", modality="planned"),
        ],
    )
    assert found.changes == () and found.spells == ()
    assert [g.kind for g in found.gaps] == ["unconfirmed"]


def test_a_plan_told_as_done_is_one_line() -> None:
    plan = paper("Egypt is to become a member on 1 January 2024.", published="2023-09-01")
    done = paper("Egypt became a member on 1 January 2024.", published="2024-02-01")
    args = {"organisation": "brics"}
    planned = step(plan, plan.text, "EGY", "acceded", "2024-01-01", modality="planned", **args)
    performed = step(done, done.text, "EGY", "acceded", "2024-01-01", **args)
    found = history([plan, done], [planned, performed], "brics")
    assert set(line(found, performed).claims) == {planned.id, performed.id}
    assert found.conflicts == ()


def test_a_plan_that_a_later_text_shows_unperformed_is_a_finding() -> None:
    plan = paper("Saudi Arabia is to become a member on 1 January 2024.", published="2023-09-01")
    later = paper("Saudi Arabia has been invited but is not in yet.", published="2025-01-07")
    args = {"organisation": "brics"}
    found = history(
        [plan, later],
        [
            step(plan, plan.text, "SAU", "acceded", "2024-01-01", modality="planned", **args),
            step(later, later.text, "SAU", "invited", **args),
        ],
        "brics",
    )
    (conflict,) = found.conflicts
    assert (conflict.type, readings(conflict)[1]) == ("status", "invited")


def test_path_of_one_claim_needs_no_solver() -> None:
    claim = step(DAY, DAY.text, "IND", "acceded", "2017-06-09")
    ground = context([claim], [DAY], Charter("sco"))
    found = path("IND", ground.kind("membership"), ground)
    assert [(act.step, window.text) for act, window, _ in found.acts] == [("acceded", "2017-06-09")]
    assert told(DAY, DAY.text, "membership", party="IND").document == DAY.id
