"""What scores consist of, as JSON: ratings, parts, subtotals and totals, equal ones made once.

A thousand scores have a few dozen parts between them: each follows from its clientele, the
share of the weight that applies, and the rating.
"""

from collections.abc import Mapping, Sequence

from cvcgen.core.model import ClienteleId, Rated, Rating, Rubric, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution, LevelSubtotal, Score, level_subtotals
from cvcgen.publish.exports.jsontext import Node, Shared, share
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.projects import rating_state
from cvcgen.publish.exports.records import describe_text

_RatingKey = tuple[ValueId, type[Rating], int, int]
"""What a rating says beside its reasons; integers are a quicker key than a fraction."""


class ScoreParts:
    """Describes the parts of scores; `names` has those of the values."""

    def __init__(self, names: Mapping[ValueId, Node], numbers: Numbers) -> None:
        self._names = names
        self._numbers = numbers
        self._ratings: dict[_RatingKey, Shared] = {}
        self._parts: dict[tuple[ClienteleId, int, int], dict[_RatingKey, Shared]] = {}
        self._subtotals: dict[tuple[RubricId, int, int, int, int], Shared] = {}
        self._totals: dict[tuple[object, ...], Shared] = {}

    def describe_ratings(self, score: Score) -> list[Node]:
        """The ratings without their reasons, in the pyramid's order."""
        return [self._describe_rating(part) for part in score.parts]

    def describe_parts(self, score: Score, weights: Sequence[Node]) -> list[Node]:
        """What each value brings, in the pyramid's order, as are the weights; maybe none."""
        coverage = (score.clientele, score.coverage.numerator, score.coverage.denominator)
        known = self._parts.setdefault(coverage, {})
        found: list[Node] = []
        for part, weight in zip(score.parts, weights, strict=bool(score.parts)):
            key = _key(part.rating)
            if key not in known:
                known[key] = share(self._describe_part(part, weight))
            found.append(known[key])
        return found

    def describe_subtotals(self, score: Score, rubric: Rubric) -> list[Node]:
        """What the values of each level bring together; none of a published total."""
        subtotals = level_subtotals(score, rubric) if score.parts else ()
        return [self._describe_subtotal(rubric, n, one) for n, one in enumerate(subtotals)]

    def describe_total(self, place: Place) -> Shared:
        """What is said of a total: itself, its bounds, and why it has no rank."""
        score, digits, numbers = place.score, place.digits, self._numbers
        total = numbers.percent(score.total, digits)
        low, high = numbers.percent(score.low, digits), numbers.percent(score.high, digits)
        coverage = numbers.share(score.coverage)
        key = (score.completeness, place.unranked, total, low, high, coverage)
        found = self._totals.get(key)
        if found is None:
            found = self._totals[key] = share(
                {
                    "completeness": score.completeness,
                    "unranked": place.unranked,
                    "total": total,
                    "low": low,
                    "high": high,
                    "coverage": coverage,
                }
            )
        return found

    def _describe_rating(self, part: Contribution) -> Shared:
        key = _key(part.rating)
        found = self._ratings.get(key)
        if found is None:
            found = self._ratings[key] = share(
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

    def _describe_subtotal(self, rubric: Rubric, number: int, level: LevelSubtotal) -> Shared:
        key = (rubric.id, number, level.count, *level.earned.as_integer_ratio())
        found = self._subtotals.get(key)
        if found is None:
            found = self._subtotals[key] = share(
                {
                    "points": self._numbers.plain(level.points),
                    "name": describe_text(rubric.levels[number].name),
                    "count": level.count,
                    "earned": self._numbers.percent(level.earned),
                }
            )
        return found


def _key(rating: Rating) -> _RatingKey:
    if isinstance(rating, Rated):
        return (rating.value, Rated, rating.points.numerator, rating.points.denominator)
    return (rating.value, type(rating), 0, 1)
