"""Attribution: who is said to have said what. Source, cue and content of reported speech and thought.

Two finders share one finish: "learned" (a sequence tagger and a linker trained on news) and "rules" (no weights).
"""

from __future__ import annotations

from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.draft import Draft, to_speech
from secretariat.parse.attribution.quotes import Quotes, find_quotes
from secretariat.parse.attribution.rules import find_by_rule
from secretariat.parse.attribution.speakers import name_speakers
from secretariat.parse.attribution.structure import nest, with_continuations
from secretariat.parse.attribution.turns import find_turns

__all__ = ["MODELS", "find_speeches"]

#: The finders `find_speeches` knows.
MODELS = ("learned", "rules")


def find_speeches(parsed: Parsed, *, model: str = "learned") -> tuple[Speech, ...]:
    """All attributions of a parsed document, in order of the text.

    Args:
        parsed: the document with its token columns, sentences and blocks; `times` and `speeches` are not read.
        model: "learned" or "rules".
    Returns:
        Speeches whose `outer` points into the returned tuple. A transcript turn is a speech whose cue is its label.
    Raises:
        ValueError: for another model name.
    """
    if model not in MODELS:
        raise ValueError(f"unknown attribution model {model!r}; known: {', '.join(MODELS)}")
    if not len(parsed):
        return ()
    text = parsed.document.text
    quotes = find_quotes(text, [(b.start, b.end) for b in parsed.blocks] or [(0, len(text))])
    drafts = _drafts(parsed, quotes, model)
    turns = find_turns(parsed)
    drafts = with_continuations(parsed, drafts, turns, quotes)
    speeches = [*turns, *(s for d in drafts if (s := to_speech(parsed, d, quotes)))]
    return name_speakers(parsed, nest(speeches))


def _drafts(parsed: Parsed, quotes: Quotes, model: str) -> tuple[Draft, ...]:
    """What the chosen finder finds."""
    if model == "rules":
        return find_by_rule(parsed, quotes)
    from secretariat.parse.attribution.learned import find_by_model
    from secretariat.parse.attribution.weights import shipped

    return find_by_model(parsed, quotes, shipped())
