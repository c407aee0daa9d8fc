"""Attributions by rule: reporting verbs with their clauses, "according to", and quotations beside a speaker.

Everything is read off the dependency tree of one sentence and the quotation marks of its block, so that the time is
linear in the text. Prefers silence: a verb that often does other things reports only with a clause or a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.model.parsed import Parsed
from secretariat.parse.attribution.draft import Draft, Tokens, ranges, trimmed
from secretariat.parse.attribution.lexicon import Cue, cues, words
from secretariat.parse.attribution.quotes import Quotes

#: Longer ones are no prose; reading their trees would cost more than linear time.
_LONGEST_SENTENCE = 400
_LONGEST_SOURCE = 40
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp"})
_BREAKS = frozenset(",”\"’'?!…–—-:")


def find_by_rule(parsed: Parsed, quotes: Quotes) -> tuple[Draft, ...]:
    """Attributions of a document, in the order of their cues.

    Source of the method: reporting-verb grammars over dependency trees, as in citation and quotation extractors;
    word lists and constraints are our own.
    """
    found: list[Draft] = []
    for a, b in parsed.sentences:
        if b - a <= _LONGEST_SENTENCE:
            found += _sentence(parsed, quotes, a, b)
    return tuple(found)


def _sentence(parsed: Parsed, quotes: Quotes, a: int, b: int) -> Iterator[Draft]:
    """The attributions of one sentence."""
    used: set[int] = set()
    for i in range(a, b):
        draft = _according(parsed, i, (a, b)) or _in_words(parsed, i, (a, b))
        if not draft and (parsed.tags[i][:2] == "VB" or parsed.deps[i] in ("ROOT", "conj")):
            draft = _verb(parsed, quotes, i, (a, b), used)
        if draft:
            used.update(range(*draft.cue[0]))
            yield draft


def _cue_at(parsed: Parsed, i: int) -> tuple[Cue, Tokens] | None:
    """The reporting verb at token i with the tokens of its cue (particle included)."""
    for cue in cues().get(parsed.word(i).lower(), ()):
        if not cue.particle:
            return cue, (i, i + 1)
        for j in (i + 1, i + 2):
            if j < len(parsed) and parsed.word(j).lower() == cue.particle:
                return cue, (i, j + 1)
    return None


def _verb(parsed: Parsed, quotes: Quotes, i: int, sentence: Tokens, used: set[int]) -> Draft | None:
    """The attribution whose cue is the verb at i, or None."""
    hit = _cue_at(parsed, i)
    if not hit or i in used or not _finite(parsed, i):
        return None
    cue, cue_tokens = hit
    passive = any(parsed.deps[k] == "auxpass" for k in parsed.children[i])
    if passive and (cue.guarded or not any(parsed.deps[k] == "agent" for k in parsed.children[i])):
        return None
    subject = subject_of(parsed, i)
    content = _content(parsed, quotes, i, cue, cue_tokens, subject, sentence)
    if not content:
        return None
    source = noun_phrase(parsed, subject, sentence) if subject is not None else ()
    if not source and not any(quotes.at(parsed.starts[x]) is not None for x, _ in content):
        return None
    content = _without(content, (*source, cue_tokens))
    return Draft(source, (cue_tokens,), content) if content else None


def _finite(parsed: Parsed, i: int) -> bool:
    """True unless the verb is asked, wished or denied to happen ("to say", "would say", "did not say") or an order."""
    kids = [parsed.word(k).lower() for k in parsed.children[i] if parsed.deps[k] in ("aux", "neg")]
    if {"not", "n't", "to", "would", "could", "should", "might", "can"} & set(kids):
        return False
    return parsed.tags[i] != "VB" or bool({"will", "did", "does", "do"} & set(kids))


def subject_of(parsed: Parsed, i: int) -> int | None:
    """Head token of who speaks: own subject, agent of a passive, or inherited from the governing verb."""
    for _ in range(6):
        kids = parsed.children[i]
        agent = next((p for k in kids if parsed.deps[k] == "agent" for p in parsed.children[k]), None)
        if agent is not None:
            return agent
        own = next((k for k in kids if parsed.deps[k] in _SUBJECTS), None)
        if own is not None:
            return _antecedent(parsed, own, i)
        if parsed.deps[i] in ("acl", "relcl") and parsed.tags[i] != "VBN":
            return parsed.heads[i]
        if parsed.deps[i] not in ("conj", "advcl", "xcomp", "pcomp", "dep") or parsed.heads[i] == i:
            return None
        quoted = _quoted_person(parsed, i)
        if quoted is not None:
            return quoted
        i = parsed.heads[i]
    return None


def _quoted_person(parsed: Parsed, i: int) -> int | None:
    """Whom "quoted X as saying" lets speak."""
    preposition = parsed.heads[i]
    if parsed.deps[i] != "pcomp" or parsed.word(preposition).lower() != "as":
        return None
    return next((k for k in parsed.children[parsed.heads[preposition]] if parsed.deps[k] == "dobj"), None)


def _antecedent(parsed: Parsed, subject: int, verb: int) -> int:
    """What "who" or "which" stands for in a relative clause."""
    if parsed.tags[subject] in ("WP", "WDT") and parsed.deps[verb] == "relcl":
        return parsed.heads[verb]
    return subject


def noun_phrase(parsed: Parsed, head: int, sentence: Tokens) -> tuple[Tokens, ...]:
    """The words that name the speaker: the phrase of `head` without relative clauses, within the sentence."""
    if not parsed.tags[head].startswith(("NN", "PRP", "WP", "DT", "CD", "JJ")):
        return ()
    skip = (
        {"relcl", "acl", "advcl", "cc", "punct", "prep"} if parsed.tags[head] == "PRP" else {"relcl", "advcl", "ccomp"}
    )
    tokens, todo = [], [head]
    while todo:
        node = todo.pop()
        tokens.append(node)
        if len(tokens) > 2 * _LONGEST_SOURCE:
            return ()
        todo += [
            k
            for k in parsed.children[node]
            if parsed.deps[k] not in skip or (node != head and parsed.deps[k] == "prep")
        ]
    low, high = max(min(tokens), sentence[0]), min(max(tokens) + 1, sentence[1])
    span = trimmed(parsed, (low, high), complement=False)
    return (span,) if span and span[1] - span[0] <= _LONGEST_SOURCE else ()


def _content(
    parsed: Parsed, quotes: Quotes, i: int, cue: Cue, cue_tokens: Tokens, subject: int | None, sentence: Tokens
) -> tuple[Tokens, ...]:
    """What the cue governs: its clause, else its quotations, else (some verbs) its object."""
    quoted = _quoted(parsed, quotes, i, sentence)
    nominal = cue.particle in ("for", "on", "upon") or cue.name in words("nominal")
    clause = _clause(parsed, i, cue, cue_tokens, sentence) or (_tail(parsed, i, cue_tokens, subject) if nominal else ())
    return _merged(clause, quoted) if clause else quoted


def _merged(clause: tuple[Tokens, ...], quoted: tuple[Tokens, ...]) -> tuple[Tokens, ...]:
    """Clause and quotations as one set of ranges."""
    return ranges(i for a, b in (*clause, *quoted) for i in range(a, b))


def _clause(parsed: Parsed, i: int, cue: Cue, at: Tokens, sentence: Tokens) -> tuple[Tokens, ...]:
    """The complement clause of the verb, with the person addressed left out."""
    if at[1] < sentence[1] and parsed.word(at[1]).lower() == "that" and parsed.tags[at[1]] == "IN":
        return ((at[1], _end_of_voice(parsed, i, sentence)),)
    for k in parsed.children[i]:
        if parsed.deps[k] in _CLAUSES and _reports(parsed, k, i, cue):
            a, b = parsed.edges(k)
            if a <= i < b:
                return tuple(x for x in ((a, at[0]), (at[1], b)) if x[0] < x[1])
            if k > i and parsed.deps[k] == "ccomp":
                b = max(b, _end_of_voice(parsed, i, sentence))
            kept = trimmed(parsed, (max(a, at[1]) if k > i else a, b), complement=False)
            return (kept,) if kept else ()
    return ()


def _reports(parsed: Parsed, clause: int, verb: int, cue: Cue) -> bool:
    """True where the clause is what was said: an infinitive only after verbs of promise and hope, a clause before the
    verb only with a comma or quotation mark between."""
    if parsed.deps[clause] == "xcomp":
        return parsed.tags[clause] != "VBG" and cue.name in words("infinitive")
    if clause < verb:
        own = next((k for k in parsed.children[verb] if parsed.deps[k] in _SUBJECTS), verb)
        first = min(own, verb, *(parsed.edges(own)[0],))
        return first > 0 and parsed.word(first - 1)[:1] in _BREAKS
    return True


def _end_of_voice(parsed: Parsed, i: int, sentence: Tokens) -> int:
    """Where the clause after a verb ends: the sentence's end, or the next reporting verb with the same subject."""
    first = next((k for k in range(i + 1, sentence[1]) if _goes_on_reporting(parsed, k, i)), None)
    if first is None:
        return sentence[1]
    while first > i + 1 and (
        parsed.tags[first - 1] in ("CC", ",", "RB") or parsed.deps[first - 1] in ("aux", "advmod")
    ):
        first -= 1
    return first


