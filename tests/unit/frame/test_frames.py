"""Frames: roles normalised for voice, shared and controlled subjects, operators in order, one modality."""

from __future__ import annotations

import pytest

from secretariat.frame import Frame, Reading, read_frames
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles


def _read(text: str, published: str = "2020-06-01") -> Reading:
    page = next(iter(parse([Document(text, label="t", published=published)], speeches="rules")))
    return read_frames(page, load_profiles())


def _role(reading: Reading, frame: Frame, name: str) -> str:
    role = frame.role(name)
    return reading.phrase(role.first, role.last) if role else ""


def _frame(reading: Reading, predicate: str) -> Frame:
    return reading.frames_of(predicate)[0]


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "theme"),
    [
        ("The council adopted the plan.", "adopt", "council", "plan"),
        ("The plan was adopted by the council.", "adopt", "council", "plan"),
        ("The plan adopted by the council is long.", "adopt", "council", "plan"),
        ("Ministers met and signed the treaty.", "sign", "Ministers", "treaty"),
        ("Ghana decided to host the forum.", "host", "Ghana", "forum"),
        ("The union invited Ghana to join the fund.", "join", "Ghana", "fund"),
        ("Ghana, which hosts the forum, agreed.", "host", "Ghana", "forum"),
        ("The establishment of the bank took years.", "establish", "", "bank"),
        ("The court is a body founded by Kenya.", "found", "Kenya", "body"),
    ],
)
def test_roles_do_not_depend_on_the_construction(text: str, predicate: str, agent: str, theme: str) -> None:
    reading = _read(text)
    frame = _frame(reading, predicate)
    assert (
        _role(reading, frame, "agent").split(",")[0],
        _role(reading, frame, "theme").split(" adopted")[0].split(" founded")[0],
    ) == (agent, theme)


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("Kenya joined the fund.", "join", "asserted"),
        ("Kenya will join the fund.", "join", "planned"),
        ("Kenya is expected to join the fund.", "join", "planned"),
        ("Kenya hopes to join the fund.", "join", "hoped"),
        ("Kenya may join the fund.", "join", "possible"),
        ("Kenya did not join the fund.", "join", "denied"),
        ("Kenya refused to join the fund.", "join", "denied"),
        ("Kenya promised to join the fund.", "join", "promised"),
        ("If Kenya joins the fund, it grows.", "join", "possible"),
        ("The minister said that Kenya joined the fund.", "join", "asserted"),
        ("It may be recalled that Kenya joined the fund.", "join", "asserted"),
        ("The members are to meet in May.", "meet", "planned"),
    ],
)
def test_operators_decide_the_modality(text: str, predicate: str, modality: str) -> None:
    assert _frame(_read(text), predicate).modality == modality


def test_operators_stand_outermost_first() -> None:
    frame = _frame(_read("The leaders agreed to start the procedure for the admission of Kenya."), "admit")
    assert [o.word for o in frame.operators] == ["agree", "start", "procedure"]


def test_a_list_is_found_by_its_separators() -> None:
    reading = _read("Members are Belarus, Kazakhstan (since 1 May 2015), Armenia and Kyrgyzstan.")
    (known,) = reading.lists
    assert [m.arg for m in known.mentions] == ["BLR", "KAZ", "ARM", "KGZ"]
    time = reading.attached_time(known.mentions[1])
    assert time is not None and (time.edtf or "").startswith("2015-05-01")


def test_a_bracket_dates_only_the_name_it_stands_with() -> None:
    reading = _read("Kazakhstan (since 1 May 2015) and Armenia signed the agreement.")
    assert reading.time(_frame(reading, "sign")) is None


def test_the_occasion_dates_what_a_report_tells_in_the_simple_past() -> None:
    text = "The leaders met in Lagos on 4 May 2019.\n\nKenya received observer status. Chad had left in 2001."
    reading = _read(text, published="2019-05-06")
    later = reading.occasion(_frame(reading, "receive"))
    assert later is not None and later.edtf == "2019-05-04"
    assert reading.occasion(_frame(reading, "leave")) is None


def test_a_verb_keeps_its_own_clause() -> None:
    reading = _read("Chad left the union in 2000, and Kenya joined it in 2010.")
    assert reading.evidence(*reading.clause(_frame(reading, "leave").token)).text == "Chad left the union in 2000"
