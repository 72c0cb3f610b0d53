"""A level of a rubric as pages show it: squares, name, points."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.model import RubricId
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.views.context import FolderContext, once_per_folder
from cvcgen.publish.views.figures import draw_squares
from cvcgen.publish.voice import Localised

_MOST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A level of a rubric, in words and squares."""

    name: Localised
    """What the level is called."""
    points: str
    """How many points it gives."""
    squares: tuple[str, ...]
    """How full each square is, in tenths."""


def mark_level(page: FolderContext, rubric: RubricId, points: Fraction) -> LevelMark:
    """The level with these points; points that the rubric does not have name themselves."""
    return _mark(page, rubric, *points.as_integer_ratio())


@once_per_folder
def _mark(page: FolderContext, rubric: RubricId, numerator: int, denominator: int) -> LevelMark:
    scale, points = page.site.rubrics[rubric], Fraction(numerator, denominator)
    level = scale.level(points)
    shown = page.voice.number(points, shared_digits([points], _MOST_DIGITS))
    name = page.name(level.name, shown) if level else page.words(shown)
    return LevelMark(name, shown, draw_squares(points, scale.maximum))
