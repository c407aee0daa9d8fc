"""Places: words, then name, state, region of the place found; None where no table has it."""

import pytest

from secretariat.names import contains, locate, region_of
from secretariat.names.places import _all

CASES = [
    ("Samarkand", "Samarkand", "UZB", "Central Asia", True),
    ("Kazan, Russia", "Kazan", "RUS", "Eastern Europe", True),
    ("Grand Hotel, Tallinn, Estonia", "Tallinn", "EST", "Northern Europe", False),
    ("Birmingham, United States", "Birmingham", "USA", "Northern America", True),
    ("Birmingham", "Birmingham", "GBR", "Northern Europe", True),
    ("Kiev", "Kyiv", "UKR", "Eastern Europe", True),
    ("Zambia", "Zambia", "ZMB", "Eastern Africa", True),
    ("Crimea", "Crimea", "", "", True),
]


@pytest.mark.parametrize(("words", "name", "state", "region", "exact"), CASES)
def test_located(words: str, name: str, state: str, region: str, exact: bool) -> None:
    location = locate(words)
    assert location.place is not None
    assert (location.place.name, location.place.state, location.place.region, location.exact) == (
        name,
        state,
        region,
        exact,
    )


def test_unlocatable_says_so() -> None:
    location = locate("the old pier")
    assert location.place is None
    assert "unlocatable" in location.reason


def test_other_places_of_the_name_are_kept() -> None:
    assert {p.state for p in locate("Tripoli").candidates} >= {"LBN"}


def test_containment() -> None:
    assert contains("Tajikistan", "Dushanbe, Tajikistan")
    assert contains("Central Asia", "Dushanbe")
    assert not contains("Dushanbe", "Tajikistan")
    assert not contains("Bangkok", "Dushanbe")


def test_every_place_is_on_the_globe() -> None:
    assert all(-90 <= p.lat <= 90 and -180 <= p.lon <= 180 for p in _all())
    assert len(_all()) > 4000
    assert region_of("northern-cyprus") == "Western Asia"
