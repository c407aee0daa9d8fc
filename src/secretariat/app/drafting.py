"""A first draft of a profile: what documents show of an organisation's names, statuses, organs, offices and meetings.

Only forms that documents use are drafted, each with the words it came from; which of them are right, what excludes what
and which article rules is for the person who finishes it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from secretariat.model.document import Document
from secretariat.names import defined_acronyms, fold, locate

_STATUSES = (
    ("member", 3, r"(?:full[ -]|founding )?member(?: state| country| nation)?s?"),
    ("associate-member", 2, r"associate members?|associated (?:state|member)s?"),
    ("observer", 2, r"observers?(?: state| country)?s?"),
    ("candidate", 2, r"candidates?(?: country| state)?s?|candidate countries"),
    ("dialogue-partner", 1, r"dialogue partners?"),
    ("partner", 1, r"(?<!dialogue )partner(?: state| country)?s?|partner countries"),
    ("contracting-party", 3, r"contracting part(?:y|ies)"),
    ("cooperating-party", 1, r"co-?operating (?:non-contracting )?part(?:y|ies)"),
    ("signatory", 2, r"signator(?:y|ies)"),
)
_WORD = r"[A-Z][\w’'-]+"
_LINK = r"(?:\s+(?:of|on|for|and|the)(?:\s+the)?(?!\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
_BODY = (
    r"Council|Committee|Secretariat|Assembly|Commission|Conference|Parliament|Court|Board|Bureau|Group|Fund|Bank|Agency"
)
_ORGAN = re.compile(rf"\b(?:{_WORD}\s+){{0,4}}(?:{_BODY})\b(?:{_LINK}(?:\s+{_WORD})+)?")
_KINDS = {
    "council": "council", "committee": "council", "board": "council", "secretariat": "secretariat", "court": "court",
    "assembly": "assembly", "parliament": "assembly", "commission": "commission", "agency": "agency", "bank": "bank",
    "fund": "bank",
}  # fmt: skip
_OFFICE = re.compile(
    r"\b(?:Executive Secretary|Secretary[- ]General|Director[- ]General|Executive Director|Managing Director|"
    r"Deputy Secretary[- ]General|High Representative|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|Chair(?:man|woman|person)?|"
    r"President|Speaker)\b"
)
_ROTATES = re.compile(r"\b(?:rotating |term |annual )?(?:chairmanship|presidency|chairship)\b", re.I)
_MEETING = re.compile(
    r"\b(?:(\d{1,3})(?:st|nd|rd|th)\s+)?(?:[A-Z][\w’'-]+\s+){0,3}(Summit|Conference of the Parties|Ministerial Meeting|"
    r"Ministerial Conference|Annual Meeting|Annual Session|General Assembly)\b"
)
_PAPER = re.compile(
    rf"\b(?:(?:Founding|Constitutive|Framework|{_WORD})\s+){{0,3}}(?:Charter|Treaty|Convention|Agreement|Declaration|Protocol|Strategy)\b"
    rf"(?:{_LINK}(?:\s+{_WORD})+)?"
)
_SEAT = re.compile(
    rf"\b(?:headquartered|headquarters(?: (?:is|are))?|based|seat(?: is)?|secretariat(?: is)?)\s+in\s+"
    rf"({_WORD}(?:\s+{_WORD})?)"
)


@dataclass
class Draft:
    """What documents show of an organisation; each list holds a form, and `seen` the words it came from."""

    name: str
    acronym: str = ""
    aliases: list[str] = field(default_factory=list)
    statuses: dict[str, list[str]] = field(default_factory=dict)
    organs: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    chair: str = ""
    series: list[tuple[str, int | None]] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    seat: str = ""
    hosts: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)


def draft(name: str, documents: Iterable[Document]) -> Draft | None:
    """Gather what documents say about an organisation; None where none names it."""
    given = tuple(documents)
    naming = [d for d in given if _named(name, d.text + d.title)]
    if not naming:
        return None
    found = Draft(*_names(name, naming))
    _variants(found, given)
    forms = {found.name, found.acronym, *found.aliases} - {""}
    texts = [d for d in given if any(_named(form, d.text + d.title) for form in forms)]
    near = [(d, s) for d in texts for s in _sentences(d.text)]
    _read_statuses(
        found, [(d, s) for d, s in near if any(_named(f, s) for f in forms) or re.search(_STATUSES[0][2], s)]
    )
    _read_bodies(found, near, forms)
    _read_meetings(found, near)
    for document in texts:
        host = urlsplit(document.url).hostname or ""
        if found.acronym and found.acronym.casefold() in host and host not in found.hosts:
            found.hosts.append(host)
    return found


def _named(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _names(name: str, texts: list[Document]) -> tuple[str, str]:
    """Full name and acronym, where a text defines one by the other."""
    for document in texts:
        for known in defined_acronyms(document.text):
            if name == known.short or fold(name) == fold(known.long):
                return re.sub(r"\s+", " ", known.long), known.short
    return name, name if name.isupper() else ""


def _variants(found: Draft, texts: Iterable[Document]) -> None:
    pairs = (
        ("Organisation", "Organization"),
        ("Organization", "Organisation"),
        ("Centre", "Center"),
        ("Center", "Centre"),
    )
    other = {found.name.replace(a, b) for a, b in pairs} - {found.name}
    found.aliases = sorted(n for n in other if any(n in d.text for d in texts))


def _sentences(text: str) -> Iterator[str]:
    for part in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=[-•*])", text):
        if part.strip():
            yield " ".join(part.split())


def _read_statuses(found: Draft, near: list[tuple[Document, str]]) -> None:
    for id, _, pattern in _STATUSES:
        forms: Counter[str] = Counter()
        for document, sentence in near:
            for m in re.finditer(rf"\b(?:{pattern})\b", sentence, re.I):
                forms[_singular(m.group().casefold())] += 1
                found.seen.setdefault(f"status {id}", f"{document.label}: {sentence[:160]}")
        if forms:
            found.statuses[id] = [form for form, _ in forms.most_common(4)]


def _singular(words: str) -> str:
    return re.sub(r"ies$", "y", words) if words.endswith("ies") else re.sub(r"s$", "", words)


def _read_bodies(found: Draft, near: list[tuple[Document, str]], forms: set[str]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document, sentence in near:
        for what, pattern in (("organ", _ORGAN), ("office", _OFFICE), ("instrument", _PAPER)):
            for m in pattern.finditer(sentence):
                words = re.sub(r"^(?:The|At|In|By|A|An)\s+", "", m.group())
                if " " in words and fold(words) not in map(fold, forms):
                    counts[what][words] += 1
                    found.seen.setdefault(words, f"{document.label}: {sentence[:160]}")
        for m in _SEAT.finditer(sentence):
            if not found.seat and locate(m.group(1)).exact:
                found.seat = m.group(1)
                found.seen["seat"] = f"{document.label}: {sentence[:160]}"
        if not found.chair and (chair := _ROTATES.search(sentence)):
            found.chair = chair.group()
            found.seen["chair"] = f"{document.label}: {sentence[:160]}"
    found.organs = [w for w, _ in counts["organ"].most_common(12)]
    found.offices = [w for w, _ in counts["office"].most_common(6)]
    found.instruments = [w for w, _ in counts["instrument"].most_common(8)]


def _read_meetings(found: Draft, near: list[tuple[Document, str]]) -> None:
    offsets: dict[str, Counter[int]] = defaultdict(Counter)
    for document, sentence in near:
        for m in _MEETING.finditer(sentence):
            offsets.setdefault(m.group(2), Counter())
            found.seen.setdefault(m.group(2), f"{document.label}: {sentence[:160]}")
            years = set(re.findall(r"\b(?:19|20)\d\d\b", sentence))
            year = years.pop() if len(years) == 1 else document.published[:4] if not years else ""
            if m.group(1) and year:
                offsets[m.group(2)][int(year) - int(m.group(1))] += 1
    found.series = [
        (kind, seen.most_common(1)[0][0] if sum(seen.values()) > 1 and len(seen) == 1 else None)
        for kind, seen in offsets.items()
    ]


def write_toml(found: Draft) -> str:
    """The draft as a profile file; comments say where each thing was seen and what a person has to add."""
    label, acronym = found.name, found.acronym
    aliases = [a for a in (acronym, *found.aliases) if a and a != label]
    head = [
        f"# Draft of a profile for {label}: read every line, correct it, then run `secretariat profile check`.",
        f"id = {_quoted(_slug(acronym or label))}",
        f"label = {_quoted(label)}",
        'kind = "organisation"',
        f"aliases = {_list(aliases)}",
        *([f"seat = {_quoted(found.seat)}  # {found.seen['seat']}"] if found.seat else []),
        *([f"hosts = {_list(found.hosts)}"] if found.hosts else []),
        "",
        "[names]",
        f"en = {_list([label])}",
    ]
    return "\n".join([*head, *_tables(found), *_advice(found), ""])


def _tables(found: Draft) -> Iterator[str]:
    ranks = {id: rank for id, rank, _ in _STATUSES}
    for id, words in found.statuses.items():
        yield from _table(
            "statuses", found.seen.get(f"status {id}", ""), id=id, label=words[0], words=words, rank=ranks[id]
        )
    for name in found.organs:
        kind = next((_KINDS[w] for w in reversed(name.casefold().split()) if w in _KINDS), "other")
        yield from _table("organs", found.seen.get(name, ""), id=_slug(name), names=[name], kind=kind)
    for kind, offset in found.series:
        yield from _series(found, kind, offset)
    for name in found.offices:
        yield from _table("offices", found.seen.get(name, ""), id=_slug(name), names=[name])
    if found.chair:
        yield from _table(
            "offices", found.seen["chair"], id="chair", names=["chair", found.chair.lower()], holder="state"
        )
    for name in found.instruments:
        type_ = next(
            t
            for t in ("charter", "treaty", "convention", "agreement", "declaration", "protocol", "strategy")
            if t in name.casefold()
        )
        yield from _table("instruments", found.seen.get(name, ""), id=_slug(name), names=[name], type=type_)


def _series(found: Draft, kind: str, offset: int | None) -> Iterator[str]:
    names = [f"{found.acronym or found.name} {kind}"]
    type_ = "summit" if kind == "Summit" else "meeting"
    counted: dict[str, object] = {"every": "P1Y", "offset": offset} if offset is not None else {}
    seen = found.seen.get(kind, "")
    yield from _table("series", seen, id=_slug(kind), names=names, words=[kind.lower()], type=type_, **counted)


def _table(name: str, seen: str, **values: object) -> Iterator[str]:
    yield ""
    if seen:
        yield f"# {seen}"
    yield f"[[{name}]]"
    yield from (f"{key} = {_value(value)}" for key, value in values.items())


_ADVICE = """
[[procedures]]
id = "accession"
status = "STATUS"
source = "Charter, Article ..."

[[procedures.steps]]
step = "applied"
label = "application"
by = "party"
article = "Charter, Article ..."

[[procedures.steps]]
step = "acceded"
label = "..."
article = "Charter, Article ..."
decision = true
effect = true
"""


def _advice(found: Draft) -> Iterator[str]:
    """What no document can be trusted to give: the order of the steps, their articles, from where a status counts."""
    status = next(iter(found.statuses), "member")
    yield "\n# How a status is reached and lost, with the articles that rule it; take the hash signs away and fill in:"
    yield from (f"# {line}".rstrip() for line in _ADVICE.strip().replace("STATUS", status).splitlines())


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9+]+", "-", fold(words)).strip("-") or "organisation"


def _value(value: object) -> str:
    return _list(value) if isinstance(value, list) else str(value) if isinstance(value, int) else _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(values: list[str]) -> str:
    return "[" + ", ".join(map(_quoted, values)) + "]"
