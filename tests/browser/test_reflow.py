"""Goal 11: nothing is cut, covered or off the side: phones, 400 %, wide spacing."""

from pathlib import Path

import pytest

from tests.browser.conftest import Variation
from tests.browser.findings import no_findings
from tests.browser.sitepages import ENTRY, BuiltSite, SitePage
from tests.browser.sites import VARIATIONS
from tests.browser.visiting import PHONE, WIDE, Visitor

GOAL = "Goal 11, reflow"
LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
# 1280 × 1024 at 400 %.
ZOOMED = {"width": 320, "height": 256}
SMALLEST_PHONE = {"width": 360, "height": 740}
TABLET = {"width": 768, "height": 1024}
# The four settings of WCAG 1.4.12, through the one door that the policy leaves open.
SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


def look(
    visitor: Visitor, pages: tuple[SitePage, ...], size: dict[str, int], prefix: str = "/"
) -> list[str]:
    found = []
    for page in pages:
        visit = visitor.visit(visitor.address(page, prefix), viewport=size)
        found += [f"{page} at {size['width']}: {said}" for said in visit.page.evaluate(LAYOUT)]
    return found


@pytest.mark.parametrize("size", [ZOOMED, SMALLEST_PHONE, PHONE, TABLET, WIDE], ids=str)
def test_nothing_is_cut_at_any_width(
    built_site: BuiltSite, visitor: Visitor, size: dict[str, int]
) -> None:
    no_findings(GOAL, look(visitor, built_site.types("fr", "en"), size))


def test_no_page_at_all_is_cut_at_400_percent(built_site: BuiltSite, visitor: Visitor) -> None:
    pages = tuple(page for page in built_site.pages if page.kind != ENTRY)
    no_findings(GOAL, look(visitor, pages, ZOOMED))


@pytest.mark.parametrize("size", [ZOOMED, WIDE], ids=str)
def test_nothing_is_cut_with_wide_spacing(
    built_site: BuiltSite, visitor: Visitor, size: dict[str, int]
) -> None:
    found = []
    for page in built_site.types("fr", "en"):
        visit = visitor.visit(visitor.address(page), viewport=size)
        visit.page.evaluate(SPACE_OUT)
        found += [f"{page} at {size['width']}: {s}" for s in visit.page.evaluate(LAYOUT)]
    no_findings(f"{GOAL} with WCAG 1.4.12 spacing", found)


@pytest.mark.parametrize("name", sorted(VARIATIONS.keys() - {"hundred", "many"}))
def test_nothing_of_other_contents_is_cut(
    variation: Variation, visitor: Visitor, name: str
) -> None:
    site = variation(name)
    found = [
        said
        for size in (ZOOMED, PHONE, WIDE)
        for said in look(visitor, site.types("fr", "en"), size, f"/{name}/")
    ]
    no_findings(GOAL, found)
