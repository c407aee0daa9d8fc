"""Acts: which predicates tell a change of membership, and what operators above them make of it (steps.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secretariat.frame import Frame, Operator, said
from secretariat.frame.lexicon import classes

_TABLE = classes(Path(__file__).parent / "acts.txt")
ACTS: dict[str, tuple[str, ...]] = {
    act: tuple(word.replace("_", " ") for word in words) for act, words in _TABLE.items() if "." not in act
}
"""Act → lemmas of predicates (with particle)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What an act under its operators amounts to. `above` is the row of steps.tsv."""

    step: str
    modality: str
    above: str


HOLDS = Reached("holds", "asserted", "-")
"""A status is held, nothing above it."""


_ABOVE = {word: name.partition(".")[2] for name, words in _TABLE.items() if name.startswith("above.") for word in words}
_SEEN_THROUGH = frozenset({"report", "think", "announce", "congratulate", "continue", "complete", "role"})


@cache
def table() -> dict[tuple[str, str], tuple[str, str, str]]:
    """steps.tsv as {(act, above): (step of members, step of other statuses, modality)}."""
    rows: dict[tuple[str, str], tuple[str, str, str]] = {}
    for line in (Path(__file__).parent / "steps.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            act, above, member, other, modality, _ = line.split("\t")
            rows[act, above] = (member, other, modality)
    return rows


def reach(act: str, frame: Frame, status: str, operators: tuple[Operator, ...] | None = None) -> Reached | None:
    """The step that an act with its operators tells; None where they leave nothing that could be claimed.

    Nearest operator first. Reporting and like operators are looked through; possibility, wish and purpose end it: what
    may be or should be is no step. Plans and denials keep the step and give the modality.
    """
    modality = "asserted"
    above = "-"
    negated = False
    stack = said(frame.operators if operators is None else operators)
    for n, op in enumerate(reversed(stack)):
        outer = stack[: len(stack) - 1 - n]
        key = _key(op, act, outer)
        if key == "stop":
            return None
        if key == "denied":
            negated = not negated
        elif key == "planned":
            modality = "planned"
        elif key == "hoped":
            modality = "hoped"
        elif key and above != "-":
            above = _OVER.get((above, key), above)
        elif key and (act, key) in table():
            above = key
        elif key and above == "-":
            return None
    row = table().get((act, above))
    if row is None:
        return None
    if negated:
        modality = "denied"
    return Reached(row[0] if status == "member" else row[1], modality if row[2] == "=" or negated else row[2], above)


_OVER = {
    ("invite", "refuse"): "decline",
    ("invite", "negative"): "decline",
    ("apply", "refuse"): "refuse",
    ("apply", "agree"): "agree",
    ("apply", "decide"): "agree",
    ("apply", "support"): "support",
    ("apply", "consent"): "consent",
    ("apply", "ratify"): "ratify",
    ("apply", "defer"): "defer",
    ("protocol", "ratify"): "ratify",
}
"""An operator over an operator: "declined the invitation to join", "approved the bid to join"."""


def _key(op: Operator, act: str, outer: tuple[Operator, ...]) -> str:
    """What one operator does: a row of the table, "planned", "hoped", "denied", "stop", or nothing."""
    if op.link == "negation":
        return "denied"
    if op.link in ("condition", "purpose"):
        return "stop"
    if op.link == "modal":
        return {"will": "planned", "shall": "planned", "would": "hoped", "should": "stop"}.get(
            op.word, "stop" if op.cls else ""
        )
    key = _ABOVE.get(op.word, "")
    if key in ("memorandum", "protocol"):
        verbs = {o.word for o in outer[-2:]}
        if key == "protocol" and op.word == "agreement" and not verbs & {"sign", "ratify", "initial"}:
            return "agree"
        return (
            "ratify" if "ratify" in verbs else key if verbs & {"sign", "signing", "initial", "be"} or not outer else ""
        )
    if key == "announce":
        return "announce" if act == "withdraw" else ""
    if key == "open" and op.link in ("clause", "infinitive") and op.word in ("begin", "start"):
        return "open"
    if key:
        return key
    if op.cls in _SEEN_THROUGH or op.word == "welcome":
        return ""
    return {
        "plan": "planned",
        "hope": "stop",
        "ask": "stop",
        "possible": "stop",
        "promise": "planned",
        "negative": "denied",
        "cause": "stop",
        "sign": "",
    }.get(op.cls, "" if op.link in ("object", "noun", "clause") else "stop")
