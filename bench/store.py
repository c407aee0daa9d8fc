"""Fill registers with claims and histories, and measure: loading, size, and every form of query.

    bench/store.py [--claims 10000 100000 1000000] [--database sqlite postgresql] [--documents 100000] [--folder DIR]

Sixty organisations; each document is a short text of its own about one of them, with its share of the claims, each
claim's evidence one sentence of it. Loading goes through `append`, the door that checks every claim's words. Histories
(spells on both bases, changes, a line for most claims) are saved through `save_history`. Queries are timed on a view
taken anew for every call. PostgreSQL is a real server started in a folder of its own. Prints JSON; see decision 0062.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from registers import postgres_server  # noqa: E402
from secretariat.model.claim import Attribution, Claim  # noqa: E402
from secretariat.model.document import Document  # noqa: E402
from secretariat.model.evidence import Evidence  # noqa: E402
from secretariat.model.history import Change, History, Line, Spell  # noqa: E402
from secretariat.model.time import LAST_DAY, ValidTime  # noqa: E402
from secretariat.store import Register, open_register  # noqa: E402
from secretariat.store.port import Run  # noqa: E402

ORGANISATIONS = tuple(f"org{n:02}" for n in range(60))
PARTIES = tuple(f"{a}{b}{c}" for a in "ABCDEF" for b in "GHIJKL" for c in "MNOPQR")[:200]
KINDS = ("membership", "office", "event", "instrument", "body", "figure", "commitment", "statement", "formula")
FORMS = ("offices", "meetings", "instruments", "bodies", "commitments", "figures", "statements", "formulas")
LINE_KINDS = dict(zip(FORMS, KINDS[1:], strict=True))
BATCH = 500  # documents in one commit: an import; a build commits each by itself
RUN = Run(0, "extract", "bench", "bench")
FIRST = date(1990, 1, 1)


def day(chance: random.Random) -> str:
    """A day between 1990 and 2025."""
    return (FIRST + timedelta(days=chance.randrange(13000))).isoformat()


def a_document(number: int, size: int) -> tuple[Document, list[Claim]]:
    """A document of so many claims, the same for the same number."""
    chance = random.Random(number)
    organisation = ORGANISATIONS[number % len(ORGANISATIONS)]
    published = day(chance)
    sentences = [
        f"In matter {number}-{i} the council of {organisation} told of {chance.choice(PARTIES)}, {chance.random():.9f}."
        for i in range(max(1, size))
    ]
    text = " ".join(sentences)
    document = Document(
        text, f"d{number:07}", path=f"{number % 97}/d{number:07}.txt", published=published, publisher="Bench"
    )
    claims, at = [], 0
    for sentence in sentences[:size]:
        claims.append(a_claim(chance, document, Evidence(at, at + len(sentence), sentence), organisation, published))
        at += len(sentence) + 1
    return document, claims


def a_claim(chance: random.Random, document: Document, words: Evidence, organisation: str, published: str) -> Claim:
    """A claim of any kind."""
    kind = chance.choice(KINDS)
    args = {
        "organisation": organisation,
        "party": chance.choice(PARTIES),
        "step": "holds",
        "name": f"Thing {chance.randrange(9999)}",
    }
    by = Attribution("A. Person", "said") if chance.random() < 0.3 else None
    return Claim(
        kind, document.id, words, args, attribution=by, time=ValidTime(published, published), rule="bench", score=0.9
    )


def documents(claims: int, number: int) -> Iterator[tuple[Document, list[Claim]]]:
    """So many claims spread over so many documents."""
    number = min(number, claims)
    for i in range(number):
        yield a_document(i, claims // number + (i < claims % number))


def load(register: Register, claims: int, number: int) -> dict[str, Any]:
    """Fill the register; only the time inside `append` counts, making the texts does not."""
    spent = cpu = 0.0
    entries = documents(claims, number)
    while batch := list(islice(entries, BATCH)):
        began = time.process_time()
        spent += timed(lambda: register.append(batch, run=RUN))
        cpu += time.process_time() - began
    register.finish_run(RUN)
    size = register.facts()["bytes"]
    rates = {"per_second": round(claims / spent), "per_cpu_second": round(claims / cpu)}
    return {"claims": claims, "seconds": round(spent, 1), **rates, "bytes_per_claim": round(size / claims)}


def timed(call: Callable[[], object]) -> float:
    """Seconds a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def a_history(register: Register, organisation: str) -> tuple[History, dict[str, tuple[str, str]]]:
    """Spells and changes of 200 parties, and a line for every claim that is no membership."""
    chance = random.Random(organisation)
    claims = list(register.view().claims(organisation=organisation))
    joined = {party: day(chance) for party in PARTIES}
    mine = [c for c in claims if c.kind == "membership"]
    ids = {party: tuple(c.id for c in mine if c.args["party"] == party)[:5] for party in PARTIES}
    spells = [
        Spell(
            f"s-{organisation}-{p}",
            organisation,
            p,
            "member",
            "good",
            basis,
            joined[p],
            None,
            joined[p],
            LAST_DAY,
            claims=ids[p],
        )
        for p in PARTIES
        for basis in ("decision", "effect")
    ]
    changes = [
        Change(f"c-{organisation}-{p}", organisation, p, "member", "acceded", joined[p], claims=ids[p]) for p in PARTIES
    ]
    lines = [
        Line(f"l-{c.id}", organisation, c.kind, c.args, c.time, claims=(c.id,), attribution=c.attribution)
        for c in claims
        if c.kind != "membership"
    ]
    return History(organisation, tuple(lines), tuple(spells), tuple(changes)), {}


