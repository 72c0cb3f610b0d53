"""What each data file is made from, told by hand: they ask the records, not an index."""

from collections.abc import Iterator

from cvcgen.core.model import ClienteleId, NotConcerned, ProjectId
from cvcgen.publish.exports import DataFile
from cvcgen.publish.making.names import (
    ALL,
    CARD,
    KINDS,
    PLACE,
    POINTS,
    PROJECT,
    PROJECTS,
    RANKED,
)
from cvcgen.publish.views.context import SiteIndex

_STATE, _TITLE = "state", "title"
_SUMMARIES = {"site.json": (PROJECTS,), "projects.json": (f"{PROJECT}/{ALL}",)}
"""What files about the whole site are made from; others say the method alone."""


def name_data(file: DataFile, site: SiteIndex) -> Iterator[str]:
    """The names of what the file is made from, but for the origin."""
    if file.project is not None:
        return _name_project(file.project, site)
    if file.clientele is not None:
        return _name_ranking(file.clientele, site)
    return iter(_SUMMARIES.get(file.path, ()))


def _name_project(project: ProjectId, site: SiteIndex) -> Iterator[str]:
    """The project as written, its scores, and among how many they are ranked."""
    yield f"{PROJECT}/{project}"
    for clientele in site.rankings:
        yield f"{PLACE}/{project}/{clientele}"
        yield f"{RANKED}/{clientele}"


def _name_ranking(clientele: ClienteleId, site: SiteIndex) -> Iterator[str]:
    """Every place with its points and raters; who is not concerned, and why."""
    yield from (f"{_TITLE}/{ALL}", f"{_STATE}/{ALL}", f"{KINDS}/{ALL}")
    yield from (f"{PLACE}/{ALL}/{clientele}", f"{POINTS}/{ALL}/{clientele}")
    for project in site.catalogue.projects:
        for card in project.scorecards:
            if isinstance(card, NotConcerned) and card.clientele == clientele:
                yield f"{CARD}/{project.id}/{clientele}"
