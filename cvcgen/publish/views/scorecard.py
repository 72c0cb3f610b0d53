"""The arithmetic of a score: a row per value, subtotals per level, and what would raise it."""

from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter, itemgetter

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import round_to_units
from cvcgen.core.model import Rubric, RubricId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Score, add_by_level, level_subtotals
from cvcgen.publish.closed import Closed
from cvcgen.publish.views.changemark import say_gone
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.views.knownratings import KnownRatings
from cvcgen.publish.views.levels import LevelMark, mark_level
from cvcgen.publish.views.raises import Raise, show_raise
from cvcgen.publish.views.raters import RatersTable, tabulate_raters
from cvcgen.publish.views.ratingfigures import scale_rows
from cvcgen.publish.views.ratingrow import RatingRow, show_row
from cvcgen.publish.views.standing import show_score
from cvcgen.publish.voice import Voice

_MOST_RAISES = 3
_NOTHING = Fraction(0)
_Ratio = tuple[int, int]
"""A number as two integers: a key ten times as fast as a fraction."""
_Subtotal = tuple[_Ratio, int, _Ratio]
"""The points of a level, how many values have it, what these bring."""


@dataclass(frozen=True, slots=True)
class LevelRow(Closed):
    """What all values rated at one level bring together."""

    level: LevelMark
    """The level."""
    count: str
    """How many values have it."""
    earned: str
    """What they bring, in points of the score."""


@dataclass(frozen=True, slots=True)
class ScorecardTable:
    """The whole arithmetic of one score."""

    rows: tuple[RatingRow, ...]
    """One per value, in the pyramid's order."""
    bare: bool
    """Whether it is known that all of them have their figures alone, as on many pages."""
    rounding: str | None
    """What the shown parts lack to the shown total, signed; None where nothing."""
    total: str
    """The total, or the interval, as everywhere on the page."""
    levels: tuple[LevelRow, ...]
    """One per level of the rubric, most points first; none where a rating is missing."""
    levels_rounding: str | None
    """What the shown subtotals lack to the shown total, signed; None where nothing."""
    raises: tuple[Raise, ...]
    """What would add most, the most first."""
    coverage: str | None
    """What it means that some value does not apply, as a sentence; None where all apply."""
    gone: tuple[str, ...]
    """On a preview, which values left the pyramid, and what they were, a sentence each."""
    raters: RatersTable | None
    """Which rating counts, and where raters disagree; None where they rated together."""


def show_scorecard(
    page: PageContext, place: Place, rubric: Rubric, known: KnownRatings | None = None
) -> ScorecardTable:
    """The arithmetic of a rated score; `known` are the ratings behind it, where they are."""
    score, digits = place.score, place.digits
    if known is not None:
        subtotals = _add_up(known, rubric)
        shown = [rating.shown for rating in known.ratings]
    else:
        subtotals = _reckon(score, rubric)
        shown = [round_to_units(part.earned or _NOTHING, digits) for part in score.parts]
    levels = [_level(page, rubric.id, *subtotal, digits) for subtotal in subtotals]
    rows, bare = _rows(page, place, known)
    return ScorecardTable(
        rows=rows,
        bare=bare,
        rounding=_rounding(page.voice, place, shown),
        total=show_score(place, page.voice),
        levels=tuple([level for level, _ in levels]),
        levels_rounding=_rounding(page.voice, place, [shown for _, shown in levels]),
        raises=_raises(page, place, rubric, known),
        coverage=_coverage(page.voice, place),
        gone=say_gone(page, place),
        raters=None if known is not None and known.bare else tabulate_raters(page, place),
    )


def _rows(
    page: PageContext, place: Place, known: KnownRatings | None
) -> tuple[tuple[RatingRow, ...], bool]:
    """The rows, and whether it is known that all of them have their figures alone."""
    site = page.site
    has_more = site.catalogue.site.repository is not None or site.preview is not None
    if known is not None and known.bare and not has_more:
        return tuple([rating.row for rating in known.ratings]), True
    scale = scale_rows(page, place)
    return tuple([show_row(page, place, scale, part) for part in place.score.parts]), False


def _add_up(known: KnownRatings, rubric: Rubric) -> list[_Subtotal]:
    """The subtotals of known ratings, most points first."""
    brought = [(rating.level, rating.earned) for rating in known.ratings]
    added = zip(rubric.levels, add_by_level(brought, len(rubric.levels)), strict=True)
    return [
        (level.points.as_integer_ratio(), count, (earned, known.units))
        for level, (count, earned) in reversed([*added])
    ]


def _reckon(score: Score, rubric: Rubric) -> list[_Subtotal]:
    """The subtotals of a total, most points first; none where there is no total."""
    found = () if score.total is None else level_subtotals(score, rubric)
    return [
        (one.points.as_integer_ratio(), one.count, one.earned.as_integer_ratio())
        for one in reversed(found)
    ]


@once_per_folder
def _level(  # noqa: PLR0913, PLR0917 - all that the row depends on
    page: FolderContext,
    rubric: RubricId,
    points: _Ratio,
    count: int,
    earned: _Ratio,
    digits: int,
) -> tuple[LevelRow, int]:
    """The row of a level, and what is earned as it is shown, in units of the last decimal."""
    brings = Fraction(*earned)
    row = LevelRow(
        mark_level(page, rubric, Fraction(*points)),
        page.voice.count(count),
        page.voice.number(brings, digits),
    )
    return row, round_to_units(brings, digits)


def _rounding(voice: Voice, place: Place, shown: list[int]) -> str | None:
    """What these numbers, in units of the last decimal, lack to the total that is shown."""
    total, digits = place.score.total, place.digits
    if total is None:
        return None
    lacking = round_to_units(total, digits) - sum(shown)
    return voice.gain(Fraction(lacking, 10**digits), digits) if lacking else None


def _raises(
    page: PageContext, place: Place, rubric: Rubric, known: KnownRatings | None
) -> tuple[Raise, ...]:
    """The changes that would add most, one per value: always to the highest level.

    A smaller step on the same value adds less, and two steps on one value exclude each other.
    """
    if known is not None:
        most = sorted(known.ratings, key=attrgetter("gain"), reverse=True)[:_MOST_RAISES]
        return tuple([rating.raised for rating in most if rating.gain])
    gains = ((part.unrealised, part) for part in place.score.parts)
    raisable = [(gain, part) for gain, part in gains if gain]
    raisable.sort(key=itemgetter(0), reverse=True)
    return tuple(
        show_raise(page, part, rubric.id, place.digits) for _, part in raisable[:_MOST_RAISES]
    )


def _coverage(voice: Voice, place: Place) -> str | None:
    share = place.score.coverage
    if share == 1 or not place.score.parts:
        return None
    return voice.say(
        message(
            "The values that apply make up {share} of the weight: the weight of each is first"
            " divided by that share.",
            share=voice.share(share),
        )
    )
