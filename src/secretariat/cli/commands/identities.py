"""`identities` (list, merge, split) and `who`: who and what is meant, with the reasons."""

import json
from typing import Annotated, Any

import typer

RegisterOption = Annotated[
    str,
    typer.Option("--register", "-r", envvar="SECRETARIAT_REGISTER", help="File, or postgresql://user@host/database."),
]
AuthorOption = Annotated[str, typer.Option("--author", envvar="SECRETARIAT_AUTHOR", help="Who decides.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the judgement.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]

_identities = typer.Typer(no_args_is_help=True, help="Who and what is one under several names; settle what is open.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(_identities, name="identities")
    app.command("who", epilog='Example: secretariat who "Zhang Deguang" --register sco.db')(_who)


@_identities.command("list", epilog="Example: secretariat identities list --type person --register sco.db")
def _list(
    register: RegisterOption = "secretariat.db",
    type: Annotated[str, typer.Option(help="person, party, voice, body, event, instrument or formula.")] = "",
    name: Annotated[str, typer.Option(help="Only those with these words in a name.")] = "",
    open: Annotated[bool, typer.Option("--open", help="Only the links that wait for a decision.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List identities with their written forms and reasons, and the links left open."""
    from secretariat.app.identities import list_identities
    from secretariat.app.register import open_for_reading

    with open_for_reading(register) as opened:
        _show(list_identities(opened.view(), type=type, name=name, only_open=open), as_json)


def _who(
    name: Annotated[str, typer.Argument(help="Any name of a person, body, event or party.")],
    register: RegisterOption = "secretariat.db",
    as_json: JsonOption = False,
) -> None:
    """Tell whom or what a name means: written forms, offices and documents, candidates and reasons."""
    from secretariat.app.identities import who
    from secretariat.app.register import open_for_reading

    with open_for_reading(register) as opened:
        _show(who(opened.view(), name), as_json)


@_identities.command("merge", epilog="Example: secretariat identities merge Norov 'Vladimir Norov' --author ann")
def _merge(
    first: Annotated[str, typer.Argument(help="Id or name of an identity.")],
    second: Annotated[str, typer.Argument(help="Id or name of the other.")],
    author: AuthorOption,
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
) -> None:
    """Decide that two identities are one; kept as a judgement that `judge undo` takes back."""
    from secretariat.app.identities import merge
    from secretariat.app.register import open_existing

    with open_existing(register) as opened:
        typer.echo(f"merged; judgement {merge(opened, first, second, author=author, reason=reason).id}")


@_identities.command("split", epilog="Example: secretariat identities split person:1f3a my-document --author ann")
def _split(
    identity: Annotated[str, typer.Argument(help="Id or name of an identity.")],
    away: Annotated[str, typer.Argument(help="Label of a document, or words as written, that mean another.")],
    author: AuthorOption,
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
) -> None:
    """Decide that some references of an identity mean another; kept as judgements."""
    from secretariat.app.identities import split
    from secretariat.app.register import open_existing

    with open_existing(register) as opened:
        made = split(opened, identity, away, author=author, reason=reason)
    typer.echo(f"split; {len(made)} judgements: {', '.join(j.id for j in made)}")


def _show(found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for p in found.get("parties", ()):
        typer.echo(f"{p['party']}  {p['name']} ({p['type']}): {p['reason']}")
    for i in found["identities"]:
        typer.echo(f"{i['identity']}  {i['name']}" + (f"  = {'; '.join(i['names'][1:])}" if i["names"][1:] else ""))
        places = sorted({r["document"] for r in i["references"]})
        typer.echo(f"    {len(i['references'])} references in {', '.join(places)}")
        for reason in i["reasons"]:
            typer.echo(f"    because {reason}")
    if found["open"]:
        typer.echo("Open, for a person to settle (`secretariat identities merge`):")
    for k in found["open"]:
        first, second = (f'"{k[s]["words"]}" in {k[s]["document"]} ({k[s]["identity"]})' for s in ("first", "second"))
        typer.echo(f"    {k['score']:.2f}  {first} / {second}: {k['reason']}")
