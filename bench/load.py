"""Fifty readers at once on a running explorer, on this machine only; bounded in number and time.

    python bench/load.py http://127.0.0.1:8000 [--readers 50] [--seconds 60]

Prints requests, errors, median and 95th percentile in milliseconds; exit 1 where a request failed.
"""

import argparse
import random
import statistics
import sys
import threading
import time
import urllib.parse
import urllib.request

PATHS = [
    "/o/sco",
    "/o/sco/members?on=2016-06-01",
    "/o/sco/members?on=2018-06-01",
    "/o/sco/timeline",
    "/o/sco/conflicts",
    "/o/sco/offices",
    "/o/sco/formulas",
    "/search?q=memorandum",
    "/sources",
    "/api/v1/organisations/sco/members?on=2018-06-01",
    "/api/v1/claims?limit=50",
]


def reader(address: str, seed: int, end: float, times: list[float], errors: list[str]) -> None:
    """Read pages in random order until `end` (monotonic seconds)."""
    choose = random.Random(seed)
    while time.monotonic() < end:
        path = choose.choice(PATHS)
        begun = time.monotonic()
        try:
            with urllib.request.urlopen(address + path, timeout=60) as answer:
                answer.read()
            times.append(1000 * (time.monotonic() - begun))
        except OSError as error:
            errors.append(f"{path}: {error}")


def main() -> int:
    """Run the readers and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    if urllib.parse.urlsplit(options.address).hostname not in ("127.0.0.1", "localhost", "::1"):
        parser.error("the address must be on this machine")
    times: list[float] = []
    errors: list[str] = []
    end = time.monotonic() + min(options.seconds, 300)
    arguments = [(options.address.rstrip("/"), n, end, times, errors) for n in range(min(options.readers, 200))]
    threads = [threading.Thread(target=reader, args=a) for a in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    late = times[int(0.95 * len(times))] if times else 0
    print(f"{len(times)} requests, {len(errors)} errors, median {statistics.median(times):.0f} ms, 95th {late:.0f} ms")
    print("\n".join(errors[:5]))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
