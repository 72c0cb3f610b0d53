"""What search engines read: `robots.txt`, and the sitemap where the site's address is known."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath

from cvcgen.core.model import Site
from cvcgen.publish.addresses import Address, absolute_link, page_path
from cvcgen.publish.artifacts import Artifact

_SITEMAP = PurePosixPath("sitemap.xml")


def render_robots(site: Site) -> Artifact:
    """What crawlers may read.

    All of it, also where the site is not to be listed: each page says so itself, and a page
    that may not be read cannot say it.
    """
    lines = ["User-agent: *", "Disallow:"]
    if site.noindex:
        lines.insert(0, "# Every page asks not to be listed; crawlers must read it to know.")
    elif site.url is not None:
        lines += ["", f"Sitemap: {absolute_link(site.url, _SITEMAP)}"]
    return Artifact(
        PurePosixPath("robots.txt"), "".join(f"{line}\n" for line in lines).encode()
    )


def render_sitemap(url: str, addresses: Iterable[Address], site: Site) -> Artifact:
    """The sitemap: every page in every language, each beside its other languages.

    Without dates: one commit changes few pages, and a wrong date is worse than none.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
        *(line for address in addresses for line in _list_page(url, address, site)),
        "</urlset>",
    ]
    return Artifact(_SITEMAP, "".join(f"{line}\n" for line in lines).encode())


def _list_page(url: str, address: Address, site: Site) -> Iterator[str]:
    links = {
        language: absolute_link(url, page_path(address, language))
        for language in site.languages
    }
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{_escape(link)}"/>'
        for language, link in links.items()
        if len(links) > 1
    )
    for link in links.values():
        yield f"<url><loc>{_escape(link)}</loc>{others}</url>"


def _escape(link: str) -> str:
    """The link inside XML, an attribute in double quotes too; an apostrophe stays."""
    return escape(link, quote=False).replace('"', "&quot;")
