"""Who and where: the parties and the organisation of a membership frame, each with the way it was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.frame import Frame, Mention, Reading, Role
from secretariat.frame.anchors import GENERIC
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.statuses import StatusWords, find_status, profile_of
from secretariat.names import is_party, party

COUNTRY_NOUNS = frozenset(
    """state country nation republic party government member founder economy neighbour neighbor ally bank
        partner observer candidate applicant entrant side island""".split()
)
_PRONOUNS = frozenset({"it", "they", "itself", "themselves"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation found for a frame: what a claim holds for it, how it was found, and where (-1: nowhere near)."""

    arg: str
    via: str
    token: int = -1


def parties(reading: Reading, role: Role) -> tuple[Mention, ...]:
    """The parties a role names: its head, what is coordinated or enumerated with it, or what a counted "
    "noun announces."""
    p = reading.parsed
    named = [
        m for m in reading.parties(role.first, role.last) if m.is_state or m.type in BODY_TYPES - {"group", "organ"}
    ]
    head = reading.mention_at(role.head)
    heads = set(reading.tree.conjuncts(role.head))
    if head is not None and head in named:
        direct = [m for m in named if m is head or heads & set(range(m.first, m.last)) or _enumerated(reading, head, m)]
        return tuple(m for m in direct if m.type == head.type or m.is_state == head.is_state)
    if p.lemmas[role.head] in COUNTRY_NOUNS:
        after = [m for m in named if m.first > role.head and m.is_state]
        if after and _announced(reading, role.head, after[0].first):
            known = reading.list_at(after[0].first)
            return known.mentions if known else (after[0],)
        if (
            p.lemmas[role.head] in ("country", "state", "nation", "republic")
            and p.tags[role.head] == "NN"
            and not _counted(reading, role.head)
        ):
            return tuple(antecedent(reading, role.head))
        return _both(reading, role.head)
    if p.lemmas[role.head] in _PRONOUNS:
        return tuple(antecedent(reading, role.head, plural=p.lemmas[role.head] in ("they", "themselves")))
    if p.tags[role.head] == "PRP$":
        return tuple(antecedent(reading, role.head, plural=p.word(role.head).lower() == "their"))
    return ()


def _both(reading: Reading, head: int) -> tuple[Mention, ...]:
    """ "both countries", "the three states": the enumeration of just so many states named last before."""
    p = reading.parsed
    counts = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    number = next((counts[w] for c in reading.tree.children[head] if (w := p.word(c).lower()) in counts), 0)
    first = p.sentences[max(0, p.sentence_of[head] - 3)][0]
    known = [x for x in reading.lists if first <= x.first < head and len(x.items) == number]
    return known[-1].mentions if known and all(m.is_state for m in known[-1].mentions) else ()


def _counted(reading: Reading, head: int) -> bool:
    words = {reading.parsed.word(c).lower() for c in reading.tree.children[head]}
    return not words & {"the", "this", "that", "his", "her", "its", "my", "our", "their"}


_ANNOUNCING = frozenset(
    {",", ":", "(", "–", "—", "-", "of", "the", "namely", "including", "republic", "such", "as", "both", "like"}
)


def _announced(reading: Reading, head: int, first: int) -> bool:
    """True where the names follow the counted noun at once: "six states, A, B", "the Republic of A"; "
    "not "states of A"."""
    between = [reading.parsed.word(i).lower() for i in range(head + 1, first)]
    return len(between) <= 4 and set(between) <= _ANNOUNCING and between[:1] != ["of"]


def _enumerated(reading: Reading, head: Mention, m: Mention) -> bool:
    known = reading.list_at(head.first)
    return known is not None and m in known.mentions


def antecedent(reading: Reading, token: int, *, plural: bool = False) -> Iterator[Mention]:
    """The state that "it" or "the country" means: the subject of this or the last sentence, or the only "
    "state named there."""
    p = reading.parsed
    if any(p.word(c).lower() in ("his", "her") for c in reading.tree.children[token]):
        whose = [
            m for m in reading.mentions_in(reading.sentence(token)[0], token) if m.is_state and m.form != "capital"
        ]
        if whose:
            yield whose[-1]  # "told his Kenyan colleague that her country ..."
        return
    topical = _topic(reading, token)
    if topical and not plural:
        yield topical
        return
    for back in range(3):
        s = p.sentence_of[token] - back
        if s < 0 or p.sentence_blocks[s] != p.sentence_blocks[p.sentence_of[token]] and back > 1:
            return
        a, b = p.sentences[s]
        states = [
            m
            for m in reading.mentions_in(a, min(b, token) if back == 0 else b)
            if m.is_state and m.form in ("name", "capital")
        ]
        subjects = [
            m
            for m in states
            if p.deps[m.head] in ("nsubj", "nsubjpass", "poss")
            or any(p.deps[t] in ("nsubj", "nsubjpass") for t in range(m.first, m.last))
        ]
        if subjects and plural:
            known = reading.list_at(subjects[-1].first)
            yield from known.mentions if known else ()
            return
        if subjects or len({m.id for m in states}) == 1:
            yield (subjects or states)[-1] if back == 0 else (subjects or states)[0]
            return


