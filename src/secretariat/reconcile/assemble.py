"""Assembly: claims about one thing become one line; where a value conflicts, the line shows the preferred one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from secretariat.model.claim import EMPTY, Attribution
from secretariat.model.history import Conflict, Line
from secretariat.model.time import ValidTime
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window, since
from secretariat.reconcile.facts import Choice, Value, choose, same_days
from secretariat.reconcile.fold import texts, words
from secretariat.reconcile.ids import line_id
from secretariat.reconcile.status_lines import ids
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

STRENGTH = ("asserted", "promised", "planned", "possible", "hoped", "denied")
"""Modalities, the strongest first; `denied` is never mixed with the others."""


@dataclass
class Draft:
    """A line while its claims are gathered.

    Attributes:
        kind, identity: what makes the id. voices: its testimonies. args: what is set beside the union.
        lost: testimonies whose value the line does not show. conflicts: what was in dispute.
    """

    kind: str
    identity: tuple[object, ...]
    voices: tuple[Testimony, ...]
    args: dict[str, Any] = field(default_factory=dict)
    time: ValidTime | None = None
    lost: list[Testimony] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    disputed: bool = False


def strongest(voices: Iterable[Testimony]) -> str:
    """The strongest modality among them."""
    return min((v.claim.modality for v in voices), key=lambda m: STRENGTH.index(m) if m in STRENGTH else 9)


def modal_class(voice: Testimony) -> str:
    """Claims of one class may share a line: what is told or planned; what is only hoped; what is denied."""
    modality = voice.claim.modality
    return {"hoped": "hoped", "possible": "hoped", "denied": "denied"}.get(modality, "told")


def union(voices: Sequence[Testimony], skip: Iterable[str] = ()) -> dict[str, Any]:
    """The union of their arguments: single values from the weightiest claim that gives one, lists joined."""
    order = sorted(voices, key=lambda v: (-v.weight, v.id))
    joined: dict[str, Any] = {}
    names = dict.fromkeys(n for v in order for n in v.claim.args)
    for name in (n for n in names if n not in skip):
        values = [v.claim.args[name] for v in order if v.claim.args.get(name) not in EMPTY]
        if values:
            joined[name] = _joined(values)
    return joined


def _joined(values: Sequence[Any]) -> Any:
    if not any(isinstance(v, tuple) for v in values):
        return values[0]
    found: dict[str, Any] = {}
    for value in values:
        for item in value if isinstance(value, tuple) else (value,):
            found.setdefault(" ".join(words(" ".join(texts(item)) or str(item))), item)
    return tuple(found.values())


def fullest(forms: Iterable[str]) -> str:
    """The form shown for a name that is written in several ways: the most frequent, then the longest."""
    counted = Counter(f for f in forms if f)
    return min(counted, key=lambda f: (-counted[f], -len(f), f), default="")


def speaker(voices: Sequence[Testimony]) -> Attribution | None:
    """Who said it, None as soon as some publisher says it in its own voice."""
    spoken = [v.claim.attribution for v in voices]
    return None if any(a is None for a in spoken) else spoken[0]


def dated(voices: Sequence[Testimony]) -> list[Value]:
    """The dates they give, each as its day or days of beginning."""
    found = []
    for voice in voices:
        ends = since(voice.claim)
        start = ends.start or ends.end if ends else None
        if start and voice.when:
            whole = voice.when if ends and ends.end and ends.start else start
            found.append(Value(str(voice.claim.time.edtf) if voice.claim.time else "", voice, _near(whole, start)))
    return found


def _near(whole: Window, start: Window) -> Window:
    return start if whole.last >= LATEST else whole


def when(choice: Choice) -> ValidTime | None:
    """The time of a decided date, in the words of the claim that gives it."""
    if not choice.reading:
        return None
    words = next((v.claim.time.text for v in choice.kept if v.claim.time and v.claim.time.edtf == choice.reading), "")
    return ValidTime(choice.reading, words)


def attested(voices: Sequence[Testimony]) -> ValidTime | None:
    """The time of a state that several claims tell: an interval somebody gives, else the first to the last day told."""
    times = [v.claim.time for v in voices if v.claim.time and v.claim.time.edtf]
    whole = [t for t in times if "/" in str(t.edtf)]
    if whole or len({t.edtf for t in times}) == 1:
        return min(whole or times, key=lambda t: (str(t.edtf).startswith(".."), -len(str(t.edtf)), str(t.edtf)))
    windows = sorted((v.when for v in voices if v.when), key=lambda w: (w.first, w.last))
    if not windows:
        return None
    first, last = windows[0].text, max(windows, key=lambda w: (w.last, w.text)).text
    return ValidTime(first if first == last else f"{_edge(first, 0)}/{_edge(last, -1)}", times[0].text)


def _edge(text: str, end: int) -> str:
    """One end of an expression as an interval may hold it: the set "[2021-08-27..]" begins that day and ends open."""
    return re.split(r"\.\.|/", text.strip("[]{}"))[end] or ".."


def finish(draft: Draft, context: Context) -> Line:
    """Turn a draft into a line."""
    organisation = context.charter.organisation
    kept = [v for v in draft.voices if v not in draft.lost]
    return Line(
        line_id(organisation, draft.kind, *draft.identity),
        organisation,
        draft.kind,
        {**union(kept or draft.voices), **draft.args},
        draft.time,
        strongest(kept or draft.voices),
        speaker(kept or draft.voices),
        ids(kept),
        ids(draft.lost),
        draft.disputed or bool(draft.lost),
        tuple(dict.fromkeys(draft.rules)),
    )


def disputed_value(
    draft: Draft,
    name: str,
    type: str,
    subject: str,
    values: Sequence[Value],
    agree: Callable[[Value, Value], bool],
    context: Context,
    *,
    because: str,
    backing: Sequence[Value] = (),
    numbered: tuple[int, str] | None = None,
    celebrated: Sequence[tuple[int, int]] = (),
) -> tuple[Choice, Conflict | None]:
    """Decide one value of a draft; what loses stands against the line, and the dispute becomes a conflict."""
    choice = choose(values, agree, context, backing=backing, numbered=numbered, celebrated=celebrated)
    if not choice.disputed:
        return choice, None
    draft.lost += [v for _, voices in choice.lost for v in voices if v in draft.voices and v not in draft.lost]
    draft.disputed = True
    found = conflict(
        context, type, subject, [(_bare(choice.reading), choice.kept), *((_bare(r), v) for r, v in choice.lost)],
        identity=(draft.kind, *draft.identity, name), verdict=None if choice.tied else 0,
        rule=f"one {name} of one {draft.kind}", because=because,
    )  # fmt: skip
    return choice, found


def _bare(reading: str) -> str:
    return reading.removesuffix("/..")


def date_of(
    draft: Draft,
    subject: str,
    context: Context,
    *,
    because: str,
    backing: Sequence[Testimony] = (),
    numbered: tuple[int, str] | None = None,
    celebrated: Sequence[tuple[int, int]] = (),
) -> Conflict | None:
    """Give a draft its date; a dispute about it becomes a conflict. `backing`: others that tell the same day."""
    choice, found = disputed_value(
        draft, "date", "date", subject, dated(draft.voices), same_days, context,
        because=because, backing=dated(backing), numbered=numbered, celebrated=celebrated,
    )  # fmt: skip
    draft.time = when(choice)
    return found


def same_place(one: Value, other: Value) -> bool:
    """Places agree where one's words are among the other's (a city; the city in its state)."""
    left, right = set(words(one.reading)), set(words(other.reading))
    return left <= right or right <= left


def place_of(draft: Draft, subject: str, context: Context, *, because: str) -> Conflict | None:
    """Give a draft its place; a dispute about it becomes a conflict."""
    given = [Value(_place(v), v) for v in draft.voices if v.claim.arg("place") and _place(v)]
    choice, found = disputed_value(draft, "place", "place", subject, given, same_place, context, because=because)
    if choice.reading and all(isinstance(v.claim.arg("place"), str) for v in choice.kept if v.claim.arg("place")):
        draft.args["place"] = choice.reading
    return found


def _place(voice: Testimony) -> str:
    return ", ".join(texts(voice.claim.arg("place")))


def names(voices: Sequence[Testimony], argument: str) -> Mapping[str, tuple[str, ...]]:
    """Written forms of an argument, with the claims that write it so."""
    found: dict[str, list[str]] = {}
    for voice in voices:
        for form in texts(voice.claim.arg(argument)):
            found.setdefault(form, []).append(voice.id)
    return {form: tuple(claims) for form, claims in found.items()}
