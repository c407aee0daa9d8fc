"""Issues are values: what a stage noticed and passed on instead of stopping."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a user should know about one input.

    Attributes:
        where: file or document and, if known, the place in it.
        what: what is wrong, one sentence.
        remedy: what to do, one sentence; may be empty.
        severity: "error" (the input was refused), "warning" (it was taken with a doubt) or "note".
    """

    where: str
    what: str
    remedy: str = ""
    severity: str = "warning"

    def __str__(self) -> str:
        return f"{self.where}: {self.what.rstrip('.')}." + (f" {self.remedy.rstrip('.')}." if self.remedy else "")
