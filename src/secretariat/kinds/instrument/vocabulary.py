"""Words of instruments, as data: nouns with the type they name, verbs and nouns of doing with the step they tell."""

from secretariat.kinds._phrases.words import word_set, words

NOUN_TYPES: dict[str, str] = {
    **dict.fromkeys(words("declaration proclamation"), "declaration"),
    **dict.fromkeys(words("treaty pact"), "treaty"),
    **dict.fromkeys(words(
        "agreement accord accords arrangement compact contract deal framework settlement truce ceasefire "
        "armistice"
    ), "agreement"),
    "protocol": "protocol", "convention": "convention", "covenant": "convention",
    **dict.fromkeys(words("charter statute constitution"), "charter"),
    **dict.fromkeys(words("plan roadmap blueprint agenda programme program timetable"), "plan"),
    **dict.fromkeys(words("strategy vision concept doctrine"), "strategy"),
    **dict.fromkeys(words("memorandum mou moc moa"), "memorandum"),
    **dict.fromkeys(words(
        "statement communication communique communiqué principle guideline outcome document consensus"
    ), "statement"),
    **dict.fromkeys(words("resolution decision"), "resolution"),
    **dict.fromkeys(words("law act bill decree directive regulation legislation"), "law"),
    **dict.fromkeys(words("report paper review study"), "report"),
    **dict.fromkeys(words("message letter telegram note cable"), "message"),
    "policy": "policy", "treaties": "treaty", "amendment": "protocol", "annex": "protocol", "road map": "plan",
}  # fmt: skip
"""Singular head noun to instrument type."""

STRONG = word_set(
    "declaration treaty pact agreement accord accords protocol convention covenant charter memorandum mou moc moa "
    "communique communiqué"
)
"""Nouns that always name a text; the others do so only as object of a verb of the right sort or as a title."""
NEVER_ALONE = word_set(
    "programme program communication agenda outcome document consensus principle act review study paper "
    "settlement decision "
    "note cable concept vision arrangement deal"
)
"""Nouns that name a text only with a title of their own."""

STEPS: dict[str, str] = {
    **dict.fromkeys(words("sign initial ink co-sign conclude countersign"), "signed"),
    **dict.fromkeys(words("adopt approve endorse pass accept finalize finalise enact"), "adopted"),
    **dict.fromkeys(words("issue release publish unveil send yield promulgate"), "issued"),
    **dict.fromkeys(["ratify"], "ratified"),
    **dict.fromkeys(words("extend renew"), "in-force"),
    **dict.fromkeys(words("announce launch"), "issued"),
    "establish": "proposed",
    **dict.fromkeys(words("propose draft negotiate table prepare"), "proposed"),
}
"""Verb to step. Deliberately without "reach": an agreement reached is a meeting of minds, not yet a text."""
ENACT = word_set("enter come take go")
"""First words of "enter into force", "take effect", "come into effect"."""

NOMINALS: dict[str, str] = {
    "signing": "sign", "signature": "sign", "conclusion": "conclude", "adoption": "adopt",
    "approval": "approve", "endorsement": "endorse",
    "ratification": "ratify", "finalization": "finalize", "finalisation": "finalize",
    "issuance": "issue", "publication": "publish",
    "release": "release", "launch": "launch", "announcement": "announce", "preparation": "prepare",
    "drafting": "draft", "negotiation": "negotiate", "extension": "extend", "renewal": "renew",
}  # fmt: skip
ACCEPTS: dict[str, frozenset[str]] = {
    "message": word_set("send issue publish"),
    "report": word_set("issue release publish adopt approve endorse unveil launch"),
    "law": word_set("sign adopt pass approve enact issue promulgate ratify"),
    "resolution": word_set("adopt pass approve propose draft endorse table sign negotiate"),
    "statement": word_set(
        "adopt issue release publish sign approve endorse yield extend negotiate propose finalize finalise "
        "announce prepare draft"
    ),
}
"""Verbs that make an instrument of these types; any verb of STEPS does for the others."""
SAYING = word_set(
    "say state read call affirm reaffirm stipulate provide commit bind oblige declare recognise recognize stress note"
)
