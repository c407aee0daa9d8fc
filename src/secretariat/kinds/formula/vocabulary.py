"""Patterns of fixed political wordings that belong to no organisation, and the words that open a list of elements.

A profile's own formulas (name, translations, elements) come from its file; these patterns are the families that every
diplomatic service uses. A space stands for any short run of white space; the group `name` is the wording.
"""

from __future__ import annotations

NAME = r"[A-Z][\w’'-]{0,30}(?:[ -][A-Z][\w’'-]{0,30}){0,2}"
FOR_WHOM = (
    r"(?: for (?:all(?: mankind| humanity| humankind)?|mankind|humanity|humankind|us all|the (?:new era|region)"
    r"|the whole of \w{1,30}))?"
)
WHOSE = r"(?:(?:[A-Z]{2,}|[A-Z][a-z]+(?:[–-][A-Z][A-Za-z]+)+|global|maritime|regional|human|cyberspace) )?"
SHARED = r"(?:shared|common) (?:future|destiny|interests|security|development|prosperity|values)"
COUNTED = r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) (?:Principles|Noes|No’s|Respects|Communities)"
POWERS = r"(?:international|major[- ]country|great[- ]power|state-to-state)"
WORD = r"[a-z]{1,30}"
SLOGANS = (
    r"African solutions (?:to|for) African problems|one country, two systems"
    r"|Europe whole(?:,)? (?:and )?free and at peace"
    r"|unity in diversity|leave no one behind|nothing about us without us"
)

# (rule, a word without which the pattern cannot match, pattern). Longer and more particular families first: a stretch
# of text is used once.
FAMILIES = (
    ("spirit", "pirit", rf"(?P<name>(?!(?:The|This|Team|Public|Holy|In|That|Our|Fighting)\b){NAME} (?:[Ss]pirit))\b"),
    (
        "community",
        "community",
        rf"(?P<name>{WHOSE}community (?:with|of) (?:a |an )?(?:(?:closer|bright|brighter) )?{SHARED}{FOR_WHOM})",
    ),
    (
        "community",
        "community",
        rf"(?P<name>(?:global )?community (?:of|with) {WORD}(?: {WORD}){{0,3}} for (?:us )?all)\b",
    ),
    ("community", "community", rf"[“\"](?:an? )?(?P<name>(?:{WORD} ){{1,4}}community)(?=,?[”\"])"),
    (
        "community",
        "community",
        rf"[“\"](?:an? )?(?P<name>(?:{WORD} ){{0,2}}community (?:of|with|for) {WORD}(?: {WORD}){{0,5}})(?=,?\.?[”\"])",
    ),
    ("principles", "", rf"(?P<name>{COUNTED} (?:of|for) {NAME})"),
    ("principles", "", r"(?P<name>Panchsheel|Ten Principles of Bandung|Bandung Principles)\b"),
    (
        "relations",
        "relation",
        rf"(?P<name>new (?:type|model|pattern) of {POWERS} relations?(?: between major countries)?)\b",
    ),
    (
        "changes",
        "changes",
        r"(?P<name>(?:(?:great|major|profound) )?changes (?:unprecedented|unseen|not seen) in a "
        r"(?:century|hundred years))\b",
    ),
    ("changes", "century", r"\b[Aa] (?P<name>century of (?:great )?changes)\b"),
    ("indo-pacific", "Indo-Pacific", rf"(?P<name>free(?:,| and) open(?:,? (?:and )?{WORD}){{0,4}}? Indo-Pacific)\b"),
    ("centrality", "centrality", r"(?P<name>[A-Z]{3,20}(?: unity and)? centrality)\b"),
    ("way", "ASEAN Way", r"(?P<name>ASEAN Way)\b"),
    (
        "doctrine",
        "Doctrine",
        rf"(?P<name>(?!(?:The|This|That|New|Our|Military|Nuclear|Security|Defen[cs]e|Naval)\b){NAME} Doctrine)\b",
    ),
    ("slogan", "", rf"(?P<name>{SLOGANS})\b"),
)

# A quoted noun phrase becomes a formula of its own when the text comes back to it so often.
RECURRENCE = 2
QUOTED = r"[“\"](?P<name>[a-zA-Z][\w’'-]{0,30}(?: [\w’'-]{1,30}){1,5})[,.]?[”\"]"

# What may stand between a wording and the list of its elements.
OPENERS = (
    r"(?:”|\"|’)?\s*(?:,\s*)?(?:which|that)\s+(?:\w+ly\s+)?(?:champions?|features?|advocates?|stands?\s+for|emphasi[sz]es?|highlights?|embodies|"
    r"consists?\s+of|comprises?|includes?|calls?\s+for|means|is\s+(?:based|built|founded)\s+on|is\s+characteri[sz]ed\s+by|is\s+defined\s+by)\s+",
    r"(?:”|\"|’)?\s*,?\s*(?:means|meaning|namely|i\.e\.|indicating|featuring|championing|consisting\s+of|comprising|characteri[sz]ed\s+by|"
    r"defined\s+by|based\s+on|built\s+on|encompassing|including)\s*,?\s+",
    r"(?:”|\"|’)?\s+of\s+",
    r"(?:”|\"|’)?\s*(?::|—|–|\()\s*",
)  # fmt: skip
# Items of a list of elements are short noun phrases.
LONGEST_ITEM = 7
FEWEST_ITEMS = 3
EMBODYING = r"(?:embod|epitomi[sz]|encapsulat|sum(?:s|med)? up|reflect|manifest)\w*"
# Heads of pictures, not of doctrines: "big family", "win-win".
FIGURES_OF_SPEECH = frozenset("family win house home bridge friend brother ship boat road".split())
