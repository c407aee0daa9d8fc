"""Words of quantity: numerals, bounds, currencies, and the nouns that numbers stand beside without counting them.

All data. Currency codes are ISO 4217; the number words are those of English press prose, with lakh and crore.
"""

from __future__ import annotations

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}

# A plural magnitude names an order, not a number (claims.md: dozens 24, hundreds 200); above that no value is given.
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": None, "billions": None}
VAGUE_HEADS = ("tens of thousands", "hundreds of thousands", "tens of millions", "hundreds of millions",
               "tens of billions", "hundreds of billions", "thousands of millions")  # fmt: skip

# "several dozen" is as vague as "dozens".
VAGUE_PHRASES = {
    f"{some} {one}": many
    for some in ("several", "a few", "few", "many")
    for one, many in (("dozen", "dozens"), ("hundred", "hundreds"), ("thousand", "thousands"), ("million", "millions"))
}

FRACTIONS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}

# Longest first where one is the beginning of another: the reader tries them in this order.
BOUNDS_BEFORE = (
    ("no fewer than", "at-least"), ("no less than", "at-least"), ("not fewer than", "at-least"),
    ("not less than", "at-least"), ("a minimum of", "at-least"), ("at least", "at-least"), ("at minimum", "at-least"),
    ("no more than", "at-most"), ("not more than", "at-most"), ("a maximum of", "at-most"), ("at most", "at-most"),
    ("up to", "at-most"), ("as many as", "at-most"), ("as much as", "at-most"), ("not exceeding", "at-most"),
    ("well over", "over"), ("just over", "over"), ("slightly over", "over"), ("a little over", "over"),
    ("slightly more than", "over"), ("more than", "over"), ("greater than", "over"), ("higher than", "over"),
    ("in excess of", "over"), ("upwards of", "over"), ("exceeding", "over"), ("exceeded", "over"),
    ("surpassing", "over"),
    ("surpassed", "over"), ("over", "over"), ("above", "over"),
    ("just under", "under"), ("fewer than", "under"), ("less than", "under"), ("lower than", "under"),
    ("under", "under"), ("below", "under"),
    ("close to", "nearly"), ("nearly", "nearly"), ("almost", "nearly"), ("approaching", "nearly"),
    ("an estimated", "about"), ("estimated at", "about"), ("approximately", "about"), ("in the region of", "about"),
    ("on the order of", "about"), ("around", "about"), ("roughly", "about"), ("about", "about"), ("circa", "about"),
    ("some", "about"), ("approx.", "about"), ("approx", "about"), ("ca.", "about"), ("around about", "about"),
)  # fmt: skip
BOUNDS_AFTER = (
    ("or more", "at-least"), ("and more", "at-least"), ("or above", "at-least"), ("or so", "about"),
    ("or fewer", "at-most"), ("or less", "at-most"),
)  # fmt: skip
FILLERS = ("a total of", "a combined", "a further", "an additional", "another", "a record", "an initial", "a whopping")

