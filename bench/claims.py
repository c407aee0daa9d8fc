"""Score the extractor against the labelled sets: per set and kind, gains and losses against the last run, floors.

    python bench/claims.py [--sets seeds ...] [--kinds membership ...] [--show] [--documents WORD ...] [--floors]

Reads ../shared (or SECRETARIAT_SHARED): gold/*.jsonl, the documents with their .meta.json, tools/score_claims.py.
Parses are cached in the temporary folder under the hash of the text and of the parse package's source, so a changed
parser never meets an old parse. The last run's claims are kept beside them for the gains and losses.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import pickle
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from secretariat.extract import extract
from secretariat.frame import read_frames
from secretariat.kinds.spec import all_kinds
from secretariat.link import dedupe
from secretariat.model.document import Document
from secretariat.model.parsed import Parsed
from secretariat.parse import skeleton
from secretariat.parse.attribution import find_speeches
from secretariat.parse.dating import times_of
from secretariat.profiles import load_profiles
from secretariat.read import read_file

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared"))
CACHE = Path(tempfile.gettempdir()) / f"secretariat-bench-{os.getuid()}"
SETS = {
    "seeds": "seeds",
    "eurasia": "corpus/eurasia",
    "white-house-a": "corpus/white-house",
    "white-house-b": "corpus/white-house",
}


def scorer() -> ModuleType:
    """The labelled sets' own scorer."""
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "tools" / "score_claims.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(folder: Path, name: str) -> Document:
    """A document as the program itself reads it: its metadata beside it, else what the page shows of its own date."""
    (found,) = [item for item in read_file(folder / f"{name}.txt") if isinstance(item, Document)]
    return replace(found, label=name)


def _hash(*homes: str) -> str:
    """Hash of the Python and data files of parts of the parse package."""
    home = ROOT / "src" / "secretariat" / "parse"
    found = [p for h in homes for p in ([home / h] if (home / h).is_file() else (home / h).rglob("*"))]
    files = sorted(p for p in found if p.is_file() and "__pycache__" not in p.parts)
    return hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()


def _cached(key: str, make: Callable[[], Any]) -> Any:
    place = CACHE / f"{hashlib.sha256(key.encode()).hexdigest()}.pickle"
    if place.exists():
        return pickle.loads(place.read_bytes())
    value = make()
    CACHE.mkdir(exist_ok=True)
    place.write_bytes(pickle.dumps(value))
    return value


@lru_cache(maxsize=1)
def _sources() -> tuple[str, str, str]:
    return (
        _hash("blocks.py", "view.py", "furniture.py", "spacy_pipeline.py", "lemmas.py"),
        _hash("times", "dating.py"),
        _hash("attribution"),
    )


def parsed(document: Document, speeches: str) -> Parsed:
    """The parse of a document; tokens, times and attributions are cached each under its text and its own source."""
    tokens, times, said = _sources()
    page: Parsed = _cached(tokens + document.id, lambda: skeleton(document))
    found = _cached(times + document.id, lambda: times_of(page))
    page = replace(page, times=found)
    heard = _cached(tokens + said + speeches + document.id, lambda: find_speeches(page, model=speeches))
    return replace(page, speeches=heard)


def predict(names: set[str], folder: Path, speeches: str) -> tuple[list[dict[str, Any]], float]:
    """Claims of the documents in their public form, and the seconds that frames, kinds and dedupe took."""
    profiles, out, seconds = load_profiles(), [], 0.0
    for name in sorted(names):
        page = parsed(load(folder, name), speeches)
        read_frames(page, profiles)  # once unmeasured: the names of an organisation are compiled when it is first met
        begin = time.perf_counter()
        claims, issues = extract(read_frames(page, profiles))
        claims = tuple(dedupe(claims))
        seconds += time.perf_counter() - begin
        for issue in issues:
            print("ISSUE", issue, file=sys.stderr)
        out += [{**c.to_json(name), "rule": c.rule} for c in claims]
    return out, seconds


def table(score: ModuleType, counts: dict[str, Counter[str]], title: str) -> float:
    """Print precision, recall and F1 by kind; return the overall F1."""
    print(f"\n{title:16} {'gold':>6} {'pred':>6} {'hit':>6} {'P':>7} {'R':>7} {'F1':>7}")
    total: Counter[str] = sum(counts.values(), Counter())
    for kind, c in [*counts.items(), ("overall", total)]:
        p, r, f = (100 * x for x in score.prf(c))
        print(f"{kind:16} {c['gold']:6} {c['pred']:6} {c['hit']:6} {p:7.1f} {r:7.1f} {f:7.1f}")
    return float(100 * score.prf(total)[2])


def show(claims: list[dict[str, Any]], title: str, texts: dict[str, str]) -> None:
    """List missed or false claims with their words."""
    for c in sorted(claims, key=lambda c: (c["document"], c["evidence"]["start"])):
        args = {k: v for k, v in c["args"].items() if v and k not in ("content", "continuation", "cue")}
        said = (
            [texts[c["document"]][a:b] for a, b in c["args"].get("content") or ()] if c["kind"] == "statement" else ""
        )
        words = " ".join(c["evidence"]["text"].split())
        print(
            f"{title:6} {c['kind']:10} {c['document'][:28]} {args} {said or ''} {c.get('rule', '')} | {words[:160]!r}"
        )


def identity(c: dict[str, Any]) -> str:
    """What makes a claim the same in two runs."""
    return json.dumps([c["document"], c["kind"], c["evidence"]["start"], c["args"]], ensure_ascii=False, sort_keys=True)


