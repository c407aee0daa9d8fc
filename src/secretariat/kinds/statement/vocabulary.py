"""Words that report speech and thought, by what they may govern.

A verb of CLAUSE reports only with a clause or a quotation ("said that"); one of CONTENT also with a noun phrase that
spells the content out ("stressed the importance of"). Verbs that perform an undertaking are commitments.
"""

from __future__ import annotations

CLAUSE = frozenset(
    """say tell state declare announce inform add explain argue answer reply respond claim insist maintain remark
    comment observe point write report recall remember believe think consider hope expect fear feel doubt warn
    predict suggest deny admit confirm assert contend reveal disclose mention conclude estimate agree
    communicate convey understand show indicate ask propose recommend demand hold reckon assess quote stress
    emphasize emphasise resolve""".split()
)
CONTENT = frozenset(
    """underscore underline emphasize emphasise stress highlight note acknowledge recognize recognise affirm
    reaffirm reiterate restate welcome hail applaud commend praise condemn denounce deplore congratulate convey
    express voice recall regret reject oppose criticize criticise appreciate underscore lament endorse expect
    summarize summarise regard""".split()
)
# With these prepositions the verb reports a demand; its object is what is demanded, or of whom.
DEMANDING = {"call": frozenset({"for", "on", "upon"}), "appeal": frozenset({"for", "to"}), "comment": frozenset({"on"})}
URGING = frozenset("urge exhort implore encourage".split())
# Nouns inside "express NOUN": the content is what the noun governs, not the noun.
ATTITUDES = frozenset(
    """hope confidence support concern belief view conviction appreciation opinion expectation fear""".split()
)
# Nouns of speech with a clause: "India's announcement that", "a recognition that".
SAYINGS = frozenset(
    """announcement statement declaration claim view belief recognition warning remark assertion""".split()
)
# Welcoming or congratulating a person is an act of courtesy; only welcoming a thing takes a position on it.
COURTESY = frozenset("welcome congratulate thank praise commend applaud appreciate".split())
PARTICLES = frozenset({"out", "up"})
PARTICLE_VERBS = {"point": "out", "sum": "up"}
# Subjects that cannot speak, unless the clause is what a text says.
TEXTS = frozenset(
    """statistics figure data report document study survey policy strategy statement declaration resolution
    agreement memorandum""".split()
)
MUTE = frozenset(
    """it this that which there what investment partnership meeting summit outcome result effort experience history
    event action measure program programme project alliance initiative progress fact example step lot some
    anybody somebody everybody nobody anyone one press-corps people folks guy guys kid""".split()
)
# Weak verbs report only with an explicit "that".
WEAK = frozenset("hold show indicate feel resolve find reckon understand add write".split())
FIRST = frozenset({"i", "we", "you", "me", "us", "q"})
QUOTING = frozenset("""write tell call describe term dub label go read cite embrace stress add continue""".split())
# "according to law" names a standard, not a speaker.
STANDARDS = frozenset(
    """law principle rule plan schedule tradition need standard norm regulation procedure requirement priority
    custom order criterion""".split()
)
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship")
# Bodies whose nouns end like those of processes.
BODIES = frozenset(
    """delegation organization organisation administration government parliament commission mission association
    federation corporation institution foundation coalition opposition union embassy ministry department agency
    university community authority""".split()
)
# Verbs whose object is who is told.
TELLING = frozenset("tell inform remind assure warn notify advise".split())
