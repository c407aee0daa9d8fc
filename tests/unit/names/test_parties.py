"""The table of parties: codes that agree with each other, and facts that must be in it."""

import re

import pytest

from secretariat.model.errors import NotFound
from secretariat.names import continued_by, designation, is_party, parties, party, resolve, successions
from secretariat.names.parties import table


def test_every_iso_state_has_codes_of_the_right_form() -> None:
    states = [p for p in parties().values() if len(p.id) == 3 and p.id.isupper()]
    assert len([p for p in states if len(p.iso) == 2]) == 250  # ISO 3166-1 has 249, and Kosovo
    for p in states:
        assert re.fullmatch(r"[A-Z]{2}|[A-Z]{4}|", p.iso), p
        assert re.fullmatch(r"\d{3}|", p.m49), p
        assert re.fullmatch(r"\d{0,3}", p.cow) and re.fullmatch(r"\d{0,3}", p.gw), p


@pytest.mark.parametrize("code", ["iso", "cow", "gw"])
def test_codes_are_unique_among_existing_states(code: str) -> None:
    codes = [getattr(p, code) for p in parties().values() if getattr(p, code) and not p.until]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("id", "cow", "gw"),
    [("DEU", "255", "260"), ("YEM", "679", "678"), ("SRB", "345", "340"), ("KIR", "946", "970"), ("CHN", "710", "710")],
)
def test_numbers_of_the_state_systems(id: str, cow: str, gw: str) -> None:
    assert (party(id).cow, party(id).gw) == (cow, gw)


@pytest.mark.parametrize(
    "id", ["XKX", "PSE", "ESH", "sadr", "VAT", "HKG", "MAC", "COK", "NIU", "northern-cyprus", "taliban", "SUN", "CSK"]
)
def test_special_parties_are_there(id: str) -> None:
    assert is_party(id)


def test_governments_are_not_states() -> None:
    assert (party("taliban").type, party("taliban").parent) == ("government", "AFG")
    assert party("eu").type == "union"


def test_continuation_is_not_separation() -> None:
    assert continued_by("SUN", "un") == "RUS"
    assert continued_by("SCG") == "SRB"
    assert continued_by("CSK") == "CSK"  # both successors were admitted anew
    assert continued_by("FRA") == "FRA"


def test_tables_point_to_parties() -> None:
    for s in successions():
        assert is_party(s.former) and is_party(s.successor), s
    for name in ("former", "designations", "governments"):
        for row in table(name):
            assert is_party(row["party"]), row


def test_designations() -> None:
    assert designation("TWN", "apec") == "Chinese Taipei"
    assert designation("TWN", "g20") == "Taiwan"


def test_unknown_party() -> None:
    with pytest.raises(NotFound, match="no party"):
        party("ATLANTIS")


RESOLVED = [
    ("the Republic of Kenya", "KEN"),
    ("Government of India", "IND"),
    ("the Chinese side", "CHN"),
    ("Cape Verde", "CPV"),
    ("Chinese Taipei", "TWN"),
    ("Organisation of Islamic Cooperation", "oic"),
    ("Organization of the Islamic Conference", "oic"),
    ("KAZ", "KAZ"),
    ("Korea", None),
    ("Congo", None),
    ("us", None),
    ("Security Council", None),
    ("the Ministry of Silence", None),
]


@pytest.mark.parametrize(("words", "id"), RESOLVED)
def test_resolve(words: str, id: str | None) -> None:
    assert resolve(words) == id


def test_weak_names_resolve_inside_their_organisation() -> None:
    assert resolve("Alliance") is None
    assert resolve("Alliance", organisation="nato") == "nato"
