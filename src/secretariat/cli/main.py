"""The `secretariat` command: every module of `cli/commands` adds its commands; this one only gathers and catches.

A command module defines `register(app: typer.Typer) -> None` and imports nothing but the standard library and typer at
its top: stages are imported inside the commands, so that `--help` starts fast.
"""

import os
import sys

import typer

from secretariat import __version__
from secretariat.model.errors import SecretariatError
from secretariat.registry import plugins

app = typer.Typer(
    name="secretariat",
    help="Keeps the record of an international organisation, with its sources.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"secretariat {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Show the version."),
) -> None:
    """Keeps the record of an international organisation, with its sources."""


for _register in plugins("secretariat.cli.commands", "register").values():
    _register(app)


def run() -> None:
    """Run the command line; print what went wrong as one line and leave with its exit code."""
    try:
        app()
    except SecretariatError as problem:
        typer.echo(f"secretariat: {problem}", err=True)
        sys.exit(problem.exit_code)
    except KeyboardInterrupt:
        typer.echo("secretariat: stopped. What was committed is kept; the same command goes on from there.", err=True)
        sys.exit(130)
    except Exception as fault:  # the last door: a user never meets a trace
        if os.environ.get("SECRETARIAT_DEBUG"):
            raise
        what = " ".join(f"{type(fault).__name__}: {fault}".split())[:300]
        remedy = "What was committed is kept. SECRETARIAT_DEBUG=1 shows where; please report it"
        typer.echo(f"secretariat: a fault of the program, not of your input ({what}). {remedy}.", err=True)
        sys.exit(3)
