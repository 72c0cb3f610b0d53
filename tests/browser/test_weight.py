"""Goal 3: what a page weighs on the wire, and how many requests it takes."""

import pytest

from tests.browser.conftest import Variation
from tests.browser.findings import no_findings
from tests.browser.serving import compressed_size
from tests.browser.sitepages import BuiltSite
from tests.browser.visiting import Visitor

GOAL = "Goal 3, weight"
KB = 1024
PAGE_LIMITS = {"ranking": 20 * KB, "project": 15 * KB}
STYLES_LIMIT = 8 * KB
SCRIPTS_LIMIT = 4 * KB
REQUESTS_LIMIT = 4


@pytest.mark.parametrize(("kind", "limit"), PAGE_LIMITS.items())
def test_pages_of_own_content_are_light(built_site: BuiltSite, kind: str, limit: int) -> None:
    sizes = {p.path: compressed_size(p.content) for p in built_site.pages if p.kind == kind}
    assert sizes, f"no page of kind {kind}"
    no_findings(GOAL, [f"{path}: {n} bytes" for path, n in sizes.items() if n > limit])


def test_a_ranking_of_a_hundred_rows_is_light(variation: Variation) -> None:
    site = variation("hundred")
    rankings = [page for page in site.pages if page.kind == "ranking"]
    sizes = {page.path: compressed_size(page.content) for page in rankings}
    rows = {p.path: sum(1 for _row in p.document.iter("tr")) for p in rankings}
    assert max(rows.values()) > 100, rows
    limit = PAGE_LIMITS["ranking"]
    no_findings(
        GOAL,
        [f"{path}: {n} bytes, {rows[path]} rows" for path, n in sizes.items() if n > limit],
    )


def test_a_project_of_twelve_clienteles_is_light(variation: Variation) -> None:
    pages = [p for p in variation("twelve-clienteles").pages if p.kind == "project"]
    sizes = {page.path: compressed_size(page.content) for page in pages}
    limit = PAGE_LIMITS["project"]
    no_findings(GOAL, [f"{path}: {n} bytes" for path, n in sizes.items() if n > limit])


@pytest.mark.parametrize(("suffix", "limit"), [("css", STYLES_LIMIT), ("js", SCRIPTS_LIMIT)])
def test_assets_are_light(built_site: BuiltSite, suffix: str, limit: int) -> None:
    assets = (built_site.folder / "assets").glob(f"*.{suffix}")
    sizes = {path.name: compressed_size(path.read_bytes()) for path in assets}
    assert sum(sizes.values()) <= limit, f"{GOAL}: {sizes}"


def test_a_page_takes_few_requests_and_none_elsewhere(
    built_site: BuiltSite, visitor: Visitor
) -> None:
    findings = []
    for page in built_site.types("fr", "en"):
        visit = visitor.visit(visitor.address(page))
        if len(visit.requests) > REQUESTS_LIMIT:
            findings.append(f"{page}: {visit.requests}")
        findings += [f"{page}: {said}" for said in visit.complaints if "foreign" in said]
    no_findings(GOAL, findings)
