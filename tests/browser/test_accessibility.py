"""Goal 1: axe-core finds nothing on any kind of page, in either language or colour scheme.

A page is opened once, with axe in it, for all the ways of looking at it: without scripts of its
own that ask how it is looked at, it is in each as if it had been opened so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pytest

from tests.browser.conftest import Variation
from tests.browser.controls import filter_ranking
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.visiting import PHONE, WIDE, Visit, Visitor
from tests.browser.waiting import wait_until

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


@dataclass(frozen=True, slots=True)
class Look:
    """A way of looking at a page."""

    scheme: Literal["light", "dark"] = "light"
    colours: Literal["none", "active"] = "none"
    """Whether the reader's own colours are forced on it."""
    on_phone: bool = False

    def begin(self, visit: Visit) -> None:
        """Looks at the open page so, and returns once the page knows."""
        visit.page.emulate_media(color_scheme=self.scheme, forced_colors=self.colours)
        asked = f"(prefers-color-scheme: {self.scheme}) and (forced-colors: {self.colours})"
        wait_until(visit.page, f"matchMedia('{asked}').matches")
        visit.resize(PHONE if self.on_phone else WIDE)


LIGHT, DARK, FORCED = Look(), Look("dark"), Look(colours="active")
ON_PHONE = Look(on_phone=True)
LOOKS = {"fr": (LIGHT, DARK, FORCED, ON_PHONE), "en": (LIGHT, DARK)}
"""How the pages of each language are looked at."""

Audits = Callable[[str], Mapping[Look, list[str]]]
"""What axe says of each kind of page of a language, by the way of looking."""


def audit(visit: Visit, axe: str) -> list[str]:
    """Violations, and what axe could not judge, each with its rule, element and reason."""
    visit.page.evaluate(axe)
    return findings(visit)


def findings(visit: Visit) -> list[str]:
    """What axe, which is in the page already, says of the page as it is now."""
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


@pytest.fixture(scope="module")
def audits(built_site: BuiltSite, visitor: Visitor, axe: str) -> Audits:
    """Audits the pages of a language when it is first asked for."""

    @cache
    def audit_language(language: str) -> Mapping[Look, list[str]]:
        found: dict[Look, list[str]] = {look: [] for look in LOOKS[language]}
        pages = built_site.types(language)
        with visitor.fresh(visitor.address(pages[0])) as visit:
            for page in pages:
                visit.go(visitor.address(page))
                visit.page.evaluate(axe)
                for look, said in found.items():
                    look.begin(visit)
                    said += [f"{page}: {finding}" for finding in findings(visit)]
        return found

    return audit_language


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.scheme)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(audits: Audits, language: str, look: Look) -> None:
    no_findings(GOAL, audits(language)[look])


def test_axe_finds_nothing_on_a_phone(audits: Audits) -> None:
    no_findings(GOAL, audits("fr")[ON_PHONE])


def test_axe_finds_nothing_with_forced_colours(audits: Audits) -> None:
    no_findings(GOAL, audits("fr")[FORCED])


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
