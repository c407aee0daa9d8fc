"""Words of bodies, as data: nouns with the type they name, verbs and nouns of founding, opening, ending."""

from secretariat.kinds._phrases.words import word_set, words

NOUN_TYPES: dict[str, str] = {
    **dict.fromkeys(
        words(
            "organisation organization institute institution university centre center bank agency secretariat council "
            "committee commission court tribunal academy school college museum embassy consulate mission office "
            "foundation "
            "association union league federation confederation base headquarters station hospital clinic library "
            "structure "
            "organ bloc parliament assembly observatory laboratory ministry authority corporation company "
            "chamber bureau directorate department subsidiary branch unit"
        ),
        "institution",
    ),
    **dict.fromkeys(
        words(
            "mechanism taskforce group dialogue fund facility platform forum partnership hotline board consortium "
            "framework panel subcommittee council track working-group force working roundtable hub clearinghouse system"
        ),
        "mechanism",
    ),
    **dict.fromkeys(
        words("programme program fellowship scholarship course series curriculum internship scheme"),
        "programme",
    ),
    **dict.fromkeys(words("project zone area park pilot"), "project"),
    **dict.fromkeys(
        words("initiative campaign alliance network coalition pledge compact challenge drive movement pathway"),
        "initiative",
    ),
    **dict.fromkeys(
        words(
            "railway railroad pipeline port bridge road highway motorway expressway cable canal tunnel airport "
            "dam plant "
            "line terminal corridor grid route link reactor refinery interconnector ferry"
        ),
        "infrastructure",
    ),
}  # fmt: skip
"""Singular head noun to body type."""
NOUN_TYPES |= {"council": "institution", "working": "mechanism", "roundtable": "mechanism", "service": "infrastructure"}

STRONG = word_set(
    "organisation organization institute institution university centre center bank agency secretariat committee "
    "commission court tribunal academy museum embassy consulate foundation association council mechanism "
    "taskforce fund "
    "facility platform consortium programme program fellowship initiative campaign alliance network coalition railway "
    "railroad pipeline bridge highway cable tunnel airport corridor hotline hub board parliament hospital terminal"
)
"""Nouns that name a body also in small letters, once something qualifies them ("a joint development fund")."""
LOOSE = word_set(
    "mission office unit system structure force group area line link route community union base company department "
    "partnership framework dialogue series course project zone park forum scheme panel service plant port "
    "road station school"
)
"""Nouns that name a body in small letters only when qualified by more than an adjective, or under a founding verb."""
NEVER = word_set(
    "relation relations tie committee-of-the-whole condition opportunity job record goal target "
    "government time history "
    "environment basis foundation-stone precedent rule standard order world future space market peace trust contact"
)

STEPS: dict[str, str] = {
    **dict.fromkeys(
        words("establish found create form constitute launch reestablish re-establish institute proclaim"),
        "established",
    ),
    **dict.fromkeys(["set up", "stand up", "start up"], "established"),
    **dict.fromkeys(words("inaugurate open reopen"), "opened"),
    **dict.fromkeys(words("announce unveil promise pledge"), "announced"),
    **dict.fromkeys(["propose", "put forward", "initiate"], "proposed"),
    **dict.fromkeys(words("build construct develop"), "under-construction"),
    **dict.fromkeys(words("complete commission"), "opened"),
    **dict.fromkeys(
        ["dissolve", "abolish", "disband", "liquidate", "terminate", "shut down", "wind up", "close down"], "ended"
    ),
    **dict.fromkeys(words("operate operationalise operationalize run"), "operating"),
}
"""Verb, with its particle, to step."""
VERBS = frozenset(v.split()[0] for v in STEPS)
NOMINALS: dict[str, str] = {
    "establishment": "establish", "creation": "create", "launch": "launch", "formation": "form", "founding": "found",
    "foundation": "found", "inauguration": "inaugurate",
    "opening": "open", "reopening": "reopen", "launching": "launch",
    "construction": "construct", "dissolution": "dissolve", "abolition": "abolish",
    "unveiling": "unveil", "setting": "set up",
}  # fmt: skip
FOUNDING = word_set("establish found create form constitute launch reestablish re-establish institute set stand")

ANNIVERSARY = word_set("anniversary jubilee")
BECOMES_MADE = word_set("become")
EXAMPLES = ("such as", "including", "like", "namely")
LOCATED = word_set("base headquarter locate sit house situate")
STARTS_WORK = word_set("work operation operations activity activities service functioning business")

DEFINING = word_set(
    "organ body institution organisation organization agency bank lender fund mechanism programme program "
    "initiative network "
    "platform forum project structure centre center group council committee alliance partnership "
    "university institute think "
    "tank corridor railway pipeline coalition association commission court"
)
"""Heads of a predicate that says what a body is ("X is a permanent organ of Y")."""
LISTING = word_set(
    "mechanism project initiative programme program institution organ body agency platform network "
    "corridor partnership fund railway pipeline route service centre center"
)
"""Plural heads whose examples are bodies ("projects such as A, B and C")."""
ORGANS = word_set("organ body institution agency organs bodies institutions agencies structures")
UNDERTAKINGS = word_set(
    "initiative programme program partnership fellowship network fund facility platform campaign scheme"
)
"""Bodies that are made for a purpose: what they will do tells that they have been announced."""
