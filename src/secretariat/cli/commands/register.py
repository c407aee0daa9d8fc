"""Commands on a register as a whole: status, check, export, search, witnesses, diff, copy, backup, forget."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.cli.options import JsonOption, KnownOption, PublishedOption, RegisterOption


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for name, function, example in (
        ("status", _status, "secretariat status --register sco.db"),
        ("check", _check, "secretariat check --register sco.db"),
        ("export", _export, "secretariat export --register sco.db --format jsonl -o claims.jsonl"),
        ("search", _search, "secretariat search '\"dialogue partner\" grant*' --register sco.db"),
        ("witnesses", _witnesses, "secretariat witnesses --register sco.db"),
        ("diff", _diff, "secretariat diff 1 2 --register sco.db"),
        ("copy", _copy, "secretariat copy sco.db postgresql://ann@db.example.org/sco"),
        ("backup", _backup, "secretariat backup sco-2024-07-01.db --register sco.db"),
        ("forget", _forget, "secretariat forget interview-12 --reason 'asked for by the person' --author ann"),
    ):
        app.command(name, epilog=f"Example: {example}")(function)


def _status(register: RegisterOption = "secretariat.db", as_json: JsonOption = False) -> None:
    """Say what a register holds and which run its answers come from."""
    from secretariat.app.register import status

    found = status(register)
    if as_json:
        _print(found)
        return
    for line in _status_lines(found):
        typer.echo(line)


def _status_lines(found: dict[str, Any]) -> list[str]:
    claims = found["claims"]
    lines = [
        f"{found['register']}: {found['database']}, schema {found['schema']}, {found['bytes'] / 1e6:.1f} MB",
        f"documents  {found['documents']} ({found['undated']} undated, {found['forgotten']} forgotten)",
        f"claims     {sum(claims.values())}: " + ", ".join(f"{n} {kind}" for kind, n in claims.items()),
        f"judgements {found['judgements']}",
        f"histories  {', '.join(found['histories']) or 'none'}",
        f"recorded   {found['commits']} commits, the last at {found['last_recorded'] or 'no time'}",
    ]
    for run in found["runs"]:
        mark = "  <- answers come from this run" if run["run"] == found["run"] else ""
        state = "" if run["ended"] or run["kind"] != "extract" else ", not finished"
        version = f"rules {run['rules']}, profiles {run['profiles']}" if run["kind"] == "extract" else run["rules"]
        lines.append(
            f"run {run['run']}: {run['kind']} {version}, {run['began'][:19]}, {run['documents']} documents{state}{mark}"
        )
    return lines


def _check(register: RegisterOption = "secretariat.db", as_json: JsonOption = False) -> None:
    """Verify hashes, evidence, references, bounds and record times. Exit code 1 where something is wrong."""
    from secretariat.app.register import check

    found = [{"where": i.where, "what": i.what, "remedy": i.remedy} for i in check(register)]
    if as_json:
        _print(found)
    else:
        for issue in found:
            typer.echo(f"{issue['where']}: {issue['what']}. {issue['remedy']}.")
        if not found:
            typer.echo("Everything is as it must be.")
    if found:
        raise typer.Exit(1)


def _export(
    register: RegisterOption = "secretariat.db",
    format: Annotated[str, typer.Option("--format", "-f", help="jsonl or csv.")] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; standard output by default.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of claim; may be repeated.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also rejected claims and older versions of documents.")
    ] = False,
    as_known: KnownOption = "",
    as_published: PublishedOption = "",
) -> None:
    """Write all claims in the interchange format, in an order that does not depend on arrival."""
    from secretariat.app.register import export, open_view, write_whole

    with open_view(register, as_known=as_known or None, as_published=as_published or None) as view:
        lines = export(view, format, kinds=tuple(kind or ()), everything=everything)
        if output is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
            sys.stdout.writelines(lines)
        else:
            write_whole(output, lines)


def _search(
    words: Annotated[str, typer.Argument(help='Words, "a phrase", or a beginning*; all must occur.')],
    register: RegisterOption = "secretariat.db",
    limit: Annotated[int, typer.Option(help="At most so many hits.", min=1)] = 20,
    as_known: KnownOption = "",
    as_published: PublishedOption = "",
    as_json: JsonOption = False,
) -> None:
    """Find words in the documents; each hit is shown in its sentence."""
    from secretariat.app.register import open_view, search

    with open_view(register, as_known=as_known or None, as_published=as_published or None) as view:
        found = search(view, words, limit=limit)
    if as_json:
        _print(found)
        return
    for hit in found:
        typer.echo(f"{hit['document']} ({hit['published'] or 'undated'}) {hit['start']}-{hit['end']}: {_marked(hit)}")
    if not found:
        typer.echo("No document holds these words.")


def _marked(hit: dict[str, Any]) -> str:
    """The sentence on one line, the words found between asterisks."""
    words, begin, out, at = hit["text"], hit["start"], "", 0
    for start, end in hit["hits"]:
        if start - begin >= at:
            out += f"{words[at : start - begin]}*{words[start - begin : end - begin]}*"
            at = end - begin
    return " ".join((out + words[at:]).split())


def _witnesses(
    register: RegisterOption = "secretariat.db",
    as_known: KnownOption = "",
    as_published: PublishedOption = "",
    as_json: JsonOption = False,
) -> None:
    """List passages that several documents share word for word or nearly so, the earliest publication first."""
    from secretariat.app.register import open_view, witnesses

    with open_view(register, as_known=as_known or None, as_published=as_published or None) as view:
        found = witnesses(view)
    if as_json:
        _print(found)
        return
    for group in found:
        alike = f"{len(group['passages'])} passages, {group['similarity']:.0%} alike"
        typer.echo(f"{group['witness']}: {alike}, first in {group['earliest']}")
        for passage in group["passages"]:
            words = " ".join(passage["text"].split())
            shown = words if len(words) <= 80 else f"{words[:77]}..."
            place = f"{passage['document']} ({passage['published'] or 'undated'}) {passage['start']}-{passage['end']}"
            typer.echo(f"  {place}: {shown}")
    if not found:
        typer.echo("No two documents share a passage.")


def _diff(
    before: Annotated[int, typer.Argument(help="Number of the earlier run (see `status`).")],
    after: Annotated[int, typer.Argument(help="Number of the later run.")],
    register: RegisterOption = "secretariat.db",
    as_json: JsonOption = False,
) -> None:
    """Show the claims that one extraction run gained and lost against another."""
    from secretariat.app.register import diff

    found = diff(register, before, after)
    if as_json:
        _print(found)
        return
    for sign, name in (("+", "gained"), ("-", "lost")):
        for claim in found[name]:
            args = " ".join(f"{k}={v}" for k, v in claim["args"].items() if v)
            words = " ".join(claim["evidence"]["text"].split())
            typer.echo(f'{sign} {claim["document"]} {claim["kind"]} | {args} | "{words}"')
    typer.echo(f"{len(found['gained'])} gained, {len(found['lost'])} lost.")


def _copy(
    source: Annotated[str, typer.Argument(help="Register to copy: file or address.")],
    target: Annotated[str, typer.Argument(help="New register: file or address of an empty database.")],
) -> None:
    """Copy a register with all its past, also between SQLite and PostgreSQL."""
    from secretariat.app.register import copy

    typer.echo(f"{copy(source, target)} rows copied to {target.partition('://')[2].rpartition('@')[2] or target}.")


def _backup(
    target: Annotated[Path, typer.Argument(help="New file.")], register: RegisterOption = "secretariat.db"
) -> None:
    """Make a consistent copy of a register that may be in use."""
    from secretariat.app.register import backup

    typer.echo(f"{backup(register, target) / 1e6:.1f} MB written to {target}.")


def _forget(
    document: Annotated[str, typer.Argument(help="Label, path or id of the document.")],
    reason: Annotated[str, typer.Option(help="Why; it stays on the tombstone.")],
    author: Annotated[str, typer.Option(envvar="SECRETARIAT_AUTHOR", help="Who decides.")],
    register: RegisterOption = "secretariat.db",
) -> None:
    """Remove a document's words for good (privacy, copyright); its hash, the reason and the ranges stay."""
    from secretariat.app.register import forget

    typer.echo(f"{forget(register, document, reason=reason, author=author)} is forgotten.")


def _print(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
