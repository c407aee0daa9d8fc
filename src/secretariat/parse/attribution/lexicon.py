"""The words that report, as data: verbs of speech and thought with their forms, roles, honorifics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

_DATA = "secretariat.parse.attribution"


_STANDPOINTS = frozenset({"view", "views", "eyes", "opinion", "words", "estimation"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb.

    Attributes:
        lemma: its base form.
        kind: "say", "show", "think", "want", "view" or "stand".
        particle: word that must follow ("out" of "point out"), else empty.
        guarded: reports only when a clause or a quotation stands beside it.
    """

    lemma: str
    kind: str
    particle: str = ""
    guarded: bool = False

    @property
    def name(self) -> str:
        """Lemma and particle: "call_for"."""
        return f"{self.lemma}_{self.particle}" if self.particle else self.lemma


def _lines(name: str) -> list[str]:
    text = resources.files(_DATA).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `data/` by the stem of its file: "roles", "honorifics", "bodies", "nominal", "voice", ..."""
    return frozenset(word for line in _lines(f"{name}.txt") for word in line.split())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    rows = [line.split() for line in _lines("irregular.txt")]
    return {lemma: (*forms, lemma + "s", _gerund(lemma)) for lemma, *forms in rows}


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if lemma in ("put", "begin", "quip", "forget", "admit") else lemma) + "ing"


def forms(lemma: str) -> tuple[str, ...]:
    """The inflected forms of a verb, base form first."""
    if lemma in _irregular():
        return (lemma, *_irregular()[lemma])
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", _gerund(lemma))
    doubled = lemma + lemma[-1] if lemma in ("quip", "admit", "concur", "plan", "slam") else lemma
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return (lemma, plural, doubled + "ed", doubled + "ing")


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Form of a verb (lower case) → the cues it may be, those with a particle first."""
    table: dict[str, list[Cue]] = {}
    for line in _lines("cues.txt"):
        kind, _, rest = line.partition(":")
        for entry in rest.split():
            lemma, _, particle = entry.rstrip("!").partition("_")
            for form in forms(lemma):
                table.setdefault(form, []).append(Cue(lemma, kind, particle, entry.endswith("!")))
    return {form: tuple(sorted(found, key=lambda c: not c.particle)) for form, found in table.items()}


def cue_kind(phrase: str) -> str:
    """Class of a cue as written ("has repeatedly said" → "say"); empty where no word of it is known.

    The last known verb decides: "declined to say" is a matter of saying, "plans to call for" too.
    """
    found = ""
    for word in phrase.lower().split():
        entry = cues().get(word.strip(",.:;"))
        if entry:
            found = next((c.kind for c in entry if not c.particle), entry[0].kind)
    if not found and phrase.lower().startswith(("according", "in the words", "citing", "per ")):
        return "say"
    if not found and phrase.lower().startswith(("in ", "from ")) and phrase.lower().split()[-1] in _STANDPOINTS:
        return "think"
    return found
