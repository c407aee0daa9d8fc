"""Saved histories of a view: spells, lines, changes, conflicts, gaps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select

from secretariat.model.claim import freeze
from secretariat.model.history import Change, Conflict, Gap, History, Line, Spell
from secretariat.model.time import LAST_DAY
from secretariat.store import histories
from secretariat.store.appending import chunks
from secretariat.store.histories import on_day, rows_of
from secretariat.store.scope import Scope
from secretariat.store.tables import derived
from secretariat.store.values import Derivation


class HistoryReader:
    """Reads what was derived, at a scope."""

    def __init__(self, scope: Scope, found: Mapping[str, Derivation] | None = None) -> None:
        self._scope = scope
        self._found = dict(found or {})

    def derivation(self, organisation: str) -> Derivation | None:
        """The derivation that answers at this scope; one found once is kept, so that a view never changes its mind."""
        if organisation not in self._found:
            with self._scope.read() as connection:
                found = histories.find(
                    connection, organisation, self._scope.published.key, self._scope.commit, self._scope.seen
                )
            if found is None:
                return None
            self._found[organisation] = found
        return self._found[organisation]

    def history(self, organisation: str) -> History | None:
        """The whole saved history."""
        if self.derivation(organisation) is None:
            return None
        return History(
            organisation,
            lines=self.lines(organisation, None, None, None, None),
            spells=self.spells(organisation, None, None, None),
            changes=self.changes(organisation, None),
            conflicts=self.conflicts(organisation),
            gaps=self.gaps(organisation),
            extra=freeze(dict(self.extra(organisation))),
        )

    def spells(self, organisation: str, on: str | None, basis: str | None, party: str | None) -> tuple[Spell, ...]:
        """Spells by party, status and first day."""
        rows = self._rows(organisation, "spell", basis, on=on, party=party)
        return tuple(
            sorted((histories.spell(r.body) for r in rows), key=lambda s: (s.party, s.status, s.basis, s.first, s.line))
        )

    def lines(
        self, organisation: str, kind: str | None, on: str | None, party: str | None, ids: Sequence[str] | None
    ) -> tuple[Line, ...]:
        """Lines by first day and id, undated ones last."""
        rows = self._rows(organisation, "line", kind, on=on, refs=ids)
        found = [histories.line(r.body) for r in sorted(rows, key=lambda r: (r.first or LAST_DAY, r.ref))]
        return tuple(entry for entry in found if party is None or _names(entry.args, party))

    def changes(self, organisation: str, party: str | None) -> tuple[Change, ...]:
        """Changes in order of time."""
        rows = self._rows(organisation, "change", None, party=party)
        pairs = [((r.first or LAST_DAY, r.last or LAST_DAY), histories.change(r.body)) for r in rows]
        pairs.sort(key=lambda p: (p[0], p[1].party, p[1].status, p[1].step, p[1].line))
        return tuple(change for _, change in pairs)

    def conflicts(self, organisation: str) -> tuple[Conflict, ...]:
        """Conflicts by id."""
        rows = self._rows(organisation, "conflict", None)
        return tuple(sorted((histories.conflict(r.body) for r in rows), key=lambda c: c.id))

    def gaps(self, organisation: str) -> tuple[Gap, ...]:
        """Gaps by kind and words."""
        rows = self._rows(organisation, "gap", None)
        return tuple(sorted((histories.gap(r.body) for r in rows), key=lambda g: (g.kind, g.about, g.text)))

    def extra(self, organisation: str) -> Mapping[str, Any]:
        """What else the history held; a part is read when it is looked at."""
        return _Extra(lambda name: self._rows(organisation, "extra", name))

    def holds(self, organisation: str, ref: str) -> bool:
        """True where this view's history has something with this id."""
        derivation = self.derivation(organisation)
        if derivation is None:
            return False
        shapes = ("line", "change", "spell", "conflict")
        return any(self._rows(organisation, shape, None, refs=[ref]) for shape in shapes)

    def _rows(
        self,
        organisation: str,
        shape: str,
        kind: str | None,
        *,
        on: str | None = None,
        party: str | None = None,
        refs: Sequence[str] | None = None,
    ) -> list[Row[Any]]:
        derivation = self.derivation(organisation)
        if derivation is None:
            return []
        query = rows_of(derivation, shape, kind)
        query = query if on is None else on_day(query, on)
        query = query if party is None else query.where(derived.c.party == party)
        queries: list[Select[Any]] = (
            [query] if refs is None else [query.where(derived.c.ref.in_(p)) for p in chunks(sorted(set(refs)))]
        )
        with self._scope.read() as connection:
            return [row for q in queries for row in connection.execute(q)]


class _Extra(Mapping[str, Any]):
    """Parts by name, each read from its row when it is asked for: some are as large as the history."""

    def __init__(self, rows: Callable[[str | None], list[Row[Any]]]) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> Any:
        found = self._rows(name)
        if not found:
            raise KeyError(name)
        return freeze(json.loads(found[0].body))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(row.kind for row in self._rows(None)))

    def __len__(self) -> int:
        return len(self._rows(None))


def _names(value: Any, party: str) -> bool:
    """True where an argument names the party, however deep."""
    if isinstance(value, Mapping):
        return any(_names(v, party) for v in value.values())
    if isinstance(value, (tuple, list)):
        return any(_names(v, party) for v in value)
    return bool(value == party)
