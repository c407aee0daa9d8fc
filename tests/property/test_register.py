"""What holds for any register, whatever is put into it in whatever order."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from registers import RULES_1, RULES_2, Clock
from secretariat.export import jsonl
from secretariat.model.claim import Attribution, Claim
from secretariat.model.document import Document
from secretariat.model.errors import EvidenceMismatch
from secretariat.model.evidence import Evidence
from secretariat.model.history import History, Spell
from secretariat.model.judgement import Judgement
from secretariat.model.time import ValidTime
from secretariat.store import Register, open_register
from secretariat.store.copying import copy
from secretariat.store.reprints import find_witnesses

WORDS = ("Ghana", "joined", "the", "council", "🌍", "naïve", "in", "1975", "and", "left", "it", "later", ".", "\n")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
DATES = st.sampled_from(["", "1999", "2001-05", "2001-05-09", "2020-01-01"])
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a register is made for each example: shrinking takes too long
SETTINGS = settings(max_examples=25, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> Claim:
    """Any claim of a document."""
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    args = draw(
        st.dictionaries(st.sampled_from(["party", "organisation", "name"]), st.sampled_from(["GHA", "ecowas", "x"]))
    )
    time = draw(
        st.sampled_from(
            [None, ValidTime("1975", "in 1975"), ValidTime("2018/..", "since"), ValidTime(None, "then", "x")]
        )
    )
    by = draw(st.sampled_from([None, Attribution("A. Person", "said")]))
    kind = draw(st.sampled_from(["membership", "event", "figure"]))
    return Claim(kind, document.id, Evidence.of(document.text, start, end), args, attribution=by, time=time)


@st.composite
def entries(draw: st.DrawFn) -> list[tuple[Document, list[Claim]]]:
    """Documents with claims; stems and paths may collide; equal documents are one, with one extraction."""
    found: list[tuple[Document, list[Claim]]] = []
    extracted: dict[str, list[Claim]] = {}
    for path in draw(
        st.lists(st.sampled_from(["a.txt", "x/a.txt", "y/a.txt", "b.txt", "x/c.txt"]), min_size=1, unique=True)
    ):
        document = Document(
            draw(TEXTS), Path(path).stem, path=path, published=draw(DATES), publisher=draw(st.sampled_from("PQ"))
        )
        claims = draw(st.lists(claims_of(document), max_size=4))
        found.append((document, extracted.setdefault(document.id, claims)))
    return found


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, copied for every example: making one takes a while."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_register(path, create=True).close()
    return path


@contextmanager
def fresh(template: Path) -> Iterator[Register]:
    """A new empty register."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(template, Path(folder) / "r.db")
        with open_register(path, clock=Clock()) as register:
            yield register


def export(register: Register, as_known: str | None = None, as_published: str | None = None) -> str:
    """All claims as text."""
    view = register.view(as_known=as_known, as_published=as_published)
    return "".join(jsonl.lines(view.claims(rejected=True, superseded=True), view.label))


@SETTINGS
@given(entries())
def test_append_is_idempotent_and_evidence_is_the_slice(
    template: Path, found: list[tuple[Document, list[Claim]]]
) -> None:
    with fresh(template) as register:
        register.append(found, run=RULES_1)
        before, commits = export(register), register.facts()["commits"]
        register.append(found, run=RULES_1)
        assert (export(register), register.facts()["commits"]) == (before, commits)
        texts = {d.id: d.text for d in register.view().documents(superseded=True)}
        for claim in register.view().claims(superseded=True):
            assert claim.evidence.matches(texts[claim.document])
        assert {c.id for c in register.view().claims(superseded=True)} == {c.id for _, said in found for c in said}


@SETTINGS
@given(entries(), st.randoms(use_true_random=False))
def test_the_export_does_not_depend_on_the_order_of_arrival(
    template: Path, found: list[tuple[Document, list[Claim]]], chance: object
) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with fresh(template) as one, fresh(template) as other:
        one.append(found, run=RULES_1)
        for entry in shuffled:
            other.append([entry], run=RULES_1)
        assert export(one) == export(other)
        assert [one.view().label(d.id) for d in one.view().documents()] == [
            other.view().label(d.id) for d in other.view().documents()
        ]


