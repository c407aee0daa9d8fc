"""Which quantities count something: dates, labels, names, durations and references back are told apart here.

Every rejection is a statement about language and has a name, so that the residue report can say why a number is silent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secretariat.kinds.figure import vocabulary as v
from secretariat.kinds.figure.counted import Counted, sentence_at
from secretariat.model.parsed import Parsed

YEARS = range(1000, 2200)
DEFINITE = frozenset({"the", "these", "those", "both", "such"})
POINTING = frozenset({"these", "those", "both"})
RECENT = frozenset(
    """last past next previous first coming following recent preceding another every within for during since in
    least""".split()
)
# What may follow "the three countries" and say which ones: then the number is news, not a reference back.
RESTRICTING = frozenset({"of", "in", "from", "with", "on", ":", "(", "across", "along", "participating"})
AGE_OF = frozenset({"of"})
LETTER_DASH = "-‐‑–"


def rejection(parsed: Parsed, counted: Counted, times: Sequence[tuple[int, int]]) -> str:
    """Why a counted quantity is no figure; empty where it is one.

    Args:
        times: ranges of the calendar times and durations of the document, in order.
    """
    for name, test in TESTS:
        if test(parsed, counted):
            return name
    if _inside(times, counted.quantity.number) and not _age(parsed, counted):
        return "time"
    return ""


def _inside(times: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle][1] <= span[0]:
            low = middle + 1
        else:
            high = middle
    return low < len(times) and times[low][0] < span[1]


def _around(parsed: Parsed, counted: Counted) -> tuple[str, str]:
    """The words before and after the quantity, lower case; empty at the sentence's ends."""
    begin, stop = sentence_at(parsed, counted.first)
    before = parsed.word(counted.first - 1).lower() if counted.first > begin else ""
    return before, parsed.word(counted.last).lower() if counted.last < stop else ""


def _uncounted(parsed: Parsed, counted: Counted) -> bool:
    """A bare number: no noun, no unit, nothing it could be a number of."""
    return not counted.unit and counted.of is None


def _glued(parsed: Parsed, counted: Counted) -> bool:
    """Part of a longer word or code: "5G", "21st", "C-130", "https://...2021", "10-member", "26/11"."""
    text, (start, end) = parsed.document.text, counted.quantity.number
    before, after = text[start - 1 : start], text[end : end + 1]
    if counted.quantity.unit or counted.quantity.bound == "over" and text[end : end + 5].lower() in ("-plus", " plus"):
        return "://" in _word_around(text, start, end)
    if after in LETTER_DASH and after and text[end + 1 : end + 2].isalpha():
        return True
    return (
        before in ("/", "_", "#", "@", "=", "&", "?", "\\")
        or after in ("/", "_", "=", "&")
        or "://" in _word_around(text, start, end)
        or after.isalpha()
    )


_DATE_WORD = re.compile(r"\d{4}\D\d{1,2}(\D\d{1,2})?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-–/‑]\d{2,4}|\d{1,2}:\d\d")


def _dated(parsed: Parsed, counted: Counted) -> bool:
    """Part of a date or clock time written in figures: "2004-06-18", "26.10.2005", "2022–2025", "17:30"."""
    text, (start, end) = parsed.document.text, counted.quantity.number
    while start > 0 and end - start < 40 and (text[start - 1].isdigit() or text[start - 1] in ".-–/:‑"):
        start -= 1
    while end < len(text) and end - start < 40 and (text[end].isdigit() or text[end] in ".-–/:‑"):
        end += 1
    return bool(_DATE_WORD.fullmatch(text[start:end].strip(".-–/:‑")))


def _word_around(text: str, start: int, end: int) -> str:
    while start > 0 and not text[start - 1].isspace() and end - start < 300:
        start -= 1
    return text[start:end]


