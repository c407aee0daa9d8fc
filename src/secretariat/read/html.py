"""Saved web pages: the article without its menus, footers and comments, through trafilatura (Barbaresi 2021, ACL)."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as markup

from secretariat.read.decode import decode
from secretariat.read.metadata import iso_date
from secretariat.read.reader import Raw, Reader, Unreadable

_LEAST = 40  # characters; less is a menu, not an article
_SKIP = "//script|//style|//noscript|//template|//nav|//footer|//aside|//header//nav|//form|//iframe|//svg"


def _read(data: bytes) -> Raw:
    source, notes = decode(_declared(data))
    found: Any = trafilatura.bare_extraction(
        source, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True, deduplicate=False
    )
    text = (getattr(found, "text", None) or "").strip()
    if len(text) < _LEAST:
        text = _all_text(source)
    if not text:
        raise Unreadable("no readable text was found in the page", "Save the page with its text")
    meta = found.as_dict() if found is not None else {}

    def value(name: str) -> str:
        return str(meta.get(name) or "").strip()

    return Raw(
        text + "\n",
        title=value("title"),
        publisher=value("sitename"),
        published=iso_date(value("date")),
        url=value("url"),
        language=value("language"),
        notes=notes,
    )


def _declared(data: bytes) -> bytes:
    """Re-encode as UTF-8 where the page declares another encoding that fits."""
    found = re.search(rb"""<meta[^>]+charset=["']?\s*([\w-]+)""", data[:4096], re.IGNORECASE)
    name = found[1].decode("ascii") if found else "utf-8"
    if name.lower().replace("-", "") == "utf8":
        return data
    try:
        return data.decode(name).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return data


def _all_text(source: str) -> str:
    """Every paragraph of a page in which no article was recognised."""
    try:
        page = markup.document_fromstring(source)
    except (etree.ParserError, ValueError):
        return ""
    for node in page.xpath(_SKIP):
        node.drop_tree()
    blocks = (" ".join(node.text_content().split()) for node in page.xpath("//p|//li|//h1|//h2|//h3|//tr|//blockquote"))
    return "\n".join(b for b in blocks if b) or " ".join(page.text_content().split())


def _looks(head: bytes) -> bool:
    return bool(re.search(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", head[:2048], re.IGNORECASE))


READER = Reader("html", "text/html", (".html", ".htm", ".xhtml"), _looks, _read)
