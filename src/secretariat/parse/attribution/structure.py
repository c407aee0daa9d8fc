"""Structure over single attributions: which lies inside which, and which following sentences belong to the speaker."""

from __future__ import annotations

from dataclasses import replace

from secretariat.model.evidence import Span
from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.lexicon import cue_kind, words
from secretariat.parse.attribution.quotes import Quotes

_MOST_FOLLOWING = 8
_GAP = 40


def with_continuations(
    parsed: Parsed, drafts: tuple[Draft, ...], turns: tuple[Speech, ...], quotes: Quotes
) -> tuple[Draft, ...]:
    """Drafts with the sentences that go on in the same voice, within their block.

    A following sentence is the speaker's when no other attribution touches it and it is quoted, or (after indirect
    speech) it judges, wishes or explains; the first sentence that does neither ends the continuation.
    """
    if not drafts or not parsed.sentences:
        return drafts
    owner = _owners(parsed, drafts)
    own_voice = {k for k, d in enumerate(drafts) if not d.source or _first_person(parsed, d)}
    spoken = [_reports_speech(parsed, d) for d in drafts]
    out = list(drafts)
    for k, draft in enumerate(drafts):
        if spoken[k]:
            inside = {n for n in range(k + 1, min(k + 6, len(drafts))) if _lies_in(drafts[n], draft)}
            more = _following(parsed, draft, owner, own_voice | inside, quotes)
            if more:
                out[k] = replace(draft, continuation=more)
    return tuple(out)


def _reports_speech(parsed: Parsed, draft: Draft) -> bool:
    """True for speech and thought, false for findings, wants and views (nobody goes on after "refused")."""
    phrase = " ".join(parsed.slice(a, b) for a, b in draft.cue)
    return bool(draft.source) and cue_kind(phrase) in ("say", "think")


def _owners(parsed: Parsed, drafts: tuple[Draft, ...]) -> dict[int, set[int]]:
    """Sentence → the drafts that touch it."""
    touched: dict[int, set[int]] = {}
    for k, draft in enumerate(drafts):
        for a, b in (*draft.source, *draft.cue, *draft.content):
            for s in {parsed.sentence_of[a], parsed.sentence_of[b - 1]}:
                touched.setdefault(s, set()).add(k)
    return touched


def _first_person(parsed: Parsed, draft: Draft) -> bool:
    """True where the speaker speaks of himself: such a sentence goes on in the voice before it."""
    return all(parsed.slice(a, b).lower() in ("i", "we") for a, b in draft.source)


def _lies_in(inner: Draft, outer: Draft) -> bool:
    """True where one attribution lies inside the content of another."""
    parts = (*inner.source, *inner.cue, *inner.content)
    return any(all(a <= x and y <= b + 1 for x, y in parts) for a, b in outer.content)


def _following(
    parsed: Parsed, draft: Draft, owner: dict[int, set[int]], free: set[int], quotes: Quotes
) -> tuple[Tokens, ...]:
    """Ranges of the sentences after the draft that go on in its voice; `free` drafts do not end it."""
    last = max(parsed.sentence_of[b - 1] for part in (draft.source, draft.cue, draft.content) for _, b in part)
    home = parsed.sentence_blocks[last] if parsed.sentence_blocks else 0
    found: list[Tokens] = []
    for s in range(last + 1, min(last + 1 + _MOST_FOLLOWING, len(parsed.sentences))):
        if parsed.sentence_blocks and parsed.sentence_blocks[s] != home:
            break
        if not owner.get(s, set()) <= free or not _goes_on(parsed, parsed.sentences[s], quotes):
            break
        found.append(parsed.sentences[s])
    return tuple(found)


def _goes_on(parsed: Parsed, sentence: Tokens, quotes: Quotes) -> bool:
    """True for a quoted sentence, or one whose words judge, wish or explain."""
    a, b = sentence
    start, end = parsed.starts[a], parsed.ends[b - 1]
    if quotes.inside(start, end) >= 0.7 * (end - start):
        return True
    said = {parsed.word(i).lower() for i in range(a, b)}
    past = sum(parsed.tags[i] == "VBD" for i in range(a, b))
    present = sum(parsed.tags[i] in ("VBZ", "VBP", "MD") for i in range(a, b))
    return present > past and bool(said & words("voice")) and not said & words("narrative")


def nest(speeches: list[Speech]) -> tuple[Speech, ...]:
    """Speeches in order of the text, each with the index of the innermost one that it lies inside."""
    ordered = sorted(speeches, key=_key)
    pieces = sorted((part.start, -part.end, k) for k, s in enumerate(ordered) for part in _stretches(s))
    events = sorted(((_hull(s).start, 1, k) for k, s in enumerate(ordered)), key=lambda e: e[0])
    outer: list[int | None] = [None] * len(ordered)
    opened: list[tuple[int, int, int]] = []
    at = 0
    for start, _, k in events:
        while at < len(pieces) and pieces[at][0] <= start:
            opened.append((pieces[at][0], -pieces[at][1], pieces[at][2]))
            at += 1
        opened = [piece for piece in opened if piece[1] > start][-32:]
        hull = _hull(ordered[k])
        fitting = [p for p in opened if p[2] != k and p[1] + 2 >= hull.end and _wider(_hull(ordered[p[2]]), hull)]
        outer[k] = min(fitting, key=lambda p: p[1] - p[0])[2] if fitting else None
    return tuple(replace(s, outer=o) for s, o in zip(ordered, outer, strict=True))


def _wider(a: Span, b: Span) -> bool:
    return a.end - a.start > b.end - b.start


def _stretches(speech: Speech) -> list[Span]:
    """Content and continuation, pieces run together over gaps of a few words (a stage direction, a correction)."""
    merged: list[Span] = []
    for part in sorted((*speech.content, *speech.continuation)):
        if merged and part.start - merged[-1].end <= _GAP:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return merged


def _key(speech: Speech) -> tuple[int, int]:
    hull = _hull(speech)
    return hull.start, -hull.end


def _hull(speech: Speech) -> Span:
    """From the first to the last word of an attribution, its continuation left out."""
    parts = (*speech.source, *speech.cue, *speech.content)
    return Span(min(p.start for p in parts), max(p.end for p in parts))
