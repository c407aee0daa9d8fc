"""`annotate times`: the scorers' lines, the page, and what it says when it cannot."""

import json

import pytest
from typer.testing import CliRunner

from secretariat.app.annotate import Text, annotate_times, read_texts
from secretariat.app.annotated_page import Mark, Sheet, page
from secretariat.cli.main import app
from secretariat.model.errors import UnreadableDocument, UsageError

STORY = "The ferry left on Friday and the harbour has been closed since March 2018."


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(STORY, encoding="utf-8")
    (tmp_path / "ferry.meta.json").write_text('{"date": "2023-07-04"}', encoding="utf-8")
    return path


def lines(*sources, **options):
    return [json.loads(line) for line in annotate_times(sources, **options)]


def test_lines_carry_what_the_scorer_reads(story):
    friday, march = lines(story)
    assert {k: friday[k] for k in ("document", "start", "end", "type", "value")} == {
        "document": "ferry", "start": 18, "end": 24, "type": "DATE", "value": "2023-06-30",
    }  # fmt: skip
    assert (march["edtf"], march["text"]) == ("2018-03/..", "March 2018")


def test_json_lines_of_texts_are_read_as_they_are(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"document": "a", "created": "1998-02-06T22:19:00", "text": "on Friday\n\n"}) + "\n\n")
    assert list(read_texts([path])) == [Text("a", "1998-02-06T22:19:00", "on Friday\n\n")]
    assert lines(path)[0]["value"] == "1998-02-06"


def test_texts_without_a_date_keep_relative_times_open(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"document": "a", "created": null, "text": "last year"}\n')
    assert lines(path)[0]["edtf"] is None


@pytest.mark.parametrize("line", ["no json", "[]", '{"document": "a"}', "3"])
def test_a_line_that_is_no_text_is_named(tmp_path, line):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"document": "a", "text": ""}\n' + line + "\n")
    with pytest.raises(UnreadableDocument, match=r"texts\.jsonl:2: .*Write one such object"):
        lines(path)


def test_documents_of_one_stem_are_told_apart_by_their_paths(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(f"In 201{ord(folder) % 10} it rained.")
    assert [row["document"] for row in lines(tmp_path)] == ["a/note.txt", "b/note.txt"]


@pytest.mark.parametrize("options", [{"format": "xml"}, {"mode": "poem"}])
def test_unknown_options_name_the_choices(story, options):
    with pytest.raises(UsageError, match="Choose one of"):
        lines(story, **options)


def test_anchors_are_on_the_page_but_not_in_the_lines(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("At this summit they agreed.")
    assert lines(path) == []
    assert '<mark class="anchor"' in "".join(annotate_times([path], format="html"))


def test_the_page_escapes_and_keeps_every_character():
    text = '<b>"x"</b> & مرحبا'
    html = page("A & B", [Sheet("<t>", text, (Mark(0, 6, "outer", 'n"1'), Mark(3, 10, "inner")))])
    assert "<b>" not in html and "&lt;t&gt;" in html and 'title="n&quot;1"' in html and 'dir="auto"' in html
    assert html.count("<mark") - html.count('<mark class="inner">inner') - html.count('<mark class="outer">outer') == 3


def test_command_writes_a_file(story, tmp_path):
    target = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, ["annotate", "times", str(story), "-o", str(target)])
    assert (result.exit_code, len(target.read_text().splitlines())) == (0, 2)
