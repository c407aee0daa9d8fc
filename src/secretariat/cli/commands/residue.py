"""`residue`: what was read and gave no claim."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from secretariat.model.issue import Issue


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Example: secretariat residue news/ --kind membership --show 3",
    )(residue)


def residue(
    source: Annotated[list[Path], typer.Argument(help="Folders and files of documents.")],
    kind: Annotated[list[str] | None, typer.Option("--kind", help="Kinds to look for; all by default.")] = None,
    show: Annotated[int, typer.Option(help="Sentences shown with each reason.")] = 3,
    top: Annotated[int, typer.Option(help="How many reasons are shown.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, as JSON.")] = False,
) -> None:
    """List sentences with a trigger word and a fitting name that gave no claim, by what was missing."""
    from secretariat.app.residue import residue_report

    report: dict[str, Any] = residue_report(source, kinds=kind or (), show=show, tell=_tell)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False, indent=1))
        return
    typer.echo(
        f"{report['sentences']} sentences of {report['documents']} documents gave no claim of the kind they hint at"
    )
    for reason in report["reasons"][:top]:
        typer.echo(f"\n{reason['count']:5}  {reason['kind']}: {reason['reason']}")
        for example in reason["examples"]:
            typer.echo(f"       {example['document'][:28]} {example['start']}: {example['text'][:150]}")


def _tell(issue: "Issue") -> None:
    typer.echo(str(issue), err=True)
