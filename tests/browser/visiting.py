"""Pages in a browser that remembers what went wrong on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from tests.browser.sitepages import SitePage
from tests.browser.waiting import wait_until

Size = dict[str, int]
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# Not every violation of the policy reaches the console.
LISTEN_FOR_VIOLATIONS = """
addEventListener('securitypolicyviolation', event =>
  console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
"""


@dataclass
class Visit:
    """A page that was opened, and what it did."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    """Console warnings and errors, uncaught exceptions, failed and foreign requests."""
    requests: list[str] = field(default_factory=list)
    """The addresses asked for, the page's own first; icons are not among them."""
    size: Size = field(default_factory=WIDE.copy)
    """The window's width and height."""

    def go(self, address: str) -> None:
        """Opens another page in the same window and forgets the last one's doings."""
        self.complaints.clear()
        self.requests.clear()
        self.page.goto(address, wait_until="load")

    def resize(self, size: Size) -> None:
        """Makes the window that large; the page is laid out anew, and not loaded again."""
        if self.size == size:
            return
        self.page.set_viewport_size(size)  # type: ignore[arg-type]
        self.size = size
        width, height = size["width"], size["height"]
        wait_until(self.page, f"innerWidth === {width} && innerHeight === {height}")

    def complains_of(self, words: str) -> bool:
        """Whether one of the complaints so far has these words."""
        return any(words in said for said in self.complaints)


class Visitor:
    """Opens pages; keeps one window per way of looking, since a new one takes a while."""

    def __init__(self, browser: Browser, server: str) -> None:
        self._browser = browser
        self._server = server
        self._visits: dict[str, tuple[BrowserContext, Visit]] = {}

    def address(self, page: SitePage, prefix: str = "/") -> str:
        """Where the server has the page."""
        return f"{self._server}{prefix}{page.path}"

    def window(self, **looking: Any) -> Visit:
        """The window for this way of looking, in its size, with what it was left at.

        `looking` is what Playwright's `new_context` takes: `viewport`, `color_scheme`…
        """
        key = repr(sorted(looking.items()))
        size = looking.get("viewport", WIDE)
        if key not in self._visits:
            context = self._browser.new_context(**{**looking, "viewport": size})
            self._visits[key] = (context, self._watch(context, size))
        visit = self._visits[key][1]
        visit.resize(size)  # somebody may have made it another one
        return visit

    def visit(self, address: str, **looking: Any) -> Visit:
        """The page at the address, in the window for this way of looking."""
        visit = self.window(**looking)
        visit.go(address)
        return visit

    @contextmanager
    def fresh(self, address: str, **looking: Any) -> Iterator[Visit]:
        """The page in a window of its own, for what changes a page or is typed into it."""
        size = looking.get("viewport", WIDE)
        context = self._browser.new_context(**{**looking, "viewport": size})
        try:
            visit = self._watch(context, size)
            visit.go(address)
            yield visit
        finally:
            context.close()

    def close(self) -> None:
        for context, _visit in self._visits.values():
            context.close()
        self._visits.clear()

    def _watch(self, context: BrowserContext, size: Size) -> Visit:
        page = context.new_page()
        visit = Visit(page, size=size)
        page.add_init_script(LISTEN_FOR_VIOLATIONS)

        def asked(request: Request) -> None:
            # An icon may be asked for after the window has gone on.
            if "favicon" not in request.url:
                visit.requests.append(request.url)
            parts = urlsplit(request.url)
            if parts.scheme in {"http", "https"} and not request.url.startswith(self._server):
                visit.complaints.append(f"foreign request: {request.url}")

        def failed(request: Request) -> None:
            # Aborted: the window went on before an icon came.
            if request.failure != "net::ERR_ABORTED":
                visit.complaints.append(f"failed: {request.url}: {request.failure}")

        def answered(response: Response) -> None:
            if response.status >= 400:
                visit.complaints.append(f"status {response.status}: {response.url}")

        page.on("request", asked)
        page.on("response", answered)
        page.on("requestfailed", failed)
        page.on("pageerror", lambda error: visit.complaints.append(f"exception: {error}"))
        page.on("console", lambda m: visit.complaints.append(f"{m.type}: {m.text}"))
        return visit
