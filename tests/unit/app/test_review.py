"""What people decide: judgements, claims by hand, double coding, and the session on a terminal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from registers import RULES_1, RULES_2, a_claim, a_document
from secretariat.app.agreement import agreement, cohen, differences
from secretariat.app.review import add_claim, correct, judge, listed, settle, undo
from secretariat.app.session import Terminal, review
from secretariat.model.errors import NotFound, UsageError
from secretariat.model.history import Conflict, History, Side
from secretariat.store import Register, open_register

TEXT = a_document("Ghana joined ECOWAS in 1975.\nNiger joined  it\ntoo. Niger joined it too.", "ghana")
FIRST = a_claim(TEXT, "Ghana joined ECOWAS in 1975", time="1975")
SECOND = replace(a_claim(TEXT, "Niger joined  it\ntoo", party="NER"), score=0.4)
CONFLICT = Conflict(
    "x-1",
    "ecowas",
    "date",
    "GHA",
    (Side("1975", (FIRST.id,), 1), Side("1976", (SECOND.id,), 1)),
    None,
    0.0,
    "r",
    "Two days.",
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with two claims and a conflict."""
    with open_register(tmp_path / "r.db", create=True) as made:
        made.append([(TEXT, [FIRST, SECOND])], run=RULES_1)
        made.save_history(History("ecowas", conflicts=(CONFLICT,)), view=made.view())
        yield made


def test_a_claim_is_named_by_the_beginning_of_its_id(register: Register) -> None:
    assert judge(register, "reject", FIRST.id[:8], author="ann").claim == FIRST
    with pytest.raises(NotFound):
        judge(register, "reject", FIRST.id[:2], author="ann")


def test_a_correction_changes_arguments_time_and_modality(register: Register) -> None:
    changes = ["step=founded", "time=1975-05-28", "modality=planned", "status=", "by=GHA"]
    right = correct(register, FIRST.id, changes, author="ann", reason="the treaty").correction
    assert right is not None and right.evidence == FIRST.evidence and right.rule == "hand:ann"
    assert dict(right.args) == {"party": "GHA", "organisation": "ecowas", "step": "founded", "by": "GHA"}
    assert (right.time and right.time.edtf, right.modality) == ("1975-05-28", "planned")


@pytest.mark.parametrize(
    "change", ["stp=founded", "step=flew", "time=soon", "modality=sure", "kind=rumour", "step", "=x"]
)
def test_a_change_that_is_none_is_refused(register: Register, change: str) -> None:
    with pytest.raises(UsageError):
        correct(register, FIRST.id, [change], author="ann")
    assert listed(register.view()) == []


def test_words_are_found_across_line_breaks(register: Register) -> None:
    claim = add_claim(register, "ghana", "Niger joined it too", "membership", ["party=NER"], author="ann", occurrence=1)
    assert claim.evidence.text == "Niger joined  it\ntoo"
    assert claim in list(register.view().claims())


def test_words_must_be_there_and_be_meant_clearly(register: Register) -> None:
    with pytest.raises(NotFound):
        add_claim(register, "ghana", "Benin joined", "membership", [], author="ann")
    with pytest.raises(UsageError, match="2 places"):
        add_claim(register, "ghana", "Niger joined it too", "membership", [], author="ann")
    with pytest.raises(UsageError):
        add_claim(register, "ghana", "Niger joined it too", "membership", [], author="ann", occurrence=3)
    with pytest.raises(UsageError):
        add_claim(register, "ghana", "Ghana", "membership", [], author=" ")


def test_a_hand_made_claim_survives_a_new_extraction(register: Register) -> None:
    claim = add_claim(register, "ghana", "in 1975", "figure", ["value=1975"], author="ann")
    register.append([(TEXT, [])], run=RULES_2)
    assert list(register.view().claims()) == [claim]


def test_a_conflict_is_settled_by_reading_or_number(register: Register) -> None:
    assert settle(register, "x-1", "2", author="ann").reading == "1976"
    assert settle(register, "x-1", "1975", author="ann").reading == "1975"
    with pytest.raises(UsageError):
        settle(register, "x-1", "3", author="ann")
    with pytest.raises(NotFound):
        settle(register, "x-2", "1", author="ann")


