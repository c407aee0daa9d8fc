"""Reconcile many claims on one core and say how long it took and how much memory it needed.

    python bench/reconcile_load.py [--claims 100000] [--organisations 60] [--one]

Claims are made up: each organisation has two hundred parties with a way of steps, of which some documents tell a
wrong day, meetings, offices, counts and promises, told by documents of different publishers.
`--one` puts all claims into one organisation, the worst case for the blocks of look-alikes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from secretariat.model.claim import Attribution, Claim
from secretariat.model.document import Document
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime
from secretariat.reconcile import reconcile

PUBLISHERS = ("Example Wire", "Ministry of Examples", "Example Daily", "Example Portal", "Example Encyclopaedia")
PARTIES = tuple(f"{a}{b}{c}" for a in "ABCDEF" for b in "GHIJKL" for c in "MNOPQR")[:200]
STEPS = ("applied", "procedure-opened", "memorandum-signed", "acceded")
WORDS = "river harvest bridge lantern mountain cedar copper railway orchard signal glacier market canal meadow".split()
FIRST = date(1995, 1, 1)


def documents(organisation: str, number: int) -> list[Document]:
    """Documents about one organisation by different publishers over thirty years."""
    found = []
    for n in range(number):
        day = FIRST + timedelta(days=n * 10_000 // max(1, number))
        text = (
            f"Report {n} on {organisation}.\n\n"
            + f"The members of {organisation} met and spoke of their affairs. " * 40
        )
        title = f"{organisation} report {n}"
        found.append(
            Document(text, f"{organisation}-{n}", title=title, publisher=PUBLISHERS[n % 5], published=day.isoformat())
        )
    return found


def claims(organisation: str, papers: list[Document], number: int, dice: random.Random) -> Iterator[Claim]:
    """Claims of all kinds in the shares that labelled documents have."""
    makers = (
        (_membership,) * 5
        + (_office,) * 3
        + (_event,) * 3
        + (_figure,) * 2
        + (_commitment, _body, _instrument, _statement)
    )
    for n in range(number):
        paper = papers[n % len(papers)]
        kind, args, day = makers[dice.randrange(len(makers))](organisation, dice)
        start = 60 + (n * 17) % 1500
        time_ = ValidTime(day, day) if day else None
        by = Attribution("Nurlan Example", "said") if dice.random() < 0.2 else None
        yield Claim(kind, paper.id, Evidence.of(paper.text, start, start + 40), args, attribution=by, time=time_)


def _day(seed: int, dice: random.Random) -> str:
    """A day that depends on the thing told, sometimes wrong by a little or told as a year only."""
    day = FIRST + timedelta(days=(seed * 7919) % 9000)
    wrong = dice.random()
    if wrong < 0.08:
        day += timedelta(days=dice.randint(1, 300))
    return day.isoformat() if wrong < 0.8 else day.isoformat()[:4]


def _membership(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n, step = dice.randrange(len(PARTIES)), dice.randrange(len(STEPS))
    args = {"party": PARTIES[n], "organisation": organisation, "status": "member", "step": STEPS[step]}
    return "membership", args, _day(n, dice) if dice.random() < 0.8 else ""


def _office(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(300)
    person = f"{WORDS[n % 14].title()} {WORDS[(n // 14) % 14].title()}ov{n % 7}"
    return (
        "office",
        {"person": person, "office": "director", "organisation": f"{organisation} Centre {n}", "step": "holds"},
        "",
    )


def _event(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(400)
    name = f"{organisation} {WORDS[n % 14]} {WORDS[(n // 14) % 14]} forum {n}"
    return "event", {"type": "forum", "name": name, "place": WORDS[n % 14].title()}, _day(n, dice)


def _figure(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(500)
    return (
        "figure",
        {
            "value": n * 10,
            "bound": "exact",
            "unit": "people",
            "of": f"people in the {WORDS[n % 14]} {n}",
            "subject": organisation,
        },
        "",
    )


def _commitment(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(300)
    status = "delivered" if dice.random() < 0.3 else "promised"
    return (
        "commitment",
        {"actor": PARTIES[n % 200], "object": f"{WORDS[n % 14]} {WORDS[(n // 14) % 14]} scheme {n}", "status": status},
        "",
    )


def _body(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(300)
    name = f"{organisation} {WORDS[n % 14].title()} {WORDS[(n // 14) % 14].title()} Institute {n}"
    return (
        "body",
        {"name": name, "type": "institution", "step": "established", "place": WORDS[n % 14].title()},
        _day(n, dice),
    )


def _instrument(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    n = dice.randrange(300)
    return (
        "instrument",
        {
            "title": f"{WORDS[n % 14].title()} {WORDS[(n // 14) % 14]} Declaration {n}",
            "type": "declaration",
            "step": "adopted",
        },
        _day(n, dice),
    )


def _statement(organisation: str, dice: random.Random) -> tuple[str, dict[str, object], str]:
    start = dice.randrange(60, 1500)
    return "statement", {"source": "Nurlan Example", "content": [[start, start + 30]]}, ""


def main() -> int:
    """Make claims up, reconcile them organisation by organisation, print seconds and megabytes as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--organisations", type=int, default=60)
    parser.add_argument("--one", action="store_true")
    options = parser.parse_args()
    dice = random.Random(7)
    names = ["org00"] if options.one else [f"org{n:02}" for n in range(options.organisations)]
    each = options.claims // len(names)
    spent = found = conflicts = 0.0
    for name in names:
        papers = documents(name, max(5, each // 40))
        told = list(claims(name, papers, each, dice))
        begun = time.process_time()
        history = reconcile(told, papers, name)
        spent += time.process_time() - begun
        found += len(history.lines)
        conflicts += len(history.conflicts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"claims": each * len(names), "organisations": len(names), "cpu_seconds": round(spent, 1),
                      "peak_mb": round(peak), "lines": int(found), "conflicts": int(conflicts)}))  # fmt: skip
    return int(spent > 60)


if __name__ == "__main__":
    sys.exit(main())
