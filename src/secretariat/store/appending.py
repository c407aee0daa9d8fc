"""Add documents and claims to a register, in one commit, never changing one already present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update

from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.model.errors import EvidenceMismatch, UnreadableDocument
from secretariat.store import words
from secretariat.store.commit import Commit
from secretariat.store.rows import check_claim, claim_row, document_row, to_document
from secretariat.store.series import add_sightings
from secretariat.store.tables import claims, documents, extractions, passages, runs, sightings
from secretariat.store.values import Appended, Run

CHUNK = 500  # ids in one IN (...): far below SQLite's limit of variables


# Ordered, so that of several extractions of a document the last one wins in a dictionary.
_VERSIONS = (
    select(extractions.c.document, runs.c.kind, runs.c.rules, runs.c.profiles)
    .join_from(extractions, runs, extractions.c.run == runs.c.seq)
    .order_by(extractions.c.document, extractions.c.added)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it lies at one place, with the claims of one extraction of it."""

    document: Document
    claims: tuple[Claim, ...] | None


def checked(entries: Iterable[tuple[Document, Sequence[Claim] | None]]) -> tuple[Entry, ...]:
    """Check everything before anything is written: texts that both databases can hold, words that are the slices.

    Raises:
        EvidenceMismatch, UnreadableDocument: the first fault found.
    """
    return tuple(Entry(document, _checked(document, said)) for document, said in entries)


def _checked(document: Document, said: Sequence[Claim] | None) -> tuple[Claim, ...] | None:
    _storable(document)
    if said is None:
        return None
    unique: dict[str, Claim] = {}
    for claim in said:
        check_claim(claim, document)
        if unique.setdefault(claim.id, claim) != claim and claim.given:
            raise EvidenceMismatch(
                document.label, f"two different claims have the id {claim.id!r}", "Give each its own"
            )
    return tuple(unique.values())


def _storable(document: Document) -> None:
    if "\0" in document.text:
        raise UnreadableDocument(document.label, "its text holds NUL characters", "Save it as plain text")
    try:
        document.text.encode()
    except UnicodeEncodeError as problem:
        what = "its text holds half characters (surrogates)"
        raise UnreadableDocument(document.label, what, "Save it as UTF-8") from problem


def append(commit: Commit, entries: Sequence[Entry], run: Run, origin: str) -> Appended:
    """Write what is new; `commit.changed` stays false where nothing is.

    Args:
        entries: what `checked` let pass.
        run: whose version counts; its row is made where there is none yet.
        origin: "extract", "import" or "hand:<author>".
    """
    numbers = _known(commit, {e.document.id for e in entries})
    fresh = [e for e in entries if e.document.id not in numbers]
    number = _open_run(commit, run) or _begin_run(commit, run)
    added = _add_documents(commit, fresh, numbers)
    _add_sightings(commit, entries, numbers, number)
    treated = [e for e in entries if e.claims is not None]
    done = _Claims(commit, origin, number, numbers).add(treated)
    if origin == "extract":
        _add_extractions(commit, treated, numbers, number, run)
    return Appended(added, len({e.document.id for e in entries}) - added, done.claims, done.known_claims, done.retired)


def _begin_run(commit: Commit, run: Run) -> int:
    """Write the row of a new run; it goes with the commit if nothing else changes."""
    number = commit.number(runs)
    row = {"seq": number, "kind": run.kind, "rules": run.rules, "profiles": run.profiles, "added": commit.seq}
    commit.connection.execute(insert(runs), {**row, "finished": None})
    return number


def _open_run(commit: Commit, run: Run) -> int | None:
    """The last run, where it is not finished and of the same version."""
    last = commit.connection.execute(select(runs).order_by(runs.c.seq.desc()).limit(1)).mappings().first()
    if last and last["finished"] is None and (last["kind"], last["rules"], last["profiles"]) == run.version:
        return int(last["seq"])
    return None


