"""The rows of a ranking, and beside it what cannot be ranked, with the reason."""

from dataclasses import dataclass
from functools import cache

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Feasibility,
    NotConcerned,
    Project,
    Provenance,
    Status,
)
from cvcgen.core.ranking import Place, Ranking, Unranked
from cvcgen.publish.views.changemark import ChangeMark, mark_change
from cvcgen.publish.views.context import (
    LanguageContext,
    Link,
    PageContext,
    once_per_language,
)
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.finding import name_strongest
from cvcgen.publish.views.labels import FEASIBILITY, STATUS
from cvcgen.publish.views.standing import Standing, show_standing
from cvcgen.publish.views.standings import sort_places
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


def show_ranking_row(page: PageContext, place: Place) -> RankingRow:
    """The row of one place."""
    project = page.site.projects[place.project]
    status, feasibility = project.status, project.feasibility
    strongest = name_strongest(page, place)
    notes = say_state(page, status, feasibility)
    if not strongest and not place.score.parts:
        notes += (page.voice.say(message("only the total was published")),)
    made_up = project.provenance is Provenance.ILLUSTRATIVE
    if made_up and _is_mixed(page, place.score.clientele):
        notes += (page.voice.say(message("illustrative data")),)
    return RankingRow(
        project=page.project_link(place.project),
        standing=show_standing(page, place),
        change=mark_change(page, place),
        notes=notes,
        strongest=strongest,
        state=_show_state(status, feasibility),
    )


def group_unranked(page: PageContext, ranking: Ranking) -> tuple[UnrankedGroup, ...]:
    """The places without a rank, by the reason."""
    places = sort_places(page, ranking.clientele)[ranking.ranked_count :]
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
        for card in project.scorecards
        if isinstance(card, NotConcerned) and card.clientele == clientele.id
    ]
    by_title = page.title_order() if found else {}
    return tuple(
        Excluded(page.project_link(project.id), reason, show_state(project))
        for project, card in sorted(found, key=lambda pair: by_title[pair[0].id])
        if (reason := page.voice.prose(card.reason)) is not None
    )


def show_state(project: Project) -> ProjectState:
    """The project's state."""
    return _show_state(project.status, project.feasibility)


@cache
def _show_state(status: Status | None, feasibility: Feasibility) -> ProjectState:
    return ProjectState(status.value if status else "", feasibility.value)


@once_per_language
def say_state(
    page: LanguageContext, status: Status | None, feasibility: Feasibility
) -> tuple[str, ...]:
    """How far a project has come, and what is not plain about its feasibility."""
    notes = [STATUS[status]] if status else []
    if feasibility is not Feasibility.FEASIBLE:
        notes.append(FEASIBILITY[feasibility])
    return tuple(page.voice.say(note) for note in notes)


@settled
def _is_mixed(page: LanguageContext, clientele: ClienteleId) -> bool:
    """Whether the ranking holds projects of several provenances: then each row says its own."""
    projects, places = page.site.projects, page.site.rankings[clientele].places
    return len({projects[place.project].provenance for place in places}) > 1
