"""The figures of one value in a scorecard: few differ, however many projects there are."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId, NotApplicable, Rated, RubricId, ValueId
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import HUNDRED, Contribution, weight_shares
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import FolderContext, Link, once_per_folder
from cvcgen.publish.views.figures import Bar, draw_bar
from cvcgen.publish.views.levels import LevelMark, mark_level

MOST_WEIGHT_DIGITS = 2
_Ratio = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RatingFigures:
    """What one value brings to a score, in figures."""

    value: Link
    """The value's page."""
    weight: str
    """Its declared weight in percent."""
    level: LevelMark | None
    """The level it was rated at, or None."""
    state: str
    """Why there is no level, in words; empty where there is one."""
    earned: str
    """What it brings, in points of the score."""
    possible: str
    """Out of how many, in words; empty where it is not rated."""
    bar: Bar | None
    """The same drawn: the track is the weight. None where it does not apply."""


class RowScale(NamedTuple):
    """What the rows of one scorecard have in common; numbers as two integers, see `Grade`."""

    rubric: RubricId
    digits: int
    """How many decimals show the score and its parts."""
    weight_digits: int
    """How many decimals show the weights."""
    widest: _Ratio
    """What the heaviest value can bring, in points of the score, above 0."""


class Grade(NamedTuple):
    """All that the figures depend on; numbers as two integers, a key ten times as fast."""

    scale: RowScale
    value: ValueId
    weight: _Ratio
    possible: _Ratio
    points: _Ratio | None
    """None where it is not rated."""
    applies: bool


def scale_rows(page: FolderContext, place: Place) -> RowScale:
    """What the rows of this score have in common."""
    score = place.score
    whole = scale_whole(page, score.clientele, place.digits)
    if score.coverage == 1:
        return whole
    widest = max((part.possible for part in score.parts), default=0) or Fraction(1)
    return whole._replace(widest=widest.as_integer_ratio())


@once_per_folder
def scale_whole(page: FolderContext, clientele: ClienteleId, digits: int) -> RowScale:
    """What the rows of all scores have in common where all values apply."""
    group = page.site.clienteles[clientele]
    weights = [HUNDRED * share for share in weight_shares(group).values()]
    weight_digits = shared_digits(weights, MOST_WEIGHT_DIGITS)
    widest = max(weights, default=Fraction(1))
    return RowScale(group.rubric, digits, weight_digits, widest.as_integer_ratio())


def grade_part(scale: RowScale, part: Contribution) -> Grade:
    """What the figures of one value depend on."""
    rating = part.rating
    return Grade(
        scale,
        part.value,
        part.weight.as_integer_ratio(),
        part.possible.as_integer_ratio(),
        rating.points.as_integer_ratio() if isinstance(rating, Rated) else None,
        not isinstance(rating, NotApplicable),
    )


@once_per_folder
def show_figures(page: FolderContext, grade: Grade) -> RatingFigures:
    """The figures of one value."""
    voice, rubric = page.voice, page.site.rubrics[grade.scale.rubric]
    possible = Fraction(*grade.possible)
    points = None if grade.points is None else Fraction(*grade.points)
    lowest = rubric.levels[0].points if points is None else points
    low = possible * lowest / rubric.maximum
    return RatingFigures(
        value=page.value_link(grade.value),
        weight=voice.percent(Fraction(*grade.weight), grade.scale.weight_digits),
        level=None if points is None else mark_level(page, rubric.id, points),
        state=_state(page, grade),
        earned=_earned(page, grade, low, possible),
        possible="" if points is None else _say_possible(page, grade, possible),
        bar=_bar(grade, low, possible) if grade.applies else None,
    )


def _state(page: FolderContext, grade: Grade) -> str:
    if grade.points is not None:
        return ""
    why = message("not rated yet") if grade.applies else message("not applicable")
    return page.voice.say(why)


def _earned(page: FolderContext, grade: Grade, low: Fraction, high: Fraction) -> str:
    """What the value brings: a number, or from the lowest level's to the highest's."""
    voice = page.voice
    if not grade.applies:
        return "–"
    least = voice.number(low, grade.scale.digits)
    if grade.points is not None:
        return least
    most = voice.number(high, grade.scale.digits)
    return voice.say(message("{low} to {high}", low=least, high=most))


def _say_possible(page: FolderContext, grade: Grade, possible: Fraction) -> str:
    shown = page.voice.number(possible, grade.scale.digits)
    return page.voice.say(message("out of {possible}", possible=shown))


def _bar(grade: Grade, low: Fraction, possible: Fraction) -> Bar:
    unit = 100 / Fraction(*grade.scale.widest)
    track = possible * unit
    return draw_bar(low * unit, track, track if grade.points is None else None)
