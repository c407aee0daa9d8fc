"""Work on a register as a whole: status, check, backup, copy, diff, forget, witnesses, search, export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from secretariat.export import csv, jsonl
from secretariat.model.claim import KINDS, Claim, ClaimId
from secretariat.model.errors import RegisterError, UsageError
from secretariat.model.issue import Issue
from secretariat.store import Register, open_register
from secretariat.store.checking import problems
from secretariat.store.copying import copy as copy_rows
from secretariat.store.port import View
from secretariat.store.values import Hit

FORMATS = ("jsonl", "csv")


@contextmanager
def open_view(register: str, *, as_known: str | None = None, as_published: str | None = None) -> Iterator[View]:
    """A view of a register for the length of a block."""
    with open_register(register) as opened:
        yield opened.view(as_known=as_known, as_published=as_published)


def open_for_reading(where: str) -> Register:
    """An open register for a server: readers may share it between threads; it is never made by opening it.

    Raises:
        RegisterError: there is none, it is no register, or it cannot be reached.
    """
    return open_register(where)


def open_existing(where: str) -> Register:
    """A register to judge in or add to; it is never made by opening it. Raises RegisterError."""
    return open_register(where)


def status(register: str) -> dict[str, Any]:
    """What a register holds and which run its answers come from."""
    with open_register(register) as opened:
        return {"register": opened.where, **opened.facts()}


def check(register: str) -> Iterator[Issue]:
    """Everything that is wrong with a register."""
    with open_register(register) as opened:
        yield from problems(opened.backend)


def backup(register: str, target: Path) -> int:
    """Copy a consistent state of a live register; returns its size in bytes. Raises RegisterError."""
    with open_register(register) as opened:
        opened.backup(target)
    return target.stat().st_size


def copy(source: str, target: str, step: Callable[[str, int], None] = lambda table, rows: None) -> int:
    """Move a register with all its past into an empty one; returns the number of rows. Raises RegisterError."""
    with open_register(source) as old, open_register(target, create=True) as new:
        return copy_rows(old.backend, new.backend, step)


def diff(register: str, before: int, after: int) -> dict[str, Any]:
    """Claims that one run gained and lost against another, over the documents that both treated.

    Returns:
        {"before", "after", "gained": [claim], "lost": [claim]}, claims as in claims.md.
    Raises:
        UsageError: there is no such run.
    """
    with open_register(register) as opened:
        view = opened.view()
        known = {run.seq for run in view.runs() if run.kind == "extract"}
        for number in (before, after):
            if number not in known:
                raise UsageError(f"run {number}", "there is no such extraction run", "See `secretariat status`")
        gained, lost = opened.difference(before, after)
        return {"before": before, "after": after, "gained": _claims(view, gained), "lost": _claims(view, lost)}


def _claims(view: View, ids: frozenset[ClaimId]) -> list[dict[str, Any]]:
    found = [view.claim(id) for id in sorted(ids)]
    rows = [claim.to_json(view.label(claim.document)) for claim in found]
    return sorted(rows, key=lambda row: (row["document"], row["evidence"]["start"], row["kind"], row["id"]))


def forget(register: str, document: str, *, reason: str, author: str) -> str:
    """Remove a document's words for good; returns its label. Raises NotFound, UsageError."""
    if not reason.strip():
        raise UsageError("--reason", "is empty", "Say why, for those who find the tombstone")
    with open_register(register) as opened:
        view = opened.view()
        found = view.find_document(document)
        label = view.label(found.id)
        opened.forget(found.id, reason=reason, author=author)
    return label


def witnesses(view: View) -> list[dict[str, Any]]:
    """Groups of copied passages.

    Returns:
        [{"witness", "earliest", "similarity", "passages"}], a passage being {"document", "publisher", "published",
        "start", "end", "text"}.
    """
    rows = []
    for group in view.witnesses():
        found = [(p, view.document(p.document)) for p in group.passages]
        passages = [
            {
                "document": view.label(p.document),
                "publisher": document.publisher,
                "published": document.published,
                "start": p.start,
                "end": p.end,
                "text": document.text[p.start : p.end],
            }
            for p, document in found
        ]
        rows.append(
            {
                "witness": group.id,
                "earliest": view.label(group.earliest),
                "similarity": round(group.similarity, 3),
                "passages": passages,
            }
        )
    return rows


def search(view: View, words: str, *, limit: int = 50) -> list[dict[str, Any]]:
    """Sentences that hold the words, newest publication first.

    Returns:
        [{"document", "title", "published", "start", "end", "text", "hits": [[start, end]], "claims": [id]}]: `hits` are
        ranges of the document's text, `claims` those whose evidence overlaps the sentence.
    """
    return [_hit(view, hit) for hit in view.search(words, limit=limit)]


def _hit(view: View, hit: Hit) -> dict[str, Any]:
    document = view.document(hit.document)
    near = (c for c in view.claims(documents=[hit.document], superseded=True))
    return {
        "document": view.label(hit.document),
        "title": document.title,
        "published": document.published,
        "start": hit.start,
        "end": hit.end,
        "text": document.text[hit.start : hit.end],
        "hits": [list(pair) for pair in hit.words],
        "claims": [c.id for c in near if c.evidence.start < hit.end and hit.start < c.evidence.end],
    }


def export(view: View, format: str, *, kinds: tuple[str, ...] = (), everything: bool = False) -> Iterator[str]:
    """All claims as text, in an order that does not depend on arrival.

    Args:
        format: one of FORMATS. kinds: only these.
        everything: also claims that a person rejected and those of older versions of a document.
    Raises:
        UsageError: an unknown format or kind.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError("--kind", f"{kind!r} is no kind", f"Use one of {', '.join(KINDS)}")

    def claims() -> Iterator[Claim]:
        return view.claims(kinds=kinds, rejected=everything, superseded=everything)

    if format == "jsonl":
        return jsonl.lines(claims(), view.label)
    if format == "csv":
        return csv.rows(claims(), view.label, _arguments(claims()))
    raise UsageError("--format", f"{format!r} is no format", f"Use one of {', '.join(FORMATS)}")


def _arguments(claims: Iterable[Claim]) -> list[str]:
    """Names of all arguments that the claims use, so that a column appears only where it holds something."""
    return sorted({name for claim in claims for name in claim.args})


def write_whole(target: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that appears complete or not at all.

    Raises:
        RegisterError: the file cannot be written.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        part.replace(target)
    except OSError as problem:
        raise RegisterError(
            str(target), f"cannot be written ({problem.strerror})", "Check folder, permissions and space"
        ) from problem
    finally:
        part.unlink(missing_ok=True)
