"""Who takes part: subjects and companions of a verb, as lists of names."""

from __future__ import annotations

from secretariat.frame import Mention
from secretariat.kinds._parties import pronoun
from secretariat.kinds._phrases.clauses import VERBS
from secretariat.kinds._phrases.nouns import NOUN_TAGS, capital, name_text, phrase_at
from secretariat.kinds._phrases.page import Page
from secretariat.kinds._phrases.words import word_set

TITLES = word_set(
    "president vice prime deputy foreign minister ministers presidents secretary secretary-general premier "
    "chancellor king queen prince emir sheikh sultan ambassador envoy representative chairman chairwoman "
    "chairperson chair chief commissioner governor general speaker leader national security advisor adviser first "
    "assistant under permanent special crown state defence defense finance trade affairs dr mr mrs ms dr. mr. "
    "mrs. ms. professor shri excellency h.e. senator congressman commerce treasury attorney director executive "
    "interior homeland high interim acting then former colonel admiral minster"
)
"""Words of an office before a person's name; they are no part of the name."""
_TITLE_HEADS = word_set(
    "president minister presidents ministers secretary premier chancellor king queen prince emir sheikh sultan "
    "ambassador envoy representative chairman chairwoman chairperson chair commissioner governor general speaker "
    "leader leaders heads advisor adviser secretary-general director minster"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def subject_of(page: Page, verb: int) -> int:
    """The head noun of a verb's subject, also where a coordinated or infinitive verb borrows it; -1 for none."""
    i = verb
    for _ in range(5):
        for child in page.parsed.children[i]:
            if page.deps[child] in _SUBJECTS and child < verb:
                return _antecedent(page, i, child)
        label, head = page.deps[i], page.heads[i]
        if (
            label == "acl"
            and page.tags[i] == "VB"
            and page.lemmas[head] in {"opportunity", "chance", "plan", "honor", "honour", "occasion"}
        ):
            i = page.heads[head]
            continue
        if label in {"acl", "relcl"} and page.tags[head] in NOUN_TAGS and i == verb:
            return head
        if label not in {"conj", "xcomp", "advcl", "aux", "pcomp", "acomp"} or head == i:
            return -1
        i = page.heads[head] if page.deps[head] == "prep" else head
    return -1


def _antecedent(page: Page, verb: int, subject: int) -> int:
    relative = page.tags[subject] in {"WP", "WDT"} and page.deps[verb] == "relcl"
    return page.heads[verb] if relative else subject


def objects_of(page: Page, verb: int) -> list[int]:
    """Head nouns of a verb's objects, direct or after "with", in order."""
    found = [c for c in page.parsed.children[verb] if page.deps[c] in {"dobj", "obj"} and c > verb]
    for child in page.parsed.children[verb]:
        if page.deps[child] == "prep" and page.lower[child] in {"with", "alongside"}:
            found += [c for c in page.parsed.children[child] if page.deps[c] == "pobj"]
    return sorted(found)


def members(page: Page, head: int) -> tuple[str, ...]:
    """The names of a coordinated noun phrase; a state or known organisation by its id, a person without titles."""
    heads: list[int] = []
    todo = [head]
    while todo and len(heads) < 40:
        i = todo.pop()
        heads.append(i)
        todo += [c for c in page.parsed.children[i] if page.deps[c] == "conj" and page.tags[c] in NOUN_TAGS | {"PRP"}]
    names = dict.fromkeys(n for i in sorted(heads) for n in (_of_several(page, i) or (member(page, i),)))
    return tuple(n for n in names if n and n.lower() not in {"jr", "jr.", "sr", "ii", "iii"})


PEOPLE = word_set(
    "president minister secretary chancellor premier leader king queen prince emir sultan ambassador "
    "envoy representative "
    "chairman chair chairperson director general official delegation counterpart adviser advisor commissioner governor "
    "mayor speaker head delegate ally partner member state participant side government foreign colleague sherpa chief "
    "commander senator lawmaker expert coordinator group committee council commission taskforce board "
    "bloc country nation "
    "cabinet parliamentarian party student youth founder signatory ministry agency presidency"
)
"""Heads of subjects that can act, meet, sign and found."""
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "who"})
THINGS = word_set(
    "programme program project plan memorandum agreement declaration treaty act strategy initiative "
    "statement resolution "
    "meeting conference forum symposium dialogue fund partnership framework order charter report"
)
"""Capitalised nouns that are no actors."""


