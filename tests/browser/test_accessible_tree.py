"""Goal 16: what a screen reader gets of each kind of page, kept in `golden/`.

From the content `states`, which shows every state a project can be in and never changes. After
a change that is meant: pytest tests/browser/test_accessible_tree.py --update-golden.
"""

import re
from pathlib import Path

import pytest

from cvcgen.publish.addresses import SECTION_OF, PageKind
from tests.browser.conftest import Variation
from tests.browser.sitepages import MISSING, BuiltSite, SitePage
from tests.browser.visiting import Visitor
from tests.conftest import CompareGolden

GOLDEN = Path(__file__).parent / "golden"
# How large a download is changes with its format, not with the page.
SIZE = re.compile(r"\d[\d,\s]*(octets?|Ko)\b")
RECORDS = {"project": ("partiel", "incomplet", "neuf"), "rubric": ("r",), "value": ("v00",)}
OTHER_RECORDS = ("c00",)
"""A clientele's: what it ranks, weighs and compares."""
ELSEWHERE = {
    *(PageKind.BADGE, PageKind.EMBED),
    *(PageKind.CHANGES, PageKind.HISTORY, PageKind.EVOLUTION),
}
"""A picture, a part of somebody's page, and pages of previews and histories alone: tested by
themselves."""
PAGES = [
    (kind, name)
    for kind in (*PageKind, MISSING)
    if kind not in ELSEWHERE
    for name in (RECORDS.get(kind, OTHER_RECORDS) if kind in SECTION_OF else ("",))
]


def find_page(site: BuiltSite, kind: str, name: str) -> SitePage:
    """The French page of that kind, of that record where it is a record's."""
    wanted = [page for page in site.pages if page.kind == kind and page.language in {"fr", ""}]
    [found] = [page for page in wanted if not name or Path(page.path).stem == name]
    return found


@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_main_reads_as_written_down(
    variation: Variation, visitor: Visitor, golden: CompareGolden, kind: str, name: str
) -> None:
    page = find_page(variation("states"), kind, name)
    visit = visitor.visit(visitor.address(page, "/states/"))
    file = GOLDEN / f"{'-'.join(filter(None, (kind, name)))}.yaml"
    snapshot = visit.page.locator("main").aria_snapshot()
    golden(file, SIZE.sub("N octets", snapshot) + "\n")
