"""Goal 14: on paper a project is one sheet with its arithmetic, a ranking a dense table."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Variation
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.test_reflow import WORDS
from tests.browser.visiting import Visitor

GOAL = "Goal 14, print"
SIDES_OF_A_SHEET = 2
ROWS_OF_A_PAGE = 18
SIZE = "Letter"
# As many pixels as lie between the margins of a letter.
BETWEEN_MARGINS = {"width": 710, "height": 950}


def print_page(visitor: Visitor, page: SitePage, prefix: str = "/") -> PdfReader:
    visit = visitor.visit(visitor.address(page, prefix))
    return PdfReader(BytesIO(visit.page.pdf(format=SIZE)))


def printed(visitor: Visitor, page: SitePage, prefix: str = "/") -> list[str]:
    """The text of each sheet's side, with single spaces."""
    sides = print_page(visitor, page, prefix).pages
    return [" ".join(side.extract_text().split()) for side in sides]


def numbers_of_scorecards(page: SitePage) -> Iterator[str]:
    """What the tables of a project's page have in their cells: weights, points, sums."""
    for table in page.document.iter("table"):
        for cell in table.iter("td"):
            yield from re.findall(r"\d+(?:[.,]\d+)?", "".join(cell.itertext()))


def beginnings_of_scorecards(page: SitePage) -> Iterator[tuple[str, str]]:
    """For each scorecard of a project its heading, and its first value with its weight."""
    for section in page.document.iter("section"):
        row = section.find(".//table[@class='ratings']/tbody/tr/th")
        if row is not None:
            heading = next(section.iter("h2"))
            yield tuple(" ".join("".join(e.itertext()).split()) for e in (heading, row))


@pytest.fixture(scope="module")
def projects(built_site: BuiltSite, visitor: Visitor) -> dict[SitePage, list[str]]:
    """The text of each side of each project, printed once: that is what takes the time."""
    pages = (page for page in built_site.pages if page.kind == "project")
    return {page: printed(visitor, page) for page in pages}


def test_a_project_fits_one_sheet(projects: dict[SitePage, list[str]]) -> None:
    sides = {page: len(texts) for page, texts in projects.items()}
    no_findings(GOAL, [f"{p}: {n} sides" for p, n in sides.items() if n > SIDES_OF_A_SHEET])


def test_a_scorecard_s_heading_stands_on_the_side_of_its_first_value(
    projects: dict[SitePage, list[str]],
) -> None:
    findings = []
    for page, sides in projects.items():
        for heading, value in beginnings_of_scorecards(page):
            if not any(heading in side and value in side for side in sides):
                findings.append(f"{page}: «{heading}» without «{value}»")
    no_findings(GOAL, findings)


def test_the_values_fit_one_sheet(built_site: BuiltSite, visitor: Visitor) -> None:
    sides = len(print_page(visitor, built_site.page("fr/valeurs/index.html")).pages)
    assert sides <= SIDES_OF_A_SHEET


def test_no_word_is_broken_on_paper(built_site: BuiltSite, visitor: Visitor) -> None:
    findings = []
    for page in built_site.types("fr", "en"):
        visit = visitor.visit(visitor.address(page), viewport=BETWEEN_MARGINS)
        visit.page.emulate_media(media="print")
        findings += [f"{page}: {said}" for said in visit.page.evaluate(WORDS)]
    no_findings(GOAL, findings)


def test_a_project_prints_its_arithmetic(
    built_site: BuiltSite, projects: dict[SitePage, list[str]]
) -> None:
    findings = []
    for language in ("fr", "en"):
        page = built_site.of_kind("project", language)
        numbers = set(numbers_of_scorecards(page))
        assert numbers, f"{page} has no table with numbers"
        found = set(re.findall(r"\d+(?:[.,]\d+)?", " ".join(projects[page])))
        findings += [f"{page}: {number} is not on paper" for number in sorted(numbers - found)]
    no_findings(GOAL, findings)


def test_a_project_has_lines_to_sign(
    built_site: BuiltSite, projects: dict[SitePage, list[str]]
) -> None:
    text = " ".join(projects[built_site.of_kind("project", "fr")]).lower()
    assert re.search(r"signature|signé|approuvé", text), f"{GOAL}: nothing to sign in «{text}»"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_ranking_is_dense_and_repeats_its_header(
    variation: Variation, visitor: Visitor, language: str
) -> None:
    title, head = {"fr": (r"Projet \d{3}", "Rang"), "en": (r"Project \d{3}", "Rank")}[language]
    page = variation("hundred").of_kind("ranking", language)
    sides = printed(visitor, page, "/hundred/")
    rows = [len(re.findall(title, side)) for side in sides]
    # The first side has the finding above the table, and the last may end anywhere.
    full = rows[1 : rows.index(next(n for n in reversed(rows) if n))]
    findings = [f"{page}: {n} rows on a side: {rows}" for n in full if n < ROWS_OF_A_PAGE]
    findings += [
        f"{page}: side {number} has no header"
        for number, (count, side) in enumerate(zip(rows, sides, strict=True), 1)
        if count >= ROWS_OF_A_PAGE and head not in side
    ]
    no_findings(GOAL, findings)


def test_no_kind_of_page_is_empty_on_paper(built_site: BuiltSite, visitor: Visitor) -> None:
    sides = {page.path: printed(visitor, page) for page in built_site.types("fr")}
    blank = [
        f"{path}: side {number} of {len(texts)} is blank"
        for path, texts in sides.items()
        for number, text in enumerate(texts, 1)
        if not text
    ]
    no_findings(GOAL, blank)