def acts(page: Page, i: int) -> bool:
    """True where a noun stands for persons or for parties that act through persons."""
    if i < 0:
        return False
    if page.lower[i] in _PERSONAL or page.is_party(i) or page.lemmas[i] in PEOPLE:
        return True
    return page.tags[i] in {"NNP", "NNPS"} and page.lemmas[i] not in THINGS


def named_actors(page: Page, head: int) -> tuple[str, ...]:
    """Actors with a name; a pronoun is led back to what it stands for, and "the leaders" alone name nobody."""
    if head >= 0 and page.lower[head] in {"it", "they", "we"}:
        found = pronoun(page.reading, head)
        return tuple(n for n in found if any(c.isupper() for c in n) and n.lower() not in {"it", "they", "we"})
    states = _states_of(page, head) if head >= 0 else ()
    return states or tuple(n for n in actors(page, head) if any(c.isupper() for c in n))


def _states_of(page: Page, head: int) -> tuple[str, ...]:
    """ "the foreign ministers of Chad and Mali" act for their states; empty for anybody else."""
    if page.tags[head] != "NNS" or page.lower[head + 1 : head + 2] != ("of",):
        return ()
    return tuple(m.id for m in _named_after(page, head + 2))


def _named_after(page: Page, i: int) -> list[Mention]:
    """The countries that a list from token `i` on names one after the other."""
    found: list[Mention] = []
    for mention in page.reading.mentions_in(i, page.sentence(i)[1]):
        gap = set(page.lower[i : mention.first])
        if not gap <= {",", "and", "the", "&"} or not page.is_country(mention.first):
            break
        found.append(mention)
        i = mention.last
    return found


def actors(page: Page, head: int) -> tuple[str, ...]:
    """The members of a noun phrase that can act; empty where its head is a thing."""
    return members(page, head) if acts(page, head) else ()


def _of_several(page: Page, head: int) -> tuple[str, ...]:
    """ "the leaders of Chad, Mali and Niger" are three leaders; empty where "of" names fewer than two parties."""
    if page.tags[head] != "NNS" or page.lower[head + 1 : head + 2] != ("of",):
        return ()
    found = [page.reading.phrase(m.first, m.last) for m in _named_after(page, head + 2)]
    noun = page.reading.phrase(phrase_at(page, head, frozenset()).first, head + 1)
    return tuple(f"{noun} of {name}" for name in found) if len(found) > 1 else ()


def member(page: Page, head: int) -> str:
    """One participant as claims.md writes it; empty for a pronoun."""
    if page.tags[head] not in NOUN_TAGS:
        return ""
    known = page.name_at.get(head)
    if known and page.is_party(head) and known.id and not _titled(page, known.first):
        return known.id if known.type != "organ" else name_text(page, known.first, known.last)
    if capital(page, head) and page.lemmas[head] in OFFICES:
        phrase = phrase_at(page, head, frozenset({"of", "for"}))
        return name_text(page, phrase.first, phrase.last)
    first = last = head
    low, high = page.sentence(head)
    while first > low and _of_name(page, first - 1, first):
        first -= 1
    while (
        last + 1 < high and capital(page, last + 1) and page.tags[last + 1] in NOUN_TAGS and not page.time_at(last + 1)
    ):
        last += 1
    if capital(page, head) and page.lower[head] not in _TITLE_HEADS:
        return person(page, first, last + 1)
    phrase = phrase_at(page, head, frozenset({"of"}))
    return name_text(page, phrase.first, phrase.last)


OFFICES = word_set(
    "office department ministry council commission committee agency bank institute secretariat "
    "administration association "
    "bureau university centre center fund authority assembly court parliament government embassy foundation union "
    "organisation organization"
)
"""Heads of names of bodies: their "of" belongs to the name."""
_PARTICLES = word_set("da de del della der di dos du bin ibn al el la van von ul -")


def _of_name(page: Page, i: int, following: int) -> bool:
    """Whether the token before belongs to a person's name: a capitalised noun, or a particle between two of them."""
    if page.tags[i] in NOUN_TAGS and capital(page, i):
        return not (page.is_country(i) and page.name_at[i].last == following)
    between = capital(page, following) and capital(page, i - 1) and page.tags[i - 1] in NOUN_TAGS
    return page.lower[i] in _PARTICLES and between


def _titled(page: Page, first: int) -> bool:
    return first > 0 and page.lower[first - 1] in TITLES


def person(page: Page, first: int, last: int) -> str:
    """A run of capitalised words without the titles at its head."""
    i = first
    for j in range(first, last - 1):
        if page.lower[j] in TITLES:
            i = j + 1
    return name_text(page, i, last)


def is_verb(page: Page, i: int) -> bool:
    """True for any form of a verb."""
    return page.tags[i] in VERBS
