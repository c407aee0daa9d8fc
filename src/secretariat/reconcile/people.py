"""People: who held which office when, and who said what in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from secretariat.model.document import Document, DocumentId
from secretariat.model.history import Conflict, Line
from secretariat.reconcile.assemble import Draft, attested, finish, fullest, modal_class
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.clusters import clusters
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, Window
from secretariat.reconcile.fold import content, likeness, same_person, skeleton, texts, words
from secretariat.reconcile.series import title
from secretariat.reconcile.solve import Fact, solve
from secretariat.reconcile.verdicts import conflict
from secretariat.reconcile.weigh import Testimony

LESSER = frozenset("deputy vice assistant acting first associate sub".split())
"""Words that make another office of it."""

SINGLE = frozenset(
    "president chairman chairperson chairmanship chair presidency premier king queen "
    "chancellor director head rector".split()
)
"""Heads that have one holder at a time; others only where the profile says so."""


class Post:
    """An office claim, prepared for comparison."""

    def __init__(self, voice: Testimony, charter: Charter) -> None:
        claim = voice.claim
        self.voice, self.charter = voice, charter
        self.person = " ".join(texts(claim.arg("person")))
        self.office_name = str(claim.arg("office") or "")
        self.office = office(self.office_name, charter)
        self.where = title(" ".join(texts(claim.arg("organisation"))), charter)
        self.organ = title(" ".join(texts(claim.arg("organ"))), charter)
        self.step = str(claim.arg("step") or "holds")

    @property
    def single(self) -> bool:
        """True where the office has one holder at a time."""
        known = [o for o in (self.charter.profile.offices if self.charter.profile else ()) if o.id == self.office]
        if known:
            return known[0].single and self.charter.organisation in self.where
        return bool(set(content(self.office_name)) & SINGLE) and not set(content(self.office_name)) & LESSER


def office(name: str, charter: Charter) -> str:
    """The profile's id of an office, else its folded words."""
    folded = words(name)
    for known in charter.profile.offices if charter.profile else ():
        if folded in [words(n) for n in known.names]:
            return known.id
    return " ".join(w for w in content(name))


def _keys(post: Post) -> Iterator[tuple[object, ...]]:
    spoken = words(post.person)
    yield from (("person", skeleton(w) or w) for w in spoken)
    yield "joined", "".join(spoken)


def same(a: Post, b: Post) -> bool:
    """True where one person holds one office in both claims."""
    return same_person(a.person, b.person) and same_office(a, b)


def same_office(a: Post, b: Post) -> bool:
    """True where both name one office of one organisation."""
    left, right = set(a.office.split()), set(b.office.split())
    if left & LESSER != right & LESSER:
        return False
    if a.organ and b.organ and likeness(a.organ, b.organ) < 0.5:
        return False
    named = left == right or (bool(left) and bool(right) and (left <= right or right <= left))
    return named and (a.where == b.where or likeness(a.where, b.where) >= 0.6)


def lines(context: Context) -> tuple[list[Line], list[Conflict], list[tuple[Post, ...]]]:
    """Lines of all offices, conflicts of two holders at once, and the groups behind them."""
    posts = [Post(v, context.charter) for v in context.kind("office") if v.claim.arg("person")]
    groups = clusters(posts, _keys, same)
    found = [_line(step, modal, part, group, context) for group in groups for (step, modal), part in _stepped(group)]
    return found, list(_double(groups, context)), groups


def _stepped(group: Sequence[Post]) -> list[tuple[tuple[str, str], list[Post]]]:
    found: dict[tuple[str, str], list[Post]] = defaultdict(list)
    for post in group:
        found[post.step, modal_class(post.voice)].append(post)
    return sorted(found.items())


def _line(step: str, modal: str, part: Sequence[Post], group: Sequence[Post], context: Context) -> Line:
    person = fullest(p.person for p in group)
    first = min(group, key=lambda p: (p.office, p.where))
    who = min(" ".join(words(p.person)) for p in group)
    draft = Draft(
        "office", (who, first.office, first.where, step, modal), tuple(p.voice for p in part), {"person": person}
    )
    draft.time = attested(draft.voices)
    return finish(draft, context)


