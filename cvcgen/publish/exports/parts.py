"""What scores consist of, as JSON: ratings, parts, subtotals and totals, equal ones made once.

A thousand scores have a few dozen parts between them: each follows from its clientele, the
share of the weight that applies, and the rating.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.exact import in_units
from cvcgen.core.model import ClienteleId, Rated, Rating, Rubric, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution, Score, add_by_level
from cvcgen.publish.exports.jsontext import Node, Shared, share
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.projects import rating_state
from cvcgen.publish.exports.records import describe_text

_Ratio = tuple[int, int]
"""A number as two integers, a quicker key than a fraction."""
_RatingKey = tuple[ValueId, type[Rating] | _Ratio]
"""What a rating says beside its reasons: its points, or why there are none."""


class _Part(NamedTuple):
    """What a value brings at one level."""

    text: Shared
    """All that is said of it."""
    level: int | None
    """Which level of the rubric it has, from 0; None where it has none."""
    earned: int
    """What it brings, in units."""


class _Parts(NamedTuple):
    """The parts of the scores of a clientele with the same share of the weight that applies."""

    units: int
    """How many of the units of what each brings make one percent."""
    known: dict[_RatingKey, _Part]
    """Those that were described so far."""


class ScoreParts:
    """Describes the parts of scores; `names` has those of the values."""

    def __init__(self, names: Mapping[ValueId, Node], numbers: Numbers) -> None:
        self._names = names
        self._numbers = numbers
        self._ratings: dict[_RatingKey, Shared] = {}
        self._parts: dict[tuple[ClienteleId, _Ratio], _Parts] = {}
        self._subtotals: dict[tuple[RubricId, int, int, int, int], Shared] = {}
        self._totals: dict[tuple[object, ...], Shared] = {}

    def describe_ratings(self, score: Score) -> list[Node]:
        """The ratings without their reasons, in the pyramid's order."""
        known = self._ratings
        return [
            known.get(_key(part.rating)) or self._describe_rating(part) for part in score.parts
        ]

    def describe_parts(
        self, score: Score, weights: Sequence[Node], rubric: Rubric
    ) -> tuple[list[Node], list[Node]]:
        """What each value brings, and what the values of each level bring together.

        Values are in the pyramid's order, as are the weights; there may be none of both.
        """
        if not score.parts:
            return [], []
        parts = self._find_parts(score, rubric)
        found = [
            parts.known.get(_key(part.rating)) or self._know(parts, part, weight, rubric)
            for part, weight in zip(score.parts, weights, strict=True)
        ]
        brought = [(one.level, one.earned) for one in found]
        subtotals: list[Node] = [
            self._describe_subtotal(rubric, number, *subtotal, parts.units)
            for number, subtotal in enumerate(add_by_level(brought, len(rubric.levels)))
        ]
        return [one.text for one in found], subtotals

    def describe_total(self, place: Place) -> Shared:
        """What is said of a total: itself, its bounds, and why it has no rank."""
        score, digits = place.score, place.digits
        known = (score.total, score.low, score.high, score.coverage)
        ratios = [None if number is None else number.as_integer_ratio() for number in known]
        key = (score.completeness, place.unranked, digits, *ratios)
        found = self._totals.get(key)
        if found is None:
            numbers = self._numbers
            found = self._totals[key] = share(
                {
                    "completeness": score.completeness,
                    "unranked": place.unranked,
                    "total": numbers.percent(score.total, digits),
                    "low": numbers.percent(score.low, digits),
                    "high": numbers.percent(score.high, digits),
                    "coverage": numbers.share(score.coverage),
                }
            )
        return found

    def _find_parts(self, score: Score, rubric: Rubric) -> _Parts:
        """The parts that scores such as this one may have."""
        key = (score.clientele, score.coverage.as_integer_ratio())
        found = self._parts.get(key)
        if found is None:
            best = [part.weight / (score.coverage or 1) for part in score.parts]
            reached = [level.points / rubric.maximum for level in rubric.levels]
            _, units = in_units([one * share for one in best for share in reached])
            found = self._parts[key] = _Parts(units, {})
        return found

    def _know(self, parts: _Parts, part: Contribution, weight: Node, rubric: Rubric) -> _Part:
        levels = [level.points for level in rubric.levels]
        level = levels.index(part.points) if part.points in levels else None
        earned = 0 if level is None else int((part.earned or 0) * parts.units)
        found = _Part(share(self._describe_part(part, weight)), level, earned)
        parts.known[_key(part.rating)] = found
        return found

    def _describe_rating(self, part: Contribution) -> Shared:
        found = self._ratings[_key(part.rating)] = share(
            {
                "value": part.value,
                "state": rating_state(part.rating),
                "points": self._numbers.plain(part.points),
            }
        )
        return found

    def _describe_part(self, part: Contribution, weight: Node) -> Node:
        numbers = self._numbers
        return {
            "value": part.value,
            "name": self._names.get(part.value),
            "state": rating_state(part.rating),
            "points": numbers.plain(part.points),
            "weight": weight,
            "possible": numbers.percent(part.possible),
            "share": numbers.share(part.share),
            "earned": numbers.percent(part.earned),
            "unrealised": numbers.percent(part.unrealised),
        }

    def _describe_subtotal(
        self, rubric: Rubric, number: int, count: int, earned: int, units: int
    ) -> Shared:
        """What that many values of a level bring; `earned` is in units, of 1 / `units`."""
        key = (rubric.id, number, count, earned, units)
        found = self._subtotals.get(key)
        if found is None:
            found = self._subtotals[key] = share(
                {
                    "points": self._numbers.plain(rubric.levels[number].points),
                    "name": describe_text(rubric.levels[number].name),
                    "count": count,
                    "earned": self._numbers.percent(Fraction(earned, units)),
                }
            )
        return found


def _key(rating: Rating) -> _RatingKey:
    if isinstance(rating, Rated):
        return rating.value, rating.points.as_integer_ratio()
    return rating.value, type(rating)
