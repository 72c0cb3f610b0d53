"""A site with its history: nothing that axe finds, no broken link, drawings one can read."""

from pathlib import Path

import pytest

from tests.browser.crawling import broken_links, foreign_calls
from tests.browser.findings import no_findings
from tests.browser.linknames import ambiguous_links
from tests.browser.pasts import build_past
from tests.browser.sitepages import BuiltSite, SitePage, read_site
from tests.browser.test_accessibility import audit_all
from tests.browser.test_french import spacing_mistakes
from tests.browser.test_reflow import ZOOMED, look
from tests.browser.test_validity import parse_errors
from tests.browser.visiting import PHONE, WIDE, Visitor

PREFIX = "/past/"
KINDS = ("history", "evolution", "project", "clientele", "ranking", "home")
SMALLEST_LETTERS = 12
LETTERS = """
() => [...document.querySelectorAll('.past text')].map(text => {
  const drawing = text.ownerSVGElement;
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return scale * parseFloat(getComputedStyle(text).fontSize);
})
"""
OUTSIDE = """
() => [...document.querySelectorAll('.past svg[role=img]')].flatMap(drawing => {
  const frame = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text')]
    .filter(text => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    })
    .map(text => text.textContent);
})
"""


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory, mounts: dict[str, Path]) -> BuiltSite:
    """This repository's content with two years of made changes."""
    site = build_past(tmp_path_factory.mktemp("past"))
    mounts[PREFIX] = site
    return read_site(site)


def of_kinds(past: BuiltSite, language: str) -> tuple[SitePage, ...]:
    pages = tuple(page for kind in KINDS if (page := past.of_kind(kind, language)))
    assert len(pages) == len(KINDS)
    return pages


def test_pages_parse_and_are_spaced_as_french_asks(past: BuiltSite) -> None:
    pages = tuple(page for page in past.pages if page.kind in KINDS)
    no_findings("Goal 5, validity", [fault for page in pages for fault in parse_errors(page)])
    no_findings("Goal 17, French", spacing_mistakes(pages))


def test_nothing_is_cut_at_400_percent(past: BuiltSite, visitor: Visitor) -> None:
    no_findings("Goal 11, reflow", look(visitor, of_kinds(past, "fr"), (ZOOMED,), PREFIX))


def test_links_lead_somewhere_and_say_where(past: BuiltSite) -> None:
    no_findings("Goal 6, links", broken_links(past) + foreign_calls(past))
    no_findings("WCAG 2.4.9, link purpose", ambiguous_links(past))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(past: BuiltSite, visitor: Visitor, axe: str, scheme: str) -> None:
    language = "fr" if scheme == "light" else "en"
    looking = {"viewport": WIDE if scheme == "light" else PHONE, "color_scheme": scheme}
    pages = of_kinds(past, language)
    no_findings("Goal 1, axe-core", audit_all(pages, PREFIX, visitor, axe, **looking))


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_drawings_can_be_read_at_every_width(
    past: BuiltSite, visitor: Visitor, width: int
) -> None:
    for kind in ("project", "evolution"):
        page = past.of_kind(kind, "fr")
        assert page
        visit = visitor.visit(
            visitor.address(page, PREFIX), viewport={"width": width, "height": 800}
        )
        sizes = visit.page.evaluate(LETTERS)
        assert sizes
        assert min(sizes) >= SMALLEST_LETTERS, kind
        assert visit.page.evaluate(OUTSIDE) == [], kind
