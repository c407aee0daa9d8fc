"""Where things stand in the drawings."""

from datetime import date

from secretariat.web.atlas import css_class, outlines, shapes
from secretariat.web.charts import axis, bars, extent
from secretariat.web.render import number, plain, safe_url, words


def change(party: str, time: str | None) -> dict[str, object]:
    return {"party": party, "time": time, "step": "acceded", "status": "member"}


def test_an_axis_keeps_order_and_leaves_the_undated_out() -> None:
    drawn = axis([change("GHA", "1975"), change("CPV", "1976-11"), change("MAR", None)], lane="party")
    assert drawn.lanes == ("GHA", "CPV")
    assert drawn.marks[0].x < drawn.marks[1].x and drawn.marks[0].width > drawn.marks[1].width > 0
    assert drawn.years[0][0] == 1975


def test_an_axis_of_nothing_is_empty() -> None:
    assert axis([change("MAR", None)], lane="party").marks == ()


def test_extent_takes_open_ends_from_the_other_end() -> None:
    assert extent(["2001-06-15/..", "2017"]) == (date(2001, 6, 15), date(2017, 12, 31))
    assert extent([]) == (None, None)


def test_bars_are_sorted_and_say_which_are_open() -> None:
    rows = [
        {"line": str(v), "args": {"value": v, "bound": b}} for v, b in ((8, "exact"), (2.2e9, "over"), (0, "exact"))
    ]
    found = bars(rows)
    assert [b["row"]["line"] for b in found] == ["2200000000.0", "8"]
    assert found[0]["width"] == 100 and [b["open"] for b in found] == [True, False]


def test_every_outline_is_drawable() -> None:
    for code, outline in outlines().items():
        assert len(code) == 3 and (outline.get("d", "").startswith("M") or len(outline["c"]) == 2)


def test_the_map_colours_the_roster_alone() -> None:
    drawn = {s.code: s for s in shapes([{"party": "MDV", "status": "dialogue-partner"}], {"MDV": "Maldives"})}
    assert (drawn["MDV"].status, drawn["MDV"].words) == ("partner", "Maldives: dialogue-partner")
    assert drawn["FRA"].status == "" and css_class("candidate") == "other"


def test_words_of_arguments() -> None:
    assert words({"value": 1500000000.0, "unit": "CNY", "bound": "over"}) == "over 1,500,000,000 CNY"
    assert words([{"name": "TKM", "capacity": "guest"}, "KAZ"]) == "TKM (guest), KAZ"
    assert number(0.5) == "0.5"


def test_what_a_document_brings_stays_text() -> None:
    assert "\u202e" not in plain("abc\u202edcba")
    assert safe_url("javascript:alert(1)") == "" and safe_url("https://a.example/") == "https://a.example/"
