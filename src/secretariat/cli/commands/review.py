"""`review`, `judge`, `claim`, `agreement`, `adjudicate`: what people decide."""

import json
import sys
from typing import Annotated, Any

import typer

from secretariat.cli.options import AuthorOption, JsonOption, ReasonOption, RegisterOption

ClaimArgument = Annotated[str, typer.Argument(help="Id of the claim, or its beginning.")]

_judge = typer.Typer(no_args_is_help=True, help="Judge claims and conflicts from a script.")
_claim = typer.Typer(no_args_is_help=True, help="Claims made by hand.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("review", epilog="Example: secretariat review sco --author ann --register sco.db")(_review)
    app.add_typer(_judge, name="judge")
    app.add_typer(_claim, name="claim")
    app.command("agreement", epilog="Example: secretariat agreement ann ben --register sco.db")(_agreement)
    app.command("adjudicate", epilog="Example: secretariat adjudicate 1f3a reject --author chair")(_adjudicate)


def _review(
    author: AuthorOption,
    organisation: Annotated[str, typer.Argument(help="Only what concerns this organisation.")] = "",
    register: RegisterOption = "secretariat.db",
    kind: Annotated[list[str] | None, typer.Option(help="Only claims of this kind; may be repeated.")] = None,
    document: Annotated[str, typer.Option(help="Only claims of this document.")] = "",
) -> None:
    """Step through conflicts and claims that you have not judged yet, one key each."""
    from secretariat.app.register import open_existing
    from secretariat.app.session import Terminal, review
    from secretariat.model.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("review", "needs a terminal", "Use `secretariat judge` in scripts")
    terminal = Terminal(lambda prompt: str(typer.prompt(prompt, default="", show_default=False)), typer.echo)
    with open_existing(register) as opened:
        done = review(
            opened, terminal, author=author, organisation=organisation, kinds=tuple(kind or ()), document=document
        )
    typer.echo(f"{done} judgements recorded.")


@_judge.command("accept", epilog="Example: secretariat judge accept 1f3a --author ann")
def _accept(
    claim: ClaimArgument, author: AuthorOption, register: RegisterOption = "secretariat.db", reason: ReasonOption = ""
) -> None:
    """Accept a claim: it weighs as certain."""
    _decide(register, "accept", claim, author, reason)


@_judge.command("reject", epilog="Example: secretariat judge reject 1f3a --author ann --reason 'a wish only'")
def _reject(
    claim: ClaimArgument, author: AuthorOption, register: RegisterOption = "secretariat.db", reason: ReasonOption = ""
) -> None:
    """Reject a claim: it counts no more."""
    _decide(register, "reject", claim, author, reason)


@_judge.command("correct", epilog="Example: secretariat judge correct 1f3a --set step=agreed --author ann")
def _correct(
    claim: ClaimArgument,
    author: AuthorOption,
    change: Annotated[list[str], typer.Option("--set", help="name=value: an argument, time, modality or kind.")],
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
) -> None:
    """Put a corrected claim with the same words in its place."""
    from secretariat.app.register import open_existing
    from secretariat.app.review import correct

    with open_existing(register) as opened:
        _told(correct(opened, claim, change, author=author, reason=reason))


@_judge.command("settle", epilog="Example: secretariat judge settle c-81f2 2 --author ann")
def _settle(
    conflict: Annotated[str, typer.Argument(help="Id of the conflict.")],
    reading: Annotated[str, typer.Argument(help="The reading that holds, or its number.")],
    author: AuthorOption,
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
) -> None:
    """Decide which side of a conflict holds."""
    from secretariat.app.register import open_existing
    from secretariat.app.review import settle

    with open_existing(register) as opened:
        _told(settle(opened, conflict, reading, author=author, reason=reason))


@_judge.command("undo", epilog="Example: secretariat judge undo 3c9a7710be42 --author ann")
def _undo(
    judgement: Annotated[str, typer.Argument(help="Id of the judgement (see `judge list`).")],
    author: AuthorOption,
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
) -> None:
    """Take a judgement back; both stay in the record."""
    from secretariat.app.register import open_existing
    from secretariat.app.review import undo

    with open_existing(register) as opened:
        _told(undo(opened, judgement, author=author, reason=reason))


@_judge.command("list", epilog="Example: secretariat judge list --register sco.db")
def _list(register: RegisterOption = "secretariat.db", as_json: JsonOption = False) -> None:
    """List every judgement with its state; orphans are those that fit no claim any more."""
    from secretariat.app.register import open_existing
    from secretariat.app.review import listed

    with open_existing(register) as opened:
        found = listed(opened.view())
    if as_json:
        _print(found)
        return
    for row in found:
        about = row["claim"] or row["conflict"] or row["undoes"]
        words = f' "{" ".join(row["text"].split())[:80]}"' if row["text"] else ""
        reason = f" ({row['reason']})" if row["reason"] else ""
        when = row["recorded_at"][:16]
        typer.echo(
            f"{row['judgement']} {when} {row['author']}: {row['verdict']} {about}{words}{reason} - {row['state']}"
        )


@_claim.command(
    "add",
    epilog="Example: secretariat claim add report-3 'Ghana joined' --kind membership --arg party=GHA --author ann",
)
def _add(
    document: Annotated[str, typer.Argument(help="Label, path or id of the document.")],
    words: Annotated[str, typer.Argument(help="The evidence, as it stands in the document.")],
    kind: Annotated[str, typer.Option(help="Kind of claim.")],
    author: AuthorOption,
    arg: Annotated[
        list[str] | None, typer.Option(help="name=value: an argument, time or modality; may be repeated.")
    ] = None,
    occurrence: Annotated[
        int, typer.Option(help="Which place, counted from 1, where the words stand often.", min=0)
    ] = 0,
    register: RegisterOption = "secretariat.db",
) -> None:
    """Make a claim from words of a document, so that what the extractor missed is repaired."""
    from secretariat.app.register import open_existing
    from secretariat.app.review import add_claim

    with open_existing(register) as opened:
        claim = add_claim(opened, document, words, kind, arg or (), author=author, occurrence=occurrence)
        opened_label = opened.view().label(claim.document)
    _print(claim.to_json(opened_label))


def _agreement(
    first: Annotated[str, typer.Argument(help="An author.")],
    second: Annotated[str, typer.Argument(help="Another author.")],
    register: RegisterOption = "secretariat.db",
    as_json: JsonOption = False,
) -> None:
    """Say how far two people agree: Cohen's kappa per kind of claim."""
    from secretariat.app.agreement import agreement
    from secretariat.app.register import open_existing

    with open_existing(register) as opened:
        found = agreement(opened.view(), first, second)
    if as_json:
        _print(found)
        return
    for row in found["kinds"]:
        added, kappa = row["added"], "not defined" if row["kappa"] is None else f"{row['kappa']:.2f}"
        judged = f"{row['agreed']} of {row['judged']} judged alike, kappa {kappa}"
        alone = f"by {first} alone {added['only_first']}, by {second} alone {added['only_second']}"
        typer.echo(f"{row['kind']:<12}{judged}; added by both {added['both']}, {alone}")


def _adjudicate(
    claim: Annotated[str, typer.Argument(help="Id of a claim; without it the open differences are listed.")] = "",
    verdict: Annotated[str, typer.Argument(help="accept or reject.")] = "",
    author: Annotated[str, typer.Option(envvar="SECRETARIAT_AUTHOR", help="Who settles it.")] = "",
    register: RegisterOption = "secretariat.db",
    reason: ReasonOption = "",
    as_json: JsonOption = False,
) -> None:
    """Settle what two people judged differently; alone it lists what is open."""
    from secretariat.app.agreement import differences
    from secretariat.app.register import open_existing
    from secretariat.app.review import judge

    with open_existing(register) as opened:
        if claim:
            _told(judge(opened, verdict, claim, author=author, reason=reason, chair=True))
            return
        found = differences(opened.view())
    if as_json:
        _print(found)
        return
    for row in found:
        sides = ", ".join(f"{name}: {said}" for name, said in row["verdicts"].items())
        typer.echo(f'{row["claim"]} {row["kind"]} {row["document"]} "{" ".join(row["text"].split())[:80]}" - {sides}')
    if not found:
        typer.echo("No differences are open.")


def _decide(register: str, verdict: str, claim: str, author: str, reason: str) -> None:
    from secretariat.app.register import open_existing
    from secretariat.app.review import judge

    with open_existing(register) as opened:
        _told(judge(opened, verdict, claim, author=author, reason=reason))


def _told(judgement: Any) -> None:
    typer.echo(f"{judgement.id}: {judgement.verdict} by {judgement.author}.")


def _print(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
