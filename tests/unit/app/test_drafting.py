"""Drafts of profiles: what two documents show of an organisation, and that the draft passes its own check."""

import tomllib
from pathlib import Path

import pytest

from secretariat.app.drafting import draft, write_toml
from secretariat.app.profiles import check_profile, compare_with_register, list_profiles, new_profile
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.evidence import Evidence
from secretariat.profiles import check_data
from secretariat.store import open_register

ALMANAC = """The Lake Basin Organisation (LBO) was founded in 1988. Its member states are three; Norway is an observer.
The LBO Secretariat is headquartered in Kampala. The LBO Ministerial Council meets every year.
Kenya holds the rotating presidency. The Executive Secretary of the LBO answers to the council.
The LBO Charter was signed at the 2nd Summit in 1990."""
WIRE = "The 5th Summit of the Lake Basin Organization took place in 1993."


def papers() -> tuple[Document, ...]:
    return Document(ALMANAC, "almanac", url="https://www.lbo.example/about"), Document(WIRE, "wire")


def test_what_documents_show() -> None:
    found = draft("LBO", papers())
    assert found is not None
    assert (found.name, found.acronym, found.aliases) == ("Lake Basin Organisation", "LBO", ["Lake Basin Organization"])
    assert list(found.statuses) == ["member", "observer"]
    assert found.seat == "Kampala"
    assert found.chair == "rotating presidency"
    assert found.series == [("Summit", 1988)]
    assert "LBO Secretariat" in found.organs and "LBO Ministerial Council" in found.organs
    assert "Executive Secretary" in found.offices
    assert "LBO Charter" in found.instruments
    assert found.hosts == ["www.lbo.example"]


def test_the_draft_is_a_right_profile_and_names_no_member() -> None:
    found = draft("Lake Basin Organisation", papers())
    assert found is not None
    text = write_toml(found)
    profile, mistakes = check_data(tomllib.loads(text), "draft.toml")
    assert mistakes == () and profile is not None
    assert profile.id == "lbo"
    assert "# almanac: " in text  # each finding stands under the words it came from
    assert not any(
        state in line for line in text.splitlines() if not line.startswith("#") for state in ("Norway", "Kenya")
    )


def test_nobody_names_it(tmp_path: Path) -> None:
    assert draft("Desert Union", papers()) is None
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    with pytest.raises(UsageError, match="none of 1 documents names it"):
        new_profile("Desert Union", [tmp_path])


def test_a_built_in_id_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "sco.toml"
    path.write_text(
        'id = "sco"\nlabel = "Salt Company Office"\n[names]\nen = ["Salt Company Office"]\n', encoding="utf-8"
    )
    assert check_profile(path) == (
        'sco.toml: id – "sco" comes with the program; choose another id, or change the built-in file',
    )
    assert check_profile(tmp_path / "none.toml")[0].endswith("check path and permissions")


def test_list() -> None:
    assert {p["id"] for p in list_profiles()} >= {"sco", "nato", "brics", "eu"}


def test_a_register_is_held_against_what_a_profile_expects(tmp_path: Path) -> None:
    data = {
        "id": "lbo",
        "label": "Lake Basin Organisation",
        "names": {"en": ["Lake Basin Organisation"]},
        "expect": {"claims_min": 2, "parties_max": 0},
        "corrections": [{"wrong": "Lake Basing", "right": "Lake Basin Organisation", "why": "a misprint"}],
    }
    profile, mistakes = check_data(data, "lbo.toml")
    assert profile is not None and not mistakes
    document = Document("Kenya joined the Lake Basin Organisation.", "wire")
    args = {"party": "KEN", "organisation": "lbo", "status": "member", "step": "acceded"}
    claim = Claim("membership", document.id, Evidence.of(document.text, 0, 40), args)
    with open_register(str(tmp_path / "r.db"), create=True) as register:
        run = register.start_run("extract", "rules", "profiles")
        register.append([(document, [claim])], run=run)
        register.finish_run(run)
        assert [line.split(" – ")[0] for line in compare_with_register(profile, register.view())] == [
            "lbo: expect.claims_min",
            "lbo: expect.parties_max",
            "lbo: corrections.0",
        ]
