"""Figures, commitments, statements, formulas: the sentences of their examples.txt, each with exactly what it claims."""

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
MINE = ("figure", "commitment", "statement", "formula")
RANGES = ("content", "cue", "continuation")


def _found(kind: str, example: Example) -> tuple[Claim, ...]:
    document = Document(example.sentence, label=f"{kind}-{example.line}", published=example.published)
    reading = read_frames(next(iter(parse([document]))), load_profiles())
    return tuple(all_kinds()[kind].find(reading))


def _shown(name: str, value: object, sentence: str) -> str:
    """An argument as examples.txt writes it: ranges as their words, an amount as value, bound and unit."""
    if name in RANGES and isinstance(value, tuple):
        return "; ".join(" ".join(sentence[a:b].split()).strip('"“”') for a, b in value)
    if name == "amount":
        amount = dict(value)  # type: ignore[call-overload]
        return f"{amount['value']} {amount['bound']} {amount['unit']}"
    return as_written(value)


def _differences(claim: Claim, expected: Expected, sentence: str) -> list[str]:
    found = {name: _shown(name, value, sentence) for name, value in claim.args.items()}
    wrong = [f"{n}: {found.get(n)!r} for {v!r}" for n, v in expected.args.items() if found.get(n) != v]
    time = (claim.time.edtf or "") if claim.time else ""
    pairs = (("time", time, expected.time), ("modality", claim.modality, expected.modality))
    wrong += [f"{name}: {a!r} for {b!r}" for name, a, b in pairs if a != b]
    return wrong + ([] if claim.evidence.text == expected.evidence else [f"evidence: {claim.evidence.text!r}"])


def _examples() -> list[tuple[str, Example]]:
    return [(kind, e) for kind in MINE for e in read_examples(FOLDER / kind / "examples.txt")]


@pytest.mark.parametrize(("kind", "example"), _examples(), ids=lambda v: v if isinstance(v, str) else f"line{v.line}")
def test_sentence(kind: str, example: Example) -> None:
    claims = _found(kind, example)
    assert [c.evidence.text for c in claims] == [e.evidence for e in example.claims]
    assert [_differences(c, e, example.sentence) for c, e in zip(claims, example.claims, strict=True)] == [
        [] for _ in claims
    ]
    assert all(c.evidence.matches(example.sentence) and c.rule.startswith(f"{kind}.") for c in claims)


@pytest.mark.parametrize("kind", MINE)
def test_enough_of_both_sorts(kind: str) -> None:
    examples = read_examples(FOLDER / kind / "examples.txt")
    assert sum(bool(e.claims) for e in examples) >= 25
    assert sum(not e.claims for e in examples) >= 15
