"""Events, bodies, people, wordings, figures and commitments: what is one line and what is a dispute."""

from reconciling import history, line, paper, readings, step, told
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from secretariat.reconcile.fold import likeness, same_person
from secretariat.reconcile.series import ordinal
from secretariat.reconcile.weigh import table


def two_founders(source: Document) -> list[Claim]:
    """Two founders that the paper's first sentence names."""
    words = source.text.splitlines()[0]
    return [step(source, words, party, "founded", "2001") for party in ("CHN", "RUS")]


def counted(source: Document, sentence: str, value: int, bound: str) -> Claim:
    """A count of the SCO's member states."""
    unit = {"unit": "states", "of": "member states", "subject": "sco"}
    return told(source, sentence, "figure", value=value, bound=bound, **unit)


def test_one_symposium_told_for_two_days() -> None:
    own = paper(
        "The SCO symposium took place on 24 June 2021 at the harbour hotel.",
        published="2021-07-01",
        publisher="University of Examples",
    )
    late = paper("The SCO symposium was held on 15 June 2021.", published="2021-11-01", publisher="Example Portal")
    name = "Twenty Years of the SCO: Past and Future"
    one = told(own, own.text, "event", time="2021-06-24", type="symposium", name=name, place="Harbour Hotel")
    two = told(
        late,
        late.text,
        "event",
        time="2021-06-15",
        type="symposium",
        name="Twenty Years of the Shanghai Cooperation Organization:Past and Future",
    )
    found = history([own, late], [one, two])
    (conflict,) = found.conflicts
    assert (conflict.type, readings(conflict)[1]) == ("date", "2021-06-24")
    assert line(found, one).against == (two.id,)


def test_numbered_meeting_is_the_summit_of_its_year() -> None:
    one = paper("The 22nd meeting of the SCO Heads of State Council is over.", published="2022-12-01")
    two = paper("The SCO summit in Samarkand in 2022 was long.", published="2023-01-01")
    number = told(
        one,
        one.text,
        "event",
        type="meeting",
        name="22nd meeting of the SCO Heads of State Council",
        ordinal=22,
        series="Council of Heads of State of the SCO",
    )
    city = told(
        two, two.text, "event", time="2022", type="summit", name="Samarkand summit", series="sco", place="Samarkand"
    )
    found = history([one, two], [number, city])
    assert line(found, number) == line(found, city)
    assert (line(found, city).args["ordinal"], line(found, city).args["place"]) == (22, "Samarkand")


def test_what_a_text_dates_to_a_rejected_day_inherits_the_doubt() -> None:
    own = paper("The SCO forum opened on 24 June 2021.", published="2021-06-25", publisher="University of Examples")
    late = paper(
        "The SCO forum opened on 15 June 2021.",
        "A film of the SCO was first shown on 15 June 2021.",
        published="2021-12-01",
    )
    name = "SCO Harbour Forum"
    film = told(
        late,
        "A film of the SCO was first shown on 15 June 2021.",
        "event",
        time="2021-06-15",
        type="premiere",
        name="Harbour Film",
    )
    found = history(
        [own, late],
        [
            told(own, own.text, "event", time="2021-06-24", type="forum", name=name),
            told(late, "The SCO forum opened on 15 June 2021.", "event", time="2021-06-15", type="forum", name=name),
            film,
        ],
    )
    assert line(found, film).disputed


def test_announced_meeting_is_a_gap() -> None:
    source = paper("The SCO summit will meet in Astana in 2030.", published="2029-01-01")
    found = history(
        [source],
        [
            told(
                source,
                source.text,
                "event",
                time="2030",
                type="summit",
                series="sco",
                place="Astana",
                modality="planned",
            )
        ],
    )
    assert [g.kind for g in found.gaps] == ["unconfirmed"]


