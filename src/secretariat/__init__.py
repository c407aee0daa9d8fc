"""Secretariat keeps the record of an international organisation, with its sources.

    documents ─ read ─▶ Document ─ parse ─▶ Parsed ─ frame ─▶ Frames ─ extract ─▶ Claims ─ link ─▶ Claims, identified
                                                                                                     │
               cli · rest · web · mcp ◀─ app ◀─ export ◀─ History, Conflicts ◀─ reconcile ◀─ store (append-only)

The public names are handed out lazily, so that importing the package (and `secretariat --help`) loads no stage.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Claim": "secretariat.model.claim",
    "Document": "secretariat.model.document",
    "Edtf": "secretariat.model.time",
    "Evidence": "secretariat.model.evidence",
}

__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
