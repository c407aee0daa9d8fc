"""Voices: who speaks at a place of the text, and who "we", "the leaders", "the organisation" are there."""

from __future__ import annotations

import re

from secretariat.frame.mentions import Mention, tokens_of
from secretariat.model.claim import Attribution
from secretariat.model.evidence import Span
from secretariat.model.parsed import Parsed, Speech
from secretariat.parse import plain
from secretariat.profiles import Profile

PERFORMING = frozenset(
    "agree agreed agrees agreeing pledge pledged pledges pledging promise promised promises vow vowed "
    "commit committed commits decide decided decides "
    "accept accepted accepts apply applied approve approved adopt adopted sign signed ask asked "
    "request requested invite invited "
    "resolve resolved undertake undertook "
    """authorise authorised authorize authorized refuse refused decline declined offer offered plan plans
        planned intend intends intended""".split()
)
"""Verbs that perform an act instead of reporting one: what they govern is the act, in the publisher's own voice."""


_NOBODY = frozenset("i we it he she they you this that these who which there one".split())
"""Words that name no speaker by themselves."""


class Voices:
    """Speakers by place, from the attributions of the text and from the turns of a transcript."""

    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...], profiles: tuple[Profile, ...]) -> None:
        self.parsed, self.mentions, self.profiles = parsed, mentions, profiles
        spans = [
            (s.start, s.end, n)
            for n, speech in enumerate(parsed.speeches)
            if not self._performs(speech)
            for s in (*self._to_colon(speech), *speech.continuation)
        ]
        self._spans = sorted(spans)

    def _to_colon(self, speech: Speech) -> tuple[Span, ...]:
        """What is said, with what a colon at its end adds: "said that the plan had a weak point: nobody paid"."""
        p = self.parsed
        if speech.type == "direct" or not speech.content:
            return speech.content
        last = speech.content[-1]
        colon = tokens_of(p, last.end, last.end + 1)
        if p.document.text[last.end : last.end + 1] != ":" or colon is None:
            return speech.content
        stop = p.ends[p.sentences[p.sentence_of[colon[0]]][1] - 1]
        return (*speech.content[:-1], Span(last.start, max(last.end, stop)))

    def speech_at(self, token: int) -> Speech | None:
        """The innermost attribution whose content holds the token."""
        at = self.parsed.starts[token]
        covering = [(end - start, n) for start, end, n in self._spans if start <= at < end]
        return self.parsed.speeches[min(covering)[1]] if covering else None

    def attribution(self, token: int) -> Attribution | None:
        """Who is said to have said what stands at the token."""
        speech = self.speech_at(token)
        return self._of(speech) if speech is not None else None

    def _performs(self, speech: Speech) -> bool:
        words = " ".join(self.parsed.document.text[c.start : c.end] for c in speech.cue).lower().split()
        if not any(w in PERFORMING for w in words):
            return False
        return not ("agree" in "".join(words[-1:]) and self._is_view(speech))

    def _is_view(self, speech: Speech) -> bool:
        """True for "agreed that the reef is in danger": a finding shared, no undertaking ("that they will meet")."""
        if not speech.content or not speech.cue:
            return False
        p, text = self.parsed, self.parsed.document.text
        between = text[speech.cue[-1].end : speech.content[0].start + len("that ")].lower().split()
        within = tokens_of(p, speech.content[0].start, speech.content[0].end)
        if "that" not in between or within is None:
            return False
        main = next((i for i in range(*within) if p.tags[i] in ("MD", "VBZ", "VBP", "VBD")), -1)
        return main >= 0 and p.tags[main] in ("VBZ", "VBP")

    def source(self, speech: Speech) -> str:
        """The speaker's fullest name, else the words that name the speaker."""
        if speech.speaker or not speech.source:
            return speech.speaker
        words = plain(self.parsed.document.text[speech.source[0].start : speech.source[-1].end])
        return re.sub(r"^(?:the|an?) ", "", words, flags=re.I)

    def _of(self, speech: Speech) -> Attribution | None:
        source = self.source(speech)
        if not source or source.lower() in _NOBODY:
            return None
        cue = plain(self.parsed.document.text[speech.cue[0].start : speech.cue[-1].end]) if speech.cue else ""
        outer = speech.outer
        via: list[str] = []
        while outer is not None and len(via) < 4:
            via.append(self.source(self.parsed.speeches[outer]))
            outer = self.parsed.speeches[outer].outer
        return Attribution(source, cue, speech.type, tuple(v for v in via if v))
