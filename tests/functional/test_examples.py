"""The bundled examples say what they said: the claims line by line, and what the demo tells of them."""

import importlib.util
import json
from pathlib import Path

from functional.conftest import secretariat


def test_the_claims_of_the_examples_are_the_golden_ones(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("golden_examples", root / "examples/golden.py")
    assert spec and spec.loader
    golden = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(golden)
    expected = golden.GOLDEN.read_text(encoding="utf-8").splitlines()
    found = golden.lines()
    gained, lost = sorted(set(found) - set(expected)), sorted(set(expected) - set(found))
    assert not gained and not lost, "python examples/golden.py --update, if this is meant"


def test_the_demo_shows_roster_timeline_and_conflicts(examples: Path) -> None:
    said = secretariat("demo", "--register", examples).stdout
    for words in ("Roster on 2016-06-01", "Timeline", "Iran", "preferred", "What to type next"):
        assert words in said


def test_the_roster_grows_and_the_planted_errors_are_found(examples: Path) -> None:
    def members(day: str) -> set[str]:
        rows = json.loads(secretariat("members", "sco", "--on", day, "--register", examples, "--json").stdout)[
            "parties"
        ]
        return {row["party"] for row in rows if row["status"] == "member"}

    six = {"CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    assert members("2016-06-01") == six
    assert members("2018-06-01") == six | {"IND", "PAK"}
    assert members("2023-01-01") == six | {"IND", "PAK"}
    assert members("2024-12-31") == six | {"IND", "PAK", "IRN", "BLR"}
    conflicts = json.loads(secretariat("conflicts", "--register", examples, "--json").stdout)
    assert {"IRN", "IND", "PAK"} <= {c["subject"] for c in conflicts}


def test_the_reprint_is_one_witness_and_the_independent_report_is_not(examples: Path) -> None:
    said = secretariat("witnesses", "--register", examples).stdout
    assert "2024-07-04-astana-wire" in said and "2024-07-05-astana-reprint" in said
    assert "2025-01-20-corridor-and-institute" not in said
