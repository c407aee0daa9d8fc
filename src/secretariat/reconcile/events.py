"""Events: which claims tell one occasion, on which day and where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secretariat.model.history import Conflict, Line
from secretariat.model.time import ValidTime
from secretariat.reconcile.assemble import Draft, date_of, finish, fullest, modal_class, place_of
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters, pairs
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window, number, year
from secretariat.reconcile.fold import likeness, texts, words
from secretariat.reconcile.series import known_series, numbered, ordinal, series_of, title
from secretariat.reconcile.weigh import Testimony

FAMILIES = (
    ("meeting", "summit", "session", "council"),
    ("symposium", "forum", "conference", "seminar", "congress", "roundtable"),
    ("broadcast", "airing"),
    ("premiere", "screening", "debut"),
    ("ceremony", "celebration", "anniversary", "commemoration"),
    ("training", "workshop", "course"),
    ("visit", "trip", "tour"),
    ("exercise", "drill"),
    ("speech", "address"),
    ("cultural-year", "year", "festival", "exhibition"),
)
_KINDS = frozenset(t for family in FAMILIES for t in family) | {"international", "annual"}
NEAR_DAYS = 45
"""Two dates of one named occasion are a dispute up to here; further apart they are two occasions."""


def family(type: str) -> str:
    """The family of event types that sources exchange freely."""
    return next((f[0] for f in FAMILIES if type in f), type or "event")


class Occasion:
    """An event claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice, self.charter = voice, charter
        self.family = family(str(claim.arg("type") or ""))
        self.name = str(claim.arg("name") or "")
        self.title = title(self.name, charter)
        self.series = ""
        if self.family == "meeting":
            type = str(claim.arg("type") or "")
            self.series = series_of(claim.arg("series"), self.name, type, charter, about=voice.source.about)
        self.ordinal = claim.arg("ordinal") or (ordinal(self.name) if self.series else None)
        self.place = frozenset(w for t in texts(claim.arg("place")) for w in words(t))
        self.people = frozenset(w for t in texts(claim.arg("participants")) for w in words(t))
        self.window = _window(voice, self.ordinal, self.series, charter)
        self.years = (year(self.window.first), year(self.window.last))
        self.modal = modal_class(voice)

    @property
    def one_year(self) -> int | None:
        """Its year, where that is known."""
        return self.years[0] if self.years[0] == self.years[1] else None


def _window(voice: Testimony, n: object, series: str, charter: Charter) -> Window:
    if voice.when:
        return voice.when
    fixed = numbered(int(str(n)), series, charter) if n else None
    if fixed:
        return Window(number(f"{fixed[0]}-01-01"), number(f"{fixed[0]}-12-31"), "")
    return voice.window


def _keys(o: Occasion) -> Iterator[tuple[object, ...]]:
    if o.series and o.ordinal:
        yield "ordinal", o.series, o.ordinal
    if o.series and o.one_year:
        yield "year", o.series, o.one_year
    if o.series:
        yield from (("place", o.series, w) for w in o.place)
    if o.title:
        yield from (("title", o.family, *p) for p in pairs(o.title))
    if not o.name:
        yield "bare", o.family, o.window, tuple(sorted(o.place)), tuple(sorted(o.people))


def same(a: Occasion, b: Occasion) -> bool:
    """True where two claims can tell one occasion."""
    if a.family != b.family or a.modal != b.modal:
        return False
    if a.ordinal and b.ordinal and a.series == b.series:
        return a.ordinal == b.ordinal
    if a.series and a.series == b.series:
        return _same_meeting(a, b)
    if a.title and b.title:
        return _titled(a, b) and _near(a, b) and not (a.series and b.series)
    bare = not a.name and not b.name and a.window.dated and a.window == b.window
    return bare and a.place == b.place and (a.people == b.people or bool(a.place))


def _titled(a: Occasion, b: Occasion) -> bool:
    """True where two titles agree, the kind of occasion left out; or one is the other cut short."""
    left, right = (set(o.title) - _KINDS for o in (a, b))
    short, long = sorted((left, right), key=len)
    return likeness(a.title, b.title) >= 0.8 or (len(short) > 2 and short <= long)


def _same_meeting(a: Occasion, b: Occasion) -> bool:
    known = known_series(a.series, a.charter)
    places = bool(a.place & b.place)
    clash = bool(a.place and b.place) and not places
    if known and known.every == "P1Y" and known.type == "summit" and a.one_year and a.one_year == b.one_year:
        return not clash
    if clash or not a.window.overlaps(b.window):
        return places and a.window.dated and b.window.dated and _near(a, b)
    if a.window.dated and b.window.dated and max(a.window.width, b.window.width) <= 366:
        return places or (a.window.width <= 7 and b.window.width <= 7) or bool(a.title and a.title == b.title)
    return places and (not a.window.dated or not b.window.dated)


def _near(a: Occasion, b: Occasion) -> bool:
    if a.window.overlaps(b.window):
        return True
    apart = max(a.window.first, b.window.first) - min(a.window.last, b.window.last)
    return apart <= NEAR_DAYS


def lines(context: Context) -> tuple[list[Line], list[Conflict], list[tuple[Occasion, ...]]]:
    """Lines of all events, the conflicts about their days and places, and the groups behind them."""
    occasions = [Occasion(v, context.charter) for v in context.kind("event")]
    groups = clusters(occasions, _keys, same)
    found, conflicts = [], []
    for group in groups:
        line, disputes = _line(group, context)
        found.append(line)
        conflicts += disputes
    return found, conflicts, groups


def _line(group: Sequence[Occasion], context: Context) -> tuple[Line, list[Conflict]]:
    first = group[0]
    voices = tuple(o.voice for o in group)
    name = fullest(o.name for o in group) or first.family
    number = next((o.ordinal for o in group if o.ordinal), None)
    series = next((o.series for o in group if o.series), "")
    draft = Draft("event", identity(group), voices)
    fixed = numbered(int(str(number)) if number else None, series, context.charter)
    because = "One occasion has one day" + (f"; {fixed[1]}" if fixed else "") + "."
    found = [
        date_of(draft, name, context, because=because, numbered=fixed),
        place_of(draft, name, context, because="One occasion has one place."),
    ]
    if number:
        draft.args["ordinal"] = number
    if draft.time is None and fixed and modal_class(voices[0]) == "told":
        draft.time = _year(fixed[0])
        draft.rules.append(fixed[1])
    if any(o.name for o in group):
        draft.args["name"] = name
    draft.rules.append("one occasion under several names" if len({o.name for o in group if o.name}) > 1 else "as told")
    return finish(draft, context), [c for c in found if c]


def _year(value: int) -> ValidTime:

    return ValidTime(f"{value}~", "")


def identity(group: Sequence[Occasion]) -> tuple[object, ...]:
    """What makes an occasion's id: series and number, else title and year, else its bare features."""
    series = next((o.series for o in group if o.series), "")
    number = next((o.ordinal for o in group if o.ordinal), None)
    years = sorted({o.one_year for o in group if o.one_year and o.window.last < LATEST})
    places = sorted({w for o in group for w in o.place}) if not number else []
    titles = min((o.title for o in group if o.title), default=())
    return (
        group[0].family, group[0].modal, series, number or 0, years[:1], places if series else titles,
        [] if series or titles else [str(group[0].voice.claim.key)],
    )  # fmt: skip
