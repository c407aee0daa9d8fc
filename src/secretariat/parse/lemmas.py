"""Lemmas: the dictionary form of a word as its Penn tag reads it, from the model's own tables of forms and endings.

The pipeline's lemmatizer needs slower parts that are not run; its tables alone give the same lemmas for verbs and
nouns, which are what carries claims. Other words are their lower-case form.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

_OWN = {
    ("verb", "founded"): "found", ("verb", "founding"): "found", ("verb", "founds"): "found",
    ("verb", "found"): "find", ("verb", "’s"): "be", ("verb", "'s"): "be", ("verb", "’re"): "be",
    ("verb", "'re"): "be", ("verb", "’m"): "be", ("verb", "'m"): "be", ("verb", "’ve"): "have",
    ("verb", "'ve"): "have", ("verb", "’ll"): "will", ("verb", "'ll"): "will", ("verb", "’d"): "would",
    ("verb", "'d"): "would", ("verb", "wo"): "will", ("verb", "ca"): "can", ("verb", "sha"): "shall",
    ("verb", "left"): "leave", ("verb", "felt"): "feel", ("verb", "lay"): "lay", ("verb", "saw"): "see",
    ("verb", "bound"): "bind", ("verb", "co-founded"): "co-found", ("verb", "rejoined"): "rejoin",
    ("verb", "readmitted"): "readmit", ("verb", "readmitting"): "readmit", ("verb", "underlining"): "underline",
    ("noun", "memoranda"): "memorandum", ("noun", "memorandums"): "memorandum", ("noun", "people"): "people",
    ("noun", "data"): "data", ("noun", "media"): "media", ("noun", "secretaries-general"): "secretary-general",
    ("noun", "bases"): "base", ("noun", "headquarters"): "headquarters", ("noun", "leaders"): "leader",
    ("noun", "left"): "left",
}  # fmt: skip
"""Forms that the tables read otherwise than diplomatic prose does ("founded" is never the past of "find")."""


@dataclass
class Lemmas:
    """The model's tables.

    Attributes:
        exceptions: irregular forms by part of speech ("verb", "noun"), each with its lemmas.
        index: the known lemmas; rules: endings and what replaces them, tried in order.
    """

    exceptions: Mapping[str, Mapping[str, Sequence[str]]]
    index: Mapping[str, Container[str]]
    rules: Mapping[str, Sequence[Sequence[str]]]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, word: str, tag: str) -> str:
        """The lemma in lower case."""
        kind = "verb" if tag[:1] == "V" or tag == "MD" else "noun" if tag in ("NNS", "NNPS") else ""
        low = word.lower()
        if not kind:
            return "not" if low in ("n't", "n’t") else low
        known = self._known.get((kind, low))
        if known is None:
            known = self._known[kind, low] = self._find(kind, low, tag)
        return known

    def _find(self, kind: str, low: str, tag: str) -> str:
        if (kind, low) in _OWN:
            return _OWN[kind, low]
        irregular = self.exceptions.get(kind, {}).get(low)
        if irregular:
            return irregular[0]
        if kind == "verb" and tag in ("VB", "VBP", "MD") and low in self.index[kind]:
            return low
        return self._regular(kind, low)

    def _regular(self, kind: str, low: str) -> str:
        for old, new in self.rules.get(kind, ()):
            form = low[: len(low) - len(old)] + new if low.endswith(old) else ""
            if form and form in self.index[kind]:
                return form
        if low in self.index[kind] or "-" not in low:
            return low if low in self.index[kind] else self._unknown(kind, low)
        head, _, last = low.rpartition("-")
        return f"{head}-{self._find(kind, last, 'VBN' if kind == 'verb' else 'NNS')}"

    def _unknown(self, kind: str, low: str) -> str:
        """A word outside the tables loses its ending all the same."""
        if kind == "noun":
            return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low
        for old, new in (("ied", "y"), ("ies", "y"), ("ed", ""), ("ing", ""), ("s", "")):
            if low.endswith(old) and len(low) > len(old) + 2:
                return low[: len(low) - len(old)] + new
        return low
