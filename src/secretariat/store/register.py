"""The register: the one object through which everything is added, and views are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from secretariat.model.claim import Claim, ClaimId
from secretariat.model.document import Document, DocumentId
from secretariat.model.errors import NotFound, RegisterError
from secretariat.model.history import Conflict, History
from secretariat.model.judgement import Judgement
from secretariat.model.witness import Witness
from secretariat.store import appending, forgetting, histories, judging, reprints_saved
from secretariat.store.backend import Backend
from secretariat.store.commit import Clock, Commit, committing
from secretariat.store.facts import facts
from secretariat.store.faults import telling
from secretariat.store.history_reading import HistoryReader
from secretariat.store.port import View
from secretariat.store.postgres import PostgresBackend
from secretariat.store.runs import all_runs, claims_after
from secretariat.store.sqlite import SqliteBackend
from secretariat.store.tables import derivations, derived, documents, runs, witnesses
from secretariat.store.times import published
from secretariat.store.values import Appended, Derivation, Run
from secretariat.store.view import SqlView


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def open_register(where: str | Path, *, create: bool = False, clock: Clock | None = None) -> Register:
    """Open a register.

    Args:
        where: path of a file, or `postgresql://user@host/database`.
        create: make it where there is none.
        clock: gives record time, UTC and aware; the system's by default.
    Raises:
        RegisterError: there is none, it is no register, damaged, unreachable or of a newer version.
    """
    text = str(where)
    backend: Backend
    if text.startswith(("postgresql:", "postgres:", "postgresql+")):
        backend = PostgresBackend.open("postgresql" + text[text.index(":") :], create=create)
    elif "://" in text:
        raise RegisterError(text.partition("://")[0], "is no register address", "Name a file or postgresql://...")
    else:
        backend = SqliteBackend.open(Path(where), create=create)
    return Register(backend, clock or now)


class Register:
    """Implements `port.Writer`. Use it as a context manager, or `close` it."""

    def __init__(self, backend: Backend, clock: Clock) -> None:
        self.backend, self._clock = backend, clock

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def where(self) -> str:
        """Path or address, without a password."""
        return self.backend.where

    @property
    def writable(self) -> bool:
        """False where the file or its folder denies writing."""
        return self.backend.writable

    @contextmanager
    def _commit(self, what: str) -> Iterator[Commit]:
        with (
            telling(self.where),
            self.backend.write() as connection,
            committing(connection, what, self._clock) as commit,
        ):
            yield commit

    def start_run(self, kind: str, rules: str, profiles: str) -> Run:
        """Continue the last run where it is unfinished and of this version, else plan a new one."""
        wanted = Run(0, kind, rules, profiles)
        with telling(self.where), self.backend.read() as connection:
            last = all_runs(connection, 2**31 - 1)[-1:]
        return last[0] if last and not last[0].finished and last[0].version == wanted.version else wanted

    def finish_run(self, run: Run) -> None:
        """Record that the run came to its end."""
        with self._commit("finish") as commit:
            last = commit.connection.execute(select(runs).order_by(runs.c.seq.desc()).limit(1)).mappings().first()
            if last and last["finished"] is None and (last["kind"], last["rules"], last["profiles"]) == run.version:
                commit.changed = True
                commit.connection.execute(update(runs).where(runs.c.seq == last["seq"]).values(finished=commit.seq))

    def append(
        self, entries: Iterable[tuple[Document, Sequence[Claim] | None]], *, run: Run, origin: str = "extract"
    ) -> Appended:
        """Add documents and claims in one commit (see `port.Writer.append`). Raises EvidenceMismatch, RegisterError."""
        ready = appending.checked(entries)
        with self._commit(run.kind) as commit:
            return appending.append(commit, ready, run, origin)

    def treated_ids(self, run: Run) -> frozenset[DocumentId]:
        """Documents that a run of this version treated last: nothing is left to do for them."""
        with telling(self.where), self.backend.read() as connection:
            return appending.treated(connection, run)

    def judge(self, judgement: Judgement) -> Judgement:
        """Record a judgement; returns it with its id and time. Raises UsageError, NotFound, EvidenceMismatch."""
        judging.complete(judgement)
        with self._commit("judge") as commit:
            taken_back = judging.undone(commit, judgement) if judgement.verdict == "undo" else None
            name = judging.record(commit, judgement)
            if taken_back and taken_back.correction:
                judging.retire_correction(commit, taken_back, _number(commit, taken_back.correction.document))
            if judgement.correction:
                self._correct(commit, judgement.correction, judgement.author)
        found = self.view().all_judgements()
        return next(j for j in found if j.id == name)

    def _correct(self, commit: Commit, claim: Claim, author: str) -> None:
        row = commit.connection.execute(select(documents).where(documents.c.id == claim.document)).mappings().first()
        if row is None:
            raise NotFound(claim.document[:12], "the register holds no such document")
        document = appending.as_document(commit, row)
        appending.append(commit, appending.checked([(document, [claim])]), Run(0, "hand", "", ""), f"hand:{author}")

    def forget(self, document: DocumentId, *, reason: str, author: str) -> None:
        """Remove a document's words for good; hash, ranges and reason stay. Raises NotFound, UsageError."""
        with self._commit("forget") as commit:
            forgetting.forget(commit, _number(commit, document), f"{reason} ({author})")

    def save_history(
        self,
        history: History,
        *,
        view: View,
        rules: str = "",
        profiles: str = "",
        bounds: Mapping[str, tuple[str, str]] | None = None,
    ) -> Derivation:
        """Save what `view` gave as history (see `port.Writer.save_history`)."""
        with self._commit("derive") as commit:
            key = (published(commit.connection, view.as_published).key, view.seen, rules, profiles)
            number = histories.save(commit, history, key, bounds or {})
        with telling(self.where), self.backend.read() as connection:
            return histories.numbered(connection, number)

    def last_history(self, organisation: str) -> History | None:
        """The newest saved history over all documents, whatever facts it was made from; None where there is none."""
        return self._last([organisation]).history(organisation)

    def last_conflicts(self, organisation: str = "") -> tuple[Conflict, ...]:
        """Conflicts of the newest saved histories, of one organisation or of all: judging does not make them vanish."""
        names = [organisation] if organisation else list(self.view().organisations())
        reader = self._last(names)
        return tuple(conflict for name in names for conflict in reader.conflicts(name))

    def _last(self, organisations: Sequence[str]) -> HistoryReader:
        with telling(self.where), self.backend.read() as connection:
            found = {name: histories.newest(connection, name) for name in organisations}
        return HistoryReader(self.view().scope, {name: one for name, one in found.items() if one})

    def save_witnesses(self, found: Sequence[Witness], *, view: View) -> None:
        """Replace the groups of copied passages."""
        with self._commit("derive") as commit:
            reprints_saved.save(commit, found, view.seen)

    def witnesses_current(self) -> bool:
        """True where the groups of copied passages were made from the documents of now."""
        with telling(self.where), self.backend.read() as connection:
            return reprints_saved.current(connection)

    def drop_derived(self) -> None:
        """Throw away histories and witnesses: they can be made again. What was answered as known before is lost."""
        with self._commit("derive") as commit:
            for table in (derived, derivations, witnesses):
                commit.connection.execute(table.delete())
            commit.changed = True

    def view(self, *, as_known: str | None = None, as_published: str | None = None) -> SqlView:
        """The register at R (`as_known`) and P (`as_published`). Raises UsageError."""
        return SqlView(self.backend, as_known, as_published)

    def difference(self, before: int, after: int) -> tuple[frozenset[ClaimId], frozenset[ClaimId]]:
        """Ids of claims that the second run gained and lost, in documents that both treated."""
        with telling(self.where), self.backend.read() as connection:
            old, new = claims_after(connection, before, after), claims_after(connection, after, before)
        return frozenset(ClaimId(id) for id, _ in new - old), frozenset(ClaimId(id) for id, _ in old - new)

    def hold(self, wait: float = 0.0, waiting: object = None) -> AbstractContextManager[None]:
        """Be the only build on this register until the block ends.

        Args:
            wait: seconds to wait for another build. waiting: called with a sentence when waiting begins.
        Raises:
            RegisterError: another build holds it; the message says which.
        """
        return self.backend.hold(wait, waiting)

    def backup(self, target: Path) -> None:
        """Copy a consistent state of the live register to a new file."""
        self.backend.backup(target)

    def facts(self) -> dict[str, Any]:
        """Counts and versions for `status`."""
        with telling(self.where):
            return facts(self.backend)

    def close(self) -> None:
        """Release files and connections."""
        self.backend.close()


def _number(commit: Commit, document: DocumentId) -> int:
    found = commit.connection.execute(select(documents.c.seq).where(documents.c.id == document)).scalar()
    if found is None:
        raise NotFound(document[:12], "the register holds no such document", "See `secretariat status`")
    return int(found)
