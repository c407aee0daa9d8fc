"""Structure over single attributions: which lies inside which, and which following sentences belong to the speaker."""

from __future__ import annotations

from dataclasses import replace

from secretariat.model.evidence import Span
from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.lexicon import cue_kind
from secretariat.parse.attribution.quotes import Quotes

#: Marks of a voice that goes on judging, wishing or explaining; a bare report of past events has none of them.
_VOICE = frozenset(
    [
        "i",
        "we",
        "our",
        "us",
        "my",
        "must",
        "should",
        "shall",
        "will",
        "would",
        "need",
        "needs",
        "ought",
        "can",
        "could",
        "may",
        "hope",
        "believe",
        "important",
        "importance",
        "necessary",
        "essential",
        "indeed",
        "therefore",
        "actually",
        "precisely",
        "clearly",
        "naturally",
        "obviously",
        "only",
        "always",
        "never",
        "today",
        "now",
        "future",
        "these",
        "this",
        "such",
        "it",
        "also",
        "moreover",
        "furthermore",
        "meanwhile",
        "so",
        "thus",
        "hence",
        "because",
    ]
)
_NARRATIVE = frozenset({"yesterday", "earlier", "later", "according", "reportedly"})
_MOST_FOLLOWING = 8


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
    spoken = [_reports_speech(parsed, d) for d in drafts]
    out = list(drafts)
    for k, draft in enumerate(drafts):
        if spoken[k]:
            more = _following(parsed, draft, owner, quotes)
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


def _following(parsed: Parsed, draft: Draft, owner: dict[int, set[int]], quotes: Quotes) -> tuple[Tokens, ...]:
    """Ranges of the sentences after the draft that go on in its voice."""
    last = max(parsed.sentence_of[b - 1] for part in (draft.source, draft.cue, draft.content) for _, b in part)
    home = parsed.sentence_blocks[last] if parsed.sentence_blocks else 0
    found: list[Tokens] = []
    for s in range(last + 1, min(last + 1 + _MOST_FOLLOWING, len(parsed.sentences))):
        if parsed.sentence_blocks and parsed.sentence_blocks[s] != home:
            break
        if s in owner or not _goes_on(parsed, parsed.sentences[s], quotes):
            break
        found.append(parsed.sentences[s])
    return tuple(found)


def _goes_on(parsed: Parsed, sentence: Tokens, quotes: Quotes) -> bool:
    """True for a quoted sentence, or one whose words judge, wish or explain."""
    a, b = sentence
    start, end = parsed.starts[a], parsed.ends[b - 1]
    if quotes.inside(start, end) >= 0.7 * (end - start):
        return True
    words = {parsed.word(i).lower() for i in range(a, b)}
    past = sum(parsed.tags[i] == "VBD" for i in range(a, b))
    present = sum(parsed.tags[i] in ("VBZ", "VBP", "MD") for i in range(a, b))
    return present > past and bool(words & _VOICE) and not words & _NARRATIVE


def nest(speeches: list[Speech]) -> tuple[Speech, ...]:
    """Speeches in order of the text, each with the index of the innermost one that it lies inside."""
    ordered = sorted(speeches, key=_key)
    pieces = sorted((part.start, -part.end, k) for k, s in enumerate(ordered) for part in (*s.content, *s.continuation))
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
        fitting = [p for p in opened if p[2] != k and p[1] + 2 >= hull.end and p[1] - p[0] > (hull.end - hull.start)]
        outer[k] = min(fitting, key=lambda p: p[1] - p[0])[2] if fitting else None
    return tuple(replace(s, outer=o) for s, o in zip(ordered, outer, strict=True))


def _key(speech: Speech) -> tuple[int, int]:
    hull = _hull(speech)
    return hull.start, -hull.end


def _hull(speech: Speech) -> Span:
    """From the first to the last word of an attribution, its continuation left out."""
    parts = (*speech.source, *speech.cue, *speech.content)
    return Span(min(p.start for p in parts), max(p.end for p in parts))
