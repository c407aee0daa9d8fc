"""Words of occasions, as data: nouns with the event type they name, verbs of holding, meeting, calling, visiting."""

from secretariat.kinds._phrases.words import word_set, words

NOUN_TYPES: dict[str, str] = {
    **dict.fromkeys(["summit"], "summit"),
    **dict.fromkeys(words(
        "meeting gathering convening engagement encounter ministerial retreat pull-aside luncheon audience"
    ), "meeting"),
    **dict.fromkeys(words("session plenary sitting"), "session"),
    "assembly": "assembly",
    **dict.fromkeys(words("consultation talk negotiation"), "consultations"),
    "dialogue": "dialogue", "dialog": "dialogue",
    "conference": "conference", "congress": "congress", "symposium": "symposium",
    "forum": "forum", "seminar": "seminar",
    "colloquium": "symposium", "roundtable": "roundtable", "webinar": "seminar",
    "workshop": "workshop", "briefing": "briefing",
    "hackathon": "workshop", "course": "training", "debate": "debate", "hearing": "hearing",
    "ceremony": "ceremony", "inauguration": "ceremony", "swearing-in": "ceremony",
    "commemoration": "ceremony", "reception": "ceremony",
    "celebration": "celebration", "parade": "parade", "rally": "rally",
    "referendum": "referendum", "election": "election",
    "visit": "visit", "trip": "visit", "tour": "visit", "mission": "mission",
    "call": "call", "conversation": "call", "teleconference": "call",
    "speech": "speech", "address": "speech", "remark": "speech", "keynote": "speech", "lecture": "speech",
    "exercise": "exercise", "drill": "exercise", "manoeuvre": "exercise", "maneuver": "exercise",
    "broadcast": "broadcast", "premiere": "premiere", "screening": "screening", "debut": "premiere",
    "exhibition": "exhibition", "festival": "festival", "expo": "exhibition", "fair": "exhibition", "games": "festival",
    "event": "event", "invasion": "invasion",
}  # fmt: skip
"""Singular head noun to event type (claims.md leaves the list open)."""

GATHERINGS = word_set(
    "summit meeting session assembly consultations dialogue conference congress symposium forum seminar "
    "roundtable workshop briefing training debate ceremony celebration parade rally exercise exhibition festival "
    "broadcast premiere screening event hearing"
)
SELF_EVIDENT = frozenset(
    {
        "summit",
        "meeting",
        "session",
        "symposium",
        "seminar",
        "roundtable",
        "workshop",
        "exercise",
        "ceremony",
        "celebration",
        "rally",
        "parade",
    }
)
"""A capitalised name with these heads is an occasion; a Dialogue, Forum or Congress may be a body."""
BODY_LIKE = frozenset(
    {
        "dialogue",
        "forum",
        "conference",
        "congress",
        "assembly",
        "mission",
        "consultations",
        "festival",
        "exhibition",
        "event",
        "debate",
        "training",
        "briefing",
        "hearing",
    }
)
TELEPHONE = frozenset({"telephone", "phone", "video", "videoconference", "conference", "telephonic", "secure"})

HOLD = word_set(
    "hold host convene organize organise co-host co-organize co-organise cohost stage conduct open inaugurate "
    "close conclude chair co-chair preside lead launch schedule kick commemorate celebrate mark"
)
"""Verbs of holding: their object is an occasion that happens because of the subject."""
TAKE_PART = word_set(
    "attend join address participate visit take observe watch receive include involve feature invite welcome call"
)
HOSTS = word_set("host co-host cohost")
ORGANISERS = word_set("organize organise co-organize co-organise convene sponsor co-sponsor")
HAPPEN = word_set("happen occur begin start open end close conclude pass feature bring")

MEET = word_set("meet convene gather reconvene assemble")
ABSTRACT_MET = word_set(
    "criterion requirement need demand condition target goal challenge standard deadline expectation obligation "
    "threat objective commitment aspiration moment responsibility test threshold resistance opposition approval "
    "success end eye quota"
)
"""What is met without a meeting."""
TRAVEL = word_set("travel head fly depart return journey")
SPEECH_VERBS = word_set("deliver give make")
SPEECH_NOUNS = word_set("speech address remark keynote lecture")
BROADCAST = word_set("broadcast air premiere televise screen")
CARGO = word_set("batch shipment consignment cargo delivery dose vaccine convoy aid tranche")
PLANNED_WORDS = word_set("upcoming forthcoming next future planned scheduled expected proposed")
RECENT_WORDS = word_set(
    "recent latest last previous landmark historic founding inaugural extraordinary emergency special regular annual"
)
UNCOUNTED = word_set(
    "any every each no some several many most all such few various other these those regular numerous both "
    "countless multiple"
)
ONLINE = frozenset(
    {"virtual", "online", "virtually", "videoconference", "videoconferencing", "videolink", "video-link", "video"}
)
AUDIENCES = word_set(
    "assembly parliament council congress summit conference session forum meeting symposium seminar nation delegate "
    "participant gathering ceremony senate bundestag duma plenary audience"
)
"""What is addressed in a speech; issues and challenges are addressed otherwise."""
AHEAD = (
    "ahead of",
    "in advance of",
    "lead up to",
    "look forward to",
    "looked forward to",
    "prepare for",
    "preparations for",
)
"""What is said before an occasion that is still to come."""
MEETING_TYPES = word_set("summit meeting session dialogue conference consultations forum assembly")
"""Types of which a body is the series and others the participants."""
