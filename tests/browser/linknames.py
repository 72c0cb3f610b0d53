"""What links are called, as a screen reader lists them: one name, one place on a page."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from tests.browser.crawling import target
from tests.browser.sitepages import BuiltSite, SitePage

IN_CONTEXT = "causes"
"""The class of lists whose links may share a name: what moved a score, «Security: none → low».

The heading of their row group names the project or the day (WCAG 2.4.4): said again in each of
hundreds of links, it would bury what differs.
"""


def ambiguous_links(site: BuiltSite) -> list[str]:
    """Links of one page that are called the same and lead to different places."""
    return [said for page in site.pages for said in _ambiguous(page)]


def _ambiguous(page: SitePage) -> Iterator[str]:
    reader = _LinkReader()
    reader.feed(page.content.decode("utf-8"))
    places: dict[str, set[str]] = {}
    for name, address in reader.links:
        parts = urlsplit(address)
        inside = not parts.scheme and parts.path
        place = f"{target(page, address)}#{parts.fragment}" if inside else address
        places.setdefault(name, set()).add(place)
    for name, found in places.items():
        if len(found) > 1:
            yield f"{page}: «{name}» leads to {', '.join(sorted(found))}"


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._address: str | None = None
        self._name: list[str] = []
        self._in_context = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "ul":
            self._in_context = attributes.get("class") == IN_CONTEXT
        elif tag == "a":
            self._address, self._name = attributes.get("href"), []

    def handle_endtag(self, tag: str) -> None:
        if tag == "ul":
            self._in_context = False
        elif tag == "a" and self._address is not None:
            if not self._in_context:
                self.links.append((" ".join("".join(self._name).split()), self._address))
            self._address = None

    def handle_data(self, data: str) -> None:
        self._name.append(data)
