"""Claims of office from persons beside titles: one a person and office, repeats as mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from secretariat.frame import Reading
from secretariat.kinds.office.persons import Held, find_held
from secretariat.kinds.office.titles import NATIONAL
from secretariat.model.claim import Claim
from secretariat.model.time import ValidTime
from secretariat.names import resolve


@dataclass(frozen=True, slots=True)
class _Draft:
    person: str
    office: str
    organisation: str
    step: str
    claim: Claim


_CUT = re.compile(r"(?:^|\s)(?:of|for|to|on|at|in|and|&|the)$", re.I)
"""The end of a title whose last words were taken for a name."""


def merged(reading: Reading, others: tuple[Claim, ...]) -> Iterator[Claim]:
    """Persons with titles, each office of a person once; claims of change stand beside them and absorb "
    "a plain holding."""
    drafts: list[_Draft] = []
    for held in find_held(reading):
        draft = _draft(reading, held)
        if _CUT.search(draft.office):
            continue
        same = next((n for n, d in enumerate(drafts) if _same(d, draft)), None)
        if same is None:
            drafts.append(draft)
        else:
            drafts[same] = _joined(drafts[same], draft)
    others = tuple(c if c.args.get("office") else _with_office(c, drafts) for c in others)
    yield from (c for c in others if c.args.get("office"))
    for draft in drafts:
        if not any(_covers(other, draft) for other in others):
            yield draft.claim


def _with_office(claim: Claim, drafts: list[_Draft]) -> Claim:
    """ "Y was appointed in June": the office is the one that the document gives Y, if it gives just one."""
    person = str(claim.args.get("person", ""))
    held = [d for d in drafts if _same_person(d.person, person)]
    if len({d.office for d in held}) != 1:
        return claim
    args = {**claim.args, "person": held[0].person, "office": held[0].office, "organisation": held[0].organisation}
    return replace(claim, args={k: v for k, v in args.items() if v})


def _draft(reading: Reading, held: Held) -> _Draft:
    said = reading.attribution(held.title.head) if held.form == "speaker" else None
    person = said.source if said else reading.people.fullest(*held.person)
    organisation = held.organisation or held.title.organisation or _default(reading, held)
    office = _singular(held.title.words) if held.title.plural else held.title.words
    args: dict[str, Any] = {"person": person, "office": office, "organisation": organisation, "step": held.title.step}
    posted = _accreditation(reading, held, office, organisation)
    if posted.get("accredited_to") == organisation and posted.get("represents"):
        args["organisation"] = posted["represents"]
    args.update(posted)
    time = _term(reading, held)
    if time and held.form == "list" and time.edtf and "/" in time.edtf and not time.edtf.endswith("/.."):
        args["step"] = "held"
    claim = reading.claim(
        "office",
        args,
        (held.first, held.last),
        at=held.title.head,
        rule=f"office.{args['step']}/{held.form}",
        time=time,
    )
    return _Draft(person, office, organisation, args["step"], claim)


def _term(reading: Reading, held: Held) -> ValidTime | None:
    """The term behind a name in a list ("(2005-2006)"), else the time of the sentence where it is dated."""
    times = [t for t in reading.times_in(held.first, held.last) if t.edtf]
    if held.form == "list" and times:
        return ValidTime(times[0].edtf, reading.parsed.document.text[times[0].start : times[0].end])
    return reading.time(held.title.head) if held.title.step == "holds" else None


_PLURAL = (
    ("Secretaries-General", "Secretary-General"),
    ("Secretaries General", "Secretary General"),
    ("Chairmen", "Chairman"),
    ("Secretaries", "Secretary"),
)


def _singular(words: str) -> str:
    for many, one in _PLURAL:
        if many.lower() in words.lower():
            return re.sub(many, one, words, flags=re.I)
    return re.sub(r"^((?:\S+ )*?\w*(?:ent|er|or|ive|or|ir|ad|et|ief|oy|al))s\b", r"\1", words)


def _default(reading: Reading, held: Held) -> str:
    """Whose office it is where the words do not say: the organisation of the text for its own, else the "
    "publisher's state."""
    words = held.title.words.lower()
    if re.search(r"secretary[- ]general", words):
        return reading.anchors.subject
    if any(h in words for h in NATIONAL):
        publisher = resolve(reading.parsed.document.publisher) if reading.parsed.document.publisher else None
        return publisher if publisher and len(publisher) == 3 and publisher.isupper() else ""
    return ""


def _accreditation(reading: Reading, held: Held, office: str, organisation: str) -> dict[str, str]:
    if not re.search(r"(?i)ambassador|representative|envoy|high commissioner", office):
        return {}
    named = reading.mentions_in(held.title.first, held.title.last)
    states = [m for m in named if m.is_state]
    bodies = [m for m in named if not m.is_state]
    out = {}
    if states:
        out["represents"] = states[0].arg
    if len(states) > 1 or states and bodies:
        out["accredited_to"] = (bodies or states[1:])[0].arg
    return out


def _same(a: _Draft, b: _Draft) -> bool:
    if a.step != b.step or not _same_person(a.person, b.person):
        return False
    if a.organisation and b.organisation and a.organisation != b.organisation:
        return False
    return bool(_main(a.office) & _main(b.office))


def _same_person(a: str, b: str) -> bool:
    x, y = ([w for w in re.findall(r"[^\W_]+", name.lower()) if w not in ("jr", "sr", "ii", "iii")] for name in (a, b))
    if not x or not y:
        return x == y
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0]) or set(x) <= set(y) or set(y) <= set(x)


def _main(office: str) -> set[str]:
    words = set(re.findall(r"[^\W_]+", office.lower()))
    return (
        words
        & {
            "president",
            "minister",
            "secretary",
            "general",
            "director",
            "chair",
            "chairman",
            "ambassador",
            "representative",
            "premier",
            "governor",
            "king",
            "advisor",
            "adviser",
            "commissioner",
            "spokesperson",
            "spokesman",
            "envoy",
            "coordinator",
            "leader",
            "head",
            "chancellor",
            "administrator",
        }
        - {"general"}
        or words
    )


def _joined(first: _Draft, again: _Draft) -> _Draft:
    """Keep the fuller one's arguments at the first place; the other place is a mention."""
    fuller = again.claim if len(again.claim.args) > len(first.claim.args) else first.claim
    person = max((first.person, again.person), key=len)
    mentions = tuple(
        m for m in (*first.claim.mentions, again.claim.evidence, *again.claim.mentions) if m != first.claim.evidence
    )
    args = {**fuller.args, "person": person}
    claim = replace(first.claim, args=args, mentions=mentions, time=first.claim.time or None)
    return _Draft(person, args.get("office", ""), args.get("organisation", ""), first.step, claim)


def _covers(change: Claim, draft: _Draft) -> bool:
    """A change whose words contain the plain holding says more ("appointed President X")."""
    inside = change.evidence.start <= draft.claim.evidence.start and draft.claim.evidence.end <= change.evidence.end
    return (
        inside
        and _same_person(str(change.args.get("person", "")), draft.person)
        and bool(_main(str(change.args.get("office", ""))) & _main(draft.office))
    )
