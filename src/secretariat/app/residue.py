"""The residue report over many documents: what was read and gave no claim, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from secretariat.app.pipeline import reading_of
from secretariat.extract import extract
from secretariat.extract.residue import Residue, ranked, residue
from secretariat.kinds.spec import ClaimKind, all_kinds
from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.issue import Issue
from secretariat.profiles import load_profiles
from secretariat.read import read_sources

Report = dict[str, object]


def residue_report(
    sources: Iterable[Path], *, kinds: Iterable[str] = (), show: int = 5, tell: Callable[[Issue], None] | None = None
) -> Report:
    """Read documents and list the sentences that gave no claim.

    Args:
        sources: files and folders. kinds: names of kinds; all by default.
        show: how many sentences stand with each reason.
        tell: called with each issue met on the way.
    Returns:
        {"documents", "sentences", "reasons": [{"kind", "reason", "count", "examples": [...]}]}, the commonest first.
    Raises:
        UsageError: a kind or a source that does not exist.
    """
    wanted = tuple(kinds) or tuple(all_kinds())
    unknown = [k for k in wanted if k not in all_kinds()]
    if unknown:
        raise UsageError("--kind", f"there is no kind {unknown[0]!r}", f"Choose from {', '.join(all_kinds())}")
    chosen = {k: all_kinds()[k] for k in wanted}
    found: list[Residue] = []
    documents = 0
    for item in read_sources(list(sources)):
        if isinstance(item, Issue):
            if tell is not None:
                tell(item)
            continue
        documents += 1
        found.extend(_of(item, chosen))
    return {"documents": documents, "sentences": len(found), "reasons": _reasons(found, show)}


def _of(document: Document, kinds: Mapping[str, ClaimKind]) -> tuple[Residue, ...]:
    reading = reading_of(document, load_profiles())
    claims, _ = extract(reading)
    return residue(reading, claims, kinds)


def _reasons(found: list[Residue], show: int) -> list[dict[str, object]]:
    out: list[dict[str, object]] = []
    for kind, reason, count in ranked(found):
        having = [r for r in found if (r.kind, r.reason) == (kind, reason)][:show]
        examples = [{"document": r.document, "start": r.start, "end": r.end, "text": r.text} for r in having]
        out.append({"kind": kind, "reason": reason, "count": count, "examples": examples})
    return out
