"""Counting: the figures that count the holders of a status, and the status that a phrase names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from secretariat.profiles import Profile
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.context import Context
from secretariat.reconcile.days import LATEST, iso
from secretariat.reconcile.fold import texts, words
from secretariat.reconcile.weigh import Testimony

_BOUNDS = {"over": "at_least", "at-least": "at_least", "nearly": "at_most", "under": "at_most", "at-most": "at_most"}
_PLAIN = {"member": ("member", "member state", "member country"), "observer": ("observer",), "partner": ("partner",)}
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_NEXT_COUNT = re.compile(r",|;|\d| (?:" + "|".join(_NUMBERS) + ") ")
_PART = re.compile(r"\b(others?|some|most|among|of them|of which|remaining|new|former)\b", re.I)


@dataclass(frozen=True, slots=True)
class Count:
    """A count of the holders of one status.

    Attributes:
        first, day: first and last ISO day that it may speak of. founding: True where it counts founders only.
    """

    voice: Testimony
    status: str
    first: str
    day: str
    founding: bool = False

    @property
    def value(self) -> int:
        """The number counted."""
        return int(self.voice.claim.args["value"])

    @property
    def given(self) -> str:
        """The bound as claimed."""
        return str(self.voice.claim.arg("bound") or "exact")

    @property
    def bound(self) -> str:
        """The bound as the rules know it: "exact", "at_least", "at_most" or "about"."""
        return "exact" if self.given == "exact" else _BOUNDS.get(self.given, "about")


def counts(context: Context) -> list[Count]:
    """The figures that count holders of a status of the organisation."""
    lists = _lists(context)
    found = (_count(voice, context.charter, lists) for voice in context.kind("figure"))
    return [count for count in found if count]


def _count(voice: Testimony, charter: Charter, lists: dict[str, list[tuple[int, int, str]]]) -> Count | None:
    claim = voice.claim
    own = charter.means(" ".join(texts(claim.arg("subject"))))
    if claim.modality != "asserted" or not own or not isinstance(claim.arg("value"), (int, float)):
        return None
    status = _status(voice, charter) or _listed_status(voice, lists)
    when = voice.when
    day = voice.source.known if when is None else when.last if when.last < LATEST else when.first
    if not status or day >= LATEST:
        return None
    founding = any(w.startswith("found") for w in words(str(claim.arg("of") or "")))
    return Count(voice, status, iso(when.first if when else day), iso(max(day, 1)), founding)


def _status(voice: Testimony, charter: Charter) -> str:
    """The one status that a count names; "" where it names several or none, or only a part of the holders."""
    of, unit = (str(voice.claim.arg(name) or "") for name in ("of", "unit"))
    if _PART.search(of):
        return ""
    for text in (_NEXT_COUNT.split(of)[0], unit):
        found = statuses_in(text, charter)
        if found:
            return found[0] if len(found) == 1 else ""
    if set(words(of)) <= {"states", "countries", "state"}:
        found = statuses_in(voice.claim.evidence.text, charter)
        return found[0] if len(found) == 1 else ""
    return ""


def _listed_status(voice: Testimony, lists: dict[str, list[tuple[int, int, str]]]) -> str:
    """The status of the list that a count introduces: the one status told in the very same words."""
    bare = set(words(str(voice.claim.arg("of") or ""))) <= {"states", "countries", "state", "country"}
    span = voice.claim.evidence
    there = {s for a, b, s in lists.get(str(voice.claim.document), ()) if a < span.end and span.start < b}
    return there.pop() if bare and len(there) == 1 else ""


def _lists(context: Context) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for voice in context.kind("membership"):
        span = voice.claim.evidence
        found[str(voice.claim.document)].append((span.start, span.end, str(voice.claim.arg("status"))))
    return found


def statuses_in(text: str, charter: Charter) -> list[str]:
    """Statuses that a phrase names, the longest wording first; a word within a longer one does not count."""
    spoken = words(text)
    found: list[str] = []
    taken: set[int] = set()
    for form, status in _forms(charter.profile):
        for i in range(len(spoken) - len(form) + 1):
            if spoken[i : i + len(form)] == form and not taken & set(range(i, i + len(form))):
                taken |= set(range(i, i + len(form)))
                found.append(status)
    return list(dict.fromkeys(found))


@lru_cache(maxsize=256)
def _forms(profile: Profile | None) -> tuple[tuple[tuple[str, ...], str], ...]:
    forms: dict[tuple[str, ...], str] = {}
    for status in profile.statuses if profile else ():
        for word in (*status.words, *status.plurals):
            forms[words(word)] = status.id
            forms[words(f"{word}s")] = status.id
    for status_id, plain in _PLAIN.items():
        for word in plain:
            forms.setdefault(words(word), status_id)
            forms.setdefault(words(f"{word}s"), status_id)
    return tuple(sorted(forms.items(), key=lambda f: (-len(f[0]), f)))


def told(context: Context) -> list[dict[str, object]]:
    """All counts of holders (not of founders): status, value, bound, first ISO day and claim of each."""
    rows: list[dict[str, object]] = [
        {"status": c.status, "value": c.value, "bound": c.given, "day": c.first, "claim": c.voice.id}
        for c in counts(context)
        if not c.founding
    ]
    return sorted(rows, key=lambda r: (str(r["status"]), str(r["day"]), repr(r)))
