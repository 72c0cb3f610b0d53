"""How the checks write numbers: exact, as a contributor would write them in a file."""

from fractions import Fraction

from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import Rubric

_MOST_POINTS = 24


def shown(number: Fraction) -> str:
    """The exact decimal, or the fraction where there is none."""
    return decimal_text(number) or fraction_text(number)


def points_list(rubric: Rubric) -> str:
    """The points of a rubric's levels: `0`, `1`, `3`, `5`."""
    points = [f"`{shown(level.points)}`" for level in rubric.levels[:_MOST_POINTS]]
    return ", ".join([*points, "…"] if len(rubric.levels) > _MOST_POINTS else points)
