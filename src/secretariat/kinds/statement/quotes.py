"""Quotations: those the attributions of the document give, and those that a label introduces ("Name: “...”")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Reading
from secretariat.frame.mentions import tokens_of
from secretariat.kinds._parties import person
from secretariat.kinds.statement import vocabulary as v
from secretariat.model.evidence import Span
from secretariat.model.parsed import Speech
from secretariat.names import resolve

PRONOUNS = frozenset({"he", "she", "it", "they", "this", "that", "who", "both"})
QUOTES = ("“", "”", '"', "‘", "’", "«", "»")
# Prepositions that lead to whom or what is spoken of, or to, never to the speaker.
ABOUT = frozenset("with about on of to for against over".split())
Ranges = tuple[tuple[int, int], ...]
LABELLED = re.compile(
    r"\s*(?:\[(?P<linked>[^\]\[]{3,160})\]\([^)\s]{1,1200}\)|(?P<plain>[A-Z][^:“”\"\[\]|]{2,90}?))\s*:\s*[“\"](?P<quote>[^“”\"]{8,2500})[”\"]"
)
_MARKS = re.compile(r"[*_\[\]]|\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: rule, first token, who, and ranges in code points of content, continuation and cue."""

    rule: str
    where: tuple[int, int]
    source: str
    content: Ranges
    continuation: Ranges = ()
    cue: Ranges = ()


def labelled(reading: Reading) -> Iterator[Quote]:
    """As in "[Title Name](link): “...”": the label names the speaker, nothing else reports."""
    parsed, text = reading.parsed, reading.parsed.document.text
    for block in parsed.blocks:
        if (
            block.kind not in ("paragraph", "bullet")
            or "“" not in text[block.start : block.end]
            and '"' not in text[block.start : block.end]
        ):
            continue
        found = LABELLED.match(text, block.start, block.end)
        if not found or (found["plain"] and not _names_somebody(reading, *found.span("plain"))):
            continue
        if len(text[found.end() : block.end].strip(" .*_")) > 3 and not found["linked"]:
            continue
        name = _MARKS.sub(" ", found["linked"] or found["plain"]).strip()
        place = tokens_of(parsed, found.start() if found["plain"] else found.start("linked"), found.end("quote"))
        if place:
            yield Quote("labelled", place, person(" ".join(name.split()), text), (found.span("quote"),))


def _names_somebody(reading: Reading, start: int, end: int) -> bool:
    """A plain label speaks only where its last word is a proper noun: no "Note:", no "He said:"."""
    place = tokens_of(reading.parsed, start, end)
    return bool(place) and place is not None and reading.parsed.pos[place[1] - 1] == "PROPN" and place[1] - place[0] > 1


def attributed(reading: Reading, taken: set[int], told: tuple[Quote, ...] = ()) -> Iterator[Quote]:
    """Quotations and "according to" from the attributions, where no report has their cue.

    Args:
        taken: where the cues begin that reports have used. told: labelled quotations, which need no second claim.
    """
    labels = {q.content[0][0] for q in told}
    for speech in reading.parsed.speeches:
        if not speech.content or _turn(reading, speech) or any(s.start in taken for s in speech.cue):
            continue
        if speech.content[0].start in labels:
            continue
        place = _place(reading, speech)
        if place is None or reading.block(place[0]).kind in ("heading", "furniture", "caption"):
            continue
        source = _labelling(reading, speech) or reading.voices.source(speech)
        if _unnamed(reading, place[0], source) or _spoken_of(reading, speech):
            continue
        if source and _speaks(reading, speech) and not _first_person(reading, speech):
            rule = "quoted" if speech.type != "indirect" else "according"
            yield Quote(
                rule,
                place,
                source,
                _unstopped(reading, _ranges(speech.content), rule),
                _ranges(speech.continuation),
                _ranges(speech.cue),
            )


def _unnamed(reading: Reading, token: int, source: str) -> bool:
    """Standards ("according to law") speak for nobody; in free talk only a named speaker is quoted for the record."""
    words = source.lower().split()
    if source.lower() in PRONOUNS:
        return True
    if words and words[-1].rstrip("s") in v.STANDARDS or (words and words[0].rstrip("s") in v.STANDARDS):
        return True
    return reading.block(token).kind == "speaker" and not any(w[:1].isupper() for w in source.split())


