"""Judgements: kept for ever, undoable, re-attached, never louder than what judges agree on."""

from dataclasses import replace

import pytest

from registers import RULES_1, RULES_2, a_claim, a_document
from secretariat.model.claim import Attribution
from secretariat.model.errors import EvidenceMismatch, NotFound, UsageError
from secretariat.model.evidence import Evidence
from secretariat.model.judgement import Judgement
from secretariat.store import Register

TEXT = a_document("Ghana joined ECOWAS in 1975. Niger joined it too.", "ghana")
FIRST = a_claim(TEXT, "Ghana joined ECOWAS in 1975", time="1975")
SECOND = a_claim(TEXT, "Niger joined it too", party="NER")


@pytest.fixture(autouse=True)
def filled(register: Register) -> None:
    """Two claims of one document."""
    register.append([(TEXT, [FIRST, SECOND])], run=RULES_1)


def test_a_rejected_claim_is_left_out_and_comes_back_when_undone(register: Register) -> None:
    judged = register.judge(Judgement("reject", "ann", "a wish", claim=FIRST))
    assert judged.id and judged.recorded_at.startswith("2030-01-01")
    assert list(register.view().claims()) == [SECOND]
    assert list(register.view().claims(rejected=True)) == [FIRST, SECOND]
    then = register.view()
    register.judge(Judgement("undo", "ben", undoes=judged.id))
    assert list(register.view().claims()) == [FIRST, SECOND]
    assert list(then.claims()) == [SECOND]
    assert [j.verdict for j in register.view().all_judgements()] == ["reject", "undo"]
    assert register.view().judgements() == ()
    with pytest.raises(UsageError):
        register.judge(Judgement("undo", "ben", undoes=judged.id))
    with pytest.raises(NotFound):
        register.judge(Judgement("undo", "ben", undoes="nothing"))


def test_a_correction_is_a_claim_of_its_author(register: Register) -> None:
    right = replace(FIRST, args={**FIRST.args, "step": "founded"}, rule="hand:ann")
    judged = register.judge(Judgement("correct", "ann", claim=FIRST, correction=right))
    assert list(register.view().claims()) == [right, SECOND] or list(register.view().claims()) == [SECOND, right]
    register.judge(Judgement("undo", "ann", undoes=judged.id))
    assert list(register.view().claims()) == [FIRST, SECOND]


def test_a_correction_with_wrong_words_is_refused(register: Register) -> None:
    wrong = replace(FIRST, evidence=Evidence(0, 5, "Benin"))
    with pytest.raises(EvidenceMismatch):
        register.judge(Judgement("correct", "ann", claim=FIRST, correction=wrong))
    assert register.view().all_judgements() == ()


def test_judgements_find_their_claim_again_after_a_new_extraction(register: Register) -> None:
    register.judge(Judgement("reject", "ann", claim=FIRST))
    register.judge(Judgement("accept", "ann", claim=SECOND))
    again = replace(FIRST, attribution=Attribution("A. Person", "said"))
    assert again.id != FIRST.id
    register.append([(TEXT, [again])], run=RULES_2)
    found = register.view().judgements()
    assert [(a.judgement.verdict, a.claim) for a in found] == [("reject", again.id), ("accept", None)]
    assert list(register.view().claims()) == []


def test_judges_who_differ_decide_nothing_until_somebody_settles_it(register: Register) -> None:
    register.judge(Judgement("reject", "ann", claim=FIRST))
    register.judge(Judgement("accept", "ben", claim=FIRST))
    assert register.view().verdicts() == {}
    assert list(register.view().claims()) == [FIRST, SECOND]
    register.judge(Judgement("reject", "chair", claim=FIRST, adjudicates=True))
    assert [j.author for j in register.view().verdicts().values()] == ["chair"]
    assert list(register.view().claims()) == [SECOND]


def test_of_one_judge_the_last_word_counts(register: Register) -> None:
    register.judge(Judgement("reject", "ann", claim=FIRST))
    register.judge(Judgement("accept", "ann", claim=FIRST))
    assert [j.verdict for j in register.view().verdicts().values()] == ["accept"]


def test_a_conflict_is_settled(register: Register) -> None:
    register.judge(Judgement("settle", "ann", "the charter says so", conflict="c-1", reading="1975"))
    (found,) = register.view().judgements()
    assert (found.judgement.conflict, found.judgement.reading, found.claim) == ("c-1", "1975", None)


@pytest.mark.parametrize(
    "incomplete",
    [
        Judgement("accept", "ann"),
        Judgement("correct", "ann", claim=FIRST),
        Judgement("settle", "ann", conflict="c-1"),
        Judgement("undo", "ann"),
        Judgement("accept", " ", claim=FIRST),
        Judgement("praise", "ann", claim=FIRST),
    ],
)
def test_an_incomplete_judgement_is_refused(register: Register, incomplete: Judgement) -> None:
    with pytest.raises(UsageError):
        register.judge(incomplete)
    assert register.view().all_judgements() == ()


def test_forgetting_takes_the_words_out_of_judgements_too(register: Register) -> None:
    register.judge(Judgement("reject", "ann", claim=FIRST))
    register.forget(TEXT.id, reason="asked for", author="ann")
    (judged,) = register.view().all_judgements()
    assert judged.claim is not None and judged.claim.evidence.text == ""
