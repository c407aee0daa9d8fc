"""People: one person only with evidence. Wording makes two references comparable, evidence makes them one.

Evidence is an office held in the same organisation or state, at times that one life can hold. A full name alone links
where nothing speaks against it; a family name alone never does without the office. Two of one name with different
affiliations stay two and are left open for a person to settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from secretariat.link.context import Context
from secretariat.link.identity import THRESHOLD, Clusters, Identity, Link
from secretariat.link.person_names import Likeness, compare
from secretariat.link.persons import Named, Role, by_document, named_in
from secretariat.model.claim import Claim
from secretariat.names import find_names, fold

OPEN = 0.5
"""Links below this are not worth a person's look."""
# Beyond this many years a family name with an office may be a successor of the same name.
_LIFE = 15


def link_people(
    claims: Iterable[Claim], context: Context, decided: Iterable[Link] = ()
) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
    """Identities of people, of chairing states and of unnamed sources, and the links left open.

    Args:
        claims: of any documents, in any order.
        context: which organisations each document is about.
        decided: what a person settled: links of score 1, or with `same` false.
    """
    everybody = named_in(sorted(claims, key=lambda c: (c.document, c.evidence.start, c.key)))
    for who in everybody:
        who.about = context.about.get(who.document, frozenset())
        who.publisher = context.publishers.get(who.document, "")
    identities: list[Identity] = []
    left: list[Link] = []
    for type_ in ("person", "party", "voice"):
        some = [who for who in everybody if who.type == type_]
        references = tuple(sorted(r for who in some for r in who.references))
        known = set(references)
        links = [*_within(some), *_across(some, type_), *(k for k in decided if k.first in known and k.second in known)]
        made, rest = Clusters(type_, references).join(links)
        identities += made
        left += rest
    return tuple(identities), tuple(sorted(left))


def _within(people: Iterable[Named]) -> Iterator[Link]:
    """The same words in one document, and names of which one is part of exactly one other there."""
    for who in people:
        first, *others = who.references
        yield from (Link(first, other, 1.0, "same words in one document") for other in others)
    for together in by_document(people).values():
        yield from _parts(together)


def _parts(together: list[Named]) -> Iterator[Link]:
    near: dict[int, list[Named]] = defaultdict(list)
    for a, b in _pairs(together):
        near[id(a)].append(b)
        near[id(b)].append(a)
    for who in together:
        longer = [o for o in near[id(who)] if len(o.name.parts) >= len(who.name.parts) and not _contradict(who, o)]
        fitting = [(o, k) for o in longer if (k := compare(who.name, o.name)).kind in ("equal", "part")]
        alone = len(fitting) == 1
        for other, like in fitting:
            score = (0.95 if who.type == "person" else 0.85) if alone else OPEN
            reason = f"{like.reason}, in one document" + ("" if alone else ", which names several that it fits")
            yield Link(who.references[0], other.references[0], score, reason)


def _across(people: list[Named], type_: str) -> Iterator[Link]:
    if type_ != "person":
        named = [who for who in people if type_ == "party" or any(h.id for h in find_names(who.words))]
        yield from _alike(named, lambda who: fold(who.words))[1]
        return
    everybody = people
    people, links = _alike(everybody, _evidence)
    yield from links
    scored = [(a, b, *_weigh(a, b)) for a, b in _pairs(people) if a.document != b.document]
    rivals = _rivals(scored)
    for a, b, score, reason in scored:
        if score >= OPEN:
            doubt = (a.document, a.words) in rivals or (b.document, b.words) in rivals
            yield Link(a.references[0], b.references[0], min(score, 0.7) if doubt else score, reason)
    yield from _apart(everybody)


def _alike(people: list[Named], key: Callable[[Named], Hashable]) -> tuple[list[Named], list[Link]]:
    """One of each that name and evidence make the same, and the links to it; keeps the work below quadratic."""
    first: dict[Hashable, Named] = {}
    alone: list[Named] = []
    links: list[Link] = []
    for who in people:
        home = first.setdefault(key(who), who)
        if home is who:
            alone.append(who)
            continue
        score, reason = (1.0, f'both are "{who.words}"') if who.type != "person" else _weigh(home, who)
        if score >= THRESHOLD and home.document != who.document:
            links.append(Link(home.references[0], who.references[0], score, reason))
        else:
            alone.append(who)
    return alone, links


