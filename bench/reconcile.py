"""Count what the reconciliation concludes of what a careful reader must notice, entry by entry, with false findings.

    python bench/reconcile.py [--sets seeds eurasia] [--claims gold|extracted] [--show] [--floors]

Reads ../shared (or SECRETARIAT_SHARED): gold/*.jsonl and the documents. What is expected (ids of gold
claims and verdicts) is beside this file in reconcile/*.toml. With `--claims extracted` the program reads the
documents itself and its claims are matched to gold with the labelled sets' own scorer.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secretariat.app.ask_conflicts import distinct
from secretariat.app.derive import derive_all
from secretariat.app.importing import import_claims
from secretariat.app.ingest import Plan, Watcher, build
from secretariat.model.claim import thaw
from secretariat.model.history import Conflict, Line
from secretariat.reconcile.fold import words
from secretariat.store import open_register

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared"))
FOLDERS = {"seeds": "seeds", "eurasia": "corpus/eurasia"}
Check = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """What a register concludes, ready to be looked up by gold claim."""

    lines: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Any, ...]
    names: tuple[Any, ...]
    witnesses: tuple[frozenset[str], ...]
    ids: dict[str, str]
    """Register's id by gold id."""

    def line(self, gold: str) -> Line | None:
        """The line that a gold claim stands in."""
        id = self.ids.get(gold)
        return next((line for line in self.lines if id in line.claims), None)

    def known(self, gold: str) -> bool:
        """True where the register has the claim in some line, for or against."""
        id = self.ids.get(gold)
        return any(id in line.claims or id in line.against for line in self.lines)


def record(name: str, source: str) -> Record:
    """Build a register of one set in a temporary folder and read its conclusions."""
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "r.db")
        gold = SHARED / "gold" / f"{name}.jsonl"
        if source == "gold":
            import_claims(gold, SHARED / FOLDERS[name], where)
        else:
            build(Plan(sources=(SHARED / FOLDERS[name],), register=where), Watcher())
        with open_register(where) as register:
            derive_all(register)
            view = register.view()
            ids = _gold_ids(gold) if source == "gold" else _matched(gold, view)
            found = view.organisations()
            lines = tuple(line for o in found for line in view.lines(o))
            names = tuple(thaw(group) for o in found for group in view.extra(o).get("names", ()))
            twins = tuple(frozenset(view.label(d) for d in w.documents) for w in view.witnesses())
            gaps = tuple(gap for o in found for gap in view.gaps(o))
            return Record(lines, tuple(distinct(view.conflicts())), gaps, names, twins, ids)


def _gold_ids(path: Path) -> dict[str, str]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {row["id"]: row["id"] for row in rows}


def _matched(path: Path, view: Any) -> dict[str, str]:
    """The extracted claim that the scorer matches to each gold claim."""
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "tools" / "score_claims.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    told = [c.to_json(view.label(c.document)) for c in view.claims()]
    found: dict[str, str] = {}
    for document, kind in sorted({(g["document"], g["kind"]) for g in gold}):
        left = [g for g in gold if (g["document"], g["kind"]) == (document, kind)]
        right = [p for p in told if (p["document"], p["kind"]) == (document, kind)]
        for g, p in scorer.match(left, right)[0].items():
            found[left[g]["id"]] = right[p]["id"]
    return found


def full(id: str, documents: dict[str, str]) -> str:
    """A claim's whole id from its short form."""
    head, _, rest = id.partition("-")
    return f"{documents[head]}-{rest}" if head in documents else id


def holds(check: Check, found: Record, documents: dict[str, str]) -> bool:
    """True where one check of an entry is met."""
    kind = next(iter(check))
    whole = {key: _whole(value, documents) for key, value in check.items() if key not in ("conflict", "words")}
    return CHECKS[kind]({**check, **whole}, found)


def _whole(value: Any, documents: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_whole(v, documents) for v in value]
    return full(value, documents) if isinstance(value, str) else value


def _conflict(check: Check, found: Record) -> bool:
    return any(_fits(check, c, found) for c in found.conflicts)


