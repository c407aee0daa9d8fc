"""Words by which actors are told from things, people from titles, and signatories from subjects."""

from __future__ import annotations

import re

PARTY_TYPES = frozenset(
    {"state", "territory", "organisation", "bank", "group", "government", "union", "other", "organ"}
)
# Words that may stand around the names of a coordination without making it something else.
JOINING = frozenset("and , & the both as well of government governments".split())
JOINT = re.compile(
    r"\b(joint|leaders|ministers)\b.{0,40}\b(statement|declaration|communiqu[eé]|vision|press release)\b"
    r"|\bcommuniqu[eé]\b",
    re.I | re.S,
)
# What follows is the subject of the text, not who signed it.
ABOUT = re.compile(r"\s(?:on|about|regarding|concerning|announcing|condemning|following|to|in|at|for)\s|:\s", re.I)
FIRST_PERSON = frozenset("we us our ours i my me".split())
PEOPLE = frozenset(
    """leader side minister president party ally partner country government delegation participant head member
    state official ambassador secretary advisor adviser chair co-chair organisation organization ministry nation
    spokesman spokesperson expert union bloc group bank bloc council commission secretariat administration""".split()
)
TITLES = frozenset(
    """President Vice Prime Minister Chancellor Secretary General Secretary-General Foreign Defence Defense Finance
    Deputy King Queen Ambassador Director Chairman Chair Chairwoman Chairperson Mr Mrs Ms Dr Sir Madam Senator
    Governor Premier Leader Director-General Commissioner Representative Envoy Special Advisor Adviser National
    Security Homeland First Lady State Speaker Professor Excellency Emir Sultan Crown Prince Princess Chinese
    Russian Indian American British French German Japanese Ukrainian Turkish Kazakh Uzbek Kyrgyz Tajik Pakistani
    Iranian Belarusian Finnish Polish Estonian European High Acting Affairs Relations Trade Commerce Staff
    Policy Chief Interior Energy Honorable Honourable Hon Shri Smt Sheikh Sayyid His Her The""".split()
)
PARTICLES = frozenset("von van der den de la da dos del di bin ibn al el ten ter".split())
# A name: capitalised words and initials on one line or over one line end, with the particles that names contain.
_GAP = r"(?:[^\S\n]{0,3}\n?[^\S\n]{1,9}|\n)?"
_WORD = rf"(?:[A-Z][\w’'-]{{1,30}}|[A-Z]\.){_GAP}"
NAME = re.compile(rf"{_WORD}(?:(?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}{_WORD}){{1,5}}")
NOT_NAMES = frozenset({"adjective", "demonym", "member", "capital"})
# Last words of names of bodies, which look like surnames after a title ("European Parliament").
ORGANS = frozenset(
    """parliament court agency office department fund forum service army navy guard force house congress senate
    cabinet embassy mission university institute academy museum press news times party""".split()
)
# Heads of capitalised names that act for nobody.
THINGS = frozenset(
    """dialogue framework partnership initiative summit conference forum agreement declaration statement plan
    strategy act law treaty programme program project group compact pact charter fund roadmap agenda protocol
    year day""".split()
)
TITLE_NOUNS = frozenset(
    """president minister chancellor secretary director chairman chairwoman chairperson chair ambassador king queen
    governor premier commissioner envoy spokesman spokeswoman spokesperson secretary-general general speaker
    colleague counterpart adviser advisor senator official analyst expert scholar researcher""".split()
)
# An office of a state is not the state: "the Brazilian government" keeps its words.
OFFICES = re.compile(r"\b(?:government|administration|authorities)\b", re.I)
HOST = re.compile(r"^[a-z]+://([^/]+)", re.I)
# Internet domains under which only a state's own offices publish.
GOVERNMENT = (
    (re.compile(r"\.(?:gov|mil)$"), "USA"),
    (re.compile(r"\.(?:gov|gob|gouv|gub|gc|go|govt|government|mil|kremlin|bund)\.([a-z]{2})$"), ""),
)
DOMAINS = dict(
    pair.split("=")
    for pair in """uk=GBR au=AUS nz=NZL in=IND jp=JPN cn=CHN ru=RUS fr=FRA de=DEU ca=CAN kr=KOR za=ZAF ke=KEN ng=NGA
    br=BRA
    mx=MEX pk=PAK kz=KAZ uz=UZB kg=KGZ tj=TJK ir=IRN tr=TUR sg=SGP my=MYS id=IDN ph=PHL vn=VNM th=THA it=ITA
    es=ESP pl=POL ua=UKR eg=EGY sa=SAU ae=ARE""".split()
)