def _goes_on_reporting(parsed: Parsed, k: int, i: int) -> bool:
    """True for a coordinated reporting verb of the same tense without a subject of its own ("said A and added B")."""
    if parsed.tags[k] != parsed.tags[i] or parsed.word(k).lower() not in cues() or _has_subject(parsed, k):
        return False
    before = [parsed.tags[t] for t in range(max(i + 1, k - 3), k)]
    return "CC" in before and not {"NN", "NNS", "NNP", "PRP", "DT"} & set(before[before.index("CC") :])


def _has_subject(parsed: Parsed, i: int) -> bool:
    return any(parsed.deps[k] in _SUBJECTS for k in parsed.children[i])


def _quoted(parsed: Parsed, quotes: Quotes, i: int, sentence: Tokens) -> tuple[Tokens, ...]:
    """Quotations of three words and more in the sentence, unless the verb itself is quoted."""
    if quotes.at(parsed.starts[i]) is not None:
        return ()
    inside = [t for t in range(*sentence) if quotes.at(parsed.starts[t]) is not None]
    found = [r for r in ranges(inside) if r[1] - r[0] >= 3]
    return tuple(_whole(parsed, quotes, r) for r in found)


def _whole(parsed: Parsed, quotes: Quotes, part: Tokens) -> Tokens:
    """A quoted range with the sentences before it that stand in the same quotation marks."""
    k, a = quotes.at(parsed.starts[part[0]]), part[0]
    while k is not None and a > 0 and quotes.at(parsed.starts[a - 1]) == k:
        a -= 1
    return a, part[1]


