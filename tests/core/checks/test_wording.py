"""Numbers as a contributor would write them."""

from fractions import Fraction

from cvcgen.core.checks.wording import points_list, shown
from tests.core.grids import grid


def test_numbers_are_exact() -> None:
    assert [shown(Fraction(text)) for text in ("62.50", "3", "-1/8", "1/3")] == [
        "62.5",
        "3",
        "-0.125",
        "1/3",
    ]


def test_points_are_listed_as_code() -> None:
    assert points_list(grid("=", "0 0.5 3").rubric) == "`0`, `0.5`, `3`"
