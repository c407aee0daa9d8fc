"""Words of undertaking: what binds its subject, what shows that it is being done, and what is delivered.

All data. Each class is a statement about the word's meaning; the weights of the filter (weights.json) are learned.
"""

from __future__ import annotations

# Verbs that perform the undertaking when their subject is an actor: "pledged to", "agreed to", "resolved to".
PERFORMATIVE = frozenset(
    """commit pledge promise undertake vow resolve swear decide determine agree recommit""".split()
)
# Verbs that announce an intention; what they announce is planned as well as promised.
INTENDING = frozenset("intend plan endeavor endeavour".split())
# Adjectives of readiness under "be", "remain", "stand".
READY = frozenset("ready willing prepared determined committed resolved dedicated bound".split())
COPULAS = frozenset("be remain stay stand become feel".split())
# Nouns of undertaking: "commitment to", "a pledge to", "the agreement to".
NOUNS = frozenset(
    """commitment pledge promise resolve resolution determination vow undertaking
    intention intent agreement plan""".split()
)
# Verbs under which such a noun is restated rather than told of.
RESTATING = frozenset(
    """reaffirm affirm reiterate renew restate underscore underline stress emphasize emphasise express confirm
    reconfirm announce make convey demonstrate declare voice note highlight share have reflect signal""".split()
)
ANNOUNCING = frozenset("announce unveil declare".split())
# Verbs that hand something over, or spend it on somebody. In the past or perfect with an object they are deliveries.
GIVING = frozenset(
    """provide deliver donate give grant send supply lend invest allocate contribute disburse award fund finance
    train ship dispatch transfer distribute mobilize mobilise offer hand equip evacuate build construct support
    earmark appropriate pay pair sponsor impose isolate""".split()
)
PLAIN_GIVING = frozenset(
    """provide deliver donate give grant send supply lend invest allocate contribute disburse award fund finance
    ship dispatch distribute""".split()
)
# What "deliver", "provide", "give", "send" hand over when they only speak or occasion something.
INTANGIBLE = frozenset(
    """speech remark remarks address message statement report letter opportunity chance example answer reason
    greeting congratulation condolence signal update briefing overview impetus basis platform lecture keynote
    testimony verdict judgment welcome interview way rise boost insight view information evidence proof""".split()
)
# Nouns of delivery, with "by" for the giver and "to" for the receiver.
GIFTS = frozenset(
    """donation delivery provision grant loan financing assistance contribution supply investment funding aid
    support package fund contribution facility credit scholarship""".split()
)
# Verbs in the present progressive that tell of something being carried out.
DOING = frozenset(
    """work launch provide lead stand build develop establish implement fund train support partner invest expand
    deploy deliver take make set create help finance donate construct double increase commit award contribute
    mobilize""".split()
)
# "will V" with these verbs tells of an occasion, a state of affairs or a speech, not of an undertaking.
OCCASION = frozenset(
    """attend host meet visit travel hold convene participate speak address discuss join gather celebrate mark
    depart arrive return chair welcome receive sign deliver-remarks say tell note talk see hear know think
    believe take-place occur happen be become have include consist remain feature mean need require come go
    begin start end last stay stop appear follow pass ask miss benefit announce fit focus commemorate exchange
    enjoy serve grow save suffer fail succeed choose decide feel move play watch try consult acknowledge do tout
    cover concern involve comprise revolve
    walk turn represent limit reconvene yield reaffirm affirm love like want term face get find lose win look
    expect hope want allow depend reach""".split()
)
# Verbs whose complement is the thing undertaken: "will continue to support X" undertakes to support X.
LIGHT = frozenset("continue work endeavor endeavour seek strive begin start aim try move".split())
TRANSPARENT = frozenset("continue endeavor endeavour seek strive work try".split())

