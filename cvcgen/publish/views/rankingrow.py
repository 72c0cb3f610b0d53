"""The rows of a ranking, and beside it what cannot be ranked, with the reason."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Feasibility,
    NotConcerned,
    Project,
    Provenance,
)
from cvcgen.core.ranking import Place, Ranking, Unranked
from cvcgen.publish.views.changemark import ChangeMark, mark_change
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.finding import name_strongest
from cvcgen.publish.views.labels import FEASIBILITY, STATUS
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.voice import Localised, Prose

_UNRANKED_TITLES = {
    Unranked.INCOMPLETE: message("Incomplete scores"),
    Unranked.LOW_COVERAGE: message("Too few values apply"),
    Unranked.EMPTY: message("No value applies"),
    Unranked.NOT_FEASIBLE: message("Not feasible"),
}
_UNRANKED_REASONS = {
    Unranked.INCOMPLETE: message(
        "Some values are still to be rated. A missing rating is never counted as zero: the"
        " score lies somewhere in the interval."
    ),
    Unranked.LOW_COVERAGE: message(
        "The values that apply weigh too little for a comparison with the others."
    ),
    Unranked.EMPTY: message("None of the values has a meaning for these projects."),
    Unranked.NOT_FEASIBLE: message(
        "These projects cannot be done as they stand. Their score is shown, without a rank."
    ),
}


@dataclass(frozen=True, slots=True)
class ProjectState:
    """How far a project has come and whether it can be done, as the content names it."""

    status: str
    """A value of `Status`; empty where it is not said."""
    feasibility: str
    """A value of `Feasibility`."""


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One project of a ranking."""

    project: Link
    """The project's page, at this clientele's scorecard."""
    standing: Standing
    """Score and rank."""
    change: ChangeMark | None
    """What both were, on a preview where they changed; else None."""
    notes: tuple[str, ...]
    """Status, what is not plain about its feasibility, where its figures come from."""
    strongest: tuple[Localised, ...]
    """The two values that bring most."""
    state: ProjectState
    """What filters ask for."""


@dataclass(frozen=True, slots=True)
class UnrankedGroup:
    """Projects that have a score and no rank, for one reason."""

    title: str
    """The reason in two words."""
    reason: str
    """The reason in a sentence."""
    rows: tuple[RankingRow, ...]
    """By title."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """A project that does not concern the clientele."""

    project: Link
    """The project's page."""
    reason: Prose
    """Why it does not concern it."""
    state: ProjectState
    """What filters ask for."""


@once_per_folder
def sort_places(page: FolderContext, clientele: ClienteleId) -> tuple[Place, ...]:
    """The clientele's places, best rank first, by title inside a tie and without a rank."""
    return tuple(
        sorted(
            page.site.rankings[clientele].places,
            key=lambda place: (
                place.rank is None,
                place.rank or 0,
                page.title_key(place.project),
            ),
        )
    )


@once_per_folder
def sort_ranked(page: FolderContext, clientele: ClienteleId) -> tuple[Place, ...]:
    """The clientele's places that have a rank, best first, by title inside a tie."""
    return tuple(place for place in sort_places(page, clientele) if place.rank is not None)


def show_ranking_row(page: PageContext, place: Place) -> RankingRow:
    """The row of one place."""
    return RankingRow(
        project=page.project_link(place.project),
        standing=show_standing(page, place),
        change=mark_change(page, place),
        notes=_notes(page, place),
        strongest=name_strongest(page, place),
        state=_state(page.site.projects[place.project]),
    )


def group_unranked(page: PageContext, ranking: Ranking) -> tuple[UnrankedGroup, ...]:
    """The places without a rank, by the reason."""
    places = sort_places(page, ranking.clientele)
    groups = []
    for reason in Unranked:
        found = (place for place in places if place.unranked is reason)
        rows = tuple(show_ranking_row(page, place) for place in found)
        if rows:
            title, why = _UNRANKED_TITLES[reason], _UNRANKED_REASONS[reason]
            groups.append(UnrankedGroup(page.voice.say(title), page.voice.say(why), rows))
    return tuple(groups)


def list_excluded(page: PageContext, clientele: Clientele) -> tuple[Excluded, ...]:
    """The projects that do not concern the clientele, by title."""
    found = [
        (project, card)
        for project in page.site.catalogue.projects
        if (card := not_concerned(project, clientele.id)) is not None
    ]
    ordered = sorted(found, key=lambda pair: page.title_key(pair[0].id))
    return tuple(
        Excluded(page.project_link(project.id), reason, _state(project))
        for project, card in ordered
        if (reason := page.voice.prose(card.reason)) is not None
    )


def _state(project: Project) -> ProjectState:
    return ProjectState(
        project.status.value if project.status else "", project.feasibility.value
    )


def not_concerned(project: Project, clientele: ClienteleId) -> NotConcerned | None:
    """That the project does not concern the clientele, or None where nothing says so."""
    for card in project.scorecards:
        if isinstance(card, NotConcerned) and card.clientele == clientele:
            return card
    return None


def _notes(page: PageContext, place: Place) -> tuple[str, ...]:
    project = page.site.projects[place.project]
    notes = [STATUS[project.status]] if project.status else []
    if project.feasibility is not Feasibility.FEASIBLE:
        notes.append(FEASIBILITY[project.feasibility])
    if not place.score.parts:
        notes.append(message("only the total was published"))
    if project.provenance is Provenance.ILLUSTRATIVE and _is_mixed(page, place.score.clientele):
        notes.append(message("illustrative data"))
    return tuple(page.voice.say(note) for note in notes)


@once_per_folder
def _is_mixed(page: FolderContext, clientele: ClienteleId) -> bool:
    """Whether the ranking holds projects of several provenances: then each row says its own."""
    places = page.site.rankings[clientele].places
    return len({page.site.projects[place.project].provenance for place in places}) > 1
