"""`profile` (new, check, list): what is known about an organisation before reading anything."""

import json
from pathlib import Path
from typing import Annotated

import typer

_profile = typer.Typer(no_args_is_help=True, help="Profiles: what is known about an organisation before reading.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(_profile, name="profile")


@_profile.command("list", epilog="Example: secretariat profile list")
def _list(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the profiles that come with the program."""
    from secretariat.app.profiles import list_profiles

    found = list_profiles()
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for p in found:
        typer.echo(f"{p['id']:18} {p['label']} ({p['kind']}): {', '.join(p['statuses'])}")


@_profile.command("check", epilog="Example: secretariat profile check helcom.toml --register baltic.db")
def _check(
    files: Annotated[list[Path], typer.Argument(help="Profile files.")],
    register: Annotated[
        str, typer.Option("--register", "-r", help="Compare what they expect with this register.")
    ] = "",
) -> None:
    """Check profile files; every mistake on a line of its own. Exit code 1 where there are any."""
    from secretariat.app.profiles import check_profile, compare_with_register
    from secretariat.app.register import open_for_reading
    from secretariat.profiles import read_profile

    mistakes = [line for file in files for line in check_profile(file)]
    if register and not mistakes:
        with open_for_reading(register) as opened:
            mistakes = [m for file in files for m in compare_with_register(read_profile(file), opened.view())]
    for line in mistakes:
        typer.echo(line)
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    typer.echo(f"{count} checked, {len(mistakes) or 'no'} mistake{'' if len(mistakes) == 1 else 's'}.")
    raise typer.Exit(1 if mistakes else 0)


@_profile.command(
    "new", epilog='Example: secretariat profile new "Baltic Marine Commission" --from papers/ -o helcom.toml'
)
def _new(
    name: Annotated[str, typer.Argument(help="Name or acronym, as the documents write it.")],
    source: Annotated[list[Path], typer.Option("--from", help="Documents or folders that speak of it.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output if absent.")
    ] = None,
) -> None:
    """Draft a profile from documents, for a person to finish: names, statuses, organs, offices, meetings."""
    from secretariat.app.profiles import new_profile
    from secretariat.model.errors import UsageError

    text, issues = new_profile(name, source)
    for issue in issues:
        typer.echo(str(issue), err=True)
    if output is None:
        typer.echo(text)
        return
    if output.exists():
        raise UsageError(str(output), "the file exists", "Choose another name, or move it away")
    output.write_text(text, encoding="utf-8")
    typer.echo(f"wrote {output}; now read every line and run `secretariat profile check {output}`")