def test_anniversary_gives_the_founding_year() -> None:
    source = paper("The SCO harbour area marked its fifth anniversary in June 2023.", published="2023-06-20")
    claim = told(
        source, source.text, "body", time="2023-06", name="SCO Harbour Area", type="project", step="anniversary"
    )
    found = history([source], [claim])
    (derived,) = [entry for entry in found.lines if entry.args["step"] == "established"]
    assert (derived.time.edtf if derived.time else "", derived.claims) == ("2018-06~", (claim.id,))
    assert any(g.kind == "undated" for g in found.gaps)


def test_two_seats_of_one_organ() -> None:
    one = paper(
        "The Regional Anti-Terrorist Structure of the SCO sits in Tashkent.",
        published="2012-01-01",
        publisher="Ministry of Examples",
    )
    two = paper("RATS of the SCO (Bishkek).", published="2018-01-01", publisher="Example Portal")
    found = history(
        [one, two],
        [
            told(one, one.text, "body", name="Regional Anti-Terrorist Structure", step="exists", place="Tashkent"),
            told(two, two.text, "body", name="RATS", step="exists", place="Bishkek"),
        ],
    )
    (conflict,) = found.conflicts
    assert (conflict.type, readings(conflict)) == ("place", (["Tashkent", "Bishkek"], "Tashkent"))


def test_a_renaming_is_no_second_founding() -> None:
    source = paper("The SCO union was founded in 2009.", "It took its new name in 2021.", published="2021-12-01")
    found = history(
        [source],
        [
            told(
                source,
                "The SCO union was founded in 2009.",
                "body",
                time="2009",
                name="Harbour Union of the SCO",
                step="established",
            ),
            told(
                source,
                "It took its new name in 2021.",
                "body",
                time="2021",
                name="Harbour Union of the SCO",
                step="established",
                predecessor="Harbour Council",
            ),
        ],
    )
    assert found.conflicts == ()


def test_a_promised_body_that_works_fulfils_the_promise() -> None:
    source = paper(
        "China will set up an SCO harbour institute.", "The SCO harbour institute works.", published="2020-01-01"
    )
    promise = told(
        source,
        "China will set up an SCO harbour institute.",
        "commitment",
        actor="CHN",
        object="set up an SCO Harbour Institute",
        status="promised",
        modality="promised",
    )
    body = told(source, "The SCO harbour institute works.", "body", name="SCO Harbour Institute", step="operating")
    found = history([source], [promise, body])
    assert line(found, body).fulfils == line(found, promise).id
    assert not [g for g in found.gaps if g.kind == "undelivered"]


def test_a_promise_without_delivery_is_a_gap() -> None:
    source = paper("China promised the SCO a harbour fund.", published="2020-01-01")
    found = history(
        [source],
        [
            told(
                source,
                source.text,
                "commitment",
                actor="CHN",
                object="harbour fund for the SCO",
                status="promised",
                modality="promised",
            )
        ],
    )
    assert [g.kind for g in found.gaps] == ["undelivered"]


def test_delivery_points_to_its_promise_of_the_same_taker() -> None:
    source = paper(
        "China promised boats.",
        "China sent boats to Nepal.",
        "China sent boats to Oman.",
        title="The SCO",
        published="2020-01-01",
    )
    args = {"actor": "CHN", "object": "harbour boats"}
    promise = told(
        source, "China promised boats.", "commitment", **args, beneficiary="NPL", status="promised", modality="promised"
    )
    kept = told(source, "China sent boats to Nepal.", "commitment", **args, beneficiary="NPL", status="delivered")
    other = told(source, "China sent boats to Oman.", "commitment", **args, beneficiary="OMN", status="delivered")
    found = history([source], [promise, kept, other])
    assert (line(found, kept).fulfils, line(found, other).fulfils) == (line(found, promise).id, "")


