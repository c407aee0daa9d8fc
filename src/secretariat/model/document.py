"""Document: one text with its metadata. The text never changes after reading; everything points into it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

DocumentId = NewType("DocumentId", str)


@dataclass(frozen=True)
class Document:
    """One text as its publisher published it.

    Attributes:
        text: for plain text the decoded file unchanged; for HTML, PDF and the like the readable text.
        label: name a person knows it by: the file's stem.
        path: path below the source folder, with "/" (tells apart documents whose stems collide, and versions).
        title, publisher, url, language: metadata; empty where unknown. `language` is BCP 47 ("en").
        published: EDTF date of publication ("2023-07-04"), empty where unknown.
        media_type: what was read ("text/plain", "text/html", "application/pdf", ...).
    """

    text: str
    label: str
    path: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = "en"
    media_type: str = "text/plain"

    @cached_property
    def id(self) -> DocumentId:
        """Content hash (SHA-256, hex): of the text and of what its publisher says about it.

        Metadata are content: one wire story on two sites is two documents (and one witness). Path and label are not:
        the same file twice is one document.
        """
        content = [self.text, self.title, self.publisher, self.published, self.url]
        return DocumentId(hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest())

    @property
    def series(self) -> str:
        """What versions of one document share: the url, else the path below the source."""
        return self.url or self.path or self.label