def _evidence(who: Named) -> Hashable:
    return who.name.skeletons, who.name.initials, frozenset(who.roles), who.about, who.publisher


def _pairs(people: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs whose names share the beginning of a part."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for who in people:
        for key in _keys(who):
            blocks[key].append(who)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if (id(a), id(b)) not in seen:
                    seen.add((id(a), id(b)))
                    yield a, b


def _keys(who: Named) -> set[str]:
    consonants = {"".join(c for c in s if c not in "aeiou")[:4] or s for s in who.name.skeletons}
    return consonants | {who.name.joined[:5]}


def _weigh(a: Named, b: Named) -> tuple[float, str]:
    """Score and reason of two references of different documents being one person."""
    like = compare(a.name, b.name)
    if like.kind == "none":
        return 0.0, like.reason
    office = _same_office(a, b)
    if office:
        score = {"equal": 0.97, "part": 0.95, "near": 0.82}[like.kind]
        if min(len(a.name.parts), len(b.name.parts)) == 1:
            score = {"equal": 0.9, "part": 0.88, "near": 0.81}[like.kind] - (0.3 if _too_far(a, b) else 0.0)
        return score, f"{like.reason}, and both are {office}"
    shared = sorted(a.places & b.places)
    full = a.name.full and b.name.full
    if shared:
        return _affiliated(like, full), f"{like.reason}, and both belong to {shared[0]}"
    if a.places and b.places:
        return (0.6 if like.kind == "equal" and full else 0.3), f"{like.reason}, but their affiliations differ"
    if like.kind == "equal" and full:
        return _bare(a, b, like)
    return (OPEN if full else 0.4), f"{like.reason}; nothing else is known"


def _bare(a: Named, b: Named, like: Likeness) -> tuple[float, str]:
    """Equal full names of which at most one comes with an office: what else do the documents share?"""
    common = sorted(a.about & b.about)
    if common:
        return 0.85, f"{like.reason}, in documents about {common[0]}"
    if min(len(n.parts) + len(n.initials) for n in (a.name, b.name)) >= 3:
        return 0.83, f"{like.reason}, of three parts or more"
    if a.publisher and a.publisher == b.publisher:
        return 0.82, f"{like.reason}, in documents of {a.publisher}"
    return 0.7, f"{like.reason}; nothing else is known"


def _affiliated(like: Likeness, full: bool) -> float:
    if not full:
        return 0.6 if like.kind != "near" else 0.4
    return {"equal": 0.93, "part": 0.88, "near": 0.75}[like.kind]


def _same_office(a: Named, b: Named) -> str:
    for x in a.roles:
        for y in b.roles:
            if x.office and x.office == y.office and x.at & y.at:
                return f"{x.office} of {sorted(x.at & y.at)[0]}"
    return ""


def _too_far(a: Named, b: Named) -> bool:
    """True where the roles' years are further apart than one holder of an office lasts."""
    return all(_years_between(x, y) > _LIFE for x in a.roles for y in b.roles)


def _years_between(x: Role, y: Role) -> int:
    gap = max(int(x.first[:4]) - int(y.last[:4]), int(y.first[:4]) - int(x.last[:4]))
    return max(0, gap)


def _contradict(a: Named, b: Named) -> bool:
    """True where one document gives two names roles that have nothing in common."""
    return bool(a.places and b.places and not a.places & b.places)


def _rivals(scored: list[tuple[Named, Named, float, str]]) -> set[tuple[str, str]]:
    """Short names that fit several people who are not each other, nearly equally well."""
    homes: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for a, b, score, _ in scored:
        for short, long in ((a, b), (b, a)):
            if score >= 0.8 and len(short.name.parts) == 1 and len(long.name.parts) > 1:
                homes[short.document, short.words].append(long)
    return {
        key for key, people in homes.items() if any(compare(people[0].name, p.name).kind == "none" for p in people[1:])
    }


def _apart(people: list[Named]) -> Iterator[Link]:
    """Two different names in one document are two people; said of those alone that something might join."""
    for together in by_document(people).values():
        for a, b in _pairs(together):
            if a.name.full and b.name.full and compare(a.name, b.name).kind == "none":
                yield Link(a.references[0], b.references[0], 1.0, "one document names both", same=False)
