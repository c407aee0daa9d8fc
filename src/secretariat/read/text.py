"""Plain text: the decoded file unchanged, so that every offset is an offset into the file."""

from __future__ import annotations

from secretariat.read.decode import decode
from secretariat.read.reader import Raw, Reader


def _read(data: bytes) -> Raw:
    text, notes = decode(data)
    return Raw(text, notes=notes)


READER = Reader("text", "text/plain", (".txt", ".text", ".asc"), lambda head: b"\x00" not in head, _read)
