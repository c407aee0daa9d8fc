"""Derive: what the claims of a view say, as histories saved in the register; only what a change touches anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import secretariat
from secretariat.app.versions import profiles_version
from secretariat.model.claim import Claim
from secretariat.model.errors import NotFound
from secretariat.model.history import History
from secretariat.model.judgement import Judgement
from secretariat.profiles import Profile, load_profiles
from secretariat.reconcile import reconcile
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import belonging, is_about
from secretariat.store.port import View


@cache
def rules_version() -> str:
    """The program's version and a hash of rules, weights and code that decide a history."""
    home = Path(secretariat.__file__).parent / "reconcile"
    digest = hashlib.sha256()
    for path in sorted(p for p in home.rglob("*") if p.suffix in (".py", ".lp", ".toml")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{secretariat.__version__}+{digest.hexdigest()[:12]}"


@cache
def built_in() -> Mapping[str, Profile]:
    """The profiles that come with the program, by id."""
    return MappingProxyType({p.id: p for p in load_profiles()})


def organisation_of(words: str, view: View) -> str:
    """The id of the organisation a person means: an id, a name of a profile, or a name that claims use.

    Raises:
        NotFound: nothing of that name.
    """
    profiles = built_in()
    if words in profiles or words in view.organisations():
        return words
    found = next((p.id for p in profiles.values() if Charter(p.id, p).means(words)), None)
    if found:
        return found
    used = {str(c.arg("organisation")) for c in view.claims(kinds=("membership",)) if c.arg("organisation")}
    near = next((u for u in sorted(used) if u.casefold() == words.casefold()), None)
    if near:
        return near
    known = ", ".join(sorted(used)[:8]) or "none"
    raise NotFound(
        words, "no organisation of this name", f"Give a profile's id or a name that the sources use ({known})"
    )


def derive_all(register: Any, profiles: Iterable[str] = (), *, limit: int = 0) -> int:
    """Bring the histories of all organisations that the register speaks of up to date.

    Args:
        register: an open register (Writer with `view`).
        profiles: ids to keep to; all where none is named.
        limit: most conflicts the solver may meet in one component, 0 for none.
    Returns:
        How many histories were saved.
    """
    view: View = register.view()
    wanted = set(profiles)
    names = [n for n in spoken_of(view) if not wanted or n in wanted or n not in built_in()]
    stale = [name for name in names if is_stale(view, name)]
    for name in stale:
        derive(register, view, name, limit=limit)
    return len(stale)


def is_stale(view: View, organisation: str) -> bool:
    """True where the view has no history, or one made by other rules (one as known then stays as it was)."""
    found = view.derivation(organisation)
    if found is None or view.as_known:
        return found is None
    return found.rules != rules_version()


def spoken_of(view: View) -> tuple[str, ...]:
    """Organisations with a membership claim, and those with a profile that a document is about."""
    held = {str(c.arg("organisation")) for c in view.claims(kinds=("membership",)) if c.arg("organisation")}
    charters = [Charter(p.id, p) for p in built_in().values()]
    about: set[str] = set()
    for document in view.documents():
        about |= {c.organisation for c in charters if c.organisation not in about and is_about(document, c)}
    return tuple(sorted({h for h in held if not (len(h) == 3 and h.isupper())} | about))


def derive(register: Any, view: View, organisation: str, *, limit: int = 0) -> History:
    """Reconcile one organisation for a view and save the history with that view.

    Where its own claims, judgements and rules are those of the last saved history, that history is saved again
    unsolved: new documents about others cost nothing here.
    """
    profile = built_in().get(organisation)
    charter = Charter(organisation, profile)
    about = {d.id: is_about(d, charter) for d in view.documents()}
    claims = belonging(list(view.claims()), charter, about)
    mark = fingerprint(claims, profile, view)
    last = _last(register, view, organisation)
    if last is not None and last.extra.get("fingerprint") == mark:
        history = last
    else:
        papers = list(view.documents(sorted({c.document for c in claims})))
        found = reconcile(
            claims, papers, profile or organisation, witnesses=view.witnesses(), judgements=in_force(view), limit=limit
        )
        history = replace(found, extra=MappingProxyType({**found.extra, "fingerprint": mark}))
    days = {id: (str(a), str(b)) for id, (a, b) in history.extra.get("bounds", {}).items()}
    versions = (rules_version(), profiles_version([profile] if profile else []))
    register.save_history(history, view=view, rules=versions[0], profiles=versions[1], bounds=days)
    return history


def in_force(view: View) -> tuple[Judgement, ...]:
    """The judgements in force whose claim is in the register, and those that settle a conflict."""
    return tuple(a.judgement for a in view.judgements() if a.claim is not None or a.judgement.conflict)


def fingerprint(claims: Sequence[Claim], profile: Profile | None, view: View) -> str:
    """A hash of all a history depends on: its claims, their documents, judgements, witnesses, rules, profile."""
    homes = {c.document for c in claims}
    parts = [rules_version(), profiles_version([profile] if profile else []), *sorted(c.key + c.id for c in claims)]
    parts += sorted(str(id) for id in homes) + sorted(j.id + j.verdict for j in in_force(view))
    parts += sorted(w.id for w in view.witnesses() if homes & set(w.documents))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _last(register: Any, view: View, organisation: str) -> History | None:
    """The newest saved history of the organisation over all documents, None where there is none."""
    if view.as_published or view.as_known or organisation not in view.organisations():
        return None
    found: History | None = register.last_history(organisation)
    return found


def history_of(register: Any, view: View, organisation: str) -> View:
    """A view that has a history of the organisation: this one, or a new one after deriving it."""
    if not is_stale(view, organisation):
        return view
    derive(register, view, organisation)
    fresh: View = register.view(as_known=view.as_known, as_published=view.as_published)
    return fresh