def compare(name: str, judged: dict[str, str]) -> None:
    """Print claims that became right or wrong since the last run, then keep this run."""
    place = CACHE / f"last-{name}.json"
    old = json.loads(place.read_text("utf-8")) if place.exists() else {}
    for sign, verdict in (("+ right", "hit"), ("- wrong", "false")):
        for k in sorted(k for k, v in judged.items() if v == verdict and old.get(k) != verdict)[:12] if old else ():
            print(f"  {sign} {k[:200]}")
    lost = [k for k, v in old.items() if v == "hit" and judged.get(k) != "hit"]
    for k in sorted(lost)[:12]:
        print(f"  - lost  {k[:200]}")
    place.write_text(json.dumps(judged), "utf-8")


def fold(document: str) -> int:
    """The fold of a document, 0..4, by its name."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 5


def write_tiers(judged: list[tuple[str, str, bool]]) -> None:
    """Write kinds/tiers.toml from (rule, document, right) of every judged claim; kinds as a whole stand "
    "as "<kind>.*"."""
    classes: dict[str, list[tuple[int, bool]]] = {}
    for rule, document, right in judged:
        for name in {rule, rule.split("/")[0] + "/*", rule.split(".")[0] + ".*"}:
            classes.setdefault(name, []).append((fold(document), right))
    lines = [
        "# Written by bench/claims.py --tiers: measured on the labelled documents, in five folds.",
        "",
    ]
    for rule, seen in sorted(classes.items()):
        by_fold: dict[int, list[bool]] = {}
        for number, right in seen:
            by_fold.setdefault(number, []).append(right)
        worst = min(sum(v) / len(v) for v in by_fold.values())
        lines += [
            "[[measured]]", f'rule = "{rule}"', f"claims = {len(seen)}", f"right = {sum(r for _, r in seen)}",
            f"folds = {len(by_fold)}", f"worst = {worst:.3f}", "",
        ]  # fmt: skip
    (ROOT / "src" / "secretariat" / "kinds" / "tiers.toml").write_text("\n".join(lines), "utf-8")


def folds_table(judged: list[tuple[str, str, bool]]) -> None:
    """Print precision by fold of documents: how much a rule depends on the documents it was written beside."""
    print("\nprecision by fold of documents")
    for number in range(5):
        here = [right for _, document, right in judged if fold(document) == number]
        if here:
            print(f"  fold {number}: {100 * sum(here) / len(here):5.1f}% of {len(here)} claims")


def main() -> int:
    """Score; with --floors leave with 1 where a floor of bench/floors.json is not held."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sets", nargs="+", default=list(SETS), choices=list(SETS))
    ap.add_argument("--kinds", nargs="+", default=list(all_kinds()))
    ap.add_argument("--documents", nargs="+", default=[], help="only documents whose name contains one of these words")
    ap.add_argument("--show", action="store_true", help="list missed and false claims")
    ap.add_argument("--changes", action="store_true", help="list gains and losses against the last run")
    ap.add_argument(
        "--agreement", action="store_true", help="agreement of time, attribution, modality among matched pairs"
    )
    ap.add_argument("--tiers", action="store_true", help="write kinds/tiers.toml")
    ap.add_argument("--speeches", default="learned", choices=["learned", "rules"], help="which attribution model")
    ap.add_argument("--floors", action="store_true", help="fail where a floor is not held")
    a = ap.parse_args()
    score = scorer()
    verdicts: list[tuple[str, str, bool]] = []
    pooled: dict[str, Counter[str]] = {k: Counter() for k in a.kinds}
    figures: dict[str, float] = {}
    for name in a.sets:
        gold = [
            g
            for g in score.read(SHARED / "gold" / f"{name}.jsonl")
            if not a.documents or any(w in g["document"] for w in a.documents)
        ]
        if not gold:
            continue
        folder, names = SHARED / SETS[name], {g["document"] for g in gold}
        claims, seconds = predict(names, folder, a.speeches)
        until = score.labelled(str(SHARED / "gold" / f"{name}.jsonl"))
        claims = [c for c in claims if c["evidence"]["start"] < until.get(c["document"], float("inf"))]
        good, total = score.exact(claims, folder)
        faults = list(score.problems(claims))
        counts, pairs, missed, false = score.score(gold, claims, a.kinds)
        words = sum(len(load(folder, n).text.split()) for n in names)
        figures[name] = table(score, counts, name)
        figures[f"{name}.precision"] = 100 * float(score.prf(sum(counts.values(), Counter()))[0])
        print(
            f"evidence exact {good} of {total}; format faults {faults[:3]}; "
            f"frames+kinds+dedupe {words / max(seconds, 1e-9):,.0f} words/s"
        )
        verdicts += [(p["rule"], p["document"], True) for _, p in pairs] + [
            (c["rule"], c["document"], False) for c in false
        ]
        for kind, c in counts.items():
            pooled[kind].update(c)
        if a.agreement:
            for question, yes in sorted(score.agreement(pairs).items()):
                print(f"  {question:40} {100 * sum(yes) / len(yes):5.1f}% of {len(yes)}")
        if a.show:
            texts = {n: load(folder, n).text for n in names}
            show(missed, "missed", texts)
            show(false, "false", texts)
        if not a.documents and set(a.kinds) == set(all_kinds()):
            judged = {identity(c): "false" for c in false} | {identity(p): "hit" for _, p in pairs}
            if a.changes:
                compare(name, judged)
    if len(a.sets) > 1:
        table(score, pooled, "pooled")
        folds_table(verdicts)
    if a.tiers:
        write_tiers(verdicts)
    if a.floors:
        floors = json.loads((ROOT / "bench" / "floors.json").read_text("utf-8")).get("claims", {})
        low = [f"{k}: {figures[k]:.1f} < {v}" for k, v in floors.items() if figures.get(k, 0) < v]
        print("\nfloors:", "; ".join(low) or "held")
        return 1 if low else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
