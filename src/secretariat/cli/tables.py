"""Answers as tables for a terminal, or as JSON; nothing is decided here."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = dict[str, Any]


def show(question: str, found: Any, register: Any, *, as_json: bool) -> None:
    """Print an answer."""
    if as_json:
        _json(found)
        return
    out = _console()
    if question == "conflicts":
        _conflicts(found, out)
    elif question == "why":
        _why(found, out)
    elif question == "members":
        _members(found, out)
    elif question == "timeline":
        _timeline(found, out)
    elif question == "procedure":
        _procedure(found, out)
    elif question == "conformance":
        _conformance(found, out)
    elif question == "ledger":
        _ledger(found, out)
    else:
        _lines(found, out)


def _console() -> Console:
    """The terminal at its own width; wide enough for a table where the output is a file or a pipe."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=160)


def _json(found: Any) -> None:
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    print()


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _gaps(gaps: Sequence[Row], out: Console) -> None:
    for gap in gaps:
        out.print(Text(f"not told ({gap['kind']}): {gap['text']}", style="yellow"))


def _members(found: Row, out: Console) -> None:
    out.print(f"[bold]{found['organisation']}[/bold] on {found['on']} (basis: {found['basis']})")
    table = _table("party", "status", "standing", "since", "until", "confirmed", "", "why")
    for p in sorted(found["parties"], key=lambda p: (p["status"], p["party"])):
        doubt = "disputed" if p["disputed"] else ""
        cells = (p["party"], p["status"], p["standing"], p["since"], p["until"], p["last_confirmed"], doubt, p["line"])
        table.add_row(*(Text(c or "") for c in cells))
    out.print(table)
    for count in found["announced"]:
        out.print(
            Text(f"announced: {count['value']:g} {count['status']} ({count['bound']}), {count['counted']} named here")
        )
    _gaps(found["gaps"], out)


def _timeline(found: Row, out: Console) -> None:
    table = _table("time", "party", "status", "step", "", "rule", "why")
    for c in found["changes"]:
        doubt = f"disputed by {len(c['against'])}" if c["against"] else "disputed" if c["disputed"] else ""
        table.add_row(
            *(
                Text(x or "")
                for x in (c["time"] or "undated", c["party"], c["status"], c["step"], doubt, c["rule"], c["line"])
            )
        )
    out.print(table)
    _gaps(found["gaps"], out)


def _procedure(found: Row, out: Console) -> None:
    out.print(
        Text(
            f"stage: {found['stage'] or 'none told'} ({found['time'] or 'undated'}), record {found['record']}",
            style="bold",
        )
    )
    for step in found["next"]:
        out.print(Text(f"next: {step['step']}: {step['label']}{_skipped(step)}. {step['article']}"))
    for step in found["missing"]:
        out.print(Text(f"missing: {step}", style="yellow"))
    out.print(Text(f"claims: {', '.join(found['claims']) or 'none'}"))
    _gaps(found["gaps"], out)


def _skipped(step: Row) -> str:
    return "" if step["required"] else " (may be skipped)"


def _conformance(found: Row, out: Console) -> None:
    table = _table("party", "member", "finding", "article")
    for row in found["parties"]:
        findings = row["findings"] or [{"text": "fits the procedure as far as told", "article": ""}]
        for n, f in enumerate(findings):
            table.add_row(
                *(
                    Text(x)
                    for x in (row["party"] if not n else "", row["member"] if not n else "", f["text"], f["article"])
                )
            )
    out.print(table)


def _ledger(found: Row, out: Console) -> None:
    table = _table("promised by", "what", "stage", "amounts", "why")
    for entry in found["entries"]:
        promise = entry["promise"]
        cells = (
            _words(promise["args"].get("actor")),
            _words(promise["args"].get("object")),
            entry["stage"],
            entry["amounts"],
            promise["line"],
        )
        table.add_row(*(Text(c) for c in cells))
    out.print(table)
    _gaps(found["gaps"], out)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_words(v) for v in value.values() if v)
    return ", ".join(map(_words, value)) if isinstance(value, list) else "" if value is None else str(value)


