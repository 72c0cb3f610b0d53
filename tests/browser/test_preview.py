"""A preview of changes: nothing that axe finds, and no broken link."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.browser.crawling import broken_links, foreign_calls
from tests.browser.findings import no_findings
from tests.browser.linknames import ambiguous_links
from tests.browser.sitepages import BuiltSite, read_site
from tests.browser.sites import build_preview
from tests.browser.test_accessibility import audit_all
from tests.browser.test_french import spacing_mistakes
from tests.browser.test_print import printed
from tests.browser.test_reflow import ZOOMED, look
from tests.browser.test_validity import parse_errors
from tests.browser.visiting import PHONE, WIDE, Visitor

PREFIX = "/preview/"
KINDS = ("changes", "ranking", "project", "home")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, mounts: dict[str, Path]) -> BuiltSite:
    """This repository's content with edits, compared with itself before them."""
    site = build_preview(tmp_path_factory.mktemp("preview"))
    mounts[PREFIX] = site
    return read_site(site)


def test_pages_parse_and_are_spaced_as_french_asks(preview: BuiltSite) -> None:
    pages = tuple(page for page in preview.pages if page.kind in KINDS)
    no_findings("Goal 5, validity", [fault for page in pages for fault in parse_errors(page)])
    no_findings("Goal 17, French", spacing_mistakes(pages))


def test_nothing_is_cut_at_400_percent(preview: BuiltSite, visitor: Visitor) -> None:
    pages = tuple(p for kind in KINDS if (p := preview.of_kind(kind, "fr")))
    no_findings("Goal 11, reflow", look(visitor, pages, (ZOOMED,), PREFIX))


def test_why_ranks_move_is_on_paper(preview: BuiltSite, visitor: Visitor) -> None:
    page = preview.of_kind("changes", "fr")
    notes = [
        " ".join("".join(note.itertext()).split())
        for note in page.document.iterfind(".//tr[@class='why']//ul[@class='line']/li")
    ]
    assert notes
    # Letters that are joined in print are one in the text that is taken from it.
    text = normalize("NFKC", " ".join(printed(visitor, page, PREFIX)))
    missing = [note for note in notes if normalize("NFKC", note) not in text]
    no_findings("Goal 14, print", [f"not on paper: {note}" for note in missing])


def test_links_lead_somewhere_and_say_where(preview: BuiltSite) -> None:
    no_findings("Goal 6, links", broken_links(preview) + foreign_calls(preview))
    no_findings("WCAG 2.4.9, link purpose", ambiguous_links(preview))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(preview: BuiltSite, visitor: Visitor, axe: str, scheme: str) -> None:
    pages = tuple(p for kind in KINDS if (p := preview.of_kind(kind, "fr")))
    assert len(pages) == len(KINDS)
    looking = {"viewport": WIDE if scheme == "light" else PHONE, "color_scheme": scheme}
    no_findings("Goal 1, axe-core", audit_all(pages, PREFIX, visitor, axe, **looking))
