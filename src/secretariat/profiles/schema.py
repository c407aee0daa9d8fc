"""What a profile may say about an organisation: strict, frozen, read from TOML. Never a member list.

A profile holds what is known before any document is read: how the organisation is called, which statuses exist and how
they exclude each other, how a status is reached and lost and by which article, its organs, offices, meeting series and
fixed wordings. Who *has* a status is said by claims alone.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from secretariat.model.time import Edtf
from secretariat.profiles.steps import STEPS as STEPS
from secretariat.profiles.steps import StepName

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9+-]*$")]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Names = tuple[Name, ...]


def _edtf(value: str) -> str:
    if value:
        Edtf.parse(value)
    return value


class Part(BaseModel):
    """Base of every table of a profile: unknown keys are mistakes, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Dated(Part):
    """A table that was not always true: EDTF day from which and until which it holds; empty means open."""

    since: str = ""
    until: str = ""

    _dates = field_validator("since", "until")(_edtf)


class Status(Dated):
    """A status a party can have.

    Attributes:
        id: as in claims ("member", "observer", "dialogue-partner", "partner", "candidate", ...).
        label: what a reader is shown.
        words: how texts name holders or the status itself, singular; the plural is formed by rule or in `plurals`.
        group: statuses of one group exclude each other; those of different groups coexist.
        rank: order within the group, higher is closer to membership.
        merged_from: earlier statuses whose holders hold this one from `since` on (step "renamed").
        basis: instrument or article that creates the status.
    """

    id: Id
    label: Name
    words: Names
    plurals: Names = ()
    group: Id = "membership"
    rank: int = 0
    merged_from: tuple[Id, ...] = ()
    basis: str = ""


class Step(Part):
    """One step of a procedure, in the order in which the file lists them.

    Attributes:
        step: step of a claim.
        label: what happens, in words.
        by: who acts: "party", "organisation", "members" (each of them) or "depositary".
        organ: id of the organ that acts for the organisation, where one does.
        article: the rule, as it is cited.
        required: False where a record without it is complete all the same.
        decision, effect: True at the step from which the status counts on the basis of the political decision and on
            that of the act which gives it effect.
        after: steps that must come before; empty means the required step listed before it.
        apart: "session" where the step cannot fall to the same meeting of the deciding organ as the one before it.
        also: steps of claims that tell this one in looser words ("acceded" for a status granted).
        grants: status held from this step on where it is another than the procedure's (NATO: "invitee").
        words: phrases that name the step and nothing else in this organisation.
    """

    step: StepName
    label: Name
    by: Literal["party", "organisation", "members", "depositary"] = "organisation"
    organ: Id | Literal[""] = ""
    article: str = ""
    required: bool = True
    decision: bool = False
    effect: bool = False
    after: tuple[StepName, ...] = ()
    apart: Literal["", "session"] = ""
    also: tuple[StepName, ...] = ()
    grants: Id | Literal[""] = ""
    words: Names = ()


class Procedure(Dated):
    """How a status is reached or lost.

    Attributes:
        id: unique in the profile.
        status: the status reached, or lost.
        purpose: "gain", "suspend", "end" or "reinstate".
        requires: statuses one of which the party must hold before; empty means none is required.
        excludes: why or in which standing a party cannot begin ("under UN sanctions"), as words for a reader.
        notice: ISO 8601 duration between notification and effect ("P1Y"), empty where none is prescribed.
        source: the instrument that lays it down.
        steps: in order.
    """

    id: Id
    status: Id
    purpose: Literal["gain", "suspend", "end", "reinstate"] = "gain"
    requires: tuple[Id, ...] = ()
    excludes: str = ""
    notice: str = ""
    source: str = ""
    steps: tuple[Step, ...]


class Organ(Dated):
    """A body of the organisation: `names` in all forms, `kind` what it is, `seat` its place, `parent` another organ."""

    id: Id
    names: Names
    kind: Literal[
        "summit", "council", "secretariat", "assembly", "court", "commission", "agency", "bank", "network", "other"
    ] = "other"
    words: Names = ()
    seat: str = ""
    parent: Id | Literal[""] = ""
    article: str = ""


class Series(Dated):
    """Meetings that are counted or recur.

    Attributes:
        organ: organ that meets, if one does.
        names: names of the series; words: short forms that mean it in a text about the organisation ("summit").
        type: event type of its meetings.
        first: year of the first meeting; every: ISO 8601 duration between two, empty where irregular.
        offset: the n-th meeting is held in year offset + n where that is constant, else None.
        exceptions: years that break the rule, with the ordinal held then ({"2001": 1}); 0 where none was held.
    """

    id: Id
    names: Names
    words: Names = ()
    type: str = "meeting"
    organ: Id | Literal[""] = ""
    first: str = ""
    every: str = ""
    offset: int | None = None
    exceptions: dict[str, int] = Field(default_factory=dict)

    _first = field_validator("first")(_edtf)


