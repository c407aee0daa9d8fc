"""Ask: every question a register answers, by the name of its command, in the shapes of claims.md, Answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from secretariat.app import ask_conflicts, ask_lines, ask_status, procedure
from secretariat.app.derive import history_of, organisation_of
from secretariat.app.filters import Filters
from secretariat.model.errors import UsageError
from secretariat.store.port import View

Answer = dict[str, Any] | list[dict[str, Any]]
Ask = Callable[[Any, View, str, Filters], Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: the command. help: one sentence. function: answers it. lines: True where the answer has "lines".
        about: "organisation", "line" (`why`) or "all" (an organisation may be left out).
    """

    name: str
    help: str
    function: Ask
    lines: bool = False
    about: str = "organisation"


def _lines(name: str, help: str) -> Question:
    def ask(register: Any, view: View, organisation: str, filters: Filters) -> Answer:
        return ask_lines.lines(view, organisation, name, filters)

    return Question(name, help, ask, lines=True)


_ALL = (
    Question("members", "Who holds which status on a day.", ask_status.members),
    Question("timeline", "Every change of status, in order of time.", ask_status.timeline),
    Question("procedure", "The stage a party has reached, the next step and its article.", procedure.procedure),
    Question("conformance", "Each party's path replayed against the procedure.", procedure.conformance),
    _lines("offices", "Who held which office."),
    _lines("meetings", "What met, took place or is announced."),
    _lines("instruments", "What was signed, adopted or issued."),
    _lines("bodies", "Institutions, programmes, projects and initiatives."),
    _lines("networks", "Railways, routes and pipelines, and what counts them."),
    _lines("commitments", "What was promised, and what was delivered."),
    _lines("figures", "What was counted."),
    _lines("statements", "Who said what."),
    Question("formulas", "Fixed wordings: who used which, and how they differ.", ask_lines.formulas, lines=True),
    Question("ledger", "Each promise with its delivery, or without.", ask_lines.ledger),
    Question("conflicts", "Where the sources disagree.", ask_conflicts.conflicts, about="all"),
    Question("why", "The claims, rules and weights behind a line.", ask_conflicts.why, about="line"),
)

QUESTIONS: Mapping[str, Question] = MappingProxyType({q.name: q for q in _ALL})


def answer(register: Any, question: str, organisation: str | None = None, filters: Filters | None = None) -> Answer:
    """Answer one question.

    Args:
        register: an open register.
        question: name of a question in QUESTIONS.
        organisation: id or name; the line's id for `why`; may be left out for `conflicts`.
        filters: narrowing; none where left out.
    Returns:
        The object of claims.md, Answers.
    Raises:
        UsageError: there is no such question, or it needs an organisation. NotFound: no such organisation or line.
    """
    if question not in QUESTIONS:
        raise UsageError(question, "there is no such question", f"Choose one of {', '.join(QUESTIONS)}")
    asked, narrowed = QUESTIONS[question], filters or Filters()
    view = register.view(as_known=narrowed.as_known or None, as_published=narrowed.as_published or None)
    if asked.about != "all" and not organisation:
        raise UsageError(
            question, "it needs an organisation or line", f"Write for example `secretariat {question} sco`"
        )
    name = organisation or ""
    if asked.about == "organisation" or (asked.about == "all" and name):
        name = organisation_of(name, view)
        view = history_of(register, view, name)
    return asked.function(register, view, name, narrowed)
