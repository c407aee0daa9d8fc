"""The questions: one command each, the same filters everywhere, JSON as in claims.md or a table to read."""

from typing import Annotated, Any

import typer

RegisterOption = Annotated[
    str,
    typer.Option("--register", "-r", envvar="SECRETARIAT_REGISTER", help="File, or postgresql://user@host/database."),
]
Organisation = Annotated[str, typer.Argument(help="Profile id or name of the organisation.")]
Optional = Annotated[str, typer.Argument(help="Profile id or name of the organisation; all where left out.")]
On = Annotated[str, typer.Option("--on", help="Only what holds or happens on this day (YYYY-MM-DD).")]
Basis = Annotated[str, typer.Option("--basis", help="Count a status from the act of effect, or from the decision.")]
Party = Annotated[str, typer.Option("--party", help="Only this party (ISO 3166-1 alpha-3 code or id).")]
By = Annotated[str, typer.Option("--by", help="Only this speaker, under any of the person's names.")]
Name = Annotated[str, typer.Option("--name", help="Only what has these words in its name.")]
Type = Annotated[str, typer.Option("--type", help="Only this type, status or step.")]
Published = Annotated[str, typer.Option("--as-published", help="Only documents published by this date.")]
Known = Annotated[str, typer.Option("--as-known", help="As the register knew it at this day or time (UTC).")]
Suppose = Annotated[
    list[str] | None, typer.Option("--suppose", help='A step to play forward: "PARTY step YYYY-MM-DD".')
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

LINES = {
    "offices": ("Show who held which office.", "secretariat offices sco --on 2021-06-24"),
    "meetings": ("Show what met, took place or is announced.", "secretariat meetings sco --type summit"),
    "instruments": ("Show what was signed, adopted or issued.", "secretariat instruments sco --party IRN"),
    "bodies": ("Show institutions, programmes, projects and initiatives.", "secretariat bodies sco --name institute"),
    "networks": ("Show railways, routes and pipelines, and what counts them.", "secretariat networks sco"),
    "commitments": ("Show what was promised and what was delivered.", "secretariat commitments sco --party CHN"),
    "figures": ("Show what was counted.", "secretariat figures sco --name trade"),
    "statements": ("Show who said what.", 'secretariat statements sco --by "Zhang Ming"'),
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for name, (help, example) in LINES.items():
        app.command(name, help=help, epilog=f"Example: {example} --register sco.db")(_lines(name))
    for function, example in (
        (_members, "secretariat members sco --on 2024-12-31 --register sco.db"),
        (_timeline, "secretariat timeline sco --party IRN --register sco.db"),
        (
            _procedure,
            'secretariat procedure sco --party BLR --on 2022-12-01 --suppose "BLR memorandum-signed 2023-07-04"',
        ),
        (_conformance, "secretariat conformance sco --register sco.db"),
        (_formulas, 'secretariat formulas sco --name "Shanghai Spirit" --variants --register sco.db'),
        (_ledger, "secretariat ledger sco --register sco.db"),
        (_conflicts, "secretariat conflicts --register sco.db"),
        (_why, "secretariat why sco-membership-1a2b3c4d5e --register sco.db"),
    ):
        app.command(function.__name__.lstrip("_"), epilog=f"Example: {example}")(function)


def _lines(question: str) -> Any:
    def command(
        organisation: Organisation, register: RegisterOption = "secretariat.db", on: On = "", by: By = "",
        party: Party = "", name: Name = "", type: Type = "", as_published: Published = "", as_known: Known = "",
        as_json: Json = False,
    ) -> None:  # fmt: skip
        _answer(register, question, organisation, as_json, on=on, by=by, party=party, name=name, type=type,
                as_published=as_published, as_known=as_known)  # fmt: skip

    return command


def _answer(register: str, question: str, about: str, as_json: bool, **filters: Any) -> None:
    from secretariat.app.ask import answer
    from secretariat.app.filters import Filters
    from secretariat.app.register import open_for_reading
    from secretariat.cli.tables import show

    with open_for_reading(register) as opened:
        found = answer(opened, question, about or None, Filters(**filters))
        show(question, found, opened, as_json=as_json)


def _members(
    organisation: Organisation, register: RegisterOption = "secretariat.db", on: On = "", basis: Basis = "effect",
    party: Party = "", type: Type = "", as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Show who holds which status on a day."""
    _answer(register, "members", organisation, as_json, on=on, basis=basis, party=party, type=type,
            as_published=as_published, as_known=as_known)  # fmt: skip


def _timeline(
    organisation: Organisation, register: RegisterOption = "secretariat.db", party: Party = "", on: On = "",
    type: Type = "",
    as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Show every change of status in order of time."""
    _answer(register, "timeline", organisation, as_json, party=party, on=on, type=type,
            as_published=as_published, as_known=as_known)  # fmt: skip


def _procedure(
    organisation: Organisation, party: Annotated[str, typer.Option("--party", help="The party (ISO 3166-1 alpha-3).")],
    register: RegisterOption = "secretariat.db", on: On = "",
    suppose: Suppose = None,
    as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Show the stage a party has reached, what comes next and by which article."""
    _answer(register, "procedure", organisation, as_json, party=party, on=on, suppose=tuple(suppose or ()),
            as_published=as_published, as_known=as_known)  # fmt: skip


def _conformance(
    organisation: Organisation, register: RegisterOption = "secretariat.db", party: Party = "", on: On = "",
    as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Replay each party's recorded path against the procedure."""
    _answer(
        register, "conformance", organisation, as_json, party=party, on=on, as_published=as_published, as_known=as_known
    )


def _formulas(
    organisation: Organisation, register: RegisterOption = "secretariat.db", on: On = "", by: By = "",
    party: Party = "", name: Name = "", type: Type = "", as_published: Published = "", as_known: Known = "",
    variants: Annotated[bool, typer.Option("--variants", help="Align the definitions element by element.")] = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Show fixed wordings: who used which, when, and how they differ."""
    _answer(register, "formulas", organisation, as_json, on=on, by=by, party=party, name=name, type=type,
            variants=variants, as_published=as_published, as_known=as_known)  # fmt: skip


def _ledger(
    organisation: Organisation, register: RegisterOption = "secretariat.db", party: Party = "", name: Name = "",
    as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Show each promise with its delivery, or without."""
    _answer(
        register, "ledger", organisation, as_json, party=party, name=name, as_published=as_published, as_known=as_known
    )


def _conflicts(
    organisation: Optional = "", register: RegisterOption = "secretariat.db", type: Type = "", name: Name = "",
    party: Party = "",
    as_published: Published = "", as_known: Known = "", as_json: Json = False,
) -> None:  # fmt: skip
    """Show where the sources disagree, and which reading is preferred."""
    _answer(register, "conflicts", organisation, as_json, type=type, name=name, party=party,
            as_published=as_published, as_known=as_known)  # fmt: skip


def _why(
    line: Annotated[str, typer.Argument(help="Id of a line or conflict, from an answer.")],
    register: RegisterOption = "secretariat.db", as_published: Published = "", as_known: Known = "",
    as_json: Json = False,
) -> None:  # fmt: skip
    """Show the claims for and against a line, the rules, and what it becomes without each document."""
    _answer(register, "why", line, as_json, as_published=as_published, as_known=as_known)
