"""Reads `examples.txt` of a claim kind: a sentence, then one indented line for each claim expected of it.

    # published: 2022-09-17
    Ghana joined ECOWAS in 1975, the minister recalled.
        membership | party=GHA status=member step=acceded | 1975 | by "minister" | "Ghana joined ECOWAS in 1975"

Fields: kind; arguments (values with spaces in double quotes, lists with "; ", `modality=` where it is not asserted);
EDTF time, may be empty; `by "speaker"`, may be empty; evidence in double quotes. A sentence without lines expects
no claim of the folder's kind. Lines that begin with "#" are comments; "# published:" dates the sentences that follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_PAIR = re.compile(r'([a-z_]+)=(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim line; `args` holds strings as written, a list as the parts between semicolons."""

    kind: str
    args: dict[str, str]
    time: str
    by: str
    evidence: str
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of examples.txt with what is expected of it; `line` is where it stands."""

    sentence: str
    published: str
    line: int
    claims: tuple[Expected, ...] = ()


def read_examples(path: Path) -> tuple[Example, ...]:
    """Every sentence of a file in order."""
    found: list[Example] = []
    published = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("# published:"):
            published = line.partition(":")[2].strip()
        elif line.startswith((" ", "\t")) and line.strip():
            last = found[-1]
            found[-1] = Example(last.sentence, last.published, last.line, (*last.claims, _expected(line, path, number)))
        elif line.strip() and not line.startswith("#"):
            found.append(Example(line.strip(), published, number))
    return tuple(found)


def _expected(line: str, path: Path, number: int) -> Expected:
    parts = [p.strip() for p in line.strip().split(" | ")]
    if len(parts) != 5:
        parts = [p.strip() for p in re.split(r"\s*\|\s*", line.strip())]
    if len(parts) != 5:
        raise ValueError(f"{path}:{number}: a claim line has five fields, this one {len(parts)}")
    kind, args, time, by, evidence = parts
    values = {name: quoted or bare for name, quoted, bare in _PAIR.findall(args)}
    modality = values.pop("modality", "asserted")
    return Expected(kind, values, time, by.removeprefix("by").strip(' "'), evidence.strip('"'), modality)


def as_written(value: object) -> str:
    """An argument of a claim in the form of examples.txt."""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
