"""`import`: claims made elsewhere, each checked against the words of its document before anything is written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from secretariat.app.derive import derive_all
from secretariat.app.witnessing import refresh
from secretariat.model.claim import KINDS, Claim
from secretariat.model.document import Document
from secretariat.model.errors import EvidenceMismatch, SecretariatError, UnreadableDocument, UsageError
from secretariat.model.issue import Issue
from secretariat.read import read_sources
from secretariat.store import open_register
from secretariat.store.appending import checked
from secretariat.store.values import Appended, Run

_SHOWN = 20  # faults named in one message; the rest is counted


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `issues` are about documents that could not be read."""

    appended: Appended
    issues: tuple[Issue, ...]


def import_claims(file: Path, documents: Path, register: str, *, wait: float = 30.0) -> Imported:
    """Import a claims file in one commit: all of its claims, or none.

    Args:
        file: JSON Lines as in claims.md. documents: folder whose documents the claims name.
    Raises:
        UsageError: no such file, or lines that are no claims or name no document.
        EvidenceMismatch: words that are not where they are said to be; every fault is named with its line.
    """
    found = list(read_sources([documents]))
    by_name = _by_name(d for d in found if isinstance(d, Document))
    claims: dict[str, list[Claim]] = defaultdict(list)
    used: dict[str, Document] = {}
    faults: list[str] = []
    for number, line in _lines(file):
        try:
            document, claim = _claim(line, by_name)
            checked([(document, [claim])])
        except SecretariatError as problem:
            faults.append(f"{file.name}:{number}: {problem}")
            continue
        used[document.id] = document
        claims[document.id].append(claim)
    if faults:
        raise EvidenceMismatch("", _told(faults), "Nothing was imported")
    with open_register(register, create=True) as target, target.hold(wait):
        run = Run(0, "import", file.name, "")
        done = target.append([(used[id], claims[id]) for id in used], run=run, origin="import")
        target.finish_run(run)
        refresh(target)
        derive_all(target)
    return Imported(done, tuple(i for i in found if isinstance(i, Issue) and i.severity == "error"))


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise UnreadableDocument(
            str(file), f"cannot be read as UTF-8 text ({problem})", "Name a file of JSON Lines"
        ) from problem
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _claim(line: str, by_name: Mapping[str, list[Document]]) -> tuple[Document, Claim]:
    try:
        value = json.loads(line)
    except ValueError as problem:
        raise UsageError("", f"is no JSON ({problem})") from problem
    if not isinstance(value, dict):
        raise UsageError("", "is no JSON object")
    if value.get("kind") not in KINDS:
        raise UsageError("kind", f"{value.get('kind')!r} is none of the nine kinds", "See claims.md")
    document = _document(str(value.get("document") or ""), by_name)
    return document, _read(value, document)


def _read(value: Mapping[str, Any], document: Document) -> Claim:
    try:
        claim = Claim.from_json(value, document.id)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UsageError(
            "", f"is no claim ({type(problem).__name__}: {problem})", "See claims.md, Every claim"
        ) from problem
    # What the program would write in another form (an absent anchor as null) leaves again as it came.
    shown = claim.to_json(value["document"])
    forms = {k: value[k] for k in ("time", "attribution", "mentions") if k in value and shown.get(k) != value[k]}
    return replace(claim, extra={**claim.extra, **forms})


def _document(name: str, by_name: Mapping[str, list[Document]]) -> Document:
    found = {d.id: d for d in by_name.get(name, [])}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise UsageError(name, "the folder has no such document", "Give its stem or its path below the folder")
    paths = ", ".join(sorted(d.path for d in found.values())[:4])
    raise UsageError(name, f"several documents have this name ({paths})", "Give the path below the folder")


def _by_name(documents: Iterable[Document]) -> Mapping[str, list[Document]]:
    """Documents under their label, their path, and their path without its ending."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for name in {document.label, document.path, str(PurePosixPath(document.path).with_suffix(""))}:
            found[name].append(document)
    return found


def _told(faults: list[str]) -> str:
    more = len(faults) - _SHOWN
    return "\n".join(faults[:_SHOWN]) + (f"\nand {more} further lines" if more > 0 else "")
