"""Speakers: from the words of a source to the fullest name that the document gives the same person."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from secretariat.model.parsed import Parsed, Speech
from secretariat.parse.attribution.lexicon import words
from secretariat.parse.attribution.people import People, find_people, is_known, is_title, roles_of, split_title
from secretariat.parse.attribution.rules import noun_phrase
from secretariat.parse.attribution.turns import speaker_of_title

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOBODY = frozenset({"this", "you", "what", "there"})
#: "We, the leaders of A, B and C, met ..." names whom "we" means in the rest.
_WE = re.compile(
    r"\b[Ww]e, (the (?:\w+ )?(?:leaders|heads|ministers|members|presidents|delegates|participants)\b[^.;:\n]{0,150}?),?"
    r" (?:met|gathered|convened|have|are|reaffirm|today|meeting|held|declare|adopt)\b"
)
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_CUT = re.compile(r",(?! ?(?:Jr|Sr)\b)| who\b|[(\[—–;:]| - ")
_CAPITALS = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|(?:bin|al|de|van|von|der|el|ibn)\b)[\w’'.\-]*")
_HEAD_END = re.compile(r" (?:of|at|from|in|who|with|for|on|to)\b")
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
        self.parsed, self.text, self.people, self.shift = parsed, parsed.document.text, people, shift
        we = _WE.search(self.text)
        self.we = _ARTICLE.sub("", " ".join(we[1].split())) if we else ""
        self.subjects = _subjects(parsed, people, shift)
        self.next_subject = 0
        self.person = self.group = self.body = self.anyone = ""
        self.phrases: dict[str, str] = {}
        announced = speaker_of_title(parsed.document.title)
        self.announced = personal_name(announced)
        self.announced_roles = roles_of(announced.split())

    def name(self, speech: Speech, outer: str) -> str:
        """The fullest name of who speaks; empty where nobody is named."""
        at = speech.source[0].start if speech.source else speech.content[0].start
        self._pass(at)
        phrase = " ".join(self.text[s.start : s.end] for s in speech.source)
        phrase = " ".join((phrase or speech.speaker).split())
        low = phrase.casefold().strip("\\[]*_ ")
        if low in _RELATIVE:
            phrase = self._antecedent(at) or phrase
            low = phrase.casefold()
        if not phrase:
            return self.anyone if speech.type == "direct" else ""
        if speech.cue == speech.source and phrase.isupper() and not low.startswith("the "):
            return self._label(phrase, at)
        if low in _SINGULAR:
            return self.person
        if low.split()[0] in _PLURAL:
            return self.group or self.anyone
        if low.split()[0] in _FIRST:
            return outer or (self.we if low in ("we", "us") else "")
        if low == "it":
            return "" if self._impersonal(speech) else self.body
        if low in _NOBODY:
            return ""
        return self._named(phrase, at + self.shift)

    def _label(self, label: str, at: int) -> str:
        """A transcript's label: a person's name made full, anything else as it stands."""
        name = label.title() if len(label) > 3 else label
        short = personal_name(name)
        return self.people.full(short, at + self.shift) if short and self._is_person(short) else name

    def _impersonal(self, speech: Speech) -> bool:
        """True for "it is hoped that": a passive cue has no speaker."""
        if not speech.cue:
            return True
        first, last = (bisect_left(self.parsed.starts, at) for at in speech.cue[0])
        return any(self.parsed.tags[i] == "VBN" for i in range(first, last))

    def _antecedent(self, at: int) -> str:
        """The noun phrase that "who" or "which" at this place stands for; empty where the tree gives none."""
        i = bisect_left(self.parsed.starts, at)
        verb = self.parsed.heads[i]
        while self.parsed.deps[verb] in ("conj", "xcomp", "aux") and self.parsed.heads[verb] != verb:
            verb = self.parsed.heads[verb]
        if self.parsed.deps[verb] != "relcl":
            return ""
        noun = self.parsed.heads[verb]
        found = noun_phrase(self.parsed, noun, self.parsed.sentences[self.parsed.sentence_of[noun]])
        return " ".join(self.parsed.slice(a, min(b, i)) for a, b in found)

    def _named(self, phrase: str, at: int) -> str:
        """Name of a source that is a noun phrase: a person's name, a role, or the phrase itself."""
        parts = _CUT.split(phrase.strip("\\[]*_ "))
        short = parts[0].strip()
        if (
            len(parts) > 1
            and _role(short)
            and not personal_name(short)
            and self._is_person(personal_name(parts[1]) or "?")
        ):
            short = f"{short} {personal_name(parts[1])}"
        short = short.title() if short.isupper() and len(short) > 3 else short
        if is_known(short):
            return _ARTICLE.sub("", short)
        name = personal_name(short)
        if name and (self._is_person(name) or _titled(short)):
            return self.people.full(name, at)
        role = _role(short)
        if role and not name:
            capital = short.split()[-1][:1].isupper()
            found = self.announced if role in self.announced_roles else self.people.with_role(role, at, capital=capital)
            if found:
                return self.people.full(found, at)
        return self._phrase(_ARTICLE.sub("", short))

    def _phrase(self, phrase: str) -> str:
        """A source that is no person: the fullest phrase with the same head so far ("the experts", of a conference)."""
        head = _HEAD_END.split(phrase)[0].split()
        key = head[-1].casefold() if head else ""
        known = self.phrases.get(key, "")
        if len(head) == 1 and len(known) > len(phrase):
            return known
        if len(phrase) > len(known):
            self.phrases[key] = phrase
        return phrase

    def _is_person(self, name: str) -> bool:
        return bool(self.people.by_word.get(name.split()[-1].casefold()))

    def _pass(self, at: int) -> None:
        """Take in the acting persons that the text names before this place."""
        while self.next_subject < len(self.subjects) and self.subjects[self.next_subject][0] < at:
            self.person = self.subjects[self.next_subject][1]
            self.next_subject += 1

    def remember(self, speech: Speech, name: str) -> None:
        """Keep the speaker for the pronouns that follow."""
        if not name or (speech.outer is not None and self.anyone):
            return
        self.anyone = name
        if self.people.by_word.get(name.split()[-1].casefold()) or _role(name):
            self.person = name
        elif _is_plural(name):
            self.group = name
        else:
            self.body = name


