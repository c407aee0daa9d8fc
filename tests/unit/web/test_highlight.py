"""The text of a document page is the document's text, however claims nest and overlap."""

from hypothesis import given
from hypothesis import strategies as st

from secretariat.model.claim import Claim
from secretariat.model.document import DocumentId
from secretariat.model.evidence import Evidence
from secretariat.web.highlight import stretches


def claim(text: str, start: int, end: int, kind: str = "event", **args: object) -> Claim:
    return Claim(kind, DocumentId("d"), Evidence.of(text, start, end), args)


TEXT = "The council met in Riga. “We agreed,” said the chair."


def test_nested_claims_share_a_stretch() -> None:
    outer, inner = claim(TEXT, 0, 24), claim(TEXT, 19, 23, place="Riga")
    cut = stretches(TEXT, [outer, inner])
    (both,) = [s for s in cut if len(s.claims) == 2]
    assert both.text == "Riga" and both.opens == (str(inner.id),)


def test_speech_and_the_range_asked_for_are_set_off() -> None:
    said = claim(TEXT, 25, 53, "statement", source="chair", content=[[26, 35]])
    cut = stretches(TEXT, [said], at=(4, 11))
    assert "".join(s.text for s in cut if s.speech) == TEXT[26:35]
    assert [s.text for s in cut if s.at_opens] == ["council"]


@given(st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_the_stretches_joined_are_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    fit = [(a, b) for a, b in ranges if a < b <= len(text)]
    claims = [claim(text, a, b, n=n) for n, (a, b) in enumerate(fit)]
    cut = stretches(text, claims, copied=ranges, at=ranges[0] if ranges else None)
    assert "".join(s.text for s in cut) == text
    for c in claims:
        assert "".join(s.text for s in cut if str(c.id) in s.claims) == c.evidence.text
        assert sum(str(c.id) in s.opens for s in cut) == 1
