"""`annotate`: the language layers of documents, for the yardsticks and for people."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from secretariat.model.issue import Issue

Sources = Annotated[
    list[Path], typer.Argument(help='Folders and files of documents, or JSON Lines of {"document", "created", "text"}.')
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; standard output by default.")]
Format = Annotated[str, typer.Option("--format", help="jsonl, or html for a page with the spans coloured.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Show who says what and when, as the language layers read it.")
    group.command("times", epilog="Example: secretariat annotate times news/ --format html -o times.html")(_times)
    group.command(
        "attributions", epilog="Example: secretariat annotate attributions news/ --attribution rules -o said.jsonl"
    )(_attributions)
    app.add_typer(group, name="annotate")


def _times(
    source: Sources,
    output: Output = None,
    format: Format = "jsonl",
    mode: Annotated[
        str, typer.Option(help="news: against the document's date; narrative: against the previous mention.")
    ] = "news",
) -> None:
    """Find time expressions: TIMEX3 type and value, and EDTF."""
    from secretariat.app.annotate import annotate_times

    write(annotate_times(source, format=format, mode=mode, tell=_tell), output)


def _attributions(
    source: Sources,
    output: Output = None,
    format: Format = "jsonl",
    attribution: Annotated[str, typer.Option(help="learned: the trained model; rules: without weights.")] = "learned",
    scope: Annotated[
        str,
        typer.Option(help="all: wishes and attitudes too, as news corpora count; register: speech, thought, nesting."),
    ] = "all",
) -> None:
    """Find who is said to have said what: source, cue, content, speaker."""
    from secretariat.app.attributions import annotate_attributions

    write(annotate_attributions(source, format=format, model=attribution, scope=scope, tell=_tell), output)


def _tell(issue: "Issue") -> None:
    typer.echo(str(issue), err=True)


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write the pieces to a file, or to standard output."""
    if output is None:
        sys.stdout.writelines(pieces)
        return
    text = "".join(pieces)
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as problem:
        from secretariat.model.errors import UsageError

        raise UsageError(str(output), "cannot be written", "Choose another file with -o") from problem