@st.composite
def happenings(draw: st.DrawFn) -> list[tuple[str, int]]:
    """Things that happen to a register: what, and which document or claim it is about."""
    return draw(
        st.lists(
            st.tuples(st.sampled_from(["append", "again", "reject", "undo", "derive"]), st.integers(0, 9)), max_size=8
        )
    )


@SETTINGS
@given(entries(), happenings())
def test_answers_for_a_past_moment_never_change(
    template: Path, found: list[tuple[Document, list[Claim]]], things: list[tuple[str, int]]
) -> None:
    with fresh(template) as register:
        told: dict[str, tuple[str, str, object]] = {}
        for number, (thing, choice) in enumerate(things):
            happen(register, found, thing, choice, number)
            for moment, before in told.items():
                now = answers(register, moment)
                # A history that was still to be made may be made now; once made it stays.
                assert now[:2] == before[:2] and before[2] in (None, now[2])
                told[moment] = now
            told[register.facts()["last_recorded"] or "2029"] = answers(
                register, register.facts()["last_recorded"] or "2029"
            )


def happen(register: Register, found: list[tuple[Document, list[Claim]]], thing: str, choice: int, number: int) -> None:
    """Do one thing, where it can be done."""
    document, said = found[choice % len(found)]
    claims = list(register.view().claims())
    judged = [a.judgement.id for a in register.view().judgements()]
    if thing == "append":
        register.append([(document, said)], run=RULES_1)
    elif thing == "again":
        register.append([(document, said[1:])], run=RULES_2)
    elif thing == "reject" and claims:
        register.judge(Judgement("reject", f"judge-{choice % 2}", claim=claims[choice % len(claims)]))
    elif thing == "undo" and judged:
        register.judge(Judgement("undo", "x", undoes=judged[choice % len(judged)]))
    elif thing == "derive":
        spell = Spell(f"s{number}", "ecowas", "GHA", "member", "good", "effect", None, None, "1975-01-01", "9999-12-31")
        register.save_history(History("ecowas", spells=(spell,)), view=register.view(), rules=str(number))


def answers(register: Register, moment: str) -> tuple[str, str, object]:
    """What the register says as known at a moment: claims, those that count, the saved history."""
    view = register.view(as_known=moment)
    standing = [c.id for c in view.claims()]
    return export(register, moment), " ".join(standing), view.history("ecowas")


@SETTINGS
@given(entries())
def test_a_copy_says_the_same(template: Path, found: list[tuple[Document, list[Claim]]]) -> None:
    with fresh(template) as one, fresh(template) as other:
        for entry in found:
            one.append([entry], run=RULES_1)
        copy(one.backend, other.backend)
        for published in (None, "2000", "2001-05"):
            assert export(one, as_published=published) == export(other, as_published=published)
        assert [d.id for d in one.view().documents()] == [d.id for d in other.view().documents()]


@SETTINGS
@given(entries(), st.integers(1, 3))
def test_a_shifted_quote_is_always_refused(template: Path, found: list[tuple[Document, list[Claim]]], by: int) -> None:
    document, said = found[0]
    for claim in said:
        words = claim.evidence
        moved = Evidence(words.start + by, words.end + by, words.text)
        if moved.matches(document.text):
            continue
        wrong = Claim(claim.kind, claim.document, moved, claim.args)
        with fresh(template) as register, pytest.raises(EvidenceMismatch):
            register.append([(document, [wrong])], run=RULES_1)


@settings(max_examples=50, deadline=None)
@given(entries(), st.randoms(use_true_random=False))
def test_witnesses_do_not_depend_on_order(found: list[tuple[Document, list[Claim]]], chance: object) -> None:
    documents = {d.id: d for d, _ in found}
    shuffled = list(documents.values())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_witnesses(documents.values(), documents.__getitem__) == find_witnesses(shuffled, documents.__getitem__)
