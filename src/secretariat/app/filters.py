"""What a question may be narrowed by: the same filters at the command line, in REST and on the pages."""

from __future__ import annotations

from dataclasses import dataclass, fields

from secretariat.model.errors import UsageError
from secretariat.model.time import Edtf

BASES = ("effect", "decision")


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrowing of a question; every field empty means "all".

    Attributes:
        on: ISO day; only what holds or happens on it.
        basis: "effect" (a status counts from the act that gives it effect) or "decision".
        party: party id (ISO 3166-1 alpha-3 or a profile id).
        by: a speaker, under any of the person's names.
        name, type: words of a name; a type as in claims.md.
        as_published: a publisher's name (only its documents), or a day (only what was surely published by then).
        as_known: moment of record time (ISO day or time).
        suppose: steps played forward by `procedure`, each "PARTY step YYYY-MM-DD".
        variants: align the wordings of `formulas`.
    """

    on: str = ""
    basis: str = "effect"
    party: str = ""
    by: str = ""
    name: str = ""
    type: str = ""
    as_published: str = ""
    as_known: str = ""
    suppose: tuple[str, ...] = ()
    variants: bool = False

    def __post_init__(self) -> None:
        if self.on:
            try:
                day = Edtf.parse(self.on)
            except ValueError:
                day = None
            if day is None or day.first != day.last:
                raise UsageError("--on", f"{self.on!r} is not a day", "Write it as YYYY-MM-DD, for example 2021-10-27")
        if self.basis not in BASES:
            raise UsageError("--basis", f"{self.basis!r} is no basis", "Choose effect or decision")

    def query(self) -> dict[str, str]:
        """The filters that narrow, as the query of an address; `on` and so on keep the order of the fields."""
        out: dict[str, str] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value and isinstance(value, str) and value != field.default:
                out[field.name] = value
        return out
