"""Training data for attribution: folders with `text/*.txt` and `attributions/*.ann` (brat stand-off).

The form, one folder a compartment:
    text/STEM.txt                 the document, UTF-8
    attributions/STEM_WHO.ann     one annotator's work; of several the alphabetically first is read
An annotation file has lines `T1<TAB>Source 110 112<TAB>we` (roles Source, Cue, Content; pieces of a split span
joined by ";") and `E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1` (an event with at least one Content).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secretariat.model.document import Document
from secretariat.model.parsed import Parsed
from secretariat.parse import skeleton
from secretariat.parse.attribution.learned import LABELS
from secretariat.parse.attribution.quotes import Quotes, find_quotes

Event = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class Example:
    """A document with what people marked in it: events in token ranges, and one label a token."""

    parsed: Parsed
    quotes: Quotes
    events: tuple[Event, ...]
    labels: npt.NDArray[np.int64]


def read_events(path: Path) -> list[Event]:
    """The attributions of one brat file, role → character ranges."""
    rows = [line.rstrip("\r").split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        if re.match(r"T\d+$", row[0]) and len(row) > 1:
            pieces = row[1].split(" ", 1)[1].split(";")
            spans[row[0]] = [(int(a), int(b)) for a, b in (p.split() for p in pieces)]
    events = []
    for row in rows:
        if re.match(r"E\d+$", row[0]):
            event: Event = {"source": [], "cue": [], "content": []}
            for item in row[1].split()[1:]:
                role, reference = item.split(":")
                event[role.lower().rstrip("0123456789")] += spans[reference]
            if event["content"]:
                events.append(event)
    return events


def token_range(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """Tokens that overlap a range of code points."""
    first = int(np.searchsorted(np.array(parsed.ends), start, side="right"))
    return first, int(np.searchsorted(np.array(parsed.starts), end, side="left"))


def read_corpus(folder: Path) -> list[Example]:
    """All documents of a compartment, parsed, in the order of their names."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    return [_example(folder / "text" / f"{stem}.txt", paths[0]) for stem, paths in sorted(files.items())]


def _example(text: Path, annotations: Path) -> Example:
    with text.open(encoding="utf-8", newline="") as file:
        parsed = skeleton(Document(file.read(), text.stem))
    quotes = find_quotes(parsed.document.text, [(b.start, b.end) for b in parsed.blocks])
    events = [
        {role: [token_range(parsed, a, b) for a, b in spans] for role, spans in event.items()}
        for event in read_events(annotations)
    ]
    labels = np.zeros(len(parsed), dtype=np.int64)
    for event in events:
        for role in ("content", "source", "cue"):
            for a, b in event[role]:
                labels[a:b] = LABELS.index(f"I-{role}")
                labels[a : min(a + 1, b)] = LABELS.index(f"B-{role}")
    return Example(parsed, quotes, tuple(events), labels)
