"""Where each page lies, and the relative link from one to another.

Section words are translated, ids never; every link names its file, so that the folder works
on a server under any path and from a shared drive.
"""

import re
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
_REMEMBERED = 4096
"""How many folders, and ways between them, are kept; there are a few dozen per language."""
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.-]*")
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


def page_path(address: Address, language: Language) -> PurePosixPath:
    """Where the page lies inside the site's folder.

    >>> str(page_path(Address(PageKind.PROJECT, "rappel"), Language("fr")))
    'fr/projets/rappel.html'
    >>> str(page_path(Address(PageKind.RANKING, "todos", 2), Language("es")))
    'es/rankings/todos.2.html'
    """
    return page_folder(address.kind, language) / page_name(address, language)


@lru_cache(maxsize=_REMEMBERED)
def page_folder(kind: PageKind, language: Language) -> PurePosixPath:
    """Where the pages of a kind lie inside the site's folder."""
    if kind in _FOR_OTHER_SITES:
        return PurePosixPath(_FOR_OTHER_SITES[kind][0])
    if kind is PageKind.HOME or kind in _SINGLE:
        return PurePosixPath(language)
    return PurePosixPath(language, _section_word(kind, language))


def page_name(address: Address, language: Language) -> str:
    """What the page's file is called."""
    kind = address.kind
    if kind in _FOR_OTHER_SITES:
        return f"{address.id}.{language}.{_FOR_OTHER_SITES[kind][1]}"
    if kind in _SINGLE:
        return f"{_section_word(kind, language)}.html"
    # Ids have no dot, so the second part of one list never takes the place of another page.
    part = f".{address.number}" if address.number > 1 else ""
    return f"{address.id or 'index'}{part}.html"


def _section_word(kind: PageKind, language: Language) -> str:
    words = _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
    return words[kind if kind in words else SECTION_OF[kind]]


def feed_path(language: Language) -> PurePosixPath:
    """Where the history for feed readers lies: beside its first page.

    >>> str(feed_path(Language("fr")))
    'fr/historique/index.xml'
    """
    return page_path(Address(PageKind.HISTORY), language).with_suffix(".xml")


def link_from(folder: PurePosixPath, target: PurePosixPath) -> str:
    """The link to write on every page of the folder.

    >>> link_from(PurePosixPath("fr/projets"), PurePosixPath("fr/valeurs/b.html"))
    '../valeurs/b.html'
    """
    return way_from(folder, target.parent) + quote_name(target.name)


def way_from(folder: PurePosixPath, target: PurePosixPath) -> str:
    """What links from one folder into another begin with.

    >>> way_from(PurePosixPath("fr/projets"), PurePosixPath("fr/valeurs"))
    '../valeurs/'
    """
    pairs = zip(folder.parts, target.parts, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    steps = [".."] * (len(folder.parts) - shared) + [
        quote(name) for name in target.parts[shared:]
    ]
    return "".join(f"{step}/" for step in steps)


@lru_cache(maxsize=_REMEMBERED)
def way_to(folder: PurePosixPath, kind: PageKind, language: Language) -> str:
    """What links from a folder to pages of that kind begin with."""
    return way_from(folder, page_folder(kind, language))


def quote_name(name: str) -> str:
    """The name of a file as links write it."""
    return name if _PLAIN_NAME.fullmatch(name) else quote(name)


def absolute_link(url: str, target: PurePosixPath) -> str:
    """The whole address of a file of the site that is published at `url`.

    >>> absolute_link("https://example.org/cvc", PurePosixPath("fr/index.html"))
    'https://example.org/cvc/fr/index.html'
    """
    return f"{url}/{quote(str(target))}"