CURRENCY_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "C$": "CAD",
    "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR",
    "£": "GBP", "¥": "CNY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₦": "NGN", "₺": "TRY", "₴": "UAH", "₸": "KZT",
    "₫": "VND", "฿": "THB", "₱": "PHP", "GH₵": "GHS", "Rs.": "INR", "Rs": "INR",
}  # fmt: skip
CURRENCY_CODES = {
    code: code
    for code in (
        "USD EUR GBP CNY JPY RUB INR AUD CAD NZD CHF KZT KGS TJS UZS TMT AZN AMD GEL BYN UAH TRY PKR LKR BDT NPR IRR "
        "IQD SAR AED QAR KWD BHD OMR EGP ZAR NGN GHS KES ETB TZS UGX RWF XOF XAF MAD TND DZD BRL ARS CLP COP PEN MXN "
        "IDR MYR SGD THB VND PHP KRW HKD TWD MNT MMK KHR LAK SEK NOK DKK PLN CZK HUF RON BGN RSD ISK ILS JOD LBP PGK "
        "FJD XDR"
    ).split()
} | {"RMB": "CNY", "US$": "USD", "SDR": "XDR", "SDRs": "XDR"}
# Words after the number. A nationality before the noun decides; alone, the noun's commonest owner does.
CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "ruble": "RUB", "rouble": "RUB",
    "rupee": "INR", "pound": "GBP", "tenge": "KZT", "som": "KGS", "sum": "UZS", "somoni": "TJS", "manat": "AZN",
    "dram": "AMD", "lari": "GEL", "hryvnia": "UAH", "lira": "TRY", "rial": "IRR", "riyal": "SAR", "dirham": "AED",
    "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "won": "KRW", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
    "peso": "MXN", "franc": "CHF", "krone": "NOK", "krona": "SEK", "kroner": "NOK", "kronor": "SEK",
    "zloty": "PLN", "tugrik": "MNT", "taka": "BDT",
    "birr": "ETB", "kyat": "MMK", "shekel": "ILS", "dinar": "KWD",
}  # fmt: skip
CURRENCY_OWNERS = {
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD", ("new zealand", "dollar"): "NZD", ("hong kong", "dollar"): "HKD",
    ("singapore", "dollar"): "SGD", ("pakistani", "rupee"): "PKR", ("sri lankan", "rupee"): "LKR",
    ("nepalese", "rupee"): "NPR", ("indian", "rupee"): "INR", ("cfa", "franc"): "XOF", ("swiss", "franc"): "CHF",
    ("egyptian", "pound"): "EGP", ("qatari", "riyal"): "QAR", ("omani", "rial"): "OMR", ("turkmen", "manat"): "TMT",
    ("belarusian", "ruble"): "BYN", ("danish", "krone"): "DKK", ("chilean", "peso"): "CLP",
    ("argentine", "peso"): "ARS",
    ("philippine", "peso"): "PHP", ("colombian", "peso"): "COP", ("iraqi", "dinar"): "IQD",
    ("moroccan", "dirham"): "MAD",
    ("jordanian", "dinar"): "JOD", ("kenyan", "shilling"): "KES",
}  # fmt: skip
PERCENT = ("percentage points", "percentage point", "per cent", "percent", "pct", "%")

# A number after one of these is a label, not a count.
LABELS = frozenset(
    """resolution resolutions article articles agenda chapter section sections paragraph paragraphs para annex no
    nos number phase protocol version page pages figure table flight route rule form title law directive
    regulation decree order step goal goals sdg sdgs target targets tier level type category class group mission
    vision horizon plan initiative compact track pillar part parts volume vol issue season episode round stage
    highway channel room suite box gate clause item point option model series boeing airbus windows covid sars
    decision declaration document schedule appendix lot zone corridor unit strategy age aged apollo expo euro
    session""".split()
)
# Nouns of time: a number of these is a duration, except where it is an age (see `judge`).
DURATIONS = frozenset(
    """year years month months week weeks day days hour hours minute minutes second seconds decade decades century
    centuries quarter quarters night nights weekend weekends""".split()
)
# Parties already on the scene: "the two sides" points back and counts nothing.
PARTIES = frozenset(
    """side sides country countries nation nations state states leader leaders president presidents minister
    ministers party parties partner partners government governments people peoples delegation delegations head
    heads official officials chairs co-chairs capital capitals ally allies power powers economy economies men
    women republic republics parliament parliaments organisation organisations organization organizations body
    bodies neighbour neighbours neighbor neighbors principal principals diplomat diplomats counterpart
    counterparts friend friends them us""".split()
)
# "at first hand", "on the one hand": numerals of idiom.
IDIOMS = (
    "on the one hand",
    "one another",
    "one by one",
    "one day",
    "24/7",
    "one-on-one",
    "9/11",
    "26/11",
    "one and all",
)
# Nouns too light to be counted for a record: "two things", "three times", "in four ways".
LIGHT = frozenset(
    """seq sec thing things way ways time times word words reason reasons hand hands question questions bit bits
    fold""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec""".split()
)
CLOCK = frozenset("am pm a.m a.m. p.m p.m. o'clock gmt utc cest cet est edt pdt pst hrs".split())
# Nouns whose plural looks like a singular. Any other singular noun after "two" is a modifier ("a two state solution").
INVARIANT = frozenset(
    """aircraft spacecraft personnel staff people crew series species headquarters police cattle fish sheep
    offspring crossroads means poor data vessels kilowatt megawatt gigawatt hectare kilometre kilometer metre
    meter mile tonne ton barrel hertz strong minority youth""".split()
)
RATES = frozenset(
    """year month week day hour person capita head household minute second kilometre kilometer tonne""".split()
)
BOUND_NAMES = ("exact", "about", "over", "under", "at-least", "at-most", "nearly", *VAGUE, "tens")
# Fewer words than this and a clause cannot be understood without its sentence.
SHORTEST_CLAUSE = 4
# Singular in form, several in number.
COLLECTIVES = frozenset("staff personnel police crew team workforce equipment".split())
