"""Instruments: texts that are signed, adopted, issued, ratified, in force or only proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.kinds._phrases.clauses import clause, from_agent
from secretariat.kinds._phrases.deeds import Deed, deeds, next_item
from secretariat.kinds._phrases.nouns import QUOTES, Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import actors, members, subject_of
from secretariat.kinds.instrument.vocabulary import (
    ACCEPTS,
    ENACT,
    NEVER_ALONE,
    NOMINALS,
    NOUN_TYPES,
    SAYING,
    STEPS,
    STRONG,
)

COMPLEMENTS = frozenset(
    {"of", "on", "for", "to", "against", "concerning", "regarding", "about", "in", "toward", "towards", "between"}
)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\b(?:until|till|up to|through|to) ((?:19|20)\d\d)\b(?!\s*[-–])")
_BEYOND = re.compile(r"\b((?:19|20)\d\d) and beyond\b")


@dataclass(frozen=True, slots=True)
class Text:
    """One instrument as the words tell it; ranges are tokens, `rule` says how it was found."""

    anchor: int
    first: int
    last: int
    title: str
    type: str
    step: str
    parties: tuple[str, ...] = ()
    covers: str = ""
    rule: str = ""
    event: str = ""
    modality: str = ""
    mentions: tuple[tuple[int, int], ...] = ()


def instruments(page: Page) -> list[Text]:
    """Every instrument that a deed is told of, in order of the text."""
    found = [t for deed in deeds(page, STEPS, NOMINALS) for t in _of_deed(page, deed)]
    found += [t for verb in page.triggers(ENACT) for t in _in_force(page, verb)]
    found += [*_speaking(page), *_negotiated(page), *_drafts(page), *_covering(page)]
    return sorted(found, key=lambda t: (t.first, t.anchor))


def _of_deed(page: Page, deed: Deed) -> Iterator[Text]:
    step = STEPS.get(deed.lemma)
    if not step:
        return
    first, last = clause(page, deed.anchor)
    first = from_agent(page, first, deed.agent)
    things = list(deed.things)
    while things:
        thing = _inner(page, things.pop(0))
        phrase = phrase_at(page, thing, COMPLEMENTS)
        further = next_item(page, phrase.last)
        if further > thing and further not in things and further not in deed.things:
            things.append(further)
        kind = kind_of(page, phrase, deed.lemma)
        if kind:
            parties = actors(page, deed.agent) or _signers(page, phrase.last)
            yield Text(
                deed.anchor, min(first, phrase.first), max(last, phrase.last), full_title(page, phrase), kind, step,
                parties + with_parties(page, phrase), covers(page, phrase), f"instrument.{deed.form}",
            )  # fmt: skip


def kind_of(page: Page, phrase: Phrase, verb: str) -> str:
    """The type of instrument that a phrase names as the object of `verb`; empty where it names none."""
    noun = page.lemmas[phrase.head]
    counted = any(page.tags[i] == "CD" and not page.time_at(i) for i in range(phrase.first, phrase.head))
    if counted and page.tags[phrase.head] in {"NNS", "NNPS"}:
        return ""
    title = title_of(page, phrase)
    proper = title[:1].isupper() and " " in title
    if noun not in NOUN_TYPES:
        return _titled(page, phrase) if verb in {"sign", "adopt", "approve", "endorse"} else ""
    kind = NOUN_TYPES[noun]
    if noun in NEVER_ALONE and not (proper and capital(page, phrase.head)):
        return ""
    if verb not in ACCEPTS.get(kind, {verb}):
        return ""
    if verb in {"announce", "launch", "extend", "renew"} and not (proper and kind in LASTING):
        return ""
    if noun == "framework" and verb in {"propose", "announce", "launch"}:
        return ""
    if verb == "establish" and noun not in {"memorandum", "mou", "moc", "moa"}:
        return ""
    return kind if noun in STRONG or title or verb not in VAGUE else ""


VAGUE = frozenset({"accept", "pass", "prepare", "propose", "draft", "unveil", "release", "conclude"})
"""Verbs that make a text only of what is named or is a text in any case."""


def _signers(page: Page, i: int) -> tuple[str, ...]:
    """Who did it where "by" follows the text ("the ratification of the Treaty by Chad")."""
    if page.lower[i : i + 1] != ("by",):
        return ()
    head = next((c for c in page.parsed.children[i] if page.deps[c] == "pobj"), -1)
    return actors(page, head) if head >= 0 else ()


def _inner(page: Page, thing: int) -> int:
    """ "the first tranche of an agreement", "the text of the treaty": the text is meant."""
    if page.lemmas[thing] in {"tranche", "text", "draft", "version", "package", "set", "series", "part"} and page.lower[
        thing + 1 : thing + 2
    ] == ("of",):
        return next(
            (
                i
                for c in page.parsed.children[thing]
                if page.lower[c] == "of"
                for i in page.parsed.children[c]
                if page.deps[i] == "pobj"
            ),
            thing,
        )
    return thing


BARE_TITLES = frozenset(
    f"{kind} of {what}"
    for kind in ("memorandum", "protocol", "letter", "agreement", "statement", "declaration", "memoranda")
    for what in ("understanding", "cooperation", "obligations", "intent", "commitments", "principle", "principles")
)
"""Kinds of texts, not titles."""
MESSAGES = frozenset({"message", "letter", "telegram", "note", "cable"})
LASTING = frozenset(
    {"plan", "strategy", "policy", "agreement", "memorandum", "treaty", "statement", "report", "convention", "charter"}
)
"""Instruments that are announced, launched or extended under their own title."""


def _titled(page: Page, phrase: Phrase) -> str:
    """A quoted or capitalised name holds the noun elsewhere ("Vision 2030", "Bali Concord II")."""
    words = {page.lemmas[i] for i in range(phrase.first, phrase.last) if capital(page, i)}
    return next((NOUN_TYPES[w] for w in sorted(words) if w in NOUN_TYPES and w not in {"note", "act"}), "")


def title_of(page: Page, phrase: Phrase) -> str:
    """The title as written; empty for a bare noun ("the treaty", "a joint statement")."""
    first, last = phrase.first, phrase.last
    if page.word(first - 1) in QUOTES and first > 0:
        close = next(
            (
                i
                for i in range(phrase.head, min(phrase.head + 20, page.sentence(phrase.head)[1]))
                if page.word(i) in QUOTES
            ),
            0,
        )
        last = close or last
    text = name_text(page, first, last)
    if text.lower() in BARE_TITLES or (page.lemmas[phrase.head] in MESSAGES and not text[:1].isupper()):
        return ""
    said = [
        i
        for i in range(first, last)
        if i != phrase.head and (page.tags[i][:2] == "NN" or capital(page, i) and page.tags[i] != "DT")
    ]
    return text if said else ""


def full_title(page: Page, phrase: Phrase) -> str:
    """The title, with the period where only that tells which plan it is ("strategy for 2016-2025")."""
    title = title_of(page, phrase)
    if title or not covers(page, phrase) or page.lower[phrase.last] not in {"for", "until", "to"}:
        return title
    last = phrase.last + 1
    while page.time_at(last) or page.word(last) in {"-", "–"}:
        last += 1
    return name_text(page, phrase.first, last)


def with_parties(page: Page, phrase: Phrase) -> tuple[str, ...]:
    """Parties that "with" or "between" names right after the phrase."""
    nxt = phrase.last
    if page.lower[nxt : nxt + 1] not in {("with",), ("between",)}:
        return ()
    head = next((c for c in page.parsed.children[nxt] if page.deps[c] == "pobj"), -1)
    return members(page, head) if head >= 0 else ()


def covers(page: Page, phrase: Phrase) -> str:
    """The period that a title names ("for 2023-2027"), as EDTF."""
    text = page.parsed.slice(phrase.first, min(phrase.last + 6, page.sentence(phrase.head)[1]))
    until = _UNTIL.search(text)
    if until:
        return f"../{until[1]}"
    found = _YEARS.search(text)
    if found:
        return f"{found[1]}/{found[2]}"
    later = _BEYOND.search(text)
    return f"{later[1]}/.." if later else ""


def _in_force(page: Page, verb: int) -> Iterator[Text]:
    """ "entered into force", "took effect", "came into effect": the subject is in force."""
    words = page.lower[verb + 1 : verb + 3]
    if page.tags[verb][:2] != "VB" or not (
        words in {("into", "force"), ("into", "effect")} or words[:1] == ("effect",)
    ):
        return
    subject = subject_of(page, verb)
    if subject < 0 or page.lemmas[subject] not in NOUN_TYPES:
        return
    phrase = phrase_at(page, subject, COMPLEMENTS)
    first, last = clause(page, verb)
    yield Text(
        verb,
        min(first, phrase.first),
        last,
        title_of(page, phrase),
        NOUN_TYPES[page.lemmas[subject]],
        "in-force",
        (),
        covers(page, phrase),
        "instrument.in-force",
    )


def _speaking(page: Page) -> Iterator[Text]:
    """ "In the Baku Declaration, the ministers ...", "The Quito Declaration calls ...": what it says it says as adopted."""
    for head in page.triggers({"declaration", "communique", "communiqué"}):
        phrase = phrase_at(page, head)
        low, high = page.sentence(head)
        title = title_of(page, phrase)
        if phrase.determiner != "the" or not (title[:1].isupper() and " " in title and head - phrase.first > 0):
            continue
        opening = phrase.first - 2 == low and page.lower[low] == "in"
        verb = page.heads[head]
        speaks = page.deps[head] == "nsubj" and page.lemmas[verb] in SAYING
        if opening or speaks:
            yield Text(
                head,
                low,
                high,
                title,
                NOUN_TYPES[page.lemmas[head]],
                "adopted",
                (),
                covers(page, phrase),
                "instrument.speaks",
            )


def _negotiated(page: Page) -> Iterator[Text]:
    """ "negotiations on a fisheries agreement": the text is still proposed."""
    for noun in page.triggers({"negotiation", "talk"}):
        high = page.sentence(noun)[1]
        opener = next(
            (
                i
                for i in range(noun + 1, min(noun + 4, high))
                if page.lower[i] in {"on", "for", "towards", "toward", "over", "about"} and not page.time_at(i + 1)
            ),
            -1,
        )
        opener = (
            opener
            if opener >= 0
            else next(
                (i for i in range(noun + 1, min(noun + 6, high)) if page.lower[i] == "for" and page.time_at(i - 1)), -1
            )
        )
        head = _first_noun(page, opener + 1, high) if opener >= 0 else -1
        while head >= 0 and page.lemmas[head] in NOUN_TYPES:
            phrase = phrase_at(page, head, COMPLEMENTS)
            title = title_of(page, phrase)
            if not title or page.lemmas[head] not in STRONG | {"framework", "compact", "arrangement"}:
                break
            yield Text(
                noun,
                min(noun, phrase.first),
                phrase.last,
                title,
                NOUN_TYPES[page.lemmas[head]],
                "proposed",
                with_parties(page, phrase),
                covers(page, phrase),
                "instrument.negotiated",
            )
            head = (
                _first_noun(page, phrase.last + 1, high)
                if page.lower[phrase.last : phrase.last + 1] == ("and",)
                else -1
            )


def _first_noun(page: Page, i: int, high: int) -> int:
    """The head of the noun phrase that begins at token `i`, -1 where none begins there."""
    head = -1
    depth = 0
    for k in range(i, min(i + 14, high)):
        depth += (page.word(k) == "(") - (page.word(k) == ")")
        if depth or page.word(k) == ")":
            continue
        if page.tags[k] in {"NN", "NNS", "NNP", "NNPS"}:
            head = k
        elif (
            page.tags[k] not in {"DT", "JJ", "JJS", "CD", "HYPH", "PRP$", "VBN", ",", "``", "NFP"}
            or head >= 0
            and page.tags[k] in {"DT", ",", "VBN"}
        ):
            break
    return head


def _drafts(page: Page) -> Iterator[Text]:
    """ "a draft resolution": proposed by the words themselves; its title may stand in quotation marks after a comma."""
    for word in page.triggers({"draft"}):
        head = next(
            (
                k
                for k in range(word + 1, min(word + 4, len(page)))
                if page.lemmas[k] in NOUN_TYPES and page.tags[k][:1] == "N"
            ),
            -1,
        )
        if head < 0 or page.tags[word][:1] == "V":
            continue
        phrase = phrase_at(page, head, COMPLEMENTS)
        title = _quoted_title(page, phrase.last) or title_of(page, phrase)
        yield Text(
            head,
            phrase.first,
            max(phrase.last, _quote_end(page, phrase.last)),
            title,
            NOUN_TYPES[page.lemmas[head]],
            "proposed",
            (),
            covers(page, phrase),
            "instrument.draft",
        )


def _quote_end(page: Page, i: int) -> int:
    j = i
    while page.word(j) == ",":
        j += 1
    if page.word(j) not in QUOTES or page.word(j) in {"’", "'"}:
        return 0
    return next((k + 1 for k in range(j + 1, min(j + 30, page.sentence(j)[1])) if page.word(k) in QUOTES), 0)


def _quoted_title(page: Page, i: int) -> str:
    end = _quote_end(page, i)
    return name_text(page, i, end).strip(' ,"“”') if end else ""


def _covering(page: Page) -> Iterator[Text]:
    """ "the Plan of Action (2022-2025)": a plan whose period takes in the day of the document is in force."""
    year = page.parsed.document.published[:4]
    for head in page.triggers({"plan", "strategy", "programme", "program", "roadmap"}):
        phrase = phrase_at(page, head, COMPLEMENTS)
        period = covers(page, phrase)
        title = title_of(page, phrase)
        if (
            period
            and year
            and period[:4] <= year <= (period[5:9] if period[5:6] != "." else "9999")
            and title
            and page.deps[head] not in {"dobj", "nsubjpass"}
        ):
            close = next(
                (k + 1 for k in range(phrase.last, min(phrase.last + 6, len(page))) if page.word(k) == ")"), phrase.last
            )
            yield Text(
                head,
                phrase.first,
                close,
                title,
                NOUN_TYPES[page.lemmas[head]],
                "in-force",
                (),
                period,
                "instrument.covering",
                modality="asserted",
            )
