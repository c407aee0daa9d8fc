"""Speakers: from the words of a source to the fullest name that the document gives the same person."""

from __future__ import annotations

import re
from dataclasses import replace

from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.lexicon import words
from secretariat.parse.attribution.people import People, find_people, is_title, split_title

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_CUT = re.compile(r",(?! ?(?:Jr|Sr)\b)| who\b|[(\[—–;:]| - ")
_CAPITALS = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|(?:bin|al|de|van|von|der|el|ibn)\b)[\w’'.\-]*")
_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|its|this|that|one)\s+", re.I)


def name_speakers(parsed: Parsed, speeches: tuple[Speech, ...]) -> tuple[Speech, ...]:
    """Fill in `speaker` of every speech, in order, so that a pronoun can look back at the speakers before it.

    Args:
        speeches: in order of the text, `outer` set; a speaker already given (a transcript's label) is made fuller.
    """
    head = parsed.document.title + "\n\n"
    people = find_people(head + parsed.document.text)
    resolver = _Resolver(parsed, people, len(head))
    named: list[Speech] = []
    for speech in speeches:
        outer = named[speech.outer].speaker if speech.outer is not None and speech.outer < len(named) else ""
        name = resolver.name(speech, outer)
        resolver.remember(speech, name)
        named.append(replace(speech, speaker=name))
    return tuple(named)


class _Resolver:
    """Walks the speeches once; holds the last persons and groups that spoke or acted."""

    def __init__(self, parsed: Parsed, people: People, shift: int) -> None:
        self.text, self.people, self.shift = parsed.document.text, people, shift
        self.subjects = _subjects(parsed, people, shift)
        self.next_subject = 0
        self.person = self.group = self.anyone = ""

    def name(self, speech: Speech, outer: str) -> str:
        """The fullest name of who speaks; empty where nobody is named."""
        at = speech.source[0].start if speech.source else speech.content[0].start
        self._pass(at)
        phrase = " ".join(self.text[s.start : s.end] for s in speech.source)
        phrase = " ".join((phrase or speech.speaker).split())
        low = phrase.casefold().strip("\\[]*_ ")
        if not phrase:
            return self.anyone if speech.type == "direct" else ""
        if low in _SINGULAR:
            return self.person
        if low in _PLURAL:
            return self.group or self.anyone
        if low in _FIRST:
            return outer
        return self._named(phrase, at + self.shift)

    def _named(self, phrase: str, at: int) -> str:
        """Name of a source that is a noun phrase: a person's name, a role, or the phrase itself."""
        short = _CUT.split(phrase.strip("\\[]*_ "))[0].strip()
        short = short.title() if short.isupper() and len(short) > 3 else short
        name = personal_name(short)
        if name and (self._is_person(name) or _titled(short)):
            return self.people.full(name, at)
        role = _role(short)
        if role and not name:
            found = self.people.with_role(role, at)
            if found:
                return found
        return _ARTICLE.sub("", short)

    def _is_person(self, name: str) -> bool:
        return bool(self.people.by_word.get(name.split()[-1].casefold()))

    def _pass(self, at: int) -> None:
        """Take in the acting persons that the text names before this place."""
        while self.next_subject < len(self.subjects) and self.subjects[self.next_subject][0] < at:
            self.person = self.subjects[self.next_subject][1]
            self.next_subject += 1

    def remember(self, speech: Speech, name: str) -> None:
        """Keep the speaker for the pronouns that follow."""
        if not name:
            return
        self.anyone = name
        if self.people.by_word.get(name.split()[-1].casefold()):
            self.person = name
        elif _is_plural(name):
            self.group = name


def _is_plural(name: str) -> bool:
    head = re.split(r" (?:of|at|from|in|who|with|for|on)\b", name)[0]
    return head.endswith("s") or " and " in name


def _titled(phrase: str) -> bool:
    """True where a title stands before the name."""
    return bool(split_title(phrase)[0])


def personal_name(phrase: str) -> str:
    """The name in a phrase without titles and possessive: "the SCO's Secretary-General Vladimir Norov" → last two."""
    parts = phrase.split()
    start = max((k + 1 for k, w in enumerate(parts) if is_title(w)), default=0)
    name: list[str] = []
    for word in parts[start:]:
        if not _CAPITALS.fullmatch(re.sub(r"[,’']s?$", "", word)):
            break
        name.append(re.sub(r"[’']s?$", "", word))
    lowered = {w.casefold().strip(".,") for w in name}
    return "" if lowered & words("bodies") or lowered & {"the", "a"} else " ".join(name).strip(",")


def _role(phrase: str) -> str:
    """The role word that heads a phrase in the singular ("the Chinese foreign minister" → "minister"); else empty."""
    head = re.split(r" (?:of|at|from|in|for|to|on)\b", phrase)[0].split()
    return head[-1].casefold() if head and head[-1].casefold() in words("roles") else ""


def _subjects(parsed: Parsed, people: People, shift: int) -> list[tuple[int, str]]:
    """Persons who are the subject of a clause, with their place, in order."""
    found: list[tuple[int, str]] = []
    starts = {m.end - shift: m for m in people.mentions}
    for i, dep in enumerate(parsed.deps):
        if dep in ("nsubj", "nsubjpass") and parsed.tags[i] == "NNP":
            mention = starts.get(parsed.ends[i])
            if mention:
                found.append((parsed.starts[i], people.full(mention.name, mention.start)))
            elif known := people.by_word.get(parsed.word(i).casefold()):
                found.append((parsed.starts[i], people.full(parsed.word(i), parsed.starts[i] + shift) if known else ""))
    return found
