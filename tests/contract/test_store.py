"""What a register keeps, on SQLite and on PostgreSQL alike."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from registers import RULES_1, RULES_2, a_claim, a_document
from secretariat.model.claim import Attribution, Claim
from secretariat.model.errors import EvidenceMismatch, NotFound, RegisterError, UnreadableDocument, UsageError
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime
from secretariat.store import Register, open_register
from secretariat.store.values import Appended, Run

GHANA = a_document("Ghana joined ECOWAS in 1975. Niger joined it too.", "ghana")
ACCRA = a_claim(GHANA, "Ghana joined ECOWAS in 1975", time="1975")
NIAMEY = a_claim(GHANA, "Niger joined it too", party="NER")


def test_claims_come_back_as_they_were(register: Register) -> None:
    rich = Claim(
        "statement",
        GHANA.id,
        Evidence.of(GHANA.text, 29, 48),
        {"source": "A. Person", "content": [[29, 48]], "nested": {"list": [1, {"x": None}]}},
        mentions=(Evidence.of(GHANA.text, 0, 5),),
        attribution=Attribution("A. Person", "said", "direct", ("B. Person",)),
        modality="hoped",
        time=ValidTime(None, "then", "the summit"),
        rule="statement.direct",
        score=0.25,
        alternatives={"args.step": ("agreed",)},
        given="given-1",
        extra={"optional": True},
    )
    register.append([(GHANA, [ACCRA, rich])], run=RULES_1)
    assert list(register.view().claims()) == [ACCRA, rich]
    assert [c.rule for c in register.view().claims()] == ["", "statement.direct"]
    assert register.view().document(GHANA.id) == GHANA


def test_append_is_idempotent(register: Register) -> None:
    first = register.append([(GHANA, [ACCRA, NIAMEY])], run=RULES_1)
    again = register.append([(GHANA, [NIAMEY, ACCRA])], run=RULES_1)
    assert first == Appended(documents=1, claims=2)
    assert again == Appended(known_documents=1, known_claims=2)
    assert register.facts()["commits"] == 1


def test_wrong_words_refuse_the_whole_batch(register: Register) -> None:
    wrong = replace(NIAMEY, evidence=Evidence(29, 48, "Niger joined it now"))
    with pytest.raises(EvidenceMismatch, match="Niger joined it now"):
        register.append([(GHANA, [ACCRA, wrong])], run=RULES_1)
    assert register.facts()["commits"] == 0
    assert list(register.view().documents()) == []


@pytest.mark.parametrize(
    "fault",
    [
        replace(ACCRA, mentions=(Evidence(0, 5, "Benin"),)),
        replace(ACCRA, evidence=Evidence(0, 0, "")),
        replace(ACCRA, evidence=Evidence(40, 400, GHANA.text[40:])),
        replace(ACCRA, evidence=Evidence(-5, 48, GHANA.text[-5:48])),
        replace(ACCRA, time=ValidTime("some day", "some day")),
        replace(ACCRA, document=a_document("Another text.").id),
        replace(ACCRA, kind="statement", args={"content": [[10, 400]]}),
    ],
)
def test_every_fault_of_a_claim_is_refused(register: Register, fault: Claim) -> None:
    with pytest.raises(EvidenceMismatch):
        register.append([(GHANA, [fault])], run=RULES_1)
    assert list(register.view().claims()) == []


def test_texts_that_one_database_cannot_hold_are_refused_by_both(register: Register) -> None:
    for text in ("NUL \0 inside", "half \ud800 character"):
        with pytest.raises(UnreadableDocument):
            register.append([(a_document(text), [])], run=RULES_1)


def test_characters_beyond_the_basic_plane_count_as_one(register: Register) -> None:
    document = a_document("🌍🌍 Ghana joined ECOWAS, e\u0301lan 中国.", "world")
    claim = a_claim(document, "Ghana joined ECOWAS, e\u0301lan 中国")
    register.append([(document, [claim])], run=RULES_1)
    assert list(register.view().claims()) == [claim]


def test_a_newer_extraction_retires_what_it_no_longer_finds(register: Register) -> None:
    register.append([(GHANA, [ACCRA])], run=RULES_1)
    register.finish_run(RULES_1)
    done = register.append([(GHANA, [NIAMEY])], run=RULES_2)
    register.finish_run(RULES_2)
    assert (done.claims, done.retired) == (1, 1)
    assert list(register.view().claims()) == [NIAMEY]
    assert register.view().claim(ACCRA.id) == ACCRA
    first, second = register.view().runs()
    assert (first.documents, second.documents) == (1, 1)
    assert register.difference(first.seq, second.seq) == (frozenset({NIAMEY.id}), frozenset({ACCRA.id}))


def test_a_changed_mention_makes_a_new_row_not_a_second_claim(register: Register) -> None:
    register.append([(GHANA, [ACCRA])], run=RULES_1)
    more = replace(ACCRA, mentions=(Evidence.of(GHANA.text, 0, 5),))
    register.append([(GHANA, [more])], run=RULES_2)
    assert [c.mentions for c in register.view().claims()] == [more.mentions]


def test_imported_claims_survive_an_extraction(register: Register) -> None:
    mine = replace(ACCRA, given="mine")
    register.append([(GHANA, [mine])], run=Run(0, "import", "file", ""), origin="import")
    register.append([(GHANA, [NIAMEY])], run=RULES_1)
    register.append([(GHANA, [])], run=RULES_2)
    assert [c.id for c in register.view().claims()] == ["mine"]


def test_two_imported_claims_with_one_id_are_refused(register: Register) -> None:
    twice = [replace(ACCRA, given="x"), replace(NIAMEY, given="x")]
    with pytest.raises(EvidenceMismatch, match="'x'"):
        register.append([(GHANA, twice)], run=Run(0, "import", "file", ""), origin="import")


def test_an_unfinished_run_is_continued_and_a_finished_one_is_not(register: Register) -> None:
    other = a_document("Mali left.", "mali")
    register.append([(GHANA, [])], run=RULES_1)
    register.append([(other, [])], run=RULES_1)
    assert [r.documents for r in register.view().runs()] == [2]
    register.finish_run(RULES_1)
    register.append([(a_document("Togo stayed.", "togo"), [])], run=RULES_1)
    assert [r.documents for r in register.view().runs()] == [2, 1]
    assert register.treated_ids(RULES_1) == {d.id for d in register.view().documents()}
    assert register.treated_ids(RULES_2) == frozenset()


def test_the_same_file_twice_is_one_document_at_two_places(register: Register) -> None:
    copy = replace(GHANA, path="copies/ghana.txt")
    register.append([(GHANA, [ACCRA])], run=RULES_1)
    register.append([(copy, [ACCRA])], run=RULES_1)
    assert [d.path for d in register.view().documents()] == ["copies/ghana.txt"]
    assert len(list(register.view().claims())) == 1


def test_claims_are_filtered(register: Register) -> None:
    other = a_document("Mali left ECOWAS.", "mali")
    left = a_claim(other, "Mali left ECOWAS", organisation="au", step="withdrew")
    register.append([(GHANA, [ACCRA, NIAMEY]), (other, [left])], run=RULES_1)
    view = register.view()
    assert list(view.claims(organisation="au")) == [left]
    assert list(view.claims(documents=[other.id])) == [left]
    assert list(view.claims(ids=[NIAMEY.id, left.id])) == [NIAMEY, left]
    assert list(view.claims(kinds=["office"])) == []
    assert list(view.claims(organisation="ecowas", documents=[other.id])) == []


def test_what_is_not_there_is_not_found(register: Register) -> None:
    view = register.view()
    with pytest.raises(NotFound):
        view.document(GHANA.id)
    with pytest.raises(NotFound):
        view.find_document("ghana")
    with pytest.raises(NotFound):
        view.claim(ACCRA.id)
    with pytest.raises(NotFound):
        register.forget(GHANA.id, reason="r", author="a")


def test_search_finds_words_in_their_sentence(register: Register) -> None:
    old = a_document("The agreements were signed. Ghana spoke.", "old", published="1999")
    new = a_document("Ghana spoke of the agreement in 2021.\nNobody answered.", "new")
    register.append([(old, []), (new, [])], run=RULES_1)
    found = register.view().search("ghana AGREEMENT")
    assert next((h.document, h.start, h.end) for h in found) == (new.id, 0, 37)
    phrase = register.view().search('"of the agreement"')
    assert [(h.document, [new.text[a:b] for a, b in h.words]) for h in phrase] == [(new.id, ["of the agreement"])]
    assert [h.document for h in register.view().search("sign*")] == [old.id]
    assert register.view().search("nowhere") == ()
    assert [h.document for h in register.view(as_published="2000").search("ghana")] == [old.id]
    with pytest.raises(UsageError):
        register.view().search("!? *")


def test_search_looks_into_every_stretch_of_a_long_text(register: Register) -> None:
    long = a_document("Plain words fill this line.\n" * 3000 + "The needle lies here.", "long")
    register.append([(long, [])], run=RULES_1)
    (hit,) = register.view().search("needle")
    assert long.text[hit.start : hit.end] == "The needle lies here."


def test_forgetting_leaves_a_tombstone(register: Register) -> None:
    register.append([(GHANA, [ACCRA])], run=RULES_1)
    before = register.view()
    register.forget(GHANA.id, reason="asked for", author="ann")
    view = register.view()
    assert list(view.claims()) == [] and list(view.documents()) == [] and view.search("ghana") == ()
    tombstone = view.document(GHANA.id)
    assert (tombstone.id, tombstone.text, tombstone.title) == (GHANA.id, "", "")
    (kept,) = before.claims()
    assert (kept.id, kept.args, kept.evidence) == (ACCRA.id, ACCRA.args, Evidence(0, 27, ""))
    with pytest.raises(UsageError):
        register.forget(GHANA.id, reason="again", author="ann")


def test_a_second_build_waits_or_says_who_holds_the_register(new_place: Callable[[], str]) -> None:
    place = new_place()
    with open_register(place, create=True) as one, open_register(place) as other, one.hold():
        with pytest.raises(RegisterError, match="is held by process"), other.hold(wait=0.1):
            pass
        said: list[str] = []
        with pytest.raises(RegisterError), other.hold(wait=0.1, waiting=said.append):
            pass
        assert len(said) == 1
    with open_register(place) as later, later.hold():
        pass


def test_a_register_that_is_not_there_is_not_made_by_reading(new_place: Callable[[], str]) -> None:
    with pytest.raises(RegisterError):
        open_register(new_place())
