"""The shapes of claims.md, for the OpenAPI document. Answers are written as they are; these only describe them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """An object that may carry further fields."""

    model_config = ConfigDict(extra="allow")


class EvidenceShape(Shape):
    """Words of a document: a half-open range of code points."""

    document: str
    start: int
    end: int
    text: str


class GapShape(Shape):
    """What the sources announce, count, promise or begin and do not name, date, deliver or end."""

    kind: str
    about: str
    text: str


class LineShape(Shape):
    """One line of the record."""

    line: str
    kind: str
    args: dict[str, Any]
    time: Any = None
    modality: str
    attribution: dict[str, Any] | None = None
    disputed: bool
    claims: list[str]
    against: list[str]
    evidence: list[EvidenceShape]


class LinesShape(Shape):
    """Answer of offices, meetings, instruments, bodies, networks, commitments, figures, statements, formulas."""

    lines: list[LineShape]
    gaps: list[GapShape]


class PartyShape(Shape):
    """One line of a roster."""

    line: str
    party: str
    status: str
    standing: str | None = None
    since: str | None = None
    until: str | None = None
    last_confirmed: str | None = None
    disputed: bool
    claims: list[str]
    against: list[str]


class MembersShape(Shape):
    """Answer of members: the roster on a day."""

    organisation: str
    on: str
    basis: str
    parties: list[PartyShape]
    announced: list[dict[str, Any]]
    gaps: list[GapShape]


class ChangeShape(Shape):
    """One change of a status."""

    line: str
    party: str
    status: str
    step: str
    time: str | None = None
    disputed: bool
    claims: list[str]
    against: list[str]
    rule: str


class TimelineShape(Shape):
    """Answer of timeline."""

    organisation: str
    changes: list[ChangeShape]
    gaps: list[GapShape]


class SideShape(Shape):
    """One reading of a conflict."""

    reading: str
    claims: list[str]


class ConflictShape(Shape):
    """Claims that cannot all hold, with the verdict."""

    id: str
    type: str
    subject: str
    sides: list[SideShape]
    verdict: int | None = None
    confidence: float
    rule: str
    explanation: str


class WhyShape(Shape):
    """What stands behind a line."""

    line: Any


class ClaimShape(Shape):
    """One claim in the form of claims.md."""

    id: str
    kind: str
    document: str
    evidence: dict[str, Any]
    attribution: dict[str, Any] | None = None
    modality: str
    time: dict[str, Any] | None = None
    args: dict[str, Any]


class DocumentShape(Shape):
    """A document without its text."""

    id: str
    document: str
    title: str
    publisher: str
    published: str
    url: str
