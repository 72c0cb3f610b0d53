"""What search engines are told."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from cvcgen.core.model import Language, Site
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.crawlers import render_robots, render_sitemap
from tests.publish.little_sites import BOTH, text

SITE = Site(text("Site"), BOTH)
PUBLISHED = replace(SITE, url="https://example.org/a")
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.mark.parametrize(
    ("site", "said"),
    [
        (SITE, "User-agent: *\nDisallow:\n"),
        (
            PUBLISHED,
            "User-agent: *\nDisallow:\n\nSitemap: https://example.org/a/sitemap.xml\n",
        ),
        (
            replace(PUBLISHED, noindex=True),
            "# Every page asks not to be listed; crawlers must read it to know.\n"
            "User-agent: *\nDisallow:\n",
        ),
    ],
)
def test_robots_may_read_all_even_that_they_should_not_list_it(site: Site, said: str) -> None:
    robots = render_robots(site)
    assert (str(robots.path), robots.content.decode()) == ("robots.txt", said)


def sitemap(site: Site) -> ElementTree.Element:
    addresses = [Address(PageKind.HOME), Address(PageKind.PROJECT, "p")]
    return ElementTree.fromstring(render_sitemap(site.url or "", addresses, site).content)


def test_a_sitemap_has_every_page_beside_its_other_languages() -> None:
    root = sitemap(PUBLISHED)
    assert [found.text for found in root.iterfind("s:url/s:loc", NAMES)] == [
        "https://example.org/a/fr/index.html",
        "https://example.org/a/en/index.html",
        "https://example.org/a/fr/projets/p.html",
        "https://example.org/a/en/projects/p.html",
    ]
    [_, _, _, last] = root.iterfind("s:url", NAMES)
    assert [link.attrib["hreflang"] for link in last.iterfind("x:link", NAMES)] == ["fr", "en"]


def test_one_language_has_no_others_and_signs_are_escaped() -> None:
    odd = replace(PUBLISHED, url="https://example.org/a&b<c", languages=(Language("fr"),))
    root = sitemap(odd)
    assert root.find("s:url/x:link", NAMES) is None
    first = root.find("s:url/s:loc", NAMES)
    assert first is not None
    assert first.text == "https://example.org/a&b<c/fr/index.html"