class Office(Dated):
    """An office.

    Attributes:
        holder: "person", or "state" for a chair that rotates among parties.
        single: True where one holder at a time.
        term: ISO 8601 duration of a term, empty where none is laid down; renewable: whether it may be repeated.
        rotates: how a chair passes on ("host of the next summit", "english alphabetical order"), empty for persons.
        runs: when a term begins, as month and day ("01-01") or the event that begins it ("summit").
        article: the rule cited.
    """

    id: Id
    names: Names
    organ: Id | Literal[""] = ""
    holder: Literal["person", "state"] = "person"
    single: bool = True
    term: str = ""
    renewable: bool = True
    rotates: str = ""
    runs: str = ""
    article: str = ""


class Formula(Dated):
    """A fixed wording: `words` its variants and translations, `elements` its parts where it is a list, `element_words`
    other translations of a part; `scope` tells apart wordings that look alike."""

    id: Id
    name: Name
    words: Names = ()
    elements: Names = ()
    element_words: dict[str, Names] = Field(default_factory=dict)
    scope: str = ""


class Instrument(Part):
    """A founding or standing document known by name: its type, EDTF days of signature and entry into force."""

    id: Id
    names: Names
    type: str = "treaty"
    signed: str = ""
    in_force: str = ""
    basis: Literal["", "founding-decision", "founding-effect"] = ""

    _dates = field_validator("signed", "in_force")(_edtf)


class Correction(Part):
    """A form that sources get wrong: where a name is looked for, `wrong` is read as the name `right`; and why."""

    wrong: Name
    right: Name
    why: Name


class Expect(Part):
    """Bounds for what a register should hold about the organisation; `profile check --register` warns outside them."""

    claims_min: int = 0
    claims_max: int | None = None
    parties_max: int | None = None


class Profile(Part):
    """An organisation, as far as it is known before reading anything.

    Attributes:
        id: as in claims. label: the English name shown.
        kind: what sort of party it is.
        names: full names by BCP 47 language; aliases: acronyms and short names that mean it anywhere in English text.
        weak: names that mean it only in a text about it ("the Alliance").
        former: earlier names with the days they were used.
        members_words: how its members are called as a group ("Allies", "member states").
        hosts: internet hosts whose pages speak for the organisation.
        keys: ids elsewhere ("wikidata", "cow-igo").
    """

    id: Id
    label: Name
    kind: Literal["organisation", "union", "group", "alliance", "bank", "forum", "agency", "organ", "consortium"] = (
        "organisation"
    )
    names: dict[str, Names]
    aliases: Names = ()
    weak: Names = ()
    former: tuple[FormerName, ...] = ()
    member_words: Names = ()
    parent: Id | Literal[""] = ""
    seat: str = ""
    hosts: Names = ()
    keys: dict[str, str] = Field(default_factory=dict)
    statuses: tuple[Status, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    organs: tuple[Organ, ...] = ()
    series: tuple[Series, ...] = ()
    offices: tuple[Office, ...] = ()
    formulas: tuple[Formula, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    corrections: tuple[Correction, ...] = ()
    expect: Expect = Expect()

    def __hash__(self) -> int:
        return hash((self.id, self.label, len(self.organs), len(self.formulas)))

    @property
    def all_names(self) -> Names:
        """Every name that means the organisation in any text: all languages, aliases, former names."""
        full = (n for names in self.names.values() for n in names)
        return tuple(dict.fromkeys((self.label, *full, *self.aliases, *(f.name for f in self.former))))

    def status(self, status: str) -> Status | None:
        """The status with this id."""
        return next((s for s in self.statuses if s.id == status), None)

    def procedures_for(self, status: str, on: str = "", purpose: str = "gain") -> tuple[Procedure, ...]:
        """The procedures by which `status` is gained (suspended, ended) on ISO day `on`; of all times if empty."""
        return tuple(p for p in self.procedures if p.status == status and p.purpose == purpose and in_force(p, on))


class FormerName(Dated):
    """A name the organisation once had."""

    name: Name


Profile.model_rebuild()


def in_force(part: Dated, on: str = "") -> bool:
    """True where the table holds on the ISO day `on`; always, if `on` is empty."""
    if not on:
        return True
    first = Edtf.parse(part.since).first if part.since else ""
    last = Edtf.parse(part.until).last if part.until else "9999-12-31"
    return first <= on <= last
