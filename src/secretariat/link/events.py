"""Events: one meeting under its number, its place name and its date; a named occasion under all spellings of its title.

The profile's numbered series ties the n-th meeting to a year and both to the place where some source dates it. A named
occasion is recognised by its title; where the dates then differ the event is one and the date disputed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from secretariat.link.context import Context
from secretariat.link.identity import Clusters, Identity, Link, Reference
from secretariat.link.wording import ordinal, organ_of, party_of, signature
from secretariat.model.claim import Claim
from secretariat.model.time import Edtf
from secretariat.names import contains, locate
from secretariat.profiles import Profile, Series

_MEETINGS = frozenset({"summit", "meeting", "session", "conference", "council", "leaders-meeting"})
_GENERIC = frozenset(
    "summit meeting session conference council leader member state head government annual regular next last first "
    "speech visit call ceremony forum extraordinary informal 1 2 3 4 5 6 7 8 9".split()
)


@dataclass(frozen=True)
class Occasion:
    """An event as one claim tells it.

    Attributes:
        yearly: whether the series meets once a year, so that the year tells which meeting it is.
        series: key of a counted series ("sco:summit") or of the body that meets, empty where none is known.
        number, year: what the claim or the series says; city: located place; days: ISO bounds of its time.
    """

    reference: Reference
    type: str
    series: str
    number: int | None
    year: int | None
    city: str
    days: Edtf | None
    sign: frozenset[str]
    people: frozenset[str]
    modality: str
    yearly: bool


def link_events(
    claims: Iterable[Claim], context: Context, decided: Iterable[Link] = ()
) -> tuple[tuple[Identity, ...], tuple[Link, ...]]:
    """Identities of events and the links left open; each claim of the kind `event` is one reference, field "event"."""
    told = _occasions(claims, context)
    occasions = _dated_by_place(told)
    references = tuple(sorted(o.reference for o in occasions))
    known = set(references)
    links = [
        *_series_links(occasions),
        *_title_links(occasions),
        *(k for k in decided if k.first in known and k.second in known),
    ]
    return Clusters("event", references).join(links)


def _occasions(claims: Iterable[Claim], context: Context) -> tuple[Occasion, ...]:
    some = sorted((c for c in claims if c.kind == "event"), key=lambda c: (c.document, c.evidence.start, c.key))
    return tuple(_occasion(c, context) for c in some)


def _occasion(claim: Claim, context: Context) -> Occasion:
    type_, name = str(claim.arg("type") or ""), str(claim.arg("name") or "")
    place = next((str(v) for v in claim.many("place") if isinstance(v, str)), "")
    days = claim.time.value if claim.time else None
    key, series = _series_of(claim, type_, name, context)
    number = claim.arg("ordinal") or ordinal(name)
    year = _year(days)
    if series is not None and series.offset is not None:
        number = number or _number_of(series, year)
        year = year or _year_of(series, number)
    found = locate(place) if place else None
    city = found.place.name if found and found.place and found.place.kind in ("city", "capital") else ""
    words = name or " ".join(w for w in (type_, place) if w)
    return Occasion(
        Reference(claim.id, "event", words, claim.document),
        type_, key, number if isinstance(number, int) else None, year, city, days,
        frozenset(signature(name)) - _GENERIC, _people(claim), claim.modality,
        series is not None and series.every == "P1Y",
    )  # fmt: skip


def _year(days: Edtf | None) -> int | None:
    return int(days.first[:4]) if days and days.first[:4] == days.last[:4] else None


def _year_of(series: Series, number: Any) -> int | None:
    by_number = {n: int(year) for year, n in series.exceptions.items()}
    if not isinstance(number, int) or series.offset is None:
        return None
    return by_number.get(number, series.offset + number)


def _number_of(series: Series, year: int | None) -> int | None:
    if year is None or series.offset is None or (series.first and year < int(series.first[:4])):
        return None
    return series.exceptions.get(str(year), year - series.offset) or None


def _series_of(claim: Claim, type_: str, name: str, context: Context) -> tuple[str, Series | None]:
    """Key of what meets, and the counted series of the profile where it is one."""
    said = str(claim.arg("series") or "")
    about = context.about.get(claim.document, frozenset())
    if type_ not in _MEETINGS:
        return "", None
    for words in (said, name):
        organ = organ_of(words, context.profiles, about) if words else ""
        if organ:
            p = context.profile(organ.split(":")[0])
            series = (
                next((s for s in p.series if s.organ == organ.split(":")[1] and s.type in _MEETINGS), None)
                if p
                else None
            )
            return (f"{organ.split(':')[0]}:{series.id}" if series else organ), series
    p = context.profile(party_of(said)) if said else None
    if p is None:
        return ("series " + " ".join(sorted(signature(said))) if said else ""), None
    return _of_profile(p, type_, name)


def _of_profile(p: Profile, type_: str, name: str) -> tuple[str, Series | None]:
    tokens = set(signature(name))
    named = [s for s in p.series for n in s.names if tokens and set(signature(n)) <= tokens]
    series = named[0] if named else next((s for s in p.series if s.type == type_ == "summit"), None)
    return (f"{p.id}:{series.id}", series) if series else (f"{p.id}:{type_}", None)


def _people(claim: Claim) -> frozenset[str]:
    names = (v.get("name") if isinstance(v, Mapping) else v for v in claim.many("participants"))
    return frozenset(str(n) for n in names if n)


def _dated_by_place(occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """Give an undated meeting in a city the year in which alone the sources date a meeting of its series there."""
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    for o in occasions:
        if o.series and o.city and o.year and o.modality != "hoped":
            years[o.series, o.city].add(o.year)

    def year(o: Occasion) -> int | None:
        found = years.get((o.series, o.city), set())
        return o.year or (next(iter(found)) if len(found) == 1 and not o.number else None)

    return tuple(replace(o, year=year(o)) if o.series and o.city else o for o in occasions)


def _series_links(occasions: Iterable[Occasion]) -> Iterator[Link]:
    """Meetings of one series: the same number or year is the same meeting, another number or year another one."""
    by_series: dict[str, list[Occasion]] = defaultdict(list)
    for o in occasions:
        if o.series:
            by_series[o.series].append(o)
    for series, some in by_series.items():
        yield from _numbered(series, some)
        yield from _undated(series, some)


def _numbered(series: str, some: list[Occasion]) -> Iterator[Link]:
    """Links along each number or year of a series, and between the first of each that they are different."""
    groups: dict[tuple[int, int], list[Occasion]] = defaultdict(list)
    for o in some:
        if o.number or o.year:
            groups[o.number or 0, 0 if o.number else o.year or 0].append(o)
    for group in groups.values():
        group.sort(key=lambda o: (o.days.first if o.days else "", o.reference))
        yield from (k for a, b in pairwise(group) for k in _meeting(series, a, b))
    firsts = [group[0] for group in groups.values()]
    yield from (k for n, a in enumerate(firsts) for b in firsts[n + 1 :] for k in _meeting(series, a, b))


def _undated(series: str, some: list[Occasion]) -> Iterator[Link]:
    """In one document two meetings of a series in one city are one, where nothing else dates or counts them."""
    homes: dict[tuple[str, str], Occasion] = {}
    for o in some:
        home = homes.setdefault((o.reference.document, o.city), o) if o.city else o
        if home is not o and not (home.year and o.year and home.year != o.year):
            yield Link(home.reference, o.reference, 0.85, f"one document, one series ({series}), both in {o.city}")


def _meeting(series: str, a: Occasion, b: Occasion) -> Iterator[Link]:
    if a.number and b.number:
        if a.number == b.number:
            yield Link(a.reference, b.reference, 0.97, f"both are number {a.number} of {series}")
        else:
            yield _different(a, b, f"number {a.number} and {b.number} of {series}")
    elif a.year and b.year and a.year != b.year:
        yield _different(a, b, f"{series} of {a.year} and {b.year}")
    elif a.year and a.year == b.year and not _two_cities(a, b):
        sure = _near(a, b) and (a.yearly or _same_days(a, b))
        yield Link(a.reference, b.reference, 0.92 if sure else 0.6, f"both are the meeting of {series} in {a.year}")


def _different(a: Occasion, b: Occasion, what: str) -> Link:
    return Link(a.reference, b.reference, 1.0, f"different meetings: {what}", same=False)


def _same_days(a: Occasion, b: Occasion) -> bool:
    return bool(a.days and b.days and a.days.overlaps(b.days) and max(len(a.days.text), len(b.days.text)) >= 10)


def _two_cities(a: Occasion, b: Occasion) -> bool:
    return bool(a.city and b.city and a.city != b.city)


def _near(a: Occasion, b: Occasion) -> bool:
    """True unless both give days that lie more than a month apart (a series may meet twice a year)."""
    if a.days is None or b.days is None or len(a.days.text) < 10 or len(b.days.text) < 10:
        return True
    return abs(_months(a.days) - _months(b.days)) <= 1


def _months(days: Edtf) -> int:
    return int(days.first[:4]) * 12 + int(days.first[5:7])


def _title_links(occasions: Iterable[Occasion]) -> Iterator[Link]:
    """Named occasions outside series, and unnamed ones of one type, day and people."""
    blocks: dict[tuple[str, ...], list[Occasion]] = defaultdict(list)
    for o in occasions:
        if not o.series:
            blocks[(*sorted(o.sign),) if o.sign else (o.type, o.days.text if o.days else "")].append(o)
    for block in blocks.values():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                score, reason = _titled(a, b) if a.sign else _unnamed(a, b)
                if score >= 0.5:
                    yield Link(a.reference, b.reference, score, reason)


def _titled(a: Occasion, b: Occasion) -> tuple[float, str]:
    reason = f'"{a.reference.words}" and "{b.reference.words}" are one title'
    if a.type != b.type:
        return 0.4, f"{reason}, but of a {a.type} and a {b.type}"
    if a.city and b.city and a.city != b.city and not contains(a.city, b.city):
        return 0.5, f"{reason}, but in {a.city} and {b.city}"
    if a.days and b.days and not a.days.overlaps(b.days):
        within = abs(_months(a.days) - _months(b.days)) <= 12 and len(a.sign) >= 4
        return (0.85, f"{reason}; their dates are in dispute") if within else (0.5, f"{reason}, but at different times")
    if a.modality != b.modality and "hoped" in (a.modality, b.modality):
        return 0.6, f"{reason}, but one of them is only hoped for"
    counted = bool(a.number and a.number == b.number and a.year and a.year == b.year)
    sure = counted or len(a.sign) >= 3 or a.reference.document == b.reference.document or bool(a.days and b.days)
    return (0.9 if sure else 0.7), reason


def _unnamed(a: Occasion, b: Occasion) -> tuple[float, str]:
    if not a.days or not a.type or len(a.days.text) < 10:
        return 0.0, ""
    shared = a.people & b.people
    if shared and not _two_cities(a, b):
        return 0.88, f"a {a.type} on {a.days} with {sorted(shared)[0]}"
    if a.city and a.city == b.city:
        return 0.82, f"a {a.type} in {a.city} on {a.days}"
    return 0.0, ""
