"""Goal 11: nothing is cut, covered or off the side: phones, 400 %, wide spacing.

A page is opened once, in the window as the last one left it, and the window resized: that is
most of the work, and how a page lies in a window does not depend on what the window was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import Variation
from tests.browser.findings import no_findings
from tests.browser.sitepages import ENTRY, BuiltSite, SitePage
from tests.browser.sites import VARIATIONS
from tests.browser.visiting import PHONE, WIDE, Size, Visit, Visitor

GOAL = "Goal 11, reflow"
LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
WORDS = (Path(__file__).parent / "words.js").read_text(encoding="utf-8")
LAYOUT_AND_WORDS = f"[\n{LAYOUT},\n{WORDS}]"
# 1280 × 1024 at 400 %.
ZOOMED = {"width": 320, "height": 256}
SMALLEST_PHONE = {"width": 360, "height": 740}
TABLET = {"width": 768, "height": 1024}
SIZES = (WIDE, TABLET, PHONE, SMALLEST_PHONE, ZOOMED)
# The four settings of WCAG 1.4.12, through the one door that the policy leaves open.
SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page lies in a window."""

    page: SitePage
    size: Size
    is_spaced: bool
    """Whether with wide spacing."""
    faults: tuple[str, ...]
    """What is cut, covered or off the side."""
    broken: tuple[str, ...]
    """Words and figures that are broken inside."""

    def findings(self) -> list[str]:
        return [f"{self.page} at {self.size['width']}: {said}" for said in self.faults]

    def broken_words(self) -> list[str]:
        return [f"{self.page} at {self.size['width']}: {said}" for said in self.broken]


def look(
    visitor: Visitor,
    pages: tuple[SitePage, ...],
    sizes: tuple[Size, ...],
    prefix: str = "/",
    *,
    whole_words: bool = True,
) -> list[str]:
    """What is wrong with the pages in windows of these sizes; or all of it but broken words."""
    found = []
    visit = visitor.window()
    for page in pages:
        visit.go(visitor.address(page, prefix))
        for one in lies(visit, page, sizes):
            found += one.findings() + (one.broken_words() if whole_words else [])
    return found


def lies(
    visit: Visit, page: SitePage, sizes: tuple[Size, ...], *, spaced: bool = False
) -> Iterator[Look]:
    """How the page that is open lies at each size, first at the one that the window has."""
    for size in sorted(sizes, key=lambda size: size != visit.size):
        visit.resize(size)
        faults, broken = visit.page.evaluate(LAYOUT_AND_WORDS)
        yield Look(page, size, spaced, tuple(faults), tuple(broken))


@pytest.fixture(scope="module")
def looks(built_site: BuiltSite, visitor: Visitor) -> tuple[Look, ...]:
    """Every page of the site at 400 %; one of each kind at every size and with wide spacing."""
    found: list[Look] = []
    kinds = built_site.types("fr", "en")
    visit = visitor.window()
    for page in built_site.pages:
        if page.kind == ENTRY:
            continue
        visit.go(visitor.address(page))
        found += lies(visit, page, SIZES if page in kinds else (ZOOMED,))
        if page in kinds:
            visit.page.evaluate(SPACE_OUT)
            found += lies(visit, page, (ZOOMED, WIDE), spaced=True)
    return tuple(found)


@pytest.mark.parametrize("size", [ZOOMED, SMALLEST_PHONE, PHONE, TABLET, WIDE], ids=str)
def test_nothing_is_cut_at_any_width(
    built_site: BuiltSite, looks: tuple[Look, ...], size: Size
) -> None:
    kinds = built_site.types("fr", "en")
    seen = [one for one in looks if one.size == size and one.page in kinds]
    seen = [one for one in seen if not one.is_spaced]
    assert [one.page for one in seen] == sorted(kinds, key=lambda page: page.path)
    no_findings(GOAL, [said for one in seen for said in one.findings()])


def test_no_page_at_all_is_cut_at_400_percent(
    built_site: BuiltSite, looks: tuple[Look, ...]
) -> None:
    seen = [one for one in looks if one.size == ZOOMED and not one.is_spaced]
    assert [one.page for one in seen] == [p for p in built_site.pages if p.kind != ENTRY]
    no_findings(GOAL, [said for one in seen for said in one.findings()])


@pytest.mark.parametrize("size", [ZOOMED, WIDE], ids=str)
def test_nothing_is_cut_with_wide_spacing(
    built_site: BuiltSite, looks: tuple[Look, ...], size: Size
) -> None:
    seen = [one for one in looks if one.size == size and one.is_spaced]
    assert len(seen) == len(built_site.types("fr", "en"))
    found = [said for one in seen for said in one.findings()]
    no_findings(f"{GOAL} with WCAG 1.4.12 spacing", found)


def test_no_word_is_broken_at_any_width(looks: tuple[Look, ...]) -> None:
    seen = [one for one in looks if not one.is_spaced]
    assert {one.size["width"] for one in seen} == {size["width"] for size in SIZES}
    no_findings(GOAL, [said for one in seen for said in one.broken_words()])


@pytest.mark.parametrize("name", sorted(VARIATIONS.keys() - {"hundred", "many"}))
def test_nothing_of_other_contents_is_cut(
    variation: Variation, visitor: Visitor, name: str
) -> None:
    pages = variation(name).types("fr", "en")
    found = look(
        visitor,
        pages,
        (WIDE, PHONE, ZOOMED),
        f"/{name}/",
        whole_words=name != "long-words",  # which nothing narrow holds
    )
    no_findings(GOAL, found)
