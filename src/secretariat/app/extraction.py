"""One file to document and claims, in this process or in several: the same result in the same order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.model.issue import Issue
from secretariat.profiles import Profile, load_profiles
from secretariat.read.sources import read_file

_MANY = 60  # files: below this the start of further processes costs more than it saves
_MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Task:
    """A file and its path below its source."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Treated:
    """What became of a file: its document if it could be read, its claims unless they are known already."""

    name: str
    document: Document | None = None
    claims: tuple[Claim, ...] | None = None
    issues: tuple[Issue, ...] = ()


def treat_all(
    tasks: Sequence[Task], profiles: Sequence[str], workers: int, known: frozenset[DocumentId]
) -> Iterator[Treated]:
    """Treat files in their order.

    Args:
        profiles: ids or files. workers: processes; 0 lets the number of files decide.
        known: documents whose claims are there already.
    """
    number = workers or _workers(len(tasks))
    if number <= 1:
        loaded = load_profiles(profiles)
        for task in tasks:
            yield treat(task, loaded, known)
        return
    # Spawned, not forked: a fork would share the register's file handles and the language model's threads.
    context = multiprocessing.get_context("spawn")
    with context.Pool(number, _begin, (tuple(profiles), known)) as pool:
        yield from pool.imap(_treat_here, tasks)


def treat(task: Task, profiles: Sequence[Profile], known: frozenset[DocumentId]) -> Treated:
    """Read one file and extract its claims; whatever goes wrong becomes an issue."""
    found: Document | None = None
    issues: list[Issue] = []
    for item in read_file(task.path, task.name):
        if isinstance(item, Document):
            found = item
        else:
            issues.append(item)
    if found is None or found.id in known:
        return Treated(task.name, found, None, tuple(i for i in issues if found is None or i.severity == "error"))
    return _extract(task, found, profiles, issues)


def _extract(task: Task, document: Document, profiles: Sequence[Profile], issues: list[Issue]) -> Treated:
    from secretariat.app.pipeline import (
        claims_of,
    )  # loads the language model's library, seconds that --help must not take

    try:
        claims, noticed = claims_of(document, profiles)
    except Exception as problem:
        # A fault in a rule must not cost the other documents; the document is reported and tried again next time.
        what = f"its claims could not be extracted ({type(problem).__name__}: {problem})"
        return Treated(task.name, None, None, (*issues, Issue(task.name, what, "Please report it", "error")))
    return Treated(task.name, document, claims, (*issues, *noticed))


_here: dict[str, Any] = {}


def _begin(profiles: tuple[str, ...], known: frozenset[DocumentId]) -> None:
    _here.update(profiles=load_profiles(profiles), known=known)


def _treat_here(task: Task) -> Treated:
    return treat(task, _here["profiles"], _here["known"])


def _workers(files: int) -> int:
    return 1 if files < _MANY else min(os.cpu_count() or 1, _MOST_WORKERS)
