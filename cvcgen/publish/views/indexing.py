"""The index of a site: its records by id."""

from cvcgen.core.model import Catalogue, ClienteleId, ProjectId
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Download
from cvcgen.publish.views.context import Asset, SiteIndex


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
