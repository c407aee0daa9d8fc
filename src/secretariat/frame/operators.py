"""Operators: words that stand above a predicate and say whether, and in what sense, it came about.

"agreed to admit", "the procedure for X's accession", "expected to join": the ordered stack of operators above a
predicate decides its modality, and kinds compose steps from it (`support > apply`, `agree > admit`).
Classes are data; each is a statement about the word's meaning, not about a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from secretariat.frame.lexicon import classes


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator.

    Attributes:
        word: lemma of the word that operates ("agree", "procedure", "will", "not").
        cls: its class, a key of CLASSES, or "" where the word has none.
        token: index of the word.
        link: how it governs: "modal", "negation", "infinitive", "clause", "noun", "object", "purpose", "condition".
    """

    word: str
    cls: str
    token: int
    link: str


CLASSES = classes(Path(__file__).parent / "operators.txt")
"""Class of operator → the lemmas that belong to it."""

_BY_WORD: dict[str, str] = {}
for _cls, _words in CLASSES.items():
    for _word in _words:
        _BY_WORD.setdefault(_word, _cls)

_MODAL = {"will": "plan", "shall": "plan", "would": "hope", "should": "hope", "must": "hope", "ought": "hope",
          "need": "hope", "may": "possible", "might": "possible", "can": "possible", "could": "possible"}  # fmt: skip


def operator(word: str, token: int, link: str) -> Operator:
    """Make an operator of a lemma, its class looked up."""
    if link == "modal":
        return Operator(word, _MODAL.get(word, ""), token, link)
    if link == "negation":
        return Operator(word, "negative", token, link)
    if link == "condition":
        return Operator(word, "possible", token, link)
    return Operator(word, _BY_WORD.get(word, ""), token, link)


_MODALITY = {"plan": "planned", "hope": "hoped", "ask": "hoped", "possible": "possible", "promise": "promised"}
_TRANSPARENT = frozenset(
    {"report", "think", "announce", "congratulate", "continue", "complete", "cause", "role", "support", "instrument"}
)


def modality(stack: tuple[Operator, ...], *, opaque: bool = True) -> str:
    """The modality that a stack (outermost first) gives its predicate.

    The innermost operator that is not transparent decides; a negation anywhere above denies.

    Args:
        opaque: count "agree" and "start" as not yet done ("agreed to admit" is planned).
    """
    stack = said(stack)
    if sum(o.cls == "negative" for o in stack) % 2:
        return "denied"
    for o in reversed(stack):
        if o.link == "purpose":
            return "planned"
        if o.cls in _MODALITY:
            return _MODALITY[o.cls]
        if opaque and o.cls in ("agree", "start") and o.link in ("infinitive", "noun"):
            return "planned"
    return "asserted"


def said(stack: tuple[Operator, ...]) -> tuple[Operator, ...]:
    """The operators below the innermost clause of saying: "it may be recalled that" says nothing about "
    "what is recalled."""
    for n in range(len(stack) - 1, -1, -1):
        if stack[n].link == "clause" and stack[n].cls in ("report", "think", "announce"):
            return stack[n:]
    return stack


def pattern(stack: tuple[Operator, ...]) -> tuple[str, ...]:
    """The classes of a stack, outermost first, transparent and unknown ones left out: the key of composition tables."""
    return tuple(o.cls for o in stack if o.cls and o.cls not in _TRANSPARENT)
