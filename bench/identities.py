"""Measure identities on the labelled claims: rows of the conflict lists, B-cubed of people, names that resolve.

    python bench/identities.py [--show]

Reads ../shared (or SECRETARIAT_SHARED): gold/*.jsonl and the documents. `identities/rows.tsv` says which claims must be
one, must stay apart or must be left open for a person (the rows "one thing, several names" and "look alike" of the two
conflict lists); `identities/people.tsv` labels the person of every office and statement claim. Both hold ids only.
B-cubed: Bagga and Baldwin (1998).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from secretariat.link import Identities, identify
from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.names import find_names, resolve

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared"))
LABELS = Path(__file__).parent / "identities"


@dataclass(frozen=True)
class Gold:
    """Labelled claims with the documents they are about."""

    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]


def load_gold(sets: Iterable[str] = ("seeds", "eurasia"), shared: Path = SHARED) -> Gold:
    """The gold claims of some sets; a claim's document is the id of the document that its label names."""
    folders = {"seeds": shared / "seeds", "eurasia": shared / "corpus" / "eurasia"}
    documents: dict[str, Document] = {}
    rows: list[Mapping[str, object]] = []
    for name in sets:
        for path in sorted(folders.get(name, shared / "corpus" / "white-house").glob("*.txt")):
            documents[path.stem] = Document(path.read_bytes().decode("utf-8"), path.stem)
        lines = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows += [json.loads(line) for line in lines]
    ids = {label: d.id for label, d in documents.items()}
    claims = tuple(Claim.from_json(r, ids.get(str(r["document"]), DocumentId(str(r["document"])))) for r in rows)
    used = {c.document for c in claims}
    return Gold(claims, tuple(d for d in documents.values() if d.id in used))


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the label files."""
    head, *lines = (LABELS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def judge_rows(found: Identities) -> list[tuple[str, str, str, bool]]:
    """Each row of the conflict lists: its number, set, what must be, and whether it is so."""
    out = []
    for row in table("rows"):
        wanted = [_wanted(w) for w in row["claims"].split()]
        verdict = {"same": _same, "apart": _apart, "flagged": _flagged}[row["verdict"]]
        out.append((row["row"], row["set"], f"{row['verdict']}: {row['claims']}", verdict(found, wanted)))
    return out


def _wanted(word: str) -> tuple[str, str]:
    """Type (or empty) and claim id of one entry: "person:001:office-1" is a claim of the seed whose name begins so."""
    *type_, document, claim = word.split(":")
    return (type_[0] if type_ else ""), f"{_stems().get(document, document)}-{claim}"


def _stems() -> dict[str, str]:
    return {p.stem.split("_")[0]: p.stem for p in (SHARED / "seeds").glob("*.txt")}


def _homes(found: Identities, wanted: tuple[str, str]) -> set[str]:
    type_, claim = wanted
    return {i.id for i in found.all if not type_ or i.type == type_ for r in i.references if r.claim == claim}


def _same(found: Identities, wanted: list[tuple[str, str]]) -> bool:
    return bool(set.intersection(*(_homes(found, w) for w in wanted)))


def _apart(found: Identities, wanted: list[tuple[str, str]]) -> bool:
    main = {"body": ("name", "party", "organisation"), "person": ("person", "source"), "formula": ("name",)}
    homes = []
    for type_, claim in wanted:
        kind = type_ or {"office": "person"}.get(claim.split("-")[-2], claim.split("-")[-2])
        homes.append(
            {i.id for i in found.of_type(kind) for r in i.references if r.claim == claim and r.field in main[kind]}
        )
    return all(homes) and all(not a & b for n, a in enumerate(homes) for b in homes[n + 1 :])


def _flagged(found: Identities, wanted: list[tuple[str, str]]) -> bool:
    ids = {claim for _, claim in wanted}
    return any({link.first.claim, link.second.claim} == ids for link in found.open)


def b_cubed(found: Identities, labels: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall, 0..100, of the clusters of the labelled claims' persons."""
    home = {c: i.id for i in found.all for r in i.references if r.field in ("person", "source") for c in (r.claim,)}
    clusters: dict[str, list[str]] = defaultdict(list)
    classes: dict[str, list[str]] = defaultdict(list)
    for claim, label in labels.items():
        clusters[home.get(claim, claim)].append(claim)
        classes[label].append(claim)
    precision = recall = 0.0
    for claim, label in labels.items():
        mine = clusters[home.get(claim, claim)]
        right = sum(labels[c] == label for c in mine)
        precision += right / len(mine)
        recall += right / len(classes[label])
    return 100 * precision / len(labels), 100 * recall / len(labels)


def names_in_text(gold: Gold) -> Counter[str]:
    """For each state or profile that a gold claim holds: where the names found in its document say so.

    "evidence": the claim's own words name it; "document": another place of the document does (a pronoun, a list before
    it, the title); "unnamed": nothing found in the document means it. What a document does not name at all (the state
    of "the President") counts as unnamed too.
    """
    texts = {d.id: d.text for d in gold.documents}
    found = {id_: _meant(text) for id_, text in texts.items()}
    counts: Counter[str] = Counter()
    for claim in gold.claims:
        near = _meant(claim.evidence.text)
        for party in _parties(claim):
            known = party in found.get(claim.document, frozenset())
            counts["evidence" if party in near else "document" if known else "unnamed"] += 1
    return counts


def _meant(text: str) -> frozenset[str]:
    hits = find_names(text)
    return frozenset({h.id for h in hits} | {i for h in hits for i in h.candidates})


def _parties(claim: Claim) -> Iterable[str]:
    for name in ("party", "organisation", "by", "parties", "hosts", "founder", "series", "actor", "beneficiary"):
        for value in claim.many(name):
            if isinstance(value, str) and resolve(value) == value:
                yield value


def main() -> int:
    """Print the table, B-cubed and the share of names; exit 1 where a bound of the issue is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print every row, not only the failed ones")
    show = parser.parse_args().show
    gold = load_gold()
    found = identify(gold.claims, gold.documents)
    rows = judge_rows(found)
    for number, set_, what, right in rows:
        if show or not right:
            print(f"{'right' if right else 'MISSED' if 'same' in what else 'WRONG'}\t{set_} row {number}\t{what}")
    precision, recall = b_cubed(found, {r["claim"]: r["person"] for r in table("people")})
    print(f"rows {sum(r[-1] for r in rows)}/{len(rows)}; people B-cubed P {precision:.1f} R {recall:.1f}")
    names = names_in_text(load_gold(("seeds", "eurasia", "white-house-a", "white-house-b")))
    share = 100 * (1 - names["unnamed"] / sum(names.values()))
    print(f"parties of arguments found under their id: {share:.2f} % ({dict(names)})")
    return 0 if all(r[-1] for r in rows) and precision >= 99 and recall >= 90 else 1


if __name__ == "__main__":
    sys.exit(main())
