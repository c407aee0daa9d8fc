"""Attribution: who is said to have said what. Source, cue and content of reported speech and thought.

Two finders share one finish: "learned" (a sequence tagger and a linker trained on news) and "rules" (no weights).
"""

from __future__ import annotations

from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.blend import blend
from secretariat.parse.attribution.draft import Draft, to_speech
from secretariat.parse.attribution.mend import signed_quotations
from secretariat.parse.attribution.quotes import Quotes, find_quotes
from secretariat.parse.attribution.rules import find_by_rule
from secretariat.parse.attribution.speakers import name_speakers
from secretariat.parse.attribution.structure import nest, with_continuations
from secretariat.parse.attribution.turns import find_turns

__all__ = ["MODELS", "find_speeches"]

#: The finders and scopes `find_speeches` knows.
MODELS, SCOPES = ("learned", "rules"), ("register", "all")


def find_speeches(parsed: Parsed, *, model: str = "learned", scope: str = "register") -> tuple[Speech, ...]:
    """All attributions of a parsed document, in order of the text.

    Args:
        parsed: the document with its token columns, sentences and blocks; `times` and `speeches` are not read.
        model: "learned" or "rules".
        scope: "register" keeps speech, thought and stands taken, with speech inside speech; "all" gives what the model
            was trained on, which counts wishes and attitudes too and marks nothing inside an attribution.
    Returns:
        Speeches whose `outer` points into the returned tuple. A transcript turn is a speech whose cue is its label.
    Raises:
        ValueError: for another model or scope.
    """
    for name, given, known in (("model", model, MODELS), ("scope", scope, SCOPES)):
        if given not in known:
            raise ValueError(f"unknown attribution {name} {given!r}; known: {', '.join(known)}")
    if not len(parsed):
        return ()
    text = parsed.document.text
    quotes = find_quotes(text, [(b.start, b.end) for b in parsed.blocks] or [(0, len(text))])
    turns = find_turns(parsed)
    drafts = with_continuations(parsed, _drafts(parsed, quotes, model, scope), turns, quotes)
    speeches = [*turns, *(s for d in drafts if (s := to_speech(parsed, d, quotes)))]
    return name_speakers(parsed, nest(speeches))


def _drafts(parsed: Parsed, quotes: Quotes, model: str, scope: str) -> tuple[Draft, ...]:
    """What the chosen finder finds, and quotations signed with a name."""
    ruled = find_by_rule(parsed, quotes) if model == "rules" or scope == "register" else ()
    found = ruled
    if model == "learned":
        from secretariat.parse.attribution.learned import find_by_model
        from secretariat.parse.attribution.weights import shipped

        found = find_by_model(parsed, quotes, shipped())
        if scope == "register":
            found = blend(parsed, found, ruled, quotes)
    taken = {t for d in found if d.source for a, b in d.content for t in range(a, b)}
    signed = [d for d in signed_quotations(parsed, quotes) if d.content[0][0] + 1 not in taken]
    own = {d.content[0][0] + 1 for d in signed}
    return (*signed, *(d for d in found if d.source or not own & {t for a, b in d.content for t in range(a, b)}))
