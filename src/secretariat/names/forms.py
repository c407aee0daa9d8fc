"""The forms under which parties appear in English text: names, adjectives, demonyms with their plurals, capitals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from secretariat.names.parties import Party, designations, parties
from secretariat.profiles import Profile, known_profiles, setting

_RANK = {"name": 0, "designation": 1, "former": 2, "adjective": 3, "demonym": 4, "capital": 5}
# Short names that several parties share and that no context-free reader can decide.
_SHARED = {
    "Korea": ("name", ("KOR", "PRK")),
    "Korean": ("adjective", ("KOR", "PRK")),
    "Koreans": ("demonym", ("KOR", "PRK")),
    "Congo": ("name", ("COD", "COG")),
    "Congolese": ("adjective", ("COD", "COG")),
}
# Words of everyday English or of other names that mean a party only when somebody asks for them by name.
_SILENT = frozenset({"CAR", "AES", "FSM", "EAC", "RSA", "ROC", "IMO", "BIS"})
_NO_PLURAL = ("ese", "sh", "ch", "s", "x", "ss", "é", "e", "men", "man")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling: what it means (`id`, or several `candidates`), the party's type, which form it is, and whether a
    profile describes the party."""

    text: str
    id: str
    type: str
    form: str
    candidates: tuple[str, ...] = ()
    profiled: bool = False


def all_forms() -> tuple[Form, ...]:
    """Every spelling once. Where two parties share one, a today's name goes before a former one, a name before an
    adjective; equal claims leave it ambiguous."""
    return _all_forms(setting())


@lru_cache(maxsize=8)
def _all_forms(places: str) -> tuple[Form, ...]:
    by_text: dict[str, list[Form]] = defaultdict(list)
    for p in parties().values():
        for form in _forms(p):
            by_text[form.text].append(form)
    for wrong, right in _corrections(places):
        by_text[wrong] += [replace(form, text=wrong) for form in by_text.get(right, ())[:1]]
    shared = (Form(text, "", "state", kind, ids) for text, (kind, ids) in _SHARED.items())
    own = (_settle(forms) for text, forms in by_text.items() if text not in _SILENT and text not in _SHARED)
    return (*own, *shared)


def _settle(forms: list[Form]) -> Form:
    text = forms[0].text
    best = min(_RANK[f.form] for f in forms)
    ids = tuple(dict.fromkeys(f.id for f in forms if _RANK[f.form] == best))
    first = next(f for f in forms if _RANK[f.form] == best)
    return first if len(ids) == 1 else Form(text, "", first.type, first.form, ids)


def _forms(p: Party) -> Iterator[Form]:
    former = {f.name for f in p.former if f.until}
    for name in _spellings(p.all_names):
        yield Form(name, p.id, p.type, "former" if name in former else "name", profiled=p.profiled)
    for adjective in p.adjectives:
        yield Form(adjective, p.id, p.type, "adjective")
        yield from (Form(plural, p.id, p.type, "demonym") for plural in plurals(adjective))
    for demonym in p.demonyms:
        yield Form(demonym, p.id, p.type, "demonym")
        yield from (Form(plural, p.id, p.type, "demonym") for plural in plurals(demonym))
    for capital in p.capitals:
        yield Form(capital, p.id, p.type, "capital")
    for (who, _), names in designations().items():
        if who == p.id:
            yield from (Form(name, p.id, p.type, "designation") for name in names)


def _corrections(places: str) -> Iterator[tuple[str, str]]:
    """Forms that sources get wrong, as the profiles say, with the name that is meant."""
    for p in known_profiles(places).values():
        yield from ((c.wrong, c.right) for c in p.corrections)


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """Names, and those with a hyphen also with a space: "Guinea Bissau" is never Guinea."""
    for name in names:
        yield name
        if "-" in name and len(name) > 6:
            yield name.replace("-", " ")


def plurals(word: str) -> tuple[str, ...]:
    """English plurals of a people's name; none for those that have none ("Chinese", "Polish")."""
    return (
        () if word.endswith(_NO_PLURAL) and not word.endswith(("Dane", "Pole", "Swede", "Argentine")) else (word + "s",)
    )


def context_forms(about: Iterable[Profile]) -> Iterator[Form]:
    """What means an organisation, its organs or its members only in a text about it.

    A name that two of the organisations share ("Executive Committee") is ambiguous in a text about both.
    """
    by_text: dict[str, list[Form]] = defaultdict(list)
    for p in about:
        for form in _context_forms(p):
            by_text[form.text].append(form)
    for text, forms in by_text.items():
        ids = tuple(dict.fromkeys(f.id for f in forms))
        yield forms[0] if len(ids) == 1 else Form(text, "", forms[0].type, forms[0].form, ids)


def _context_forms(p: Profile) -> Iterator[Form]:
    yield from (Form(name, p.id, p.kind, "name", profiled=True) for name in p.weak)
    yield from (Form(name, p.id, p.kind, "member", profiled=True) for name in p.member_words)
    for organ in p.organs:
        yield from (Form(name, f"{p.id}:{organ.id}", "organ", "name") for name in organ.names)


def own_profiles(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """Those of the profiles that are not among the known ones, or differ from the known one of their id."""
    known = known_profiles(setting())
    return tuple(p for p in profiles if p is not known.get(p.id) and p != known.get(p.id))


def profile_forms(profiles: Iterable[Profile]) -> Iterator[Form]:
    """The names of profiles that are not in the table of parties."""
    for p in profiles:
        yield from (Form(name, p.id, p.kind, "name", profiled=True) for name in p.all_names)
