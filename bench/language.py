"""Score the language layers on public yardsticks and hold their floors.

    python bench/language.py times timebank=DIR aquaint=DIR wikiwars=DIR [--floors] [--update]
    python bench/language.py attributions polnear-dev=DIR [--floors] [--update]

A set is a folder of TimeML files (`.tml`); only the sets whose folder is given are scored. `wikiwars` is read in
narrative mode, every other set in news mode. `te3-platinum` is a blind set: the project allows itself three scorings of
it in all (docs/concepts/time.md lists them), so no floor is kept for it and no error of it is ever printed.

Reads ../shared (or SECRETARIAT_SHARED): tools/score_times.py. Intervals are 95 % bootstrap intervals over documents.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from attributions import score_compartment

from secretariat.parse.times import find_times

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared"))
FLOORS = ROOT / "bench" / "floors.json"
MEASURES = ("strict", "relaxed", "value", "type")
TIMEX3 = frozenset({"DATE", "TIME", "DURATION", "SET"})
BLIND = ("te3-platinum", "polnear-test")
FOLDS, RESAMPLES = 5, 1000


def tool(name: str) -> ModuleType:
    """A scorer of the yardsticks, as it is."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "tools" / f"{name}.py")
    if not spec or not spec.loader:
        sys.exit(f"{SHARED}: no tools/{name}.py. Set SECRETARIAT_SHARED")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(gold: dict[str, Any], mode: str) -> tuple[dict[str, list[tuple[int, int, str, str]]], float]:
    """Our expressions of each document, and the words read per second of processor time."""
    begin, found = time.process_time(), {}
    for name, (text, created, *_) in gold.items():
        times = find_times(text, published=created or "", mode=mode)
        found[name] = [(t.start, t.end, t.type, t.value) for t in times if t.type in TIMEX3]
    words = sum(len(document[0].split()) for document in gold.values())
    return found, words / max(time.process_time() - begin, 1e-9)


def f1(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any], names: list[str]) -> dict[str, float]:
    """F1 of each measure over some documents, in per cent."""
    result = scorer.score({n: gold[n] for n in names}, found)
    return {measure: 100 * result[measure][2] for measure in MEASURES}


def interval(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> tuple[float, float]:
    """95 % bootstrap interval of the value F1, documents drawn with replacement, always the same draws."""
    counts = [scorer.score({n: gold[n]}, found) for n in gold]
    draw, results = random.Random(1), []
    for _ in range(RESAMPLES):
        sample = draw.choices(counts, k=len(counts))
        right = sum(c["value"][1] * c["gold"] for c in sample)
        results.append(200 * right / max(sum(c["gold"] + c["predicted"] for c in sample), 1))
    results.sort()
    return results[RESAMPLES // 40], results[-RESAMPLES // 40]


def score_times(folder: Path, name: str) -> dict[str, float]:
    """Score one set and print it: overall, interval, folds, speed."""
    scorer = tool("score_times")
    gold = scorer.read_gold(folder)
    if not gold:
        sys.exit(f"{folder}: no .tml files. Give the folder that holds them")
    found, speed = predict(gold, "narrative" if name == "wikiwars" else "news")
    figures = f1(scorer, gold, found, list(gold))
    low, high = interval(scorer, gold, found)
    folds = [f1(scorer, gold, found, list(gold)[i::FOLDS])["value"] for i in range(FOLDS)]
    print(f"{name:13}" + "  ".join(f"{m} {figures[m]:.1f}" for m in MEASURES) + f"  ({len(gold)} documents)")
    print(f"{'':13}value {low:.1f}–{high:.1f}; folds {' '.join(f'{v:.1f}' for v in folds)}; {speed:,.0f} words/s")
    return {**{f"{name}.{m}": round(figures[m], 1) for m in MEASURES}, "words_per_second": speed}


def score_attributions(folder: Path, name: str) -> dict[str, float]:
    """Score one compartment of an attribution corpus, see attributions.py."""
    return score_compartment(folder, name, tool("score_attributions"))


PARTS: dict[str, Callable[[Path, str], dict[str, float]]] = {"times": score_times, "attributions": score_attributions}


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What fell under its floor; a set that was not scored is not missed."""
    return [f"{k}: {figures[k]:.1f} < {v}" for k, v in floors.items() if k in figures and figures[k] < v]


def raised(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The floors with every better figure in its place; a floor is never lowered, speed and blind sets get none."""
    kept = {k: v for k, v in figures.items() if k != "words_per_second" and not k.startswith(BLIND)}
    return floors | {k: max(v, floors.get(k, 0.0)) for k, v in kept.items()}


def main() -> None:
    """Score; leave with 1 where --floors finds a floor not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=sorted(PARTS))
    parser.add_argument("sets", nargs="+", metavar="NAME=DIR")
    parser.add_argument("--floors", action="store_true", help="fail where a floor is not held")
    parser.add_argument("--update", action="store_true", help="raise floors to what was reached; never lowers one")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    for given in arguments.sets:
        name, _, folder = given.partition("=")
        scored = PARTS[arguments.part](Path(folder), name)
        speed = min(figures.get("words_per_second", scored.get("words_per_second", 0.0)), scored["words_per_second"])
        figures = {**figures, **scored, "words_per_second": speed}
    everything = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floors = everything.get(arguments.part, {})
    if arguments.update:
        everything[arguments.part] = raised(figures, floors)
        FLOORS.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    if arguments.floors:
        low = below(figures, floors)
        print("floors:", "; ".join(low) or "held")
        sys.exit(bool(low))


if __name__ == "__main__":
    main()