def _fits(check: Check, conflict: Conflict, found: Record) -> bool:
    if conflict.type not in check["conflict"]:
        return False
    at = [_side(conflict, claims, found) for claims in check["sides"]]
    if None in at or len(set(at)) < len(at):
        return False
    preferred = "open" if conflict.verdict is None else at.index(conflict.verdict) if conflict.verdict in at else -1
    return preferred in check["prefer"]


def _side(conflict: Conflict, claims: list[str], found: Record) -> int | None:
    """The side on which all these claims stand."""
    ids = {found.ids.get(c) for c in claims}
    return next((n for n, s in enumerate(conflict.sides) if ids <= set(s.claims)), None)


def _quiet(check: Check, found: Record) -> bool:
    ids = {found.ids.get(c) for c in check["quiet"]}
    against = any(sum(1 for s in c.sides if ids & set(s.claims)) > 1 for c in found.conflicts)
    return all(found.known(c) for c in check["quiet"]) and not against


def _group(claims: list[str], found: Record) -> bool:
    """True where all stand in one line or in one group of names."""
    ids = [found.ids.get(c) for c in claims]
    if None in ids:
        return False
    in_line = any(set(ids) <= {*line.claims, *line.against} for line in found.lines)
    return in_line or any(set(ids) <= {c for held in g["forms"].values() for c in held} for g in found.names)


def _one(check: Check, found: Record) -> bool:
    lines = [found.line(c) for c in check["one"]]
    same = (
        all(lines)
        and len({(str(words(str(line.args.get("name"))))) for line in lines if line}) == 1
        and lines[0].kind == "body"
    )  # type: ignore[union-attr]
    return _group(check["one"], found) or bool(same)


def _apart(check: Check, found: Record) -> bool:
    lines = [found.line(c) for c in check["apart"]]
    return all(lines) and len({line.id for line in lines if line}) == len(lines)


def _line(check: Check, found: Record) -> bool:
    ids = {found.ids.get(c) for c in check["line"]}
    lines = [line for line in found.lines if ids <= set(line.claims)]
    return any(_shows(check, line, found) for line in lines)


def _shows(check: Check, line: Line, found: Record) -> bool:
    time = line.time.edtf if line.time else None
    tests = [
        all(_word(line.args.get(k)) == _word(v) for k, v in check.get("args", {}).items()),
        "time" not in check or str(time or "").rstrip("~") == check["time"],
        "disputed" not in check or line.disputed == check["disputed"],
        "modality" not in check or line.modality == check["modality"],
        "rule" not in check or any(check["rule"] in r for r in line.rules),
        "supports" not in check or _supported(line, check["supports"], found),
    ]
    return all(tests)


def _supported(line: Line, event: str, found: Record) -> bool:
    other = found.line(event)
    return bool(other and any(other.id in rule for rule in line.rules))


def _word(value: Any) -> Any:
    return " ".join(words(value)) if isinstance(value, str) else value


def _derived(check: Check, found: Record) -> bool:
    ids = {found.ids.get(c) for c in check["derived"]}
    lines = (line for line in found.lines if ids & set(line.claims))
    return any(_shows(check, line, found) for line in lines)


def _gap(check: Check, found: Record) -> bool:
    gaps = [g for g in found.gaps if g.kind == check["gap"]]
    if "words" in check:
        return any(all(w in g.text for w in check["words"]) for g in gaps)
    homes = {line.id for c in check["about"] for line in found.lines if found.ids.get(c) in line.claims}
    return any(g.about in homes or g.about in {found.ids.get(c) for c in check["about"]} for g in gaps)


def _fulfils(check: Check, found: Record) -> bool:
    delivery, promise = (found.line(c) for c in check["fulfils"])
    return bool(delivery and promise and delivery.fulfils == promise.id)


