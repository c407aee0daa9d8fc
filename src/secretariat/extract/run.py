"""Extract: every kind looks at a reading and gives its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secretariat.frame import Reading
from secretariat.kinds.spec import ClaimKind, all_kinds
from secretariat.model.claim import Claim
from secretariat.model.issue import Issue


def extract(
    reading: Reading, kinds: Mapping[str, ClaimKind] | None = None
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """All claims of a document in the order of their words.

    A kind that fails loses its claims of this document only; the failure is an issue. A claim whose evidence is not
    the document's slice is dropped with an issue: nothing without evidence.
    """
    claims: list[Claim] = []
    issues: list[Issue] = []
    for kind in (all_kinds() if kinds is None else kinds).values():
        found, problem = _of_kind(kind, reading)
        claims.extend(found)
        issues.extend(problem)
    return tuple(sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.key))), tuple(issues)


def _of_kind(kind: ClaimKind, reading: Reading) -> tuple[list[Claim], list[Issue]]:
    document = reading.parsed.document
    try:
        found: Iterable[Claim] = tuple(kind.find(reading))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        what = f"{kind.plural} could not be read ({type(error).__name__}: {error})"
        return [], [Issue(document.label, what, "The other kinds were read; please report this text")]
    exact = [c for c in found if c.evidence.matches(document.text)]
    lost = sum(1 for c in found) - len(exact)
    return exact, [Issue(document.label, f"{lost} {kind.plural} without exact evidence were dropped")] if lost else []