def _written(reading: Reading, speech: Speech) -> str:
    text = reading.parsed.document.text
    return text[speech.source[0].start : speech.source[-1].end] if speech.source else ""


def _spoken_of(reading: Reading, speech: Speech) -> bool:
    """Somebody else than the speaker: whom a preposition leads to ("on her talk with Envoy Roe: “...”"), or the dead.

    A pronoun in free talk ("he'd say, “...”") is whoever the talker means, never the talker.
    """
    parsed, place = reading.parsed, None
    if speech.source and speech.type != "indirect":
        place = tokens_of(parsed, speech.source[0].start, speech.source[-1].end)
    if place is None:
        return False
    if _written(reading, speech).lower() in PRONOUNS and reading.block(place[0]).kind == "speaker":
        return True
    begin, before = reading.sentence(place[0])[0], place[0] - 1
    while before >= begin and (parsed.pos[before] in ("PROPN", "DET") or parsed.word(before) == "*"):
        before -= 1
    led = before >= begin and parsed.word(before).lower() in ABOUT and not speech.cue
    return led or "late" in (parsed.word(i).lower() for i in range(max(begin, before), place[1]))


def _labelling(reading: Reading, speech: Speech) -> str:
    """As in "Ann Roe, President, Dock Workers' Union: “...”": the person who heads the label, not the body in it."""
    text = reading.parsed.document.text
    if not speech.source or not speech.content:
        return ""
    end = speech.source[-1].end
    if not re.fullmatch(r"[\s*_]*:[\s*_]*[“\"][\s*_]*", text[end : speech.content[0].start]):
        return ""
    start = max(text.rfind(mark, max(end - 240, 0), end) for mark in ("\n\n", "”", "“", '"', ". ", "**\n"))
    parts = [_MARKS.sub(" ", p).strip() for p in text[max(start + 1, 0) : end].split(",")]
    name = parts[0].lstrip(". ")
    headed = len(parts) > 1 and not resolve(name) and re.fullmatch(r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+", name)
    return person(name, text) if headed else ""


def _place(reading: Reading, speech: Speech) -> tuple[int, int] | None:
    spans = (*speech.source, *speech.cue, *speech.content)
    return tokens_of(reading.parsed, min(s.start for s in spans), max(s.end for s in spans))


def _turn(reading: Reading, speech: Speech) -> bool:
    """A transcript's turn or a whole speech: its claims carry the speaker, it is no statement itself.

    The label of a turn is source and cue at once; a speech without any cue counts only between quotation marks.
    """
    if speech.cue:
        return speech.cue == speech.source
    text = reading.parsed.document.text
    first, last = speech.content[0], speech.content[-1]
    return text[first.start - 1 : first.start] not in QUOTES or text[last.end : last.end + 1] not in QUOTES


def _speaks(reading: Reading, speech: Speech) -> bool:
    """The cue is a word of speech or thought; an indirect one must be "according to" or "in ... view" here."""
    text = reading.parsed.document.text
    cue = " ".join(text[s.start : s.end] for s in speech.cue).lower()
    if speech.type == "indirect" or cue.startswith(("according", "in ")):
        return cue.startswith(("according", "in "))
    tokens = [t for s in speech.cue for t in range(*(tokens_of(reading.parsed, s.start, s.end) or (0, 0)))]
    return not tokens or any(reading.parsed.lemmas[t] in v.CLAUSE | v.CONTENT | v.QUOTING for t in tokens)


def _first_person(reading: Reading, speech: Speech) -> bool:
    text = reading.parsed.document.text
    return bool(speech.source) and text[speech.source[0].start : speech.source[-1].end].lower() in v.FIRST


def _unstopped(reading: Reading, content: Ranges, rule: str) -> Ranges:
    """Reported content without the full stop of the sentence that reports it."""
    text = reading.parsed.document.text
    return tuple((a, b - 1 if rule == "according" and text[b - 1] == "." else b) for a, b in content)


def _ranges(spans: tuple[Span, ...]) -> Ranges:
    return tuple((s.start, s.end) for s in spans)
