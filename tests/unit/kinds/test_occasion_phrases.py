"""The parts that events, instruments and bodies share: ordinals, names, titles, and what makes two tellings one."""

from __future__ import annotations

import pytest

from secretariat.frame import Reading, read_frames
from secretariat.kinds._phrases.nouns import name_text, phrase_at
from secretariat.kinds._phrases.ordinals import ordinal, ordinal_in
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.places import place_after
from secretariat.kinds.event.find import find as find_events
from secretariat.kinds.instrument.find import find as find_instruments
from secretariat.kinds.instrument.titles import covers
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles


def _reading(text: str, published: str = "2020-02-01") -> Reading:
    document = Document(text, label="one", published=published)
    return read_frames(next(iter(parse([document], speeches="none"))), load_profiles())


def _phrase(text: str, head: str) -> tuple[Page, int]:
    page = Page(_reading(text))
    return page, next(i for i in range(len(page)) if page.word(i) == head)


@pytest.mark.parametrize(
    ("word", "number"),
    [("22nd", 22), ("twenty-third", 23), ("inaugural", 1), ("ninetieth", 90), ("summit", None), ("twenty-tenth", None)],
)
def test_ordinal(word: str, number: int | None) -> None:
    assert ordinal(word) == number


def test_an_ordinal_of_several_tokens_counts_and_first_time_does_not() -> None:
    assert ordinal_in(("thirty", "-", "fourth", "regular", "meeting")) == 34
    assert ordinal_in(("first", "time")) is None
    assert ordinal_in(("first", "-", "of", "-", "its", "-", "kind")) is None


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("They praised the Council of Europe Development Bank.", "Bank", "Council of Europe Development Bank"),
        ("The Climate Action and Finance Dialogue met.", "Dialogue", "Climate Action and Finance Dialogue"),
        ("The Caribbean Disaster Agency (CDA) of Barbados works.", "Agency", "Caribbean Disaster Agency of Barbados"),
        ("The ministers of Chad and the Accra Secretariat agreed.", "Secretariat", "Accra Secretariat"),
    ],
)
def test_a_name_keeps_its_inner_words(text: str, head: str, name: str) -> None:
    page, at = _phrase(text, head)
    phrase = phrase_at(page, at)
    assert name_text(page, phrase.first, phrase.last) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The summit was held on 3 May in Accra, Ghana.", "Accra, Ghana"),
        ("The summit took place at the Hofburg Palace.", "Hofburg Palace"),
        ("The summit was held in the coastal city of Durban.", "Durban"),
        ("The summit was held in May.", ""),
        ("The summit was held in accordance with the Charter.", ""),
    ],
)
def test_place_after(text: str, place: str) -> None:
    page, at = _phrase(text, "summit")
    found = place_after(page, at + 1)
    assert (name_text(page, *found) if found else "") == place


@pytest.mark.parametrize(
    ("text", "head", "period"),
    [
        ("They adopted the plan for 2018-2022.", "plan", "2018/2022"),
        ("They adopted the strategy until 2035.", "strategy", "../2035"),
        ("They adopted the strategy in 2019.", "strategy", ""),
    ],
)
def test_covers(text: str, head: str, period: str) -> None:
    page, at = _phrase(text, head)
    assert covers(page, phrase_at(page, at)) == period


def test_one_occasion_is_one_event_with_its_later_tellings_as_mentions() -> None:
    text = (
        "The Lima Summit was held on 6 July 2019. Ministers praised the Lima Summit. "
        "Peru will host the Quito Summit in 2020."
    )
    events = list(find_events(_reading(text, "2019-08-01")))
    assert [e.arg("name") for e in events] == ["Lima Summit", "Quito Summit"]
    assert [m.text for m in events[0].mentions] == ["Lima Summit"]


def test_two_numbers_of_one_series_are_two_events() -> None:
    events = list(
        find_events(_reading("The 3rd Arctic Summit was held in Oslo. The 4th Arctic Summit was held in Bodø."))
    )
    assert [e.arg("ordinal") for e in events] == [3, 4]


def test_memorandums_of_two_states_are_two_instruments() -> None:
    text = "Chad signed its memorandum on Trade on 4 May 2019. Mali signed its memorandum on Trade on 5 May 2019."
    found = list(find_instruments(_reading(text)))
    assert [c.many("parties") for c in found] == [("TCD",), ("MLI",)]


def test_page_furniture_and_headings_give_no_event() -> None:
    events = list(find_events(_reading("# The Accra Summit of 2019\n\nNothing else is told here.\n")))
    assert events == []
