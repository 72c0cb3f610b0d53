"""What a view is built from: the site's records at hand, one language, one address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Language,
    Origin,
    Project,
    ProjectId,
    Rubric,
    RubricId,
    Text,
    Value,
    ValueId,
)
from cvcgen.core.ranking import Place, Ranking, Scoreboard
from cvcgen.publish.addresses import (
    Address,
    PageKind,
    link_from,
    page_folder,
    page_name,
    page_path,
    quote_name,
    way_to,
)
from cvcgen.publish.artifacts import Download
from cvcgen.publish.collation import collation_key
from cvcgen.publish.reading import Reading
from cvcgen.publish.slots import SOURCE, mark
from cvcgen.publish.views.memory import Memory, once
from cvcgen.publish.voice import Localised, Voice

if TYPE_CHECKING:  # most sites are compared with nothing, and tell none of their past
    from cvcgen.publish.history import SiteHistory
    from cvcgen.publish.preview import Preview

_Key = TypeVarTuple("_Key")
_Made = TypeVar("_Made")
_HERE = Origin("", mark(SOURCE))


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages refer to, such as the stylesheet."""

    path: PurePosixPath
    """Where it lies, inside the site's folder."""
    version: str
    """Hexadecimal digits of its content: a changed file gets another address."""


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """The records of one site, found by id."""

    catalogue: Catalogue
    scoreboard: Scoreboard
    downloads: tuple[Download, ...]
    """In the order in which pages list them."""
    stylesheets: tuple[Asset, ...]
    """The site's own first, then what an organisation overrides."""
    scripts: Mapping[str, Asset]
    """By name, such as `filter.js`."""
    icon: Asset | None
    """The picture in the browser's tab."""
    tool_version: str
    """cvcgen's own."""
    rubrics: Mapping[RubricId, Rubric]
    values: Mapping[ValueId, Value]
    clienteles: Mapping[ClienteleId, Clientele]
    projects: Mapping[ProjectId, Project]
    rankings: Mapping[ClienteleId, Ranking]
    places: Mapping[tuple[ProjectId, ClienteleId], Place]
    """Only where there is a score."""
    preview: "Preview | None" = None
    """What the site is compared with; None for a site that is no preview."""
    history: "SiteHistory | None" = None
    """What the site tells of its past; None for a site without history."""
    memories: dict[tuple[str, PurePosixPath | None], Memory] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """What is remembered by language and folder, or by language alone; never that of another
    index."""
    downloads_of: Mapping[tuple[ClienteleId | None, ProjectId | None], tuple[Download, ...]] = (
        field(default_factory=dict)
    )
    """Those about a clientele, about a project, or about neither: about the whole site."""
    reading: Reading = field(default_factory=Reading, compare=False, repr=False)
    """Where is noted what pages read; `making.noted` has an index that does so."""

    @property
    def here(self) -> Origin:
        """The state of the content that the site is built from, for links into it.

        Its revision is the mark of a slot, so that pages do not change with every commit.
        """
        return _HERE

    def whole_ranking(self, clientele: ClienteleId) -> Ranking:
        """The ranking itself, for who reads all of it."""
        return self.rankings[clientele]

    def whole_place(self, project: ProjectId, clientele: ClienteleId) -> Place | None:
        """The place with all that it says, as who shows all of it reads it; or None."""
        return self.places.get((project, clientele))


@dataclass(frozen=True, slots=True)
class Link:
    """Something to go to."""

    label: Localised
    """What it is called."""
    href: str
    """Relative to the page."""


def once_per_language(
    make: "Callable[[LanguageContext, *_Key], _Made]",
) -> "Callable[[LanguageContext, *_Key], _Made]":
    """The same function, computed once per language and arguments, whatever the folder.

    As `once_per_folder`, for what has no links.
    """
    return once(make, attrgetter("spoken"), lambda page: LanguageContext(page.site, page.voice))


def once_per_folder(
    make: "Callable[[FolderContext, *_Key], _Made]",
) -> "Callable[[FolderContext, *_Key], _Made]":
    """The same function, computed once per folder, language and arguments.

    What it makes may depend on nothing else: it is given the folder alone, whichever page
    asks. The arguments are hashable. What was read for it counts as read by who asks.
    """
    return once(
        make,
        attrgetter("memory"),
        lambda page: FolderContext(page.site, page.voice, page.folder),
    )


