"""Context: what one organisation's claims are, who gives them and what they weigh: the ground of every reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from secretariat.model.claim import Claim
from secretariat.model.document import Document, DocumentId
from secretariat.model.judgement import Judgement
from secretariat.model.witness import Witness
from secretariat.reconcile.charter import Charter
from secretariat.reconcile.days import claimed, number
from secretariat.reconcile.fold import run_in, texts, words
from secretariat.reconcile.series import numbered, ordinal, series_of
from secretariat.reconcile.weigh import Source, Testimony, source, weigh

NAMING = (
    "organisation", "organ", "series", "subject", "parent", "name", "title", "event", "actor", "beneficiary", "party",
    "parties", "participants", "hosts", "organisers", "founder", "person", "represents", "accredited_to", "predecessor",
    "of", "object", "place",
)  # fmt: skip
"""Arguments that can name an organisation, an organ, meeting, body or party of it."""


@dataclass(frozen=True)
class Context:
    """One organisation's evidence.

    Attributes:
        charter: what binds it. testimonies: its claims with their weight, in a fixed order.
        settled: reading that a person settled, by conflict id.
        limit: conflicts the solver may meet in one component, 0 for no limit.
    """

    charter: Charter
    testimonies: tuple[Testimony, ...]
    sources: Mapping[DocumentId, Source]
    originals: Mapping[DocumentId, DocumentId] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    limit: int = 0

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Testimony, ...]]:
        """Testimonies of each kind."""
        found: dict[str, list[Testimony]] = defaultdict(list)
        for testimony in self.testimonies:
            found[testimony.claim.kind].append(testimony)
        return {kind: tuple(items) for kind, items in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Testimony]:
        """Testimonies by claim id."""
        return {t.id: t for t in self.testimonies}

    def kind(self, kind: str) -> tuple[Testimony, ...]:
        """Testimonies of one kind, () where there are none."""
        return self.by_kind.get(kind, ())

    def witness(self, testimony: Testimony) -> str:
        """Whom it comes from: documents that copy one another are one."""
        return testimony.copy_of or self.originals.get(testimony.claim.document, testimony.claim.document)

    def witnesses(self, testimonies: Iterable[Testimony]) -> int:
        """Number of independent witnesses among them."""
        return len({self.witness(t) for t in testimonies})

    def support(self, testimonies: Iterable[Testimony]) -> int:
        """Weight of a reading: the best claim of each independent witness, added up."""
        best: dict[str, int] = {}
        for testimony in testimonies:
            key = self.witness(testimony)
            best[key] = max(best.get(key, 0), testimony.weight)
        return sum(best.values())


def originals(witnesses: Sequence[Witness], documents: Mapping[DocumentId, Document]) -> dict[DocumentId, DocumentId]:
    """For each document most of whose text is copied, the document that published it first."""
    shared: dict[tuple[DocumentId, DocumentId], int] = defaultdict(int)
    for witness in witnesses:
        for passage in witness.passages:
            if passage.document != witness.earliest and passage.document in documents:
                shared[passage.document, witness.earliest] += passage.end - passage.start
    found: dict[DocumentId, DocumentId] = {}
    for (copy, first), length in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if 2 * length >= len(documents[copy].text.strip()) and copy not in found:
            found[copy] = first
    return found


def belonging(claims: Sequence[Claim], charter: Charter, about: Mapping[DocumentId, bool]) -> list[Claim]:
    """Claims of an organisation: an argument names it, or an organ, body or party of it, or the text is about it."""
    parties = _parties(claims, charter)
    bodies = {words(n) for c in claims if c.kind == "body" and _of(c, charter) for n in texts(c.arg("name"))}
    return [c for c in claims if _belongs(c, charter, about, parties, bodies)]


def _parties(claims: Sequence[Claim], charter: Charter) -> frozenset[str]:
    held = (c for c in claims if c.kind == "membership" and charter.means(str(c.arg("organisation") or "")))
    return frozenset(str(c.arg("party")) for c in held if c.modality == "asserted" and c.arg("party"))


def _of(claim: Claim, charter: Charter) -> bool:
    return any(charter.mentions(t) for name in NAMING for t in texts(claim.arg(name)))


def _belongs(
    claim: Claim,
    charter: Charter,
    about: Mapping[DocumentId, bool],
    parties: frozenset[str],
    bodies: set[tuple[str, ...]],
) -> bool:
    if claim.kind == "membership":
        return charter.means(str(claim.arg("organisation") or ""))
    if about.get(claim.document, False) or _of(claim, charter):
        return True
    named = [t for name in NAMING for t in texts(claim.arg(name))]
    return any(t in parties or words(t) in bodies for t in named)


def is_about(document: Document, charter: Charter) -> bool:
    """True where the title, the headline or the first full paragraph names the organisation."""
    spoken = words(f"{document.title} . {opening(document.text)}")
    return any(run_in(name, spoken) for name in charter.names)


def opening(text: str) -> str:
    """A text up to the end of its first paragraph of prose (a long one that ends as a sentence does)."""
    found = []
    for part in re.split(r"\n\s*\n|\n(?=\S)", text.lstrip()[:4000]):
        found.append(part.strip())
        if len(found[-1]) >= 80 and found[-1][-1:] in ".!?”\"'’)":
            break
    return " . ".join(found)


def slips(claims: Iterable[Claim], charter: Charter) -> frozenset[str]:
    """Month and day of the organisation's own beginnings: dates that writers put by habit."""
    days = set()
    for claim in claims:
        own = claim.kind == "body" and charter.means(str(claim.arg("name") or ""))
        begun = own and claim.arg("step") in ("established", "operating", "opened") and not claim.arg("predecessor")
        when = claimed(claim)
        if (begun or (claim.kind == "membership" and claim.arg("step") == "founded")) and when and claim.time:
            start = str(claim.time.edtf).split("/")[0]
            days.add(start[5:10] if len(start) >= 10 else "")
    return frozenset(days - {""})


