"""From words to a party: every candidate with a score and a reason; one answer only where nothing speaks against it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from secretariat.names.forms import Form, all_forms, own_profiles
from secretariat.names.parties import designations, party
from secretariat.profiles import Profile, known_profiles, setting

THRESHOLD = 0.8
_SCORES = {
    "name": 1.0,
    "designation": 1.0,
    "former": 0.95,
    "adjective": 0.85,
    "demonym": 0.85,
    "capital": 0.6,
    "weak": 0.5,
}
_DRESS = (
    re.compile(
        r"^(?:the\s+)?(?:governments?|people|state|authorities|leadership|side|delegation)\s+of\s+(?:the\s+)?(.+)$",
        re.I,
    ),
    re.compile(r"^(?:the\s+)?(.+?)(?:['’]s)?\s+(?:governments?|side|authorities|leadership|delegation)$", re.I),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that words may mean: score 0..1 and why, as a sentence."""

    id: str
    score: float
    reason: str


def fold(words: str) -> str:
    """Spelling without case, diacritics, articles, punctuation and possessive: what two writers of one name share."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’ʻ`]s\b", "", plain).replace("&", " and ")
    plain = re.sub(r"['’ʻ`.]", "", plain)
    plain = re.sub(r"[^\w+#*]+", " ", plain).strip()
    return re.sub(r"^the ", "", plain)


def candidates(words: str, *, organisation: str = "", on: str = "") -> tuple[Candidate, ...]:
    """The parties that words may mean, best first.

    Args:
        words: a name as a text writes it.
        organisation: id of the organisation it is used in; its designations go first.
        on: ISO day the words speak of: parties and names not of that day count less.
    """
    text = fold(words)
    found = [_score(form, words, organisation, on) for form in _index(setting()).get(text, ())]
    if not found:
        found = [
            Candidate(c.id, c.score * 0.95, f"{c.reason} (named through its government)")
            for c in _undressed(words, organisation, on)
        ]
    best: dict[str, Candidate] = {}
    for c in found:
        if c.id not in best or c.score > best[c.id].score:
            best[c.id] = c
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.id)))


def resolve(
    words: str, *, organisation: str = "", on: str = "", profiles: Iterable[Profile] = (), threshold: float = THRESHOLD
) -> str | None:
    """Id of the one party that words mean; None where none or several fit, or none well enough.

    Args:
        words: a name as a text writes it, or already an id.
        organisation, on: as for `candidates`.
        profiles: a user's own profiles, whose names go before the tables.
        threshold: least score that is an answer.
    """
    own = next((p.id for p in own_profiles(profiles) if fold(words) in {fold(n) for n in (p.id, *p.all_names)}), "")
    if own or words in _ids(setting()):
        return own or words
    found = candidates(words, organisation=organisation, on=on)
    if not found or found[0].score < threshold:
        return None
    rivals = [c for c in found[1:] if found[0].score - c.score < 0.1]
    return None if rivals else found[0].id


def _undressed(words: str, organisation: str, on: str) -> tuple[Candidate, ...]:
    for pattern in _DRESS:
        inner = pattern.match(words.strip())
        if inner and fold(inner.group(1)) in _index(setting()):
            return candidates(inner.group(1), organisation=organisation, on=on)
    return ()


def _score(form: Form, words: str, organisation: str, on: str) -> Candidate:
    found = party(form.id)
    score, reason = _SCORES[form.form], f'"{words}" is {_FORMS[form.form]} {found.name}'
    # Acronyms in small letters are ordinary words ("who", "us").
    if form.text.isupper() and len(form.text) < 5 and not words.strip().isupper():
        score, reason = score * 0.4, reason + ", but written in small letters"
    if form.form == "weak" and form.id == organisation:
        return Candidate(form.id, 0.9, f"{reason} in a text about it.")
    if organisation and words in designations().get((form.id, organisation), ()):
        score, reason = 1.0, f"{reason}; {organisation} calls it so"
    if on and ((found.until and on > found.until) or (found.since and on < found.since)):
        score, reason = score * 0.7, f"{reason}, which did not exist on {on}"
    return Candidate(form.id, round(score, 3), reason + ".")


_FORMS = {
    "name": "a name of",
    "designation": "a designation of",
    "former": "a former name of",
    "adjective": "the adjective of",
    "demonym": "the people of",
    "capital": "the capital of",
    "weak": "a word for",
}


@lru_cache(maxsize=8)
def _index(places: str) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for form in all_forms():
        for each in form.candidates or (form.id,):
            found[fold(form.text)].append(Form(form.text, each, form.type, form.form))
    for p in known_profiles(places).values():
        for name in p.weak:
            found[fold(name)].append(Form(name, p.id, p.kind, "weak"))
    return {text: tuple(forms) for text, forms in found.items()}


@lru_cache(maxsize=8)
def _ids(places: str) -> frozenset[str]:
    return frozenset(form.id for forms in _index(places).values() for form in forms)
