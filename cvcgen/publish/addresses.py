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
    PageKind.PROJECT: PageKind.PROJECTS,
    PageKind.CLIENTELE: PageKind.CLIENTELES,
    PageKind.VALUE: PageKind.VALUES,
    PageKind.RUBRIC: PageKind.RUBRICS,
}
"""The section that lists the pages of a kind."""

_WORDS = {
    "en": {
        PageKind.RANKINGS: "rankings",
        PageKind.PROJECTS: "projects",
        PageKind.CLIENTELES: "clienteles",
        PageKind.VALUES: "values",
        PageKind.RUBRICS: "rubrics",
        PageKind.METHOD: "method",
        PageKind.DATA: "data",
    },
    "fr": {
        PageKind.RANKINGS: "classements",
        PageKind.PROJECTS: "projets",
        PageKind.CLIENTELES: "clienteles",
        PageKind.VALUES: "valeurs",
        PageKind.RUBRICS: "echelles",
        PageKind.METHOD: "methode",
        PageKind.DATA: "donnees",
    },
}
_REMEMBERED = 100_000
"""How many paths and links are kept; a page has dozens of them, most on many pages."""
_SINGLE = frozenset({PageKind.METHOD, PageKind.DATA})


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
    section = SECTION_OF.get(address.kind, address.kind)
    words = _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
    if section in _SINGLE:
        return root / f"{words[section]}.html"
    # Ids have no dot, so the second part of one list never takes the place of another page.
    part = f".{address.number}" if address.number > 1 else ""
    return root / words[section] / f"{address.id or 'index'}{part}.html"


def relative_link(source: PurePosixPath, target: PurePosixPath) -> str:
    """The link to write on the page at `source`.

    >>> relative_link(PurePosixPath("fr/projets/a.html"), PurePosixPath("fr/valeurs/b.html"))
    '../valeurs/b.html'
    """
    return _from_folder(source.parent.parts, target.parts)


@lru_cache(maxsize=_REMEMBERED)
def _from_folder(folder: tuple[str, ...], target: tuple[str, ...]) -> str:
    """The link to write on every page of that folder; there are few folders, many pages."""
    pairs = zip(folder, target, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    steps = [".."] * (len(folder) - shared) + [quote(name) for name in target[shared:]]
    return "/".join(steps)