def _known(commit: Commit, ids: set[DocumentId]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in chunks(sorted(ids)):
        rows = commit.connection.execute(select(documents.c.id, documents.c.seq).where(documents.c.id.in_(part)))
        found.update((row.id, row.seq) for row in rows)
    return found


def chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Cut a list into parts that fit one statement."""
    return (values[i : i + CHUNK] for i in range(0, len(values), CHUNK))


def _add_documents(commit: Commit, fresh: Sequence[Entry], numbers: dict[str, int]) -> int:
    rows, stretches, folded = [], [], []
    for entry in fresh:
        document = entry.document
        if document.id in numbers:
            continue
        numbers[document.id] = commit.number(documents)
        seq = numbers[document.id]
        rows.append({**document_row(document), "seq": seq, "added": commit.seq, "reason": ""})
        for start, end in words.stretches(document.text):
            passage = commit.number(passages)
            stretches.append({"seq": passage, "document": seq, "start": start, "end": end})
            folded.append({"passage": passage, "folded": words.indexed(document.text, start, end)})
    commit.put(documents, rows)
    commit.put(passages, stretches)
    if folded:
        commit.connection.execute(text(INDEX[commit.connection.dialect.name]), folded)
    return len(rows)


INDEX = {
    "sqlite": "INSERT INTO words(rowid, folded) VALUES (:passage, :folded)",
    "postgresql": "INSERT INTO words(passage, folded) VALUES (:passage, to_tsvector('simple', :folded))",
}


def _add_sightings(commit: Commit, entries: Sequence[Entry], numbers: Mapping[str, int], run: int) -> None:
    """Note every place at which a document lies: the same file twice is one document at two places."""
    seen: set[tuple[int, str]] = set()
    for part in chunks(sorted({numbers[e.document.id] for e in entries})):
        rows = commit.connection.execute(
            select(sightings.c.document, sightings.c.path).where(sightings.c.document.in_(part))
        )
        seen.update((row.document, row.path) for row in rows)
    new = {(numbers[e.document.id], e.document.path or e.document.label): e.document for e in entries}
    add_sightings(commit, [(place[0], d) for place, d in new.items() if place not in seen], run)


def _add_extractions(
    commit: Commit, entries: Sequence[Entry], numbers: Mapping[str, int], run: int, version: Run
) -> None:
    """Note which version treated a document last; nothing where it was this one."""
    wanted = {numbers[e.document.id] for e in entries}
    for part in chunks(sorted(wanted)):
        rows = latest_versions(commit.connection, part)
        wanted -= {document for document, found in rows.items() if found == version.version}
    commit.put(extractions, [{"document": d, "added": commit.seq, "run": run} for d in sorted(wanted)])


def latest_versions(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """The version of the run that treated each document last."""
    rows = connection.execute(_VERSIONS.where(extractions.c.document.in_(numbers)))
    return {row.document: (row.kind, row.rules, row.profiles) for row in rows}


def treated(connection: Connection, run: Run) -> frozenset[DocumentId]:
    """Documents that a run of this version treated last."""
    rows = connection.execute(
        _VERSIONS.add_columns(documents.c.id).join(documents, documents.c.seq == extractions.c.document)
    )
    latest = {DocumentId(row.id): (row.kind, row.rules, row.profiles) for row in rows}
    return frozenset(id for id, version in latest.items() if version == run.version)


def as_document(commit: Commit, row: Mapping[Any, Any]) -> Document:
    """A document of the register as it lies at its first path."""
    query = (
        select(sightings.c.label, sightings.c.path).where(sightings.c.document == row["seq"]).order_by(sightings.c.path)
    )
    place = commit.connection.execute(query).first()
    return to_document(row, place.label if place else "", place.path if place else "")


@dataclass(frozen=True, slots=True)
class _Claims:
    """Adds the claims of one origin and retires what a newer extraction no longer finds."""

    commit: Commit
    origin: str
    run: int
    numbers: Mapping[str, int]

    def add(self, entries: Sequence[Entry]) -> Appended:
        """Write new and changed claims, retire lost ones."""
        old = self._live(sorted({self.numbers[e.document.id] for e in entries}))
        fresh: dict[tuple[int, str], dict[str, Any]] = {}
        retired: list[int] = []
        known = 0
        for entry in entries:
            number = self.numbers[entry.document.id]
            for claim in entry.claims or ():
                row = claim_row(claim)
                before = old.pop((number, row["id"]), None)
                if before and before[1] == row["body"]:
                    known += 1
                    continue
                if before:
                    retired.append(before[0])
                fresh[number, row["id"]] = {**row, "document": number}
        if self.origin == "extract":
            retired += [seq for seq, _ in old.values()]
        self._retire(retired)
        self._put(list(fresh.values()))
        return Appended(claims=len(fresh), known_claims=known, retired=len(retired))

    def _live(self, numbers: Sequence[int]) -> dict[tuple[int, str], tuple[int, str]]:
        found = {}
        columns = select(claims.c.seq, claims.c.document, claims.c.id, claims.c.body)
        for part in chunks(numbers):
            live = (claims.c.document.in_(part), claims.c.origin == self.origin, claims.c.retired.is_(None))
            found.update(
                {(r.document, r.id): (r.seq, r.body) for r in self.commit.connection.execute(columns.where(*live))}
            )
        return found

    def _retire(self, numbers: Sequence[int]) -> None:
        if numbers:
            self.commit.changed = True
            query = update(claims).where(claims.c.seq == bindparam("number")).values(retired=self.commit.seq)
            self.commit.connection.execute(query, [{"number": n} for n in numbers])

    def _put(self, rows: Sequence[dict[str, Any]]) -> None:
        common = {"origin": self.origin, "run": self.run, "added": self.commit.seq, "retired": None}
        for row in rows:
            row.update(common, seq=self.commit.number(claims))
        self.commit.put(claims, rows)
