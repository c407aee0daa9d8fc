"""Appositions that state a status: "Turkey, a member of NATO", "India and Pakistan (SCO members since 9 June 2017)"."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading
from secretariat.frame.lists import MentionList
from secretariat.frame.mentions import BODY_TYPES
from secretariat.kinds.membership.acts import Reached
from secretariat.kinds.membership.emit import Found, emit
from secretariat.kinds.membership.parties import Organisation, status_in
from secretariat.model.claim import Claim

_OPEN = frozenset({",", "(", "–", "—", "-", "‑", ":"})
_STATUS = frozenset("member observer partner candidate participant associate".split())
_FILL = frozenset(
    """a an the both all also full founding permanent proud key new now long-time longtime fellow dialogue
        dialog associate sectoral strategic""".split()
)
_PERSONAL = frozenset("minister president leader chief secretary ambassador official diplomat".split())


def find_apposed(reading: Reading) -> Iterator[Claim]:
    """A status with its organisation named, set beside a party or a list of parties."""
    for first, last, _ in reading.sentences():
        lists = [x for x in reading.lists if first <= x.first < last]
        inside = {m for x in lists for m in x.mentions}
        for items in [*lists, *(reading.single(m) for m in reading.mentions_in(first, last) if m not in inside)]:
            if all(m.is_state and m.form == "name" for m in items.mentions):
                yield from _after(reading, items, last)


def _after(reading: Reading, items: MentionList, stop: int) -> Iterator[Claim]:
    p = reading.parsed
    start = items.mentions[-1].last
    if start >= stop or p.word(start) not in _OPEN or p.deps[items.mentions[0].head] in ("compound", "amod", "nmod"):
        return
    if (
        items.first
        and p.lemmas[items.first - 1] in ("of", "in", "from", "for")
        and p.lemmas[max(0, items.first - 2)] in _PERSONAL
    ):
        return
    t = start + 1
    for _ in range(3):
        found = _phrase(reading, t, stop)
        if found is None:
            return
        end, place = found
        status = status_in(reading, place.arg, t, end)
        if status is None:
            return
        frame = Frame("apposition", "fragment", t, p.sentence_of[t])
        where = (items.first, end)
        time = _since(reading, end, stop)
        yield from emit(
            reading,
            Found(
                frame,
                items.mentions,
                place,
                status.status,
                Reached("holds", "asserted", "-"),
                "apposition",
                where,
                time,
            ),
        )
        after = _skip(reading, end, stop)
        if after is None:
            return
        t = after


def _phrase(reading: Reading, t: int, stop: int) -> tuple[int, Organisation] | None:
    """ "[the] SCO dialogue partner", "a member of NATO": end of the phrase and its organisation."""
    p = reading.parsed
    place: Organisation | None = None
    k = t
    while k < stop and k - t < 10:
        m = reading.mention_at(k)
        if m is not None and m.form == "member" and m.first == k:
            return m.last, Organisation(m.arg, "path", m.first)  # "SCO members"
        if m is not None and m.type in BODY_TYPES and m.first == k:
            place, k = Organisation(m.arg, "path", m.first), m.last
        elif p.lemmas[k] in _STATUS:
            k += 1
            if k < stop and p.lemmas[k] in ("state", "country"):
                k += 1
            break
        elif p.word(k).lower() in _FILL or p.pos[k] == "ADJ":
            k += 1
        else:
            return None
    else:
        return None
    if p.lemmas[k - 1] not in _STATUS | {"state", "country"}:
        return None
    if place is None and k + 1 < stop and p.lemmas[k] in ("of", "in", "to"):
        j = k + 2 if p.word(k + 1).lower() == "the" else k + 1
        m = reading.mention_at(j) if j < stop else None
        if m is not None and m.type in BODY_TYPES:
            return m.last, Organisation(m.arg, "path", m.first)
        if j < stop and reading.anchors.generic(j, j + 1) is not None and reading.anchors.resolve(j):
            return j + 1, Organisation(reading.anchors.resolve(j), "anaphora", j)
        return None
    return (k, place) if place else _previous(reading, t, k)


def _previous(reading: Reading, t: int, k: int) -> tuple[int, Organisation] | None:
    """ "SCO dialogue partner since 2010, observer since 2015": the second status is in the same organisation."""
    a = reading.sentence(t)[0]
    named = [m for m in reading.mentions_in(max(a, t - 14), t) if m.type in BODY_TYPES]
    return (
        (k, Organisation(named[-1].arg, "sentence", named[-1].first))
        if named and reading.parsed.word(t - 1) == ","
        else None
    )


def _since(reading: Reading, end: int, stop: int) -> tuple[int, int] | None:
    """Range of a time that begins right behind the phrase."""
    if end < stop and reading.parsed.lemmas[end] in ("since", "from", "in", "as"):
        times = reading.times_in(end, min(stop, end + 8))
        if times:
            return reading.tokens(times[0].start, times[0].end)
    return None


def _skip(reading: Reading, end: int, stop: int) -> int | None:
    """Where a further status may begin: behind the time and a comma."""
    t = end
    while t < stop and t - end < 8:
        if reading.parsed.word(t) == ",":
            return t + 1
        t += 1
    return None
