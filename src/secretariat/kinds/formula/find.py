"""Formulas: the profiles' own wordings, the families of diplomacy, and quoted phrases a text returns to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secretariat.frame import Reading
from secretariat.frame.mentions import tokens_of
from secretariat.kinds.formula import vocabulary as v
from secretariat.kinds.formula.elements import elements_after, elements_before
from secretariat.model.claim import Claim

_SPACE = re.compile(r"\s+")
_EMBODYING = re.compile(v.EMBODYING)


@dataclass(frozen=True, slots=True)
class Wording:
    """A fixed wording found: range in the text, its name, and the rule that found it."""

    start: int
    end: int
    name: str
    rule: str


def find(reading: Reading) -> Iterator[Claim]:
    """The formulas of a document, headlines among them; page furniture is left out."""
    for wording in wordings(reading):
        place = tokens_of(reading.parsed, wording.start, wording.end)
        if place and reading.block(place[0]).kind not in ("furniture", "dateline"):
            yield _claim(reading, wording, place)


def wordings(reading: Reading) -> tuple[Wording, ...]:
    """Every wording, in order, none overlapping another: known ones first, then families, then recurring quotations."""
    text = reading.parsed.document.text
    found: list[Wording] = []
    taken = bytearray(len(text))  # one mark a code point: no stretch of text is used twice
    for rule, key, pattern in (*_families(), *_known(reading)):
        for hit in pattern.finditer(text) if key in text else ():
            start, end = hit.span("name")
            if rule == "formula.known" and not _marked(text, start, end):
                continue
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Wording(start, end, _name(hit["name"]), rule))
    found += _recurring(reading, taken)
    return tuple(sorted(found, key=lambda w: w.start))


def _marked(text: str, start: int, end: int) -> bool:
    """A wording of everyday words is a formula only where the writer sets it off: by quotation marks or capitals."""
    return any(c.isupper() for c in text[start + 1 : end]) or text[start - 1 : start] in ("“", '"', "‘", "'")


def _known(reading: Reading) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    names = {n for p in reading.profiles for f in p.formulas for n in (f.name, *_words(f))}
    return _alternation(tuple(sorted(names, key=lambda n: (-len(n), n))))


@lru_cache(maxsize=64)
def _alternation(names: tuple[str, ...]) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """One pattern for all known wordings, the longest first; none where the profiles know none."""
    if not names:
        return ()
    words = "|".join(re.escape(n).replace("\\ ", " ") for n in names)
    return (("formula.known", "", re.compile(rf"(?<!\w)(?P<name>{_spaced(words)})(?!\w)")),)


def _words(formula: object) -> tuple[str, ...]:
    """English wordings of a profile's formula: those written in Latin letters."""
    words = getattr(formula, "words", ())
    flat = [w for group in words.values() for w in group] if isinstance(words, dict) else list(words)
    return tuple(w for w in flat if w.isascii())


@lru_cache(maxsize=1)
def _families() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((f"formula.{rule}", key, re.compile(_spaced(pattern))) for rule, key, pattern in v.FAMILIES)


def _spaced(pattern: str) -> str:
    """A space in a pattern matches any short run of white space, line ends included."""
    return re.sub(r"(?<!\[) (?![^\[\]]*\])", r"\\s{1,9}", pattern)


def _name(words: str) -> str:
    name = _SPACE.sub(" ", words).strip()
    return re.sub(r"^(?:an?|the) ", "", name, flags=re.I)


def _recurring(reading: Reading, taken: bytearray) -> list[Wording]:
    """Quoted noun phrases that a text returns to; a quotation of speech has a verb, a title is capitalised."""
    hits: dict[str, list[tuple[int, int]]] = {}
    text = reading.parsed.document.text
    for hit in re.finditer(_spaced(v.QUOTED), text):
        if not any(taken[slice(*hit.span("name"))]):
            hits.setdefault(_name(hit["name"]).lower(), []).append(hit.span("name"))
    out = []
    for places in hits.values():
        if len(places) >= v.RECURRENCE and _phrase(reading, *places[0]):
            out += [Wording(a, b, _name(text[a:b]), "formula.recurring") for a, b in places]
    return out


def _phrase(reading: Reading, start: int, end: int) -> bool:
    """A noun phrase with a common noun in it: no verb, no name of a person, place or document."""
    place = tokens_of(reading.parsed, start, end)
    if place is None:
        return False
    pos = [reading.parsed.pos[i] for i in range(*place)]
    return (
        "VERB" not in pos
        and "AUX" not in pos
        and "PRON" not in pos
        and pos[-1] == "NOUN"
        and reading.parsed.lemmas[place[1] - 1] not in v.FIGURES_OF_SPEECH
    )


def _claim(reading: Reading, wording: Wording, place: tuple[int, int]) -> Claim:
    text = reading.parsed.document.text
    begin, end = reading.sentence(place[0])
    tags = reading.parsed.tags
    verbs = tuple(reading.parsed.starts[i] for i in range(place[1], end) if tags[i] in ("VBD", "VBZ", "MD"))
    after, stop = elements_after(text, wording.end, verbs)
    lead = text[reading.parsed.starts[begin] : wording.start]
    elements, relation, start = after, "defines" if after else "uses", begin
    if not elements and _EMBODYING.search(lead):
        relation = "embodies"
        elements, at = elements_before(text, reading.parsed.starts[begin])
        if elements:
            start = (tokens_of(reading.parsed, at, at + 1) or (begin, begin))[0]
    last = tokens_of(reading.parsed, wording.start, max(stop, wording.end))
    where = _evidence(
        reading, place, start if elements and relation == "embodies" else begin, last[1] if last else place[1]
    )
    args = {"name": wording.name, "elements": elements, "relation": relation}
    return reading.claim("formula", args, where, at=place[0], rule=wording.rule, modality=_modality(reading, place[0]))


def _evidence(reading: Reading, place: tuple[int, int], begin: int, last: int) -> tuple[int, int]:
    """The clause around the wording with its list; the sentence where the clause is no shorter."""
    sentence = reading.sentence(place[0])
    if begin < sentence[0]:
        return begin, sentence[1]
    for up in reading.tree.ancestors(place[1] - 1):
        frame = reading.frame_at(up)
        if frame is not None and frame.form != "nominal":
            a, b = reading.clause(up)
            return max(sentence[0], min(a, place[0])), min(sentence[1], max(b, last))
    return sentence


def _modality(reading: Reading, token: int) -> str:
    """A wording is used even where what it names is only wished: hoped only inside hopes."""
    for up in reading.tree.ancestors(token):
        if reading.parsed.lemmas[up] in ("hope", "wish") and reading.parsed.pos[up] == "VERB":
            return "hoped"
    return "asserted"
