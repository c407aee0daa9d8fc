"""Every format, on a real file of that format; what a page, a PDF or a mail adds to its text stays out."""

from pathlib import Path

import pytest

from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.issue import Issue
from secretariat.read import all_readers, read_file, read_sources
from secretariat.read import sources as sources_module


def one(path: Path) -> Document:
    documents = [x for x in read_file(path) if isinstance(x, Document)]
    assert len(documents) == 1
    return documents[0]


def refused(path: Path) -> str:
    (issue,) = read_file(path)
    assert isinstance(issue, Issue) and issue.severity == "error"
    return str(issue)


def test_every_reader_has_a_sample(root: Path) -> None:
    for reader in all_readers():
        samples = list((root / "tests/samples" / reader.name).iterdir())
        assert samples, f"no sample for {reader.name}"
        for sample in samples:
            assert one(sample).media_type == reader.media_type, sample.name


def test_plain_text_is_the_file_unchanged(root: Path) -> None:
    path = root / "tests/samples/text/crlf.txt"
    assert one(path).text == path.read_bytes().decode()


def test_another_encoding_is_recognised_and_said(root: Path) -> None:
    found = list(read_file(root / "tests/samples/text/latin1.txt"))
    assert any(isinstance(x, Issue) and "not UTF-8" in x.what for x in found)
    assert "Köln" in found[-1].text and "Europäischen" in found[-1].text  # type: ignore[union-attr]


def test_html_keeps_the_article_and_drops_the_page(root: Path) -> None:
    document = one(root / "tests/samples/html/saved-page.html")
    assert "applied for membership in 2011" in document.text and "council & submitted" in document.text
    assert all(word not in document.text for word in ("cookies", "Imprint", "alert", "Buy tickets"))
    assert (document.publisher, document.published) == ("Example Courier", "2022-11-12")


def test_pdf_text_in_reading_order(root: Path) -> None:
    text = one(root / "tests/samples/pdf/nordic-council-2019.pdf").text
    assert text.index("met in Oslo") < text.index("second day") and "Åland" in text


def test_docx_marks_headings_lists_and_tables(root: Path) -> None:
    document = one(root / "tests/samples/docx/baltic-assembly-2021.docx")
    assert document.text.startswith("# Baltic Assembly")
    assert "* Estonia takes over" in document.text and "Lithuania | 16" in document.text
    assert document.published == "2021-11-05"


def test_mail_gives_body_sender_and_date(root: Path) -> None:
    document = one(root / "tests/samples/eml/press-note.eml")
    assert "Asunción will host the next summit" in document.text
    assert (document.publisher, document.published) == ("Example Press Office", "2023-12-05")


def test_front_matter_is_metadata_and_not_text(root: Path) -> None:
    document = one(root / "tests/samples/markdown/front-matter.md")
    assert document.text.startswith("# A short note")
    assert (document.title, document.published) == ("Council of Europe: a short note", "2014-04-10")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Release time: 2021-07-02  visits: 20", "2021-07-02"),
        ("VIENNA, March 3, 2020 /Some Newswire/ -- The agency", "2020-03-03"),
        ("  ·  2019-05-06  ·  Source: Example Agency", "2019-05-06"),
        ("Published on 14 September 2018", "2018-09-14"),
        ("Tuesday, 4 June 2019", "2019-06-04"),
        ("The treaty was signed on 3 March 1918 in a town on the border.", ""),
        ("In 2020 the members met twice.", ""),
    ],
)
def test_a_date_is_taken_only_from_a_line_that_gives_it(tmp_path: Path, line: str, date: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(f"A headline\n\n{line}\n\nThe story begins here.\n")
    assert one(path).published == date


def test_meta_file_goes_before_what_the_text_shows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nPublished on 14 September 2018\n\nText.\n")
    (tmp_path / "a.meta.json").write_text('{"date": "2018-09-15", "publisher": "Example Wire"}')
    document = one(tmp_path / "a.txt")
    assert (document.published, document.publisher, document.title) == ("2018-09-15", "Example Wire", "Title")


def test_bad_files_are_refused_in_one_line_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources_module, "MAX_BYTES", 5000)
    bad = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\n", "no text"),
        "noise.txt": (bytes(range(256)) * 8, "binary"),
        "zeros.txt": (b"\x00" * 300, "binary"),
        "large.txt": (b"word " * 2000, "largest document"),
        "broken.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "damaged"),
        "broken.docx": (b"PK\x03\x04word/" + b"\x01" * 60, "not a Word document"),
    }
    for name, (data, reason) in bad.items():
        (tmp_path / name).write_bytes(data)
        message = refused(tmp_path / name)
        assert reason in message and name in message and "\n" not in message
    (tmp_path / "good.txt").write_text("A good document.\n")
    assert [x.label for x in read_sources([tmp_path]) if isinstance(x, Document)] == ["good"]


def test_broken_html_still_gives_its_words(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(
        "<html><body><p>The council met in Riga on Monday<div><p>and adjourned</b></table>"
    )
    assert "The council met in Riga on Monday" in one(tmp_path / "b.html").text


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        list(read_sources([tmp_path / "nowhere"]))


def test_readme_files_are_left_out_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("About this folder\n")
    (issue,) = read_sources([tmp_path])
    assert isinstance(issue, Issue) and issue.severity == "note"
