"""What every rating shows in a scorecard where all values apply: reckoned once for a clientele.

A scorecard of a thousand is then eight times looked up. Where a value is not rated or does not
apply, where points are those of no level, all is reckoned from the score itself; the tests
compare both ways.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.exact import in_units
from cvcgen.core.model import ClienteleId, ProjectId, Rated, RatedScorecard, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution, score_ratings
from cvcgen.publish.numbers import count_shown
from cvcgen.publish.views.context import FolderContext, once_per_folder
from cvcgen.publish.views.raises import Raise, show_raise
from cvcgen.publish.views.ratingfigures import grade_part, scale_whole
from cvcgen.publish.views.ratingrow import RatingRow, show_bare_row

_NOTHING = Fraction(0)
_Key = tuple[ValueId, tuple[int, int]]
"""A value, and points as two integers."""


class KnownRating(NamedTuple):
    """What a value brings at one level."""

    row: RatingRow
    """Its row where it has its figures alone."""
    named: str
    """The value with what it brings, for a sentence."""
    raised: Raise
    """What the highest level would add."""
    earned: int
    """What it brings; in units that all ratings of the clientele have in common."""
    gain: int
    """What the highest level would add, in the same units."""
    shown: int
    """What it brings as it is shown, in units of the last decimal."""
    points: tuple[int, int]
    """Of the level, as two integers."""


class KnownRatings(NamedTuple):
    """The ratings of one score."""

    ratings: tuple[KnownRating, ...]
    """One per value, in the pyramid's order."""
    units: int
    """How many of the units of what each brings make one point of a score."""


def know_ratings(page: FolderContext, place: Place) -> KnownRatings | None:
    """The ratings of a score; None where some are not known."""
    score = place.score
    if score.total is None or score.coverage != 1:
        return None
    table, units = _list_known(page, score.clientele, place.digits)
    found = []
    for part in score.parts:
        rating = part.rating
        if not isinstance(rating, Rated):
            return None
        known = table.get((part.value, rating.points.as_integer_ratio()))
        if known is None:
            return None
        found.append(known)
    return KnownRatings(tuple(found), units)


@once_per_folder
def _list_known(
    page: FolderContext, clientele: ClienteleId, digits: int
) -> tuple[Mapping[_Key, KnownRating], int]:
    """All ratings at levels of the clientele's rubric, with that many decimals; their units."""
    scale = scale_whole(page, clientele, digits)
    parts = tuple(_list_parts(page, clientele))
    earned = [part.earned or _NOTHING for _, part in parts]
    units, whole = in_units([*earned, *(part.possible for _, part in parts)])
    known = {}
    for (points, part), brings, now, best in zip(
        parts, earned, units, units[len(parts) :], strict=False
    ):
        row = show_bare_row(page, grade_part(scale, part))
        known[part.value, points.as_integer_ratio()] = KnownRating(
            row=row,
            named=f"{row.figures.value.label.text} ({row.figures.earned})",
            raised=show_raise(page, part, scale.rubric, digits),
            earned=now,
            gain=best - now,
            shown=count_shown(brings, digits),
            points=points.as_integer_ratio(),
        )
    return known, whole


def _list_parts(
    page: FolderContext, clientele: ClienteleId
) -> Iterator[tuple[Fraction, Contribution]]:
    """What each value brings with the points of each level.

    They are taken from the scores of projects that have one level throughout.
    """
    group = page.site.clienteles[clientele]
    rubric = page.site.rubrics[group.rubric]
    for level in rubric.levels:
        ratings = tuple(Rated(entry.value, level.points) for entry in group.pyramid)
        card = RatedScorecard(clientele, ratings)
        for part in score_ratings(ProjectId(""), card, group, rubric).parts:
            yield level.points, part