@dataclass(frozen=True, slots=True)
class LanguageContext:
    """What all pages of one language have in common: it knows of no page to link from."""

    site: SiteIndex
    """What all pages have in common."""
    voice: Voice
    spoken: Memory = field(init=False, compare=False, repr=False)
    """What `once_per_language` remembers."""

    def __post_init__(self) -> None:
        """Share the memory of the language."""
        whose = (self.voice.language, None)
        object.__setattr__(self, "spoken", self.site.memories.setdefault(whose, {}))

    def words(self, text: str) -> Localised:
        """Words of the tool itself, where a text of the content may stand too."""
        return Localised(text, self.voice.language, foreign=False)

    def name(self, text: Text, record: str) -> Localised:
        """The title of a record, or its id where the title says nothing."""
        found = self.voice.localise(text)
        return found if found.text.strip() else self.words(record)

    @once_per_language
    def clientele_name(self, clientele: ClienteleId) -> Localised:
        """What the clientele is called."""
        return self.name(self.site.clienteles[clientele].name, clientele)

    @once_per_language
    def project_name(self, project: ProjectId) -> Localised:
        """What the project is called."""
        return self.name(self.site.projects[project].title, project)

    @once_per_language
    def title_order(self) -> Mapping[ProjectId, int]:
        """Where each project stands among all by title, ids deciding between namesakes."""
        ids = [project.id for project in self.site.catalogue.projects]
        ids.sort(key=lambda project: collation_key(self.project_name(project).text, project))
        return {project: position for position, project in enumerate(ids)}

    @once_per_language
    def clienteles(self) -> tuple[Clientele, ...]:
        """All clienteles: the latest edition first, then by name."""
        by_name = sorted(
            self.site.catalogue.clienteles,
            key=lambda clientele: collation_key(
                self.clientele_name(clientele.id).text, clientele.id
            ),
        )
        return tuple(
            sorted(by_name, key=lambda clientele: clientele.edition or "", reverse=True)
        )


@dataclass(frozen=True, slots=True)
class FolderContext(LanguageContext):
    """What the pages of one folder have in common: beside the language, where links lead."""

    folder: PurePosixPath
    """Where the pages lie inside the site's folder."""
    memory: Memory = field(init=False, compare=False, repr=False)
    """What `once_per_folder` remembers."""

    def __post_init__(self) -> None:
        """Share the memories of the language and the folder."""
        LanguageContext.__post_init__(self)
        whose = (self.voice.language, self.folder)
        object.__setattr__(self, "memory", self.site.memories.setdefault(whose, {}))

    def href(self, kind: PageKind, record: str = "", number: int = 1) -> str:
        """The link to another page in the same language."""
        language = self.voice.language
        way = way_to(self.folder, kind, language)
        return way + _quoted_name(kind, record, number, language)

    def file_href(self, target: PurePosixPath) -> str:
        """The link to a file of the site."""
        return link_from(self.folder, target)

    def asset_href(self, asset: Asset) -> str:
        """The link to an asset, new whenever its content is."""
        return f"{self.file_href(asset.path)}?v={asset.version}"

    @once_per_folder
    def value_link(self, value: ValueId) -> Link:
        """The link to a value's page."""
        name = self.name(self.site.values[value].name, value)
        return Link(name, self.href(PageKind.VALUE, value))

    def project_link(self, project: ProjectId) -> Link:
        """The link to a project's page."""
        return Link(self.project_name(project), self.href(PageKind.PROJECT, project))

    @once_per_folder
    def rubric_link(self, rubric: RubricId) -> Link:
        """The link to a rubric's page."""
        name = self.name(self.site.rubrics[rubric].name, rubric)
        return Link(name, self.href(PageKind.RUBRIC, rubric))

    @once_per_folder
    def clientele_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's page."""
        return Link(self.clientele_name(clientele), self.href(PageKind.CLIENTELE, clientele))

    @once_per_folder
    def ranking_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's ranking."""
        return Link(self.clientele_name(clientele), self.href(PageKind.RANKING, clientele))


@lru_cache(maxsize=16_384)  # pages of many folders link to each project
def _quoted_name(kind: PageKind, record: str, number: int, language: Language) -> str:
    """What the file of a page is called, as links write it."""
    return quote_name(page_name(Address(kind, record, number), language))


@dataclass(frozen=True, slots=True)
class PageContext(FolderContext):
    """One page to be: what there is to show, in which language, and where it will lie."""

    folder: PurePosixPath = field(init=False)
    """Where the page's file lies; found from its address."""
    address: Address

    def __post_init__(self) -> None:
        """Find the page's folder."""
        folder = page_folder(self.address.kind, self.voice.language)
        object.__setattr__(self, "folder", folder)
        FolderContext.__post_init__(self)

    @property
    def path(self) -> PurePosixPath:
        """Where the page lies inside the site's folder."""
        return page_path(self.address, self.voice.language)
