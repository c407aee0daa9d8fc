"""Fixed wordings: one formula in several translations, and definitions that differ element by element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.model.claim import thaw
from secretariat.model.history import Conflict, Line
from secretariat.reconcile.assemble import Draft, attested, finish, fullest, modal_class
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.fold import content, likeness, words
from secretariat.reconcile.verdicts import conflict, heaviest
from secretariat.reconcile.weigh import Testimony

ALIKE = 0.8
"""Share of elements in common from which two lists are one definition in two translations."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A formula claim: canonical name, elements as written, who used it."""

    voice: Testimony
    name: str
    elements: tuple[str, ...]
    by: str


def canonical_name(name: str, charter: Charter) -> str:
    """The profile's id of a wording whichever translation is used, else its folded words."""
    folded = words(name)
    for formula in charter.profile.formulas if charter.profile else ():
        if folded in [words(w) for w in (formula.name, *formula.words)]:
            return formula.id
    return " ".join(_kept(w) for w in folded if w not in ("with", "of", "for"))


def _kept(word: str) -> str:
    return {"destiny": "future", "common": "shared", "humankind": "mankind", "humanity": "mankind"}.get(
        word, word.rstrip("s")
    )


def same_element(one: str, other: str, charter: Charter) -> bool:
    """True where two elements translate one: the profile says so, or half their words are forms of the same."""
    left, right = _element(one, charter), _element(other, charter)
    if left == right:
        return True
    a, b = content(one), content(other)
    return likeness(a, b) >= 0.5 or (set(a) <= set(b) or set(b) <= set(a))


def _element(text: str, charter: Charter) -> str:
    folded = words(text)
    for formula in charter.profile.formulas if charter.profile else ():
        for element in formula.elements:
            if folded in [words(w) for w in (element, *formula.element_words.get(element, ()))]:
                return element
    return " ".join(content(text))


def aligned(one: Sequence[str], other: Sequence[str], charter: Charter) -> list[tuple[str | None, str | None]]:
    """Two lists of elements side by side: pairs in the order of the first, then what only the second has."""
    left = list(other)
    rows: list[tuple[str | None, str | None]] = []
    for element in one:
        match = next((o for o in left if same_element(element, o, charter)), None)
        if match is not None:
            left.remove(match)
        rows.append((element, match))
    return rows + [(None, o) for o in left]


def agree(one: Sequence[str], other: Sequence[str], charter: Charter) -> bool:
    """True where two lists are one definition: nearly all elements have a partner."""
    rows = aligned(one, other, charter)
    return sum(1 for a, b in rows if a and b) >= ALIKE * max(len(one), len(other))


def wordings(context: Context) -> list[Wording]:
    """The formula claims, prepared."""
    return [
        Wording(
            v, canonical_name(str(v.claim.arg("name") or ""), context.charter),
            tuple(map(str, v.claim.many("elements"))),
            " ".join(words(v.claim.attribution.source)) if v.claim.attribution else "",
        )
        for v in context.kind("formula")
    ]  # fmt: skip


def lines(context: Context) -> tuple[list[Line], list[Conflict]]:
    """Lines of all wordings (name, elements and speaker make one), and where definitions differ."""
    grouped: dict[tuple[str, str, str], list[list[Wording]]] = defaultdict(list)
    for wording in wordings(context):
        sets = grouped[wording.name, wording.by, modal_class(wording.voice)]
        home = next((s for s in sets if _together(s[0], wording, context.charter)), None)
        if home is None:
            sets.append(home := [])
        home.append(wording)
    found = [_line(key, part, context) for key, sets in sorted(grouped.items()) for part in sets]
    return found, _definitions(context)


def _together(one: Wording, other: Wording, charter: Charter) -> bool:
    if bool(one.elements) != bool(other.elements):
        return False
    return not one.elements or agree(one.elements, other.elements, charter)


