"""The explorer in a real browser: what a person does in the first ten minutes, on a desk and on a phone."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
WIDTHS = [1280, 390]
PAGES = {
    "system": "/o/sco",
    "members": "/o/sco/members?on=2018-01-01",
    "timeline": "/o/sco/timeline",
    "document": "/d/2022-09-17-samarkand-summit",
    "conflicts": "/o/sco/conflicts",
    "commitments": "/o/sco/commitments",
    "formulas": "/o/sco/formulas",
    "procedure": "/o/sco/procedure?party=BLR&on=2022-12-01",
}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def tab(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": request.param, "height": 844})
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda r: outside.append(r.url) if not r.url.startswith(address) else None)
    page.on("pageerror", lambda error: outside.append(str(error)))
    page.on("console", lambda m: outside.append(m.text) if m.type == "error" else None)
    yield page
    assert outside == []
    context.close()


def test_the_first_page_shows_the_parts_and_leads_to_words(tab: Page) -> None:
    tab.goto("/")
    expect(tab).to_have_url(re.compile("/o/sco$"))
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Shanghai Cooperation Organisation")
    assert tab.locator(".tile").count() >= 14
    tab.locator(".tile .words a").first.click()
    expect(tab.locator(".text mark.here").first).to_be_visible()


def test_dragging_the_day_brings_india_and_pakistan_in(tab: Page) -> None:
    tab.goto("/o/sco/members?on=2016-06-01")
    roster = tab.locator("[data-roster]")
    india = tab.locator("[data-map] title", has_text=re.compile("^India: member"))
    expect(roster).to_contain_text("Kazakhstan")
    assert india.count() == 0
    slider = tab.locator("#slider")
    slider.focus()
    days = (date(2018, 6, 1) - date.fromisoformat(slider.get_attribute("data-first") or "")).days
    slider.evaluate("(s, v) => { s.value = v; s.dispatchEvent(new Event('input', {bubbles: true})); }", str(days))
    expect(tab.locator("[data-roster-status]")).to_contain_text("2018-06-01")
    expect(tab).to_have_url(re.compile("on=2018-06-01"))
    assert india.count() == 1
    for name in ("India", "Pakistan"):
        row = roster.locator("tr", has=tab.get_by_role("rowheader", name=name, exact=True))
        expect(row).to_contain_text("member")
    roster.locator("tr", has=tab.get_by_role("rowheader", name="India", exact=True)).get_by_text("its words").click()
    expect(tab.locator(".text mark.here").first).to_contain_text("India")


def test_a_conflict_shows_both_sides_in_their_sentences(tab: Page) -> None:
    tab.goto("/o/sco/conflicts")
    tab.get_by_role("link", name=re.compile("Iran")).first.click()
    assert tab.locator(".side").count() >= 2
    expect(tab.locator(".side.preferred")).to_have_count(1)
    for n in range(tab.locator(".side").count()):
        assert tab.locator(".side").nth(n).locator(".words").count() >= 1


def test_belarus_is_played_forward_with_a_supposed_step(tab: Page) -> None:
    tab.goto("/o/sco/procedure?party=BLR&on=2022-12-01")
    expect(tab.get_by_text("Stage reached")).to_contain_text("procedure-opened")
    tab.locator("#suppose").fill("BLR memorandum-signed 2022-11-30")
    tab.get_by_role("button", name="Play forward").click()
    expect(tab.get_by_text("Stage reached")).to_contain_text("memorandum-signed")


def test_search_finds_a_sentence_and_shows_it_in_its_text(tab: Page) -> None:
    tab.goto("/search?q=memorandum")
    tab.locator("main .words a").first.click()
    expect(tab.locator(".text mark.here").first).to_contain_text(re.compile("memorandum", re.IGNORECASE))


def test_the_keyboard_goes_from_claim_to_claim(tab: Page) -> None:
    tab.goto(PAGES["document"])
    tab.locator("main").click(position={"x": 2, "y": 2})
    tab.keyboard.press("j")
    first = tab.locator(".text mark.here").get_attribute("id")
    tab.keyboard.press("j")
    assert tab.locator(".text mark.here").get_attribute("id") != first


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_its_screen_and_axe_finds_nothing_serious(tab: Page, name: str, root: Path) -> None:
    tab.goto(PAGES[name])
    width = tab.viewport_size["width"]  # type: ignore[index]
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=folder / f"{name}-{width}.png", full_page=name != "document")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_reading_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/o/sco/members?on=2018-01-01")
    expect(page.locator("[data-roster]")).to_contain_text("India")
    page.get_by_label("On a day").fill("2016-06-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("[data-roster]")).to_contain_text("Roster on 2016-06-01")
    context.close()