def test_the_list_tells_what_became_of_each_judgement(register: Register) -> None:
    first = judge(register, "reject", FIRST.id, author="ann")
    judge(register, "accept", FIRST.id, author="ann")
    judge(register, "accept", SECOND.id, author="ann")
    gone = judge(register, "reject", FIRST.id, author="ben")
    undo(register, gone.id, author="ben")
    register.append([(TEXT, [FIRST])], run=RULES_2)
    rows = listed(register.view())
    assert [row["state"] for row in rows] == ["replaced", "in force", "orphan", "undone", "undo"]
    assert (rows[0]["judgement"], rows[0]["document"], rows[0]["text"]) == (first.id, "ghana", FIRST.evidence.text)


def test_kappa_of_known_tables() -> None:
    # Cohen 1960's own way of counting: observed 0.70, by chance 0.50.
    table = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert cohen(table) == pytest.approx(0.4)
    assert cohen([("a", "a"), ("b", "b")]) == 1
    assert cohen([("a", "b"), ("b", "a")]) == -1
    assert cohen([("a", "a")]) is None and cohen([]) is None


def test_agreement_counts_judged_and_added_claims(register: Register) -> None:
    for author, verdict in (("ann", "accept"), ("ben", "reject")):
        judge(register, "accept", FIRST.id, author=author)
        judge(register, verdict, SECOND.id, author=author)
        add_claim(register, "ghana", "in 1975", "figure", ["value=1975"], author=author)
    add_claim(register, "ghana", "ECOWAS", "body", ["name=ECOWAS"], author="ann")
    rows = {row["kind"]: row for row in agreement(register.view(), "ann", "ben")["kinds"]}
    assert (rows["membership"]["judged"], rows["membership"]["agreed"], rows["membership"]["kappa"]) == (2, 1, 0.0)
    assert rows["figure"]["added"] == {"both": 1, "only_first": 0, "only_second": 0, "f1": 1.0}
    assert rows["body"]["added"] == {"both": 0, "only_first": 1, "only_second": 0, "f1": 0.0}
    assert (rows["all"]["judged"], rows["all"]["added"]["both"]) == (2, 1)
    with pytest.raises(UsageError):
        agreement(register.view(), "ann", "nobody")


def test_differences_are_open_until_settled(register: Register) -> None:
    judge(register, "accept", FIRST.id, author="ann")
    judge(register, "reject", FIRST.id, author="ben")
    (row,) = differences(register.view())
    assert (row["claim"], row["verdicts"]) == (FIRST.id, {"ann": "accept", "ben": "reject"})
    judge(register, "reject", FIRST.id, author="chair", chair=True)
    assert differences(register.view()) == []
    assert [c.id for c in register.view().claims()] == [SECOND.id]


class Person:
    """Answers prompts from a list and remembers what was said."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.said = list(answers), list[str]()

    def terminal(self) -> Terminal:
        return Terminal(lambda prompt: self.answers.pop(0), self.said.append)


def test_a_session_goes_through_conflicts_then_the_least_sure_claims(register: Register) -> None:
    person = Person(
        "9", "why not", "1", "the charter", "a", "c", "step=flew", "", "x", "c", "step=founded", "", "treaty"
    )
    assert review(register, person.terminal(), author="ann") == 3
    assert person.answers == []
    rows = listed(register.view())
    assert [(r["verdict"], r["claim"], r["reading"]) for r in rows] == [
        ("settle", None, "1975"),
        ("accept", SECOND.id, None),
        ("correct", FIRST.id, None),
    ]
    assert any("[[Ghana joined ECOWAS in 1975]]" in line for line in person.said)
    assert review(register, Person().terminal(), author="ann") == 0


def test_a_session_can_be_stopped_skipped_and_undone(register: Register) -> None:
    person = Person("s", "r", "a rumour", "u", "u", "q")
    assert review(register, person.terminal(), author="ann") == 0
    assert [row["state"] for row in listed(register.view())] == ["undone", "undo"]
    assert "Nothing to undo in this session." in person.said
    assert review(register, Person("q").terminal(), author="ann", kinds=("membership",), document="ghana") == 0