def _is_plural(name: str) -> bool:
    head = _HEAD_END.split(name)[0]
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
    head = _HEAD_END.split(phrase)[0].split()
    found = roles_of(head[-2:])
    return next((role for role in found if role.split()[-1] == head[-1].casefold()), "") if found else ""


def _subjects(parsed: Parsed, people: People, shift: int) -> list[tuple[int, str]]:
    """Persons who are the subject of a clause, with their place, in order.

    A name counts that somewhere has a title or a role beside it, or that is a single unknown word ("Grigory is ...").
    """
    sure = {m.name.split()[-1].casefold().strip(".,") for m in people.mentions if m.titled}
    found: list[tuple[int, str]] = []
    starts = {m.end - shift: m for m in people.mentions}
    for i, dep in enumerate(parsed.deps):
        if dep not in ("nsubj", "nsubjpass") or parsed.tags[i] != "NNP":
            continue
        word, at = parsed.word(i), parsed.starts[i]
        mention = starts.get(parsed.ends[i])
        if mention and (mention.titled or word.casefold() in sure):
            found.append((at, people.full(mention.name, mention.start)))
        elif people.by_word.get(word.casefold()) and word.casefold() in sure:
            found.append((at, people.full(word, at + shift)))
        elif _introduced(parsed, i):
            found.append((at, word))
    return found


def _introduced(parsed: Parsed, i: int) -> bool:
    """True for a lone name that its sentence introduces: "Grigory is a diplomat"."""
    verb = parsed.heads[i]
    kin = [k for k in parsed.children[verb] if parsed.deps[k] == "attr" and parsed.word(k).casefold() in words("roles")]
    return bool(kin) and parsed.lemmas[verb] == "be" and not is_known(parsed.word(i))
