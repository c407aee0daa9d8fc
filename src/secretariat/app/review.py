"""Judgements and claims by hand: what people decide about the register, one at a time or as commands of a script."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from secretariat.model.claim import MODALITIES, Claim, ClaimId
from secretariat.model.document import Document
from secretariat.model.errors import NotFound, UsageError
from secretariat.model.evidence import Evidence
from secretariat.model.history import Conflict
from secretariat.model.judgement import Judgement
from secretariat.model.time import Edtf, ValidTime
from secretariat.store import Register
from secretariat.store.port import View
from secretariat.store.values import Run


def judge(
    register: Register, verdict: str, claim: str, *, author: str, reason: str = "", chair: bool = False
) -> Judgement:
    """Accept or reject a claim.

    Args:
        claim: its id, or the beginning of one. chair: the judgement settles a difference between others.
    Raises:
        NotFound: no such claim. UsageError: no author, or an unknown verdict.
    """
    found = claim_of(register.view(), claim)
    return register.judge(Judgement(verdict, author, reason, claim=found, adjudicates=chair))


def correct(
    register: Register, claim: str, changes: Sequence[str], *, author: str, reason: str = "", chair: bool = False
) -> Judgement:
    """Put a corrected claim with the same evidence in the place of one.

    Args:
        changes: "name=value"; a name is an argument, or "time", "modality" or "kind"; an empty value takes it away.
    Raises:
        NotFound: no such claim. UsageError: a change that is none.
    """
    wrong = claim_of(register.view(), claim)
    right = changed(wrong, changes, author)
    return register.judge(Judgement("correct", author, reason, claim=wrong, correction=right, adjudicates=chair))


def settle(register: Register, conflict: str, reading: str, *, author: str, reason: str = "") -> Judgement:
    """Decide which side of a conflict holds: by its reading, or by its number counted from 1.

    Raises:
        NotFound: no such conflict. UsageError: no such side.
    """
    found = next((c for c in register.last_conflicts() if c.id == conflict), None)
    if found is None:
        raise NotFound(conflict, "the register holds no such conflict", "See `secretariat conflicts`")
    return register.judge(Judgement("settle", author, reason, conflict=conflict, reading=_reading(found, reading)))


def undo(register: Register, judgement: str, *, author: str, reason: str = "") -> Judgement:
    """Take a judgement back; both stay in the record. Raises NotFound, UsageError."""
    return register.judge(Judgement("undo", author, reason, undoes=judgement))


def add_claim(
    register: Register,
    document: str,
    words: str,
    kind: str,
    given: Sequence[str],
    *,
    author: str,
    occurrence: int = 0,
) -> Claim:
    """Make a claim from words of a document, checked like all others.

    Args:
        document: label, path or id. words: the evidence as it stands there; line breaks count as spaces.
        kind: one of the nine. given: "name=value" as in `correct`.
        occurrence: which place, counted from 1, where the words stand several times.
    Raises:
        NotFound: no such document or words. UsageError: an argument the kind does not have.
    """
    if not author.strip():
        raise UsageError("claim", "has no author", "Name one with --author")
    home = register.view().find_document(document)
    start, end = _place(home, words, occurrence)
    bare = Claim(kind, home.id, Evidence.of(home.text, start, end))
    claim = changed(bare, given, author)
    run = Run(0, "hand", author, "")
    register.append([(home, [claim])], run=run, origin=f"hand:{author}")
    register.finish_run(run)
    return claim


def changed(claim: Claim, changes: Sequence[str], author: str) -> Claim:
    """The claim with changes, as its author's own. Raises UsageError."""
    args, time, modality, kind = dict(claim.args), claim.time, claim.modality, claim.kind
    for name, value in map(_change, changes):
        if name == "time":
            time = _time(str(value)) if value else None
        elif name == "modality":
            modality = str(value)
        elif name == "kind":
            kind = str(value)
        elif value in (None, ""):
            args.pop(name, None)
        else:
            args[name] = value
    _check(kind, args, modality)
    own = replace(claim, kind=kind, args=args, time=time, modality=modality, rule=f"hand:{author}", score=1.0)
    return replace(own, given="", alternatives={}, extra={})


