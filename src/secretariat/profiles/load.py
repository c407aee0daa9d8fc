"""Reading profiles: TOML files, all mistakes of a file told at once, each with its key path and what to do."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from secretariat.model.errors import NotFound, ProfileError
from secretariat.profiles.check import contradictions
from secretariat.profiles.schema import Profile

BUILT_IN = Path(__file__).parent / "data"
VARIABLE = "SECRETARIAT_PROFILES"


def load_profiles(wanted: Iterable[str | Path] = ()) -> tuple[Profile, ...]:
    """The profiles with these ids or in these files, in the order asked for; all known ones by id if none is named.

    Known are those that come with the program and those in the files and folders that the environment variable
    SECRETARIAT_PROFILES lists (as PATH does); one of a user's with a built-in id takes its place.

    Raises:
        ProfileError: a file has mistakes; the message names all of them, one a line.
        NotFound: no known profile has this id and no such file exists.
    """
    asked = tuple(wanted)
    return tuple(_load(str(w)) for w in asked) if asked else tuple(known_profiles(setting()).values())


def use_files(files: Iterable[str | Path]) -> None:
    """Make profiles in files known to this process and those it starts, as SECRETARIAT_PROFILES does."""
    given = [str(Path(f).resolve()) for f in files]
    have = [p for p in setting().split(os.pathsep) if p and p not in given]
    if given:
        os.environ[VARIABLE] = os.pathsep.join([*have, *given])


def setting() -> str:
    """What SECRETARIAT_PROFILES says; caches of what profiles give are kept under it."""
    return os.environ.get(VARIABLE, "")


@lru_cache(maxsize=8)
def known_profiles(places: str) -> Mapping[str, Profile]:
    """All profiles by id, in alphabetical order: the built-in ones and those in `places` (paths joined as in PATH)."""
    found = {i: _built_in(i) for i in built_in_ids()}
    for place in (Path(p) for p in places.split(os.pathsep) if p):
        if not place.exists():
            raise NotFound(str(place), f"{VARIABLE} names it, and it does not exist", "Correct the variable")
        own = [read_profile(f) for f in (sorted(place.glob("*.toml")) if place.is_dir() else [place])]
        found.update({p.id: p for p in own})
    return MappingProxyType(dict(sorted(found.items())))


@cache
def built_in_ids() -> tuple[str, ...]:
    """Ids of the profiles that come with the program, in alphabetical order."""
    return tuple(sorted(p.stem for p in BUILT_IN.glob("*.toml")))


def profile(wanted: str) -> Profile:
    """One profile by id or path; raises as `load_profiles`."""
    return _load(wanted)


@cache
def _built_in(wanted: str) -> Profile:
    return read_profile(BUILT_IN / f"{wanted}.toml")


def _load(wanted: str) -> Profile:
    known = known_profiles(setting())
    if wanted in known:
        return known[wanted]
    path = Path(wanted)
    if not path.is_file():
        close = get_close_matches(wanted, known, 1, 0.5)
        remedy = f'Did you mean "{close[0]}"' + "?" if close else "`secretariat profile list` shows the known ones"
        raise NotFound(wanted, "no profile has this id, and there is no such file", remedy)
    return read_profile(path)


def read_profile(path: Path) -> Profile:
    """Read one profile file.

    Raises:
        ProfileError: with every mistake of the file.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ProfileError(path.name, f"this is not TOML: {problem}", "Mend the line it names") from None
    except OSError as problem:
        raise ProfileError(path.name, f"cannot be read: {problem.strerror}", "Check path and permissions") from None
    profile, mistakes = check_data(data, path.name)
    if profile is None or mistakes:
        count = f"{len(mistakes)} mistakes" if len(mistakes) > 1 else "one mistake"
        raise ProfileError("", "\n".join((*mistakes, f"{path.name}: {count}")))
    return profile


def check_data(data: dict[str, Any], where: str) -> tuple[Profile | None, tuple[str, ...]]:
    """Validate a profile's data: the profile (None where its form is wrong) and one line for each mistake."""
    try:
        found = Profile.model_validate(data)
    except ValidationError as problem:
        return None, tuple(_mistakes(problem, where))
    return found, tuple(f"{where}: {line}" for line in contradictions(found))


def _mistakes(problem: ValidationError, where: str) -> Iterator[str]:
    for error in problem.errors(include_url=False):
        path = ".".join(str(p) for p in error["loc"])
        yield f"{where}: {path or 'file'} – {_explain(error)}"


def _explain(error: Any) -> str:
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        return f"unknown field{_suggest(str(error['loc'][-1]), _fields(error['loc']))}"
    if kind == "missing":
        return "this field is missing; add it"
    if kind == "literal_error":
        choices = [c.strip("'") for c in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        return f"{given!r} is none of {', '.join(choices)}{_suggest(str(given), choices)}"
    if kind == "string_pattern_mismatch":
        return f"{given!r} is no id; write it in small letters, digits and hyphens"
    return f"{error['msg'][0].lower()}{error['msg'][1:]}; given: {given!r}"


def _suggest(given: str, choices: Iterable[str]) -> str:
    pool = sorted(choices)
    close = get_close_matches(given, pool, 1, 0.5)
    return f'; did you mean "{close[0]}"?' if close else f"; the fields here are {', '.join(pool)}" if pool else ""


def _fields(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The field names allowed where `path` ends, found by walking the schema along it."""
    model: type[BaseModel] | None = Profile
    for key in path[:-1]:
        if isinstance(key, int) or model is None:
            continue
        field = model.model_fields.get(key)
        model = _model_in(field.annotation) if field else None
    return tuple(model.model_fields) if model else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a))), None)
