"""Extract: Reading → claims, kind by kind, and the residue that gave none."""

from secretariat.extract.run import extract

__all__ = ["extract"]
