"""A scorecard and a pyramid to an exact score with its whole arithmetic (docs/method.md §2).

One formula serves every edition: equal weights are weights like any other, and neither the
number of values nor the largest points is written anywhere. Which score comes before which
is for `ranking`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from cvcgen.core.exact import exact_sum, in_units
from cvcgen.core.model import (
    Clientele,
    ClienteleId,
    NotApplicable,
    NotRated,
    ProjectId,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rating,
    Rubric,
    ValueId,
    WeightsKind,
)

HUNDRED = Fraction(100)
_Ratio = tuple[int, int]
"""A fraction as numerator and denominator: a key ten times as fast."""
_REMEMBERED = 16_384
"""Distinct ratings: a pyramid has a few dozen, whatever the number of projects."""


class Completeness(StrEnum):
    """How much of a score is known."""

    COMPLETE = "complete"
    """Every applicable value is rated."""
    INCOMPLETE = "incomplete"
    """Some value is not rated yet: an interval, no total."""
    PUBLISHED = "published"
    """Only the total is known."""
    EMPTY = "empty"
    """No value applies: neither a total nor an interval."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one value brings to a score."""

    value: ValueId
    weight: Fraction
    """The declared weight in percent of the pyramid; the weights of a pyramid sum to 100."""
    possible: Fraction
    """The most it can bring, in percent: the weight among the values that apply."""
    rating: Rating
    share: Fraction | None
    """Points over the largest points, in [0, 1]; None where not rated or not applicable."""
    earned: Fraction | None
    """What it brings, in percent: possible times share; None where not rated."""

    @property
    def unrealised(self) -> Fraction | None:
        """What a rating of the largest points would add, in percent."""
        return None if self.earned is None else self.possible - self.earned

    @property
    def points(self) -> Fraction | None:
        """The points of the rating, or None where there are none."""
        return self.rating.points if isinstance(self.rating, Rated) else None


@dataclass(frozen=True, slots=True)
class Score:
    """A customer value score: its total and the parts that sum to it, exactly."""

    project: ProjectId
    clientele: ClienteleId
    completeness: Completeness
    total: Fraction | None
    """In percent, in [0, 100]; None where incomplete or empty."""
    low: Fraction | None
    """The total if every missing rating were the lowest, in percent."""
    high: Fraction | None
    """The total if every missing rating were the highest, in percent."""
    coverage: Fraction
    """The share of the weight that applies, in [0, 1]."""
    parts: tuple[Contribution, ...]
    """One per value, in the pyramid's order; none for a published total."""

    @property
    def missing(self) -> tuple[ValueId, ...]:
        """The values that are still to be rated."""
        return tuple(part.value for part in self.parts if part.earned is None)


@dataclass(frozen=True, slots=True)
class LevelSubtotal:
    """What all values rated at one level bring together (T_l in docs/method.md §2.2)."""

    points: Fraction
    """Of the level."""
    count: int
    """How many values have the level."""
    earned: Fraction
    """In percent; the subtotals of all levels sum to the total."""


def weight_shares(clientele: Clientele) -> Mapping[ValueId, Fraction]:
    """Each value's part of the whole weight, in the pyramid's order; they sum to 1.

    >>> from cvcgen.core.model import PyramidEntry, Text, Weights
    >>> entries = (PyramidEntry(ValueId("a"), None), PyramidEntry(ValueId("b"), None))
    >>> both = Clientele("c", Text(()), "gain", Weights(WeightsKind.EQUAL), entries)
    >>> weight_shares(both)
    {'a': Fraction(1, 2), 'b': Fraction(1, 2)}
    """
    if clientele.weights.kind is WeightsKind.EQUAL:
        return {entry.value: Fraction(1, len(clientele.pyramid)) for entry in clientele.pyramid}
    weights = {entry.value: entry.weight or Fraction(0) for entry in clientele.pyramid}
    units, _ = in_units(weights.values())
    whole = sum(units)
    return {value: Fraction(part, whole) for value, part in zip(weights, units, strict=True)}


