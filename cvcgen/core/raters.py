"""Several raters who rated on their own: which rating counts, and how far they agree.

The levels of a rubric are an order: how far two raters are apart is counted in levels, not in
points, and nothing here takes a mean of points (docs/method.md, «Several raters»).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.model import (
    Language,
    NotApplicable,
    RatedScorecard,
    RaterId,
    RaterPoints,
    RatersRule,
    Rating,
    Rubric,
    Text,
)

FAR_APART = 2
"""From that many levels between the lowest and the highest on, raters disagree."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the raters of one value agree; at least two have rated it."""

    same: int
    """Pairs of raters who gave the same level."""
    pairs: int
    """All pairs of raters who rated the value, at least 1."""
    lowest: Fraction
    """The fewest points that one of them gave."""
    highest: Fraction
    """The most points that one of them gave."""
    steps: int
    """How many levels of the rubric the highest stands above the lowest."""

    @property
    def share(self) -> Fraction:
        """The share of pairs that agree, in [0, 1]."""
        return Fraction(self.same, self.pairs)

    @property
    def disagrees(self) -> bool:
        """Whether two of the raters are two levels apart or more."""
        return self.steps >= FAR_APART


def counting_points(
    rule: RatersRule | None, given: Sequence[RaterPoints], agreed: Fraction | None
) -> Fraction | None:
    """The points that count for a value, or None where it is not rated yet.

    `agreed` are the points that stand beside those of the raters. By consensus they count,
    and without them what all raters gave alike. The median is that of the raters' levels
    once all have rated; of two in the middle the lower counts, so that it is always a level
    that somebody gave, and doubt never adds to a score.

    >>> def given(*points):
    ...     return [RaterPoints(str(i), Fraction(p)) for i, p in enumerate(points)]
    >>> counting_points(RatersRule.MEDIAN, given(5, 3, 5), None)
    Fraction(5, 1)
    >>> counting_points(RatersRule.MEDIAN, given(1, 3, 5, 0), None)
    Fraction(1, 1)
    >>> counting_points(RatersRule.CONSENSUS, given(3, 5), None) is None
    True
    """
    known = sorted(one.points for one in given if one.points is not None)
    if rule is RatersRule.MEDIAN and given:
        return known[(len(known) - 1) // 2] if len(known) == len(given) else None
    if agreed is None and rule is RatersRule.CONSENSUS and len(known) == len(given):
        return known[0] if known and known[0] == known[-1] else None
    return agreed


def given_by_raters(rating: Rating) -> tuple[RaterPoints, ...]:
    """What each rater gave; none where they rated together or the value does not apply."""
    return () if isinstance(rating, NotApplicable) else rating.by_rater


def raters_by_id(card: RatedScorecard, language: Language) -> Mapping[RaterId, Text]:
    """The raters of a scorecard in their order, by what each is called in that language.

    It is the site's default language; a rater without a name in it is left out.
    """
    names = ((rater.in_language(language), rater) for rater in card.raters)
    return {RaterId(name): rater for name, rater in names if name is not None}


def in_order(rating: Rating, raters: Iterable[RaterId]) -> tuple[RaterPoints, ...]:
    """What each rater gave, in the order of the scorecard's raters."""
    given = {one.rater: one for one in given_by_raters(rating)}
    return tuple(given[rater] for rater in raters if rater in given)


def agreement(rating: Rating, rubric: Rubric) -> Agreement | None:
    """How far the raters agree; None where fewer than two gave a level of the rubric."""
    given = given_by_raters(rating)
    if len(given) < 2:
        return None
    places = {level.points: place for place, level in enumerate(rubric.levels)}
    known = sorted(
        one.points for one in given if one.points is not None and one.points in places
    )
    if len(known) < 2:
        return None
    same = sum(_pairs(known.count(points)) for points in set(known))
    steps = places[known[-1]] - places[known[0]]
    return Agreement(same, _pairs(len(known)), known[0], known[-1], steps)


def agreeing_share(found: Iterable[Agreement]) -> Fraction | None:
    """The share of all pairs of raters that agree, over several ratings; None without one.

    The observed agreement of J. L. Fleiss, «Measuring nominal scale agreement among many
    raters», Psychological Bulletin 76 (1971), 378-382, where every rating has as many raters.

    >>> five, three = Fraction(5), Fraction(3)
    >>> agreeing_share([Agreement(1, 3, three, five, 1), Agreement(3, 3, five, five, 0)])
    Fraction(2, 3)
    """
    counted = tuple(found)
    pairs = sum(one.pairs for one in counted)
    return Fraction(sum(one.same for one in counted), pairs) if pairs else None


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