def certain(group: Sequence[Post]) -> Window | None:
    """Days on which somebody surely held an office: from the first to the last day that sources tell."""
    windows = [
        p.voice.when
        for p in group
        if p.voice.when and p.step in ("holds", "held") and p.voice.claim.modality == "asserted"
    ]
    bounded = [w for w in windows if w.last < LATEST and w.first > 0]
    if not bounded:
        return None
    return Window(min(w.first for w in bounded), max(w.last for w in bounded))


def _double(groups: Sequence[Sequence[Post]], context: Context) -> Iterator[Conflict]:
    """Two people in one office at once, beyond the year in which one follows the other."""
    seats: dict[tuple[str, tuple[str, ...]], list[Sequence[Post]]] = defaultdict(list)
    for group in groups:
        if group[0].single and group[0].step not in ("appointed", "nominated"):
            seats[group[0].office, group[0].where].append(group)
    for (name, where), holders in sorted(seats.items()):
        if len(holders) > 1:
            yield from _clashes(name, where, holders, context)


def _clashes(
    name: str, where: tuple[str, ...], holders: Sequence[Sequence[Post]], context: Context
) -> Iterator[Conflict]:
    facts: list[Fact] = []
    for n, group in enumerate(holders):
        told = certain(group)
        if told and told.width > 2:
            slack = 366 if told.width > 366 else 0  # terms told in years meet within one
            facts.append(
                ("tenure", n, told.first + slack, told.last - slack)
                if told.last - told.first > 2 * slack
                else ("tenure", n, told.first, told.first)
            )
        near = [
            m for m in range(n) if same_person(group[0].person, holders[m][0].person) or _together(group, holders[m])
        ]
        facts += [("alike", a, b) for m in near for a, b in ((n, m), (m, n))]
    for one, other in solve(("terms",), facts).named("clash"):
        sides = [(fullest(p.person for p in g), [p.voice for p in g]) for g in (holders[int(one)], holders[int(other)])]
        sides.sort(key=lambda s: (-context.support(s[1]), s[0]))
        level = context.support(sides[0][1]) == context.support(sides[1][1])
        yield conflict(
            context, "name", fullest(p.office_name for g in holders for p in g), sides,
            identity=(name, where, *sorted(s[0] for s in sides)),
            verdict=None if level else 0, rule="one holder of an office at a time",
            because="An office with one holder has one at a time.",
        )  # fmt: skip


def _together(one: Sequence[Post], other: Sequence[Post]) -> bool:
    """True where some text names both: it keeps them apart itself."""
    return bool({p.voice.claim.document for p in one} & {p.voice.claim.document for p in other})


def statements(context: Context, papers: dict[DocumentId, Document]) -> list[Line]:
    """Lines of all statements: the same words of the same speaker in several documents are one line."""
    grouped: dict[tuple[str, ...], list[Testimony]] = defaultdict(list)
    for voice in context.kind("statement"):
        said = " ".join(words(spoken(voice, papers)))
        source = min(words(str(voice.claim.arg("source") or ""))[-1:], default="")
        outer = voice.claim.attribution.source if voice.claim.attribution else ""
        grouped[(source, said or voice.claim.key, outer)].append(voice)
    found = []
    for key, voices in sorted(grouped.items()):
        draft = Draft("statement", key, tuple(voices))
        draft.time = attested(draft.voices)
        draft.args = {"source": fullest(str(v.claim.arg("source") or "") for v in voices)}
        for name in ("content", "continuation", "cue"):
            value = min(voices, key=lambda v: v.id).claim.args.get(name)
            if value:
                draft.args[name] = value  # ranges are those of the first document; `evidence` names each
        found.append(finish(draft, context))
    return found


def spoken(voice: Testimony, papers: dict[DocumentId, Document]) -> str:
    """The words of a statement's content, else its evidence."""
    paper = papers.get(voice.claim.document)
    ranges = voice.claim.arg("content") or ()
    text = " ".join(paper.text[int(a) : int(b)] for a, b in ranges) if paper else ""
    return text or voice.claim.evidence.text