def _line(key: tuple[str, str, str], part: Sequence[Wording], context: Context) -> Line:
    voices = tuple(w.voice for w in part)
    elements = min((w.elements for w in part), default=())
    draft = Draft("formula", (*key, [" ".join(content(e)) for e in elements]), voices)
    draft.args["name"] = fullest(str(v.claim.arg("name")) for v in voices)
    best = max(part, key=lambda w: (w.voice.weight, w.voice.id))
    if best.elements:
        draft.args["elements"] = best.elements
    draft.time = attested(voices)
    return finish(draft, context)


def definitions(context: Context) -> dict[str, list[list[Wording]]]:
    """For each wording, the definitions that differ, each with the claims that give it."""
    found: dict[str, list[list[Wording]]] = defaultdict(list)
    for wording in wordings(context):
        if wording.elements and wording.voice.claim.modality != "denied":
            sets = found[wording.name]
            home = next((s for s in sets if agree(s[0].elements, wording.elements, context.charter)), None)
            if home is None:
                sets.append(home := [])
            home.append(wording)
    return found


def _definitions(context: Context) -> list[Conflict]:
    found = []
    for name, sets in sorted(definitions(context).items()):
        if len(sets) < 2:
            continue
        order = sorted(sets, key=lambda s: (-context.support([w.voice for w in s]), s[0].elements))
        weights = {n: context.support([w.voice for w in s]) for n, s in enumerate(order)}
        found.append(conflict(
            context, "wording", fullest(str(w.voice.claim.arg("name")) for s in sets for w in s),
            [("; ".join(s[0].elements), [w.voice for w in s]) for s in order], identity=(name,),
            verdict=heaviest(weights), rule="definitions of one wording aligned element by element",
            because=_difference(order, context.charter),
        ))  # fmt: skip
    return found


def _difference(order: Sequence[Sequence[Wording]], charter: Charter) -> str:
    parts = []
    for other in order[1:]:
        rows = aligned(order[0][0].elements, other[0].elements, charter)
        shared = sum(1 for a, b in rows if a and b)
        who = f" (by {other[0].voice.claim.attribution.source})" if other[0].voice.claim.attribution else ""
        parts.append(
            f"a list of {len(other[0].elements)}{who} has {shared} of {len(order[0][0].elements)} elements in common"
        )
    return f"The definitions are not exclusive: {'; '.join(parts)}."


def apparatus(context: Context, name: str) -> list[dict[str, object]]:
    """The variants of a wording, aligned element by element with the best attested definition.

    Args:
        name: any name of the wording.
    Returns:
        One object a definition, by first day told: elements, what is added, dropped, reordered, and its claims.
    """
    sets = definitions(context).get(canonical_name(name, context.charter), [])
    if not sets:
        return []
    base = max(sets, key=lambda s: (context.support([w.voice for w in s]), s[0].elements))
    ordered = sorted(sets, key=lambda s: (min(w.voice.window.last for w in s), s[0].elements))
    return [_variant(base, s, context) for s in ordered]


def _variant(base: Sequence[Wording], part: Sequence[Wording], context: Context) -> dict[str, object]:
    rows = aligned(base[0].elements, part[0].elements, context.charter)
    order = [part[0].elements.index(b) for _, b in rows if b is not None and b in part[0].elements and _ is not None]
    return {
        "elements": list(part[0].elements),
        "base": part is base,
        "kept": [[a, b] for a, b in rows if a and b],
        "dropped": [a for a, b in rows if b is None],
        "added": [b for a, b in rows if a is None],
        "reordered": order != sorted(order),
        "uses": [
            {
                "claim": w.voice.id, "by": w.voice.claim.attribution.source if w.voice.claim.attribution else None,
                "time": w.voice.claim.time.edtf if w.voice.claim.time else None,
                "document": str(w.voice.claim.document),
                "elements": thaw(w.elements),
            }
            for w in part
        ],
    }  # fmt: skip
