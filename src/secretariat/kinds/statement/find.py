"""Statements: reports read from frames, quotations read from attributions and labels, with speakers resolved."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Reading
from secretariat.kinds._parties import actors, named_person, value
from secretariat.kinds.statement.quotes import Quote, Ranges, attributed, labelled
from secretariat.kinds.statement.reports import Report, reports
from secretariat.kinds.statement.roles import role_of
from secretariat.model.claim import Claim
from secretariat.model.parsed import Speech

PRONOUNS = {"he": False, "she": False, "it": False, "they": True, "both": True}
# So many sentences back a pronoun may still mean the last speaker.
MEMORY = 5


def find(reading: Reading) -> Iterator[Claim]:
    """The statements of a document; what is said inside what is said carries the outer speaker."""
    told = list(reports(reading))
    sources = _speakers(reading, told)
    cues = {reading.parsed.starts[r.cue[0]] for r in told}
    heard = {cue.start: speech for speech in reading.parsed.speeches for cue in speech.cue}
    named = [(r, s) for r, s in zip(told, sources, strict=True) if s and not _nobody(reading, r, s)]
    roles = _roles(reading, named)
    claims = [_reported(reading, r, s, heard.get(reading.parsed.starts[r.cue[0]]), roles) for r, s in named]
    marked = tuple(labelled(reading))
    claims += [_quoted(reading, q, roles) for q in (*marked, *attributed(reading, cues, marked))]
    yield from sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end))


def _nobody(reading: Reading, report: Report, source: tuple[str, ...]) -> bool:
    """A pronoun that nothing explains, or "he" inside the quotation of the very person it was taken for."""
    if source[0].lower() in PRONOUNS:
        return True
    around = reading.voices.speech_at(report.cue[0])
    pronoun = reading.parsed.word(report.source.head).lower() in PRONOUNS
    return pronoun and around is not None and around.type == "direct" and reading.voices.source(around) in source


def _speakers(reading: Reading, told: list[Report]) -> list[tuple[str, ...]]:
    """Sources of reports in order; a pronoun means its sentence's subject, the last speaker, or who was last named."""
    last: dict[bool, tuple[int, tuple[str, ...]]] = {}
    out = []
    for report in told:
        head = report.source.head
        sentence = reading.parsed.sentence_of[report.cue[0]]
        plural = PRONOUNS.get(reading.parsed.word(head).lower())
        if plural is None:
            names = actors(reading, report.source.first, report.source.last, head)
        else:
            names = _meant(reading, head, plural, last.get(plural, (-99, ())))
        many = len(names) > 1 or reading.parsed.tags[head] in ("NNS", "NNPS") or plural is True
        if names and names[0].lower() not in PRONOUNS:
            last[many] = (sentence, names)
        out.append(names)
    return out


def _meant(reading: Reading, head: int, plural: bool, before: tuple[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Who a speaking pronoun means."""
    parsed = reading.parsed
    begin, _ = reading.sentence(head)
    for i in range(begin, head):
        if (
            parsed.deps[i] in ("nsubj", "nsubjpass")
            and parsed.pos[i] == "PROPN"
            and (parsed.tags[i] == "NNPS") == plural
        ):
            return actors(reading, *reading.tree.core(i), i)
    if parsed.sentence_of[head] - before[0] <= MEMORY:
        return before[1]
    found = actors(reading, head, head + 1, head)
    if found[0].lower() in PRONOUNS and not plural and parsed.word(head).lower() != "it":
        return named_person(reading, head) or found
    return found


def _roles(reading: Reading, named: list[tuple[Report, tuple[str, ...]]]) -> dict[str, str]:
    """Speaker → the first office the document gives; states, bodies and groups have none."""
    roles: dict[str, str] = {}
    for report, source in named:
        if len(source) == 1 and reading.parsed.pos[report.source.head] in ("PROPN", "NOUN"):
            role = role_of(reading, report.source, source[0])
            if role and source[0] not in roles:
                roles[source[0]] = role
    return roles


def _reported(
    reading: Reading, report: Report, source: tuple[str, ...], speech: Speech | None, roles: dict[str, str]
) -> Claim:
    """The claim of a report; `speech` is the attribution that has the same cue, if there is one."""
    parsed = reading.parsed
    cue = ((parsed.starts[report.cue[0]], parsed.ends[report.cue[1] - 1]),)
    content: Ranges = ((parsed.starts[report.first], parsed.ends[report.last - 1]),)
    if speech is not None and speech.type == "direct" and report.rule == "clause":
        content = tuple((s.start, s.end) for s in speech.content)
    begin, end = reading.sentence(report.cue[0])
    near = report.source.first if begin <= report.source.first else report.cue[0]
    far = report.source.last if report.source.last <= end else report.cue[1]
    where = (max(begin, min(near, report.cue[0], report.first)), min(end, max(report.last, report.cue[1], far)))
    told = report.audience
    audience = actors(reading, told.first, told.last, told.head) if told else ()
    args = {
        "source": value(source),
        "role": roles.get(source[0], "") if len(source) == 1 else "",
        "content": content,
        "continuation": tuple((s.start, s.end) for s in speech.continuation) if speech else (),
        "cue": cue,
        "audience": value(audience),
    }
    return reading.claim(
        "statement", args, where, at=report.cue[0], rule=f"statement.{report.rule}", modality="asserted",
        time=reading.told(report.cue[0], (report.first, report.last)),
    )  # fmt: skip


def _quoted(reading: Reading, quote: Quote, roles: dict[str, str]) -> Claim:
    args = {
        "source": quote.source,
        "role": roles.get(quote.source, ""),
        "content": quote.content,
        "continuation": quote.continuation,
        "cue": quote.cue,
    }
    return reading.claim(
        "statement",
        args,
        quote.where,
        at=quote.where[0],
        rule=f"statement.{quote.rule}",
        modality="asserted",
        attribution=None,
        time=reading.told(quote.where[0], reading.sentence(quote.where[0])) if quote.rule == "according" else "auto",
    )
