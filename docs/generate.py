"""Write the generated pages of the documentation, or check that they are current.

python docs/generate.py           write reference/cli.md, kinds.md, parts.md and decisions/index.md
python docs/generate.py --check   exit 1 where a page is out of date
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

HERE = Path(__file__).parent


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command of the command line with its full name, in alphabetical order."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
        elif not command.hidden:
            yield f"{path} {name}", command


def cli_page() -> str:
    """Help of every command."""
    from secretariat.cli.main import app

    parts = [
        "# Commands\n\nExit codes: 0 fine, 1 findings (`check`, `profile check`, `audit`, `build`), 2 usage, "
        "3 internal.\n"
    ]
    for name, command in commands(typer.main.get_command(app), "secretariat"):
        usage = " ".join(p.name.upper() for p in command.params if p.param_type_name == "argument")
        options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
        lines = [
            f"\n## {name}\n",
            (command.help or "").replace("\b\n", "\n").strip() + "\n",
            f"```sh\n{name} {usage}".rstrip() + "\n```\n",
        ]
        lines += [f"* `{'`, `'.join(o.opts)}` {(o.help or '').strip()}" for o in options]
        parts.append("\n".join(lines))
    return "\n".join(parts) + "\n"


def kinds_page() -> str:
    """Fields of every claim kind."""
    from secretariat.kinds.spec import all_kinds

    parts = ["# Claim kinds\n"]
    for kind in all_kinds().values():
        rows = [f"| `{f.name}` | {f.type} | {f.meaning} |" for f in kind.fields]
        parts.append(
            f"## {kind.name}\n\n{kind.meaning}\n\n| argument | type | meaning |\n| --- | --- | --- |\n"
            + "\n".join(rows)
            + "\n"
        )
    return "\n".join(parts)


def parts_page() -> str:
    """Readers, built-in profiles, errors."""
    from secretariat.model import errors
    from secretariat.profiles import load_profiles
    from secretariat.read import all_readers

    tree = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.SecretariatError)]
    readers = [f"| {r.name} | {', '.join(f'`{s}`' for s in r.suffixes)} | {r.media_type} |" for r in all_readers()]
    profiles = [f"| `{p.id}` | {p.label} | {', '.join(s.id for s in p.statuses)} |" for p in load_profiles()]
    wrongs = [f"| {c.__name__} | {c.exit_code} | {c.status} | {(c.__doc__ or '').splitlines()[0]} |" for c in tree]
    return (
        "# Readers, profiles, errors\n\n## Readers\n\n| reader | suffixes | media type |\n| --- | --- | --- |\n"
        + "\n".join(readers)
        + "\n\n## Profiles\n\n| id | organisation | statuses |\n| --- | --- | --- |\n"
        + "\n".join(profiles)
        + "\n\n## Errors\n\n| error | exit code | HTTP status | meaning |\n| --- | --- | --- | --- |\n"
        + "\n".join(wrongs)
        + "\n"
    )


def decisions_page() -> str:
    """Index of the decision records."""
    rows = []
    for path in sorted((HERE / "decisions").glob("0*.md")):
        rows.append(f"* [{path.read_text(encoding='utf-8').splitlines()[0].lstrip('# ')}]({path.name})")
    return "# Decisions\n\nContext, choice, consequence, rejected.\n\n" + "\n".join(rows) + "\n"


PAGES = {
    "reference/cli.md": cli_page,
    "reference/kinds.md": kinds_page,
    "reference/parts.md": parts_page,
    "decisions/index.md": decisions_page,
}


def main(check: bool) -> int:
    """Write or check all pages."""
    stale = 0
    for name, make in PAGES.items():
        path, text = HERE / name, make()
        if check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            print(f"docs/{name}: out of date. Run `python docs/generate.py`.", file=sys.stderr)
            stale += 1
        elif not check:
            path.write_text(text, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
