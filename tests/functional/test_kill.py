"""A build killed at any moment goes on as if nothing had been; `bench/kill.py` does it at as many moments as wanted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_builds_killed_at_five_moments_lose_and_double_nothing(root: Path) -> None:
    script = root / "bench/kill.py"
    done = subprocess.run([sys.executable, script, "--times", "5"], capture_output=True, text=True, check=False)
    figures = json.loads(done.stdout)
    assert figures["faults"] == [] and done.returncode == 0
    assert (figures["moments"], figures["claims"] > 0) == (5, True)
    assert figures["killed"] > 0, "no kill came before the end: nothing was tried"
