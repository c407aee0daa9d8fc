"""The read-side chain for one document: parse → frame → extract → link. Used by `build`, the benches and the tests."""

from __future__ import annotations

from collections.abc import Iterable

from secretariat.extract import extract
from secretariat.frame import Reading, read_frames
from secretariat.link import dedupe
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.model.issue import Issue
from secretariat.parse import parse
from secretariat.profiles import Profile


def reading_of(document: Document, profiles: Iterable[Profile]) -> Reading:
    """Parse a document and read its frames."""
    return read_frames(next(iter(parse([document]))), profiles)


def claims_of(document: Document, profiles: Iterable[Profile]) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Every claim of a document, repeats within it joined as mentions, and what went wrong on the way."""
    claims, issues = extract(reading_of(document, profiles))
    return dedupe(claims), issues
