"""People: names of persons in the text, as runs of capitals beside a title, and each person's fullest name."""

from __future__ import annotations

import re
from functools import cached_property

from secretariat.frame.mentions import Mention
from secretariat.model.parsed import Parsed
from secretariat.names import resolve
from secretariat.parse.attribution.people import find_people

HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady shri smt smt. h.e h.e. hon hon. "
    "honorable honourable excellency "
    "his her their majesty radm adm adm. gen gen. lt lt. col col. maj maj. capt capt. amb amb. rev rev. sheikh sheik "
    "rep rep. sen sen. gov gov. comrade señor madame mme m. "
    "royal highness highnesses serene father sister brother".split()
)
"""Words of address before a name; no part of it and no office."""
PARTICLES = frozenset(
    """de da dos das do del della di du la le van von der den ter ten bin ibn al el ben bint y e af zu zum av
        ul ur ud""".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_NOT_NAMES = frozenset(
    "the a an and of in on at by for to from with as is was were has have will this that these those he "
    "she it they we i you our his her their its who "
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday "
    "summit meeting conference forum declaration agreement statement treaty charter council committee "
    "commission ministry department government office party "
    "parliament house palace university institute center centre college bank fund union organization "
    "organisation association group alliance state states "
    "republic kingdom federation security policy affairs defense defence today yesterday tomorrow mr. "
    "administration leaders members partners allies north south east west "
    "plan program programme initiative partnership strategy act law national international global joint "
    "special general economic political military foreign "
    """authority level mission service secretariat embassy agency corporation company court board team "
    "delegation press white air force army
        navy guard street avenue hall building center assembly region works provisions regulations tribes tribal
        nations day week month year anniversary bargaining start medical member majesty highness excellency""".split()
)
TOPICS = frozenset(
    """prevention violence gun response preparedness recovery affairs studies security policy development
    trade industry relations cooperation co-operation research
    science sciences technology
    education health energy environment management resources services operations planning finance economy economic
    economics commerce
    justice defense defence interior culture tourism sport sports labor labour agriculture communications
    information innovation market
    asia europe africa america americas pacific atlantic caribbean middle gulf eurasia east west north south
    western eastern northern
    southern central asian african european american russian chinese indian digital transition climate change ocean
    oceans fisheries water
    nuclear arms control intelligence drug counterterrorism counter-terrorism migration refugees human rights women
    children youth
    treasury state foreign external internal public national international global regional social cultural
    political legal military
    strategic monetary fiscal budget investment investments infrastructure transport transportation aviation space
    cyber cybersecurity
    enlargement neighbourhood neighborhood reform homeland veterans housing urban rural community communities media
    press protocol
    implementation evaluation analysis governance democracy peace disarmament emergency relief aid humanitarian
    cabinet parliament
    academy faculty school college library museum theatre theater archive archives forces staff armed district
    region province city
    engagement practice advancement outreach equity inclusion agenda organizing organising indo-pacific rim islands
    island sea council commission committee ministry department office bureau directorate assembly kingdom
    works""".split()
)
"""Words of what an office is for: where they end, a name may begin."""
_ENDS = frozenset(
    """affairs assembly region council department ministry policy kingdom works services relations operations studies
        development territory province republic federation union commission committee""".split()
)
"""What the organisation or field of an office ends with: no name goes on across it."""
_SPACE = re.compile(r"\s+")


class People:
    """Names of persons by place, each with the fullest form that the document gives."""

    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...]) -> None:
        self.parsed = parsed
        self._taken = {t: m for m in mentions for t in range(m.first, m.last)}

    @cached_property
    def _known(self) -> tuple[object, int]:
        title = self.parsed.document.title
        return find_people(f"{title}\n{self.parsed.document.text}"), len(title) + 1

    def name_after(self, i: int, stop: int) -> tuple[int, int] | None:
        """Token range of a person's name that begins at token `i`, words of address before it skipped."""
        while i < stop and (
            self.parsed.word(i).lower() in HONORIFICS
            or self.parsed.word(i).lower() in ("the", "his", "her")
            and i + 1 < stop
            and self.parsed.word(i + 1).lower() in HONORIFICS
        ):
            i += 1
        end = i
        while end < stop and end - i < 10 and self._part(end, i, stop):
            end += 1
        while end > i and self.parsed.word(end - 1).lower() in PARTICLES | {",", "-"}:
            end -= 1
        if end == i or not any(self._strong(t) for t in range(i, end)) or self._topic(i):
            return None
        if all(self.parsed.word(t).lower() in TOPICS for t in range(i, end)):
            return None
        return i, end

    def name_at_end(self, first: int, last: int) -> tuple[int, int] | None:
        """The name that a run of capitals ends with: "Foreign Affairs Anna Berg" → the last two; None where "
        "all is topic."""
        i = last
        while (
            i > first
            and last - i < 4
            and (self._strong(i - 1) and not self._topic(i - 1) or last - i >= 1 and self._joins(i - 1, first))
        ):
            i -= 1
        while i < last and not self._strong(i):
            i += 1
        if last - i >= 4 and not any(self.parsed.word(t).lower() in PARTICLES for t in range(i, last)):
            i = last - 2
        return (i, last) if last - i >= 2 and i > first else None

    def _topic(self, t: int) -> bool:
        return self.parsed.word(t).lower() in TOPICS or t in self._taken

    def name_before(self, i: int, start: int) -> tuple[int, int] | None:
        """Token range of a person's name that ends right before token `i`."""
        first = i
        while first > start and i - first < 6 and (self._strong(first - 1) or self._joins(first - 1, start)):
            first -= 1
        while first < i and (self.parsed.word(first).lower() in HONORIFICS | PARTICLES or not self._strong(first)):
            first += 1
        if all(self.parsed.word(t).lower() in TOPICS for t in range(first, i)):
            return None
        return first, i

    def _joins(self, t: int, start: int) -> bool:
        word = self.parsed.word(t)
        low = word.lower()
        if low in SUFFIXES or word == "," and self.parsed.word(t + 1).lower() in SUFFIXES:
            return True
        before = t > start and (self._strong(t - 1) or self.parsed.word(t - 1).lower() in PARTICLES)
        return (low in PARTICLES or word == "-" or re.fullmatch(r"[A-Z]\.?", word) is not None) and before

    def _part(self, t: int, i: int, stop: int) -> bool:
        word = self.parsed.word(t)
        low = word.lower()
        if (
            self._strong(t)
            or low in SUFFIXES
            or t > i
            and low in ("sheikh", "prince", "king", "bishop", "pope", "judge")
            and word[:1].isupper()
        ):
            return True
        if word == "," and t + 1 < stop and self.parsed.word(t + 1).lower() in SUFFIXES:
            return True
        if (
            word == "-"
            and t > i
            and t + 1 < stop
            and self.parsed.starts[t + 1] == self.parsed.ends[t]
            and self.parsed.word(t + 1).isalpha()
        ):
            return True  # "Ban Ki-moon"
        if (
            t > i + 1
            and self.parsed.word(t - 1) == "-"
            and word.isalpha()
            and self.parsed.starts[t] == self.parsed.ends[t - 1]
        ):
            return True
        if low in PARTICLES and self._leads(t, stop):
            return True
        initial = re.fullmatch(r"[A-Z]\.?|[\"“(][A-Z]\w+[\"”)]", word) is not None
        glue = low in PARTICLES or word == "-"
        return (
            initial and (t + 1 < stop and self._strong(t + 1) or t > i) or glue and t + 1 < stop and self._strong(t + 1)
        )

    def _leads(self, t: int, stop: int) -> bool:
        """ "von der Leyen", "al-Halbusi": from a particle on to a capital."""
        k = t + 1
        while k < min(stop, t + 3) and (self.parsed.word(k).lower() in PARTICLES or self.parsed.word(k) == "-"):
            k += 1
        return k < stop and self._strong(k)

    def _strong(self, t: int) -> bool:
        """A capitalised word that may be part of a name."""
        word = self.parsed.word(t)
        low = word.lower().strip(".,’'")
        if (
            not word[:1].isalpha()
            or not word[:1].isupper()
            or low in _NOT_NAMES
            or low in HONORIFICS
            or low in ROLE_WORDS
        ):
            return False
        if (
            self.parsed.pos[t] in ("PUNCT", "NUM", "DET", "PRON", "ADP", "CCONJ", "AUX")
            and self.parsed.tags[t] != "NNP"
        ):
            return False
        m = self._taken.get(t)
        if m is not None and (m.is_state or m.type != "body"):
            return m.last - m.first == 1 and (t > 0 and self._given(t) or m.form == "capital" and self._opens_name(t))
        return m is None and (len(word) > 1 and not (word.isupper() and len(word) <= 4 and not self._loud(t)))

    def _given(self, t: int) -> bool:
        before = self.parsed.word(t - 1)
        return (
            before[:1].isupper()
            and t - 1 not in self._taken
            and before.lower() not in ROLE_WORDS | HONORIFICS | _NOT_NAMES
            and self.parsed.tags[t - 1] == "NNP"
        )

    def _opens_name(self, t: int) -> bool:
        """ "Baghdad Amreyev", "Paris Hilton": a place name right before a capitalised word that is nothing else."""
        after = t + 1
        if (
            after >= len(self.parsed)
            or self.parsed.sentence_of[t] != self.parsed.sentence_of[after]
            or after in self._taken
        ):
            return False
        return self.parsed.tags[after] == "NNP" and self._strong(after) and not self._topic(after)

    def _loud(self, t: int) -> bool:
        return t > 0 and self.parsed.word(t - 1)[:1].isupper()

    def words(self, first: int, last: int) -> str:
        """A name as written, on one line, without address ("H. E.") and possessive ending."""
        shown = _SPACE.sub(" ", self.parsed.slice(first, last)).strip(" ,*_\\")
        return re.sub(r"[’']s?$", "", re.sub(r"^(?:H\. ?)?E\. (?=\w+ \w)", "", shown))

    def fullest(self, first: int, last: int) -> str:
        """The fullest form of a name in the document, its title included."""
        people, shift = self._known
        name = self.words(first, last)
        full = people.full(name, self.parsed.starts[first] + shift)  # type: ignore[attr-defined]
        full = re.sub(r"^(?:H\. ?)?E\. (?=\w+ \w)", "", full)
        longer = len(name.split()) < len(full.split()) <= len(name.split()) + 3
        return _bare(full) if longer and _same_end(name, full) else name


