"""`build` and `import`: fill a register."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.options import RegisterOption, WaitOption

if TYPE_CHECKING:
    from secretariat.app.ingest import Outcome, Watcher


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("build", epilog="Example: secretariat build news/ --register sco.db")(_build)
    app.command("import", epilog="Example: secretariat import claims.jsonl --documents news/ --register sco.db")(
        _import
    )


def _build(
    source: Annotated[list[Path], typer.Argument(help="Folders and files of documents.")],
    register: RegisterOption = "secretariat.db",
    profile: Annotated[
        list[str] | None, typer.Option(help="Profile id or TOML file; all built-in ones by default.")
    ] = None,
    workers: Annotated[int, typer.Option(help="Local processes; 0 lets the number of files decide.", min=0)] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Extract and count; write nothing.")] = False,
    wait: WaitOption = 30.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Read documents and add their claims to a register. Known documents are skipped; a stopped build goes on."""
    from secretariat.app.ingest import Plan, build

    plan = Plan(tuple(source), register, tuple(profile or ()), workers, dry_run, wait)
    with _progress() as watcher:
        outcome = build(plan, watcher)
    typer.echo(json.dumps(_as_json(outcome)) if as_json else _as_text(outcome, plan.register, dry_run))
    if outcome.refused:
        raise typer.Exit(1)


def _import(
    claims: Annotated[Path, typer.Argument(help="JSON Lines file of claims.")],
    documents: Annotated[Path, typer.Option(help="Folder of the documents that the claims name.")],
    register: RegisterOption = "secretariat.db",
    wait: WaitOption = 30.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Import claims made elsewhere; each is checked against its words, and all of them are taken or none."""
    from secretariat.app.importing import import_claims

    done = import_claims(claims, documents, register, wait=wait)
    for issue in done.issues:
        typer.echo(str(issue), err=True)
    found = done.appended
    counts = {"claims": found.claims, "known": found.known_claims, "documents": found.documents + found.known_documents}
    told = f"{found.claims} claims imported, {found.known_claims} known already, {counts['documents']} documents."
    typer.echo(json.dumps(counts) if as_json else told)


def _as_json(outcome: "Outcome") -> dict[str, Any]:
    names = ("files", "documents", "known", "refused", "left_out", "claims", "retired")
    issues = [{"where": i.where, "what": i.what, "remedy": i.remedy, "severity": i.severity} for i in outcome.issues]
    return {**{name: getattr(outcome, name) for name in names}, "issues": issues}


def _as_text(outcome: "Outcome", register: str, dry: bool) -> str:
    parts = [f"{outcome.documents} new documents", f"{outcome.known} known"]
    parts += [f"{outcome.refused} refused"] if outcome.refused else []
    parts += [f"{outcome.left_out} left out"] if outcome.left_out else []
    claims = f"{outcome.claims} claims" + (f", {outcome.retired} older ones retired" if outcome.retired else "")
    where = "Dry run, nothing written" if dry else f"Register {register}"
    return f"{', '.join(parts)}: {claims}. {where}."


@contextmanager
def _progress() -> Iterator["Watcher"]:
    """Issues on standard error as they come; on a terminal a bar below them."""
    from secretariat.app.ingest import Watcher

    def say(words: str) -> None:
        typer.echo(words, err=True)

    if not sys.stderr.isatty():
        yield Watcher(tell=lambda issue: say(str(issue)), say=say)
        return
    with _bar() as (begin, step, line):
        yield Watcher(begin, step, lambda issue: line(str(issue)), line)


@contextmanager
def _bar() -> Iterator[tuple[Callable[[int], None], Callable[[str], None], Callable[[str], None]]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def begin(total: int) -> None:
            progress.update(task, total=total)

        def step(name: str) -> None:
            progress.update(task, advance=1, description=name[-50:].replace("[", "\\["))

        def line(words: str) -> None:
            progress.console.print(words, markup=False, highlight=False)

        yield begin, step, line
