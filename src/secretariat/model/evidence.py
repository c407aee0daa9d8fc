"""Evidence: a half-open range of Unicode code points in a document's text, with the words themselves."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Span(NamedTuple):
    """Half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True where the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True where the other range lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of a document. Invariant, checked at the register's boundary: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)

    def matches(self, text: str) -> bool:
        """True where these words are exactly the slice of `text` and not empty."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.text

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Evidence":
        """Cut evidence out of a document's text."""
        return cls(start, end, text[start:end])

    def to_json(self) -> dict[str, Any]:
        """The public form of claims.md."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Evidence":
        """Read the public form of claims.md."""
        return cls(int(value["start"]), int(value["end"]), str(value["text"]))