def _label(parsed: Parsed, counted: Counted) -> bool:
    """As in "Article 5", "Resolution 1267", "Agenda 2030": a number after the noun it labels."""
    if counted.quantity.unit or counted.quantity.bound != "exact":
        return False
    begin, _ = sentence_at(parsed, counted.first)
    at = counted.first - 1
    if at < begin:
        return False
    if parsed.word(at) in ("(", "[") and at - 1 >= begin:
        at -= 1
    word = parsed.word(at)
    if word.lower().strip(".") in v.LABELS:
        return True
    text, (start, _) = parsed.document.text, counted.quantity.number
    name = parsed.tags[at] in ("NNP", "NNPS") and word[:1].isupper() and not counted.quantity.spelt
    return (
        name
        and (text[start - 1 : start].isspace() or word.isupper())
        and parsed.word(counted.first - 1) not in ("(",)
        and at > begin
    )


def _enumeration(parsed: Parsed, counted: Counted) -> bool:
    """The number of a paragraph or list item, or of a footnote mark."""
    begin, _ = sentence_at(parsed, counted.first)
    text, (start, end) = parsed.document.text, counted.quantity.number
    if text[start - 1 : start] in ("[", "^") and text[end : end + 1] in ("]", "^"):
        return True
    return counted.first == begin and not counted.quantity.spelt and text[end : end + 1] in (".", ")", "\\")


def _year(parsed: Parsed, counted: Counted) -> bool:
    """A bare four-digit number in the range of years, unless a plural noun follows or a bound says it counts."""
    quantity = counted.quantity
    if quantity.spelt or quantity.unit or quantity.value not in YEARS or quantity.end - quantity.number[0] != 4:
        return False
    if "," in parsed.document.text[quantity.number[0] : quantity.number[1]] or quantity.bound != "exact":
        return False
    return counted.head != counted.last or parsed.tags[counted.head] != "NNS" or not parsed.word(counted.head).islower()


def _one(parsed: Parsed, counted: Counted) -> bool:
    """As in "one" is a pronoun or an article in most prose; it counts only with a magnitude, which the value shows."""
    return counted.quantity.value in (0, 1) and not counted.quantity.unit


def _named(parsed: Parsed, counted: Counted) -> bool:
    """A capitalised number word inside a sentence or a name: "Group of Seven", "the Five Principles"."""
    if not counted.quantity.spelt:
        return False
    begin, _ = sentence_at(parsed, counted.first)
    start, end = counted.quantity.number
    word = parsed.document.text[start:end]
    if not word[:1].isupper() or word.isupper():
        return False
    first = counted.first == begin or all(not parsed.word(i)[:1].isalnum() for i in range(begin, counted.first))
    following = counted.last < len(parsed) and parsed.word(counted.last)[:1].isupper()
    return (not first and counted.quantity.start == start) or (
        first
        and following
        and not _heading(parsed, counted)
        and counted.quantity.start == start
        and _title(parsed, counted)
    )


def _title(parsed: Parsed, counted: Counted) -> bool:
    nouns = [parsed.word(i) for i in range(counted.last, max(counted.head, counted.last) + 1)]
    return bool(nouns) and all(n[:1].isupper() for n in nouns) and parsed.tags[counted.head] in ("NNP", "NNPS")


def _heading(parsed: Parsed, counted: Counted) -> bool:
    sentence = parsed.sentence_of[counted.first]
    return bool(parsed.blocks) and parsed.blocks[parsed.sentence_blocks[sentence]].kind == "heading"


def _duration(parsed: Parsed, counted: Counted) -> bool:
    """A length of time ("three years"), except where it is the age of a thing ("after 21 years of development")."""
    noun = counted.head if counted.head >= 0 else min(counted.last, len(parsed) - 1)
    if parsed.word(noun).lower() not in v.DURATIONS or counted.quantity.unit:
        return False
    if parsed.word(noun).istitle():  # "Twenty Years of Partnership": the title of something
        return True
    return not _age(parsed, counted)


def _age(parsed: Parsed, counted: Counted) -> bool:
    """As in "N years of NOUN" without a word that hangs the years on today."""
    noun = counted.head
    if noun < 0 or parsed.word(noun).lower() not in ("years", "decades", "year") or counted.last != noun:
        return False
    before, _ = _around(parsed, counted)
    _, stop = sentence_at(parsed, noun)
    of = (
        noun + 1 < stop
        and parsed.word(noun + 1).lower() in AGE_OF
        and counted.quantity.bound in ("exact", "over", "nearly", "about")
    )
    return (
        of
        and before not in RECENT
        and parsed.tags[min(noun + 2, stop - 1)] not in ("CD",)
        and parsed.lemmas[min(noun + 2, stop - 1)] != "age"
    )


