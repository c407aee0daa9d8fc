"""A register of the bundled examples, made once by the command line, and the server over it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import missing


def secretariat(*arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "secretariat", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=check, stdin=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def examples(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Register of `examples/sco/documents`."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    secretariat("build", root / "examples/sco/documents", "--register", path)
    return path


@pytest.fixture(scope="session")
def address(examples: Path) -> Iterator[str]:
    """Address of `serve` over the examples' register."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = [sys.executable, "-m", "secretariat", "serve", "--register", str(examples), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    here = f"http://127.0.0.1:{port}"
    try:
        wait_for(here, server)
        yield here
    finally:
        server.terminate()
        server.wait(timeout=20)
        if server.stderr:
            server.stderr.close()


def wait_for(address: str, server: subprocess.Popen[str]) -> None:
    """Wait until the server answers; fail with what it said where it ended instead."""
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail(f"the server ended: {server.stderr.read() if server.stderr else ''}")
        try:
            with urllib.request.urlopen(f"{address}/static/icon.svg", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a real Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing("chromium", "no Chromium on this machine")
    return str(found)
