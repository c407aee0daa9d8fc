"""PDF with a text layer, through pypdf: pages joined, words broken at line ends mended, running heads left out."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from secretariat.read.metadata import iso_date
from secretariat.read.reader import Raw, Reader, Unreadable


def _read(data: bytes) -> Raw:
    try:
        file = PdfReader(io.BytesIO(data))
        if file.is_encrypted and not file.decrypt(""):
            raise Unreadable("it is protected by a password", "Save a copy without the password")
        pages = [page.extract_text() or "" for page in file.pages]
        info: Mapping[str, Any] = file.metadata or {}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as problem:
        raise Unreadable(f"it is damaged ({type(problem).__name__})", "Save it again from its viewer") from None
    text = _joined(pages)
    if not text.strip():
        raise Unreadable("it holds pictures of pages and no text", "Run it through text recognition (OCR) first")
    made = str(info.get("/CreationDate") or "")
    return Raw(text, title=str(info.get("/Title") or "").strip(), published=_made(made))


def _joined(pages: list[str]) -> str:
    """Pages as one text; a first or last line that most pages share is a running head, a lone number a page number."""
    lines = [[line.strip() for line in page.splitlines()] for page in pages]
    edges = Counter(line for page in lines for line in {*page[:1], *page[-1:]} if line)
    heads = {line for line, n in edges.items() if len(pages) > 2 and n > len(pages) / 2}
    number = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
    kept = ["\n".join(x for x in page if x not in heads and not number.fullmatch(x)) for page in lines]
    return re.sub(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])", "", "\n".join(kept)) + "\n"


def _made(stamp: str) -> str:
    found = re.match(r"D:(\d{4})(\d\d)(\d\d)", stamp)
    return iso_date("-".join(found.groups())) if found else ""


READER = Reader("pdf", "application/pdf", (".pdf",), lambda head: head.lstrip()[:5] == b"%PDF-", _read)
