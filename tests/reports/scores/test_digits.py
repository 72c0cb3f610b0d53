"""How many decimals figures are shown with."""

from fractions import Fraction

import pytest

from cvcgen.reports.scores.digits import digits_for


@pytest.mark.parametrize(
    ("numbers", "rounded", "least", "digits"),
    [
        (["7.25", "1"], 1, 1, 2),
        (["7", "1"], 1, 1, 1),
        (["7", "1"], 1, 0, 0),
        (["0.00001", "1"], 2, 1, 2),
        (["1/3", "0.1234"], 1, 1, 1),
    ],
)
def test_decimals_are_as_few_as_write_every_part(
    numbers: list[str], rounded: int, least: int, digits: int
) -> None:
    assert digits_for([Fraction(n) for n in numbers], rounded, least) == digits