def test_definitions_of_one_wording_are_compared_element_by_element() -> None:
    one = paper("The Shanghai Spirit of the SCO is mutual trust, equality and consultation.", published="2010-01-01")
    two = paper("The Shanghai Spirit of the SCO: trust, equality, mutual consultations.", published="2012-01-01")
    three = paper("The Shanghai Spirit of the SCO is openness and justice.", published="2014-01-01")
    claims = [
        told(one, one.text, "formula", name="Shanghai Spirit", elements=["mutual trust", "equality", "consultation"]),
        told(
            two,
            two.text,
            "formula",
            name="Spirit of Shanghai",
            elements=["mutual trust", "equality", "mutual consultations"],
        ),
        told(three, three.text, "formula", name="Shanghai Spirit", elements=["openness", "justice"]),
    ]
    (conflict,) = history([one, two, three], claims).conflicts
    assert conflict.type == "wording"
    assert [len(s.claims) for s in conflict.sides] == [2, 1]


def test_two_people_in_one_office_at_once() -> None:
    one = paper("Nurlan Harbourov led the SCO from 2010 to 2015 as Secretary-General.", published="2016-01-01")
    two = paper("Bolat Canalov led the SCO from 2011 to 2014 as Secretary-General.", published="2016-06-01")
    args = {"office": "Secretary-General", "organisation": "sco", "step": "held"}
    claims = [
        told(one, one.text, "office", time="2010/2015", person="Nurlan Harbourov", **args),
        told(two, two.text, "office", time="2011/2014", person="Bolat Canalov", **args),
    ]
    (conflict,) = history([one, two], claims).conflicts
    assert (conflict.type, {s.reading for s in conflict.sides}) == ("name", {"Nurlan Harbourov", "Bolat Canalov"})


def test_succession_within_a_year_is_no_conflict() -> None:
    one = paper("Nurlan Harbourov led the SCO from 2010 to 2012 as Secretary-General.", published="2016-01-01")
    two = paper("Bolat Canalov led the SCO from 2012 to 2015 as Secretary-General.", published="2016-06-01")
    args = {"office": "Secretary-General", "organisation": "sco", "step": "held"}
    claims = [
        told(one, one.text, "office", time="2010/2012", person="Nurlan Harbourov", **args),
        told(two, two.text, "office", time="2012/2015", person="Bolat Canalov", **args),
    ]
    assert history([one, two], claims).conflicts == ()


def test_count_above_the_named_is_a_gap_and_below_a_conflict() -> None:
    source = paper(
        "Members of the SCO are A and B since 2001.",
        "It has five member states.",
        "It has one member state.",
        published="2005-01-01",
    )
    named = two_founders(source)
    more = counted(source, "It has five member states.", 5, "exact")
    less = counted(source, "It has one member state.", 1, "exact")
    short = history([source], [*named, more])
    over = history([source], [*named, less])
    assert short.conflicts == () and "unnamed" in {g.kind for g in short.gaps}
    assert [(c.type, readings(c)[0]) for c in over.conflicts] == [("count", ["1", "2"])]


def test_a_lower_bound_is_met_by_more() -> None:
    source = paper(
        "Members of the SCO are A and B since 2001.", "It has over one member state.", published="2005-01-01"
    )
    named = two_founders(source)
    count = counted(source, "It has over one member state.", 1, "over")
    assert history([source], [*named, count]).conflicts == ()


def test_ordinals_are_read_in_figures_and_words() -> None:
    assert [ordinal(t) for t in ("22nd meeting", "twenty-third meeting", "fourth summit", "summit")] == [
        22,
        23,
        4,
        None,
    ]


def test_people_are_one_under_transliterations_and_not_under_likeness() -> None:
    assert same_person("Zhang De Guang", "Zhang Deguang") and same_person("Imanaliyev", "Muratbek Imanaliev")
    assert not same_person("Zhang De Guang", "Zhang Ming") and not same_person("Nurgaliyev", "Nurlan")
    assert likeness(("anti", "terrorist"), ("anti", "terrorism")) == 1.0


def test_every_weight_has_a_reason() -> None:
    data = table()
    rows = [*data["directness"], *data["closeness"], *data["exactness"], *data["factor"].values(), data["base"]]
    assert all(isinstance(r["weight"], int) and len(r["reason"]) > 8 for r in rows)
