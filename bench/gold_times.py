"""How many dated claims of the labelled sets find their time: does some expression give the labelled EDTF?

    python bench/gold_times.py [--misses]

Two shares for each set: an expression within 250 characters of the claim's evidence has it, and an expression on the
words that the label names has it (anywhere in the document, for a label may reach back to the opening). This measures
the time layer alone, not which expression the extractor gives to which claim; `bench/claims.py` does that.
Reads ../shared (or SECRETARIAT_SHARED). Seeds have no metadata: their dates are those that their readers find in them.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from secretariat.model.document import Document
from secretariat.model.parsed import TimeExpression
from secretariat.parse.times import find_times
from secretariat.read import read_file

SHARED = Path(os.environ.get("SECRETARIAT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = {
    "seeds": "seeds",
    "eurasia": "corpus/eurasia",
    "white-house-a": "corpus/white-house",
    "white-house-b": "corpus/white-house",
}
NEAR = 250


@cache
def document(folder: str, name: str) -> tuple[Document, tuple[TimeExpression, ...]]:
    """A document of the labelled sets with its expressions."""
    path = next((SHARED / folder).rglob(f"{name}.txt"))
    (found,) = [item for item in read_file(path) if isinstance(item, Document)]
    return found, find_times(found.text, published=found.published)


def dated(name: str) -> Iterator[dict[str, Any]]:
    """The claims of a set whose label has an EDTF."""
    for line in (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        if (claim.get("time") or {}).get("edtf"):
            yield claim


def accepted(claim: dict[str, Any]) -> set[str]:
    """The labelled EDTF and the other right ones."""
    others = (claim.get("accept") or {}).get("time", [])
    return {claim["time"]["edtf"], *filter(None, others)}


def near(claim: dict[str, Any], times: tuple[TimeExpression, ...]) -> bool:
    """True where an expression around the evidence has the label's EDTF."""
    low, high = claim["evidence"]["start"] - NEAR, claim["evidence"]["end"] + NEAR
    return any(t.edtf in accepted(claim) for t in times if t.end > low and t.start < high)


def on_its_words(claim: dict[str, Any], text: str, times: tuple[TimeExpression, ...]) -> bool:
    """True where an expression on the words of the label has the label's EDTF."""
    said = _plain(claim["time"]["text"])
    for time in times:
        phrase, words = _plain(text[time.phrase_start : time.phrase_end]), _plain(text[time.start : time.end])
        if time.edtf in accepted(claim) and (said in phrase or words in said):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def main() -> None:
    """Print both shares of every set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list the labels that no expression on their words has")
    arguments = parser.parse_args()
    for name, folder in SETS.items():
        claims = list(dated(name))
        around = right = 0
        for claim in claims:
            text, times = document(folder, claim["document"])
            around += near(claim, times)
            found = on_its_words(claim, text.text, times)
            right += found
            if arguments.misses and not found:
                print("  ", claim["document"], claim["time"]["edtf"], repr(claim["time"]["text"]), sep="\t")
        shares = f"near the evidence {100 * around / len(claims):.1f} %, on its words {100 * right / len(claims):.1f} %"
        print(f"{name:14} {len(claims)} dated claims: {shares}")


if __name__ == "__main__":
    main()
