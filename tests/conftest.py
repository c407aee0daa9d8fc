"""What all tests share: where the project's papers lie, and when their absence is a failure."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def required(what: str) -> bool:
    """True where the machine promises (`SECRETARIAT_REQUIRE=all` or a comma-separated list) that `what` is present."""
    wanted = os.environ.get("SECRETARIAT_REQUIRE", "").split(",")
    return "all" in wanted or what in wanted


def missing(what: str, reason: str) -> None:
    """Skip with a reason; fail where the machine promised that it is there."""
    if required(what):
        pytest.fail(f"{reason} (SECRETARIAT_REQUIRE asks for it)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of papers beside the project (seeds, gold, corpus); the test is skipped where it is absent."""
    folder = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        missing("shared", f"no shared folder at {folder}")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT
