"""Identities: what must be one, what must stay two, what is left open. Own examples; the labelled ones are below."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from secretariat.link import Identities, Link, identify
from secretariat.model.claim import Claim
from secretariat.model.document import Document
from told import claim, document


def one(found: Identities, *places: tuple[Claim, str]) -> bool:
    homes = {i.id if (i := found.of(c.id, path)) else path for c, path in places}
    return len(homes) == 1


def head(doc: str, person: str, office: str, organisation: str, at: int = 0, **more: str) -> Claim:
    return claim(doc, "office", at, person=person, office=office, organisation=organisation, step="holds", **more)


def test_two_spellings_with_one_office_are_one_person() -> None:
    a = head("a", "Nurgaliyev", "Secretary-General", "sco")
    b = head("b", "Bolat Nurgaliev", "Secretary General", "sco")
    found = identify([a, b])
    assert one(found, (a, "person"), (b, "person"))
    identity = found.of(a.id, "person")
    assert identity is not None and identity.names == ("Bolat Nurgaliev", "Nurgaliyev")
    assert "secretary general of sco" in " ".join(identity.reasons)


def test_two_of_one_name_stay_two_and_are_left_open() -> None:
    a = head("a", "Zhang Wei", "ambassador", "FRA")
    b = head("b", "Zhang Wei", "director", "Nanjing Dairy Institute")
    found = identify([a, b])
    assert not one(found, (a, "person"), (b, "person"))
    assert [k.score for k in found.open] == [0.6]


def test_a_family_name_alone_needs_the_office() -> None:
    a, b = head("a", "Karimov", "minister", "TJK"), head("b", "Islam Karimov", "President", "UZB")
    assert not one(identify([a, b]), (a, "person"), (b, "person"))


def test_a_short_name_that_fits_two_people_joins_neither() -> None:
    short = head("a", "Bush", "President", "USA")
    two = [head("b", "George Bush", "President", "USA"), head("c", "Barbara Bush", "President", "USA")]
    found = identify([short, *two])
    assert not any(one(found, (short, "person"), (c, "person")) for c in two)
    assert len(found.open) == 2


def test_a_name_after_a_title_is_the_person_of_the_document() -> None:
    full = head("a", "Jens Stoltenberg", "Secretary General", "nato")
    said = claim("a", "statement", 40, source="Mr. Stoltenberg", content=[[1, 2]])
    assert one(identify([full, said]), (full, "person"), (said, "source"))


def test_a_bare_full_name_needs_a_common_organisation() -> None:
    said = [claim(d, "statement", source="Ana Lopez", content=[[1, 2]]) for d in "ab"]
    alone = identify(said)
    assert not one(alone, (said[0], "source"), (said[1], "source"))
    assert [k.score for k in alone.open] == [0.7]
    about = [head(d, n, "minister", "nato", 50) for d, n in (("a", "Jo Berg"), ("b", "Kim Dahl"))]
    together = identify([*said, *about])
    assert one(together, (said[0], "source"), (said[1], "source"))


def test_a_longer_full_name_or_one_publisher_is_enough() -> None:
    said = [claim(d, "statement", source="Maria Ana Lopez Cruz", content=[[1, 2]]) for d in "ab"]
    assert one(identify(said), (said[0], "source"), (said[1], "source"))
    papers = [Document(f"{t} spoke.", t, publisher="Example Wire") for t in ("a", "b")]
    short = [claim(d.id, "statement", source="Ana Lopez", content=[[1, 2]]) for d in papers]
    assert one(identify(short, papers), (short[0], "source"), (short[1], "source"))


def test_a_telling_word_is_no_shortening() -> None:
    a, b = body("a", "Lake Chad Regional Water Board"), body("a", "Lake Chad Water Board", 40)
    c, d = body("b", "Niger Basin Water Quality Board"), body("b", "Niger Basin Water Board", 40)
    found = identify([a, b, c, d])
    assert not one(found, (a, "name"), (b, "name"))
    assert one(found, (c, "name"), (d, "name"))


def test_unnamed_sources_never_meet_across_documents() -> None:
    a = claim("a", "statement", source="a senior official", content=[[1, 2]])
    b = claim("b", "statement", source="a senior official", content=[[1, 2]])
    c = claim("a", "statement", 90, source="a senior official", content=[[5, 9]])
    found = identify([a, b, c])
    assert not one(found, (a, "source"), (b, "source"))
    assert one(found, (a, "source"), (c, "source"))


def test_chairing_states_are_parties() -> None:
    a, b = head("a", "KGZ", "chair", "sco"), head("b", "KGZ", "chairmanship", "sco")
    found = identify([a, b])
    assert one(found, (a, "person"), (b, "person"))
    assert found.of_type("person") == ()


def body(doc: str, name: str, at: int = 0, **more: object) -> Claim:
    return claim(doc, "body", at, name=name, step="exists", **more)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ASEAN Centre for Energy", "ASEAN Center of Energy"),
        ("China-ASEAN Vocational Training Area", "China-ASEAN vocational training zone"),
        ("African Union Research Programme", "AU Research Program"),
        ("Regional Anti-Terrorist Structure", "Regional Counter-Terrorism Structure"),
    ],
)
def test_one_body_in_two_styles(a: str, b: str) -> None:
    x, y = body("a", a), body("b", b)
    assert one(identify([x, y]), (x, "name"), (y, "name"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ASEAN Centre for Energy", "ASEAN Centre for Biodiversity"),
        ("Institute of Strategic Studies", "Institute of Contemporary Strategic Studies"),
        ("Arctic Development Initiative", "Arctic Security Initiative"),
    ],
)
def test_look_alikes_stay_two(a: str, b: str) -> None:
    x, y = body("a", a), body("b", b)
    assert not one(identify([x, y]), (x, "name"), (y, "name"))


def test_a_plain_name_in_two_places_is_two_bodies() -> None:
    x, y = body("a", "Nobel Workshop", place="Oslo"), body("b", "Nobel Workshop", place="Lagos")
    z = body("c", "Nobel Workshop", place="Nigeria")
    found = identify([x, y, z])
    assert not one(found, (x, "name"), (y, "name"))
    assert one(found, (y, "name"), (z, "name"))


def test_an_acronym_the_text_defines() -> None:
    text = document("The Baltic Institute for Energy Research (BIER) opened.", "a")
    x, y = body(text.id, "Baltic Institute for Energy Research"), body(text.id, "BIER", 40)
    assert one(identify([x, y], [text]), (x, "name"), (y, "name"))


def summit(doc: str, at: int = 0, *, time: str = "", **more: object) -> Claim:
    return claim(doc, "event", at, type="summit", time=time, **more)


def test_number_year_and_place_are_one_summit() -> None:
    by_number = summit("a", name="22nd SCO summit", series="sco", ordinal=22)
    by_place = summit("b", name="Samarkand summit", series="sco", place="Samarkand")
    dated = summit("c", time="2022-09-16", name="SCO summit", series="sco", place="Samarkand")
    other = summit("d", name="23rd SCO summit", series="sco", ordinal=23)
    found = identify([by_number, by_place, dated, other])
    assert one(found, (by_number, "event"), (by_place, "event"), (dated, "event"))
    assert not one(found, (by_number, "event"), (other, "event"))


def test_a_place_that_met_twice_dates_nothing() -> None:
    undated = summit("a", name="Tashkent summit", series="sco", place="Tashkent")
    some = [
        summit(d, time=t, name="SCO summit", series="sco", place="Tashkent")
        for d, t in (("b", "2010-06-11"), ("c", "2016-06-24"))
    ]
    found = identify([undated, *some])
    assert not any(one(found, (undated, "event"), (s, "event")) for s in some)


def test_one_title_with_two_dates_is_one_event() -> None:
    a = claim(
        "a", "event", type="symposium", name="Thirty Years of the Black Sea Energy Compact: Lessons", time="2021-05-03"
    )
    b = claim(
        "b", "event", type="symposium", name="Thirty Years of the Black Sea Energy Compact:Lessons", time="2021-05-12"
    )
    assert one(identify([a, b]), (a, "event"), (b, "event"))


def test_wordings_in_translation_and_scopes() -> None:
    names = ("community with a shared future for mankind", "community of common destiny for humanity")
    a, b = (claim(d, "formula", name=n) for d, n in zip("ab", names, strict=True))
    c = claim("c", "formula", name="SCO community with a shared future")
    found = identify([a, b, c])
    assert one(found, (a, "name"), (b, "name"))
    assert not one(found, (a, "name"), (c, "name"))


def test_what_a_person_settled_holds() -> None:
    a, b = head("a", "Zhang Wei", "ambassador", "FRA"), head("b", "Zhang Wei", "director", "Nanjing Dairy Institute")
    (left,) = identify([a, b]).open
    settled = Link(left.first, left.second, 1.0, "same biography", same=True)
    assert one(identify([a, b], decided=[settled]), (a, "person"), (b, "person"))
    c = head("c", "Zhang Wei", "ambassador", "FRA")
    apart = Link(left.first, identify([c]).all[0].references[0], 1.0, "father and son", same=False)
    assert not one(identify([a, c], decided=[apart]), (a, "person"), (c, "person"))


def test_order_of_arrival_does_not_matter() -> None:
    claims = [
        head(d, n, "Secretary-General", "sco")
        for d, n in zip("abc", ("Norov", "Vladimir Norov", "Mr. Norov"), strict=True)
    ]
    claims += [body(d, "ASEAN Centre for Energy") for d in "abc"]
    wanted = identify(claims)
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert identify(claims) == wanted


@pytest.fixture(scope="module")
def bench(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_identities", root / "bench" / "identities.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_identities"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_rows_of_the_conflict_lists(bench: ModuleType, shared: Path) -> None:
    gold = bench.load_gold(shared=shared)
    found = identify(gold.claims, gold.documents)
    assert [row for row in bench.judge_rows(found) if not row[-1]] == []
    precision, recall = bench.b_cubed(found, {r["claim"]: r["person"] for r in bench.table("people")})
    assert precision >= 99 and recall >= 90