def claim_of(view: View, id: str) -> Claim:
    """A claim by its id or a beginning of it that only it has. Raises NotFound."""
    try:
        return view.claim(ClaimId(id))
    except NotFound:
        found = [c for c in view.claims(rejected=True) if c.id.startswith(id)] if len(id) >= 4 else []
        if len(found) != 1:
            raise
        return found[0]


def listed(view: View) -> list[dict[str, Any]]:
    """Every judgement, with what became of it.

    Returns:
        [{"judgement", "verdict", "author", "reason", "recorded_at", "state", "claim", "kind", "document", "text",
        "conflict", "reading", "undoes"}]; `state` is "in force", "undone", "replaced" (by a later word of its author),
        "orphan" (no claim of today fits it) or "undo".
    """
    standing = {a.judgement.id: a for a in view.judgements()}
    taken_back = {j.undoes for j in view.all_judgements()}
    return [_row(view, j, _state(j, standing, taken_back)) for j in view.all_judgements()]


def _state(judgement: Judgement, standing: Mapping[str, Any], taken_back: set[str]) -> str:
    if judgement.verdict == "undo":
        return "undo"
    if judgement.id in taken_back:
        return "undone"
    if judgement.id not in standing:
        return "replaced"
    return "orphan" if judgement.claim and standing[judgement.id].claim is None else "in force"


def _row(view: View, judgement: Judgement, state: str) -> dict[str, Any]:
    claim = judgement.claim
    return {
        "judgement": judgement.id,
        "verdict": judgement.verdict,
        "author": judgement.author,
        "reason": judgement.reason,
        "recorded_at": judgement.recorded_at,
        "adjudicates": judgement.adjudicates,
        "state": state,
        "claim": claim.id if claim else None,
        "kind": claim.kind if claim else None,
        "document": view.label(claim.document) if claim else None,
        "text": claim.evidence.text if claim else None,
        "conflict": judgement.conflict or None,
        "reading": judgement.reading or None,
        "undoes": judgement.undoes or None,
    }


def _reading(conflict: Conflict, wanted: str) -> str:
    readings = [side.reading for side in conflict.sides]
    if wanted in readings:
        return wanted
    if wanted.isdigit() and 1 <= int(wanted) <= len(readings):
        return readings[int(wanted) - 1]
    raise UsageError(conflict.id, f"{wanted!r} is none of its readings", f"Choose one of {', '.join(readings)}")


def _place(document: Document, words: str, occurrence: int) -> tuple[int, int]:
    parts = [re.escape(part) for part in words.split()]
    found = [m.span() for m in re.finditer(r"\s+".join(parts), document.text)] if parts else []
    if not found:
        raise NotFound(document.label, f"the words {words[:60]!r} are not in it", "Copy them from the document")
    if len(found) > 1 and not occurrence:
        raise UsageError(document.label, f"the words stand at {len(found)} places", "Choose one with --occurrence")
    if occurrence > len(found):
        raise UsageError(document.label, f"the words stand at {len(found)} places only", "Choose a lower --occurrence")
    return found[max(0, occurrence - 1)]


def _change(text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UsageError(text, "is no change", "Write name=value, for example step=agreed")
    try:
        return name.strip(), json.loads(value)
    except ValueError:
        return name.strip(), value.strip()


def _time(text: str) -> ValidTime:
    try:
        Edtf.parse(text)
    except ValueError as problem:
        raise UsageError("time", str(problem), "Write EDTF, for example 2022-09 or 2018/..") from problem
    return ValidTime(text)


def _check(kind: str, args: Mapping[str, Any], modality: str) -> None:
    from secretariat.kinds.spec import all_kinds  # loads the language layers: only where a claim is made

    if kind not in all_kinds():
        raise UsageError("kind", f"{kind!r} is no kind of claim", f"Use one of {', '.join(all_kinds())}")
    if modality not in MODALITIES:
        raise UsageError("modality", f"{modality!r} is none", f"Use one of {', '.join(MODALITIES)}")
    fields = {field.name: field for field in all_kinds()[kind].fields}
    for name, value in args.items():
        if name not in fields:
            raise UsageError(kind, f"has no argument {name!r}", f"Use one of {', '.join(fields)}")
        choices = fields[name].choices
        if choices and value not in choices:
            raise UsageError(f"{kind}.{name}", f"{value!r} is no choice", f"Use one of {', '.join(choices)}")
