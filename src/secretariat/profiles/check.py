"""What the form of a profile cannot say: ids that must exist, be unique, or agree with each other."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from secretariat.profiles.schema import Procedure, Profile


def contradictions(profile: Profile) -> Iterator[str]:
    """One line for each place where the profile points to an id it does not define or says a thing twice."""
    yield from _repeated(profile)
    statuses = {s.id for s in profile.statuses}
    organs = {o.id for o in profile.organs}
    for i, status in enumerate(profile.statuses):
        for known in status.merged_from:
            yield from _unknown(f"statuses.{i}.merged_from", known, statuses, "status")
    for i, organ in enumerate(profile.organs):
        yield from _unknown(f"organs.{i}.parent", organ.parent, organs, "organ")
    for i, series in enumerate(profile.series):
        yield from _unknown(f"series.{i}.organ", series.organ, organs, "organ")
    for i, office in enumerate(profile.offices):
        yield from _unknown(f"offices.{i}.organ", office.organ, organs, "organ")
    for i, procedure in enumerate(profile.procedures):
        yield from _procedure(f"procedures.{i}", procedure, statuses, organs)


def _procedure(where: str, procedure: Procedure, statuses: set[str], organs: set[str]) -> Iterator[str]:
    yield from _unknown(f"{where}.status", procedure.status, statuses, "status")
    for needed in procedure.requires:
        yield from _unknown(f"{where}.requires", needed, statuses, "status")
    known = {s.step for s in procedure.steps}
    for n, step in enumerate(procedure.steps):
        yield from _unknown(f"{where}.steps.{n}.organ", step.organ, organs, "organ")
        yield from _unknown(f"{where}.steps.{n}.grants", step.grants, statuses, "status")
        for before in step.after:
            yield from _unknown(f"{where}.steps.{n}.after", before, known, "step")
    if not any(s.effect for s in procedure.steps):
        yield f"{where}.steps – no step has effect = true; mark the one from which the status counts"


def _unknown(where: str, given: str, known: Iterable[str], what: str) -> Iterator[str]:
    pool = sorted(known)
    if given and given not in pool:
        close = get_close_matches(given, pool, 1, 0.5)
        hint = f'did you mean "{close[0]}"?' if close else f"define it, or use one of: {', '.join(pool) or 'none yet'}"
        yield f'{where} – no {what} has the id "{given}"; {hint}'


def _repeated(profile: Profile) -> Iterator[str]:
    for table in ("statuses", "procedures", "organs", "series", "offices", "formulas", "instruments"):
        counts = Counter(part.id for part in getattr(profile, table))
        for name, n in counts.items():
            if n > 1:
                yield f'{table} – the id "{name}" is used {n} times; ids are unique within a table'
