"""Audit: an outside data set of memberships against the register, row by row, with the evidence for each verdict."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secretariat.app.derive import built_in, history_of, organisation_of
from secretariat.app.filters import Filters
from secretariat.model.errors import UsageError
from secretariat.model.history import Spell
from secretariat.names import parties, resolve
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.counting import statuses_in
from secretariat.reconcile.fold import words
from secretariat.store.port import View

Row = dict[str, Any]

COW_STATUS = {"0": "none", "1": "member", "2": "associate-member", "3": "observer"}
"""Codes of COW-IGO's wide form, state by organisation; negative values mean missing data."""

BROAD = {"associate": "associate-member", "candidate country": "candidate", "dialogue member": "dialogue-partner"}
"""Status words of outside data sets that no profile uses."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an outside data set: a state, the status as written and as meant, and the days it is said of."""

    state: str
    says: str
    status: str
    first: str = ""
    last: str = ""


def audit(register: Any, file: str, organisation: str, on: str = "") -> list[Row]:
    """Check a data set.

    Args:
        register: an open register. file: CSV, Wikidata JSON or COW-IGO's wide CSV.
        on: ISO day the data set is to be right for; the last day the register tells of where empty.
    Returns:
        One object a row of the organisation, and one for each party that the data set leaves out ("missing").
    Raises:
        UsageError: the file cannot be read, or has no row for the organisation.
    """
    Filters(on=on)  # refuses what is no day
    view: View = register.view()
    name = organisation_of(organisation, view)
    view = history_of(register, view, name)
    charter = Charter(name, built_in().get(name))
    spells = view.spells(name, basis="effect")
    day = on or max((s.last_confirmed or s.first for s in spells), default="")
    entries = read(Path(file), charter, day)
    by_party: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        by_party[spell.party].append(spell)
    rows = [_judge(entry, by_party.get(entry.state, []), entry.first or day, charter) for entry in entries]
    named = {entry.state for entry in entries if entry.status != "none"}
    return rows + [_missing(party, held, day) for party, held in sorted(_left_out(by_party, named, day).items())]


def _left_out(by_party: dict[str, list[Spell]], named: set[str], day: str) -> dict[str, Spell]:
    found = {
        p: next((s for s in spells if s.first <= day <= s.last), None)
        for p, spells in by_party.items()
        if p not in named
    }
    return {p: s for p, s in found.items() if s}


def read(path: Path, charter: Charter, day: str) -> list[Entry]:
    """The rows of a data set that are about the organisation."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(str(path), f"it cannot be read ({problem})", "Give a CSV or JSON file in UTF-8") from None
    entries = list(_wikidata(text, charter) if text.lstrip()[:1] in "[{" else _csv(text, charter, day, path))
    if not entries:
        raise UsageError(
            str(path), f"no row is about {charter.organisation}", "Check the organisation's name in the file"
        )
    return entries


def _csv(text: str, charter: Charter, day: str, path: Path) -> Iterator[Entry]:
    reader = csv.DictReader(text.splitlines())
    heads = {str(h).strip().casefold(): str(h) for h in reader.fieldnames or ()}
    if {"state", "organisation", "status"} <= set(heads):
        for row in reader:
            if charter.means(str(row[heads["organisation"]]).strip()):
                date = str(row[heads["date"]]).strip() if "date" in heads else ""
                yield Entry(
                    _party(row[heads["state"]]),
                    row[heads["status"]].strip(),
                    status_of(row[heads["status"]], charter),
                    date,
                )
        return
    column = next((heads[n] for n in _codes(charter) if n in heads), None)
    if "year" not in heads or column is None:
        raise UsageError(
            str(path), "its columns are not known", "Use state, organisation, status; or COW-IGO's wide form"
        )
    yield from _cow(reader, heads, column, charter, day)


def _codes(charter: Charter) -> list[str]:
    keys = charter.profile.keys if charter.profile else {}
    return [c.casefold() for c in (keys.get("cow-igo", ""), charter.organisation) if c]


def _cow(reader: Any, heads: dict[str, str], column: str, charter: Charter, day: str) -> Iterator[Entry]:
    """COW-IGO's wide form: one row a state and year, one column an organisation, a code in each cell."""
    state = next((heads[h] for h in ("state", "statenme", "stateabb", "ccode") if h in heads), None)
    for row in reader:
        code = str(row[column]).strip()
        if state and str(row[heads["year"]]).strip() == day[:4] and code in COW_STATUS:
            yield Entry(_party(row[state]), f"{code} ({COW_STATUS[code]})", COW_STATUS[code], day)


