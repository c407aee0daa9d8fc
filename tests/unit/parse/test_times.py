"""What an expression is, what it means, and what a claim takes from it. Our own sentences, true calendar facts."""

import pytest

from secretariat.model.time import Edtf
from secretariat.parse.times import find_times

TUESDAY = "2023-07-04"


def read(text, *, published=TUESDAY, mode="news", kinds=("DATE", "TIME", "DURATION", "SET")):
    times = find_times(text, published=published, mode=mode)
    return [(text[t.start : t.end], t.value) for t in times if t.type in kinds]


def edtf(text, *, published=TUESDAY):
    return [t.edtf for t in find_times(text, published=published)]


CALENDAR = [
    ("Ghana ratified the protocol on 3 February 2019.", [("3 February 2019", "2019-02-03")]),
    ("It was dated the 17th of June, 1992.", [("the 17th of June, 1992", "1992-06-17")]),
    ("It entered into force on Oct. 7, 2002.", [("Oct. 7, 2002", "2002-10-07")]),
    ("See 2021-07-02, 14.06.2006, 7/26/21 and 2021年7月26日.", [
        ("2021-07-02", "2021-07-02"), ("14.06.2006", "2006-06-14"), ("7/26/21", "2021-07-26"),
        ("2021年7月26日", "2021-07-26"),
    ]),
    ("The union was founded in the 1960s.", [("the 1960s", "196")]),
    ("It grew in the 21st century.", [("the 21st century", "20")]),
    ("Trade fell in the third quarter of 2021.", [("the third quarter of 2021", "2021-Q3")]),
    ("Trade rose in the first half of 2022.", [("the first half of 2022", "2022-H1")]),
    ("The canal opened in the winter of 1994.", [("the winter of 1994", "1994-WI")]),
    ("Athens surrendered in 404 BC.", [("404 BC", "BC0404")]),
    ("It was nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
    ("The assembly sat on the last Friday of May 2019.", [("the last Friday of May 2019", "2019-05-31")]),
    ("Easter Sunday 2024 was early.", [("Easter Sunday 2024", "2024-03-31")]),
    ("Good Friday 2021, May Day 1890 and Africa Day 1963.", [
        ("Good Friday 2021", "2021-04-02"), ("May Day 1890", "1890-05-01"), ("Africa Day 1963", "1963-05-25"),
    ]),
    ("They sat on 12, 13 and 14 May 2021.", [("12", "2021-05-12"), ("14 May 2021", "2021-05-14")]),
    ("It came on March 4<sup>th</sup>, 2020.", [("March 4<sup>th</sup>, 2020", "2020-03-04")]),
    ("The end came on 15 March. They left.", [("15 March", "2023-03-15")]),
    ("He left in Jan. She stayed.", [("Jan.", "2023-01")]),
    ("It grew in Q3 2012 and H1 2020.", [("Q3 2012", "2012-Q3"), ("H1 2020", "2020-H1")]),
    ("They met in May and June 2021.", [("May", "2021-05"), ("June 2021", "2021-06")]),
    ("It fell in late 1985, in the mid-1990s.", [("late 1985", "1985"), ("the mid-1990s", "199")]),
    ("The rock is 65 million years old.", []),
]  # fmt: skip

RELATIVE = [
    (
        "The ministers met on Friday and will meet again on Monday.",
        [("Friday", "2023-06-30"), ("Monday", "2023-07-10")],
    ),
    ("The council convened in June.", [("June", "2023-06")]),
    ("It convened in September.", [("September", "2022-09")]),
    ("It will convene in September.", [("September", "2023-09")]),
    ("It must be done by February.", [("February", "2024-02")]),
    ("Yesterday they left.", [("Yesterday", "2023-07-03")]),
    ("Two weeks ago they left.", [("Two weeks ago", "2023-W25")]),
    ("They left 28 years ago.", [("28 years ago", "1995")]),
    ("They left last week.", [("last week", "2023-W26")]),
    ("They left early last year.", [("early last year", "2022")]),
    ("This summer the choir tours.", [("This summer", "2023-SU")]),
    ("On June 6 last year they left.", [("June 6 last year", "2022-06-06")]),
    ("On 24 June it opened; on the 26th it closed.", [("24 June", "2023-06-24"), ("the 26th", "2023-06-26")]),
    ("It was held on Sunday, January 1.", [("Sunday, January 1", "2023-01-01")]),
    ("They arrived on Thursday night.", [("Thursday night", "2023-06-29TNI")]),
    ("They rang at 9:30 p.m. Monday.", [("9:30 p.m. Monday", "2023-07-03T21:30")]),
    ("The accord was signed on 2 September.", [("2 September", "2022-09-02")]),
    ("They will visit Rome on 14 May.", [("14 May", "2024-05-14")]),
    ("They left the day before yesterday.", [("the day before yesterday", "2023-07-02")]),
    ("In the weeks before they had met.", [("weeks", "PXW")]),
    ("They now meet; the rest is in the future.", [("now", "PRESENT_REF"), ("the future", "FUTURE_REF")]),
]

AMOUNTS = [
    ("It took three and a half hours.", [("three and a half hours", "PT3H30M")]),
    ("It took about a decade.", [("about a decade", "P10Y")]),
    ("It took at least 25 years.", [("at least 25 years", "P25Y")]),
    ("It took several days.", [("several days", "PXD")]),
    ("A five-year plan and a ten year loan.", [("five-year", "P5Y"), ("ten year", "P10Y")]),
    ("The bloc grows to eight\nSixteen years passed.", [("Sixteen years", "P16Y")]),
    ("It took ten years in the early years.", [("ten years", "P10Y"), ("the early years", "PXY")]),
    ("In the following weeks they wrote at night.", [("the following weeks", "PXW"), ("night", "XXXX-XX-XXTNI")]),
    ("On the second day it rained; for a while all slept.", [("the second day", "XXXX-XX-XX"), ("a while", "PXX")]),
    ("Half an hour passed.", [("Half an hour", "PT30M")]),
    ("Every two years the office reports daily.", [("Every two years", "P2Y"), ("daily", "P1D")]),
    ("Each Thursday they meet.", [("Each Thursday", "XXXX-WXX-4")]),
    ("It costs $40 a day.", [("a day", "P1D")]),
]

NO_TIME = [
    "General May said 2000 people may march.",
    "The school has 1997 pupils.",
    "Resolution 1973 costs $2010; see No. 2022-24.",
    "See https://example.org/2025/03/25/story-of-2024 there.",
    "Three-quarters of it, a quarter of that.",
    "He came second, in the fall of the dice.",
    "A 20-year-old student waited as soon as possible.",
    "The Secretary-General thanked the Council.",
]


@pytest.mark.parametrize(("text", "expected"), [*CALENDAR, *RELATIVE, *AMOUNTS])
def test_finds_and_normalises(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_leaves_what_is_no_time(text):
    assert read(text) == []


CLAIM_TIMES = [
    ("The bridge has carried traffic since March 2018.", ["2018-03/.."]),
    ("The agreement applies from 1 January 2025 onwards.", ["2025-01-01/.."]),
    ("Broadcasts start from October 27.", ["2023-10-27/.."]),
    ("Since it was launched in 2018, the route has grown.", ["2018/.."]),
    ("They must report by the end of 2024.", ["../2024"]),
    ("It was done no later than 2011.", ["../2011"]),
    ("Construction ran from 2009 to 2014.", ["2009/2014", "2009/2014"]),
    ("The plan covers 2023–2027.", ["2023/2027", "2023/2027"]),
    ("A budget for 2024-26 was agreed.", ["2024/2026", "2024/2026"]),
    ("Between 2015 and 2020 exports doubled.", ["2015/2020", "2015/2020"]),
    ("They met on Sept. 15–16, 2022.", ["2022-09-15/2022-09-16"] * 2),
    ("He served from 2003 until at least 2013.", ["2003/2013", "2003/2013"]),
    ("He has served since 2013; Ms Ba 2019- present.", ["2013/..", "2019/.."]),
    ("They will stay from Monday to Wednesday.", ["2023-07-10/2023-07-12"] * 2),
    ("Vision 2035 and the 2063 Agenda were praised.", [None, None]),
    ("It ended on 3 May 2021. A week later it resumed.", ["2021-05-03", "2021-05-10/2021-05-16"]),
    ("A week later it resumed.", [None]),
    ("It ran from 29 June to 2 July 2019.", ["2019-06-29/2019-07-02"] * 2),
    ("Offices were set up over the past three years.", ["2020/2023"]),
    ("Over the past three and a half years it grew.", ["2020~/2023"]),
    ("Over the last year it grew.", ["2022/2023"]),
    ("They left last week.", ["2023-06-26/2023-07-02"]),
    ("They left 28 years ago.", ["1995~"]),
    ("They left a few weeks ago.", ["2023-06~"]),
    ("The mission will leave later this year.", ["2023-07-04/2023-12-31"]),
    ("The mission left earlier this month.", ["2023-07-01/2023-07-04"]),
    ("The upcoming summit will decide.", ["[2023-07-04..]"]),
    ("In the coming days they will leave.", ["[2023-07-04..]"]),
    ("This summer the choir tours.", ["2023-22"]),
    ("It fell in the third quarter of 2021.", ["2021-35"]),
    ("It grew in the 1990s.", ["199X"]),
    ("It took three years.", [None]),
    ("Prices were up 4 percent from 2019.", ["2019"]),
    ("Athens surrendered in 404 BC.", ["-0403"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAIM_TIMES)
def test_gives_the_edtf_that_a_claim_takes(text, expected):
    assert edtf(text) == expected
    for value in filter(None, expected):
        assert Edtf.parse(value)


def test_phrase_holds_the_preposition_and_the_whole_range():
    text = "Work went on starting from 2009 to 2014."
    assert {text[t.phrase_start : t.phrase_end] for t in find_times(text)} == {"starting from 2009 to 2014"}


def test_this_summit_is_an_anchor_without_a_date():
    (time,) = find_times("At this summit they adopted a plan.", published=TUESDAY)
    assert (time.type, time.anchor, time.edtf) == ("ANCHOR", "this summit", None)


def test_an_anniversary_tells_the_founding_as_an_inference():
    text = "In May, the fifth anniversary of the centre was marked."
    month, anniversary = find_times(text, published=TUESDAY)
    assert (month.edtf, anniversary.type, anniversary.value, anniversary.edtf) == (
        "2023-05",
        "ANNIVERSARY",
        "P5Y",
        "2018~",
    )


def test_without_a_document_date_relative_times_stay_open():
    text = "They met last Friday, on June 24, two years ago and on 9 May 2001; the upcoming visit is set."
    assert [t.edtf for t in find_times(text)] == [None, None, None, "2001-05-09", None]


def test_a_coarse_document_date_resolves_only_what_it_can():
    text = "They met yesterday, last week, last month and last year."
    assert [t.edtf for t in find_times(text, published="2023-07")] == [None, None, "2023-06", "2022"]


NARRATIVES = [
    ("The league met on 12 December 1911. In January it split.", "January", "1912-01"),
    ("In 1956 the dam was approved. Two years later work began.", "Two years later", "1958"),
    ("The siege began on 3 March 1862. The next day it rained.", "The next day", "1862-03-04"),
    ("It fell in April 1204. A plan for 1300 was lost. In May a council met.", "May", "1204-05"),
]


@pytest.mark.parametrize(("text", "words", "value"), NARRATIVES)
def test_a_narrative_counts_from_the_last_mention(text, words, value):
    assert dict(read(text, mode="narrative", published="2020-01-01"))[words] == value


def test_tags_decide_tense_where_they_are_given():
    text = "They shut the office in September."  # "shut" is present and past alike
    (tagged,) = find_times(text, published=TUESDAY, tokens=[(5, 9, "VBD")])
    assert (tagged.edtf, edtf(text)) == ("2022-09", ["2023-09"])


@pytest.mark.parametrize("published", ["", "yesterday", "2023-13-45", "20", "July"])
def test_an_unreadable_document_date_counts_as_none(published):
    assert edtf("They met last year.", published=published) == [None]
