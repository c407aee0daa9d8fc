"""Identities of a register: listed with reasons, merged and split by people, undone again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secretariat.app import identities
from secretariat.app.review import undo
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.model.errors import NotFound, UsageError
from secretariat.model.evidence import Evidence
from secretariat.store import Register, open_register

TEXTS = {
    "budget": "Ambassador Ana Lopez of Peru opened the session.",
    "dairy": "Ana Lopez, director of the Lima Dairy Institute, closed it.",
    "visit": "Ambassador Ana Lopez of Peru came to Oslo.",
}
OFFICES = {
    "budget": ("ambassador", "PER"),
    "dairy": ("director", "Lima Dairy Institute"),
    "visit": ("ambassador", "PER"),
}


def office(document: Document) -> Claim:
    title, organisation = OFFICES[document.label]
    args = {"person": "Ana Lopez", "office": title, "organisation": organisation, "step": "holds"}
    start = document.text.index("Ana Lopez")
    return Claim("office", document.id, Evidence.of(document.text, start, start + 9), args)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    documents = [Document(text, label, path=f"{label}.txt", publisher="Example Wire") for label, text in TEXTS.items()]
    with open_register(str(tmp_path / "r.db"), create=True) as opened:
        run = opened.start_run("extract", "rules", "profiles")
        opened.append([(d, [office(d)]) for d in documents], run=run)
        opened.finish_run(run)
        yield opened


def homes(register: Register) -> dict[str, str]:
    found = identities.list_identities(register.view(), type="person")["identities"]
    return {r["document"]: i["identity"] for i in found for r in i["references"]}


def test_one_office_joins_and_another_does_not(register: Register) -> None:
    found = homes(register)
    assert found["budget"] == found["visit"] != found["dairy"]
    (left,) = identities.list_identities(register.view(), only_open=True)["open"]
    assert left["score"] == 0.6 and "affiliations differ" in left["reason"]


def test_merge_and_undo(register: Register) -> None:
    found = homes(register)
    judgement = identities.merge(register, found["budget"], found["dairy"], author="ann", reason="her biography")
    assert len(set(homes(register).values())) == 1
    shown = identities.who(register.view(), "Lopez")
    assert any("ann: her biography" in i["reasons"] for i in shown["identities"])
    undo(register, judgement.id, author="ann")
    assert len(set(homes(register).values())) == 2


def test_split(register: Register) -> None:
    made = identities.split(register, homes(register)["budget"], "visit", author="ann", reason="two of one name")
    assert len(made) == 1 and made[0].reading == "apart"
    assert len(set(homes(register).values())) == 3


def test_names_that_fit_several_ask_for_an_id(register: Register) -> None:
    with pytest.raises(UsageError, match="2 identities fit"):
        identities.merge(register, "Ana Lopez", "Ana Lopez", author="ann")


def test_unknown_names(register: Register) -> None:
    with pytest.raises(NotFound):
        identities.who(register.view(), "Nobody Here")
    with pytest.raises(NotFound):
        identities.merge(register, "nobody", "person:", author="ann")


def test_who_knows_parties(register: Register) -> None:
    (found,) = identities.who(register.view(), "Kingdom of Norway")["parties"]
    assert (found["party"], found["score"]) == ("NOR", 1.0)


def test_names_meant(register: Register) -> None:
    assert identities.names_meant(register.view(), "Mrs. Lopez") == {"Ana Lopez"}
