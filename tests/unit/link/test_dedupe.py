"""What one document says twice: claims in, claims out."""

import random

from secretariat.link import dedupe
from told import claim


def joined(**more: str) -> dict[str, str]:
    return {"party": "FIN", "organisation": "nato", "status": "member", "step": "acceded", **more}


def test_a_repeat_becomes_a_mention() -> None:
    first, again = claim("d", "membership", 0, **joined()), claim("d", "membership", 50, **joined())
    (kept,) = dedupe([again, first])
    assert kept.evidence == first.evidence
    assert kept.mentions == (again.evidence,)


def test_the_fuller_claim_stays_and_the_headline_is_its_mention() -> None:
    headline = claim("d", "membership", 0, **joined())
    lead = claim("d", "membership", 50, time="2023-04-04", **joined())
    (kept,) = dedupe([headline, lead])
    assert kept.evidence == lead.evidence and kept.time == lead.time
    assert kept.mentions == (headline.evidence,)


def test_another_time_is_another_claim() -> None:
    claims = [claim("d", "membership", n, time=t, **joined()) for n, t in enumerate(("2023-04-04", "2023-04-05"))]
    assert len(dedupe(claims)) == 2


def test_another_step_speaker_modality_or_document_is_another_claim() -> None:
    claims = [
        claim("d", "membership", 0, **joined()),
        claim("d", "membership", 10, **joined(step="invited")),
        claim("d", "membership", 20, by="Jens Stoltenberg", **joined()),
        claim("d", "membership", 30, modality="hoped", **joined()),
        claim("e", "membership", 0, **joined()),
    ]
    assert len(dedupe(claims)) == 5


def test_spelling_and_order_of_lists_do_not_matter() -> None:
    a = claim("d", "event", 0, type="summit", name="Vilnius Summit", participants=["Ana", "Bo"])
    b = claim("d", "event", 10, type="summit", name="Vilnius summit", participants=["Bo"])
    assert len(dedupe([a, b])) == 1


def test_order_of_arrival_does_not_matter() -> None:
    claims = [claim("d", "figure", n * 10, value=n % 3, unit="people", bound="exact") for n in range(9)]
    wanted = dedupe(claims)
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert dedupe(claims) == wanted
    assert len(wanted) == 3


def test_twice_is_once() -> None:
    claims = dedupe([claim("d", "membership", n * 10, **joined()) for n in range(4)])
    assert dedupe(claims) == claims