_TELLING = ("admit", "accept", "join", "apply", "invite", "grant", "become", "accede", "welcome", "suspend", "withdraw")


def _topic(reading: Reading, token: int) -> Mention | None:
    """The state whose admission or the like the two sentences before are about: "the country" is that one."""
    here = reading.parsed.sentence_of[token]
    for frame in reversed(reading.frames_of(*_TELLING)):
        if frame.token >= token or here - frame.sentence > 2:
            continue
        for role in frame.all("theme", "agent"):
            m = reading.mention_at(role.head)
            if m is not None and m.is_state and m.form == "name":
                return m
    return None


def organisation(
    reading: Reading, frame: Frame, exclude: tuple[Mention, ...], *ranges: tuple[int, int]
) -> Organisation | None:
    """The organisation of a frame: named in the given ranges, meant there by "the bloc", or named "
    "elsewhere in the sentence."""
    for first, last in ranges:
        for m in reading.mentions_in(first, last):
            if m.type in BODY_TYPES and m not in exclude and not _describes(reading, m) and m.form != "member":
                whole = _whole(reading, m, frame)
                if whole:
                    return Organisation(whole, "path", m.first)
    for first, last in ranges:
        token = reading.anchors.generic(first, last)
        if token is not None and not any(m.first <= token < m.last for m in exclude):
            found = reading.anchors.resolve(token)
            return Organisation(found, "anaphora", token) if found else None
    return None


def _whole(reading: Reading, m: Mention, frame: Frame) -> str:
    """What one belongs to: of an organ without members of its own, the organisation it is an organ of."""
    if m.type != "organ":
        return m.arg
    own = reading.anchors.name(m)
    if own != m.arg or m.arg != m.id and ":" in m.id:
        return own
    home = party(m.id).parent if is_party(m.id) else ""
    agent = frame.role("agent")
    return home or ("" if agent is not None and agent.first <= m.first < agent.last else m.arg)


def nearby(reading: Reading, token: int, exclude: tuple[Mention, ...]) -> Organisation | None:
    """The organisation a sentence is about where the frame itself names none."""
    a, b = reading.sentence(token)
    inside = [
        m for m in reading.mentions_in(a, b) if m.type in BODY_TYPES and m not in exclude and not _describes(reading, m)
    ]
    if inside:
        best = min(inside, key=lambda m: (m.type == "organ" and m.arg == m.id, abs(m.first - token)))
        return Organisation(best.arg, "sentence", best.first)
    found = reading.anchors.resolve(token)
    return Organisation(found, "document") if found else None


def _describes(reading: Reading, m: Mention) -> bool:
    """True for "the first NATO country", "UN Secretary-General": the name only describes something else."""
    p = reading.parsed
    if p.deps[m.head] not in ("compound", "nmod", "amod", "poss"):
        return False
    head = p.heads[m.head]
    if p.deps[m.head] == "poss" or p.lemmas[head] in (
        "membership",
        "accession",
        "status",
        "member",
        "observer",
        "partner",
        "partners",
        "family",
    ):
        return False
    return p.lemmas[head] in _DESCRIBED and find_status(reading.phrase(m.first, head + 1)) is None


_DESCRIBED = frozenset(
    """country nation state ally secretary general secretary-general official minister leader ambassador summit
    president spokesman spokesperson chief charter council forces troops headquarters""".split()
)
"""Nouns that an organisation's name before them only describes."""


def status_in(reading: Reading, organisation_arg: str, first: int, last: int) -> StatusWords | None:
    """The status that a range of tokens names, read by the organisation's profile."""
    if first >= last:
        return None
    return find_status(reading.phrase(first, last), profile_of(reading, organisation_arg))


def generic_status(reading: Reading, token: int) -> bool:
    """True where a token only points back to a status ("the status", "such a status")."""
    return reading.parsed.lemmas[token] in ("status", "one")


__all__ = ["GENERIC", "Organisation", "antecedent", "generic_status", "nearby", "organisation", "parties", "status_in"]
