"""Scores to places: one ranking per clientele, on exact totals, with ties as data.

Standard competition ranking (1, 2, 2, 4): a place is one more than the number of projects
that are strictly better. What is not comparable stands beside the ranking, with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cvcgen.core.exact import telling_digits
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Feasibility,
    NotConcerned,
    Origin,
    Project,
    ProjectId,
    PublishedScorecard,
    Rubric,
)
from cvcgen.core.scoring import Completeness, Score, score_published, score_ratings

LEAST_COVERAGE = Fraction(80, 100)
"""Below this share of the weight a score is shown but not ranked (docs/method.md §2.3)."""


class Unranked(StrEnum):
    """Why a score has no rank."""

    INCOMPLETE = "incomplete"
    """A value is not rated yet."""
    EMPTY = "empty"
    """No value applies."""
    LOW_COVERAGE = "low_coverage"
    """The values that apply weigh too little."""
    NOT_FEASIBLE = "not_feasible"
    """The project cannot be done: a separate list, never a lower score."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one project stands for one clientele."""

    project: ProjectId
    score: Score
    rank: int | None
    """From 1; None where not ranked."""
    tied: bool
    """Whether another project has exactly the same total and a rank."""
    digits: int
    """How many decimals show the total so that it looks like no different one."""
    unranked: Unranked | None
    """Why there is no rank; None where there is one."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places of one clientele."""

    clientele: ClienteleId
    places: tuple[Place, ...]
    """Ranked ones first, best first, then the others; by project id where equal."""

    @property
    def ranked(self) -> tuple[Place, ...]:
        """The places that have a rank, best first."""
        return tuple(place for place in self.places if place.rank is not None)

    @property
    def unranked(self) -> tuple[Place, ...]:
        """The places that have none, by reason and project id."""
        return tuple(place for place in self.places if place.rank is None)


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """All scores of one state of the content, ranked per clientele."""

    origin: Origin
    rankings: tuple[Ranking, ...]
    """By clientele id."""

    def ranking(self, clientele: ClienteleId) -> Ranking:
        """The ranking of that clientele, which must exist."""
        return next(ranking for ranking in self.rankings if ranking.clientele == clientele)

    def place(self, project: ProjectId, clientele: ClienteleId) -> Place | None:
        """The project's place for the clientele, or None where it has no score."""
        places = self.ranking(clientele).places
        return next((place for place in places if place.project == project), None)


def evaluate(catalogue: Catalogue, origin: Origin) -> Scoreboard:
    """The scoreboard of a catalogue without errors: every score, every place."""
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    return Scoreboard(
        origin,
        tuple(
            rank_clientele(clientele, rubrics[clientele.rubric], catalogue.projects)
            for clientele in catalogue.clienteles
        ),
    )


def rank_clientele(
    clientele: Clientele, rubric: Rubric, projects: Iterable[Project]
) -> Ranking:
    """The ranking of all projects that have a scorecard for the clientele."""
    scored = [
        (project, score)
        for project in projects
        if (score := _score(project, clientele, rubric)) is not None
    ]
    reasons = {project.id: unranked_reason(project, score) for project, score in scored}
    totals = Counter(
        score.total
        for project, score in scored
        if reasons[project.id] is None and score.total is not None
    )
    ranks = competition_ranks(totals.elements())
    shown = [score.total for _, score in scored if score.total is not None]
    digits = dict(zip(shown, telling_digits(shown), strict=True))
    places = [
        _place(score, reasons[project.id], ranks, totals, digits) for project, score in scored
    ]
    return Ranking(clientele.id, tuple(sorted(places, key=_place_key)))


def competition_ranks(totals: Iterable[Fraction]) -> dict[Fraction, int]:
    """The rank of each total: one more than the number of totals above it.

    >>> competition_ranks([Fraction(n) for n in ("62.5", "45", "45", "37.5", "20")]).values()
    dict_values([1, 2, 4, 5])
    """
    ranks: dict[Fraction, int] = {}
    for position, total in enumerate(sorted(totals, reverse=True), start=1):
        ranks.setdefault(total, position)
    return ranks


def unranked_reason(project: Project, score: Score) -> Unranked | None:
    """Why the project's score takes no place in its ranking, or None where it does."""
    if score.completeness is Completeness.INCOMPLETE:
        return Unranked.INCOMPLETE
    if score.completeness is Completeness.EMPTY:
        return Unranked.EMPTY
    if score.coverage < LEAST_COVERAGE:
        return Unranked.LOW_COVERAGE
    if project.feasibility is Feasibility.NOT_FEASIBLE:
        return Unranked.NOT_FEASIBLE
    return None


def _score(project: Project, clientele: Clientele, rubric: Rubric) -> Score | None:
    card = next((card for card in project.scorecards if card.clientele == clientele.id), None)
    if card is None or isinstance(card, NotConcerned):
        return None
    if isinstance(card, PublishedScorecard):
        return score_published(project.id, card)
    return score_ratings(project.id, card, clientele, rubric)


def _place(
    score: Score,
    reason: Unranked | None,
    ranks: Mapping[Fraction, int],
    totals: Counter[Fraction],
    digits: Mapping[Fraction, int],
) -> Place:
    if score.total is None:
        return Place(score.project, score, None, False, 1, reason)
    ranked = reason is None
    return Place(
        project=score.project,
        score=score,
        rank=ranks[score.total] if ranked else None,
        tied=ranked and totals[score.total] > 1,
        digits=digits[score.total],
        unranked=reason,
    )


def _place_key(place: Place) -> tuple[bool, int, str, str]:
    return (place.rank is None, place.rank or 0, place.unranked or "", place.project)
