"""Goal 12: everything can be done by keyboard, and one always sees where one is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cvcgen.publish.addresses import PageKind
from tests.browser.controls import filter_ranking, sort_ranking
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.visiting import PHONE, WIDE, Visit, Visitor
from tests.browser.waiting import wait_until

GOAL = "Goal 12, keyboard"
TABS_TO_FIRST_ROW = 20
MANY_TABS = 120
SHOWN = """[...document.querySelectorAll('main table.ranking tbody tr')]
  .filter((row) => row.checkVisibility()).length"""
FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")


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
        assert next(stops(visit))["inMain"]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=str)
def test_focus_is_always_seen(
    built_site: BuiltSite, visitor: Visitor, size: dict[str, int]
) -> None:
    findings = []
    for page in built_site.types("fr"):
        if not page.language:  # 404.html stands in the browser's own style
            continue
        with visitor.fresh(visitor.address(page), viewport=size) as visit:
            for focus in stops(visit):
                lacks = [fact for fact in ("inWindow", "seen", "outlined") if not focus[fact]]
                if lacks:
                    findings.append(f"{page}: {focus['name']} is not {', '.join(lacks)}")
    no_findings(GOAL, findings)


def test_language_changes_on_the_same_page(built_site: BuiltSite, visitor: Visitor) -> None:
    for page in built_site.types("fr"):
        if page.language and page.kind != PageKind.EMBED:  # a part of somebody's page
            english = visitor.visit(visitor.address(page)).page.locator("a[hreflang=en]").first
            expected = english.evaluate("link => link.href")
            with visitor.fresh(visitor.address(page)) as visit:
                press_until(visit, "hreflang", "en")
                visit.page.keyboard.press("Enter")
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
        box = section.bounding_box()
        assert box
        assert -1 <= box["y"] < WIDE["height"], f"{GOAL}: the reasons are not in view: {box}"


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