def context(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    charter: Charter,
    *,
    witnesses: Sequence[Witness] = (),
    judgements: Sequence[Judgement] = (),
    limit: int = 0,
) -> Context:
    """Gather one organisation's evidence; the same whatever the order of the claims."""
    ordered = sorted(claims, key=lambda c: (c.document, c.evidence.start, c.evidence.end, c.kind, c.key))
    papers = {d.id: d for d in documents}
    about = {id: is_about(d, charter) for id, d in papers.items()}
    own = belonging(ordered, charter, about)
    grouped: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in ordered:
        grouped[claim.document].append(claim)
    sources = {id: _source(papers.get(id), id, grouped[id], charter, about) for id in {c.document for c in own}}
    verdicts = {j.claim.key: j.verdict for j in judgements if j.claim is not None}
    habits, first = slips(own, charter), originals(witnesses, papers)
    passages = _passages(witnesses)
    found = (_testify(c, sources[c.document], habits, passages, verdicts, papers) for c in own)
    settled = {j.conflict: j.reading for j in judgements if j.verdict == "settle" and j.conflict}
    return Context(charter, tuple(t for t in found if t is not None), sources, first, settled, limit)


def _source(
    document: Document | None, id: DocumentId, claims: list[Claim], charter: Charter, about: Mapping[DocumentId, bool]
) -> Source:
    known = document or Document("", label=str(id))
    hosts = charter.profile.hosts if charter.profile else ()
    own = any(host in known.url for host in hosts) or any(charter.means(n) for n in (known.publisher,) if n)
    told = about.get(id, False)
    found = source(known, claims, own=own, about=told, held=lambda claim: _held(claim, charter, told))
    return Source(id, *_rest(found))


def _held(claim: Claim, charter: Charter, about: bool) -> int | None:
    """The last day of the year in which the profile puts a numbered meeting."""
    name = str(claim.arg("name") or "")
    series = series_of(claim.arg("series"), name, str(claim.arg("type") or ""), charter, about=about)
    n = claim.arg("ordinal") or ordinal(name)
    fixed = numbered(int(n), series, charter) if n and series else None
    return number(f"{fixed[0]}-12-31") if fixed else None


def _rest(found: Source) -> tuple[int, bool, str, int, str, bool, bool]:
    return (found.known, found.dated, found.directness, found.points, found.why, found.about, found.translated)


def _passages(witnesses: Sequence[Witness]) -> dict[DocumentId, list[tuple[int, int, str, DocumentId]]]:
    found: dict[DocumentId, list[tuple[int, int, str, DocumentId]]] = defaultdict(list)
    for witness in witnesses:
        for p in witness.passages:
            found[p.document].append((p.start, p.end, witness.id, witness.earliest))
    return found


def _testify(
    claim: Claim,
    source: Source,
    habits: frozenset[str],
    passages: Mapping[DocumentId, list[tuple[int, int, str, DocumentId]]],
    verdicts: Mapping[str, str],
    papers: Mapping[DocumentId, Document],
) -> Testimony | None:
    verdict = verdicts.get(claim.key, "")
    if verdict == "reject":
        return None
    total, reasons = weigh(claim, source, slips=habits, tier_b=claim.score < 0.5, interested=_interested(claim, papers))
    span = claim.evidence
    copied = next((p for p in passages.get(claim.document, ()) if p[0] <= span.start and span.end <= p[1]), None)
    if copied and copied[3] != claim.document:
        total, reasons = 1, (*reasons, "a copy of a text already counted adds nothing")
    if verdict == "accept":
        total, reasons = total + 1000, (*reasons, "+1000 confirmed by a person")
    return Testimony(claim, source, total, reasons, claimed(claim), copied[2] if copied else "", verdict == "accept")


def _interested(claim: Claim, papers: Mapping[DocumentId, Document]) -> bool:
    """True where the outlet's country domain is the party's own (press only: a ministry speaks for its own acts)."""
    party, paper = str(claim.arg("party") or ""), papers.get(claim.document)
    if not paper or len(party) != 3 or not paper.url:
        return False
    host = paper.url.split("//")[-1].split("/")[0]
    return host.endswith("." + party[:2].casefold()) and not host.startswith(("www.mfa", "mfa"))
