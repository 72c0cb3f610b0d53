"""Goal 1: axe-core finds nothing on any kind of page, in either language or colour scheme."""

from typing import Any

import pytest

from tests.browser.conftest import Variation
from tests.browser.controls import filter_ranking
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.visiting import PHONE, WIDE, Visit, Visitor

GOAL = "Goal 1, axe-core"
# All of WCAG 2.2 AA and axe's own best practices; target-size is off unless asked for.
RUN = """
() => axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {'target-size': {enabled: true}},
  resultTypes: ['violations', 'incomplete'],
})
"""

# What axe cannot measure: text on a drawing, and cells that are scrolled out of sight.
# test_tokens.py measures the colours of both.
UNMEASURED = (
    "background color could not be determined because element contains an image node",
    "background color could not be determined because it is overlapped by another element",
    "background color could not be determined because it's partially obscured",
    "Element content is too short to determine if it is actual text content",
)


def audit(visit: Visit, axe: str) -> list[str]:
    """Violations, and what axe could not judge, each with its rule, element and reason."""
    visit.page.evaluate(axe)
    result = visit.page.evaluate(RUN)
    return [
        f"{kind} {rule['id']}: {node['target'][0]}: {reason(node)}"
        for kind in ("violations", "incomplete")
        for rule in result[kind]
        for node in rule["nodes"]
        if kind == "violations" or not any(words in reason(node) for words in UNMEASURED)
    ]


def reason(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])


def audit_all(
    pages: tuple[SitePage, ...], prefix: str, visitor: Visitor, axe: str, **looking: Any
) -> list[str]:
    return [
        f"{page}: {finding}"
        for page in pages
        for finding in audit(visitor.visit(visitor.address(page, prefix), **looking), axe)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(
    built_site: BuiltSite, visitor: Visitor, axe: str, language: str, scheme: str
) -> None:
    pages = built_site.types(language)
    no_findings(GOAL, audit_all(pages, "/", visitor, axe, viewport=WIDE, color_scheme=scheme))


def test_axe_finds_nothing_on_a_phone(
    built_site: BuiltSite, visitor: Visitor, axe: str
) -> None:
    no_findings(GOAL, audit_all(built_site.types("fr"), "/", visitor, axe, viewport=PHONE))


def test_axe_finds_nothing_with_forced_colours(
    built_site: BuiltSite, visitor: Visitor, axe: str
) -> None:
    looking = {"viewport": WIDE, "forced_colors": "active"}
    no_findings(GOAL, audit_all(built_site.types("fr"), "/", visitor, axe, **looking))


@pytest.mark.parametrize("words", ["releve", "zzzzz"])
def test_axe_finds_nothing_after_filtering(
    built_site: BuiltSite, visitor: Visitor, axe: str, words: str
) -> None:
    ranking = built_site.of_kind("ranking", "fr")
    assert ranking
    with visitor.fresh(visitor.address(ranking)) as visit:
        filter_ranking(visit, words)
        no_findings(GOAL, audit(visit, axe))


@pytest.mark.parametrize("name", ["states", "nothing", "no-project", "twelve-clienteles"])
def test_axe_finds_nothing_on_other_contents(
    variation: Variation, visitor: Visitor, axe: str, name: str
) -> None:
    pages = variation(name).types("fr")
    no_findings(GOAL, audit_all(pages, f"/{name}/", visitor, axe, viewport=WIDE))
