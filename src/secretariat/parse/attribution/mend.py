"""Mending: what the tagger's attributions lack and grammar or layout gives: a source, or a speaker behind a dash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.draft import Draft, Tokens
from secretariat.parse.attribution.linker import head_of
from secretariat.parse.attribution.quotes import Quotes
from secretariat.parse.attribution.rules import noun_phrase, subject_of

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_LONGEST_NAME = 20
_NAMING = ("NNP", ",", "IN", "HYPH", "CC", "DT")


def signed_quotations(parsed: Parsed, quotes: Quotes) -> tuple[Draft, ...]:
    """Quotations with a name before a colon and no reporting verb (Name: "..."), one block each."""
    found = list(_signatures(parsed, quotes))
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for n, (a, b) in enumerate(parsed.sentences):
        firsts.setdefault(parsed.sentence_blocks[n], a)
        lasts[parsed.sentence_blocks[n]] = b
    for block, a in firsts.items():
        colon = next((i for i in range(a, min(a + _LONGEST_NAME, lasts[block])) if parsed.word(i) == ":"), None)
        if colon is None or colon == a or colon + 2 >= lasts[block] or parsed.blocks[block].kind == "speaker":
            continue
        inside = quotes.at(parsed.starts[colon + 2]) is not None and quotes.at(parsed.starts[colon - 1]) is None
        if inside and not any(parsed.tags[i][0] == "V" for i in range(a, colon)) and _is_name(parsed, a, colon):
            found.append(Draft(((a, colon),), (), ((colon + 1, lasts[block]),), score=0.9))
    return tuple(found)


def _signatures(parsed: Parsed, quotes: Quotes) -> Iterator[Draft]:
    """Blocks that are a quotation and end in, or are followed by, a line with a name."""
    spans = list(_block_tokens(parsed))
    for n, (a, b) in enumerate(spans):
        quoted = [t for t in range(a, b) if quotes.at(parsed.starts[t]) is not None]
        if len(quoted) < 5 or 2 * len(quoted) < b - a:
            continue
        last = quoted[-1] + 1
        rest = _bare(parsed, (last, b))
        if not rest and n + 1 < len(spans):
            rest = _bare(parsed, spans[n + 1])
        if rest and rest[1] - rest[0] <= 10 and all(parsed.tags[t].startswith(_NAMING) for t in range(*rest)):
            yield Draft((rest,), (), ((quoted[0], last),), score=0.8)


def _block_tokens(parsed: Parsed) -> Iterator[Tokens]:
    """Token range of each block that has tokens."""
    start = 0
    for n, (_, b) in enumerate(parsed.sentences):
        if n + 1 == len(parsed.sentences) or parsed.sentence_blocks[n + 1] != parsed.sentence_blocks[n]:
            yield start, b
            start = b


def _bare(parsed: Parsed, span: Tokens) -> Tokens | None:
    """The range without dashes, quotation marks and emphasis at its edges; None where nothing is left."""
    a, b = span
    while a < b and not parsed.word(a)[0].isalnum():
        a += 1
    while b > a and not parsed.word(b - 1)[0].isalnum() and parsed.word(b - 1) != ".":
        b -= 1
    return (a, b) if a < b else None


def _is_name(parsed: Parsed, a: int, b: int) -> bool:
    """True where most words are proper nouns."""
    return 2 * sum(parsed.tags[i].startswith("NNP") for i in range(a, b)) >= b - a


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
