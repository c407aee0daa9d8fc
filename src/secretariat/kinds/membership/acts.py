"""Acts: which predicates tell a change of membership, and what operators above them make of it (steps.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secretariat.frame import Frame, Operator, said

ACTS: dict[str, tuple[str, ...]] = {
    "join": ("join", "accede", "enter", "become", "adhere", "join in"),
    "admit": ("admit", "accept", "receive", "induct", "incorporate", "welcome", "include", "integrate", "take in", "make", "enrol", "let in", "absorb", "upgrade", "elevate", "promote", "register", "recognise", "recognize"),
    "grant": ("grant", "award", "give", "confer", "accord", "bestow", "obtain", "get", "win", "gain", "acquire", "secure", "attain", "earn", "extend", "assign", "achieve", "attribute", "receive"),
    "apply": ("apply", "submit", "lodge", "file", "request", "reapply", "petition", "hand in", "present", "table", "put in", "ask", "send"),
    "invite": ("invite",),
    "suspend": ("suspend", "freeze"),
    "expel": ("expel", "exclude", "eject", "oust", "kick out", "throw out"),
    "withdraw": ("withdraw", "leave", "exit", "quit", "pull out", "depart", "secede", "cease", "denounce", "drop out", "stop", "terminate", "end", "renounce", "relinquish"),
    "reinstate": ("reinstate", "readmit", "rejoin", "re-join", "return", "restore", "re-enter", "reaccede", "reaccept"),
    "status": ("membership", "status"),
    "sign": ("sign", "initial"),
    "open": ("open", "start", "begin", "launch", "initiate", "commence"),
    "lapse": ("extend", "renew", "prolong"),
    "found": ("found", "establish", "create", "form", "set up", "constitute", "launch", "initiate", "co-found", "inaugurate"),
    "hold": ("be", "remain", "belong", "have", "hold", "enjoy", "comprise", "consist", "include", "count", "number", "unite", "bring together", "embrace", "encompass", "continue", "stay", "possess", "group", "make up", "constitute"),
}  # fmt: skip
"""Act → lemmas of predicates (with particle)."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What an act under its operators amounts to. `above` is the row of steps.tsv."""

    step: str
    modality: str
    above: str


_WORDS = {
    "apply": "apply application request bid ask petition seek candidacy bidding",
    "invite": "invite invitation",
    "agree": "agree agreement resolve resolution vote consensus approve approval green-light authorise authorize clear",
    "decide": "decide decision",
    "consent": "consent accept acceptance nod",
    "support": "support back favour favor advocate champion endorse endorsement backing speak",
    "open": "start begin launch initiate open commence kick procedure process negotiation negotiate talk procedures initiation opening",
    "memorandum": "memorandum",
    "protocol": "protocol treaty accord instrument agreement",
    "ratify": "ratify ratification",
    "defer": "delay postpone defer shelve",
    "refuse": "refuse reject decline rejection refusal veto turn deny block oppose",
    "announce": "announce announcement notify notification declare inform note notice",
}
_ABOVE = {word: key for key, words in _WORDS.items() for word in words.split()}
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
