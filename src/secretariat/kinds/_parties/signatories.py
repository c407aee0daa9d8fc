"""We: the parties of a joint text, or the state or body that publishes it."""

from __future__ import annotations

from functools import lru_cache

from secretariat.frame import Reading
from secretariat.kinds._parties.known import is_party_name, resolved
from secretariat.kinds._parties.vocabulary import ABOUT, DOMAINS, GOVERNMENT, HOST, JOINT, PARTY_TYPES
from secretariat.names import find_names


def we(reading: Reading, token: int) -> tuple[str, ...]:
    """Who "we" are: named in apposition, the parties of a joint text, or the state or body that publishes."""
    parsed = reading.parsed
    document = parsed.document
    sentence = parsed.sentences[parsed.sentence_of[token]]
    if token + 1 < sentence[1] and parsed.word(token + 1) in (",", "the") and parsed.word(token).lower() == "we":
        stop = next(
            (i for i in range(token + 2, min(sentence[1], token + 60)) if parsed.pos[i] in ("VERB", "AUX")), token
        )
        named = tuple(dict.fromkeys(m.id for m in reading.mentions_in(token, stop) if is_party_name(m)))
        if named:
            return named
    return _publisher(document.title, document.text[:600], document.url, document.publisher) or ("we",)


@lru_cache(maxsize=256)
def _publisher(title: str, opening: str, url: str, publisher: str) -> tuple[str, ...]:
    if JOINT.search(title) or (not title and JOINT.search(opening[:200])):
        return _signatories(title or opening[:200])
    host = HOST.match(url)
    own = _state_of(host[1].lower()) if host else ""
    if own:
        return (own,)
    known = resolved(publisher)
    return (known,) if known else ()


def _signatories(title: str) -> tuple[str, ...]:
    """Parties that a joint text's title names before it says what the text is about."""
    head = ABOUT.split(title, maxsplit=1)[0]
    hits = [h for h in find_names(head) if h.id and (h.type in PARTY_TYPES or h.type == "organ")]
    names = [head[h.start : h.end] if h.type == "organ" else h.id for h in hits]
    groups = [n for h, n in zip(hits, names, strict=True) if h.type != "state"]
    return tuple(dict.fromkeys(groups if len(groups) == 1 and len(hits) > 2 else names))


def _state_of(host: str) -> str:
    for pattern, state in GOVERNMENT:
        found = pattern.search(host)
        if found:
            return state or DOMAINS.get(found[1], "")
    return ""
