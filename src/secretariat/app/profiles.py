"""Profiles as a user meets them: list the ones there are, check a file, draft a new one from documents."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from secretariat.app.drafting import draft, write_toml
from secretariat.model.document import Document
from secretariat.model.errors import UsageError
from secretariat.model.issue import Issue
from secretariat.profiles import Profile, built_in_ids, check_data, load_profiles
from secretariat.read import read_sources
from secretariat.store.port import View


def list_profiles() -> list[dict[str, Any]]:
    """The built-in profiles: id, label, kind, and how much each knows."""
    return [
        {
            "id": p.id,
            "label": p.label,
            "kind": p.kind,
            "statuses": [s.id for s in p.statuses],
            "procedures": len(p.procedures),
            "organs": len(p.organs),
            "series": len(p.series),
            "formulas": len(p.formulas),
        }
        for p in load_profiles()
    ]


def check_profile(path: Path) -> tuple[str, ...]:
    """Every mistake of a profile file, one a line; none where it is right."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        return (f"{path.name}: this is not TOML: {problem}; mend the line it names",)
    except OSError as problem:
        return (f"{path}: cannot be read: {problem.strerror}; check path and permissions",)
    return (*check_data(data, path.name)[1], *_clashes(data, path))


def _clashes(data: dict[str, Any], path: Path) -> tuple[str, ...]:
    """A file elsewhere that uses a built-in id takes that profile's place, which should be meant."""
    own = str(data.get("id", ""))
    if own in built_in_ids() and path.resolve().parent != Path(load_profiles.__code__.co_filename).parent / "data":
        return (f'{path.name}: id – "{own}" comes with the program; choose another id, or change the built-in file',)
    return ()


def compare_with_register(profile: Profile, view: View) -> tuple[str, ...]:
    """What a profile expects and a register does not bear out: bounds that are passed, corrections nobody needs."""
    claims = [c for c in view.claims() if profile.id in (c.arg("organisation"), c.arg("series"), c.arg("parent"))]
    parties = {str(c.arg("party")) for c in claims if c.kind == "membership" and c.arg("party")}
    bounds = profile.expect
    found = []
    if len(claims) < bounds.claims_min:
        found.append(
            f"expect.claims_min – {len(claims)} claims, fewer than {bounds.claims_min}; are documents missing?"
        )
    if bounds.claims_max is not None and len(claims) > bounds.claims_max:
        found.append(f"expect.claims_max – {len(claims)} claims, more than {bounds.claims_max}; is a name too common?")
    if bounds.parties_max is not None and len(parties) > bounds.parties_max:
        found.append(
            f"expect.parties_max – {len(parties)} parties, more than {bounds.parties_max}; is a name too common?"
        )
    texts = [d.text for d in view.documents()] if profile.corrections else []
    for n, correction in enumerate(profile.corrections):
        if not any(correction.wrong in text for text in texts):
            found.append(f'corrections.{n} – no document writes "{correction.wrong}"; take the correction out')
    return tuple(f"{profile.id}: {line}" for line in found)


def new_profile(name: str, sources: list[Path]) -> tuple[str, tuple[Issue, ...]]:
    """A draft for an organisation, as the text of a TOML file, from documents that speak of it.

    Args:
        name: its name or acronym, as the documents write it.
        sources: files or folders.
    Returns:
        The text, with the words each finding came from as comments, and what was noticed while reading.
    Raises:
        UsageError: no document names it.
    """
    read = list(read_sources(sources))
    documents = tuple(r for r in read if isinstance(r, Document))
    found = draft(name, documents)
    if found is None:
        raise UsageError(name, f"none of {len(documents)} documents names it", "Spell it as they do, or give others")
    return write_toml(found), tuple(r for r in read if isinstance(r, Issue))
