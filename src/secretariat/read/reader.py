"""What a document format is: a name, its suffixes, how to recognise it, how to read it.

A new format is one module in this folder that defines `READER`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from secretariat.registry import plugins


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader makes of a file: the text as it will be kept, and the metadata that the file itself carries.

    `published` is an EDTF date or empty; `notes` are things a user should know ("decoded as windows-1252").
    """

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One document format.

    Attributes:
        name: short name ("html"); media_type: what `Document.media_type` says.
        suffixes: file name endings, with the dot, lower case.
        sniff: True where the first 4096 bytes look like this format, whatever the file is called.
        read: bytes to Raw; raises `Unreadable` with a reason and a remedy where that cannot be done.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes], Raw]


class Unreadable(Exception):
    """Raised by a reader: `what` is wrong and the `remedy`, each one sentence without its full stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@cache
def all_readers() -> tuple[Reader, ...]:
    """Every reader of this folder, plain text last because it takes anything that decodes."""
    found = plugins("secretariat.read", "READER").values()
    return tuple(sorted(found, key=lambda reader: (reader.name == "text", reader.name)))


def choose(name: str, head: bytes) -> Reader:
    """The reader for a file: by what its first bytes are, else by its name, else plain text.

    Content goes before the name: a PDF saved as `.txt` is a PDF.
    """
    readers = all_readers()
    for reader in readers:
        if reader.name != "text" and reader.sniff(head):
            return reader
    for reader in readers:
        if name.lower().endswith(reader.suffixes):
            return reader
    return readers[-1]
