"""Renamed records under one name: the state before, in the words of the state after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Kind,
    Project,
    ProjectId,
    RatedScorecard,
    Rubric,
    RubricId,
    Scorecard,
    Value,
    ValueId,
)

_Record = TypeVar("_Record", Rubric, Value, Clientele, Project)


@dataclass(frozen=True, slots=True)
class Names:
    """The renamed records of each kind, from the id before to the id after."""

    rubrics: Mapping[str, str] = field(default_factory=dict)
    """Of the rubrics."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Of the values."""
    clienteles: Mapping[str, str] = field(default_factory=dict)
    """Of the clienteles."""
    projects: Mapping[str, str] = field(default_factory=dict)
    """Of the projects."""

    def rubric(self, name: RubricId) -> RubricId:
        """The rubric's id after the change."""
        return RubricId(self.rubrics.get(name, name))

    def value(self, name: ValueId) -> ValueId:
        """The value's id after the change."""
        return ValueId(self.values.get(name, name))

    def clientele(self, name: ClienteleId) -> ClienteleId:
        """The clientele's id after the change."""
        return ClienteleId(self.clienteles.get(name, name))

    def project(self, name: ProjectId) -> ProjectId:
        """The project's id after the change."""
        return ProjectId(self.projects.get(name, name))

    def of(self, kind: Kind) -> Mapping[str, str]:
        """The renamed records of that kind."""
        return {
            Kind.RUBRIC: self.rubrics,
            Kind.VALUE: self.values,
            Kind.CLIENTELE: self.clienteles,
            Kind.PROJECT: self.projects,
        }[kind]


def record_ids(catalogue: Catalogue) -> list[list[str]]:
    """The ids of the rubrics, values, clienteles and projects, each family in its order."""
    families = (catalogue.rubrics, catalogue.values, catalogue.clienteles, catalogue.projects)
    return [[str(record.id) for record in family] for family in families]


def translated(catalogue: Catalogue, names: Names) -> Catalogue:
    """The catalogue with every id, and every mention of one, after the change."""
    if names == Names():
        return catalogue
    return replace(
        catalogue,
        rubrics=_sorted(replace(r, id=names.rubric(r.id)) for r in catalogue.rubrics),
        values=_sorted(replace(v, id=names.value(v.id)) for v in catalogue.values),
        clienteles=_sorted(_clientele(c, names) for c in catalogue.clienteles),
        projects=_sorted(_project(p, names) for p in catalogue.projects),
    )


def _sorted(records: Iterable[_Record]) -> tuple[_Record, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _clientele(clientele: Clientele, names: Names) -> Clientele:
    pyramid = tuple(replace(e, value=names.value(e.value)) for e in clientele.pyramid)
    return replace(
        clientele,
        id=names.clientele(clientele.id),
        rubric=names.rubric(clientele.rubric),
        pyramid=pyramid,
    )


def _project(project: Project, names: Names) -> Project:
    cards = (_scorecard(card, names) for card in project.scorecards)
    ordered = tuple(sorted(cards, key=lambda card: card.clientele))
    return replace(project, id=names.project(project.id), scorecards=ordered)


def _scorecard(card: Scorecard, names: Names) -> Scorecard:
    clientele = names.clientele(card.clientele)
    if not isinstance(card, RatedScorecard):
        return replace(card, clientele=clientele)
    ratings = (replace(rating, value=names.value(rating.value)) for rating in card.ratings)
    ordered = tuple(sorted(ratings, key=lambda rating: rating.value))
    return replace(card, clientele=clientele, ratings=ordered)
