"""Charter: a profile as reconciliation needs it: order of steps, what begins and ends a status, who is meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from secretariat.profiles import Profile
from secretariat.profiles.schema import Procedure, Step
from secretariat.reconcile.fold import run_in, words

BEGINS = ("founded", "granted", "acceded", "effective", "reinstated", "renamed")
ENDS = ("withdrew", "expelled", "ended")
STANDINGS = {"suspended": "suspended", "frozen": "frozen", "dormant": "dormant"}
TAKES_EFFECT = ("effective", "acceded", "founded", "reinstated", "granted", "renamed")

GENERAL_ORDER = (
    "applied", "invited", "procedure-opened", "agreed", "memorandum-signed", "protocol-signed", "ratified", "deposited",
    "granted", "acceded", "effective",
)  # fmt: skip
"""Order of steps where no profile lays one down: the common sense of treaty practice, never hard between neighbours."""

_RANKS = {"member": 9, "associate-member": 6, "partner": 4, "observer": 5, "dialogue-partner": 4, "guest": 1}


@dataclass(frozen=True, slots=True)
class Rung:
    """One step on the way to a status, with the rule that asks for it."""

    status: str
    step: str
    place: int
    article: str = ""
    required: bool = True
    decision: bool = False
    effect: bool = False
    also: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    organ: str = ""
    label: str = ""
    grants: str = ""


@dataclass(frozen=True)
class Charter:
    """What binds the history of one organisation: built from its profile, or from common sense where it has none."""

    organisation: str
    profile: Profile | None = None
    aliases: tuple[str, ...] = field(default=())

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Folded names that mean the organisation anywhere, longest first."""
        known = self.profile.all_names if self.profile else (self.organisation, *self.aliases)
        return tuple(sorted({w for n in known if (w := words(n))}, key=lambda w: (-len(w), w)))

    @cached_property
    def present_names(self) -> tuple[tuple[str, ...], ...]:
        """Folded names without the former ones: those belong to what came before."""
        former = {words(f.name) for f in self.profile.former} if self.profile else set()
        return tuple(n for n in self.names if n not in former)

    def means(self, text: str) -> bool:
        """True where the text is the organisation's id or one of its present names."""
        return text == self.organisation or words(text) in self.present_names

    def mentions(self, text: str) -> bool:
        """True where the text contains one of its names (an organ, a meeting, a body of it)."""
        return self.means(text) or any(run_in(name, words(text)) for name in self.names)

    def group(self, status: str) -> str:
        """The group whose statuses exclude each other; "" for a status that coexists with all."""
        known = self.profile.status(status) if self.profile else None
        if known:
            return known.group
        return "membership" if status in _RANKS else ""

    def rank(self, status: str) -> int:
        """Closeness to membership within the group; 0 where unknown."""
        known = self.profile.status(status) if self.profile else None
        return known.rank if known else _RANKS.get(status, 0)

    def excludes(self, one: str, other: str) -> bool:
        """True where nobody can hold both at once."""
        return one != other and bool(self.group(one)) and self.group(one) == self.group(other)

    def procedures(self, status: str, on: str = "", purpose: str = "gain") -> tuple[Procedure, ...]:
        """The procedures in force on an ISO day (all where it is empty)."""
        return self.profile.procedures_for(status, on, purpose) if self.profile else ()

    @cached_property
    def ladders(self) -> dict[str, tuple[tuple[Rung, ...], ...]]:
        """For each status, the ways to it: rungs in order."""
        if not self.profile:
            return {}
        gains = [p for p in self.profile.procedures if p.purpose == "gain"]
        return {s.id: tuple(_rungs(p) for p in gains if p.status == s.id) for s in self.profile.statuses}

    def ladder(self, status: str) -> tuple[tuple[Rung, ...], ...]:
        """The ways to a status; the general one where the profile has none."""
        return self.ladders.get(status) or (_general(status),)

    def rungs(self, status: str, step: str) -> tuple[Rung, ...]:
        """The rungs with this step on any way to the status."""
        return tuple(r for way in self.ladder(status) for r in way if r.step == step)

    def named(self, status: str, step: str) -> str:
        """The step as the profile names it: "granted" is "acceded" where a status is granted by accession."""
        rungs = [r for way in self.ladder(status) for r in way]
        if any(r.step == step for r in rungs) or step not in BEGINS:
            return step
        return next((r.step for r in rungs if step in r.also and (r.effect or r.decision)), step)

    def apart(self, way: tuple[Rung, ...], earlier: Rung, later: Rung) -> bool:
        """True where the later step needs another yearly session than the earlier one.

        An organ that sits once a year decides on `later`, and the party must act between the two (ratify, deposit).
        """
        between = [r for r in way if earlier.place < r.place < later.place]
        return later.organ in self.yearly and any(r.step in ("ratified", "deposited") for r in between)

    @cached_property
    def yearly(self) -> frozenset[str]:
        """Organs that sit once a year."""
        series = self.profile.series if self.profile else ()
        return frozenset(s.organ for s in series if s.every == "P1Y" and s.organ)

    def notice(self, status: str) -> tuple[int, str]:
        """Days of notice before a withdrawal takes effect, and the article; (0, "") where none is laid down."""
        for procedure in self.procedures(status, purpose="end"):
            if procedure.notice:
                return _days(procedure.notice), procedure.steps[0].article or procedure.source
        return 0, ""


def _rungs(procedure: Procedure) -> tuple[Rung, ...]:
    return tuple(_rung(procedure.status, n, step) for n, step in enumerate(procedure.steps))


def _rung(status: str, place: int, step: Step) -> Rung:
    return Rung(
        status, step.step, place, step.article, step.required, step.decision, step.effect,
        tuple(step.also), tuple(step.after), step.organ, step.label, step.grants,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _general(status: str) -> tuple[Rung, ...]:
    begins = ("granted", "acceded", "effective")
    return tuple(
        Rung(status, step, n, "", step == "acceded", step in begins, step in begins)
        for n, step in enumerate(GENERAL_ORDER)
    )


def _days(duration: str) -> int:
    units = {"Y": 365, "M": 30, "W": 7, "D": 1}
    total, digits = 0, ""
    for char in duration.lstrip("P"):
        if char.isdigit():
            digits += char
        else:
            total, digits = total + int(digits or 0) * units.get(char, 0), ""
    return total
