"""Instruments and fixed wordings: one treaty signed and in force, one declaration under short and full title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from secretariat.link.context import Context
from secretariat.link.identity import Clusters, Identity, Link, Reference
from secretariat.link.wording import party_of, signature
from secretariat.model.claim import Claim
from secretariat.profiles import Profile

_WEAK = frozenset(
    "treaty agreement protocol declaration statement charter plan strategy memorandum resolution report".split()
)


@dataclass(frozen=True)
class Paper:
    """An instrument as one claim tells it; `key` is the profile's instrument, `parties` ids or words, `day` EDTF."""

    reference: Reference
    type: str
    key: str
    sign: tuple[str, ...]
    parties: frozenset[str]
    step: str
    day: str
    about: frozenset[str]


def link_instruments(
    claims: Iterable[Claim], context: Context, decided: Iterable[Link] = ()
) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
    """Identities of instruments (field "title" of each claim) and the links left open."""
    some = sorted((c for c in claims if c.kind == "instrument"), key=lambda c: (c.document, c.evidence.start, c.key))
    papers = [_paper(c, context) for c in some]
    references = tuple(sorted(p.reference for p in papers))
    known = set(references)
    return Clusters("instrument", references).join(
        [*_links(papers), *(k for k in decided if k.first in known and k.second in known)]
    )


def _paper(claim: Claim, context: Context) -> Paper:
    title = str(claim.arg("title") or "")
    parties = frozenset(party_of(str(p)) or str(p) for p in claim.many("parties"))
    words = title or " ".join(w for w in (str(claim.arg("type") or ""), *sorted(parties)) if w)
    about = context.about.get(claim.document, frozenset())
    key = _known(title, context.profiles, about) if title else _by_day(claim, context, about)
    return Paper(
        Reference(claim.id, "title", words, claim.document),
        str(claim.arg("type") or ""), key, signature(title), parties,
        str(claim.arg("step") or ""), claim.time.edtf or "" if claim.time else "", about,
    )  # fmt: skip


def _by_day(claim: Claim, context: Context, about: frozenset[str]) -> str:
    """An untitled instrument that has the type and the day of signature or entry into force of one in the profile."""
    day = claim.time.edtf if claim.time else None
    fitting = [
        f"{p.id}:{i.id}"
        for p in context.profiles
        if p.id in about
        for i in p.instruments
        if day
        and i.type == claim.arg("type")
        and day == {"signed": i.signed, "in-force": i.in_force}.get(str(claim.arg("step")))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _known(title: str, profiles: tuple[Profile, ...], about: frozenset[str]) -> str:
    fitting = _instruments(profiles).get(tuple(sorted(signature(title))), ())
    near = [k for k in fitting if k.split(":")[0] in about]
    return near[0] if len(near) == 1 else fitting[0] if len(fitting) == 1 and len(signature(title)) > 1 else ""


@cache
def _instruments(profiles: tuple[Profile, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for p in profiles:
        for instrument in p.instruments:
            for name in instrument.names:
                key = tuple(sorted(signature(name)))
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), f"{p.id}:{instrument.id}")))
    return found


def _links(papers: list[Paper]) -> Iterator[Link]:
    blocks: dict[tuple[str, ...], list[Paper]] = defaultdict(list)
    for p in papers:
        keys: set[tuple[str, ...]] = set()
        if p.key or p.sign:
            keys.add(("key", p.key) if p.key else ("title", *sorted(p.sign)))
        if p.type and p.parties:
            keys.add(("parties", p.type, *sorted(p.parties)))
        for key in keys:
            blocks[key].append(p)
    for key, block in blocks.items():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                score, reason = _weigh(key[0], a, b)
                if score >= 0.5:
                    yield Link(a.reference, b.reference, score, reason)


def _weigh(block: str, a: Paper, b: Paper) -> tuple[float, str]:
    if block == "key":
        return 1.0, f"both are {a.key} of the profile"
    if block == "parties":
        return _same_parties(a, b)
    reason = f'"{a.reference.words}" and "{b.reference.words}" are one title'
    if a.step == b.step and a.day and b.day and a.day[:4] != b.day[:4]:
        return 0.5, f"{reason}, but {a.step} in different years"
    plain = len(a.sign) < 2 or set(a.sign) <= _WEAK
    if plain and a.reference.document != b.reference.document:
        return (0.6 if a.about & b.about else 0.4), f"{reason}, which many have"
    return 0.93, reason


def _same_parties(a: Paper, b: Paper) -> tuple[float, str]:
    """Papers of one type between the same parties: one where both are of one day, or one document tells both."""
    if a.sign and b.sign and sorted(a.sign) != sorted(b.sign):
        return 0.0, ""
    reason = f"both are a {a.type} of {', '.join(sorted(a.parties))}"
    if a.step == b.step and a.day and a.day == b.day:
        return 0.88, f"{reason}, {a.step} on {a.day}"
    if a.reference.document == b.reference.document and a.step != b.step:
        return 0.82, f"{reason}, in one document"
    return (0.6, reason) if a.step != b.step else (0.0, "")


def link_formulas(
    claims: Iterable[Claim], context: Context, decided: Iterable[Link] = ()
) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
    """Identities of fixed wordings (field "name"): translations of one wording are one, other scopes are others."""
    some = sorted(
        (c for c in claims if c.kind == "formula" and c.arg("name")),
        key=lambda c: (c.document, c.evidence.start, c.key),
    )
    groups: dict[str, list[Reference]] = defaultdict(list)
    for claim in some:
        words = str(claim.arg("name"))
        groups[formula_key(words, context.profiles)].append(Reference(claim.id, "name", words, claim.document))
    references = tuple(sorted(r for group in groups.values() for r in group))
    known = set(references)
    links = [
        Link(group[0], other, 0.95, f"wordings of {key}")
        for key, group in sorted(groups.items())
        for other in group[1:]
    ]
    return Clusters("formula", references).join(
        [*links, *(k for k in decided if k.first in known and k.second in known)]
    )


def formula_key(words: str, profiles: tuple[Profile, ...]) -> str:
    """What a wording is known by: the id of a profile's formula, else its content words."""
    sign = " ".join(sorted(signature(words)))
    return _formulas(profiles).get(sign, sign)


@cache
def _formulas(profiles: tuple[Profile, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for p in profiles:
        for formula in p.formulas:
            for words in (formula.name, *formula.words):
                found.setdefault(" ".join(sorted(signature(words))), formula.id)
    return found
