"""The claims of the examples, one line each, as a reviewer reads them.

python examples/golden.py            print them
python examples/golden.py --update   write examples/sco/claims.txt (a commit of its own, with the reason)
"""

import sys
from pathlib import Path

from secretariat.app.pipeline import claims_of
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.profiles import load_profiles
from secretariat.read import read_sources

FOLDER = Path(__file__).parent / "sco"
GOLDEN = FOLDER / "claims.txt"


def line(label: str, claim: Claim) -> str:
    """One claim: document, kind, arguments, time, speaker, words."""
    args = " ".join(
        f"{k}={_written(v)}" for k, v in sorted(claim.to_json(label)["args"].items()) if v not in (None, "", [])
    )
    time = claim.time.edtf or "" if claim.time else ""
    by = f'by "{claim.attribution.source}"' if claim.attribution else ""
    words = " ".join(claim.evidence.text.split())
    modality = "" if claim.modality == "asserted" else claim.modality
    place = f"{claim.evidence.start}-{claim.evidence.end}"
    return f'{label} | {claim.kind} | {args} | {time} | {modality} | {by} | {place} "{words}"'


def _written(value: object) -> str:
    if isinstance(value, list):
        return "[" + "; ".join(map(_written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) and " " in value else str(value)


def lines() -> list[str]:
    """Every claim of the examples, by document and place."""
    profiles = load_profiles()
    documents = [d for d in read_sources([FOLDER / "documents"]) if isinstance(d, Document)]
    found = [(d, c) for d in documents for c in claims_of(d, profiles)[0]]
    return sorted(line(d.label, c) for d, c in found)


if __name__ == "__main__":
    text = "\n".join(lines()) + "\n"
    if "--update" in sys.argv[1:]:
        GOLDEN.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
