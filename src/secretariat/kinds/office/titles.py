"""Titles of office as data: head nouns, what may stand before them, and which are held by states in rotation."""

from __future__ import annotations

HEADS = frozenset(
    """president vice-president minister minster premier chancellor secretary secretary-general director
    director-general chairman
    chairwoman chairperson chair co-chair vice-chair ambassador envoy representative commissioner governor mayor
    senator congressman congresswoman king
    queen emir sultan prince speaker spokesperson spokesman spokeswoman advisor adviser coordinator co-ordinator
    administrator
    commander chief head leader judge prosecutor counsel rector dean professor undersecretary under-secretary
    counsellor counselor
    consul attaché negotiator sherpa treasurer inspector rapporteur manager officer general admiral deputy
    moderator ombudsman comptroller auditor registrar superintendent vice-chairman vice-minister co-director
    co-founder""".split()
)
"""Nouns that name an office anywhere."""
ROLES = frozenset(
    """researcher scholar analyst expert diplomat economist delegate scientist lawmaker legislator deputy
        historian academic specialist politician""".split()
)
"""Professions: an office where person and employer are both named ("an analyst at the Institute of ...")."""
PLURALS = {
    "secretaries": "secretary",
    "secretaries-general": "secretary-general",
    "chairmen": "chairman",
    "co-chairs": "co-chair",
    "attorneys": "attorney",
}
BEFORE = frozenset(
    """vice deputy assistant acting interim first second third prime foreign defence defense finance interior
    permanent special executive
    senior chief principal under crown high supreme national security homeland state general managing associate regional
    founding honorary rotating current incumbent new newly outgoing incoming former ex-president then late
    then-vice then-president trade
    press external home economic energy health justice education culture environment transport agriculture commerce
    treasury deputy-director military naval commanding resident non-resident full-time co-chairing sous lead
    attorney under- political legal scientific
    research project programme program policy department division desk bureau staff presidential royal federal
    provincial""".split()
)
"""Lower-case words that belong to a title when they stand before its head."""
FORMER = frozenset({"former", "ex", "ex-", "late", "previous", "onetime", "erstwhile"})
COMING = frozenset({"designate", "elect", "nominee", "president-elect", "secretary-designate", "minister-designate"})
CHAIRS = frozenset(
    {
        "chair",
        "chairmanship",
        "presidency",
        "chairperson-in-office",
        "chairman-in-office",
        "co-chairmanship",
        "stewardship",
    }
)
"""What rotates among states."""
NATIONAL = frozenset(
    {
        "president",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emir",
        "sultan",
        "prince",
        "secretary",
        "speaker",
        "ambassador",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "leader",
        "senator",
    }
)
"""Offices of a state where nothing else is said."""
