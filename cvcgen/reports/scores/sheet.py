"""What a report on one score needs, drawn together: the card, its pyramid, its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    NotConcerned,
    Project,
    ProjectId,
    Rubric,
    RubricId,
    Scorecard,
)
from cvcgen.core.ranking import Place, Scoreboard


@dataclass(frozen=True, slots=True)
class Sheet:
    """One project for one clientele."""

    project: Project
    clientele: Clientele
    rubric: Rubric
    card: Scorecard
    """The project's card for the clientele."""
    place: Place | None
    """None where the clientele is not concerned."""
    ranked: int
    """How many projects have a rank for the clientele."""


def sheets(
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    projects: Sequence[ProjectId] = (),
    clienteles: Sequence[ClienteleId] = (),
) -> tuple[Sheet, ...]:
    """The scorecards of those projects and clienteles, as named; without names, all."""
    known = {clientele.id: clientele for clientele in catalogue.clienteles}
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    return tuple(
        _sheet(project, known[card.clientele], rubrics, card, scoreboard)
        for project in _named(catalogue, projects)
        for card in project.scorecards
        if not clienteles or card.clientele in clienteles
    )


def _named(catalogue: Catalogue, projects: Sequence[ProjectId]) -> tuple[Project, ...]:
    """Those projects, each once, in the order of their names; all where none is named."""
    if not projects:
        return catalogue.projects
    known = {project.id: project for project in catalogue.projects}
    return tuple(known[name] for name in dict.fromkeys(projects))


def _sheet(
    project: Project,
    clientele: Clientele,
    rubrics: Mapping[RubricId, Rubric],
    card: Scorecard,
    scoreboard: Scoreboard,
) -> Sheet:
    place = None
    if not isinstance(card, NotConcerned):
        place = scoreboard.place(project.id, clientele.id)
    ranked = len(scoreboard.ranking(clientele.id).ranked)
    return Sheet(project, clientele, rubrics[clientele.rubric], card, place, ranked)
