"""Goal 13: without scripts, every page says the same words.

With scripts each page is opened once for this and for goal 7: there the browser has nothing to
say. `test_quiet.py` opens them in the other places where a site may lie.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.chromium import find_chromium, launch
from tests.browser.conftest import do_without
from tests.browser.findings import no_findings
from tests.browser.sitepages import ENTRY, BuiltSite, SitePage
from tests.browser.test_quiet import GOAL as QUIET
from tests.browser.visiting import Visitor

GOAL = "Goal 13, without scripts"
# Controls are what a page may lack without scripts: they would do nothing.
WORDS = """() => {
  const controls = 'main :is(search, form, [role=search], output, button)';
  for (const control of document.querySelectorAll(controls)) control.remove();
  return document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim();
}"""
CONTROLS_SEEN = """() => [...document.querySelectorAll(
    'main :is(input, select, textarea, button)')]
  .filter((control) => control.checkVisibility()).map((control) => control.outerHTML)"""


@pytest.fixture(scope="module")
def scriptless(playwright: Playwright, server: str) -> Iterator[Visitor]:
    """Chromium with scripts turned off in its settings, so that media queries know of it."""
    executable = find_chromium(playwright)
    if executable is None:
        do_without("there is no Chromium")
    browser: Browser = launch(playwright, executable, "--blink-settings=scriptEnabled=false")
    visitor = Visitor(browser, server)
    yield visitor
    visitor.close()
    browser.close()


@dataclass(frozen=True, slots=True)
class Opened:
    """A page as it is with scripts."""

    complaints: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Unscripted:
    """A page as it is without scripts."""

    words: str
    controls: tuple[str, ...]
    """Those that are shown, as they stand in the page."""


@pytest.fixture(scope="module")
def opened(built_site: BuiltSite, visitor: Visitor) -> Mapping[SitePage, Opened]:
    """Every page of the site, from a server; not the way in, which leads on."""
    found = {}
    for page in built_site.pages:
        if page.kind != ENTRY:
            visit = visitor.visit(visitor.address(page))
            complaints = tuple(visit.complaints)
            found[page] = Opened(complaints, visit.page.evaluate(WORDS))
    return found


@pytest.fixture(scope="module")
def unscripted(built_site: BuiltSite, scriptless: Visitor) -> Mapping[SitePage, Unscripted]:
    """The same pages in a browser without scripts."""
    found = {}
    for page in built_site.pages:
        if page.kind != ENTRY:
            visit = scriptless.visit(scriptless.address(page))
            controls = tuple(visit.page.evaluate(CONTROLS_SEEN))  # which WORDS takes away
            found[page] = Unscripted(visit.page.evaluate(WORDS), controls)
    return found


def test_no_page_complains_on_a_server(opened: Mapping[SitePage, Opened]) -> None:
    assert opened
    no_findings(QUIET, [f"{p}: {said}" for p, one in opened.items() for said in one.complaints])


def test_every_page_says_the_same_words(
    opened: Mapping[SitePage, Opened], unscripted: Mapping[SitePage, Unscripted]
) -> None:
    findings = []
    for page, with_scripts in opened.items():
        without = unscripted[page].words
        if with_scripts.words != without:
            findings.append(f"{page}: {first_difference(with_scripts.words, without)}")
    no_findings(GOAL, findings)


def test_no_control_is_shown_that_would_do_nothing(
    built_site: BuiltSite, unscripted: Mapping[SitePage, Unscripted]
) -> None:
    assert unscripted.keys() >= set(built_site.types("fr", "en"))
    found = [f"{p}: {control}" for p, one in unscripted.items() for control in one.controls]
    no_findings(GOAL, found)


def first_difference(one: str, other: str) -> str:
    """The words around the first place where two texts part."""
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    start = max(0, at - 30)
    return f"with «{one[start : at + 60]}», without «{other[start : at + 60]}»"
