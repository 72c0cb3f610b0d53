"""Exact numbers: decimal text to `Fraction`, and the only rounding in cvcgen.

A score is a `Fraction` from the YAML text to the page; it is rounded here, half up, and
only to be shown. No float takes part anywhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
MAX_LENGTH = 30
"""The longest number that content may hold, sign and point counted; scores stay fast."""
_MAX_SHOWN_DIGITS = 12
_GROUPED = 4
"""From so many digits on a whole number is written in groups."""


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a language writes numbers.

    The publisher makes one from a locale's data; the two below serve terminals and logs.
    """

    decimal: str
    """The decimal mark: «,» in French."""
    group: str
    """What separates thousands."""
    percent: str
    """The pattern of a percentage, with `{}` for the number."""
    minus: str = "\N{MINUS SIGN}"
    """The sign of a negative number."""


FRENCH = NumberStyle(decimal=",", group="\N{NO-BREAK SPACE}", percent="{}\N{NO-BREAK SPACE}%")
ENGLISH = NumberStyle(decimal=".", group=",", percent="{}%")


@lru_cache(maxsize=1024)  # a content has few different numbers, thousands of times each
def parse_decimal(text: str) -> Fraction | None:
    """The exact value of a plain integer or decimal, or None for any other form.

    >>> parse_decimal("62.5")
    Fraction(125, 2)
    >>> [parse_decimal(form) for form in ("62,5", "010", "1e1", ".5", "5:04", "+5", "5.")]
    [None, None, None, None, None, None, None]
    """
    if len(text) > MAX_LENGTH or not _DECIMAL.fullmatch(text):
        return None
    return Fraction(text)


def finite_digits(number: Fraction) -> int | None:
    """How many decimals write the number exactly, or None where no number of them does.

    >>> [finite_digits(number) for number in (Fraction(125, 2), Fraction(20), Fraction(1, 3))]
    [1, 0, None]
    """
    return _decimals_of(number.denominator)


@lru_cache(maxsize=1024)  # totals under the same weights have few different denominators
def _decimals_of(denominator: int) -> int | None:
    """How many decimals a fraction with that denominator, in lowest terms, has at most."""
    rest, twos, fives = denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def decimal_text(number: Fraction) -> str | None:
    """The exact decimal with a point, or None where there is no finite one.

    >>> [decimal_text(number) for number in (Fraction(262, 5), Fraction(-1, 8), Fraction(1, 3))]
    ['52.4', '-0.125', None]
    """
    digits = finite_digits(number)
    return None if digits is None else _digits_text(number, digits, ".", "", "-")


def fraction_text(number: Fraction) -> str:
    """The exact value as «numerator/denominator», or the integer alone.

    >>> fraction_text(Fraction(262, 5)), fraction_text(Fraction(20))
    ('262/5', '20')
    """
    return str(number)


def round_half_up(number: Fraction, digits: int) -> Fraction:
    """The number to that many decimals, halves away from zero (docs/method.md §2.7).

    >>> [str(round_half_up(Fraction(n), 0)) for n in ("62.5", "42.5", "-0.5")]
    ['63', '43', '-1']
    >>> round_half_up(Fraction("70.35"), 1) == Fraction("70.4")
    True
    """
    return Fraction(round_to_units(number, digits), 10**digits)


def round_to_units(number: Fraction, digits: int) -> int:
    """The number to that many decimals, in units of the last: integers are added quickly.

    >>> round_to_units(Fraction("62.45"), 1), round_to_units(Fraction("-0.04"), 1)
    (625, 0)
    """
    return _units(*number.as_integer_ratio(), digits)


def in_units(numbers: Iterable[Fraction]) -> tuple[list[int], int]:
    """The numbers in units that divide them all, and how many units make 1.

    Integers compare and subtract ten times as fast as fractions.

    >>> in_units([Fraction(1, 2), Fraction(2, 3), Fraction(0)])
    ([3, 4, 0], 6)
    """
    pairs = [number.as_integer_ratio() for number in numbers]
    whole = lcm(*[denominator for _, denominator in pairs])
    return [numerator * (whole // denominator) for numerator, denominator in pairs], whole


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """The sum, on a common denominator: adding fractions one by one takes ten times as long.

    >>> exact_sum([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)])
    Fraction(1, 1)
    """
    units, whole = in_units(numbers)
    return Fraction(sum(units), whole)


def format_number(number: Fraction, digits: int, style: NumberStyle) -> str:
    """The number rounded half up to exactly that many decimals, as the language writes it.

    >>> [format_number(Fraction(text), 1, ENGLISH) for text in ("1234.25", "-0.04")]
    ['1,234.3', '0.0']
    """
    return _digits_text(number, digits, style.decimal, style.group, style.minus)


def format_percent(number: Fraction, digits: int, style: NumberStyle) -> str:
    """A number that is already in percent, as the language writes percentages.

    >>> format_percent(Fraction("62.5"), 1, ENGLISH)
    '62.5%'
    """
    return style.percent.format(format_number(number, digits, style))


def telling_digits(numbers: Sequence[Fraction], least: int = 1) -> tuple[int, ...]:
    """How many decimals show each number so that different ones never look alike.

    One decimal as a rule; numbers that would print the same though they differ get as many
    as tell them apart, up to 12 (docs/method.md §2.6: add a digit rather than fake a tie).

    >>> telling_digits([Fraction("62.54"), Fraction("62.46"), Fraction("20"), Fraction("20")])
    (2, 2, 1, 1)
    """
    # By numerator and denominator: hashing a Fraction takes ten times as long.
    keys = [(number.numerator, number.denominator) for number in numbers]
    digits = dict.fromkeys(keys, least)
    crowded = list(digits)
    for width in range(least, _MAX_SHOWN_DIGITS):
        alike: dict[int, list[tuple[int, int]]] = {}
        for key in crowded:
            alike.setdefault(_units(*key, width), []).append(key)
        crowded = [key for group in alike.values() if len(group) > 1 for key in group]
        if not crowded:
            break
        digits.update(dict.fromkeys(crowded, width + 1))
    return tuple(digits[key] for key in keys)


def _digits_text(number: Fraction, digits: int, point: str, group: str, minus: str) -> str:
    units = round_to_units(number, digits)
    written = str(abs(units)).zfill(digits + 1)
    whole, decimals = (written[:-digits], written[-digits:]) if digits else (written, "")
    grouped = whole if len(whole) < _GROUPED else f"{int(whole):,}".replace(",", group)
    return f"{minus if units < 0 else ''}{grouped}{point if digits else ''}{decimals}"


def _units(numerator: int, denominator: int, digits: int) -> int:
    """The number rounded half up, counted in units of its last decimal.

    On integers: operators of `Fraction` would take ten times as long, thousands of times.
    """
    scale: int = 10**digits
    units = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return -units if numerator < 0 else units
