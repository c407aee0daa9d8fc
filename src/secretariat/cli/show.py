"""Printing for a terminal: JSON as it is, the system page and conflicts in words. No answer is changed here."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from secretariat.app.reading import Register, claim_json, names_of_parties

Row = dict[str, Any]


def print_json(value: Any) -> None:
    """Write an answer as JSON to standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def console() -> Console:
    """The terminal; as wide as it is, never coloured where it is none."""
    return Console(highlight=False, soft_wrap=False)


def print_system(found: Row) -> None:
    """The system page: each part, its telling line with where it stands, and what the sources do not say."""
    out, names = console(), names_of_parties()
    out.rule(f"[bold]{escape(names.get(found['organisation']) or found['organisation'])}")
    for part in found["parts"]:
        out.print(f"[bold]{part['part']:>2} {escape(part['title'])}[/bold] ({part['count']})")
        line = part["line"]
        words = (line or {}).get("evidence") or []
        if words and part["question"] not in ("members", "timeline"):
            out.print(Text("   “" + " ".join(words[0]["text"].split())[:220] + "”"))
            out.print(
                f"   [dim]{escape(words[0]['document'])} {words[0]['start']}–{words[0]['end']}[/dim] why {line['line']}"
            )
        elif part["told"]:
            out.print(Text("   " + part["told"]))
        for gap in part["gaps"][:2]:
            out.print(Text(f"   not said: {gap['text']}", style="yellow"))
    out.print(f"[bold]   Where the sources disagree[/bold] ({len(found['conflicts'])})")
    for conflict in found["conflicts"][:5]:
        readings = " | ".join(side["reading"] for side in conflict["sides"])
        out.print(Text(f"   {conflict['type']}: {conflict['subject']}: {readings}"))


def print_conflict(register: Register, conflict: Row) -> None:
    """One conflict with the words of both sides, the verdict, the rule and what would settle it."""
    lines = [Text(conflict["explanation"])]
    for n, side in enumerate(conflict["sides"]):
        mark = " (preferred)" if conflict["verdict"] == n else ""
        lines.append(Text(f"{side['reading']}{mark}, {side['witnesses']} independent", style="bold"))
        for id in side["claims"][:3]:
            claim = claim_json(register, id)
            words = " ".join(claim["evidence"]["text"].split())[:220]
            lines.append(Text(f"  “{words}” ({claim['document']})"))
    lines.append(Text(f"rule: {conflict['rule']}; confidence {conflict['confidence']:.2f}", style="dim"))
    if conflict.get("settles"):
        lines.append(Text(f"would settle it: {conflict['settles']}", style="dim"))
    console().print(Panel(Text("\n").join(lines), title=escape(f"{conflict['type']}: {conflict['subject']}")))
