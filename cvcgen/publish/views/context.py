"""What a view is built from: the site's records at hand, one language, one address."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Project,
    ProjectId,
    Rubric,
    RubricId,
    Text,
    Value,
    ValueId,
)
from cvcgen.core.ranking import Place, Ranking, Scoreboard
from cvcgen.publish.addresses import Address, PageKind, page_path, relative_link
from cvcgen.publish.artifacts import Download
from cvcgen.publish.collation import collation_key
from cvcgen.publish.preview import Preview
from cvcgen.publish.voice import Localised, Voice


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


@dataclass(frozen=True, slots=True)
class Link:
    """Something to go to."""

    label: Localised
    """What it is called."""
    href: str
    """Relative to the page."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """One page to be: what there is to show, in which language, and where it will lie."""

    site: SiteIndex
    """What all pages have in common."""
    voice: Voice
    address: Address

    @property
    def path(self) -> PurePosixPath:
        """Where the page lies inside the site's folder."""
        return page_path(self.address, self.voice.language)

    def href(self, kind: PageKind, record: str = "", number: int = 1) -> str:
        """The link to another page in the same language."""
        target = page_path(Address(kind, record, number), self.voice.language)
        return relative_link(self.path, target)

    def asset_href(self, asset: Asset) -> str:
        """The link to an asset, new whenever its content is."""
        return f"{relative_link(self.path, asset.path)}?v={asset.version}"

    def words(self, text: str) -> Localised:
        """Words of the tool itself, where a text of the content may stand too."""
        return Localised(text, self.voice.language, foreign=False)

    def name(self, text: Text, record: str) -> Localised:
        """The title of a record, or its id where the title says nothing."""
        found = self.voice.localise(text)
        return found if found.text.strip() else self.words(record)

    def value_link(self, value: ValueId) -> Link:
        """The link to a value's page."""
        name = self.name(self.site.values[value].name, value)
        return Link(name, self.href(PageKind.VALUE, value))

    def project_link(self, project: ProjectId) -> Link:
        """The link to a project's page."""
        name = self.name(self.site.projects[project].title, project)
        return Link(name, self.href(PageKind.PROJECT, project))

    def rubric_link(self, rubric: RubricId) -> Link:
        """The link to a rubric's page."""
        name = self.name(self.site.rubrics[rubric].name, rubric)
        return Link(name, self.href(PageKind.RUBRIC, rubric))

    def clientele_name(self, clientele: ClienteleId) -> Localised:
        """What the clientele is called."""
        return self.name(self.site.clienteles[clientele].name, clientele)

    def clientele_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's page."""
        return Link(self.clientele_name(clientele), self.href(PageKind.CLIENTELE, clientele))

    def ranking_link(self, clientele: ClienteleId) -> Link:
        """The link to a clientele's ranking."""
        return Link(self.clientele_name(clientele), self.href(PageKind.RANKING, clientele))

    def title_key(self, project: ProjectId) -> tuple[str, str, str]:
        """What sorts projects by title in this language, ids deciding between namesakes."""
        title = self.name(self.site.projects[project].title, project)
        return collation_key(title.text, project)

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


def index_site(
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    downloads: tuple[Download, ...],
    assets: tuple[Asset, ...],
    tool_version: str,
) -> SiteIndex:
    """The site's records by id; `assets` are all files that pages may refer to."""
    return SiteIndex(
        catalogue=catalogue,
        scoreboard=scoreboard,
        downloads=downloads,
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