def _wikidata(text: str, charter: Charter) -> Iterator[Entry]:
    """P463 statements: entities with claims, or rows of a query result with item, organisation, start and end."""
    data = json.loads(text)
    rows = data.get("results", {}).get("bindings") if isinstance(data, dict) and "results" in data else None
    if rows is not None:
        yield from (_bound(r) for r in rows)
        return
    entities = data.get("entities", data) if isinstance(data, dict) else {str(n): e for n, e in enumerate(data)}
    for entity in entities.values():
        state = _code_of(entity)
        for statement in entity.get("claims", {}).get("P463", ()):
            value = statement.get("mainsnak", {}).get("datavalue", {}).get("value", {})
            if state and value.get("id") == (charter.profile.keys.get("wikidata") if charter.profile else None):
                start, end = (_qualifier(statement, p) for p in ("P580", "P582"))
                yield Entry(state, "member of (P463)", "none" if end else "member", start, end)


def _bound(row: Row) -> Entry:
    cell = {k: str(v.get("value", "")) for k, v in row.items()}
    state = _party(cell.get("iso") or cell.get("itemLabel") or "")
    end = cell.get("end", "")[:10]
    return Entry(state, "member of (P463)", "none" if end else "member", cell.get("start", "")[:10], end)


def _code_of(entity: Row) -> str:
    for statement in entity.get("claims", {}).get("P298", ()):
        return str(statement.get("mainsnak", {}).get("datavalue", {}).get("value", ""))
    label = entity.get("labels", {}).get("en", {}).get("value", "")
    return _party(str(label))


def _qualifier(statement: Row, property: str) -> str:
    for snak in statement.get("qualifiers", {}).get(property, ()):
        return str(snak.get("datavalue", {}).get("value", {}).get("time", ""))[1:11]
    return ""


def _party(text: str) -> str:
    """A state's id from its code (ISO 3166-1 alpha-3, COW number or letters) or name; the text itself where unknown."""
    bare = str(text).strip()
    if bare in parties():
        return bare
    for party in parties().values():
        if bare and bare in _other_codes(party):
            return str(party.id)
    return str(resolve(bare) or bare)


def _other_codes(party: Any) -> tuple[str, ...]:
    return tuple(str(getattr(party, name)) for name in ("cow", "gw", "m49") if getattr(party, name, None))


def status_of(text: str, charter: Charter) -> str:
    """The status that an outside data set means: by the profile's words, else by common ones."""
    bare = " ".join(words(text))
    if bare in BROAD:
        return BROAD[bare]
    found = statuses_in(text, charter)
    return found[0] if found else bare.replace(" ", "-")


def _judge(entry: Entry, spells: Sequence[Spell], day: str, charter: Charter) -> Row:
    """Verdict on one row: what the register holds on the day, against what the row says."""
    held = [s for s in spells if s.first <= day <= s.last]
    earlier = [s for s in spells if s.status == entry.status and s.last < day]
    if entry.status == "none":
        verdict = "right" if not held else "wrong"
    elif any(s.status == entry.status for s in held):
        verdict = "right"
    elif held:
        verdict = _changed(entry, held[0], earlier, charter)
    else:
        verdict = "stale" if earlier else "unknown"
    spell = next((s for s in held if s.status == entry.status), held[0] if held else earlier[-1] if earlier else None)
    claims = sorted({c for s in [*held, *earlier] for c in s.claims})
    return {
        "state": entry.state,
        "says": entry.says,
        "verdict": verdict,
        "register": _words(spell, earlier, day),
        "claims": claims,
    }


def _changed(entry: Entry, held: Spell, earlier: Sequence[Spell], charter: Charter) -> str:
    statuses = charter.profile.statuses if charter.profile else ()
    heir = next((s for s in statuses if s.id == held.status and entry.status in s.merged_from), None)
    if heir is not None:
        return "renamed"
    known = {s.id for s in statuses}
    if known and entry.status not in known:
        return "coding-rule"
    return "stale" if earlier else "wrong"


def _words(spell: Spell | None, earlier: Sequence[Spell], day: str) -> str:
    if spell is None:
        return f"nothing is told of it on {day}"
    label = spell.status.replace("-", " ")
    since = f" since {spell.since}" if spell.since else f", told as held, last on {spell.last_confirmed}"
    until = f" until {spell.until}" if spell.until and spell.last < day else ""
    before = "; ".join(
        f"{s.status.replace('-', ' ')} {s.since or '?'} to {s.until or s.last}" for s in earlier if s is not spell
    )
    standing = f" ({spell.standing})" if spell.standing != "good" else ""
    return f"{label}{since}{until}{standing}" + (f"; before: {before}" if before else "")


def _missing(party: str, held: Spell, day: str) -> Row:
    return {
        "state": party,
        "says": None,
        "verdict": "missing",
        "register": _words(held, [], day),
        "claims": list(held.claims),
    }
