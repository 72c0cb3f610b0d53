"""Scores to places: one ranking per clientele, on exact totals, with ties as data.

Standard competition ranking (1, 2, 2, 4): a place is one more than the number of projects
that are strictly better. What is not comparable stands beside the ranking, with the reason.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

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
    ValueId,
)
from cvcgen.core.scoring import (
    Completeness,
    Score,
    score_published,
    score_ratings,
    weight_shares,
)

LEAST_COVERAGE = Fraction(80, 100)
"""Below this share of the weight a score is shown but not ranked (docs/method.md §2.3)."""


_BITS = 64
"""How much of a total tells it from others, at first: more is taken where it does not."""


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
    ranked_count: int = field(init=False, repr=False, compare=False)
    """How many places have a rank; counted once, because every page asks."""

    def __post_init__(self) -> None:
        """Finds where the places without a rank begin."""
        count = bisect_left(self.places, True, key=lambda place: place.rank is None)
        object.__setattr__(self, "ranked_count", count)

    @property
    def ranked(self) -> tuple[Place, ...]:
        """The places that have a rank, best first."""
        return self.places[: self.ranked_count]

    @property
    def unranked(self) -> tuple[Place, ...]:
        """The places that have none, by reason and project id."""
        return self.places[self.ranked_count :]


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


def score_project(
    project: Project,
    clientele: Clientele,
    rubric: Rubric,
    shares: Mapping[ValueId, Fraction] | None = None,
) -> Score | None:
    """The project's score for the clientele; None where it has no scorecard to score.

    Who scores many projects hands over the clientele's weight `shares`.
    """
    card = next((card for card in project.scorecards if card.clientele == clientele.id), None)
    if card is None or isinstance(card, NotConcerned):
        return None
    if isinstance(card, PublishedScorecard):
        return score_published(project.id, card)
    return score_ratings(project.id, card, clientele, rubric, shares)


def rank_clientele(
    clientele: Clientele, rubric: Rubric, projects: Iterable[Project]
) -> Ranking:
    """The ranking of all projects that have a scorecard for the clientele."""
    shares = weight_shares(clientele)
    scored = (
        (score, unranked_reason(project, score))
        for project in projects
        if (score := score_project(project, clientele, rubric, shares)) is not None
    )
    return rank_scores(clientele.id, scored)


def rank_scores(
    clientele: ClienteleId, scored: Iterable[tuple[Score, Unranked | None]]
) -> Ranking:
    """The ranking of these scores, each with the reason why it has no rank, if any."""
    pairs = tuple(scored)
    totals = [score.total for score, _ in pairs if score.total is not None]
    keys = iter(zip(_order(totals), telling_digits(totals), strict=True))
    ranked: list[tuple[int, ProjectId, int, Score]] = []
    unranked: list[Place] = []
    for score, reason in pairs:
        key, digits = (0, 1) if score.total is None else next(keys)
        if reason is None and score.total is not None:
            ranked.append((-key, score.project, digits, score))
        else:
            unranked.append(Place(score.project, score, None, False, digits, reason))
    ranked.sort(key=itemgetter(0, 1))
    ranks = competition_ranks(entry[0] for entry in ranked)
    sizes = Counter(ranks)
    places = [
        Place(project, score, rank, sizes[rank] > 1, digits, None)
        for rank, (_, project, digits, score) in zip(ranks, ranked, strict=True)
    ]
    unranked.sort(key=lambda place: (place.unranked or "", place.project))
    return Ranking(clientele, (*places, *unranked))


def competition_ranks(totals: Iterable[object]) -> tuple[int, ...]:
    """The rank of each total, best first: one more than the number of totals above it.

    >>> competition_ranks(Fraction(n) for n in ("62.5", "45", "45", "37.5", "20"))
    (1, 2, 2, 4, 5)
    """
    ranks: list[int] = []
    for _, group in groupby(totals):
        ranks += [len(ranks) + 1] * len(tuple(group))
    return tuple(ranks)


def unranked_reason(project: Project, score: Score) -> Unranked | None:
    """Why the project's score takes no place in its ranking, or None where it does."""
    if score.completeness is Completeness.INCOMPLETE:
        return Unranked.INCOMPLETE
    if score.completeness is Completeness.EMPTY:
        return Unranked.EMPTY
    if score.coverage != 1 and score.coverage < LEAST_COVERAGE:
        return Unranked.LOW_COVERAGE
    if project.feasibility is Feasibility.NOT_FEASIBLE:
        return Unranked.NOT_FEASIBLE
    return None


def _order(totals: Iterable[Fraction]) -> list[int]:
    """An integer for each total, that is to the others as the total is.

    Comparing fractions would be half of the work of a ranking.
    """
    pairs = [(total.numerator, total.denominator) for total in totals]
    distinct = frozenset(pairs)
    bits = _BITS
    while True:
        keys = {pair: (pair[0] << bits) // pair[1] for pair in distinct}
        if len(frozenset(keys.values())) == len(distinct):
            return [keys[pair] for pair in pairs]
        bits *= 2
