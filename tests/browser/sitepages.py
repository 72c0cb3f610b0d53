"""A built site as a list of pages, each with its kind and language, and parsed once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

import html5lib

from cvcgen.core.model import Language
from cvcgen.publish.addresses import SECTION_OF, Address, PageKind, page_path

LANGUAGES = (Language("fr"), Language("en"))
ENTRY = "entry"
MISSING = "404"
ENTRIES = {"index.html": ENTRY, "404.html": MISSING}


@dataclass(frozen=True, slots=True)
class Tag:
    """The opening tag of an element."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class SitePage:
    """A page of a built site."""

    site: Path
    path: str
    """Inside the site, with slashes."""
    kind: str
    """A `PageKind`, or what `ENTRIES` says of the pages that belong to no language."""
    language: str
    """Empty for the pages of `ENTRIES`."""

    def __str__(self) -> str:
        return self.path

    @property
    def name(self) -> str:
        """For the id of a test."""
        return f"{self.language or '-'}-{self.kind}"

    @property
    def content(self) -> bytes:
        return (self.site / self.path).read_bytes()

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every opening tag as written: quick, where the tree does not matter."""
        reader = _TagReader()
        reader.feed(self.content.decode("utf-8"))
        return tuple(reader.tags)

    @cached_property
    def document(self) -> Element:
        """The parsed page, its elements named without a namespace."""
        return html5lib.parse(
            self.content, namespaceHTMLElements=False, transport_encoding="utf-8"
        )


@dataclass(frozen=True)
class BuiltSite:
    """A folder that cvcgen wrote."""

    folder: Path
    pages: tuple[SitePage, ...] = field(repr=False)
    """Sorted by path."""

    def of_kind(self, kind: str, language: str) -> SitePage | None:
        """The page of that kind which says most: the largest file; None where there is none."""
        found = [p for p in self.pages if p.kind == kind and p.language == language]
        return max(found, key=lambda page: (len(page.content), page.path), default=None)

    def types(self, *languages: str) -> tuple[SitePage, ...]:
        """The fullest page of each kind in each of the languages, and 404.html.

        Not index.html: it leads on before anything can be looked at.
        """
        wanted = {(p.kind, p.language) for p in self.pages if p.language in {*languages, ""}}
        wanted.discard((ENTRY, ""))
        found = (self.of_kind(kind, language) for kind, language in sorted(wanted))
        return tuple(page for page in found if page)

    def page(self, path: str) -> SitePage:
        return next(page for page in self.pages if page.path == path)


def read_site(folder: Path) -> BuiltSite:
    """The pages that lie in the folder."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = (SitePage(folder, path, *_classify(PurePosixPath(path))) for path in paths)
    return BuiltSite(folder, tuple(pages))


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))


def _classify(path: PurePosixPath) -> tuple[str, str]:
    if str(path) in ENTRIES:
        return ENTRIES[str(path)], ""
    if path.parts[0] == "embed":  # `embed/<clientele>.<language>.html`
        return PageKind.EMBED, Language(path.stem.rpartition(".")[2])
    language = Language(path.parts[0])
    for kind in PageKind:
        if kind not in SECTION_OF and page_path(Address(kind), language) == path:
            return kind, language
    for kind in SECTION_OF:
        if page_path(Address(kind, "x"), language).parent == path.parent:
            return kind, language
    return path.parent.name or path.stem, language
