"""The controls of a ranking, found and worked by keyboard."""

import pytest
from playwright.sync_api import Locator

from tests.browser.visiting import Visit
from tests.browser.waiting import wait_until


def filter_ranking(visit: Visit, words: str) -> Locator:
    """Types the words into the filter and waits until the address says them; the filter."""
    box = reach_control(visit, "main input[type=search]", "filtering")
    box.press_sequentially(words)
    wait_until(visit.page, "location.hash.includes('q=')")
    return box


def sort_ranking(visit: Visit) -> None:
    """Presses the first header, which turns the order round, until the address says it."""
    reach_control(visit, "main table.ranking thead button", "sorting").press("Enter")
    wait_until(visit.page, "location.hash.includes('tri=')")


def reach_control(visit: Visit, selector: str, purpose: str) -> Locator:
    """The control, focused; a folded filter is unfolded first."""
    control = visit.page.locator(selector).first
    if not control.count():
        pytest.fail(f"the ranking has no control for {purpose}: {selector}")
    summary = visit.page.locator("main details:has(input, select) > summary").first
    if not control.is_visible() and summary.count():
        summary.focus()
        visit.page.keyboard.press("Enter")
    control.focus()
    return control
