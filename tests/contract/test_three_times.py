"""Record time, publication time and versions: an answer for the past is the answer of the past."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from registers import RULES_1, RULES_2, Clock, a_claim, a_document
from secretariat.model.errors import RegisterError, UsageError
from secretariat.model.history import Change, Conflict, Gap, History, Line, Side, Spell
from secretariat.model.judgement import Judgement
from secretariat.model.time import ValidTime
from secretariat.store import Register, open_register
from secretariat.store.copying import copy

OLD = a_document("Ghana joined ECOWAS in 1975. Niger joined it too.", "ghana", published="1990-02-03")
NEW = a_document("Mali left ECOWAS in 2025, the ministry said.", "mali", published="2025-02")
JOINED = a_claim(OLD, "Ghana joined ECOWAS in 1975", time="1975")
LEFT = a_claim(NEW, "Mali left ECOWAS in 2025", party="MLI", step="withdrew", time="2025")


def spell(party: str, first: str, last: str = "9999-12-31", line: str = "") -> Spell:
    """A membership."""
    return Spell(line or f"s-{party}", "ecowas", party, "member", "good", "effect", first, None, first, last)


def test_as_known_sees_what_was_recorded_by_then(register: Register) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    register.append([(NEW, [LEFT])], run=RULES_1)
    first, second = (register.view().recorded_at(d.id) for d in (OLD, NEW))
    assert first < second
    assert list(register.view(as_known=first).claims()) == [JOINED]
    assert list(register.view(as_known="2030-01-01").claims()) == [JOINED, LEFT]
    assert list(register.view(as_known="2029-12-31").claims()) == []
    with pytest.raises(UsageError):
        register.view(as_known="soon")


def test_as_published_sees_what_was_surely_published_by_then(register: Register) -> None:
    undated = a_document("Togo stayed.", "togo", published="")
    register.append([(OLD, [JOINED]), (NEW, [LEFT]), (undated, [])], run=RULES_1)
    assert [d.label for d in register.view(as_published="2024").documents()] == ["ghana"]
    assert [d.label for d in register.view(as_published="2025-02-10").documents()] == ["ghana"]
    assert [d.label for d in register.view(as_published="2025-02").documents()] == ["ghana", "mali"]
    with pytest.raises(UsageError):
        register.view(as_published="lately")


def test_as_published_by_a_publisher_sees_its_documents_alone(register: Register) -> None:
    daily = replace(NEW, publisher="Daily Example")
    register.append([(OLD, [JOINED]), (daily, [])], run=RULES_1)
    assert [d.label for d in register.view(as_published="example WIRE").documents()] == ["ghana"]
    view = register.view(as_published="Daily Example")
    register.save_history(History("ecowas", spells=(spell("MLI", "1975-05-28"),)), view=view)
    assert [s.party for s in register.view(as_published="daily example").spells("ecowas")] == ["MLI"]
    assert register.view(as_published="Example Wire").derivation("ecowas") is None


def test_a_view_is_a_snapshot(register: Register) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    view = register.view()
    register.append([(NEW, [LEFT])], run=RULES_1)
    assert list(view.claims()) == [JOINED]


def test_record_time_moves_forward_when_the_clock_does_not(register: Register, clock: Clock) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    clock.now = clock.now.replace(year=2020)
    register.append([(NEW, [LEFT])], run=RULES_1)
    view = register.view()
    assert view.recorded_at(OLD.id) < view.recorded_at(NEW.id)


def test_a_changed_file_is_a_new_version_and_the_old_claims_stay(register: Register) -> None:
    edited = replace(OLD, text=f"{OLD.text} Corrected.")
    again = a_claim(edited, "Ghana joined ECOWAS in 1975", time="1975")
    register.append([(OLD, [JOINED])], run=RULES_1)
    before = register.view()
    register.append([(edited, [again])], run=RULES_1)
    view = register.view()
    assert list(view.claims()) == [again]
    assert [c.document for c in view.claims(superseded=True)] == [edited.id, OLD.id]
    assert view.is_superseded(OLD.id) and not view.is_superseded(edited.id)
    assert (view.label(edited.id), view.label(OLD.id)) == ("ghana", f"ghana@{OLD.id[:8]}")
    assert list(before.claims()) == [JOINED] and before.label(OLD.id) == "ghana"
    assert view.find_document("ghana").id == edited.id
    assert view.find_document(f"ghana@{OLD.id[:8]}").id == OLD.id


def test_pages_at_one_address_are_versions_by_their_dates(register: Register) -> None:
    url = "https://wire.example/story/7"
    late = replace(OLD, path="b.txt", label="b", url=url, published="2001-01-01")
    early = replace(OLD, path="c.txt", label="c", url=url, published="2000-01-01")
    register.append([(late, [])], run=RULES_1)
    register.append([(early, [])], run=RULES_1)
    assert [d.label for d in register.view().documents()] == ["b"]
    assert [d.label for d in register.view(as_published="2000-06").documents()] == ["c"]


def test_other_texts_under_one_name_or_address_are_not_hidden(register: Register) -> None:
    stranger = replace(NEW, path=OLD.path, label=OLD.label)
    site = "https://wire.example/"
    register.append([(OLD, []), (stranger, [])], run=RULES_1)
    register.append([(replace(OLD, path="x.txt", label="x", url=site), [])], run=RULES_1)
    register.append([(replace(NEW, path="y.txt", label="y", url=site), [])], run=RULES_1)
    view = register.view()
    assert sorted(view.label(d.id) for d in view.documents()) == sorted(
        [f"ghana.txt@{OLD.id[:8]}", f"ghana.txt@{stranger.id[:8]}", "x", "y"]
    )


def test_labels_are_paths_where_stems_collide(register: Register) -> None:
    one, other = replace(OLD, path="1/ghana.txt"), replace(NEW, path="2/ghana.txt", label="ghana")
    register.append([(one, [])], run=RULES_1)
    then = register.view()
    register.append([(other, [])], run=RULES_1)
    assert [d.label for d in register.view().documents()] == ["1/ghana.txt", "2/ghana.txt"]
    assert then.label(one.id) == "ghana"


def test_a_saved_history_comes_back(register: Register) -> None:
    register.append([(OLD, [JOINED]), (NEW, [LEFT])], run=RULES_1)
    history = History(
        "ecowas",
        lines=(
            Line(
                "l1", "ecowas", "event", {"name": "Summit", "participants": ("GHA", "NER")}, ValidTime("1980-05", "May")
            ),
            Line("l2", "ecowas", "office", {"person": "A. Person"}, None, claims=(JOINED.id,), rules=("r",)),
        ),
        spells=(spell("GHA", "1975-05-28"), replace(spell("MLI", "1975-05-28", "2025-01-29"), basis="decision")),
        changes=(Change("c1", "ecowas", "GHA", "member", "acceded", "1975", claims=(JOINED.id,)),),
        conflicts=(Conflict("x1", "ecowas", "date", "GHA", (Side("1975", (JOINED.id,), 1),), 0, 0.5, "r", "why"),),
        gaps=(Gap("unnamed", "l1", "two of four are named"),),
        extra={"announced": ({"status": "member", "value": 15},)},
    )
    view = register.view()
    assert view.derivation("ecowas") is None and view.history("ecowas") is None
    saved = register.save_history(
        history, view=view, rules="r1", profiles="p1", bounds={"l2": ("1990-02-03", "1990-02-03")}
    )
    view = register.view()
    assert view.derivation("ecowas") == saved and saved.seen == view.seen
    assert view.history("ecowas") == history
    assert [s.party for s in view.spells("ecowas", on="2025-01-30")] == ["GHA"]
    assert [s.party for s in view.spells("ecowas", basis="decision")] == ["MLI"]
    assert [x.id for x in view.lines("ecowas", "office", on="1990-02-03")] == ["l2"]
    assert [x.id for x in view.lines("ecowas", party="NER")] == ["l1"]
    assert [x.id for x in view.lines("ecowas", ids=["l2", "nothing"])] == ["l2"]
    assert (view.owner("x1"), view.owner("c1"), view.owner("nothing")) == ("ecowas", "ecowas", None)
    assert view.organisations() == ("ecowas",)


def test_the_history_of_the_past_stays(register: Register) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    register.save_history(History("ecowas", spells=(spell("GHA", "1975-05-28"),)), view=register.view())
    then = register.view().recorded_at(OLD.id)
    register.append([(NEW, [LEFT])], run=RULES_1)
    assert register.view().derivation("ecowas") is None
    both = (spell("GHA", "1975-05-28"), spell("MLI", "1975-05-28", "2025-01-29"))
    register.save_history(History("ecowas", spells=both), view=register.view())
    register.save_history(History("ecowas", spells=()), view=register.view(as_published="2000"))
    assert register.view().spells("ecowas") == both
    assert register.view(as_known=then).spells("ecowas") == both[:1]
    assert register.view(as_published="2000").spells("ecowas") == ()
    assert register.view(as_published="2001").derivation("ecowas") is None


def test_a_past_derived_late_is_kept_whatever_the_rules_become(register: Register) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    then = register.view().recorded_at(OLD.id)
    register.append([(NEW, [LEFT])], run=RULES_1)
    past = register.view(as_known=then)
    assert past.derivation("ecowas") is None
    register.save_history(History("ecowas", spells=(spell("GHA", "1975-05-28"),)), view=past, rules="r1")
    register.save_history(History("ecowas"), view=register.view(), rules="r1")
    register.save_history(History("ecowas"), view=register.view(as_known=then), rules="r2")
    assert [s.party for s in register.view(as_known=then).spells("ecowas")] == ["GHA"]


def test_unchanged_rows_of_a_history_are_stored_once(register: Register) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    history = History("ecowas", spells=(spell("GHA", "1975-05-28"),))
    first = register.save_history(history, view=register.view(), rules="r1")
    second = register.save_history(history, view=register.view(), rules="r2")
    assert (second.chain, second.seq) == (first.chain, first.seq + 1)
    assert register.view().derivation("ecowas") == second
    register.drop_derived()
    assert register.view().history("ecowas") is None and register.view().organisations() == ()


def test_copy_brings_everything(register: Register, new_place: Callable[[], str], clock: Clock) -> None:
    register.append([(OLD, [JOINED])], run=RULES_1)
    register.append([(OLD, []), (NEW, [LEFT])], run=RULES_2)
    register.judge(Judgement("reject", "ann", claim=LEFT))
    register.save_history(History("ecowas", spells=(spell("GHA", "1975-05-28"),)), view=register.view())
    then = register.view().recorded_at(OLD.id)
    with open_register(new_place(), create=True, clock=clock) as target:
        copy(register.backend, target.backend)
        for known in (None, then):
            old, new = register.view(as_known=known), target.view(as_known=known)
            assert list(new.claims(rejected=True)) == list(old.claims(rejected=True))
            assert new.history("ecowas") == old.history("ecowas")
            assert new.all_judgements() == old.all_judgements()
            assert new.search("ghana") == old.search("ghana")
            assert new.runs() == old.runs()
        with pytest.raises(RegisterError, match="not empty"):
            copy(register.backend, target.backend)
        target.append([(a_document("One more.", "more"), [])], run=RULES_2)
