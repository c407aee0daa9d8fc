"""Folders and files in, documents out: every file is read or said why not, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.issue import Issue
from secretariat.read.metadata import beside, shown
from secretariat.read.reader import Unreadable, choose

MAX_BYTES = 32 * 1024 * 1024  # a communiqué is kilobytes; a file of this size is a mistake or an archive
_NOT_DOCUMENTS = (".meta.json", ".jsonl", ".tsv", ".csv", ".db", ".toml", ".py", ".json")


def list_files(sources: Iterable[Path]) -> list[tuple[Path, str]]:
    """Every file of the sources with its path below its source, sorted; meta files and hidden files left out.

    Raises:
        UsageError: a source does not exist.
    """
    found: dict[Path, str] = {}
    for source in sources:
        if not source.exists():
            raise UsageError(str(source), "there is no such file or folder", "Check the path")
        for path in [source] if source.is_file() else _below(source):
            found.setdefault(path.absolute(), path.name if path == source else path.relative_to(source).as_posix())
    return sorted(found.items(), key=lambda item: (item[1], str(item[0])))


def read_sources(sources: Iterable[Path]) -> Iterator[Document | Issue]:
    """Read every file of folders and files.

    Yields:
        A Document for each file that can be read, an Issue for each that cannot (severity "error") or that is left out
        on purpose ("note"). Issues about a document that was read come before it.
    Raises:
        UsageError: a source does not exist.
    """
    for path, below in list_files(sources):
        yield from read_file(path, below)


def read_file(path: Path, below: str = "") -> Iterator[Document | Issue]:
    """Read one file; see `read_sources`.

    Args:
        path: the file.
        below: its path below the source folder, kept as `Document.path`; its name where empty.
    """
    below = below or path.name
    if path.stem.lower().startswith("readme"):
        yield Issue(below, "it is a README and was left out", "Rename it if it is a document", "note")
        return
    try:
        yield from _read(path, below)
    except Unreadable as problem:
        yield Issue(below, problem.what, problem.remedy, "error")
    except OSError as problem:
        yield Issue(below, f"it cannot be opened ({problem.strerror or problem})", "Check its permissions", "error")


def _read(path: Path, below: str) -> Iterator[Document | Issue]:
    data = _bytes(path)
    reader = choose(path.name, data[:4096])
    raw = shown(beside(path, reader.read(data)))
    if not raw.text.strip():
        raise Unreadable("it holds no text", "Check the file; an empty document was left out")
    yield from (Issue(below, note, "", "warning") for note in raw.notes)
    if not raw.published:
        remedy = f'Give {{"date": "YYYY-MM-DD"}} in {path.stem}.meta.json'
        yield Issue(below, "it has no date, so times such as “last year” stay open", remedy)
    yield Document(
        text=raw.text,
        label=path.stem,
        path=below,
        title=raw.title,
        publisher=raw.publisher,
        published=raw.published,
        url=raw.url,
        language=raw.language or "en",
        media_type=reader.media_type,
    )


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable(f"it is {size // 2**20} MB; the largest document read is {MAX_BYTES // 2**20} MB", "Split it")
    if not size:
        raise Unreadable("it is empty", "Check the file; an empty document was left out")
    return path.read_bytes()


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        kept = (name for name in names if not name.startswith(".") and not name.endswith(_NOT_DOCUMENTS))
        yield from (Path(here, name) for name in kept)
