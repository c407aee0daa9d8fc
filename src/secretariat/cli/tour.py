"""The walk of `make demo`: what the register of the bundled examples answers, and what to type next."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rich.markup import escape
from rich.table import Table

from secretariat.app.ask import answer
from secretariat.app.filters import Filters
from secretariat.app.reading import names_of_parties, open_for_reading
from secretariat.app.system import strongest, system
from secretariat.cli.show import console, print_conflict, print_system

CHOSEN = "2016-06-01"


def walk(where: str) -> None:
    """Print the tour of the register at `where`; the organisation is the SCO, whose documents are bundled."""
    today = datetime.now(UTC).date().isoformat()
    with open_for_reading(where) as register:
        print_system(system(register, "sco", Filters()))
        for day in (CHOSEN, today):
            _roster(answer(register, "members", "sco", Filters(on=day)))
        _timeline(answer(register, "timeline", "sco", Filters()))
        conflicts: Any = answer(register, "conflicts", "sco", Filters())
        best = strongest(conflicts)
        for conflict in [*([best] if best else []), *(c for c in conflicts if c is not best)][:4]:
            print_conflict(register, conflict)
    _next(where, best)


def _roster(found: Any) -> None:
    names = names_of_parties()
    table = Table(title=f"Roster on {found['on']}", title_justify="left")
    for column in ("party", "status", "since", "disputed", "why"):
        table.add_column(column)
    for row in found["parties"]:
        mark = "disputed" if row["disputed"] else ""
        table.add_row(
            names.get(row["party"], row["party"]), row["status"], row["since"] or "not dated", mark, row["line"]
        )
    console().print(table)
    for gap in found["gaps"]:
        console().print(f"[yellow]not said: {escape(gap['text'])}")


def _timeline(found: Any) -> None:
    names = names_of_parties()
    table = Table(title="Timeline: one line a change of status", title_justify="left")
    for column in ("time", "party", "step", "status", "disputed"):
        table.add_column(column)
    for row in found["changes"]:
        mark = f"{len(row['against'])} against" if row["disputed"] else ""
        table.add_row(row["time"] or "undated", names.get(row["party"], row["party"]), row["step"], row["status"], mark)
    console().print(table)


def _next(where: str, best: dict[str, Any] | None) -> None:
    out = console()
    out.print("[bold]What to type next[/bold]")
    lines = [
        f"secretariat members sco --on 2018-01-01 --register {where}",
        f"secretariat procedure sco --party BLR --on 2022-12-01 --register {where}",
        f"secretariat statements sco --register {where}",
        f"secretariat serve --register {where}",
        "make tour SEEDS=your/folder",
    ]
    if best:
        lines.insert(0, f"secretariat why {best['id']} --register {where}")
    for line in lines:
        out.print(f"  .venv/bin/{line}" if line.startswith("secretariat") else f"  {line}", markup=False)
