"""Instruments: which claims are about one document, and what happened to it when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from secretariat.model.history import Conflict, Line
from secretariat.reconcile.assemble import Draft, date_of, finish, fullest, modal_class
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters, pairs
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import year
from secretariat.reconcile.fold import likeness, texts, words
from secretariat.reconcile.series import title
from secretariat.reconcile.weigh import Testimony

FOUNDING_TITLES = frozenset(
    {"charter", "treaty", "constitution", "statute", "agreement", "memorandum", "protocol", "declaration"}
)
"""Titles that are only a type: they mean one document only with the same parties and day."""


class Paper:
    """An instrument claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice = voice
        self.name = str(claim.arg("title") or "")
        self.title = title(self.name, charter)
        self.bare = not self.title or set(self.title) <= FOUNDING_TITLES
        self.type = str(claim.arg("type") or "")
        self.step = str(claim.arg("step") or "")
        self.parties = frozenset(" ".join(words(t)) for t in texts(claim.arg("parties")))
        self.covers = str(claim.arg("covers") or "")
        self.document = claim.document


def _keys(paper: Paper) -> Iterator[tuple[object, ...]]:
    if not paper.bare:
        yield from (("title", *p) for p in pairs(paper.title))
    if paper.parties:
        yield "parties", paper.type, tuple(sorted(paper.parties))
    if paper.bare:
        yield "bare", paper.type, paper.document, paper.voice.claim.evidence.span


def same(a: Paper, b: Paper) -> bool:
    """True where two claims can be about one document."""
    if a.covers and b.covers and a.covers != b.covers:
        return False
    if _states(a) and _states(b) and not _states(a) & _states(b):
        return False  # two states' memorandums of one kind are two documents
    if _term(a) != _term(b) and _term(a) and _term(b):
        return False  # plans until different years are different plans
    if not a.bare and not b.bare:
        short, long = sorted((a.title, b.title), key=len)
        close = likeness(a.title, b.title) >= 0.8 or (len(short) > 1 and long[: len(short)] == short)
        return close and _near(a, b)
    if a.type != b.type or not a.parties or a.parties != b.parties:
        return False
    return a.step != b.step or a.voice.window.overlaps(b.voice.window)


def _states(paper: Paper) -> frozenset[str]:
    """The single parties among those that sign; groups of states do not tell documents apart."""
    return frozenset(p for p in paper.parties if len(p) == 3)


def _term(paper: Paper) -> tuple[str, ...]:
    """The years that a title names."""
    return tuple(sorted(w for w in paper.title if len(w) == 4 and w.isdigit()))


def _near(a: Paper, b: Paper) -> bool:
    if a.step != b.step or not a.voice.when or not b.voice.when:
        return True
    return abs(year(a.voice.when.first) - year(b.voice.when.first)) <= 1


def lines(context: Context) -> tuple[list[Line], list[Conflict], list[tuple[Paper, ...]]]:
    """Lines of all instruments, the conflicts about their dates, and the groups behind them."""
    groups = clusters([Paper(v, context.charter) for v in context.kind("instrument")], _keys, same)
    found: list[Line] = []
    conflicts: list[Conflict] = []
    for group in groups:
        for (step, modal), papers in sorted(_stepped(group).items()):
            name = fullest(p.name for p in group)
            draft = Draft("instrument", (*_identity(group), step, modal), tuple(p.voice for p in papers))
            if name:
                draft.args["title"] = name
            dispute = date_of(draft, name or group[0].type, context, because=f"A document is {step or 'made'} once.")
            conflicts += [dispute] if dispute else []
            found.append(finish(draft, context))
    return found, conflicts, groups


def _stepped(group: Sequence[Paper]) -> dict[tuple[str, str], list[Paper]]:
    found: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in group:
        found[paper.step, modal_class(paper.voice)].append(paper)
    return found


def _identity(group: Sequence[Paper]) -> tuple[object, ...]:
    titles = min((p.title for p in group if not p.bare), default=())
    if titles:
        covers = min((p.covers for p in group if p.covers), default="")
        return titles, covers, sorted({s for p in group for s in _states(p)})[:3]
    best = min(group, key=lambda p: (p.type, sorted(p.parties), p.voice.claim.key))
    dates = sorted(p.voice.when.text for p in group if p.voice.when)
    return (best.type, best.parties, dates[:1], "" if best.parties and dates else best.voice.claim.key)
