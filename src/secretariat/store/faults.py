"""What a database reports, said in one line with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from secretariat.model.errors import RegisterError

_SAYINGS = (
    (
        r"database (table )?is locked|lock timeout",
        "is being written by another program",
        "Wait until it is done, then repeat the command",
    ),
    (
        r"readonly database|read-only transaction",
        "cannot be written",
        "Check the permissions of the file and its folder",
    ),
    (
        r"database or disk is full|no space left|disk full",
        "the disk is full",
        "Free some space and repeat the command; what was committed is kept",
    ),
    (
        r"disk I/O error|file too large",
        "the disk refused to write",
        "Check its space, quota and health, then repeat the command; what was committed is kept",
    ),
    (r"file is not a database", "is not a register", "Name a register made by `secretariat build`"),
    (r"malformed|corrupt", "is damaged", "Restore a backup, or build it again from its documents"),
    (r"unable to open database file", "cannot be opened", "Check the path and its permissions"),
    (
        r"password authentication failed|no password supplied|role .* does not exist",
        "the server refuses the login",
        "Check user and password",
    ),
    (r"database .* does not exist", "the server has no such database", "Create it with `createdb`"),
    (
        r"connection refused|could not connect|connection failed|could not translate|failed to resolve"
        r"|no such file or directory|server closed|terminating connection|connection timeout",
        "the server does not answer",
        "Check host, port and that PostgreSQL runs",
    ),
    (r"permission denied|insufficient privilege", "the server denies access", "Grant the user rights on the database"),
)


def told(where: str, problem: BaseException) -> BaseException:
    """The register's error for what a database driver raised; what no user can cause or cure stays what it is."""
    words = str(getattr(problem, "orig", None) or problem)
    for pattern, what, remedy in _SAYINGS:
        if re.search(pattern, words, re.IGNORECASE):
            return RegisterError(where, what, remedy)
    return problem


@contextmanager
def telling(where: str) -> Iterator[None]:
    """Turn database errors inside the block into one RegisterError."""
    try:
        yield
    except DBAPIError as problem:
        raise told(where, problem) from problem
