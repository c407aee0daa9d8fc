"""Options that several commands share: one spelling, one help, one environment variable each."""

from typing import Annotated

import typer

RegisterOption = Annotated[
    str,
    typer.Option("--register", "-r", envvar="SECRETARIAT_REGISTER", help="File, or postgresql://user@host/database."),
]
AuthorOption = Annotated[str, typer.Option("--author", envvar="SECRETARIAT_AUTHOR", help="Who decides.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the judgement.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
WaitOption = Annotated[float, typer.Option(help="Seconds to wait while another build holds the register.", min=0)]
KnownOption = Annotated[str, typer.Option("--as-known", help="Only what the register held at this day or time (UTC).")]
PublishedOption = Annotated[
    str, typer.Option("--as-published", help="Only documents published by this date, or by this publisher.")
]