def _pointing(parsed: Parsed, counted: Counted) -> bool:
    """As in "these five points", "the two sides": the number repeats what the reader has been told."""
    if counted.quantity.unit or counted.quantity.bound != "exact":
        return False
    before, after = _around(parsed, counted)
    after = (
        parsed.word(counted.head + 1).lower() if 0 <= counted.head < sentence_at(parsed, counted.first)[1] - 1 else ""
    )
    text = parsed.document.text[counted.quantity.start : counted.quantity.number[0]].lower()
    lead = before if not text.strip() else text.split()[0]
    if before in POINTING or lead in POINTING:
        return True
    if lead not in ("the", "our", "their", "its", "other", "all") or counted.head != counted.last or counted.of is None:
        return False
    if parsed.word(counted.head).lower() in v.PARTIES:
        return after not in RESTRICTING
    return lead != "all" and counted.of[1] <= parsed.ends[counted.head]


def _idiom(parsed: Parsed, counted: Counted) -> bool:
    start = counted.quantity.start
    return any(parsed.document.text.startswith(idiom, start) for idiom in v.IDIOMS)


def _named_code(parsed: Parsed, counted: Counted) -> bool:
    """An ISO code before a small bare number is a name ("COP26"), not an amount."""
    quantity = counted.quantity
    code = parsed.document.text[quantity.start : quantity.number[0]].strip()[-3:]
    small = quantity.value is not None and quantity.value < 100 and quantity.number[1] - quantity.number[0] <= 2
    return code.isalpha() and code == quantity.unit and small


def _light(parsed: Parsed, counted: Counted) -> bool:
    """Nouns that carry nothing ("two things"), months and clock words, and orders of money without a number."""
    if counted.quantity.value is None and counted.unit.lower().rstrip("s") in v.CURRENCY_WORDS:
        return True
    text, (start, end) = parsed.document.text, counted.quantity.number
    if (
        text[end : end + 1] == ":"
        and text[end + 1 : end + 2].isdigit()
        or text[start - 1 : start] == ":"
        and not counted.quantity.unit
    ):
        return True
    following = parsed.word(counted.last).lower() if counted.last < len(parsed) else ""
    words = {parsed.word(counted.head).lower() if counted.head >= 0 else "", following}
    return not counted.quantity.unit and bool(words & (v.LIGHT | v.MONTHS | v.CLOCK))


def _modifier(parsed: Parsed, counted: Counted) -> bool:
    """The noun is a singular that no number counts ("a two state solution"), or no word at all (codes, mark-up)."""
    if counted.quantity.unit:
        return False
    word = parsed.word(counted.head)
    if word.lower() in v.FRACTIONS and word.lower() != "quarters":
        return True
    if not word[:1].isalpha() or re.fullmatch(r"(?:[A-Z]\.){2,}", word) or parsed.tags[counted.head] == "CD":
        return True
    value = counted.quantity.value
    singular = parsed.tags[counted.head] == "NN" and word.islower() and len(word) > 3 and word not in v.INVARIANT
    return singular and counted.way == "noun" and value is not None and 1 < value <= 100


def _furniture(parsed: Parsed, counted: Counted) -> bool:
    kind = parsed.blocks[parsed.sentence_blocks[parsed.sentence_of[counted.first]]].kind if parsed.blocks else ""
    return kind in ("furniture", "dateline")


TESTS = (
    ("furniture", _furniture),
    ("uncounted", _uncounted),
    ("dated", _dated),
    ("glued", _glued),
    ("enumeration", _enumeration),
    ("label", _label),
    ("year", _year),
    ("one", _one),
    ("named", _named),
    ("duration", _duration),
    ("pointing", _pointing),
    ("idiom", _idiom),
    ("light", _light),
    ("named-code", _named_code),
    ("modifier", _modifier),
)
