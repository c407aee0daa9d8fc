"""The trained model and what surrounds it, on sentences of our own and on bad input."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.model.document import Document
from secretariat.model.parsed import Speech
from secretariat.parse import skeleton
from secretariat.parse.attribution import find_speeches
from secretariat.parse.attribution.crf import Batch, Chain, batches, marginals, viterbi
from secretariat.parse.attribution.features import SPACE, features
from secretariat.parse.attribution.quotes import find_quotes
from secretariat.parse.attribution.weights import pack, shipped, unpack

REPORT = (
    "Secretary-General Hanna Ilves said that the council will open a second office in Lima. “We have waited long "
    "enough,” she told reporters on Monday. According to the Ministry of Transport, the railway carries forty trains "
    "a day."
)
NESTED = "Minister Omar Haddad said that President Lucía Paz had promised that Chile would join the fund."


def speeches(text: str, title: str = "", **options: str) -> tuple[Speech, ...]:
    return find_speeches(skeleton(Document(text, "d", title=title)), **options)


def test_speaker_cue_and_content() -> None:
    found = [(s.speaker, s.type, REPORT[s.content[0].start : s.content[0].end]) for s in speeches(REPORT)]
    assert found == [
        ("Hanna Ilves", "indirect", "the council will open a second office in Lima."),
        ("Hanna Ilves", "direct", "We have waited long enough"),
        ("Ministry of Transport", "indirect", "the railway carries forty trains a day."),
    ]


def test_speech_inside_speech_points_to_its_reporter() -> None:
    outer, inner = speeches(NESTED)
    assert (outer.speaker, outer.outer, inner.speaker, inner.outer) == ("Omar Haddad", None, "Lucía Paz", 0)


def test_the_yardstick_view_has_no_speech_inside_speech() -> None:
    assert all(s.outer is None for s in speeches(NESTED, scope="all"))


@pytest.mark.parametrize(
    "line", ["THE VICE PRESIDENT: We will return to Quito.", "VICE PRESIDENT RUIZ: We will return."]
)
def test_a_label_is_the_person_whom_the_title_announces(line: str) -> None:
    found = speeches(
        line + "\n\nQ: When?\n\nTHE VICE PRESIDENT: In May.\n", title="Remarks by Vice President Elena Ruiz in Quito"
    )
    assert found[0].speaker == "Elena Ruiz"


def test_headings_in_capitals_are_no_turns() -> None:
    assert (
        speeches("STRENGTHENING OUR PORTS: The plan adds two cranes.\n\nOPENING NEW ROUTES: Nine trains run daily.\n")
        == ()
    )


def test_a_signed_quotation_has_a_speaker_without_cue() -> None:
    (found,) = speeches("Prime Minister Ewa Nowak: “This bridge joins two nations that waited for it.”")
    assert (found.speaker, found.cue, found.type) == ("Ewa Nowak", (), "direct")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "“ “ “ ” \" ' said",
        '"He said "that "she said',
        "قال الرئيس إن القمة ستعقد في مايو. «نحن مستعدون»، أضاف.",
        "主席表示，峰会将于五月举行。“我们已准备好，”他说。",
        "\u202eSaid\u202c the \x00 minister: ",
        "said " * 300,
    ],
)
@pytest.mark.parametrize("model", ["learned", "rules"])
def test_bad_input_is_read_without_a_crash(text: str, model: str) -> None:
    for speech in speeches(text, model=model):
        for part in (*speech.source, *speech.cue, *speech.content, *speech.continuation):
            assert 0 <= part.start < part.end <= len(text)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "Ada", "said", "that", ",", ".", "we", "will", "go", "\n\n", ":"]),
        max_size=40,
    )
)
def test_ranges_lie_in_the_text_and_outer_points_at_another(words: list[str]) -> None:
    text = " ".join(words)
    found = speeches(text)
    for k, speech in enumerate(found):
        assert speech.outer is None or (0 <= speech.outer < len(found) and speech.outer != k)
        assert all(0 <= p.start < p.end <= len(text) for p in (*speech.source, *speech.cue, *speech.content))


def test_quotes_survive_a_missing_mark_and_go_on_in_the_next_block() -> None:
    text = "“It began in May.\n\n“It ended in June,” he wrote. A lone ” is noise."
    quotes = find_quotes(text, [(0, 17), (19, len(text))])
    assert [text[a:b] for a, b in zip(quotes.starts, quotes.ends, strict=True)] == [
        "It began in May.",
        "It ended in June,",
    ]
    assert quotes.carried == (True, False)


def _brute(emit: np.ndarray, place: np.ndarray, chain: Chain) -> tuple[tuple[int, ...], float]:
    """Best labelling and log of the sum over all labellings, by trying each."""
    scores = {}
    for labels in itertools.product(range(emit.shape[1]), repeat=len(emit)):
        score = chain.start[labels[0]] + sum(emit[t, y] for t, y in enumerate(labels))
        score += sum(chain.step[place[t], labels[t - 1], labels[t]] for t in range(1, len(labels)))
        scores[labels] = float(score)
    return max(scores, key=lambda y: scores[y]), float(np.log(sum(np.exp(s) for s in scores.values())))


def test_the_chain_agrees_with_trying_every_labelling() -> None:
    rng = np.random.default_rng(3)
    chain = Chain(rng.normal(size=3).astype("f4"), rng.normal(size=(2, 3, 3)).astype("f4"))
    batch = Batch(rng.normal(size=(3, 4, 3)).astype("f4"), rng.integers(0, 2, (3, 4)), np.array([4, 3, 1]))
    best, (_, _, total) = viterbi(batch, chain), marginals(batch, chain)
    brute = [_brute(batch.emit[k, :n], batch.place[k, :n], chain) for k, n in enumerate(batch.lengths)]
    assert [tuple(best[k, :n]) for k, n in enumerate(batch.lengths)] == [labels for labels, _ in brute]
    assert total == pytest.approx(sum(value for _, value in brute), abs=1e-3)


def test_batches_hold_every_sequence_once() -> None:
    lengths = np.random.default_rng(0).integers(1, 900, 400)
    assert sorted(k for group in batches(lengths, 3000) for k in group.tolist()) == list(range(400))


def test_saved_weights_come_back() -> None:
    model = shipped()
    again = unpack(pack(model))
    assert again.lexicon == model.lexicon
    assert np.array_equal(again.index, model.index)
    assert np.abs(again.linear - model.linear).max() < 0.05


def test_features_do_not_depend_on_the_text_around_a_block() -> None:
    from secretariat.parse.attribution.columns import columns

    alone, after = "Ada said that Chile will go.", "A first paragraph.\n\nAda said that Chile will go."
    rows = []
    for text in (alone, after):
        parsed = skeleton(Document(text, "d"))
        c = columns(parsed, find_quotes(text, [(b.start, b.end) for b in parsed.blocks]), shipped().lexicon)
        rows.append(features(c)[c.sequence == c.sequence.max()])
    assert np.array_equal(rows[0], rows[1])
    assert rows[0].max() < SPACE
