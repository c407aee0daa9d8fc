"""Blending: what the register takes from the trained model and from the rules.

The model learned from news what counts as an attribution there: also wishes, views, findings, and much that only
somebody's attitude makes one. The register needs speech and thought, their full clauses, and speech in speech, which
the training data do not mark. So: the model's attributions that
report, widened to the clause that grammar gives, and the rules' where the model has none.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.draft import Draft, Tokens, ranges
from secretariat.parse.attribution.lexicon import cue_kind, words
from secretariat.parse.attribution.linker import head_of
from secretariat.parse.attribution.quotes import Quotes

_NOT_TEXT = frozenset({"caption", "furniture", "dateline"})
#: Classes of cues that report speech, thought or a stand taken; wishes and unknown words do not.
REPORTING = frozenset({"say", "think", "show", "view"})


def blend(parsed: Parsed, learned: tuple[Draft, ...], ruled: tuple[Draft, ...], quotes: Quotes) -> tuple[Draft, ...]:
    """Attributions for the register, in order of the text."""
    learned = tuple(_without_colon(parsed, d) for d in learned)
    kept = [d for d in learned if _reports(parsed, d, quotes) and _kind(parsed, d) not in _NOT_TEXT]
    ruled = tuple(d for d in ruled if _kind(parsed, d) not in _NOT_TEXT and _reports(parsed, d, quotes))
    by_token = {t: k for k, d in enumerate(kept) for a, b in d.cue for t in range(a, b)}
    for draft in ruled:
        same = {by_token[t] for a, b in draft.cue for t in range(a, b) if t in by_token}
        if same:
            k = min(same)
            kept[k] = _joined(parsed, kept[k], draft)
        else:
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: d.first))


def _without_colon(parsed: Parsed, draft: Draft) -> Draft:
    """A colon or a dash is no word that reports: the cue is then empty."""
    spoken = tuple((a, b) for a, b in draft.cue if any(parsed.word(t)[0].isalnum() for t in range(a, b)))
    return draft if spoken == draft.cue else replace(draft, cue=spoken)


def _kind(parsed: Parsed, draft: Draft) -> str:
    """Kind of the block that holds the draft."""
    home = parsed.sentence_blocks[parsed.sentence_of[draft.first]] if parsed.sentence_blocks else -1
    return parsed.blocks[home].kind if 0 <= home < len(parsed.blocks) else ""


def can_speak(parsed: Parsed, draft: Draft) -> bool:
    """True where the source is a name, a pronoun, people or a body, or a text; never a place, a sum or a thing."""
    for a, b in draft.source:
        head = head_of(parsed, (a, b))
        tag, word = parsed.tags[head], parsed.word(head).lower()
        if parsed.tags[a] in ("IN", "TO", "$", "CD", "VBG", "RB") or tag[:2] not in (
            "NN",
            "PR",
            "WP",
            "WD",
            "DT",
            "JJ",
        ):
            return False
        if (
            tag not in ("NN", "NNS")
            or {word, word.removesuffix("s"), word.removesuffix("es"), _singular(word)} & speaking_nouns()
        ):
            return True
    return False


def _singular(word: str) -> str:
    """A plural in -ies, or a word of two parts, cut to what the lists hold."""
    last = word.rsplit("-", 1)[-1]
    return last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")


@cache
def speaking_nouns() -> frozenset[str]:
    """Common nouns that can be a source."""
    return words("speakers") | words("papers") | words("roles") | {"men", "women", "children"}


def _reports(parsed: Parsed, draft: Draft, quotes: Quotes) -> bool:
    """True for a known reporting cue with a source, and for signed quotations."""
    if not draft.source or not can_speak(parsed, draft):
        return False
    phrase = " ".join(parsed.slice(a, b) for a, b in draft.cue)
    if cue_kind(phrase) in REPORTING:
        verbal = any(parsed.tags[t][0] == "V" for a, b in draft.cue for t in range(a, b))
        framed = parsed.tags[draft.cue[0][0]] == "IN"
        return verbal or framed or parsed.word(draft.content[0][0]).lower() == "that"
    spoken = [t for a, b in draft.content for t in range(a, b)]
    quoted = sum(quotes.at(parsed.starts[t]) is not None for t in spoken)
    finite = any(parsed.tags[t] in ("VBD", "VBP", "VBZ", "MD") for t in spoken)
    return finite and quoted >= 0.8 * len(spoken) and len(spoken) >= 5


def _joined(parsed: Parsed, learned: Draft, ruled: Draft) -> Draft:
    """One attribution that both found: the longer content, the model's source unless it has none."""
    content = learned.content if _size(learned.content) >= _size(ruled.content) else ruled.content
    taken = {t for a, b in (*learned.source, *learned.cue) for t in range(a, b)}
    kept = ranges(t for a, b in content for t in range(a, b) if t not in taken)
    return replace(learned, source=_wider(parsed, learned.source, ruled.source), content=kept or learned.content)


def _wider(parsed: Parsed, learned: tuple[Tokens, ...], ruled: tuple[Tokens, ...]) -> tuple[Tokens, ...]:
    """The model's source, unless it is but the last words of an apposition to the subject that the tree gives."""
    if not learned:
        return ruled
    if not ruled or not (ruled[0][0] <= learned[0][0] and learned[-1][1] <= ruled[-1][1] + 1):
        return learned
    subject = head_of(parsed, ruled[0])
    return learned if any(a <= subject < b for a, b in learned) else ruled


def _size(parts: tuple[Tokens, ...]) -> int:
    return sum(b - a for a, b in parts)