# Subjects that cannot undertake anything: occasions, texts, ideas, weather.
INERT = frozenset(
    """meeting summit conference forum symposium event visit trip call discussion dialogue session exercise
    ceremony statement declaration document treaty agreement memorandum resolution report charter law act
    decision article text year day week month time decade century future world situation cooperation
    relationship partnership development growth trade investment peace security stability challenge issue threat
    crisis pandemic climate change war conflict number rate share price cost level effort step measure action
    result outcome progress success work process idea vision concept spirit principle value goal objective
    target theme focus topic agenda role it this that there what which who she he anyone everyone everybody
    nobody someone thing change example experience question answer region area country people citizen child
    woman man student worker family american viewer audience""".split()
)
# Subjects of which undertakings are typical, whatever their name.
ACTORS = frozenset(
    """government administration ministry department agency bank fund corporation company secretariat commission
    council union organisation organization association bloc group alliance ally allies party parties leader
    president minister side member state partner delegation participant co-chair chair head initiative programme
    program centre center network taskforce force mission coalition consortium institute foundation embassy
    parliament congress senate advisor adviser secretary country nation team office authority""".split()
)
WE = frozenset({"we", "i"})
THEY = frozenset({"they", "he", "she", "it"})
MODALS = frozenset({"will", "shall", "would", "ll"})
# An object keeps at least so many words when comments are cut off it.
SHORTEST = 5
# First words of comments after a comma.
COMMENTING = frozenset(
    """consistent including such in while as with based drawing through particularly especially notably""".split()
)
JOINTLY = frozenset("together jointly closely hand".split())
# "will explore ways to", "will seek opportunities to": what is looked for is not yet undertaken.
SEEKING = frozenset("explore seek consider examine study discuss find identify pursue look search".split())
SOUGHT = frozenset("way opportunity option possibility avenue means path idea chance method".split())
# "will drive growth", "will spur innovation": effects that a speaker claims; nobody alone brings them about.
DRIVING = frozenset("drive spur unlock boost fuel stimulate power generate inspire".split())
DRIVEN = frozenset(
    """growth innovation prosperity productivity competitiveness progress recovery potential demand economy change
    industry creativity resilience""".split()
)
# What is talked about is a topic, whoever is committed to it: "discussed their commitment to".
TALKING = frozenset(
    "discuss debate consider review examine exchange explore question doubt criticise criticize mention recall".split()
)
FOUNDING = frozenset(
    """establish create launch open build set found form introduce develop convene appoint host construct""".split()
)
# What things do by themselves: with these the subject is a cause, not an actor.
EFFECTS = frozenset(
    """improve enhance strengthen help enable allow ensure facilitate increase reduce deepen promote contribute
    guarantee yield bring benefit lead boost foster make advance send revoke limit serve""".split()
)
# Nouns that undertake something only under such a verb.
STATED_BY = {
    "plan": frozenset("announce unveil have confirm reveal".split()),
    "agreement": frozenset("be reach conclude have announce sign".split()),
    "resolution": frozenset("reaffirm affirm express reiterate".split()),
}
# Occasions that may be undertaken by promise ("committed to convene"), though "will convene" only plans them.
PLANNED_OCCASIONS = frozenset("hold convene host attend meet visit conduct participate travel".split())
# Abstract nouns by their endings: qualities and processes undertake nothing.
ABSTRACT = ("ness", "tion", "sion", "ment", "ity", "ance", "ence", "ism", "ship")
# What a government says it is making when it praises itself.
PRAISE = frozenset(
    """progress opportunity investment step effort action difference role way strides gain change history
    leadership result impact headway question commitment approach priority sense room space place time decision choice
    advantage lead""".split()
)
# Words that make "will" a question: "how the companies will fit in".
ASKING = frozenset({"how", "whether", "why", "when", "if", "where", "what"})
SECOND = frozenset({"you", "your", "i", "my", "folks", "everybody", "anybody"})
# "provide B with A": the direct object receives.
EQUIPPING = frozenset("provide supply equip assist help present".split())
# Nouns of a deed of giving; "support by" and "investment by" tell of an attitude or a business as often.
HANDED_OVER = frozenset("donation delivery provision grant loan contribution gift".split())
# Verbs whose "to" leads to a receiver.
TO_SOMEBODY = (
    PLAIN_GIVING | EQUIPPING | GIFTS | HANDED_OVER | frozenset("extend offer transfer distribute lease share".split())
)
# Nouns that look like processes and are people all the same.
RECEIVING = frozenset("population community generation contingent resident constituent university entity".split())
# "agreed to admit B", "decided to appoint C" are decisions on membership and office, which have kinds of their own.
DECIDED = frozenset("accept admit invite appoint elect suspend expel readmit reinstate nominate reappoint name".split())
STATUS_WORDS = frozenset("status membership member observer partner accession suspension".split())
# Objects of which no reader could say whether they came about.
VAGUE = frozenset("unity energy spirit friendship vigour vigor vitality momentum dream impetus harmony wisdom".split())
