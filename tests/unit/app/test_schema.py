"""The schema takes what leaves the program and refuses what is no claim."""

import json
from pathlib import Path

import pytest
from jsonschema_rs import validator_for

from secretariat.app.schema import claim_schema


def test_every_gold_claim_fits_the_schema(shared: Path) -> None:
    check = validator_for(claim_schema())
    for path in sorted((shared / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            check.validate(json.loads(line))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "gossip"},
        {"modality": "perhaps"},
        {"evidence": {"start": 0, "end": 0, "text": ""}},
        {"args": {"value": "many"}},
    ],
)
def test_what_is_no_claim_is_refused(wrong: dict[str, object]) -> None:
    evidence: object = {"start": 0, "end": 5, "text": "eight"}
    claim = {
        "id": "a",
        "kind": "figure",
        "document": "d",
        "evidence": evidence,
        "modality": "asserted",
        "args": {"value": 8},
    }
    check = validator_for(claim_schema())
    assert check.is_valid(claim)
    assert not check.is_valid({**claim, **wrong})