def derive(register: Register) -> dict[str, Any]:
    """Save a history of every organisation."""
    spent, rows = 0.0, 0
    view = register.view()
    for organisation in ORGANISATIONS:
        history, bounds = a_history(register, organisation)
        rows += len(history.lines) + len(history.spells) + len(history.changes)
        spent += timed(lambda: register.save_history(history, view=view, bounds=bounds))  # noqa: B023
    return {"rows": rows, "seconds": round(spent, 1), "per_second": round(rows / spent)}


def questions(register: Register, known: str) -> dict[str, Callable[[random.Random], object]]:
    """Every form of query, each for an organisation and a day by chance."""

    def some(chance: random.Random) -> str:
        return chance.choice(ORGANISATIONS)

    found: dict[str, Callable[[random.Random], object]] = {
        "members": lambda c: register.view().spells(some(c), on=day(c), basis="effect"),
        "members as known": lambda c: register.view(as_known=known).spells(some(c), on=day(c), basis="effect"),
        "timeline": lambda c: register.view().changes(some(c), party=c.choice(PARTIES)),
        "search": lambda c: list(register.view().search(f"matter {c.randrange(999)} council", limit=20)),
        "why": lambda c: register.view().owner(f"s-{some(c)}-{c.choice(PARTIES)}"),
    }
    for form, kind in LINE_KINDS.items():
        found[form] = lambda c, kind=kind: evidence(register, some(c), kind, day(c))  # type: ignore[misc]
    return found


def evidence(register: Register, organisation: str, kind: str, on: str) -> list[Claim]:
    """Lines of a year around a day, with the claims that an answer shows."""
    view = register.view()
    lines = [line for n in range(1, 13) for line in view.lines(organisation, kind, on=f"{on[:4]}-{n:02}-15")]
    return list(view.claims(ids=[id for line in lines for id in line.claims]))


def measure(call: Callable[[random.Random], object], times: int) -> dict[str, float]:
    """Median and 99th percentile in milliseconds, after three calls to warm up; `cpu` is what this process computed.

    On a machine that others use the clock on the wall measures them too; the median of the computing time does not.
    """
    chance = random.Random(7)
    for _ in range(3):
        call(chance)
    wall, cpu = [], []
    for _ in range(times):
        began = time.process_time()
        wall.append(timed(lambda: call(chance)) * 1000)
        cpu.append((time.process_time() - began) * 1000)
    wall.sort()
    cpu.sort()
    last = min(times - 1, int(times * 0.99))
    figures = {
        "median": statistics.median(wall),
        "p99": wall[last],
        "cpu": statistics.median(cpu),
        "cpu_p99": cpu[last],
    }
    return {name: round(value, 2) for name, value in figures.items()}


def as_published(register: Register) -> dict[str, float]:
    """Roster as published by P: the first time its claims are read, a history made and saved; then it is there."""
    organisation, published = ORGANISATIONS[3], "2010-06"

    def first() -> None:
        view = register.view(as_published=published)
        claims = list(view.claims(organisation=organisation, kinds=("membership",)))
        spells = {(c.args["party"], c.time.edtf if c.time else "") for c in claims}
        history = History(
            organisation, spells=tuple(_spell(organisation, p, str(d), claims) for p, d in sorted(spells))
        )
        register.save_history(history, view=view)
        register.view(as_published=published).spells(organisation, on="2010-06-01", basis="effect")

    cold = timed(first) * 1000
    again = measure(
        lambda c: register.view(as_published=published).spells(organisation, on="2010-06-01", basis="effect"), 50
    )
    return {"cold": round(cold, 1), **{f"again {k}": v for k, v in again.items()}}


def _spell(organisation: str, party: str, since: str, claims: Sequence[Claim]) -> Spell:
    return Spell(f"p-{party}-{since}", organisation, party, "member", "good", "effect", since, None, since, LAST_DAY)


@contextmanager
def place(database: str, folder: Path, claims: int) -> Iterator[str]:
    """Where to put a register."""
    if database == "sqlite":
        path = folder / f"bench-{claims}.db"
        path.unlink(missing_ok=True)
        yield str(path)
        path.unlink(missing_ok=True)
        return
    with postgres_server() as address:
        yield address


def bench(database: str, folder: Path, claims: int, number: int, times: int) -> dict[str, Any]:
    """Everything for one size on one database."""
    with place(database, folder, claims) as where, open_register(where, create=True) as register:
        loaded = load(register, claims, number)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        derived = derive(register)
        known = datetime.now(UTC).isoformat()
        asked = {name: measure(call, times) for name, call in questions(register, known).items()}
        return {
            "database": database,
            "load": {**loaded, "peak_MB": round(memory)},
            "histories": derived,
            "bytes_per_claim_with_histories": round(register.facts()["bytes"] / claims),
            "queries_ms": asked,
            "as_published_ms": as_published(register),
        }


def main() -> None:
    """Read the command line, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where SQLite's file is put; a temporary folder by default")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        for claims in given.claims:
            for database in given.database:
                print(json.dumps(bench(database, folder, claims, given.documents, given.times), indent=1), flush=True)


if __name__ == "__main__":
    main()
