"""How many decimals figures are shown with; apart, because reports on changes need no more."""

from collections.abc import Iterable
from fractions import Fraction

from cvcgen.core.exact import finite_digits

MOST_DIGITS = 4
"""More decimals than that are rounded rather than shown."""


def digits_for(numbers: Iterable[Fraction], rounded: int, least: int) -> int:
    """How many decimals write all numbers exactly, if at most 4 do, else `rounded`.

    >>> digits_for([Fraction("7.2"), Fraction("18")], 1, 0), digits_for([Fraction(1, 3)], 1, 0)
    (1, 1)
    """
    exact = [finite_digits(number) for number in numbers]
    needed = [digits for digits in exact if digits is not None and digits <= MOST_DIGITS]
    return max([least, *needed]) if len(needed) == len(exact) else rounded
