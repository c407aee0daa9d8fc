"""Mending: what the tagger's attributions lack and grammar or layout gives: a source, or a speaker behind a dash."""

from __future__ import annotations

from dataclasses import replace

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.linker import head_of
from secretariat.parse.attribution.quotes import Quotes
from secretariat.parse.attribution.rules import noun_phrase, subject_of

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_LONGEST_NAME = 20


def mend(parsed: Parsed, drafts: tuple[Draft, ...], quotes: Quotes) -> tuple[Draft, ...]:
    """Drafts with the sources that can be read off the tree or a dash; nothing else changes."""
    return tuple(_with_source(parsed, d, quotes) if not d.source else d for d in drafts)


def _with_source(parsed: Parsed, draft: Draft, quotes: Quotes) -> Draft:
    if draft.cue:
        source = _owner(parsed, draft.cue[0])
        taken = {t for a, b in draft.content for t in range(a, b)}
        if source and not taken & set(range(*source)):
            return replace(draft, source=(source,))
        return draft
    signed = _behind_dash(parsed, draft.content[-1], quotes)
    return replace(draft, source=(signed[1],), cue=(signed[0],)) if signed else draft


def _owner(parsed: Parsed, cue: Tokens) -> Tokens | None:
    """Who acts in the cue: the subject of its verb, or the owner of its noun ("Ghana's claims")."""
    head = head_of(parsed, cue)
    who = next((k for k in parsed.children[head] if parsed.deps[k] == "poss"), None)
    who = subject_of(parsed, head) if who is None else who
    if who is None or cue[0] <= who < cue[1]:
        return None
    found = noun_phrase(parsed, who, parsed.sentences[parsed.sentence_of[head]])
    return found[0] if found else None


def _behind_dash(parsed: Parsed, content: Tokens, quotes: Quotes) -> tuple[Tokens, Tokens] | None:
    """Dash and name of a quotation that is signed ("..." — Name), in its own block or the next."""
    if quotes.at(parsed.starts[content[0]]) is None:
        return None
    at = content[1]
    while at < len(parsed) and at < content[1] + 3 and not parsed.word(at)[0].isalnum():
        if parsed.word(at) in _DASHES:
            block = parsed.sentence_blocks[parsed.sentence_of[at]]
            end = at + 1
            while end < len(parsed) and parsed.sentence_blocks[parsed.sentence_of[end]] == block:
                end += 1
            short = 1 < end - at <= _LONGEST_NAME and parsed.tags[at + 1].startswith("NNP")
            return ((at, at + 1), (at + 1, end)) if short else None
        at += 1
    return None
