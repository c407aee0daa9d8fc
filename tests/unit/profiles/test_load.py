"""Loading profiles: all mistakes at once, each with file, key path and what to do."""

import os
from pathlib import Path

import pytest

from secretariat.model.errors import NotFound, ProfileError
from secretariat.names import argument, find_names, party, resolve
from secretariat.profiles import built_in_ids, check_data, load_profiles, profile, read_profile, use_files

SMALL = """
id = "nordic-council"
label = "Nordic Council"

[names]
en = ["Nordic Council"]

[[statuses]]
id = "member"
label = "member country"
words = ["member country"]
"""


def test_a_small_profile_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "nordic.toml"
    path.write_text(SMALL, encoding="utf-8")
    (found,) = load_profiles([path])
    assert (found.id, found.all_names, found.kind) == ("nordic-council", ("Nordic Council",), "organisation")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(
        SMALL.replace('label = "Nordic Council"', 'labl = "Nordic Council"')
        + 'wordz = ["x"]\n[[organs]]\nid = "Big Organ"\nnames = ["x"]\n',
        encoding="utf-8",
    )
    with pytest.raises(ProfileError) as problem:
        read_profile(path)
    lines = str(problem.value).splitlines()
    assert len(lines) == 5 and lines[-1] == "bad.toml: 4 mistakes."
    assert 'bad.toml: labl – unknown field; did you mean "label"?' in lines
    assert "bad.toml: label – this field is missing; add it" in lines
    assert 'bad.toml: statuses.0.wordz – unknown field; did you mean "words"?' in lines
    assert any(line.startswith("bad.toml: organs.0.id – 'Big Organ' is no id") for line in lines)


def test_ids_must_exist() -> None:
    data = profile("sco").model_dump()
    data["procedures"][1]["requires"] = ["observr"]
    data["offices"][0]["organ"] = "nobody"
    _, mistakes = check_data(data, "sco.toml")
    assert mistakes == (
        'sco.toml: offices.0.organ – no organ has the id "nobody"; define it, or use one of: '
        + ", ".join(sorted(o.id for o in profile("sco").organs)),
        'sco.toml: procedures.1.requires – no status has the id "observr"; did you mean "observer"?',
    )


def test_a_procedure_says_from_where_the_status_counts() -> None:
    data = profile("sco").model_dump()
    for step in data["procedures"][0]["steps"]:
        step["effect"] = False
    assert check_data(data, "x")[1] == (
        "x: procedures.0.steps – no step has effect = true; mark the one from which the status counts",
    )


def test_a_wrong_step_gets_a_suggestion() -> None:
    data = profile("sco").model_dump()
    data["procedures"][1]["steps"][0]["step"] = "aplied"
    (line,) = check_data(data, "x")[1]
    assert line.endswith('did you mean "applied"?')


def test_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("id = [", encoding="utf-8")
    with pytest.raises(ProfileError, match="not TOML"):
        read_profile(path)


def test_unknown_id_gets_a_suggestion() -> None:
    with pytest.raises(NotFound, match='Did you mean "ecowas"'):
        load_profiles(["ecowsa"])


@pytest.mark.parametrize("id", built_in_ids())
def test_built_in_profiles_are_right_and_hold_no_members(id: str) -> None:
    found = profile(id)
    assert found.id == id
    assert found.statuses
    # A profile is what is known before reading; who belongs is said by claims alone.
    assert not any(len(code) == 3 and code.isupper() for code in found.keys)


def test_sco_merged_two_statuses_into_one() -> None:
    partner = profile("sco").status("partner")
    assert partner is not None and partner.merged_from == ("observer", "dialogue-partner")
    assert [p.id for p in profile("sco").procedures_for("observer", "2025-10-01")] == []
    assert [p.id for p in profile("sco").procedures_for("observer", "2010-10-01")] == ["observer-status"]


def test_summits_are_counted_by_year() -> None:
    (summit,) = [s for s in profile("sco").series if s.id == "summit"]
    assert summit.offset == 2000 and summit.every == "P1Y"


def test_a_users_profiles_are_known_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nordic.toml").write_text(SMALL, encoding="utf-8")
    assert resolve("Nordic Council") != "nordic-council" or not party("nordic-council").profiled
    monkeypatch.setenv("SECRETARIAT_PROFILES", str(tmp_path))
    assert profile("nordic-council").label == "Nordic Council"
    assert "nordic-council" in {p.id for p in load_profiles()}
    (hit,) = find_names("The Nordic Council met.")
    assert argument("The Nordic Council met.", hit) == "nordic-council"
    assert party("nordic-council").profiled
    monkeypatch.setenv("SECRETARIAT_PROFILES", str(tmp_path / "nowhere"))
    with pytest.raises(NotFound, match="does not exist"):
        load_profiles()


def test_files_can_be_made_known_to_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PROFILES", "")
    path = tmp_path / "nordic.toml"
    path.write_text(SMALL, encoding="utf-8")
    use_files([path])
    use_files([path])
    assert profile("nordic-council").id == "nordic-council"
    assert os.environ["SECRETARIAT_PROFILES"] == str(path)


def test_a_correction_reads_a_wrong_form_as_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = '[[corrections]]\nwrong = "Nordick Counsel"\nright = "Nordic Council"\nwhy = "a machine translation"\n'
    (tmp_path / "nordic.toml").write_text(SMALL + wrong, encoding="utf-8")
    monkeypatch.setenv("SECRETARIAT_PROFILES", str(tmp_path))
    (hit,) = find_names("The Nordick Counsel met.")
    assert hit.id == "nordic-council"
