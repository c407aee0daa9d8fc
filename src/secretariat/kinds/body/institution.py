"""Body: one candidate on a page, and what makes a phrase the name of one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secretariat.kinds._phrases.fullest import full_name
from secretariat.kinds._phrases.nouns import (
    INNER_TAGS,
    JOINTS,
    NOUN_TAGS,
    QUOTES,
    Phrase,
    capital,
    name_text,
    phrase_at,
)
from secretariat.kinds._phrases.page import Page
from secretariat.kinds.body.vocabulary import LOOSE, NEVER, NOUN_TYPES, STRONG

COMPLEMENTS = frozenset({"of", "for", "on", "between", "to", "against"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the words name and say something of; `first` and `last` are the tokens of the evidence."""

    anchor: int
    first: int
    last: int
    name: str
    type: str
    step: str
    years: int | None = None
    place: str = ""
    founder: tuple[str, ...] = ()
    parent: str = ""
    predecessor: str = ""
    route: tuple[tuple[str, str], ...] = ()
    modality: str = "asserted"
    dated: bool = False
    rule: str = ""
    mentions: tuple[tuple[int, int], ...] = ()

    def under(self, parent: str) -> Body:
        """The same body as part of another."""
        return replace(self, parent=parent)


def body_phrase(page: Page, head: int) -> Phrase:
    """The phrase of a body around its head noun; a quoted name right after the noun is taken instead of it."""
    phrase = phrase_at(page, head, COMPLEMENTS)
    named = _named_after(page, phrase)
    return phrase_at(page, named, COMPLEMENTS) if named >= 0 else phrase


def _named_after(page: Page, phrase: Phrase) -> int:
    """The head of a proper name set beside a common noun by a dash or comma ("a new network – the Delta Hub")."""
    if capital(page, phrase.head) or page.lemmas[phrase.head] not in NOUN_TYPES:
        return -1
    i = phrase.last
    if page.word(i) not in {"–", "—", "-", ":", ","}:
        return -1
    while page.word(i) in {"–", "—", "-", ":", ","} | QUOTES or page.lower[i : i + 1] in {
        ("the",),
        ("called",),
        ("named",),
    }:
        i += 1
    head = -1
    while (
        i < page.sentence(phrase.head)[1]
        and (page.tags[i] in INNER_TAGS or page.word(i) in JOINTS)
        and capital(page, i) | (page.word(i) in JOINTS)
    ):
        head = i if page.tags[i] in NOUN_TAGS else head
        i += 1
    return head


def type_of(page: Page, phrase: Phrase) -> str:
    """The type that the head noun names; for a proper name without such a noun the last one in it."""
    noun = page.lemmas[phrase.head]
    if noun == "force" and page.lower[phrase.head - 1] != "task":
        return ""
    if noun == "community" and capital(page, phrase.head):
        return "institution"
    if noun in NOUN_TYPES:
        return NOUN_TYPES[noun]
    inner = [
        page.lemmas[i] for i in range(phrase.first, phrase.last) if page.lemmas[i] in NOUN_TYPES and capital(page, i)
    ]
    return NOUN_TYPES[inner[-1]] if inner else ""


def is_name(page: Page, phrase: Phrase) -> bool:
    """True where the phrase is a proper name of at least two words, or an acronym of its own."""
    words = [page.word(i) for i in range(phrase.first, phrase.head + 1) if page.tags[i] not in {"DT", "POS"}]
    upper = [w for w in words if w[:1].isupper()]
    if phrase.determiner == "shared":
        return page.lemmas[phrase.head] in {"initiative", "programme", "program"}
    after = any(capital(page, i) for i in range(phrase.head + 1, phrase.last))
    return capital(page, phrase.head) and (len(upper) >= 2 or after)


