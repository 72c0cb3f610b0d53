"""Goal 2, but for the speed, which `make lighthouse` measures on a machine that rests."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import do_without
from tests.browser.findings import no_findings
from tests.browser.lighthouse import (
    KINDS,
    QUALITY,
    Audit,
    has_lighthouse,
    missed,
    run_lighthouse,
)
from tests.browser.sitepages import BuiltSite

GOAL = "Goal 2, Lighthouse"


@pytest.fixture(scope="module")
def audits(built_site: BuiltSite, server: str, playwright: Playwright) -> Mapping[str, Audit]:
    """What Lighthouse says of a page of each kind."""
    chromium = find_chromium(playwright)
    if chromium is None or not has_lighthouse():
        do_without("there is no Lighthouse")
    pages = [f"{server}/{built_site.of_kind(kind, 'fr')}" for kind in KINDS]
    return dict(zip(KINDS, run_lighthouse(pages, chromium, QUALITY), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_gives_full_marks(audits: Mapping[str, Audit], kind: str) -> None:
    audit = audits[kind]
    assert set(QUALITY) <= audit.numbers.keys()
    no_findings(GOAL, [*missed(audit.numbers), *audit.faults])
