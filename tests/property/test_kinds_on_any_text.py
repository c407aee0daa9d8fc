"""Figures, commitments, statements and formulas on any text: nothing breaks, evidence is always the slice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles

PIECES = st.sampled_from(
    [
        "We will", "Kenya", "pledged", "$5 million", "to", "“", "”", "said", "that", ",", ".", "\n\n", "- ", ":", "the",
        "Spirit", "of", "trust", "and", "according to", "The ministers", "committed", "40 percent", "(", ")", "two",
        "President Ruto", "will continue", "agreed", "announced", "ASEAN centrality", "he", "[a](b)", "§", "ﬁ",
        "\u00a0", "12,8", "—",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=120))
def test_evidence_is_always_the_slice(text: str) -> None:
    reading = read_frames(next(iter(parse([Document(text, label="any")]))), load_profiles())
    for kind in ("figure", "commitment", "statement", "formula"):
        for claim in all_kinds()[kind].find(reading):
            assert claim.evidence.matches(text)
            assert claim.rule.startswith(f"{kind}.")
