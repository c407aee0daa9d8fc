"""`reconcile` (solve and report) and `audit` (an outside data set against the register)."""

from typing import Annotated

import typer

RegisterOption = Annotated[
    str,
    typer.Option("--register", "-r", envvar="SECRETARIAT_REGISTER", help="File, or postgresql://user@host/database."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("reconcile", epilog="Example: secretariat reconcile --report --register sco.db")(_reconcile)
    app.command(
        "audit",
        epilog="Example: secretariat audit participation.csv --organisation sco --on 2024-12-31 --register sco.db",
    )(_audit)


def _reconcile(
    register: RegisterOption = "secretariat.db",
    report: Annotated[bool, typer.Option("--report", help="Print each finding with conclusion and claims.")] = False,
    solve_limit: Annotated[
        int, typer.Option("--solve-limit", help="Most conflicts the solver may meet in one component; 0: no limit.")
    ] = 0,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Bring all histories up to date with the claims."""
    from secretariat.app.register import open_for_reading
    from secretariat.app.report import reconcile_all
    from secretariat.cli.tables import show_report

    with open_for_reading(register) as opened:
        show_report(reconcile_all(opened, limit=solve_limit, report=report), opened, as_json=as_json)


def _audit(
    file: Annotated[
        str, typer.Argument(help="CSV (state, organisation, status, date), Wikidata P463 JSON or COW-IGO wide CSV.")
    ],
    organisation: Annotated[str, typer.Option("--organisation", help="Profile id or name of the organisation.")],
    register: RegisterOption = "secretariat.db",
    on: Annotated[str, typer.Option("--on", help="The day the data set is to be right for (YYYY-MM-DD).")] = "",
    as_json: Json = False,
) -> None:  # fmt: skip
    """Check an outside data set of members against the register; exit code 1 where a row is not right."""
    from secretariat.app.audit import audit
    from secretariat.app.register import open_for_reading
    from secretariat.cli.tables import show_audit

    with open_for_reading(register) as opened:
        rows = audit(opened, file, organisation, on)
        show_audit(rows, opened, as_json=as_json)
    if any(row["verdict"] not in ("right", "coding-rule", "unknown") for row in rows):
        raise typer.Exit(1)
