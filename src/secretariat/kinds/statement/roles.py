"""As what a speaker is named: the office before the name, or the apposition after it."""

from __future__ import annotations

from secretariat.frame import Reading, Role
from secretariat.frame.reading import name_of_text

# Words an apposition has at most; more is a clause, not an office.
LONGEST = 24
HONORIFICS = frozenset(
    {"Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "His Excellency", "Her Excellency"}
)


def role_of(reading: Reading, source: Role, name: str) -> str:
    """The office of a person as the words of this report give it, empty where they give none.

    Args:
        source: the phrase that names the speaker. name: the speaker as the claim shows it.
    """
    parsed = reading.parsed
    words = name_of_text(parsed, source.first, source.last)
    last = name.split()[-1] if name else ""
    at = words.find(last)
    before = words[: words.find(name)] if name in words else words[:at] if at > 0 else ""
    office = before.strip(" ,")
    if office and office != name and not office.endswith(("of", "and")) and office not in HONORIFICS:
        return office
    return _apposed(reading, source.head)


def _apposed(reading: Reading, head: int) -> str:
    """As in "NAME, director of the institute,": a noun phrase beside the name."""
    parsed, tree = reading.parsed, reading.tree
    for c in tree.children[head]:
        if parsed.deps[c] == "appos" and c > head and parsed.lemmas[c].islower():
            first, last = tree.core(c)
            stop = next((i for i in range(first, last) if parsed.word(i) in (",", ";", ":") and i > c), last)
            if parsed.pos[c] in ("NOUN", "PROPN") and stop - first <= LONGEST:
                return name_of_text(parsed, first, stop)
    return ""
