"""Word documents (.docx): paragraphs in order, headings and list items marked, tables row by row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from secretariat.read.reader import Raw, Reader, Unreadable


def _read(data: bytes) -> Raw:
    try:
        file = docx.Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as problem:
        raise Unreadable(f"it is not a Word document ({type(problem).__name__})", "Save it as .docx or text") from None
    text = "\n\n".join(_blocks(file)) + "\n"
    if not text.strip():
        raise Unreadable("it holds no text", "Check that the text is not a picture")
    core = file.core_properties
    made = core.created.date().isoformat() if core.created else ""
    return Raw(text, title=(core.title or "").strip(), publisher="", published=made)


def _blocks(file: Any) -> Iterator[str]:
    for block in file.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows)
        elif block.text.strip():
            yield _marked(block.style.name if block.style else "", block.text.strip())


def _marked(style: str, text: str) -> str:
    if style.startswith(("Heading", "Title")):
        level = int(style[-1]) if style[-1].isdigit() else 1
        return f"{'#' * level} {text}"
    return f"* {text}" if style.startswith("List") else text


READER = Reader(
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
    lambda head: head[:4] == b"PK\x03\x04" and b"word/" in head,
    _read,
)