def _tail(parsed: Parsed, i: int, cue: Tokens, subject: int | None) -> tuple[Tokens, ...]:
    """Object and prepositional phrases to the right of the verb, up to the next coordinated verb."""
    kids = [k for k in parsed.children[i] if k >= cue[0] and k != subject]
    parts = [k for k in kids if parsed.deps[k] in (_OBJECTS | _CLAUSES | {"prep", "pobj", "dative"})]
    if not any(parsed.deps[k] in _OBJECTS | _CLAUSES or k < cue[1] for k in parts):
        return ()
    wide = [k for k in kids if parsed.deps[k] not in ("conj", "cc", "punct") and k > i]
    end = max((parsed.edges(k)[1] for k in wide), default=cue[1])
    span = trimmed(parsed, (cue[1], end), complement=False)
    return (span,) if span and span[1] - span[0] >= 2 else ()


def _without(content: tuple[Tokens, ...], taken: tuple[Tokens, ...]) -> tuple[Tokens, ...]:
    """Content ranges without source and cue tokens."""
    gone = {t for a, b in taken for t in range(a, b)}
    return ranges(t for a, b in content for t in range(a, b) if t not in gone)


def _according(parsed: Parsed, i: int, sentence: Tokens) -> Draft | None:
    """ "According to X, ..." : the rest of the clause is X's."""
    if parsed.word(i).lower() != "according" or i + 1 >= sentence[1] or parsed.word(i + 1).lower() != "to":
        return None
    return _framed(parsed, (i, i + 2), i, sentence)


def _framed(parsed: Parsed, cue: Tokens, top: int, sentence: Tokens) -> Draft | None:
    """An attribution whose cue is a preposition: source is its object, content the rest of the sentence."""
    a, b = parsed.edges(top)
    b = max(b, *(parsed.edges(k)[1] for k in range(*cue)))
    source = trimmed(parsed, (cue[1], min(b, sentence[1])), complement=False)
    if not source:
        return None
    before = trimmed(parsed, (sentence[0], min(a, cue[0])), complement=False)
    after = trimmed(parsed, (source[1], sentence[1]), complement=False)
    content = tuple(part for part in (before, after) if part and part[1] - part[0] >= 2)
    return Draft((source,), (cue,), content, score=0.9) if content else None


def _in_words(parsed: Parsed, i: int, sentence: Tokens) -> Draft | None:
    """ "In X's view (eyes, words, opinion), ..." """
    if parsed.word(i).lower() not in ("view", "opinion", "eyes", "words", "estimation") or parsed.deps[i] != "pobj":
        return None
    owner = next((k for k in parsed.children[i] if parsed.deps[k] == "poss"), None)
    preposition = parsed.heads[i]
    if owner is None or parsed.word(preposition).lower() not in ("in", "from"):
        return None
    cue = (preposition, i + 1)
    rest = (trimmed(parsed, (sentence[0], cue[0])), trimmed(parsed, (cue[1], sentence[1])))
    content = tuple(part for part in rest if part and part[1] - part[0] >= 2)
    source = trimmed(parsed, parsed.edges(owner), complement=False)
    return Draft((source,) if source else (), (cue,), content, score=0.8) if content else None
