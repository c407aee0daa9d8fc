"""Who is named in a document's claims, and what the document says about them: what people are linked by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from secretariat.link.identity import Reference
from secretariat.link.person_names import PersonName, looks_personal, parse_person
from secretariat.link.wording import organ_of
from secretariat.model.claim import Claim
from secretariat.model.document import DocumentId
from secretariat.model.time import FIRST_DAY, LAST_DAY
from secretariat.names import candidates, find_names, fold, is_party, resolve
from secretariat.profiles import load_profiles

# Arguments that may hold a person, by kind; those marked True hold nothing else than somebody who acts.
_FIELDS: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "office": (("person", True),),
    "statement": (("source", True),),
    "event": (("participants", False), ("hosts", False)),
    "instrument": (("parties", False),),
    "body": (("founder", False),),
    "commitment": (("actor", False),),
    "membership": (("party", False),),
}
_OFFICE_WORDS = {
    "head of state": "president",
    "secretary general": "secretary general",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "chairmanship": "chair",
    "presidency": "chair",
    "premier": "prime minister",
    "chancellor": "prime minister",
    "head of government": "prime minister",
    "chairman of the government": "prime minister",
    "premier of the state council": "prime minister",
    "executive secretary": "secretary general",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "secretary of state": "foreign minister",
}


@dataclass(frozen=True, slots=True)
class Role:
    """An office somebody is said to hold: folded title, the organisations and states it belongs to, when (ISO days)."""

    office: str
    at: frozenset[str]
    first: str = FIRST_DAY
    last: str = LAST_DAY


@dataclass
class Named:
    """Somebody as one document names them: every reference with the same words, and the roles it gives them.

    `type` is "person" for a personal name, "party" for the code of a state or organisation, "voice" for any other
    source ("a spokesman", "experts"), which is never the same across documents unless it names its body. `about`: the
    organisations that the document is about; `publisher`: who published it.
    """

    document: DocumentId
    words: str
    type: str
    name: PersonName
    references: list[Reference] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    about: frozenset[str] = frozenset()
    publisher: str = ""

    @property
    def places(self) -> frozenset[str]:
        """All organisations and states it is tied to."""
        return frozenset(p for role in self.roles for p in role.at)


def named_in(claims: Iterable[Claim]) -> tuple[Named, ...]:
    """Everybody that the claims name, document by document, in order."""
    found: dict[tuple[DocumentId, str], Named] = {}
    for claim in claims:
        for path, words, acts in _arguments(claim):
            _enter(found, claim, path, words, acts)
    for claim in claims:
        _give_roles(found, claim)
    return tuple(found[key] for key in sorted(found))


def _arguments(claim: Claim) -> Iterator[tuple[str, str, bool]]:
    for name, acts in _FIELDS.get(claim.kind, ()):
        value = claim.args.get(name)
        if isinstance(value, tuple):
            yield from ((f"{name}.{n}", w, acts) for n, v in enumerate(value) if (w := _words(v)))
        elif words := _words(value):
            yield name, words, acts
    if claim.attribution:
        yield "attribution.source", claim.attribution.source, True
        yield from ((f"attribution.via.{n}", w, True) for n, w in enumerate(claim.attribution.via))


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _enter(found: dict[tuple[DocumentId, str], Named], claim: Claim, path: str, words: str, acts: bool) -> None:
    type_ = _type(words)
    if type_ == "voice" and not acts:
        return
    name = parse_person(words)
    key = claim.document, " ".join(name.parts + name.initials).casefold() if type_ == "person" else fold(words)
    who = found.setdefault(key, Named(claim.document, words, type_, name))
    who.references.append(Reference(claim.id, path, words, claim.document))
    if len(words) > len(who.words):
        who.words, who.name = words, name


@lru_cache(maxsize=65536)
def _type(words: str) -> str:
    if is_party(words) or resolve(words):
        return "party"
    return "person" if looks_personal(words) and not candidates(words) else "voice"


def _give_roles(found: dict[tuple[DocumentId, str], Named], claim: Claim) -> None:
    person = (
        claim.args.get("person")
        if claim.kind == "office"
        else claim.args.get("source")
        if claim.kind == "statement"
        else None
    )
    if not isinstance(person, str) or _type(person) != "person":
        return
    name = parse_person(person)
    who = found[claim.document, " ".join(name.parts + name.initials).casefold()]
    role = _office_role(claim) if claim.kind == "office" else spoken_role(str(claim.args.get("role") or ""))
    if role is not None and role not in who.roles:
        who.roles.append(role)


def _office_role(claim: Claim) -> Role | None:
    given = [claim.arg(n) for n in ("organisation", "represents", "accredited_to")]
    at = frozenset(place for g in given if isinstance(g, str) for place in _places(g))
    office = office_of(str(claim.arg("office") or ""))
    value = claim.time.value if claim.time else None
    return Role(office, at, value.first, value.last) if value else Role(office, at)


@lru_cache(maxsize=65536)
def spoken_role(words: str) -> Role | None:
    """A role in words ("SCO Secretary-General", "president of the Institute of X"); None where it says nothing."""
    if not words:
        return None
    hits = find_names(words)
    at = {h.id for h in hits if h.id}
    office = words
    for h in reversed(hits):
        office = office[: h.start] + office[h.end :]
    head, _, body = office.partition(" of ")
    if body and not at & {h.id for h in hits if h.type == "state"}:
        at.add(fold(words.partition(" of ")[2]))
    return Role(office_of(head), frozenset(at))


def office_of(words: str) -> str:
    """The title in its plain form: "Secretary-General" is "Secretary General", a premier a prime minister."""
    text = fold(words)
    return _OFFICE_WORDS.get(text, text)


@lru_cache(maxsize=65536)
def _places(words: str) -> tuple[str, ...]:
    """What an office's organisation is known by: its id; for an organ of a profile its own key and the organisation."""
    known = resolve(words)
    organ = "" if known else organ_of(words, load_profiles(), frozenset())
    return (organ, organ.split(":")[0]) if organ else (known or fold(words),)


def by_document(people: Iterable[Named]) -> dict[DocumentId, list[Named]]:
    """People by the document that names them."""
    found: dict[DocumentId, list[Named]] = defaultdict(list)
    for who in people:
        found[who.document].append(who)
    return found