def _same(check: Check, found: Record) -> bool:
    if not check["words"]:
        lines = [found.line(c) for c in check["same"]]
        return all(lines) and len({str(words(str(line.args.get("name")))) for line in lines if line}) == 1
    # The beginning of each name is enough to tell it: whole titles belong to their sources.
    return any(all(any(f.startswith(w) for f in g["forms"]) for w in check["words"]) for g in found.names)


def _series(check: Check, found: Record) -> bool:
    return any(
        {found.ids.get(c) for c in check["same_series"]} <= {c for held in g["forms"].values() for c in held}
        for g in found.names
    )


def _wording(check: Check, found: Record) -> bool:
    lines = [found.line(c) for c in check["same_wording"]]
    same = all(lines) and len({str(line.args.get("name")) for line in lines if line}) == 1
    return _group(check["same_wording"], found) or same


def _identity(check: Check, found: Record) -> bool:
    ids = {found.ids.get(c) for c in check["identity"]}
    return any(
        c.type == "identity" and ids <= {x for s in c.sides for x in s.claims} for c in found.conflicts
    ) or _group(check["identity"], found)


def _witness(check: Check, found: Record) -> bool:
    return any(set(check["witness"]) <= twins for twins in found.witnesses)


CHECKS: dict[str, Callable[[Check, Record], bool]] = {
    "conflict": _conflict, "quiet": _quiet, "one": _one, "apart": _apart, "line": _line, "derived": _derived,
    "gap": _gap, "fulfils": _fulfils, "same": _same, "same_series": _series, "same_wording": _wording,
    "identity": _identity, "witness": _witness,
}  # fmt: skip


def score(name: str, source: str) -> tuple[list[tuple[int, list[Check]]], list[Conflict], int]:
    """Entries with the checks that fail, findings that no entry expects, and how many entries expect a finding."""
    table = tomllib.loads((Path(__file__).parent / "reconcile" / f"{name}.toml").read_text("utf-8"))
    found = record(name, source)
    documents = table["documents"]
    results = [
        (int(n), [c for c in checks if not holds(c, found, documents)]) for n, checks in table["entries"].items()
    ]
    wanted = [c for checks in table["entries"].values() for c in checks if "conflict" in c]
    expected = [{"conflict": c["conflict"], "sides": _whole(c["sides"], documents)} for c in wanted]
    false = [c for c in found.conflicts if not any(_about(e, c, found) for e in expected) and c.type != "identity"]
    return results, false, sum(1 for n, failed in results if not failed)


def _about(expected: Check, conflict: Conflict, found: Record) -> bool:
    """True where a conflict is about what some entry expects: it holds two of the claims named there."""
    mine = {c for s in conflict.sides for c in s.claims}
    named = {found.ids.get(c) for side in expected["sides"] for c in side}
    return len(mine & named) > 1 or (len(mine & named) == 1 and conflict.type in expected["conflict"])


def report(sets: list[str], source: str, show: bool) -> Iterator[tuple[str, int, int, int]]:
    """Print the table of each set and give name, entries right, entries, false findings."""
    for name in sets:
        results, false, right = score(name, source)
        for number, failed in results:
            if show or failed:
                print(f"{name} {number:3} {'ok' if not failed else 'MISSED ' + json.dumps(failed)}")
        for conflict in false:
            sides = " / ".join(f"{s.reading} {list(s.claims)[:3]}" for s in conflict.sides)
            print(f"{name} unexpected: {conflict.type} {conflict.subject}: {sides}")
        print(f"{name} ({source}): {right} of {len(results)} entries, {len(false)} unexpected findings")
        yield name, right, len(results), len(false)


def main() -> int:
    """Run the table; exit 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", default=list(FOLDERS))
    parser.add_argument("--claims", choices=("gold", "extracted"), default="gold")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    floors = json.loads((Path(__file__).parent / "floors.json").read_text())["reconcile"] if options.floors else {}
    low = 0
    for name, right, _, false in report(options.sets, options.claims, options.show):
        floor = floors.get(f"{name}-{options.claims}", 0)
        low += right < floor or (bool(floors) and 5 * false > right)
    return int(low > 0)


if __name__ == "__main__":
    sys.exit(main())
