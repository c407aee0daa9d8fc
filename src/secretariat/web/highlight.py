"""A document's text cut into stretches that carry the same claims, so that nested claims can be shown in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secretariat.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between two borders.

    Attributes:
        text: the words, as they stand in the document.
        claims: ids of the claims whose evidence covers it; opens: those that begin here (the anchors).
        speech: True inside somebody's words; copied: True inside a passage that another document has too.
        at: True inside the range that the address asked for; at_opens: True where it begins.
    """

    text: str
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    speech: bool = False
    copied: bool = False
    at: bool = False
    at_opens: bool = False


def stretches(
    text: str,
    claims: Sequence[Claim],
    *,
    copied: Iterable[tuple[int, int]] = (),
    at: tuple[int, int] | None = None,
) -> tuple[Stretch, ...]:
    """Cut a text at the borders of its claims, in order; joined again the stretches give the text.

    Args:
        text: the document's text. claims: its claims.
        copied: ranges of reprinted passages. at: one range to set off.
    """
    ranges = [(c.evidence.start, c.evidence.end, "claim", str(c.id)) for c in claims]
    ranges += [(a, b, "speech", "") for c in claims if c.kind == "statement" for a, b in _said(c)]
    ranges += [(a, b, "copied", "") for a, b in copied]
    ranges += [(at[0], at[1], "at", "")] if at else []
    return tuple(_cut(text, [r for r in ranges if 0 <= r[0] < r[1] <= len(text)]))


def _said(claim: Claim) -> list[tuple[int, int]]:
    return [(r[0], r[1]) for name in ("content", "continuation") for r in claim.many(name)]


def _cut(text: str, ranges: list[tuple[int, int, str, str]]) -> Iterable[Stretch]:
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for n, (a, b, _, _) in enumerate(ranges):
        starts.setdefault(a, []).append(n)
        ends.setdefault(b, []).append(n)
    open_: dict[int, None] = {}
    borders = sorted({0, len(text), *starts, *ends})
    for a, b in pairwise(borders):
        for n in ends.get(a, ()):
            open_.pop(n, None)
        open_.update(dict.fromkeys(starts.get(a, ())))
        layers = {ranges[n][2] for n in open_}
        yield Stretch(
            text[a:b],
            claims=tuple(ranges[n][3] for n in open_ if ranges[n][2] == "claim"),
            opens=tuple(ranges[n][3] for n in starts.get(a, ()) if ranges[n][2] == "claim"),
            speech="speech" in layers,
            copied="copied" in layers,
            at="at" in layers,
            at_opens=any(ranges[n][2] == "at" for n in starts.get(a, ())),
        )
