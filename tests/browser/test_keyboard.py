"""Goal 12: everything can be done by keyboard, and one always sees where one is."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator

from cvcgen.publish.addresses import PageKind
from tests.browser.controls import filter_ranking, sort_ranking
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.visiting import PHONE, WIDE, Size, Visit, Visitor
from tests.browser.waiting import becomes, settle, wait_until

GOAL = "Goal 12, keyboard"
TABS_TO_FIRST_ROW = 20
MANY_TABS = 120
SHOWN = """[...document.querySelectorAll('main table.ranking tbody tr')]
  .filter((row) => row.checkVisibility()).length"""
FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")


Walk = Callable[[SitePage, bool], tuple[dict[str, Any], ...]]
"""Each stop of a page from its first to its last, on a phone or in a wide window."""


@pytest.fixture(scope="module")
def walk(visitor: Visitor) -> Walk:
    """Tabs through a page when it is first asked for."""

    @cache
    def tab_through(page: SitePage, on_phone: bool) -> tuple[dict[str, Any], ...]:
        size = PHONE if on_phone else WIDE
        with visitor.fresh(visitor.address(page), viewport=size) as visit:
            return tuple(stops(visit))

    return tab_through


@pytest.fixture
def ranking(built_site: BuiltSite) -> SitePage:
    page = built_site.of_kind("ranking", "fr")
    assert page
    return page


def stops(visit: Visit, limit: int = MANY_TABS) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of Tab, until it leaves the page."""
    for _press in range(limit):
        visit.page.keyboard.press("Tab")
        focus = visit.page.evaluate(FOCUS)
        if focus is None:
            return
        yield focus


def press_until(visit: Visit, key: str, value: object) -> dict[str, Any]:
    """Tabs to the first stop whose fact has that value; `...` is any value."""
    passed = []
    for focus in stops(visit):
        if focus[key] == value or (value is ... and focus[key]):
            return focus
        passed.append(focus["name"])
    pytest.fail(f"{GOAL}: no stop has {key} {value}; passed {passed}")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=str)
def test_first_project_is_few_tabs_away(
    visitor: Visitor, ranking: SitePage, size: dict[str, int]
) -> None:
    with visitor.fresh(visitor.address(ranking), viewport=size) as visit:
        passed = []
        for focus in stops(visit, TABS_TO_FIRST_ROW):
            if focus["inRow"]:
                break
            passed.append(focus["name"])
        else:
            pytest.fail(f"{GOAL}: no row within {TABS_TO_FIRST_ROW} stops: {passed}")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/projets/*.html*")


def test_skip_link_comes_first_and_leads_to_the_content(
    visitor: Visitor, ranking: SitePage
) -> None:
    with visitor.fresh(visitor.address(ranking)) as visit:
        first = next(stops(visit))
        assert first["href"] == "#main"
        assert first["inWindow"]
        assert first["seen"]
        visit.page.keyboard.press("Enter")
        wait_until(visit.page, "location.hash === '#main'")
        settle(visit.page)
        assert next(stops(visit))["inMain"]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=str)
def test_focus_is_always_seen(built_site: BuiltSite, walk: Walk, size: Size) -> None:
    findings = []
    for page in built_site.types("fr"):
        if not page.language:  # 404.html has the browser's own focus
            continue
        for focus in walk(page, size == PHONE):
            lacks = [fact for fact in ("inWindow", "seen", "outlined") if not focus[fact]]
            if lacks:
                findings.append(f"{page}: {focus['name']} is not {', '.join(lacks)}")
    no_findings(GOAL, findings)


def test_language_changes_on_the_same_page(
    built_site: BuiltSite, visitor: Visitor, walk: Walk
) -> None:
    for page in built_site.types("fr"):
        if page.language and page.kind != PageKind.EMBED:  # a part of somebody's page
            [href, *_] = [
                stop["href"] for stop in walk(page, False) if stop["hreflang"] == "en"
            ]
            visit = visitor.visit(visitor.address(page))
            english = visit.page.locator("a[hreflang=en]").first
            assert english.get_attribute("href") == href
            expected = english.evaluate("link => link.href")
            english.press("Enter")  # in the focus, where Tab has brought the walk
            visit.page.wait_for_url(expected)


def test_a_reason_is_reached(
    built_site: BuiltSite, visitor: Visitor, ranking: SitePage
) -> None:
    """From the ranking to a project, and from its score to the reasons for it."""
    with visitor.fresh(visitor.address(ranking)) as visit:
        press_until(visit, "inRow", True)
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/projets/*.html*")
        anchor = visit.page.locator("main a[href^='#']").first.get_attribute("href")
        press_until(visit, "href", anchor)
        visit.page.keyboard.press("Enter")
        section = visit.page.locator(anchor)
        assert section.locator("table").first.is_visible()
        becomes(visit.page, lambda: is_in_view(section), True)


def is_in_view(section: Locator) -> bool:
    """Whether it begins where a reader sees it."""
    box = section.bounding_box()
    return box is not None and -1 <= box["y"] < WIDE["height"]


def test_filtering_narrows_and_clearing_brings_all_back(
    visitor: Visitor, ranking: SitePage
) -> None:
    """Whatever the case and the accents; the address, opened anew, shows the same rows."""
    with visitor.fresh(visitor.address(ranking)) as visit:
        before = rows_shown(visit)
        filter_ranking(visit, "RELEVE")
        narrowed = rows_shown(visit)
        assert 0 < narrowed < before
        with visitor.fresh(visit.page.url) as again:
            wait_until(again.page, f"{SHOWN} === {narrowed}")
        visit.page.keyboard.press("ControlOrMeta+a")
        visit.page.keyboard.press("Delete")
        wait_until(visit.page, "!location.hash.includes('q=')")
        assert rows_shown(visit) == before
        assert visit.complaints == []


def test_nothing_found_says_so(visitor: Visitor, ranking: SitePage) -> None:
    with visitor.fresh(visitor.address(ranking)) as visit:
        filter_ranking(visit, "zzzzz")
        live = visit.page.locator("main :is([role=status], output, [aria-live])")
        assert any(text.strip() for text in live.all_inner_texts()), f"{GOAL}: silence"


def test_sorting_reorders_the_rows(visitor: Visitor, ranking: SitePage) -> None:
    with visitor.fresh(visitor.address(ranking)) as visit:
        names = visit.page.locator("main table.ranking tbody th a")
        before = names.all_inner_texts()
        sort_ranking(visit)
        after = names.all_inner_texts()
        assert after != before
        assert sorted(after) == sorted(before)


def rows_shown(visit: Visit) -> int:
    return int(visit.page.evaluate(SHOWN))
