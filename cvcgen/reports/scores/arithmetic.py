"""A score's parts as numbers to show, with so many decimals that the rows add up.

Where every part is a finite decimal of at most four digits, it is shown exactly and nothing
is left over. Otherwise the parts are rounded like the total, and what the rounding leaves
is a row of its own: a reader with a pocket calculator always arrives at the total.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.exact import round_half_up
from cvcgen.core.model import NotApplicable, Rubric
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import HUNDRED, Contribution, Score, level_subtotals
from cvcgen.reports.scores.digits import digits_for


@dataclass(frozen=True, slots=True)
class Column:
    """Addends and their exact sum, to be shown with the same number of decimals."""

    addends: tuple[Fraction, ...]
    """Exact, one per row."""
    total: Fraction
    """Their exact sum."""
    digits: int
    """How many decimals all of them are shown with."""

    @property
    def rounding(self) -> Fraction:
        """What the shown addends lack to the shown total; 0 where they are exact."""
        shown = (round_half_up(addend, self.digits) for addend in self.addends)
        return round_half_up(self.total, self.digits) - sum(shown, Fraction(0))


@dataclass(frozen=True, slots=True)
class Span:
    """A column twice over: with the missing ratings at their lowest and at their highest."""

    low: Column
    """With every missing rating at the lowest level."""
    high: Column
    """With every missing rating at the highest level; the same where none is missing."""

    @property
    def rounding(self) -> tuple[Fraction, Fraction]:
        """What rounding leaves, at both ends."""
        return (self.low.rounding, self.high.rounding)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The column subtotal of one level, or of what is not rated."""

    points: Fraction | None
    """None for the values that are not rated."""
    count: int
    """How many values have the level."""
    low: Fraction
    """What they bring at least, in percent."""
    high: Fraction
    """What they bring at most, in percent."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """All columns of a score that has parts and at least one value that applies."""

    weights: Column
    """Declared weights, in percent."""
    possible: Column
    """The most each value can bring; equals `weights` where every value applies."""
    earned: Span
    """What each value brings, in percent."""
    unrealised: Span
    """What a rating of the largest points would add, in percent."""
    levels: tuple[LevelRow, ...]
    """By points, then what is not rated."""
    level_sum: Span
    """The same subtotals as columns."""

    @property
    def partial(self) -> bool:
        """Whether some value does not apply, so that the others weigh more."""
        return self.weights.addends != self.possible.addends


def column(addends: Sequence[Fraction], total: Fraction, digits: int) -> Column:
    """The column of those addends."""
    return Column(tuple(addends), total, digits)


def arithmetic(place: Place, rubric: Rubric) -> Arithmetic:
    """The columns of a place whose score has parts and an interval or a total."""
    score = place.score
    low, high = score.low or Fraction(0), score.high or Fraction(0)
    weights = [part.weight for part in score.parts]
    possible = [part.possible for part in score.parts]
    ends = [_ends(part, rubric) for part in score.parts]
    lows, highs = [end[0] for end in ends], [end[1] for end in ends]
    digits = shown_digits(place, rubric)
    levels = _levels(score, rubric)
    return Arithmetic(
        column(weights, HUNDRED, digits_for(weights, 1, 0)),
        column(possible, HUNDRED, digits_for(possible, 1, 0)),
        Span(column(lows, low, digits), column(highs, high, digits)),
        Span(
            column(_minus(possible, highs), HUNDRED - high, digits),
            column(_minus(possible, lows), HUNDRED - low, digits),
        ),
        levels,
        Span(
            column([row.low for row in levels], low, digits),
            column([row.high for row in levels], high, digits),
        ),
    )


def shown_digits(place: Place, rubric: Rubric) -> int:
    """How many decimals the parts of a score are shown with; at least those of its total."""
    ends = [end for part in place.score.parts for end in _ends(part, rubric)]
    possible = [part.possible for part in place.score.parts]
    return digits_for([*ends, *possible], place.digits, place.digits)


def _ends(part: Contribution, rubric: Rubric) -> tuple[Fraction, Fraction]:
    """What the part brings at least and at most."""
    if part.earned is not None:
        return (part.earned, part.earned)
    return (part.possible * rubric.levels[0].points / rubric.maximum, part.possible)


def _minus(most: Sequence[Fraction], less: Sequence[Fraction]) -> list[Fraction]:
    return [one - other for one, other in zip(most, less, strict=True)]


def _levels(score: Score, rubric: Rubric) -> tuple[LevelRow, ...]:
    rows = [
        LevelRow(level.points, level.count, level.earned, level.earned)
        for level in level_subtotals(score, rubric)
    ]
    missing = [part for part in score.parts if part.earned is None]
    if missing:
        ends = [_ends(part, rubric) for part in missing]
        low = sum((end[0] for end in ends), Fraction(0))
        high = sum((end[1] for end in ends), Fraction(0))
        rows.append(LevelRow(None, len(missing), low, high))
    return tuple(rows)


def applies(part: Contribution) -> bool:
    """Whether the value counts for the project."""
    return not isinstance(part.rating, NotApplicable)