def _lines(found: Row, out: Console) -> None:
    for row in found["lines"]:
        args = {
            k: v
            for k, v in row["args"].items()
            if v not in (None, "", []) and k not in ("content", "continuation", "cue")
        }
        time = (row["time"] or {}).get("edtf") or "undated"
        doubt = ", disputed" if row["disputed"] else ""
        out.print(Text(f"{time}  {row['kind']} ({row['modality']}{doubt})  ", style="bold") + Text(_told(args)))
        for words in row["evidence"][:3]:
            out.print(Text(f"    “{' '.join(words['text'].split())[:200]}” ({words['document']})", style="dim"))
        out.print(Text(f"    why {row['line']}", style="dim"))
    for name, variants in (found.get("variants") or {}).items():
        _variants(name, variants, out)
    _gaps(found["gaps"], out)


def _told(args: Row) -> str:
    return "; ".join(f"{k} {_words(v)}" for k, v in args.items())


def _variants(name: str, variants: Sequence[Row], out: Console) -> None:
    out.print(Text(f"\n{name}: {len(variants)} definitions", style="bold"))
    for variant in variants:
        out.print(Text(f"  {'; '.join(variant['elements'])}" + ("  (base)" if variant["base"] else "")))
        if not variant["base"]:
            out.print(Text(f"    dropped {_some(variant['dropped'])}; added {_some(variant['added'])}"))
        for use in variant["uses"]:
            out.print(
                Text(
                    f"    {use['time'] or 'undated'}  {use['by'] or use['publisher']} ({use['document']})",
                    style="dim",
                )
            )


def _some(words: Sequence[str]) -> str:
    return "; ".join(words) or "none"


def _range(evidence: Row) -> str:
    return f"{evidence['start']}–{evidence['end']}"


def _conflicts(found: Sequence[Row], out: Console) -> None:
    for c in found:
        out.print(
            Text(f"{c['type']}: {c['subject']}", style="bold")
            + Text(f"  confidence {c['confidence']:.2f}  {c['id']}", style="dim")
        )
        for n, side in enumerate(c["sides"]):
            mark = "preferred " if c["verdict"] == n else ""
            claims = ", ".join(side["claims"][:4]) + (" …" if len(side["claims"]) > 4 else "")
            out.print(Text(f"  {mark}{side['reading']}  ({side['witnesses']} independent: {claims})"))
        out.print(Text(f"  {c['explanation']}", style="dim"))
    if not found:
        out.print("The sources do not disagree.")


def _why(found: Row, out: Console) -> None:
    out.print(Text(found["says"], style="bold"))
    for title, claims in (("For", found["for"]), ("Against", found["against"])):
        for claim in claims:
            words = " ".join(claim["evidence"]["text"].split())
            out.print(Text(f"{title}: “{words[:300]}” ({claim['document']}, {_range(claim['evidence'])})"))
            if claim.get("reasons"):
                out.print(Text(f"     weight {claim['weight']}: {'; '.join(claim['reasons'])}", style="dim"))
    for rule in found["rules"]:
        out.print(Text(f"Rule: {rule}"))
    for other in found["without"]:
        out.print(Text(f"Without {other['document']}: {other['becomes']}"))


def show_audit(rows: Sequence[Row], register: Any, *, as_json: bool) -> None:
    """Print the verdict on each row of an outside data set."""
    if as_json:
        _json(rows)
        return
    table = _table("state", "says", "verdict", "the register says")
    for row in rows:
        style = {"right": "green", "wrong": "red", "stale": "red", "missing": "yellow"}.get(row["verdict"], "")
        table.add_row(
            Text(row["state"]), Text(row["says"] or ""), Text(row["verdict"], style=style), Text(row["register"])
        )
    _console().print(table)


def show_report(found: Row, register: Any, *, as_json: bool) -> None:
    """Print what a reconciliation did, and its findings where they were asked for."""
    if as_json:
        _json(found)
        return
    out = _console()
    out.print(f"{found['derived']} histories made anew; {len(found['organisations'])} organisations in the register")
    for finding in found.get("findings", ()):
        out.print(Text(finding["finding"], style="bold"))
        out.print(Text(f"  conclusion: {finding['conclusion']} ({finding['confidence']:.2f}); rule: {finding['rule']}"))
        for side in finding["claims"]:
            out.print(Text(f"  {side['reading']}: {', '.join(side['claims'])}", style="dim"))
    for group in found.get("same", ()):
        out.print(Text(f"one {group['kind']}, several names: {' = '.join(group['forms'])}"))
    for gap in found.get("gaps", ()):
        out.print(Text(f"not told ({gap['organisation']}, {gap['kind']}): {gap['text']}", style="yellow"))
