"""Weights: how much a claim counts against another, read from one table, each part with its reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.model.time import Edtf
from secretariat.reconcile.days import LATEST, Window, claimed, number, window

Table = Mapping[str, Any]


@lru_cache(maxsize=1)
def table() -> Table:
    """The table of weights as shipped."""
    return tomllib.loads(files("secretariat.reconcile").joinpath("weights.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a witness.

    Attributes:
        known: day by which it was published, LATEST where nothing tells.
        dated: True where the document says so itself; else `known` is estimated from the latest time it tells.
        directness: class of the table. about: True where it is about the organisation.
    """

    document: DocumentId
    known: int
    dated: bool
    directness: str
    points: int
    why: str
    about: bool = False
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim as evidence: its source, what it weighs and why, and the window of its time (None where undated)."""

    claim: Claim
    source: Source
    weight: int
    reasons: tuple[str, ...]
    when: Window | None
    copy_of: str = ""
    accepted: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def window(self) -> Window:
        """Days in which what it tells may lie: its time; undated, up to its publication (a plan: from then on)."""
        if self.when:
            return self.when
        if self.claim.modality in ("planned", "promised", "hoped", "possible"):
            return Window(self.source.known if self.source.known < LATEST else 0, LATEST)
        return Window(0, self.source.known)


def directness(document: Document, *, own: bool) -> tuple[str, int, str]:
    """Class, points and reason of who speaks.

    Args:
        own: True where the document lies on a host of the organisation.
    """
    title, publisher = document.title.casefold(), document.publisher.casefold()
    for row in table()["directness"]:
        asked = "title" in row or "publisher" in row
        named = any(_word(w, title) for w in row.get("title", ())) or any(
            _word(w, publisher) for w in row.get("publisher", ())
        )
        if named or not asked or (own and row.get("own")):
            return str(row["class"]), int(row["weight"]), str(row["reason"])
    return "unknown", 0, "nothing is known of the publisher"


def _word(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


@lru_cache(maxsize=8)
def _any(group: str) -> re.Pattern[str]:
    """One pattern for all words of a group of the table."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table()["words"][group])) + r")\b")


def estimated(claims: list[Claim], held: Callable[[Claim], int | None] = lambda claim: None) -> int:
    """Latest day told as past by a document's own claims: it cannot have been published before. LATEST if none.

    Args:
        held: the last day on which the meeting of a claim can have been held, where a rule fixes it.
    """
    past = [c for c in claims if c.modality == "asserted"]
    days = [w.first if w.last >= LATEST else w.last for c in past if (w := claimed(c))]
    days += [day for c in past if c.kind == "event" and not claimed(c) and (day := held(c))]
    return max(days, default=LATEST)


def source(
    document: Document,
    claims: list[Claim],
    *,
    own: bool,
    about: bool,
    held: Callable[[Claim], int | None] = lambda claim: None,
) -> Source:
    """Describe a document as a witness."""
    kind, points, why = directness(document, own=own)
    words = f"{document.title} {document.text[:400]} {document.text[-400:]}".casefold()
    translated = any(w in words for w in table()["words"]["translated"])
    day = _published(document)
    known = day if day < LATEST else estimated(claims, held)
    return Source(document.id, known, day < LATEST, kind, points, why, about, translated)


def _published(document: Document) -> int:
    found = re.match(r"\d{4}(-\d\d(-\d\d)?)?", document.published)
    if not found:
        return LATEST
    text = found.group()
    return number({4: f"{text}-12-31", 7: f"{text}-28"}.get(len(text), text))


def weigh(
    claim: Claim, source: Source, *, slips: frozenset[str], tier_b: bool, interested: bool
) -> tuple[int, tuple[str, ...]]:
    """What a claim weighs, and the reasons, each as `+4 dated to the day`.

    Args:
        slips: month-days ("06-15") of founding dates that writers put by habit.
        tier_b: True where its class was measured below the tier that feeds histories by itself.
        interested: True where the outlet is a party's own and the claim is about that party.
    """
    data = table()
    parts = [(data["base"]["weight"], data["base"]["reason"]), (source.points, source.why)]
    when = claimed(claim) or _made(claim)
    if when:
        parts += _nearness(when, source) + _exactness(when)
    parts += [_factor(name) for name in _factors(claim, source, when, slips)]
    parts += [_factor("tier_b")] if tier_b else []
    parts += [_factor("interested")] if interested else []
    total = max(1, sum(points for points, _ in parts))
    return total, tuple(f"{points:+d} {reason}" for points, reason in parts if points)


def _made(claim: Claim) -> Window | None:
    """The day on which a commitment was made, where that is told."""
    made = claim.arg("made")
    return window(Edtf.parse(str(made))) if made else None


def _factor(name: str) -> tuple[int, str]:
    row = table()["factor"][name]
    return int(row["weight"]), str(row["reason"])


def _nearness(when: Window, source: Source) -> list[tuple[int, str]]:
    if source.known >= LATEST or not source.dated:
        return []
    anchor = when.first if when.last >= LATEST else min(when.last, source.known)
    away = abs(source.known - anchor)
    return next(([(int(r["weight"]), str(r["reason"]))] for r in table()["closeness"] if away <= r["days"]), [])


def _exactness(when: Window) -> list[tuple[int, str]]:
    width = 1 if when.last >= LATEST and len(when.text.split("/")[0]) >= 10 else when.width
    return next(([(int(r["weight"]), str(r["reason"]))] for r in table()["exactness"] if width <= r["days"]), [])


def _factors(claim: Claim, source: Source, when: Window | None, slips: frozenset[str]) -> list[str]:
    text = claim.evidence.text.casefold()
    legal = _any("legal").search(text) is not None
    begun = claim.arg("step") in ("founded", "established")
    said = {
        "about": source.about,
        "undated": not source.dated,
        "reported": claim.attribution is not None and not performed(claim),
        "hedged": claim.modality == "possible" or _any("hedged").search(text) is not None,
        "legal": legal,
        "loose": not legal and _any("loose").search(text) is not None,
        "translated": source.translated,
        "slip": bool(when and when.width == 1 and when.text[5:10] in slips and not begun),
        "detail": bool(claim.arg("place") or claim.arg("participants")),
    }
    return [name for name, holds in said.items() if holds]


def performed(claim: Claim) -> bool:
    """True where saying it is doing it: what a speaker promises, announces or proposes, is promised by the words."""
    announced = claim.kind == "body" and claim.arg("step") in ("announced", "proposed")
    return announced or claim.kind in ("commitment", "statement", "formula")


def is_loose(claim: Claim) -> bool:
    """True where the words tell a step loosely ("joined"), without naming the act."""
    return claim.arg("step") == "holds" or _any("loose").search(claim.evidence.text.casefold()) is not None
