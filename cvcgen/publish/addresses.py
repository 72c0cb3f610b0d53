"""Where each page lies, and the relative link from one to another.

Section words are translated, ids never; every link names its file, so that the folder works
on a server under any path and from a shared drive.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from pathlib import PurePosixPath
from urllib.parse import quote

from cvcgen.core.model import Language


class PageKind(StrEnum):
    """What a page shows; a plural names the list of a section."""

    HOME = "home"
    RANKINGS = "rankings"
    RANKING = "ranking"
    COMPARE = "compare"
    GRID = "grid"
    PROJECTS = "projects"
    PROJECT = "project"
    CLIENTELES = "clienteles"
    CLIENTELE = "clientele"
    VALUES = "values"
    VALUE = "value"
    RUBRICS = "rubrics"
    RUBRIC = "rubric"
    METHOD = "method"
    DATA = "data"
    CHANGES = "changes"
    HISTORY = "history"
    EVOLUTION = "evolution"
    EMBED = "embed"
    BADGE = "badge"
    SEARCH = "search"
    ACCESSIBILITY = "accessibility"


@dataclass(frozen=True, slots=True)
class Address:
    """Which page, in whatever language."""

    kind: PageKind
    id: str = ""
    """The id of the record it shows; empty where the kind has one page only."""
    number: int = 1
    """Which part, from 1, of a list that is too long for one page."""


SECTION_OF = {
    PageKind.RANKING: PageKind.RANKINGS,
    PageKind.GRID: PageKind.RANKINGS,
    PageKind.PROJECT: PageKind.PROJECTS,
    PageKind.CLIENTELE: PageKind.CLIENTELES,
    PageKind.VALUE: PageKind.VALUES,
    PageKind.RUBRIC: PageKind.RUBRICS,
    PageKind.EVOLUTION: PageKind.HISTORY,
}
"""The section that lists the pages of a kind."""

ABOVE = {**SECTION_OF, PageKind.COMPARE: PageKind.RANKINGS}
"""The list above a page, on the way from the home page."""

_WORDS = {
    "en": {
        PageKind.RANKINGS: "rankings",
        PageKind.COMPARE: "compare",
        PageKind.GRID: "grids",
        PageKind.PROJECTS: "projects",
        PageKind.CLIENTELES: "clienteles",
        PageKind.VALUES: "values",
        PageKind.RUBRICS: "rubrics",
        PageKind.METHOD: "method",
        PageKind.DATA: "data",
        PageKind.CHANGES: "changes",
        PageKind.HISTORY: "history",
        PageKind.SEARCH: "search",
        PageKind.ACCESSIBILITY: "accessibility",
    },
    "fr": {
        PageKind.RANKINGS: "classements",
        PageKind.COMPARE: "comparer",
        PageKind.GRID: "grilles",
        PageKind.PROJECTS: "projets",
        PageKind.CLIENTELES: "clienteles",
        PageKind.VALUES: "valeurs",
        PageKind.RUBRICS: "echelles",
        PageKind.METHOD: "methode",
        PageKind.DATA: "donnees",
        PageKind.CHANGES: "changements",
        PageKind.HISTORY: "historique",
        PageKind.SEARCH: "recherche",
        PageKind.ACCESSIBILITY: "accessibilite",
    },
}
_REMEMBERED = 100_000
"""How many paths and links are kept; a page has dozens of them, most on many pages."""
_FOR_OTHER_SITES = {PageKind.EMBED: ("embed", "html"), PageKind.BADGE: ("badges", "svg")}
"""Folder and suffix of what other sites show; their addresses are the same in all languages."""
_SINGLE = frozenset(
    {
        PageKind.COMPARE,
        PageKind.METHOD,
        PageKind.DATA,
        PageKind.CHANGES,
        PageKind.SEARCH,
        PageKind.ACCESSIBILITY,
    }
)


@lru_cache(maxsize=_REMEMBERED)
def page_path(address: Address, language: Language) -> PurePosixPath:
    """Where the page lies inside the site's folder.

    >>> str(page_path(Address(PageKind.PROJECT, "rappel"), Language("fr")))
    'fr/projets/rappel.html'
    >>> str(page_path(Address(PageKind.RANKING, "todos", 2), Language("es")))
    'es/rankings/todos.2.html'
    """
    root = PurePosixPath(language)
    if address.kind is PageKind.HOME:
        return root / "index.html"
    if address.kind in _FOR_OTHER_SITES:
        folder, suffix = _FOR_OTHER_SITES[address.kind]
        return PurePosixPath(folder, f"{address.id}.{language}.{suffix}")
    words = _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
    section = address.kind if address.kind in words else SECTION_OF[address.kind]
    if section in _SINGLE:
        return root / f"{words[section]}.html"
    # Ids have no dot, so the second part of one list never takes the place of another page.
    part = f".{address.number}" if address.number > 1 else ""
    return root / words[section] / f"{address.id or 'index'}{part}.html"


def feed_path(language: Language) -> PurePosixPath:
    """Where the history for feed readers lies: beside its first page.

    >>> str(feed_path(Language("fr")))
    'fr/historique/index.xml'
    """
    return page_path(Address(PageKind.HISTORY), language).with_suffix(".xml")


def relative_link(source: PurePosixPath, target: PurePosixPath) -> str:
    """The link to write on the page at `source`.

    >>> relative_link(PurePosixPath("fr/projets/a.html"), PurePosixPath("fr/valeurs/b.html"))
    '../valeurs/b.html'
    """
    return link_from(source.parent, target)


def link_from(folder: PurePosixPath, target: PurePosixPath) -> str:
    """The link to write on every page of the folder."""
    return _from_folder(folder.parts, target.parts)


@lru_cache(maxsize=_REMEMBERED)
def _from_folder(folder: tuple[str, ...], target: tuple[str, ...]) -> str:
    """The link between parts of paths; there are few folders, many pages."""
    pairs = zip(folder, target, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    steps = [".."] * (len(folder) - shared) + [quote(name) for name in target[shared:]]
    return "/".join(steps)


def absolute_link(url: str, target: PurePosixPath) -> str:
    """The whole address of a file of the site that is published at `url`.

    >>> absolute_link("https://example.org/cvc", PurePosixPath("fr/index.html"))
    'https://example.org/cvc/fr/index.html'
    """
    return f"{url}/{quote(str(target))}"
