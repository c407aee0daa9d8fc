"""Bodies that the words say exist: what X is, where it sits, examples of mechanisms and projects, organs in a list."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.kinds._phrases.clauses import clause
from secretariat.kinds._phrases.fullest import antecedent, full_name
from secretariat.kinds._phrases.lists import head_of, items_from
from secretariat.kinds._phrases.nouns import Phrase, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.people import subject_of
from secretariat.kinds._phrases.places import place_after, place_at
from secretariat.kinds.body.institution import Body, body_phrase, is_name, name_of, type_of
from secretariat.kinds.body.routes import route_of
from secretariat.kinds.body.vocabulary import DEFINING, LISTING, LOCATED, NOUN_TYPES, ORGANS, STARTS_WORK, UNDERTAKINGS


def existing(page: Page) -> Iterator[Body]:
    """Every body of which the words say that it exists, works or sits somewhere."""
    yield from _defined(page)
    yield from _located(page)
    yield from _examples(page)
    yield from _organs(page)
    yield from _working(page)
    yield from _apposed(page)
    yield from _shown(page)
    yield from _new(page)
    yield from _to_work(page)
    yield from _successors(page)
    yield from _boxes(page)


def _defined(page: Page) -> Iterator[Body]:
    """ "X is a permanent organ of Y"."""
    for noun in page.triggers(DEFINING):
        verb = page.heads[noun]
        if page.deps[noun] == "attr" and page.lemmas[verb] == "be" and page.tags[verb] in {"VBZ", "VBP"}:
            subject = subject_of(page, verb)
            phrase = body_phrase(page, subject) if subject >= 0 else None
            own = page.tags[noun - 1] == "PRP$" or any(page.deps[c] == "poss" for c in page.parsed.children[noun])
            if phrase and not own and _named(page, phrase) and not page.is_organisation(subject):
                yield _exists(
                    page,
                    phrase,
                    clause(page, verb),
                    "body.is",
                    parent=_parent(page, noun),
                    kind=NOUN_TYPES.get(page.lemmas[noun], ""),
                    anchor=verb,
                )


def _named(page: Page, phrase: Phrase) -> bool:
    return (
        is_name(page, phrase)
        and bool(type_of(page, phrase))
        or capital(page, phrase.head)
        and page.word(phrase.head).isupper()
        and len(page.word(phrase.head)) > 2
    )


def _parent(page: Page, noun: int) -> str:
    """The body that "of" names after "organ", "agency" and the like."""
    if page.lower[noun + 1 : noun + 2] != ("of",):
        return ""
    phrase = phrase_at(page, noun)
    words = [i for i in range(noun + 2, phrase.last) if capital(page, i)]
    return name_text(page, words[0], phrase.last) if words else ""


def _located(page: Page) -> Iterator[Body]:
    """ "The Centre is based in Minsk", "Its Committee sits in Accra"."""
    for verb in page.triggers(LOCATED):
        if page.tags[verb] in {"VBN", "VBZ", "VBP"}:
            subject = subject_of(page, verb)
            place = place_after(page, verb + 1, reach=3)
            phrase = body_phrase(page, subject) if subject >= 0 and place else None
            if (
                phrase
                and place
                and is_name(page, phrase)
                and type_of(page, phrase)
                and not page.is_organisation(subject)
            ):
                yield _exists(
                    page, phrase, clause(page, verb), "body.located", place=name_text(page, *place), anchor=verb
                )


def _examples(page: Page) -> Iterator[Body]:
    """ "mechanisms such as the A and the B", "including the C and the D"."""
    for noun in page.triggers(LISTING):
        if page.tags[noun] not in {"NNS", "NNPS"}:
            continue
        start = noun + 3 if page.lower[noun + 1 : noun + 3] == ("such", "as") else 0
        if start:
            for first, last in items_from(page, start):
                head = head_of(page, first, last)
                if head >= 0 and page.lemmas[head] in NOUN_TYPES:
                    phrase = body_phrase(page, head)
                    whole = Phrase(first, head, max(last, phrase.last) if phrase.last <= last else last)
                    if any(capital(page, i) for i in range(first, last)):
                        low, high = page.sentence(noun)
                        yield _exists(page, whole, (low, high), "body.example", anchor=noun)


def _organs(page: Page) -> Iterator[Body]:
    """ "Organs: Council; Secretariat (Almaty); Court"."""
    for noun in page.triggers(ORGANS):
        low, high = page.sentence(noun)
        if noun > low + 2 or page.word(noun + 1) != ":":
            continue
        for first, last in items_from(page, noun + 2):
            close = next((i for i in range(first, last) if page.word(i) == "("), last)
            head = head_of(page, first, close)
            if head >= 0 and capital(page, head):
                place = place_at(page, close + 1) if close < last else None
                yield _exists(
                    page,
                    Phrase(first, head, close),
                    (low, high),
                    "body.organ-list",
                    place=name_text(page, *place) if place else "",
                    anchor=noun,
                )


def _working(page: Page) -> Iterator[Body]:
    """ "The Council began its work", "has been operating since", "entered operation": the body works."""
    for verb in page.triggers({"begin", "start", "commence", "operate", "function", "work", "open"}):
        if page.tags[verb][:2] != "VB":
            continue
        subject = subject_of(page, verb)
        if subject < 0 or page.lower[verb] == "operating" and page.deps[verb] == "amod":
            continue
        phrase = body_phrase(page, subject)
        begins = page.lemmas[verb] in {"begin", "start", "commence", "open"}
        works = _works(page, verb)
        name, head = _subject_name(page, phrase, subject)
        if works and name:
            first, last = clause(page, verb)
            kind = type_of(page, phrase_at(page, head)) or "institution"
            yield Body(
                verb, first, last, name, kind, "opened" if begins else "operating", dated=True, rule="body.works"
            )


def _works(page: Page, verb: int) -> bool:
    lemma = page.lemmas[verb]
    if lemma == "open":
        intransitive = page.tags[verb] == "VBD" and not any(
            page.deps[c] in {"dobj", "nsubjpass"} for c in page.parsed.children[verb]
        )
        return intransitive and bool(place_after(page, verb + 1) or page.time_at(verb + 2))
    if lemma in {"begin", "start", "commence"}:
        return any(page.lemmas[i] in STARTS_WORK for i in range(verb + 1, min(verb + 4, len(page))))
    return _since(page, verb)


def _subject_name(page: Page, phrase: Phrase, subject: int) -> tuple[str, int]:
    """The body that a subject names or looks back to, with its head; ("", -1) where it is none."""
    if is_name(page, phrase) and type_of(page, phrase) or page.is_organisation(subject):
        return name_of(page, phrase), subject
    if (
        page.lemmas[subject] in NOUN_TYPES
        and phrase.determiner in {"the", "this"}
        and phrase.last == subject + 1
        and not capital(page, subject)
    ):
        return antecedent(page, subject)
    return "", -1


def _since(page: Page, verb: int) -> bool:
    return "since" in page.lower[verb : verb + 4]


def _apposed(page: Page) -> Iterator[Body]:
    """ "the Blue Bridge, an initiative among A, B and C", "X - a network of investors": said what it is in apposition."""
    for noun in page.triggers(DEFINING):
        if page.deps[noun] != "appos" or capital(page, noun):
            continue
        head = _outermost(page, page.heads[noun])
        phrase = phrase_at(page, head, frozenset({"of", "for", "on", "in"}))
        named = (is_name(page, phrase) or page.word(head) in page.acronyms) and not page.is_country(head)
        if (
            named
            and phrase.last < noun
            and page.word(phrase.last) in {",", "(", "–", "—"}
            and not page.is_organisation(head)
            and page.lemmas[noun] in NOUN_TYPES
        ):
            last = phrase_at(page, noun, frozenset({"of", "among", "between", "for"})).last
            yield _exists(
                page,
                phrase,
                (phrase.first, last),
                "body.apposed",
                kind=NOUN_TYPES.get(page.lemmas[noun], ""),
                anchor=head,
            )


def _outermost(page: Page, head: int) -> int:
    """The noun that a name begins with where the apposition was hung on its last word ("Partnership for Rivers")."""
    preposition = page.heads[head]
    above = page.heads[preposition]
    inside = page.deps[head] == "pobj" and page.lower[preposition] in {"of", "for", "on"} and capital(page, head)
    return above if inside and capital(page, above) and page.tags[above] in {"NNP", "NN"} else head


def _shown(page: Page) -> Iterator[Body]:
    """ "This photo shows the Gdansk container terminal": a caption shows what stands there."""
    for verb in page.triggers({"show", "depict"}):
        subject = subject_of(page, verb)
        if subject < 0 or page.lemmas[subject] not in {"photo", "picture", "image", "photograph", "view"}:
            continue
        for child in page.parsed.children[verb]:
            if page.deps[child] == "dobj":
                phrase = body_phrase(page, child)
                if type_of(page, phrase) and any(capital(page, i) for i in range(phrase.first, phrase.head + 1)):
                    place = place_after(page, phrase.last)
                    yield _exists(
                        page,
                        phrase,
                        clause(page, verb),
                        "body.shown",
                        place=name_text(page, *place) if place else "",
                        anchor=verb,
                    )


def _new(page: Page) -> Iterator[Body]:
    """ "our new Green Corridors Initiative": what its makers call new they announce."""
    for adjective in page.triggers({"new"}):
        head = page.heads[adjective]
        if (
            page.deps[adjective] != "amod"
            or page.tags[adjective - 1] not in {"PRP$", "DT"}
            or not capital(page, adjective + 1)
        ):
            continue
        phrase = body_phrase(page, head)
        if (
            is_name(page, phrase)
            and type_of(page, phrase) in {"initiative", "programme"}
            and page.lower[adjective - 1] != "the"
        ):
            yield Body(
                adjective,
                phrase.first,
                phrase.last,
                name_of(page, phrase),
                type_of(page, phrase),
                "announced",
                rule="body.new",
            )


def _to_work(page: Page) -> Iterator[Body]:
    """ "The Rivers Partnership will connect ...": a named programme of which the text says what it will do is announced."""
    for head in page.triggers(UNDERTAKINGS):
        verb = page.heads[head]
        if (
            page.deps[head] != "nsubj"
            or page.tags[verb] != "VB"
            or not any(page.lower[c] == "will" for c in page.parsed.children[verb])
        ):
            continue
        phrase = body_phrase(page, head)
        if is_name(page, phrase) and not page.is_organisation(head):
            first, last = clause(page, verb)
            yield Body(
                verb,
                min(first, phrase.first),
                last,
                name_of(page, phrase),
                type_of(page, phrase),
                "announced",
                modality="planned",
                rule="body.to-work",
            )


def _successors(page: Page) -> Iterator[Body]:
    """ "The Union grew out of the customs union", "It was preceded by the River Council"."""
    for verb in page.triggers({"grow", "emerge", "evolve", "succeed", "replace", "precede"}):
        subject = subject_of(page, verb)
        if page.tags[verb] not in {"VBD", "VBN", "VBZ"} or subject < 0:
            continue
        name, head = _subject_name(page, body_phrase(page, subject), subject)
        name, head = (
            (name, head) if head >= 0 else antecedent(page, subject) if page.lower[subject] == "it" else ("", -1)
        )
        before = _predecessor(page, verb)
        if head < 0 or before < 0:
            continue
        first, last = clause(page, verb)
        old = phrase_at(page, before)
        if page.lemmas[verb] == "precede":
            yield Body(
                verb,
                first,
                last,
                name_text(page, old.first, old.last),
                type_of(page, old) or "mechanism",
                "exists",
                rule="body.preceded",
            )
        else:
            yield Body(
                verb,
                first,
                last,
                name,
                "institution",
                "established",
                predecessor=name_text(page, old.first, old.last),
                dated=True,
                rule="body.successor",
            )


def _predecessor(page: Page, verb: int) -> int:
    """The head of what a body came from: after "out of", "from" or "by", or the object of succeed and replace."""
    lemma = page.lemmas[verb]
    if lemma in {"succeed", "replace"}:
        found = next((c for c in page.parsed.children[verb] if page.deps[c] == "dobj"), -1)
        return found if found >= 0 and (is_name(page, phrase_at(page, found)) or page.is_organisation(found)) else -1
    words = {"precede": {"by"}, "grow": {"of"}}.get(lemma, {"from", "of"})
    i = next((j for j in range(verb + 1, min(verb + 4, len(page))) if page.lower[j] in words), -1)
    noun = next(
        (
            j
            for j in range(i + 1, min(i + 7, page.sentence(verb)[1]))
            if i >= 0 and page.tags[j][:2] == "NN" and page.tags[j + 1 : j + 2] not in {("NN",), ("NNP",), ("NNS",)}
        ),
        -1,
    )
    old = phrase_at(page, noun) if noun >= 0 else None
    return noun if old and any(capital(page, i) for i in range(old.first, old.last)) else -1


def _boxes(page: Page) -> Iterator[Body]:
    """ "Established: 4 May 1998, Lima": the line of an information box speaks of the body that the page is about."""
    for word in page.triggers(
        {"establishment", "establish", "found", "foundation", "formation", "founding"}
    ):
        low, high = page.sentence(word)
        if (
            word != low
            or page.word(word + 1) != ":"
            or not any(page.time_at(i) for i in range(word + 2, min(word + 6, high)))
        ):
            continue
        subject = next((m for m in page.reading.mentions if m.id and page.is_organisation(m.first)), None)
        if subject:
            name = full_name(page, page.reading.phrase(subject.first, subject.last), subject.first)
            place = next(
                (p for i in range(word + 3, high) if page.word(i) == "," and (p := place_at(page, i + 1))), None
            )
            yield Body(
                word,
                low,
                high,
                name,
                "institution",
                "established",
                place=name_text(page, *place) if place else "",
                dated=True,
                rule="body.box",
            )


def _exists(
    page: Page,
    phrase: Phrase,
    where: tuple[int, int],
    rule: str,
    *,
    anchor: int,
    place: str = "",
    parent: str = "",
    kind: str = "",
) -> Body:
    type = kind or type_of(page, phrase) or "institution"
    return Body(
        anchor, min(where[0], phrase.first), max(where[1], phrase.last), name_of(page, phrase), type, "exists", place=place, parent=parent,
        route=route_of(page, phrase) if type == "infrastructure" else (), rule=rule,
    )  # fmt: skip
