"""Grids, scorecards and projects from figures alone, so that a test fits on one screen.

A grid is a pyramid with its rubric. Figures are words in a string, as in a table: weights
`"50 30 20"`, ratings `"5 - n/a"` («-» is not rated yet, «n/a» is not applicable). Values are
named after their place in the pyramid: `v01`, `v02`, …
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    Feasibility,
    Level,
    NotApplicable,
    NotRated,
    Project,
    ProjectId,
    PublishedScorecard,
    PyramidEntry,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    RubricId,
    Scorecard,
    Text,
    ValueId,
    Weights,
    WeightsKind,
)
from cvcgen.core.scoring import Score, score_ratings

POINTS = "0 1 3 5"
CITIZENS = "18 16 14 13 12 11 10 6"
PROFESSIONALS = "20 18 15 13 12 10 7 5"
NOT_RATED = "-"
NOT_APPLICABLE = "n/a"

Figures = str | Iterable[object]
"""Words of a string, or things whose text is a figure."""
NO_TEXT = Text(())


@dataclass(frozen=True)
class Grid:
    """A pyramid and the rubric that its values are rated with."""

    clientele: Clientele
    rubric: Rubric

    @property
    def values(self) -> tuple[ValueId, ...]:
        return tuple(entry.value for entry in self.clientele.pyramid)

    @property
    def points(self) -> tuple[Fraction, ...]:
        return tuple(level.points for level in self.rubric.levels)

    def score(self, ratings: Figures) -> Score:
        """The score of these ratings, given in the pyramid's order."""
        card = scorecard(ratings, values=self.values)
        return score_ratings(ProjectId("p"), card, self.clientele, self.rubric)

    def every_rating(self, *others: str) -> Iterator[tuple[object, ...]]:
        """Every vector of ratings there is, with the other words as ratings too."""
        return product((*self.points, *others), repeat=len(self.values))


def figures(given: Figures) -> list[str]:
    return given.split() if isinstance(given, str) else [str(figure) for figure in given]


def grid(
    weights: Figures,
    points: Figures = POINTS,
    *,
    name: str = "c",
    scale: str = "r",
    values: Sequence[str] = (),
    total: int = 100,
) -> Grid:
    """A grid of these weights, or of as many equal ones as there are «=»."""
    found = figures(weights)
    kind = WeightsKind.EQUAL if set(found) == {"="} else WeightsKind.DECLARED
    entries = tuple(
        PyramidEntry(ValueId(value), None if weight == "=" else Fraction(weight))
        for value, weight in zip(values or value_names(len(found)), found, strict=True)
    )
    rubric = Rubric(RubricId(scale), NO_TEXT, levels(points))
    pyramid = Clientele(
        ClienteleId(name), NO_TEXT, rubric.id, Weights(kind, Fraction(total)), entries
    )
    return Grid(pyramid, rubric)


def levels(points: Figures) -> tuple[Level, ...]:
    return tuple(Level(Fraction(figure), NO_TEXT) for figure in figures(points))


def value_names(count: int) -> tuple[ValueId, ...]:
    return tuple(ValueId(f"v{place:02}") for place in range(1, count + 1))


def scorecard(
    ratings: Figures, *, clientele: str = "c", values: Sequence[str] = ()
) -> RatedScorecard:
    found = figures(ratings)
    named = zip(values or value_names(len(found)), found, strict=True)
    rated = sorted((rating(value, figure) for value, figure in named), key=lambda r: r.value)
    return RatedScorecard(ClienteleId(clientele), tuple(rated))


def rating(value: str, figure: str) -> Rating:
    if figure == NOT_RATED:
        return NotRated(ValueId(value))
    if figure == NOT_APPLICABLE:
        return NotApplicable(ValueId(value), NO_TEXT)
    return Rated(ValueId(value), Fraction(figure))


def published(percent: str, *, clientele: str = "c") -> PublishedScorecard:
    return PublishedScorecard(ClienteleId(clientele), Fraction(percent))


def project(
    name: str, *cards: Scorecard, feasibility: Feasibility = Feasibility.FEASIBLE
) -> Project:
    return Project(ProjectId(name), NO_TEXT, cards, feasibility=feasibility)
