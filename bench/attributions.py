"""The attribution part of `language.py`: score a PolNeAR compartment with the trained model and with the rules.

    python bench/language.py attributions polnear-dev=DIR [--floors] [--update]

A compartment is a folder with `text/*.txt` and `attributions/*.ann`. `polnear-test` is a blind set: the project allows
itself three scorings of it in all (docs/reference/model-card-attribution.md lists them), no floor is kept for it, and
only totals are printed.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

from secretariat.app.annotate import Text
from secretariat.app.attributions import flat, row
from secretariat.model.document import Document
from secretariat.parse import skeleton
from secretariat.parse.attribution import MODELS, find_speeches

#: What is kept as a floor: the scorer's name of the measure, ours.
MEASURES = {
    "content tokens": "content",
    "attributions (content J>=.5)": "attribution",
    "end-to-end (content+source)": "end-to-end",
    "quoted: end-to-end": "quoted",
}
SOURCE = "source correct | content match, gold has source"
RESAMPLES = 1000


def score_compartment(folder: Path, name: str, scorer: ModuleType) -> dict[str, float]:
    """Figures of one compartment for each model, in per cent, printed with intervals; and words read a second."""
    gold = scorer.read_gold(str(folder))
    texts = {stem: scorer.read_text(str(folder), stem) for stem in sorted(gold)}
    parsed = {stem: skeleton(Document(text, stem)) for stem, text in texts.items()}
    words = sum(len(re.findall(r"\w+", text)) for text in texts.values())
    figures: dict[str, float] = {}
    for model in MODELS:
        find_speeches(parsed[min(parsed)], model=model, scope="all")  # loads the weights
        begin = time.process_time()
        found = {stem: find_speeches(p, model=model, scope="all") for stem, p in parsed.items()}
        speed = words / max(time.process_time() - begin, 1e-9)
        counts = []
        for stem, speeches in found.items():
            lines = [row(Text(stem, "", texts[stem]), s) for s in flat(speeches)]
            counts.append(scorer.count(texts[stem], gold[stem], lines))
        figures |= {f"{name}.{model}.{k}": v for k, v in _report(counts, scorer, f"{name} {model}", speed).items()}
        if model == "learned":
            figures["words_per_second"] = speed
    return figures


def _report(counts: list[Counter[str]], scorer: ModuleType, title: str, speed: float) -> dict[str, float]:
    """F1 of each measure and the share of right sources; prints them with 95 % intervals over documents."""
    total = scorer.metrics(sum(counts, Counter()))
    draw, runs = random.Random(1), []
    for _ in range(RESAMPLES):
        runs.append(scorer.metrics(sum(draw.choices(counts, k=len(counts)), Counter())))
    print(f"{title}: {len(counts)} documents, {speed:,.0f} words/s beyond the parse")
    figures = {}
    for measure, short in MEASURES.items():
        band = sorted(run[measure][2] for run in runs)
        p, r, f = (100 * x for x in total[measure])
        low, high = 100 * band[RESAMPLES // 40], 100 * band[-RESAMPLES // 40]
        print(f"  {short:12} F1 {f:.1f} ({low:.1f}–{high:.1f})  P {p:.1f}  R {r:.1f}")
        figures[short] = round(f, 1)
    figures["source"] = round(100 * total[SOURCE], 1)
    print(f"  {'source':12} {figures['source']:.1f} % right where the content matches and gold has one")
    return figures
