"""Every kind's examples.txt: what is expected of each sentence is found, exactly that, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import secretariat.kinds
from golden import Example, Expected, as_written, read_examples
from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles

FOLDER = Path(next(iter(secretariat.kinds.__path__)))
OTHERS = ("figure", "commitment", "statement", "formula")
"""Kinds whose lines give ranges as words: test_figures_and_words.py reads them."""
MINE = tuple(kind for kind in all_kinds() if kind not in OTHERS)


def _found(kind: str, example: Example) -> tuple[Claim, ...]:
    document = Document(example.sentence, label=f"{kind}-{example.line}", published=example.published)
    reading = read_frames(next(iter(parse([document]))), load_profiles())
    return tuple(all_kinds()[kind].find(reading))


def _differences(claim: Claim, expected: Expected) -> list[str]:
    found = {name: as_written(value) for name, value in claim.args.items()}
    wrong = [
        f"{n}: {found.get(n)!r} for {expected.args.get(n)!r}"
        for n in {*found, *expected.args}
        if found.get(n) != expected.args.get(n)
    ]
    time = (claim.time.edtf or "") if claim.time else ""
    by = claim.attribution.source if claim.attribution else ""
    pairs = (("time", time, expected.time), ("by", by, expected.by), ("modality", claim.modality, expected.modality))
    wrong += [f"{name}: {a!r} for {b!r}" for name, a, b in pairs if a != b]
    return wrong + ([] if claim.evidence.text == expected.evidence else [f"evidence: {claim.evidence.text!r}"])


def _examples() -> list[tuple[str, Example]]:
    return [(kind, e) for kind in MINE for e in read_examples(FOLDER / kind / "examples.txt")]


@pytest.mark.parametrize(("kind", "example"), _examples(), ids=lambda v: v if isinstance(v, str) else f"line{v.line}")
def test_sentence(kind: str, example: Example) -> None:
    claims = _found(kind, example)
    assert [c.evidence.text for c in claims] == [e.evidence for e in example.claims]
    assert [_differences(c, e) for c, e in zip(claims, example.claims, strict=True)] == [[] for _ in claims]


@pytest.mark.parametrize("kind", MINE)
def test_enough_of_both_sorts(kind: str) -> None:
    examples = read_examples(FOLDER / kind / "examples.txt")
    assert sum(bool(e.claims) for e in examples) >= 25
    assert sum(not e.claims for e in examples) >= 15


@pytest.mark.parametrize("kind", MINE)
def test_evidence_is_the_slice_and_the_rule_is_named(kind: str) -> None:
    for example in read_examples(FOLDER / kind / "examples.txt"):
        for claim in _found(kind, example):
            assert claim.evidence.matches(example.sentence)
            assert claim.rule.startswith(f"{kind}.")
