"""One side of a comparison, with every id after the change, ready to be looked up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cvcgen.core.changes.kinds import Presence
from cvcgen.core.changes.names import Names, translated
from cvcgen.core.changes.standings import Standings
from cvcgen.core.changes.state import State
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    NotConcerned,
    Project,
    ProjectId,
    PyramidEntry,
    Rubric,
    Scorecard,
    Value,
    ValueId,
)
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution

_Record = TypeVar("_Record", Rubric, Value, Clientele, Project)
Subject = tuple[ClienteleId, ProjectId]
"""Whose score: one project for one clientele."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One score with all that it was computed from."""

    place: Place
    """As the scoreboard has it, with the ids of its own side."""
    parts: Mapping[ValueId, Contribution]
    """None for a published total."""
    pyramid: Mapping[ValueId, PyramidEntry]
    """The entries of the clientele, by value."""
    rubric: Rubric
    project: Project
    card: Scorecard
    """The scorecard that the place comes from."""


@dataclass(frozen=True, slots=True)
class Side:
    """One state of the content, by ids after the change."""

    catalogue: Catalogue
    projects: Mapping[ProjectId, Project]
    clienteles: Mapping[ClienteleId, Clientele]
    cards: Mapping[Subject, Scorecard]
    """Every scorecard, by project and clientele."""
    places: Mapping[Subject, Place]
    """Of every score, with the ids of its own side."""
    standings: Mapping[ClienteleId, Standings]
    """Where every project of each ranking stands."""
    names: Names
    """From the ids of the places to those after the change."""
    pyramids: Mapping[ClienteleId, Mapping[ValueId, PyramidEntry]]
    """The entries of each clientele, by value."""

    def sheet(self, subject: Subject) -> Sheet:
        """All behind that score, which must exist: made when asked for, as hardly any is."""
        clientele, project = subject
        grid, place = self.clienteles[clientele], self.places[subject]
        parts = {part.value: part for part in place.score.parts}
        if self.names.values:
            parts = {self.names.value(value): part for value, part in parts.items()}
        return Sheet(
            place=place,
            parts=parts,
            pyramid=self.pyramids[clientele],
            rubric=next(one for one in self.catalogue.rubrics if one.id == grid.rubric),
            project=self.projects[project],
            card=self.cards[subject],
        )

    def presence(self, subject: Subject) -> Presence:
        """Whether there is a score, and if not, why not."""
        clientele, project = subject
        if clientele not in self.clienteles:
            return Presence.NO_CLIENTELE
        if project not in self.projects:
            return Presence.NO_PROJECT
        if subject not in self.cards:
            return Presence.NO_SCORECARD
        if isinstance(self.cards[subject], NotConcerned):
            return Presence.NOT_CONCERNED
        return Presence.SCORED

    def card_place(self, subject: Subject) -> Location | None:
        """Where the scorecard stands, if there is one."""
        return self.cards[subject].where if subject in self.cards else None


def make_side(state: State, names: Names) -> Side:
    """The state under the names after the change; `names` is empty for the state after.

    The scoreboard may rank projects that the catalogue leaves out: they stand in `standings`
    alone.
    """
    catalogue = translated(state.catalogue, names)
    cards = {
        (card.clientele, project.id): card
        for project in catalogue.projects
        for card in project.scorecards
    }
    projects = {project.id: project for project in catalogue.projects}
    clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
    known = {project.id for project in state.catalogue.projects}
    places = {}
    standings = {}
    for ranking in state.scoreboard.rankings:
        clientele = names.clientele(ranking.clientele)
        for place in ranking.places:
            if place.project in known:
                places[clientele, names.project(place.project)] = place
        standings[clientele] = Standings(ranking, names.projects)
    pyramids = {one.id: {x.value: x for x in one.pyramid} for one in catalogue.clienteles}
    return Side(catalogue, projects, clienteles, cards, places, standings, names, pyramids)


def edited_records(
    before: Iterable[_Record], after: Iterable[_Record]
) -> Iterator[tuple[_Record, _Record]]:
    """The records that both sides have and that differ, by id."""
    found = {str(record.id): record for record in after}
    for record in before:
        other = found.get(record.id, record)
        if other is not record and other != record:
            yield record, other
