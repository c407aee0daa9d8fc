"""Reading: everything the kinds need of one document, behind one object. `read_frames` makes it.

A kind asks for frames by predicate, for mentions in a range, for phrases as text, and makes claims with `claim`,
which fills in evidence, attribution, modality and time by the rules that all kinds share.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from secretariat.frame.anchors import Anchors
from secretariat.frame.frames import find_frames
from secretariat.frame.lists import MentionList, alone, find_lists, time_tokens
from secretariat.frame.mentions import Mention, find_mentions, name_of, tokens_of
from secretariat.frame.moments import Moments, valid
from secretariat.frame.people import People
from secretariat.frame.roles import Frame, Role
from secretariat.frame.tree import Tree
from secretariat.frame.voices import Voices
from secretariat.model.claim import EMPTY, Attribution, Claim
from secretariat.model.evidence import Evidence
from secretariat.model.parsed import Block, Parsed, TimeExpression
from secretariat.model.time import ValidTime
from secretariat.parse import plain
from secretariat.profiles import Profile

_SILENT = ("furniture",)


class Reading:
    """One parsed document with its frames, mentions and voices.

    Attributes:
        parsed, tree, mentions, frames, voices, moments, profiles: see the modules of this package.
    """

    def __init__(self, parsed: Parsed, profiles: Iterable[Profile]) -> None:
        self.parsed = parsed
        self.profiles = tuple(profiles)
        self.tree = Tree(parsed)
        self.mentions = find_mentions(parsed, self.profiles)
        self.frames = find_frames(parsed, self.tree)
        self.moments = Moments(parsed, self.tree)
        self.voices = Voices(parsed, self.mentions, self.profiles)
        self._timed = time_tokens(parsed)
        self.lists = find_lists(parsed, self.mentions, self._timed)
        self.anchors = Anchors(parsed, self.mentions)
        self.people = People(parsed, self.mentions)
        self._starts = [m.first for m in self.mentions]
        self._list_starts = [x.first for x in self.lists]

    # -- looking up ---------------------------------------------------------------------------------------------

    @cached_property
    def _by_predicate(self) -> Mapping[str, tuple[Frame, ...]]:
        table: dict[str, list[Frame]] = {}
        for frame in self.frames:
            if self.block(frame.token).kind not in _SILENT:
                table.setdefault(frame.predicate, []).append(frame)
        return {k: tuple(v) for k, v in table.items()}

    @cached_property
    def _by_token(self) -> Mapping[int, Frame]:
        return {f.token: f for f in self.frames}

    def frames_of(self, *predicates: str) -> tuple[Frame, ...]:
        """Frames with one of these predicates, in the order of the text; page furniture is left out."""
        found = [f for p in predicates for f in self._by_predicate.get(p, ())]
        return tuple(sorted(found, key=lambda f: f.token))

    def frame_at(self, token: int) -> Frame | None:
        """The frame whose predicate word is this token."""
        return self._by_token.get(token)

    def mentions_in(self, first: int, last: int, *types: str) -> tuple[Mention, ...]:
        """Mentions that lie within a range of tokens, of these types (all if none is named)."""
        i = bisect.bisect_left(self._starts, first)
        out = []
        while i < len(self.mentions) and self.mentions[i].first < last:
            m = self.mentions[i]
            if m.last <= last and (not types or m.type in types):
                out.append(m)
            i += 1
        return tuple(out)

    def mention_at(self, token: int) -> Mention | None:
        """The mention that contains a token."""
        i = bisect.bisect_right(self._starts, token) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].last > token else None

    def list_at(self, token: int) -> MentionList | None:
        """The enumeration in which a token stands."""
        i = bisect.bisect_right(self._list_starts, token) - 1
        return self.lists[i] if i >= 0 and self.lists[i].last > token else None

    def parties(self, first: int, last: int) -> tuple[Mention, ...]:
        """States and other parties named in a range, an enumeration that begins in it taken to its end."""
        found = [m for m in self.mentions_in(first, last) if m.form not in ("adjective", "demonym", "member")]
        for m in tuple(found):
            known = self.list_at(m.first)
            if known and known.first >= first:
                found += [x for x in known.mentions if x not in found]
        return tuple(sorted(found, key=lambda m: m.first))

    def single(self, m: Mention) -> MentionList:
        """A name alone as a list of one, with what is attached to it."""
        return alone(self.parsed, m, self._timed)

    def attached_time(self, m: Mention) -> ValidTime | None:
        """The time that stands with one name of a list ("Iran (since 4 July 2023)", "India in 2017")."""
        known = self.list_at(m.first)
        item = next((i for i in (known or self.single(m)).items if i.mention == m), None)
        if item is None or item.last <= item.first:
            return None
        times = [t for t in self.times_in(item.first, item.last) if t.edtf]
        return valid(times[0], self.parsed) if times else None

    def known_person(self, name: tuple[int, int]) -> bool:
        """True where the document gives the person of this short name in full somewhere."""
        return len(self.people.fullest(*name).split()) > name[1] - name[0]

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The half-open range of tokens that a range of code points touches."""
        return tokens_of(self.parsed, start, end)

    def block(self, token: int) -> Block:
        """The block that contains a token."""
        return self.parsed.blocks[self.parsed.sentence_blocks[self.parsed.sentence_of[token]]]

    def sentence(self, token: int) -> tuple[int, int]:
        """Token range of the sentence of a token."""
        return self.parsed.sentences[self.parsed.sentence_of[token]]

    def sentences(self, *kinds: str) -> Iterable[tuple[int, int, Block]]:
        """Every sentence as (first token, one past the last, block), furniture left out, of these block kinds."""
        for (a, b), home in zip(self.parsed.sentences, self.parsed.sentence_blocks, strict=True):
            block = self.parsed.blocks[home]
            if b > a and (block.kind in kinds if kinds else block.kind not in _SILENT):
                yield a, b, block

    def lead_in(self, token: int) -> str:
        """Text of the block that governs the token's block ("The United States will:"), else empty."""
        lead = self.block(token).lead_in
        return self.text_of(self.parsed.blocks[lead]) if lead is not None else ""

    def headings(self, token: int) -> tuple[str, ...]:
        """Texts of the headings above a token, outermost first."""
        return tuple(self.text_of(self.parsed.blocks[i]) for i in self.block(token).path)

    def text_of(self, block: Block) -> str:
        """A block's words."""
        return plain(self.parsed.document.text[block.start : block.end])

    # -- phrases ------------------------------------------------------------------------------------------------

    def items(self, role: Role) -> tuple[Role, ...]:
        """A role split at its coordination: one Role for each conjunct, first to last."""
        heads = self.tree.conjuncts(role.head)
        if len(heads) == 1:
            return (role,)
        return tuple(Role(role.name, h, *self.tree.phrase(h), role.via) for h in heads)

    def phrase(self, first: int, last: int) -> str:
        """Tokens as a reader sees them: one line, no markup, no leading article, no closing comma."""
        return name_of_text(self.parsed, first, last)

    def noun_phrase(self, head: int) -> str:
        """The noun phrase of a head as words, with its "of" and like phrases, without clauses."""
        return self.phrase(*self.tree.phrase(head))

    # -- time, speaker, claims ------------------------------------------------------------------------------------

    def time(self, frame: Frame | int) -> ValidTime | None:
        """Valid time of a frame (or of the predicate at a token)."""
        return self.moments.of(frame if isinstance(frame, int) else frame.token)

    def occasion(self, frame: Frame) -> ValidTime | None:
        """When the one dated occasion of a report was, for a frame in the simple past that has no time of its own."""
        p = self.parsed
        had = any(p.word(c).lower() in ("had", "has", "have") for c in self.tree.children[frame.token])
        led = bool(self.block(frame.token).lead_in is not None and frame.form == "verbal")
        if frame.tense != "past" and not led or had or frame.modality != "asserted" and not led:
            return None
        return self.moments.occasion()

    def told(self, cue: int, content: tuple[int, int]) -> ValidTime | None:
        """When something was said: by a time beside the cue ("said", "according"), else on the report's one occasion.

        Args:
            cue: token of the saying verb. content: tokens of what is said; a time in it is what the speech is about.
        """
        own = self.moments.of(cue, apart=content)
        if own is not None or self.parsed.tags[cue] not in ("VBD", "VBG") or self.attribution(cue) is not None:
            return own
        return self.moments.after_occasion(cue, apart=content)

    def valid(self, time: TimeExpression) -> ValidTime:
        """A time expression as the time of a claim."""
        return valid(time, self.parsed)

    def times_in(self, first: int, last: int) -> tuple[TimeExpression, ...]:
        """Time expressions within a range of tokens."""
        if first >= last:
            return ()
        start, end = self.parsed.starts[first], self.parsed.ends[last - 1]
        return tuple(t for t in self.parsed.times if t.start < end and start < t.end)

    def attribution(self, token: int) -> Attribution | None:
        """Who is said to have said what stands at a token; None in the publisher's own voice."""
        return self.voices.attribution(token)

    def clause(self, token: int) -> tuple[int, int]:
        """The clause of a predicate: its subtree up to the next main clause, without the punctuation at its ends."""
        first, last = self.tree.core(token)
        p = self.parsed
        for c in self.tree.children[token]:
            if (
                c > token
                and p.deps[c] == "conj"
                and p.tags[c][0] == "V"
                and self.tree.has(c, "nsubj", "nsubjpass", "expl")
            ):
                last = min(last, self.tree.left[c])
        while last - 1 > token and (p.pos[last - 1] == "PUNCT" or p.pos[last - 1] == "CCONJ"):
            last -= 1
        return first, last

    def evidence(self, first: int, last: int) -> Evidence:
        """The words of a range of tokens."""
        while last - 1 > first and self.parsed.pos[last - 1] == "PUNCT" and self.parsed.word(last - 1) in ",;:—–-":
            last -= 1
        return Evidence.of(self.parsed.document.text, self.parsed.starts[first], self.parsed.ends[last - 1])

    def claim(
        self,
        kind: str,
        args: Mapping[str, Any],
        where: tuple[int, int],
        *,
        at: Frame | int,
        rule: str,
        modality: str | None = None,
        time: ValidTime | str | None = "auto",
        score: float = 1.0,
        **more: Any,
    ) -> Claim:
        """Make a claim.

        Args:
            kind, args: as in claims.md; empty arguments are dropped.
            where: range of tokens that is the evidence.
            at: the frame (or token) the claim hangs on: gives attribution, and modality and time unless they are given.
            rule: which rule it was ("membership.granted/passive").
            more: further fields of Claim (`alternatives`, `mentions`, `attribution`).
        """
        token = at if isinstance(at, int) else at.token
        if modality is None:
            modality = at.modality if isinstance(at, Frame) else "asserted"
        fields: dict[str, Any] = {"attribution": self.attribution(token), **more}
        return Claim(
            kind=kind, document=self.parsed.document.id, evidence=self.evidence(*where),
            args={k: v for k, v in args.items() if v not in EMPTY}, modality=modality,
            time=self.time(token) if isinstance(time, str) else time, rule=rule, score=score, **fields,
        )  # fmt: skip


def name_of_text(parsed: Parsed, first: int, last: int) -> str:
    """Plain words of a range of tokens, without article and closing punctuation."""
    words = plain(parsed.slice(first, last)).strip(" ,;:")
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if words.startswith(article):
            return words[len(article) :]
    return words


def read_frames(parsed: Parsed, profiles: Iterable[Profile] = ()) -> Reading:
    """Read the frames of a parsed document in the light of what the profiles know."""
    return Reading(parsed, profiles)


__all__ = ["Frame", "Mention", "Reading", "Role", "name_of", "read_frames", "tokens_of"]
