"""Draw claims from documents that nobody labelled, for readers to judge: do the words support them, are they right?

    python bench/sample.py [--shared ../shared] [--seed 1] [--claims 100]

The documents are those of `corpus/white-house` that no gold file names. Prints one claim a paragraph.
"""

import argparse
import json
import os
import random
from pathlib import Path

from secretariat.app.pipeline import claims_of
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.profiles import load_profiles
from secretariat.read import read_sources

AROUND = 200  # characters of the document shown on either side


def unlabelled(shared: Path) -> list[Document]:
    """Documents without gold, in the order of their paths."""
    gold = (shared / "gold").glob("*.jsonl")
    known = {json.loads(line)["document"] for path in gold for line in path.read_text("utf-8").splitlines() if line}
    found = read_sources([shared / "corpus" / "white-house"])
    return [d for d in found if isinstance(d, Document) and d.label not in known]


def draw(documents: list[Document], seed: int, wanted: int) -> list[tuple[Document, Claim]]:
    """Draw claims without replacement, every claim with the same chance."""
    profiles = load_profiles()
    claims = [(d, c) for d in documents for c in claims_of(d, profiles)[0]]
    return random.Random(seed).sample(sorted(claims, key=lambda p: (p[0].label, p[1].key)), min(wanted, len(claims)))


def shown(number: int, document: Document, claim: Claim) -> str:
    """A claim for a reader."""
    said = claim.to_json(document.label)
    start, end = claim.evidence.start, claim.evidence.end
    text = " ".join(document.text[max(0, start - AROUND) : start].split())
    after = " ".join(document.text[end : end + AROUND].split())
    args = json.dumps({k: v for k, v in said["args"].items() if v not in (None, "", [])}, ensure_ascii=False)
    time = claim.time.edtf if claim.time else None
    by = claim.attribution.source if claim.attribution else None
    head = f"{number}. [{claim.kind}] {args}\n   time={time} modality={claim.modality} said by={by} rule={claim.rule}"
    return f"{head}\n   {document.label} ({document.published})\n   …{text} ⟦{claim.evidence.text}⟧ {after}…\n"


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("SECRETARIAT_SHARED", "../shared")))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=int, default=100)
    options = parser.parse_args()
    for number, (document, claim) in enumerate(draw(unlabelled(options.shared), options.seed, options.claims), 1):
        print(shown(number, document, claim))


if __name__ == "__main__":
    main()
