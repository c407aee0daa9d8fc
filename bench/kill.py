"""Kill a build at random moments; after each, the rerun must give the register that nobody disturbed.

    bench/kill.py [FOLDER] [--times 50] [--seed 1] [--seconds 3000] [--workers 1]

For every moment: build, SIGKILL, look (`check` must be clean and nothing may be there that the whole build does not
have), build again to the end, compare the exports byte for byte. Prints one JSON object; exit code 1 where anything was
lost, doubled or damaged. Bounded: it stops after --seconds, saying how many moments it did.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def secretariat(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end."""
    return subprocess.run([sys.executable, "-m", "secretariat", *args], capture_output=True, text=True, check=False)


def export(register: str) -> list[str]:
    """The register's claims, one line each."""
    done = secretariat("export", "--register", register, "--all")
    if done.returncode:
        raise SystemExit(f"export failed: {done.stderr}")
    return done.stdout.splitlines()


def killed_build(folder: Path, register: str, after: float, workers: int) -> bool:
    """Build and kill after so many seconds; False where it was done before."""
    command = [sys.executable, "-m", "secretariat", "build", str(folder), "-r", register, "--workers", str(workers)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def faults(folder: Path, register: str, whole: list[str], workers: int) -> Iterator[str]:
    """What is wrong with a register after a kill, and after the rerun."""
    if Path(register).exists():
        looked = secretariat("check", "--register", register)
        if looked.returncode:
            yield f"damaged after the kill: {looked.stdout}{looked.stderr}"
        if strange := set(export(register)) - set(whole):
            yield f"{len(strange)} claims that the whole build does not have"
    again = secretariat("build", str(folder), "-r", register, "--workers", str(workers))
    if again.returncode:
        yield f"the rerun failed: {again.stderr}"
        return
    found = export(register)
    if found != whole:
        lost, doubled = len(set(whole) - set(found)), len(found) - len(set(found))
        yield f"other claims after the rerun: {lost} lost, {doubled} doubled"
    if secretariat("check", "--register", register).returncode:
        yield "damaged after the rerun"


def run(folder: Path, times: int, seed: int, seconds: float, workers: int) -> dict[str, object]:
    """Do it; returns the figures."""
    chance, until = random.Random(seed), time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as home:
        began = time.monotonic()
        secretariat("build", str(folder), "-r", f"{home}/whole.db", "--workers", str(workers))
        length = time.monotonic() - began
        whole = export(f"{home}/whole.db")
        done = killed = 0
        found: list[str] = []
        while done < times and time.monotonic() < until:
            register = f"{home}/{done}.db"
            # From before the first commit to after the last one: the start of Python is not what is tried here.
            killed += killed_build(folder, register, chance.uniform(0.25, 1.0) * length, workers)
            found += [f"moment {done}: {fault}" for fault in faults(folder, register, whole, workers)]
            done += 1
    return {
        "folder": folder.name,
        "moments": done,
        "killed": killed,
        "claims": len(whole),
        "seconds": round(length, 1),
        "faults": found,
    }


def main() -> None:
    """Read the command line, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples/sco/documents")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=3000)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    figures = run(given.folder, given.times, given.seed, given.seconds, given.workers)
    print(json.dumps(figures, indent=2))
    raise SystemExit(bool(figures["faults"]))


if __name__ == "__main__":
    main()
