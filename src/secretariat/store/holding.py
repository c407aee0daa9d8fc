"""One build at a time: a lock that the system takes back when its holder dies, with a note of who holds it."""

from __future__ import annotations

import fcntl
import getpass
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from secretariat.model.errors import RegisterError


def holder() -> str:
    """Who this process is, for others to read."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = str(os.getuid())
    return f"process {os.getpid()} of {user} on {socket.gethostname()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"


def wait_for(
    taken: Callable[[], bool], who: Callable[[], str], where: str, wait: float, waiting: object = None
) -> None:
    """Try to take a lock until `wait` seconds are over.

    Args:
        taken: tries once. who: names the holder. waiting: called once with a sentence when waiting begins.
    Raises:
        RegisterError: somebody else still holds it.
    """
    until = time.monotonic() + wait
    told = False
    while not taken():
        if time.monotonic() >= until:
            raise RegisterError(where, f"is held by {who()}", "Wait until that build is done, or stop it")
        if callable(waiting) and not told:
            waiting(f"{where} is held by {who()}; waiting up to {wait:.0f} s")
            told = True
        time.sleep(0.05)


@contextmanager
def hold_file(path: Path, wait: float, waiting: object = None) -> Iterator[None]:
    """Hold the lock file beside a register. The file stays, empty; the lock ends with the process."""
    lock = path.with_name(f"{path.name}.lock")
    try:
        file = lock.open("a+", encoding="utf-8")
    except OSError as problem:
        raise RegisterError(
            str(path), "cannot be written", "Check the permissions of the file and its folder"
        ) from problem
    with file:

        def taken() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        def who() -> str:
            return lock.read_text(encoding="utf-8").strip() or "another program"

        wait_for(taken, who, str(path), wait, waiting)
        file.truncate(0)
        file.write(holder())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
