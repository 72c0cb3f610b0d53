"""What a view is built from: the site's records at hand, one language, one address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import PurePosixPath
from typing import Any, TypeVar, TypeVarTuple

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
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
from cvcgen.publish.addresses import Address, PageKind, link_from, page_path
from cvcgen.publish.artifacts import Download
from cvcgen.publish.collation import collation_key
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.preview import Preview
from cvcgen.publish.reading import Reading
from cvcgen.publish.slots import SOURCE, mark
from cvcgen.publish.voice import Localised, Voice

_Key = TypeVarTuple("_Key")
_Made = TypeVar("_Made")
_Memory = dict[tuple[object, ...], tuple[Any, frozenset[str]]]
"""What was made, with the names of what was read for it, by function and arguments."""
_HERE = Origin("", mark(SOURCE))
_MOST_REMEMBERED = 50_000
"""Results of one folder; beyond, all are forgotten: that costs time, never memory."""


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
    preview: Preview | None = None
    """What the site is compared with; None for a site that is no preview."""
    history: SiteHistory | None = None
    """What the site tells of its past; None for a site without history."""
    memories: dict[tuple[str, PurePosixPath], _Memory] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """What `once_per_folder` remembers, by language and folder; never that of another index."""
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


@dataclass(frozen=True, slots=True)
class Link:
    """Something to go to."""

    label: Localised
    """What it is called."""
    href: str
    """Relative to the page."""


def once_per_folder(
    make: "Callable[[FolderContext, *_Key], _Made]",
) -> "Callable[[FolderContext, *_Key], _Made]":
    """The same function, computed once per folder, language and arguments.

    What it makes may depend on nothing else: it is given the folder alone, whichever page
    asks. The arguments are hashable. What was read for it counts as read by who asks.
    """

    @wraps(make)
    def recall(page: "FolderContext", *args: *_Key) -> _Made:
        key, memory, reading = (make, *args), page.memory, page.site.reading
        if key not in memory:
            if len(memory) >= _MOST_REMEMBERED:
                memory.clear()
            folder = FolderContext(page.site, page.voice, page.folder)
            reading.begin()
            try:
                made = make(folder, *args)
            finally:
                reads = reading.end()
            memory[key] = made, reads
        found, reads = memory[key]
        reading.note_all(reads)
        remembered: _Made = found
        return remembered

    return recall


@dataclass(frozen=True, slots=True)
class FolderContext:
    """What the pages of one folder have in common: the site, the language, where links lead."""

    site: SiteIndex
    """What all pages have in common."""
    voice: Voice
    folder: PurePosixPath
    """Where the pages lie inside the site's folder."""
    memory: _Memory = field(init=False, compare=False, repr=False)
    """What `once_per_folder` remembers."""

    def __post_init__(self) -> None:
        """Share the memory of the folder."""
        whose = (self.voice.language, self.folder)
        object.__setattr__(self, "memory", self.site.memories.setdefault(whose, {}))

    def href(self, kind: PageKind, record: str = "", number: int = 1) -> str:
        """The link to another page in the same language."""
        return self.file_href(page_path(Address(kind, record, number), self.voice.language))

    def file_href(self, target: PurePosixPath) -> str:
        """The link to a file of the site."""
        return link_from(self.folder, target)

    def asset_href(self, asset: Asset) -> str:
        """The link to an asset, new whenever its content is."""
        return f"{self.file_href(asset.path)}?v={asset.version}"

    def words(self, text: str) -> Localised:
        """Words of the tool itself, where a text of the content may stand too."""
        return Localised(text, self.voice.language, foreign=False)

    def name(self, text: Text, record: str) -> Localised:
        """The title of a record, or its id where the title says nothing."""
        found = self.voice.localise(text)
        return found if found.text.strip() else self.words(record)

    @once_per_folder
    def value_link(self, value: ValueId) -> Link:
        """The link to a value's page."""
        name = self.name(self.site.values[value].name, value)
        return Link(name, self.href(PageKind.VALUE, value))

    @once_per_folder
    def project_link(self, project: ProjectId) -> Link:
        """The link to a project's page."""
        name = self.name(self.site.projects[project].title, project)
        return Link(name, self.href(PageKind.PROJECT, project))

    @once_per_folder
    def rubric_link(self, rubric: RubricId) -> Link:
        """The link to a rubric's page."""
        name = self.name(self.site.rubrics[rubric].name, rubric)
        return Link(name, self.href(PageKind.RUBRIC, rubric))

    @once_per_folder
    def clientele_name(self, clientele: ClienteleId) -> Localised:
        """What the clientele is called."""
        return self.name(self.site.clienteles[clientele].name, clientele)

    @once_per_folder
    def clientele_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's page."""
        return Link(self.clientele_name(clientele), self.href(PageKind.CLIENTELE, clientele))

    @once_per_folder
    def ranking_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's ranking."""
        return Link(self.clientele_name(clientele), self.href(PageKind.RANKING, clientele))

    @once_per_folder
    def title_key(self, project: ProjectId) -> tuple[str, str, str]:
        """What sorts projects by title in this language, ids deciding between namesakes."""
        title = self.name(self.site.projects[project].title, project)
        return collation_key(title.text, project)

    @once_per_folder
    def clienteles(self) -> tuple[Clientele, ...]:
        """All clienteles: the latest edition first, then by name."""
        by_name = sorted(
            self.site.catalogue.clienteles,
            key=lambda clientele: collation_key(
                self.name(clientele.name, clientele.id).text, clientele.id
            ),
        )
        return tuple(
            sorted(by_name, key=lambda clientele: clientele.edition or "", reverse=True)
        )


@dataclass(frozen=True, slots=True)
class PageContext(FolderContext):
    """One page to be: what there is to show, in which language, and where it will lie."""

    folder: PurePosixPath = field(init=False)
    """Where the page's file lies; found from its address."""
    address: Address
    path: PurePosixPath = field(init=False)
    """Where the page lies inside the site's folder."""

    def __post_init__(self) -> None:
        """Find the page's place."""
        path = page_path(self.address, self.voice.language)
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "folder", path.parent)
        FolderContext.__post_init__(self)


def index_site(
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    downloads: tuple[Download, ...],
    assets: tuple[Asset, ...],
    tool_version: str,
) -> SiteIndex:
    """The site's records by id; `assets` are all files that pages may refer to."""
    about: dict[tuple[ClienteleId | None, ProjectId | None], list[Download]] = {}
    for download in downloads:
        about.setdefault((download.clientele, download.project), []).append(download)
    return SiteIndex(
        catalogue=catalogue,
        scoreboard=scoreboard,
        downloads=downloads,
        downloads_of={key: tuple(found) for key, found in about.items()},
        stylesheets=tuple(asset for asset in assets if asset.path.suffix == ".css"),
        scripts={asset.path.name: asset for asset in assets if asset.path.suffix == ".js"},
        icon=next((asset for asset in assets if asset.path.name == "favicon.svg"), None),
        tool_version=tool_version,
        rubrics={rubric.id: rubric for rubric in catalogue.rubrics},
        values={value.id: value for value in catalogue.values},
        clienteles={clientele.id: clientele for clientele in catalogue.clienteles},
        projects={project.id: project for project in catalogue.projects},
        rankings={ranking.clientele: ranking for ranking in scoreboard.rankings},
        places={
            (place.project, place.score.clientele): place
            for ranking in scoreboard.rankings
            for place in ranking.places
        },
    )