def score_ratings(
    project: ProjectId,
    card: RatedScorecard,
    clientele: Clientele,
    rubric: Rubric,
    shares: Mapping[ValueId, Fraction] | None = None,
) -> Score:
    """The score of a project's ratings: 100 · Σ w·r / (R · Σ w) over the values that apply.

    A value without a rating counts as not rated. The rubric's lowest and highest levels
    bound an incomplete score. Who scores many cards hands over the clientele's `shares`.
    """
    shares = weight_shares(clientele) if shares is None else shares
    given: dict[ValueId, Rating] = {rating.value: rating for rating in card.ratings}
    rated = [(given.get(value) or NotRated(value), share) for value, share in shares.items()]
    applicable = [share for rating, share in rated if not isinstance(rating, NotApplicable)]
    # All shares sum to 1; adding them up for every card would be a tenth of its work.
    coverage = Fraction(1) if len(applicable) == len(shares) else exact_sum(applicable)
    method = coverage.as_integer_ratio(), rubric.maximum.as_integer_ratio()
    parts = tuple([_contribution(rating, share, *method) for rating, share in rated])
    if not applicable:
        return Score(
            project, card.clientele, Completeness.EMPTY, None, None, None, coverage, parts
        )
    known = exact_sum([part.earned for part in parts if part.earned is not None])
    lacking = [part.possible for part in parts if part.earned is None]
    missing = exact_sum(lacking) if lacking else None
    if not missing:
        return Score(
            project, card.clientele, Completeness.COMPLETE, known, known, known, coverage, parts
        )
    lowest = rubric.levels[0].points / rubric.maximum
    return Score(
        project=project,
        clientele=card.clientele,
        completeness=Completeness.INCOMPLETE,
        total=None,
        low=known + missing * lowest,
        high=known + missing,
        coverage=coverage,
        parts=parts,
    )


def score_published(project: ProjectId, card: PublishedScorecard) -> Score:
    """The score of a total that was published without its ratings: no parts."""
    total = card.published
    return Score(
        project, card.clientele, Completeness.PUBLISHED, total, total, total, Fraction(1), ()
    )


def level_subtotals(score: Score, rubric: Rubric) -> tuple[LevelSubtotal, ...]:
    """The column subtotals of a rated score, one per level, fewest points first."""
    # By numerator and denominator: hashing a Fraction takes ten times as long.
    earned: dict[_Ratio, list[Fraction]] = {
        level.points.as_integer_ratio(): [] for level in rubric.levels
    }
    for part in score.parts:
        points = part.points
        if points is not None and part.earned is not None:
            earned.setdefault(points.as_integer_ratio(), []).append(part.earned)
    return tuple(
        LevelSubtotal(level.points, len(found), exact_sum(found))
        for level in rubric.levels
        for found in (earned[level.points.as_integer_ratio()],)
    )


def add_by_level(parts: Iterable[tuple[int | None, int]], levels: int) -> list[tuple[int, int]]:
    """How many parts are of each of so many levels, and what these bring together.

    Of each part its level, from 0 (None where it has none), and what it brings, in units that
    all have in common: as `level_subtotals`, in a tenth of the time.

    >>> add_by_level([(0, 4), (2, 5), (2, 1), (None, 0)], 3)
    [(1, 4), (0, 0), (2, 6)]
    """
    counts, brought = [0] * levels, [0] * levels
    for level, units in parts:
        if level is not None:
            counts[level] += 1
            brought[level] += units
    return list(zip(counts, brought, strict=True))


def combine(totals: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """One total for several clienteles: Σ share·total / Σ share (docs/method.md §2.4).

    Never done by default: the shares are a policy, to be declared with their source.

    >>> combine([(Fraction("52.4"), Fraction("0.7")), (Fraction("40.8"), Fraction("0.3"))])
    Fraction(1223, 25)
    """
    pairs = tuple(totals)
    whole = sum((share for _, share in pairs), Fraction(0))
    return sum((total * share for total, share in pairs), Fraction(0)) / whole


def _contribution(
    rating: Rating, weight_share: Fraction, coverage: _Ratio, maximum: _Ratio
) -> Contribution:
    ratio = weight_share.as_integer_ratio()
    if isinstance(rating, Rated):
        points = rating.points.as_integer_ratio()
        weight, possible, share, earned = _earn(ratio, coverage, points, maximum)
        return Contribution(rating.value, weight, possible, rating, share, earned)
    if isinstance(rating, NotApplicable):
        zero = Fraction(0)
        return Contribution(rating.value, HUNDRED * weight_share, zero, rating, None, zero)
    return Contribution(rating.value, *_possible(ratio, coverage), rating, None, None)


@lru_cache(maxsize=_REMEMBERED)
def _possible(share: _Ratio, coverage: _Ratio) -> tuple[Fraction, Fraction]:
    """A value's weight, and the most it can bring among the values that apply, in percent."""
    weight = HUNDRED * Fraction(*share)
    return weight, weight / Fraction(*coverage)


@lru_cache(maxsize=_REMEMBERED)
def _earn(
    share: _Ratio, coverage: _Ratio, points: _Ratio, maximum: _Ratio
) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """These two, the share of the points, and what it brings, in percent."""
    weight, possible = _possible(share, coverage)
    reached = Fraction(*points) / Fraction(*maximum)
    return weight, possible, reached, possible * reached
