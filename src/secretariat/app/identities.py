"""Who and what is meant in a register: identities with their reasons, and people's decisions to merge or split them.

A decision is a judgement like any other: it names document and words of both sides, so that it survives a
re-extraction, and carries author, time and reason. Nothing is overwritten; `undo` takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from secretariat.link import Identities, Identity, Link, Reference, identify
from secretariat.link.person_names import compare, parse_person
from secretariat.model.errors import NotFound, UsageError
from secretariat.model.judgement import Judgement
from secretariat.names import candidates, fold, party
from secretariat.profiles import Profile
from secretariat.store import Register
from secretariat.store.port import View

MARK = "identity "
_Side = tuple[str, str]
"""Document id and folded words: what a decision points to."""


def identities_of(view: View, profiles: Iterable[Profile] = ()) -> Identities:
    """All identities of a view, with the decisions in force in it."""
    claims = tuple(view.claims())
    documents = tuple(view.documents())
    found = identify(claims, documents, profiles)
    decided = tuple(_decided(view, found))
    return identify(claims, documents, profiles, decided=decided) if decided else found


def list_identities(view: View, *, type: str = "", name: str = "", only_open: bool = False) -> dict[str, Any]:
    """Identities as JSON: those of a type, with a word in one of their names; and the links left open.

    Returns:
        {"identities": [{"identity", "type", "name", "names", "references": [...], "reasons"}], "open": [{"first",
        "second", "score", "reason"}]}; references hold claim, field, document label and words.
    """
    found = identities_of(view)
    wanted = fold(name)
    some = [] if only_open else [i for i in found.all if _fits(i, type, wanted)]
    links = [k for k in found.open if wanted in fold(k.first.words) or wanted in fold(k.second.words)]
    return {"identities": [_shown(view, i) for i in some], "open": [_open(view, found, k) for k in links]}


def who(view: View, words: str) -> dict[str, Any]:
    """Everybody and everything that words may mean: parties of the table, and identities of the register.

    Raises:
        NotFound: neither knows the words.
    """
    found = identities_of(view)
    fitting = [i for i in found.all if i.type != "voice" and _means(i, words)]
    parties = [
        {"party": c.id, "name": party(c.id).name, "type": party(c.id).type, "score": c.score, "reason": c.reason}
        for c in candidates(words)
    ]
    if not fitting and not parties:
        raise NotFound(words, "nothing in the register and no party has this name", "Try a part of the name")
    ids = {r.claim for i in fitting for r in i.references}
    links = [k for k in found.open if k.first.claim in ids or k.second.claim in ids]
    return {
        "parties": parties,
        "identities": [_shown(view, i) for i in fitting],
        "open": [_open(view, found, k) for k in links],
    }


def names_meant(view: View, words: str) -> frozenset[str]:
    """Every written form under which the register names the people that words name (for `--by`)."""
    found = (i for i in identities_of(view).of_type("person") if _means(i, words))
    return frozenset(n for i in found for n in i.names)


def merge(register: Register, first: str, second: str, *, author: str, reason: str = "") -> Judgement:
    """Decide that two identities are one.

    Args:
        first, second: ids of identities, their beginnings, or names that fit one identity alone.
    Raises:
        NotFound: no such identity. UsageError: several fit, the two are one already, or of different types.
    """
    found = identities_of(register.view())
    a, b = (_one(found, words) for words in (first, second))
    if a.id == b.id:
        raise UsageError(first, f'"{first}" and "{second}" are one identity already', "Nothing is left to merge")
    if a.type != b.type:
        raise UsageError(first, f"a {a.type} and a {b.type} cannot be one", "Merge identities of one type")
    return register.judge(_judgement(a.type, a.references[0], b.references[0], "same", author, reason))


def split(register: Register, identity: str, away: str, *, author: str, reason: str = "") -> tuple[Judgement, ...]:
    """Decide that some references of an identity mean somebody else.

    Args:
        identity: its id, the beginning of it, or a name.
        away: the label of a document, or words as written, whose references go.
    Returns:
        One judgement for each pair of places that are kept apart.
    Raises:
        NotFound, UsageError: as in `merge`, or nothing or everything would go.
    """
    view = register.view()
    found = _one(identities_of(view), identity)
    going = [r for r in found.references if away in (r.words, view.label(r.document))]
    staying = [r for r in found.references if r not in going]
    if not going or not staying:
        what = "none of its references has" if not going else "all its references have"
        raise UsageError(away, f"{what} this document or wording", "`secretariat identities list` shows them")
    pairs = [(g, s) for g in _places(going) for s in _places(staying)]
    return tuple(register.judge(_judgement(found.type, g, s, "apart", author, reason)) for g, s in pairs)


def _places(references: Iterable[Reference]) -> list[Reference]:
    """One reference for each document and wording."""
    return list({_side(r): r for r in references}.values())


def _side(reference: Reference) -> _Side:
    return reference.document, fold(reference.words)


def _judgement(type_: str, a: Reference, b: Reference, reading: str, author: str, reason: str) -> Judgement:
    sides = sorted((_side(a), _side(b)))
    return Judgement(
        "settle", author, reason, conflict=MARK + json.dumps([type_, *sides], ensure_ascii=False), reading=reading
    )


def _decided(view: View, found: Identities) -> Iterator[Link]:
    """The decisions in force as links between references that exist in this view."""
    places: dict[tuple[str, str, str], Reference] = {}
    for identity in found.all:
        for r in identity.references:
            places.setdefault((identity.type, *_side(r)), r)
    for attached in view.judgements():
        judgement = attached.judgement
        if judgement.verdict == "settle" and judgement.conflict.startswith(MARK):
            type_, *sides = json.loads(judgement.conflict[len(MARK) :])
            ends = [places.get((type_, *side)) for side in sides]
            if ends[0] and ends[1]:
                said = judgement.reason or "no reason given"
                yield Link(ends[0], ends[1], 1.0, f"{judgement.author}: {said}", same=judgement.reading == "same")


def _one(found: Identities, words: str) -> Identity:
    fitting = [i for i in found.all if i.id == words or i.id.partition(":")[2].startswith(words)]
    fitting = (
        fitting
        or [i for i in found.all if fold(words) in map(fold, i.names)]
        or [i for i in found.all if _means(i, words)]
    )
    if not fitting:
        raise NotFound(words, "no identity has this id or name", "`secretariat identities list` shows them")
    if len(fitting) > 1:
        ids = ", ".join(f"{i.id} ({i.name})" for i in fitting[:5])
        raise UsageError(words, f"{len(fitting)} identities fit: {ids}", "Give the id of one")
    return fitting[0]


def _means(identity: Identity, words: str) -> bool:
    if identity.type == "person":
        wanted = parse_person(words)
        return any(compare(wanted, parse_person(n)).kind in ("equal", "part") for n in identity.names)
    return any(fold(words) in fold(n) for n in identity.names)


def _fits(identity: Identity, type_: str, wanted: str) -> bool:
    return (not type_ or identity.type == type_) and any(wanted in fold(n) for n in identity.names)


def _shown(view: View, identity: Identity) -> dict[str, Any]:
    references = [
        {"claim": r.claim, "field": r.field, "document": view.label(r.document), "words": r.words}
        for r in identity.references
    ]
    return {
        "identity": identity.id,
        "type": identity.type,
        "name": identity.name,
        "names": list(identity.names),
        "references": references,
        "reasons": list(identity.reasons),
    }


def _open(view: View, found: Identities, link: Link) -> dict[str, Any]:
    sides = {}
    for side, r in (("first", link.first), ("second", link.second)):
        home = found.of(r.claim, r.field)
        sides[side] = {"identity": home.id if home else "", "words": r.words, "document": view.label(r.document)}
    return {**sides, "score": round(link.score, 2), "reason": link.reason}
