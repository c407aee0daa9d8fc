"""Papers and claims for the tests of `reconcile`: each claim's evidence is a sentence of its paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from secretariat.model.claim import Attribution, Claim
from secretariat.model.document import Document
from secretariat.model.evidence import Evidence
from secretariat.model.history import Change, Conflict, History, Line
from secretariat.model.time import ValidTime
from secretariat.profiles import Profile, profile
from secretariat.reconcile import reconcile


def paper(
    *sentences: str, publisher: str = "Example Wire", published: str = "", title: str = "", label: str = ""
) -> Document:
    """A document whose lines are the sentences."""
    return Document(
        "\n".join(sentences), label or f"{publisher}-{published}", title=title, publisher=publisher, published=published
    )


def told(
    source: Document, sentence: str, kind: str, *, time: str = "", by: str = "", modality: str = "asserted", **args: Any
) -> Claim:
    """A claim with a sentence of its paper as evidence."""
    start = source.text.index(sentence)
    return Claim(
        kind, source.id, Evidence.of(source.text, start, start + len(sentence)), args,
        attribution=Attribution(by, "said") if by else None, modality=modality,
        time=ValidTime(time, time) if time else None,
    )  # fmt: skip


def step(source: Document, sentence: str, party: str, step: str, time: str = "", **more: Any) -> Claim:
    """A membership claim of the SCO; `status` and `organisation` may be given."""
    args = {"organisation": "sco", "status": "member", **more}
    kept = {k: args.pop(k) for k in ("by", "modality") if k in args}
    return told(source, sentence, "membership", time=time, party=party, step=step, **kept, **args)


def history(
    papers: Sequence[Document], claims: Sequence[Claim], organisation: Profile | str = "sco", **options: Any
) -> History:
    """The history of an organisation with a profile."""
    known = profile(organisation) if organisation in ("sco", "csto", "brics", "nato", "cis") else organisation
    return reconcile(claims, papers, known, **options)


def change(found: History, party: str, step: str) -> Change:
    """The one change of a party with this step."""
    (only,) = [c for c in found.changes if c.party == party and c.step == step]
    return only


def line(found: History, claim: Claim) -> Line:
    """The line that a claim stands for."""
    (only,) = [entry for entry in found.lines if claim.id in entry.claims]
    return only


def readings(conflict: Conflict) -> tuple[list[str], str | None]:
    """Readings of all sides, and the preferred one."""
    told = [side.reading for side in conflict.sides]
    return told, told[conflict.verdict] if conflict.verdict is not None else None