def is_qualified(page: Page, phrase: Phrase, *, founding: bool) -> bool:
    """True where a common noun is qualified enough to be one particular body ("an anti-terrorist centre in Harare")."""
    noun = page.lemmas[phrase.head]
    if noun in NEVER or noun not in STRONG | LOOSE or page.tags[phrase.head] == "NNS":
        return False
    before = [
        i for i in range(phrase.first, phrase.head) if page.tags[i] not in {"DT", "PRP$"} and page.lower[i] not in PALE
    ]
    nouns = [i for i in before if page.tags[i][:2] == "NN" or page.word(i) in {"-"} or capital(page, i)]
    if NOUN_TYPES.get(noun) == "infrastructure":
        return founding and bool(nouns)
    if noun in STRONG:
        return founding and bool(before or phrase.last > phrase.head + 1)
    return founding and bool(nouns or phrase.last > phrase.head + 1)


PALE = frozenset(
    {
        "new",
        "first",
        "first-ever",
        "second",
        "own",
        "major",
        "strong",
        "close",
        "closer",
        "important",
        "bold",
        "-",
        "ever",
        "strategic",
        "global",
        "historic",
        "concrete",
        "innovative",
        "comprehensive",
        "wide",
        "effective",
    }
)


def name_of(page: Page, phrase: Phrase) -> str:
    """The name as written, without "new", ordinals and articles before it; a quoted name beside the noun wins."""
    if phrase.determiner == "shared":
        noun = page.lemmas[phrase.head]
        words = name_text(page, phrase.first, min(phrase.last, phrase.head))
        return f"{words} {noun.capitalize()}" if words[:1].isupper() else f"{words} {noun}"
    quoted = _quoted_after(page, phrase)
    if quoted:
        return quoted
    first = phrase.first
    while first < phrase.head and (
        page.tags[first] == "$"
        or page.lower[first] in {"rs", "usd", "million", "billion", "trillion"}
        or page.word(first) in PALE
        or page.tags[first] in {"DT", "PRP$", "CD", "JJS"}
        and not capital(page, first)
    ):
        first += 1
    return full_name(page, name_text(page, first, phrase.last), phrase.head)


def _quoted_after(page: Page, phrase: Phrase) -> str:
    i = phrase.last
    while i < len(page) and page.word(i) in {"–", "—", ",", ":", "the", "called", "named"} and i < phrase.last + 3:
        i += 1
    if page.word(i) in QUOTES - {"’", "'"}:
        close = next((j for j in range(i + 1, min(i + 20, len(page))) if page.word(j) in QUOTES), 0)
        if close and capital(page, i + 1):
            return name_text(page, i + 1, close)
    return ""


def joined(bodies: list[Body]) -> list[Body]:
    """Each body and step once; the first telling is the evidence, later ones are mentions."""
    kept: dict[tuple[str, str], Body] = {}
    for body in sorted(bodies, key=lambda b: (b.first, b.last)):
        key = (body.name.casefold(), body.step)
        known = kept.get(key)
        if known is None:
            kept[key] = body
        elif (known.first, known.last) != (body.first, body.last):
            kept[key] = replace(
                known,
                place=known.place or body.place,
                founder=known.founder or body.founder,
                mentions=(*known.mentions, (body.first, body.last)),
            )
    return list(kept.values())


def split_names(page: Page, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "the Harbour and Rail Initiatives" are two: a plural head shared by coordinated modifiers belongs to each."""
    before = phrase.first - 2
    if page.lower[phrase.first - 1] == "and" and before >= 0 and page.lemmas[before] == page.lemmas[phrase.head]:
        return (phrase_at(page, before), phrase)
    if page.tags[phrase.head] not in {"NNS", "NNPS"}:
        return (phrase,)
    low = page.sentence(phrase.head)[0]
    joint = next((i for i in range(phrase.head - 1, max(phrase.head - 6, low), -1) if page.lower[i] == "and"), -1)
    if joint < 0:
        return (phrase,)
    start = joint
    while start > low and page.tags[start - 1] in {"NN", "NNP", "JJ", "HYPH"}:
        start -= 1
    if page.lemmas[phrase.head] not in {"initiative", "programme", "program"} or page.tags[joint + 1] not in {
        "NN",
        "NNP",
        "JJ",
    }:
        return (phrase,)
    return (
        (Phrase(start, phrase.head, joint, None, "shared"), Phrase(joint + 1, phrase.head, phrase.last, None, "shared"))
        if start < joint
        else (phrase,)
    )
