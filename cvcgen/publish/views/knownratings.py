"""What every rating shows in a scorecard where all values apply: reckoned once for a clientele.

A scorecard of a thousand is then eight times looked up. Where a value is not rated or does not
apply, where points are those of no level, all is reckoned from the score itself; the tests
compare both ways.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.exact import in_units, round_to_units
from cvcgen.core.model import ClienteleId, ProjectId, Rated, RatedScorecard, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution, score_ratings
from cvcgen.publish.views.context import FolderContext, once_per_folder
from cvcgen.publish.views.raises import Raise, show_raise
from cvcgen.publish.views.ratingfigures import grade_part, scale_whole
from cvcgen.publish.views.ratingrow import RatingRow, is_bare, show_bare_row

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
    level: int
    """Which level of the rubric that is, from 0."""


class KnownRatings(NamedTuple):
    """The ratings of one score."""

    ratings: tuple[KnownRating, ...]
    """One per value, in the pyramid's order."""
    units: int
    """How many of the units of what each brings make one point of a score."""
    bare: bool
    """Whether nothing is written beside the points of any of them."""


def know_ratings(page: FolderContext, place: Place) -> KnownRatings | None:
    """The ratings of a score; None where some are not known."""
    score = place.score
    if score.total is None or score.coverage != 1:
        return None
    table, units = _list_known(page, score.clientele, place.digits)
    ratings, found = [part.rating for part in score.parts], []
    for rating in ratings:
        if not isinstance(rating, Rated):
            return None
        known = table.get((rating.value, rating.points.as_integer_ratio()))
        if known is None:
            return None
        found.append(known)
    return KnownRatings(tuple(found), units, all(map(is_bare, ratings)))


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
    for (level, part), brings, now, best in zip(
        parts, earned, units, units[len(parts) :], strict=False
    ):
        row = show_bare_row(page, grade_part(scale, part))
        known[part.value, (part.points or _NOTHING).as_integer_ratio()] = KnownRating(
            row=row,
            named=f"{row.figures.value.label.text} ({row.figures.earned})",
            raised=show_raise(page, part, scale.rubric, digits),
            earned=now,
            gain=best - now,
            shown=round_to_units(brings, digits),
            level=level,
        )
    return known, whole


def _list_parts(
    page: FolderContext, clientele: ClienteleId
) -> Iterator[tuple[int, Contribution]]:
    """What each value brings with the points of each level, which is numbered from 0.

    They are taken from the scores of projects that have one level throughout.
    """
    group = page.site.clienteles[clientele]
    rubric = page.site.rubrics[group.rubric]
    for number, level in enumerate(rubric.levels):
        ratings = tuple(Rated(entry.value, level.points) for entry in group.pyramid)
        card = RatedScorecard(clientele, ratings)
        for part in score_ratings(ProjectId(""), card, group, rubric).parts:
            yield number, part
