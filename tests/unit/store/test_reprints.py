"""Copied passages: reprints with light edits are one witness, independent reports are not."""

from dataclasses import replace

from registers import a_document
from secretariat.model.document import Document
from secretariat.model.evidence import Span
from secretariat.model.witness import Witness
from secretariat.store.alignment import align
from secretariat.store.reprints import find_witnesses

STORY = (
    "LOMÉ, 4 May. The ministers of seven coastal states agreed on Tuesday to open a joint office for fisheries. "
    "The office will watch an area of four hundred thousand square miles and employ sixty inspectors, officials said. "
    "Each state is to name two members of its board before the end of the year, according to the final statement. "
)
WIRE = a_document(STORY + "Delegates then left for home.", "wire", published="2021-05-04")
REPRINT = a_document(
    "From our agencies\n\n" + STORY.replace("on Tuesday", "yesterday").replace("officials said", "it was said"),
    "reprint",
    published="2021-05-05",
)
INDEPENDENT = a_document(
    "Seven ministers meeting in the Togolese capital have set up a common fisheries office. It is to have about sixty "
    "inspectors. Observers doubt that the money will suffice, since earlier plans of the same kind came to nothing.",
    "own",
    published="2021-05-05",
)


def found(*documents: Document) -> tuple[Witness, ...]:
    """Witnesses among documents."""
    by_id = {d.id: d for d in documents}
    return find_witnesses(documents, by_id.__getitem__)


def test_a_reprint_with_light_edits_is_one_witness() -> None:
    (witness,) = found(REPRINT, INDEPENDENT, WIRE)
    assert witness.documents == (WIRE.id, REPRINT.id)
    assert witness.earliest == WIRE.id
    first, second = witness.passages
    assert WIRE.text[first.start : first.end].startswith("LOMÉ, 4 May")
    assert REPRINT.text[second.start : second.end].endswith("according to the final statement")
    assert 0.8 < witness.similarity < 1


def test_an_independent_report_is_a_witness_of_its_own() -> None:
    assert found(WIRE, INDEPENDENT) == ()


def test_a_claim_belongs_to_the_witness_whose_passage_holds_most_of_it() -> None:
    (witness,) = found(WIRE, REPRINT)
    end = len(WIRE.text)
    assert witness.holds(WIRE.id, Span(0, 50))
    assert not witness.holds(WIRE.id, Span(end - 20, end))
    assert not witness.holds(INDEPENDENT.id, Span(0, 50))


def test_a_press_release_pasted_into_an_article_is_found() -> None:
    article = a_document(
        "The plan had been discussed for years without result.\n\n" * 8
        + STORY
        + "\n\nCritics were not convinced.\n" * 8,
        "article",
        published="2021-05-06",
    )
    (witness,) = found(WIRE, article)
    pasted = witness.passages[1]
    assert article.text[pasted.start : pasted.end] in STORY


def test_a_short_quotation_in_two_reports_is_no_reprint() -> None:
    quote = '"We will open a joint office for fisheries control before the end of the year," the minister said.'
    one = a_document(f"In Lomé the talks ended well. {quote} He then left.", "one")
    other = a_document(f"After two days of debate came the news. {quote} Nobody asked a question.", "other")
    assert found(one, other) == ()


def test_undated_documents_come_last() -> None:
    undated = replace(REPRINT, published="")
    (witness,) = found(undated, WIRE)
    assert witness.earliest == WIRE.id


def test_three_copies_are_one_group_and_two_stories_two() -> None:
    third = replace(WIRE, publisher="Other Wire", published="2021-05-06")
    other = a_document(STORY.replace("fisheries", "forestry")[::-1], "other")
    copy = replace(other, publisher="Other Wire")
    groups = found(WIRE, REPRINT, third, other, copy)
    assert sorted(len(g.documents) for g in groups) == [2, 3]


def test_texts_too_short_for_a_shingle_are_no_trouble() -> None:
    assert found(a_document("Three words only."), a_document("", "empty"), a_document("Three words only", "c")) == ()


def test_alignment_bridges_an_edit_and_stops_at_a_gap() -> None:
    words = [f"w{i}" for i in range(60)]
    edited = [*words[:20], "new", *words[21:]]
    (stretch,) = align(words, edited)
    assert (stretch.first, stretch.last, stretch.shared) == (0, 60, 59)
    apart = [*words[:20], *(f"x{i}" for i in range(50)), *words[20:]]
    assert [(s.first, s.last) for s in align(words, apart)] == [(0, 20), (20, 60)]
    assert align([], words) == []
