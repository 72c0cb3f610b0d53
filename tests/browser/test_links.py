"""Goals 6 and 8: every link leads somewhere inside the folder, and languages come in pairs."""

from pathlib import Path

import pytest

from cvcgen.publish.addresses import PageKind
from tests.browser.conftest import Variation
from tests.browser.crawling import broken_links, foreign_calls, links, target
from tests.browser.findings import no_findings
from tests.browser.linknames import ambiguous_links
from tests.browser.sitepages import BuiltSite, SitePage, read_site
from tests.browser.sites import VARIATIONS

GOAL = "Goal 6, links"


def alternates(page: SitePage) -> dict[str, str]:
    """The page in each language, by language, as its links say: its own one included."""
    others = {
        tag.attributes["hreflang"]: target(page, address)
        for tag, address in links(page)
        if tag.attributes.get("hreflang", "x-default") != "x-default"
    }
    return {page.language: page.path, **others}


def unpaired(site: BuiltSite) -> list[str]:
    """Pages whose other language is missing, or does not lead back."""
    pages = {
        page.path: page
        for page in site.pages
        if page.language and page.kind != PageKind.EMBED  # a part of somebody's page
    }
    languages = {page.language for page in pages.values()}
    findings = []
    for page in pages.values():
        pair = alternates(page)
        if pair.keys() != languages or pair[page.language] != page.path:
            findings.append(f"{page}: its languages are {pair}")
        for language, path in pair.items():
            other = pages.get(path)
            if other is None or other.language != language or other.kind != page.kind:
                findings.append(f"{page}: {path} is not this page in {language}")
            elif alternates(other) != pair:
                findings.append(f"{page}: {path} names other languages")
    return findings


def unreachable(site: BuiltSite) -> list[str]:
    """Pages that no chain of links from index.html reaches."""
    pages = {page.path: page for page in site.pages}
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in pages:
            reached.add(path)
            page = pages[path]
            waiting += [target(page, to) for tag, to in links(page) if tag.name == "a"]
    return [
        f"{path}: no page links to it" for path in pages if path not in {*reached, "404.html"}
    ]


def test_no_link_is_broken(built_site: BuiltSite) -> None:
    no_findings(GOAL, broken_links(built_site))


def test_no_page_calls_another_host(built_site: BuiltSite) -> None:
    no_findings(GOAL, foreign_calls(built_site))


def test_every_page_is_there_in_every_language(built_site: BuiltSite) -> None:
    assert {page.language for page in built_site.pages} == {"fr", "en", ""}
    no_findings(GOAL, unpaired(built_site))


def test_one_name_leads_to_one_place(built_site: BuiltSite) -> None:
    no_findings("WCAG 2.4.9, link purpose", ambiguous_links(built_site))


@pytest.mark.parametrize("name", ["states", "twelve-clienteles"])
def test_one_name_leads_to_one_place_in_other_contents(variation: Variation, name: str) -> None:
    no_findings("WCAG 2.4.9, link purpose", ambiguous_links(variation(name)))


def test_every_page_is_linked_to(built_site: BuiltSite) -> None:
    no_findings(GOAL, unreachable(built_site))


@pytest.mark.parametrize("name", sorted(VARIATIONS))
def test_no_link_of_other_contents_is_broken(variation: Variation, name: str) -> None:
    site = read_site(variation(name).folder)  # whose thousands of tags go with the test
    no_findings(
        GOAL, broken_links(site) + foreign_calls(site) + unreachable(site) + unpaired(site)
    )


def test_links_of_one_name_to_two_places_are_found(tmp_path: Path) -> None:
    links = '<a href="a.html">Source</a> <a href="b.html">Source</a>'
    (tmp_path / "one.html").write_text(f"<p>{links}</p>", "utf-8")
    (tmp_path / "two.html").write_text(f'<ul class="causes"><li>{links}</ul>', "utf-8")
    (tmp_path / "three.html").write_text(links.replace("b.html", "./a.html"), "utf-8")
    assert ambiguous_links(read_site(tmp_path)) == [
        "one.html: «Source» leads to a.html#, b.html#"
    ]
