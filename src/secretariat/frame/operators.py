"""Operators: words that stand above a predicate and say whether, and in what sense, it came about.

"agreed to admit", "the procedure for X's accession", "expected to join": the ordered stack of operators above a
predicate decides its modality, and kinds compose steps from it (`support > apply`, `agree > admit`).
Classes are data; each is a statement about the word's meaning, not about a document.
"""

from __future__ import annotations

from dataclasses import dataclass


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


CLASSES: dict[str, str] = {
    # what is to come
    "plan": "will shall plan intend expect schedule aim set prepare going due likely about prospect intention expectation upcoming slate "
    "anticipate project foresee eventual future forthcoming roadmap ready path way track course eye draft envision envisage gear",
    # what is wanted
    "hope": "hope wish want like desire aspire aspiration dream aspirant willing keen eager prefer look ambition would should must ought need interest desirable",
    "ask": "ask request seek apply application bid call urge appeal invite invitation demand encourage propose proposal suggest suggestion recommend recommendation lobby petition push offer",
    "possible": "may might can could consider consideration discuss discussion possibility possible potential explore examine study debate question ponder mull weigh negotiate chance whether contemplate seem appear perhaps",
    "promise": "promise pledge commit commitment vow undertake guarantee swear",
    # what bodies do about it
    "agree": "agree agreement decide decision approve approval resolve resolution consent endorse endorsement accept acceptance adopt vote confirm clear authorise authorize consensus nod green-light",
    "support": "support back welcome favour favor advocate champion embrace applaud commend hail reaffirm",
    "congratulate": "congratulate congratulation thank praise celebrate mark",
    "start": "start begin launch initiate open commence kick procedure process procedures beginning opening trigger initiation talk talks negotiation",
    "continue": "continue go keep remain",
    "complete": "complete conclude finish finalise finalize completion finalisation conclusion succeed manage",
    "sign": "sign signing signature ink initial",
    "ratify": "ratify ratification",
    "announce": "announce announcement declare declaration proclaim unveil reveal",
    "report": "say tell note recall state report add stress emphasise emphasize underline underscore highlight mention explain point observe write claim affirm acknowledge recognise recognize warn argue comment assert remark indicate remind describe read remember show know see",
    "think": "believe think consider feel understand assume suppose",
    "negative": "not never no refuse refusal fail failure deny decline reject rejection without lack oppose opposition neither nor rule cease prevent block impossible doubt unable veto stop halt abandon unlikely far",
    "delay": "delay postpone defer suspend shelve freeze stall block",
    "cause": "allow enable help let make lead permit cause",
    "instrument": "memorandum protocol treaty accord pact document instrument convention charter",
    "role": "serve act work use",
}
"""Class of operator → the lemmas that belong to it. A lemma in two classes takes the first that fits its link."""

_BY_WORD: dict[str, tuple[str, ...]] = {}
for _cls, _words in CLASSES.items():
    for _word in _words.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _cls)

_MODAL = {"will": "plan", "shall": "plan", "would": "hope", "should": "hope", "must": "hope", "ought": "hope", "need": "hope", "may": "possible",
          "might": "possible", "can": "possible", "could": "possible"}  # fmt: skip


def operator(word: str, token: int, link: str) -> Operator:
    """Make an operator of a lemma, its class looked up."""
    if link == "modal":
        return Operator(word, _MODAL.get(word, ""), token, link)
    if link == "negation":
        return Operator(word, "negative", token, link)
    if link == "condition":
        return Operator(word, "possible", token, link)
    classes = _BY_WORD.get(word, ())
    return Operator(word, classes[0] if classes else "", token, link)


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
    """The operators below the innermost clause of saying: "it may be recalled that" says nothing about what is recalled."""
    for n in range(len(stack) - 1, -1, -1):
        if stack[n].link == "clause" and stack[n].cls in ("report", "think", "announce"):
            return stack[n:]
    return stack


def pattern(stack: tuple[Operator, ...]) -> tuple[str, ...]:
    """The classes of a stack, outermost first, transparent and unknown ones left out: the key of composition tables."""
    return tuple(o.cls for o in stack if o.cls and o.cls not in _TRANSPARENT)
