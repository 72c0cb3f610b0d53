"""Goal 2, but for the speed, which `make lighthouse` measures on a machine that rests."""

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import do_without
from tests.browser.findings import no_findings
from tests.browser.lighthouse import COMMAND, KINDS, QUALITY, missed, run_lighthouse
from tests.browser.sitepages import BuiltSite

GOAL = "Goal 2, Lighthouse"


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_gives_full_marks(
    built_site: BuiltSite, server: str, playwright: Playwright, browser: Browser, kind: str
) -> None:
    chromium = find_chromium(playwright)
    if chromium is None or not COMMAND.exists():
        do_without("there is no Lighthouse")
    audit = run_lighthouse(f"{server}/{built_site.of_kind(kind, 'fr')}", chromium, QUALITY)
    no_findings(GOAL, [*missed(audit.numbers), *audit.faults])
