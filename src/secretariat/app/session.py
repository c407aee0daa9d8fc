"""`review` on a terminal: claim after claim and conflict after conflict, one key each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secretariat.app.review import correct, judge, settle, undo
from secretariat.model.claim import Claim
from secretariat.model.errors import SecretariatError
from secretariat.model.history import Conflict
from secretariat.store import Register
from secretariat.store.port import View

_CONTEXT = 160  # code points shown before and after the evidence
_KEYS = "[a]ccept [r]eject [c]orrect [s]kip [u]ndo [q]uit"


@dataclass(frozen=True, slots=True)
class Terminal:
    """How a session speaks with its person: `ask` shows a prompt and gives the answer, `say` shows a line."""

    ask: Callable[[str], str]
    say: Callable[[str], None]


def review(
    register: Register,
    terminal: Terminal,
    *,
    author: str,
    organisation: str = "",
    kinds: tuple[str, ...] = (),
    document: str = "",
) -> int:
    """Step through what the author has not judged yet: conflicts first, then claims, the least sure ones first.

    Returns:
        How many judgements stand at the end.
    """
    view = register.view()
    done: list[str] = []
    for thing in (
        *_conflicts(register, view, author, organisation),
        *_claims(view, author, organisation, kinds, document),
    ):
        step = _conflict if isinstance(thing, Conflict) else _claim
        if not step(register, view, terminal, thing, author, done):  # type: ignore[arg-type]
            break
    return len(done)


def _conflicts(register: Register, view: View, author: str, organisation: str) -> Iterator[Conflict]:
    settled = {a.judgement.conflict for a in view.judgements() if a.judgement.author == author}
    for conflict in register.last_conflicts(organisation):
        if conflict.id not in settled:
            yield conflict


def _claims(view: View, author: str, organisation: str, kinds: tuple[str, ...], document: str) -> list[Claim]:
    judged = {a.claim for a in view.judgements() if a.judgement.author == author}
    among = [view.find_document(document).id] if document else None
    found = view.claims(kinds=kinds, organisation=organisation or None, documents=among)
    return sorted((c for c in found if c.id not in judged and not c.rule.startswith("hand:")), key=lambda c: c.score)


def _claim(register: Register, view: View, terminal: Terminal, claim: Claim, author: str, done: list[str]) -> bool:
    """Ask about one claim until it is decided; False to stop."""
    for line in shown(view, claim):
        terminal.say(line)
    while True:
        key = terminal.ask(_KEYS).strip().lower()[:1]
        if key in ("q", ""):
            return False
        if key == "s":
            return True
        if key == "u":
            _undo(register, terminal, author, done)
        elif key in ("a", "r", "c"):
            try:
                done.append(_decided(register, terminal, claim, author, key))
            except SecretariatError as problem:
                terminal.say(str(problem))
                continue
            return True


def _decided(register: Register, terminal: Terminal, claim: Claim, author: str, key: str) -> str:
    if key == "a":
        return judge(register, "accept", claim.id, author=author).id
    if key == "r":
        return judge(register, "reject", claim.id, author=author, reason=terminal.ask("reason")).id
    changes = []
    while change := terminal.ask("change (name=value, empty to end)").strip():
        changes.append(change)
    return correct(register, claim.id, changes, author=author, reason=terminal.ask("reason")).id


def _conflict(
    register: Register, view: View, terminal: Terminal, conflict: Conflict, author: str, done: list[str]
) -> bool:
    """Ask which side of a conflict holds; False to stop."""
    terminal.say(f"conflict {conflict.id}: {conflict.type} of {conflict.subject}. {conflict.explanation}")
    for number, side in enumerate(conflict.sides, 1):
        terminal.say(f"  {number}. {side.reading} ({side.witnesses} witnesses)")
        for claim in view.claims(ids=side.claims):
            terminal.say(f'     {view.label(claim.document)}: "{_line(claim.evidence.text)}"')
    while True:
        key = terminal.ask("number of the side that holds, [s]kip [u]ndo [q]uit").strip().lower()
        if key in ("q", ""):
            return False
        if key == "s":
            return True
        if key == "u":
            _undo(register, terminal, author, done)
            continue
        try:
            done.append(settle(register, conflict.id, key, author=author, reason=terminal.ask("reason")).id)
        except SecretariatError as problem:
            terminal.say(str(problem))
            continue
        return True


def _undo(register: Register, terminal: Terminal, author: str, done: list[str]) -> None:
    if not done:
        terminal.say("Nothing to undo in this session.")
        return
    last = done.pop()
    undo(register, last, author=author)
    terminal.say(f"Judgement {last} is undone.")


def shown(view: View, claim: Claim) -> list[str]:
    """A claim for a reader: what it says, and its words in their surroundings between [[ and ]]."""
    text = view.document(claim.document).text
    start, end = claim.evidence.start, claim.evidence.end
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    args = ", ".join(f"{name}={value}" for name, value in claim.args.items() if value)
    by = f" | said by {claim.attribution.source}" if claim.attribution else ""
    time = f" | {claim.time.edtf or claim.time.anchor}" if claim.time else ""
    return [
        f"{claim.kind} {claim.id} | {args} | {claim.modality}{time}{by} | rule {claim.rule}, sure {claim.score:.2f}",
        f"  {view.label(claim.document)}: …{_line(before)} [[{_line(claim.evidence.text)}]] {_line(after)}…",
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
