"""`build`: folders of documents become a register. Read, skip what is known, extract, commit document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from secretariat.app.derive import derive_all
from secretariat.app.extraction import Task, Treated, treat_all
from secretariat.app.versions import profiles_version, rules_version
from secretariat.app.witnessing import refresh
from secretariat.model.document import Document
from secretariat.model.errors import RegisterError, SecretariatError
from secretariat.model.issue import Issue
from secretariat.profiles import load_profiles, use_files
from secretariat.read.sources import list_files
from secretariat.store import Register, open_register
from secretariat.store.values import Appended, Run

_SEEN_TOGETHER = 200  # known documents noted in one commit


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build.

    Attributes:
        sources: folders and files. register: file or address.
        profiles: ids or files; empty for all built-in ones.
        workers: local processes; 0 lets the size of the job decide.
        dry_run: extract and count, write nothing.
        wait: seconds to wait for another build on the same register.
    """

    sources: tuple[Path, ...]
    register: str
    profiles: tuple[str, ...] = ()
    workers: int = 0
    dry_run: bool = False
    wait: float = 30.0


@dataclass(slots=True)
class Outcome:
    """What a build did: files looked at, documents new, known and refused, claims; issues in the order of files."""

    files: int = 0
    documents: int = 0
    known: int = 0
    refused: int = 0
    left_out: int = 0
    claims: int = 0
    retired: int = 0
    derived: int = 0
    issues: list[Issue] = field(default_factory=list)

    def note(self, issue: Issue) -> None:
        """Count an issue."""
        self.issues.append(issue)
        self.refused += issue.severity == "error"
        self.left_out += issue.severity == "note"


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who watches a build: told how many files there are, of each file when it is done, and of each issue."""

    begin: Callable[[int], None] = lambda total: None
    step: Callable[[str], None] = lambda name: None
    tell: Callable[[Issue], None] = lambda issue: None
    say: Callable[[str], None] = lambda words: None


def build(plan: Plan, watcher: Watcher | None = None) -> Outcome:
    """Build or continue a register; each document commits as a whole.

    Killed at any moment, the same call goes on where it stopped and gives the same register.

    Raises:
        UsageError: a source is missing. ProfileError, NotFound: a profile. RegisterError: the register cannot be used.
    """
    watcher = watcher or Watcher()
    tasks = [Task(path, below) for path, below in list_files(plan.sources)]
    use_files(wanted for wanted in plan.profiles if Path(wanted).is_file())
    profiles = load_profiles(plan.profiles)
    version = Run(0, "extract", rules_version(), profiles_version(profiles))
    outcome = Outcome(files=len(tasks))
    watcher.begin(len(tasks))
    with _target(plan) as register:
        if register is None:
            _count(plan, tasks, outcome, watcher)
            return outcome
        with register.hold(plan.wait, watcher.say):
            _fill(plan, register, version, tasks, outcome, watcher)
            refresh(register)
            outcome.derived = derive_all(register, [profile.id for profile in profiles])
    return outcome


@contextmanager
def _target(plan: Plan) -> Iterator[Register | None]:
    """The register to write, None for a dry run."""
    if plan.dry_run:
        yield None
        return
    _not_a_source(plan)
    with open_register(plan.register, create=True) as register:
        if not register.writable:
            raise RegisterError(register.where, "cannot be written", "Check the permissions of the file and its folder")
        yield register


def _not_a_source(plan: Plan) -> None:
    for source in plan.sources:
        if source.is_file() and Path(plan.register).exists() and source.samefile(plan.register):
            raise RegisterError(plan.register, "is given as a source too", "Name another file with --register")


def _fill(
    plan: Plan, register: Register, version: Run, tasks: Sequence[Task], outcome: Outcome, watcher: Watcher
) -> None:
    known = register.treated_ids(version)
    seen: list[Document] = []
    for treated in treat_all(tasks, plan.profiles, plan.workers, known):
        for issue in treated.issues:
            _tell(issue, outcome, watcher)
        if treated.document is not None and treated.claims is None:
            outcome.known += 1
            seen.append(treated.document)
        elif treated.document is not None:
            _add(register, version, treated, outcome, watcher)
        if len(seen) >= _SEEN_TOGETHER:
            register.append([(d, None) for d in seen], run=version)
            seen.clear()
        watcher.step(treated.name)
    if seen:
        register.append([(d, None) for d in seen], run=version)
    register.finish_run(version)


def _add(register: Register, version: Run, treated: Treated, outcome: Outcome, watcher: Watcher) -> None:
    if treated.document is None or treated.claims is None:
        return
    try:
        done: Appended = register.append([(treated.document, treated.claims)], run=version)
    except RegisterError:
        raise
    except SecretariatError as problem:
        # One bad document must not stop the others; what the disk or the server refuses must.
        _tell(Issue(treated.name, str(problem), "It was left out", "error"), outcome, watcher)
        return
    outcome.documents += done.documents
    outcome.known += done.known_documents
    outcome.claims += done.claims
    outcome.retired += done.retired


def _count(plan: Plan, tasks: Sequence[Task], outcome: Outcome, watcher: Watcher) -> None:
    seen = set()
    for treated in treat_all(tasks, plan.profiles, plan.workers, frozenset()):
        for issue in treated.issues:
            _tell(issue, outcome, watcher)
        if treated.document is not None:
            again = treated.document.id in seen
            seen.add(treated.document.id)
            outcome.known += again
            outcome.documents += not again
            outcome.claims += 0 if again else len(treated.claims or ())
        watcher.step(treated.name)


def _tell(issue: Issue, outcome: Outcome, watcher: Watcher) -> None:
    outcome.note(issue)
    watcher.tell(issue)
