"""Changes and holdings of office told by a verb: appointed, elected, succeeded, resigned; "is", "served as"."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame import Frame, Reading, Role
from secretariat.kinds.office.naming import Title, find_titles
from secretariat.model.claim import Claim

_APPOINT = (
    "appoint",
    "elect",
    "name",
    "choose",
    "select",
    "designate",
    "swear in",
    "reappoint",
    "reelect",
    "re-elect",
    "install",
    "confirm",
    "inaugurate",
    "swear",
    "promote",
)
_NOMINATE = ("nominate", "propose", "put forward")
_LEAVE = ("resign", "step down", "retire")
_QUIT = ("leave", "quit")
_DISMISS = ("dismiss", "remove", "oust", "sack", "fire")
_HOLD = ("be", "serve", "act", "remain", "work", "become")
_TAKE = ("assume", "take over", "take up", "hold", "take", "succeed", "replace")


def find_changes(reading: Reading) -> Iterator[Claim]:
    """Claims of office whose verb says more than a title beside a name."""
    titles = {t: title for title in find_titles(reading) for t in range(title.first, title.head + 1)}
    for frame in reading.frames_of(*_APPOINT):
        yield from _placed(reading, frame, titles, "appointed", ("theme",))
    for frame in reading.frames_of(*_NOMINATE):
        yield from _placed(reading, frame, titles, "nominated", ("theme",))
    for frame in reading.frames_of(*_HOLD):
        yield from _copula(reading, frame, titles)
    for frame in reading.frames_of(*_TAKE):
        yield from _taken(reading, frame, titles)
    for frame in reading.frames_of(*_LEAVE):
        yield from _placed(reading, frame, titles, "left", ("agent",) if not frame.passive else ("theme",))
    for frame in reading.frames_of(*_QUIT):
        if _title_of(reading, frame.role("theme"), titles) or frame.all("as"):
            yield from _placed(reading, frame, titles, "left", ("agent",))  # a president who leaves a room stays one
    for frame in reading.frames_of(*_DISMISS):
        yield from _placed(reading, frame, titles, "left", ("theme",))


def _person(reading: Reading, role: Role | None) -> tuple[int, int] | None:
    """A person's name at the head of a role; a pronoun is nobody here."""
    if role is None:
        return None
    first, last = reading.tree.phrase(role.head, prepositions=())
    for t in range(first, role.head + 1):
        name = reading.people.name_after(t, last)
        if name and name[0] <= role.head < name[1]:
            return name
    return None


def _title_of(reading: Reading, role: Role | None, titles: dict[int, Title]) -> Title | None:
    """The title that heads a role."""
    if role is None:
        return None
    return next(
        (
            titles[t]
            for t in (role.head, *range(role.first, min(role.last, role.head + 1)))
            if t in titles and titles[t].head >= role.first
        ),
        None,
    )


def _placed(
    reading: Reading, frame: Frame, titles: dict[int, Title], step: str, who: tuple[str, ...]
) -> Iterator[Claim]:
    """ "X was appointed (as) director of Y", "elected X president", "resigned as minister"."""
    if frame.form == "nominal" or frame.modality in ("possible", "hoped"):
        return
    themes = frame.all(*who)
    person = next((name for r in themes if (name := _person(reading, r))), None)
    if person is not None and person[1] - person[0] < 2 and not reading.known_person(person):
        return
    title = next(
        (t for r in (*frame.all("as", "to", "in", "from"), *themes) if (t := _title_of(reading, r, titles))), None
    )
    if (
        person is not None
        and title is None
        and (frame.predicate == "appoint" and frame.passive or frame.predicate in ("resign", "step down", "retire"))
        and not frame.all("as", "to")
    ):
        args = {"person": reading.people.fullest(*person), "step": step}
        yield reading.claim("office", args, reading.clause(frame.token), at=frame, rule=f"office.{step}/bare")
    if person is None or title is None or title.head in range(*person):
        return
    yield _claim(reading, frame, person, title, step, "verb")


def _taken(reading: Reading, frame: Frame, titles: dict[int, Title]) -> Iterator[Claim]:
    """ "X succeeded Y as director", "X took over as chair", "X assumed the post of secretary"."""
    person = _person(reading, frame.role("agent"))
    title = next((t for r in frame.all("as", "of") if (t := _title_of(reading, r, titles))), None)
    if person and title and not frame.passive and frame.modality not in ("possible", "hoped"):
        yield _claim(reading, frame, person, title, "appointed" if frame.predicate != "hold" else "holds", "succession")


def _copula(reading: Reading, frame: Frame, titles: dict[int, Title]) -> Iterator[Claim]:
    """ "X is (was, has been) director of Y", "X serves as ...", and the other way round "its director is X"."""
    if frame.modality != "asserted":
        return
    subject, what = frame.role("agent"), frame.role("as")
    person, title = _person(reading, subject), _title_of(reading, what, titles)
    if person is None and frame.predicate == "be":
        person, title = _person(reading, what), _title_of(reading, subject, titles)
    if title is None and subject is not None and reading.parsed.lemmas[subject.head] == "predecessor":
        yield from _predecessor(reading, frame, _person(reading, what), titles)
        return
    if person is None or title is None:
        return
    over = frame.predicate in ("be", "serve", "act", "work") and frame.tense == "past" and not _perfect(reading, frame)
    step = (
        "appointed"
        if frame.predicate == "become"
        else "held"
        if over and title.step == "holds" and _said_over(reading, frame)
        else title.step
    )
    yield _claim(reading, frame, person, title, step, "copula")


def _predecessor(
    reading: Reading, frame: Frame, person: tuple[int, int] | None, titles: dict[int, Title]
) -> Iterator[Claim]:
    """ "his predecessor was Y": the office named last before, in this or the last sentence, which Y held."""
    start = reading.parsed.sentences[max(0, frame.sentence - 1)][0]
    before = [titles[t] for t in sorted(titles) if start <= t < frame.token]
    if person is not None and before:
        title = before[-1]
        args = {"person": reading.people.fullest(*person), "office": title.words, "organisation": title.organisation}
        where = reading.clause(frame.token)
        yield reading.claim(
            "office", {**args, "step": "held"}, where, at=frame, time=None, rule="office.held/predecessor"
        )


def _perfect(reading: Reading, frame: Frame) -> bool:
    return any(reading.parsed.lemmas[c] == "have" for c in reading.tree.children[frame.token])


def _said_over(reading: Reading, frame: Frame) -> bool:
    """The words say that it is over: a simple past of holding, dated or plain."""
    return reading.parsed.tags[frame.token] == "VBD"


def _claim(reading: Reading, frame: Frame, person: tuple[int, int], title: Title, step: str, family: str) -> Claim:
    organisation = title.organisation
    if not organisation and reading.parsed.word(title.first - 1).lower() in ("its", "the") if title.first else False:
        organisation = (
            reading.anchors.resolve(title.head) if reading.parsed.word(title.first - 1).lower() == "its" else ""
        )
    args = {
        "person": reading.people.fullest(*person),
        "office": title.words,
        "organisation": organisation,
        "step": step,
    }
    first, last = reading.clause(frame.token)
    if last - first > 60:
        first, last = min(person[0], title.first, frame.token), max(person[1], title.last, frame.token + 1)
    return reading.claim("office", args, (first, last), at=frame, rule=f"office.{step}/{family}")
