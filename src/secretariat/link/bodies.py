"""Bodies: institutions, programmes, projects, banks, routes, under all the names that documents give them.

Evidence, strongest first: an organ or party of a profile; a name with the same content words (house styles, "for" and
"of", area and zone folded); an acronym that a text defines or that spells the name; inside one document a shorter form
that fits one body alone. A place keeps two bodies of a plain name apart ("Luban Workshop" in two cities) unless one
place contains the other; with a distinctive name a different place is a contradiction, not another body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from secretariat.link.context import Context
from secretariat.link.identity import Clusters, Identity, Link, Reference
from secretariat.link.person_names import looks_personal
from secretariat.link.wording import organ_of, party_of, proper, same_text, signature, spelled_by
from secretariat.model.claim import Claim
from secretariat.model.document import DocumentId
from secretariat.names import contains, find_names, locate

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "body": ("name", "parent", "predecessor"),
    "office": ("organisation", "organ"),
    "membership": ("organisation", "party"),
    "event": ("organisers", "series"),
    "commitment": ("actor", "beneficiary"),
    "figure": ("subject",),
    "instrument": ("parties",),
}


# Words that make another body of a name, where their absence is no shortening.
_TELLING = frozenset(
    "deputy vice assistant acting former new old joint national international regional global north south east west "
    "northern southern eastern western central upper lower junior senior second third 2 3 4 5".split()
)
_ADDITIONS = frozenset({"channel", "number", "no", "headquarters", "group"})
_OCCASIONS = frozenset({"summit", "meeting", "session", "symposium", "ceremony", "visit"})


@dataclass
class Body:
    """A body as one document names it: its signature, what it is tied to, and every reference in that form."""

    words: str
    document: DocumentId
    sign: tuple[str, ...]
    key: str
    references: list[Reference] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    ties: set[str] = field(default_factory=set)

    @property
    def distinctive(self) -> bool:
        """True where the name alone tells it from others: three words, two with a party, a long acronym."""
        if self.words.isupper() and self.words.isalpha() and len(self.words) >= 4:
            return True
        return len(self.sign) >= 3 or (len(self.sign) == 2 and any(t.startswith("@") for t in self.sign))


def link_bodies(
    claims: Iterable[Claim], context: Context, decided: Iterable[Link] = ()
) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
    """Identities of bodies and the links left open."""
    claims = tuple(claims)
    bodies = _bodies(claims, context)
    references = tuple(sorted(r for b in bodies for r in b.references))
    known = set(references)
    links = [
        *_same_words(bodies),
        *_links(bodies, context),
        *_same_admission(claims, bodies),
        *(k for k in decided if k.first in known and k.second in known),
    ]
    return Clusters("body", references).join(links)


def _bodies(claims: Iterable[Claim], context: Context) -> list[Body]:
    found: dict[tuple[DocumentId, str], Body] = {}
    for claim in sorted(claims, key=lambda c: (c.document, c.evidence.start, c.key)):
        for path, words in _names(claim):
            about = context.about.get(claim.document, frozenset())
            key = (organ_of(words, context.profiles, about) if proper(words) else "") or party_of(words)
            body = found.setdefault((claim.document, words), Body(words, claim.document, signature(words), key))
            body.references.append(Reference(claim.id, path, words, claim.document))
            if path == "name":
                body.places |= {v for v in claim.many("place") if isinstance(v, str)}
                body.ties |= {str(v) for n in ("founder", "parent") for v in claim.many(n)}
    return [found[k] for k in sorted(found)]


def _names(claim: Claim) -> Iterator[tuple[str, str]]:
    for name in _FIELDS.get(claim.kind, ()):
        value = claim.args.get(name)
        several = isinstance(value, tuple)
        for n, each in enumerate(value if isinstance(value, tuple) else (value,)):
            words = _words(each)
            if words and _is_body(words, named=claim.kind == "body" and name == "name"):
                yield (f"{name}.{n}" if several else name), words
    if claim.kind == "event":
        yield from _venue(claim)


def _venue(claim: Claim) -> Iterator[tuple[str, str]]:
    """The body in which an event takes place: the first part of "Luban Workshop, Dushanbe, Tajikistan"."""
    for place in claim.many("place"):
        first, comma, _ = place.partition(",") if isinstance(place, str) else ("", "", "")
        if comma and proper(first) and not locate(first).exact:
            yield "place", first


def _words(value: Any) -> str:
    return value if isinstance(value, str) else str(value.get("name") or "") if isinstance(value, Mapping) else ""


def _is_body(words: str, *, named: bool) -> bool:
    key = party_of(words)
    if (len(key) == 3 and key.isupper()) or words.split()[-1].casefold() in _OCCASIONS:
        return False
    return named or bool(key) or (proper(words) and not (looks_personal(words) and not words.isupper()))


def _same_words(bodies: Iterable[Body]) -> Iterator[Link]:
    for body in bodies:
        first, *others = body.references
        yield from (Link(first, other, 1.0, "same words in one document") for other in others)


def _same_admission(claims: Iterable[Claim], bodies: list[Body]) -> Iterator[Link]:
    """One admission told twice in a document: same body, status, day and country, once as an act, once as a state."""
    home = {(r.claim, r.field): b.references[0] for b in bodies for r in b.references}
    told: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "membership" and claim.time and claim.time.value and (claim.id, "party") in home:
            states = {h.id for h in find_names(claim.evidence.text) if h.type == "state" and h.form == "name"}
            if len(states) == 1:
                about = (str(claim.arg("organisation")), str(claim.arg("status")), claim.time.value.first)
                told[(claim.document, *about, *states)].append(claim)
    for group in told.values():
        if (
            len(group) == 2
            and group[0].arg("step") != group[1].arg("step")
            and "holds" in {c.arg("step") for c in group}
        ):
            one, two = (home[c.id, "party"] for c in group)
            yield Link(one, two, 0.82, "one country, one day, one status: one admission told twice")


def _links(bodies: list[Body], context: Context) -> Iterator[Link]:
    yield from _alike(bodies, context)
    for a, b in _pairs(bodies, context):
        score, reason = _weigh(a, b, context)
        if score >= 0.5:
            yield Link(a.references[0], b.references[0], score, reason)
        elif reason.startswith("different"):
            yield Link(a.references[0], b.references[0], 1.0, reason, same=False)


def _pairs(bodies: list[Body], context: Context) -> Iterator[tuple[Body, Body]]:
    """Pairs worth comparing: the same content words, an acronym and a name, one document and a shared last word."""
    blocks: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if body.sign:
            blocks[f"in {body.document} {body.sign[-1]}"].append(body)
    for body in _one_of_each(bodies):
        if not body.key:
            blocks["words " + " ".join(sorted(body.sign))].append(body)
            blocks[f"letter {_initial(body)}"].append(body)
    seen: set[tuple[int, int]] = set()
    for name, block in blocks.items():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if (id(a), id(b)) not in seen and (not name.startswith("letter") or _short(a) != _short(b)):
                    seen.add((id(a), id(b)))
                    yield a, b


def _one_of_each(bodies: list[Body]) -> list[Body]:
    """One body for each name and what it is tied to; the others are linked to it by `_alike`."""
    return list({_evidence(b): b for b in reversed(bodies)}.values())


def _evidence(body: Body) -> tuple[object, ...]:
    if body.key:
        return ("key", body.key)
    # A description ("special facility") is nobody's name: it stays with its document.
    home = "" if proper(body.words) and body.distinctive else body.document
    return body.words, frozenset(body.places), frozenset(body.ties), home


def _alike(bodies: list[Body], context: Context) -> Iterator[Link]:
    """Links of bodies that profile or name and ties make the same, each to the first of them."""
    first: dict[tuple[object, ...], Body] = {}
    for body in bodies:
        home = first.setdefault(_evidence(body), body)
        if home is not body:
            score, reason = _weigh(home, body, context)
            yield Link(home.references[0], body.references[0], score, reason)


def _initial(body: Body) -> str:
    return next((c for c in body.words if c.isupper()), "")


def _short(body: Body) -> bool:
    return bool(_acronym_of(body))


def _acronym_of(body: Body) -> str:
    """The acronym a name is or begins with: "CETV", "CETV Channel 1"; empty where it is spelled out."""
    first, *others = body.words.split() or [""]
    loud = sum(c.isupper() for c in first) >= 2 and first.upper() == first.replace("s", "S")
    return first if loud and all(w.casefold() in _ADDITIONS or w.isdigit() for w in others) else ""


def _weigh(a: Body, b: Body, context: Context) -> tuple[float, str]:
    if a.key and b.key:
        same = a.key == b.key
        return (1.0 if same else 0.0), f"both are {a.key} of the profile" if same else f"different: {a.key} and {b.key}"
    if sorted(a.sign) == sorted(b.sign):
        return _same_sign(a, b)
    short, long = (a, b) if _short(a) else (b, a)
    if _short(short) and not _short(long):
        return _acronym(short, long, context)
    if a.document == b.document:
        return _shorter(a, b)
    return 0.0, ""


def _same_sign(a: Body, b: Body) -> tuple[float, str]:
    reason = "the names are equal" if a.words == b.words else f'"{a.words}" and "{b.words}" have the same content words'
    apart = [(x, y) for x in a.places for y in b.places if not (contains(x, y) or contains(y, x))]
    if a.places and b.places and len(apart) == len(a.places) * len(b.places):
        x, y = apart[0]
        if not a.distinctive:
            return 0.0, f"different places: {x} and {y}"
        return 0.85, f"{reason}; their places are in dispute ({x}, {y})"
    if proper(a.words) and proper(b.words) and (a.distinctive or a.document == b.document or a.places):
        return 0.95, reason
    if (proper(a.words) or proper(b.words)) and (len(a.sign) >= 4 or (a.distinctive and same_text(a.words, b.words))):
        return 0.85, reason
    shared = a.ties & b.ties
    if a.document == b.document or shared:
        return 0.85, reason + (f", and both belong to {sorted(shared)[0]}" if shared else ", in one document")
    return 0.6, f"{reason}, but they describe more than they name"


def _acronym(short: Body, long: Body, context: Context) -> tuple[float, str]:
    acronym = _acronym_of(short)
    if acronym in long.words.split():
        return 0.0, ""
    for document in (short.document, long.document):
        defined = context.acronyms.get(document, {}).get(acronym)
        if defined and sorted(signature(defined)) == sorted(long.sign):
            return 0.95, f'a text defines "{acronym}" as "{defined}"'
    fits = spelled_by(acronym, long.words)
    if fits == "all":
        return (0.9 if short.document == long.document else 0.75), f'"{acronym}" spells "{long.words}"'
    return (
        (0.6, f'"{acronym}" spells part of "{long.words}"') if fits and short.document == long.document else (0.0, "")
    )


def _shorter(a: Body, b: Body) -> tuple[float, str]:
    """Inside one document a name whose words all stand in a longer one, and end alike, is its short form."""
    less, more = (a, b) if len(a.sign) < len(b.sign) else (b, a)
    if a.key or b.key or not set(less.sign) < set(more.sign) or less.sign[-1] != more.sign[-1]:
        return 0.0, ""
    if (set(more.sign) - set(less.sign)) & _TELLING:
        return 0.0, ""
    dropped = len(more.sign) - len(less.sign)
    score = 0.82 if len(less.sign) >= 3 and dropped <= 2 and len(less.sign) > dropped else 0.6
    return score, f'"{less.words}" shortens "{more.words}" in one document'
