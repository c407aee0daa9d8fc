"""Whatever the words, the rules of events, instruments and bodies never raise and quote exactly."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.model.document import Document
from secretariat.parse import parse
from secretariat.profiles import load_profiles

WORDS = (
    "summit meeting of the a in at on and , . : ; ( ) “ ” ’ - – was held signed adopted by with between "
    "22nd first next Lima Chad NATO Council Declaration treaty established founded centre railway from to "
    "via until 2035 2018-2022 anniversary Organs: such as projects new Initiative will be broadcast "
    "visited met they it which President July 4 2023 negotiations draft resolution entered into force "
    "Year Forum hosted organised attended The creation announced under construction links "
).split()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=45))
def test_any_order_of_words(words: list[str]) -> None:
    document = Document(" ".join(words), label="any", published="2023-07-04")
    reading = read_frames(next(iter(parse([document], speeches="none"))), load_profiles())
    for kind in ("event", "instrument", "body"):
        for claim in all_kinds()[kind].find(reading):
            assert all(e.matches(document.text) for e in (claim.evidence, *claim.mentions))
            assert claim.rule.startswith(kind)
