"""A ranking's places in words and figures, raw, for text and Markdown."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.model import Catalogue, Clientele, Project, ProjectId, Provenance
from cvcgen.core.ranking import Place, Ranking
from cvcgen.reports.reader import Reader
from cvcgen.reports.reasons import unranked_reason
from cvcgen.reports.scores.wording import Wording, make_wording


@dataclass(frozen=True, slots=True)
class Row:
    """One place as it is shown."""

    rank: str
    """«2nd», «tied 2nd»; empty where not ranked."""
    figure: str
    """The score, or its interval."""
    project: str
    """The project's title and id."""
    why: str
    """Why there is no rank; empty where there is one."""
    total: Fraction | None
    """In percent, for a bar; None where there is no total."""


@dataclass(frozen=True, slots=True)
class Board:
    """One clientele's ranking as it is shown."""

    title: str
    """The clientele's name, id and edition."""
    ranked: tuple[Row, ...]
    """Best first."""
    unranked: tuple[Row, ...]


def boards(
    rankings: tuple[Ranking, ...], catalogue: Catalogue, reader: Reader
) -> tuple[Board, ...]:
    """The boards of those rankings, in the same order."""
    wording = make_wording(catalogue, reader)
    projects = {project.id: project for project in catalogue.projects}
    clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
    return tuple(
        Board(
            _title(clienteles[ranking.clientele], wording),
            tuple(_row(place, projects, wording) for place in ranking.ranked),
            tuple(_row(place, projects, wording) for place in ranking.unranked),
        )
        for ranking in rankings
    )


def _title(clientele: Clientele, wording: Wording) -> str:
    edition = f", {clientele.edition}" if clientele.edition else ""
    return f"{wording.text(clientele.name)} ({clientele.id}{edition})"


def _row(place: Place, projects: dict[ProjectId, Project], wording: Wording) -> Row:
    project = projects[place.project]
    rank = "" if place.rank is None else wording.reader.ordinal(place.rank, place.tied)
    return Row(
        rank,
        wording.figure(place),
        f"{wording.text(project.title)} ({project.id}){_mark(project, wording)}",
        unranked_reason(place, wording.names, wording.reader),
        place.score.total,
    )


def _mark(project: Project, wording: Wording) -> str:
    """Says of made-up figures that they are, wherever they stand beside published ones."""
    if project.provenance is Provenance.ILLUSTRATIVE:
        mark = wording.one("illustrative")
        return f" [{mark}]"
    return ""