def _same_end(name: str, full: str) -> bool:
    """False where a name of several words would gain a plain word behind it ("Anna Berg Visits")."""
    behind = full.partition(name)[2].strip(" ,").split()
    if len(name.split()) < 2 or not behind:
        return True
    return behind[0].lower() in SUFFIXES | PARTICLES or behind[0].lower().startswith(("al-", "el-", "-"))


def _bare(name: str) -> str:
    """A name without what an office before it left behind ("Commerce Gina Raimondo", "Yemen Hans Grundberg")."""
    words = name.split()
    ended = [n for n, word in enumerate(words[:-1]) if word.lower() in _ENDS]
    words = words[ended[-1] + 1 :] if ended else words
    if len(words) == 2 and words[0].lower() in ROLE_WORDS | {"directors"}:
        words = words[1:]
    while len(words) > 2 and (
        words[0].lower() in TOPICS or words[0].lower() in ROLE_WORDS or (found := resolve(words[0])) and len(found) == 3
    ):
        words = words[1:]
    return " ".join(words)


ROLE_WORDS = frozenset(
    """president vice-president minister premier chancellor secretary secretary-general director
    director-general chairman chair chairwoman
    chairperson co-chair ambassador envoy representative commissioner governor mayor senator congressman
    congresswoman king queen emir sultan prince princess
    speaker spokesperson spokesman spokeswoman advisor adviser coordinator co-ordinator administrator commander
    chief head leader judge
    justice prosecutor counsel rector dean professor researcher scholar analyst expert diplomat economist official
    officer executive
    general-secretary undersecretary under-secretary counsellor counselor consul attaché negotiator sherpa delegate
    treasurer general admiral colonel major
    captain inspector rapporteur manager vice deputy assistant acting interim prime foreign former first second
    third senior principal
    presidents ministers secretaries secretaries-general directors chairmen ambassadors representatives
    commissioners governors leaders chairs co-chairs
    envoys advisors advisers heads chiefs senators kings high special permanent attorney supreme crown imam rabbi
    patriarch pope bishop
    minster premier-designate elect lieutenant brigadier sergeant marshal treasurer editor correspondent reporter
    activist lawyer author
    co-founder founder student graduate scientist engineer teacher entrepreneur moderator host coach deputies
    justices""".split()
)
"""Words of offices, professions and ranks: never part of a person's name."""
