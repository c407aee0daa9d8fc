"""Page furniture, captions and datelines: what stands on a page and is not the text."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
DATELINE = re.compile(
    rf"(?:[A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){{0,3}}|[A-Z][A-Z .’'-]{{2,40}})(?:, [A-Z][\w .]{{2,20}})?"
    rf"(?:,? {_DAY})?(?: ?[(/][\w .\-/]{{2,30}}[)/])? (?:--|[–—-]) (?=[A-Z“\"])"
    rf"|(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}, )?{_DAY}\.?$"
)
"""A place, perhaps a date and an agency, and a dash before the first sentence; or a place and date on a line alone."""

CAPTION = re.compile(
    r"(?i)(?:file )?(?:photo(?:graph)?s?|pictured?|image|picture|caption|graphic|video|figure \d+"
    r"|fig\. \d+|table \d+|map|chart)"
    r"(?: (?:by|taken|shows?|courtesy|credit))?\b[:.]? ?[^.]{0,400}(?:\.|$)|^\(?photo[: ]|^(?:in this"
    r"|this) (?:file )?(?:photo|picture|image)\b"
    r"|^[^.]{0,300}\((?:photo|image|picture)[:/ ][^()]{0,80}\)\s*$|^[^.]{0,300}/ ?(?:AFP|Reuters|Xinhua|AP|TASS)\s*$"
)
"""The start of a caption or a table's title."""

_FURNITURE = re.compile(
    r"(?i)^(?:"
    r"[#*_=\-–—~·.\s\\|<>!]*|<(?:figure|img|div|iframe|video|script|style)\b.*"
    r"|(?:press |media )?contacts?(?: us)?:?(?: .{0,80})?|(?:tel|phone|fax|e-?mail|website|address)\b.{0,80}"
    r"|share(?: this)?.{0,40}|print(?: this)?(?: page| version)?|read (?:more|also|next)\b.{0,160}"
    r"|see also\b.{0,240}|related (?:articles?|news|stories|links?|content)\b.{0,160}"
    r"|(?:©|\(c\) ?(?=\d{4})|copyright\b).{0,240}|all rights reserved.{0,80}|.{0,80}\ball rights reserved\.?"
    r"|comments? (?:are|is) closed.?|no comments.{0,20}|leave a (?:comment|reply).{0,40}"
    r"|subscribe\b.{0,120}|follow us\b.{0,120}|sign up\b.{0,120}|newsletter.{0,80}"
    r"|(?:source|sources|editor|editors?|edited by|author|authors?|by|reporter|publisher"
    r"|publisher.*release time|original title|tags?|topics?|categor(?:y|ies)|keywords?|views?|visits?"
    r"|posted(?: (?:on|in))?|published(?: on)?|updated|last (?:updated|modified|edited)"
    r"|date)\s?[:：].{0,200}"
    r"|by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}|(?:home|main|start)(?: ?page)? ?[>»/|].{0,160}"
    r"|back to top|top of page|skip to .{0,30}|menu|search|log ?in|register|cookies?.{0,80}"
    r"|page \d+(?: of \d+|:.{0,120})?|p\. ?\d+|\d{1,4}|contents(?: .{0,200})?|table of contents"
    r"|advertisements?|sponsored.{0,60}"
    r"|this page (?:has been|was) .{0,120}|text available under .{0,120}|.{0,60}\blast edited\b.{0,120}"
    r"|from wikipedia.{0,80}|.{0,60}\b\d+ (?:contributors?|views|visits)\b.{0,40}"
    r"|(?:logo|video|photo|image) ?[–—-]?|https?://\S+|www\.\S+|\S+@\S+\.\S+|end(?:s|it)?|-?30-?"
    r"|for immediate release|\d{1,2}:\d{2} ?[ap]\.?m\.?.{0,20}"
    r"|reprint(?:ing|ed)?\b.{0,160}|.{0,100}\breprint(?:ing|ed) only\b.{0,100}|contacts? \| .{0,200}"
    r"|(?:facebook|twitter|youtube|telegram|linkedin|instagram)\b.{0,120}"
    r")$",
    re.S,
)


def is_furniture(shown: str) -> bool:
    """True for a menu, contact, byline, copyright or other line that is never evidence of a claim."""
    return (len(shown) <= 260 or shown.startswith("<")) and bool(_FURNITURE.match(shown))
