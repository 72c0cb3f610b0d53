"""One value's contribution on two sides, and what its change is made of.

A rated total is S = 100 · Σ e·l with e = s/C, the weight's share among the values that apply,
and l = p/R, the points over the largest. Each product's change is split at its midpoint,
x₁y₁ - x₀y₀ = (x₁-x₀)(y₀+y₁)/2 + (x₀+x₁)/2·(y₁-y₀), first e·l, then s·(1/C) and p·(1/R): the
four parts sum to the change exactly, and each changes its sign when the sides are swapped.
No order of the four is preferred (DESIGN.md §3; for two factors this is Shapley's value).
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_Ratio = tuple[int, int]
"""A fraction as numerator and denominator."""
_Ratios = tuple[_Ratio, _Ratio, _Ratio, _Ratio]
"""Of the weight, the coverage, the points and the maximum."""
_REMEMBERED = 16_384
_Pair = tuple[Fraction, Fraction]
"""A factor, or a product of two, before and after."""


class Factors(NamedTuple):  # two for every value of every score that other weights move
    """What one value's contribution to a rated total is computed from."""

    weight: Fraction
    """Its share of the whole weight, in percent (100 · s)."""
    coverage: Fraction
    """The share of the weight that applies, in (0, 1] (C)."""
    points: Fraction
    """Its rating (p)."""
    maximum: Fraction
    """The largest points of the rubric (R)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a contribution's change is made of, in points of percent."""

    weight: Fraction
    """From the share of the weight."""
    coverage: Fraction
    """From the share of the weight that applies."""
    rating: Fraction
    """From the points."""
    rubric: Fraction
    """From the largest points."""


def split_change(before: Factors, after: Factors) -> Parts:
    """The four parts of the change of 100 · s/C · p/R; with nothing changed, four zeros.

    Weight 16 % to 13 %, rating 3 to 5 of 5: 9.6 % becomes 13 %, by -2.4 and +5.8.

    >>> def factors(weight, points):
    ...     return Factors(Fraction(weight), Fraction(1), Fraction(points), Fraction(5))
    >>> parts = split_change(factors(16, 3), factors(13, 5))
    >>> str(parts.weight), str(parts.rating), parts.coverage, parts.rubric
    ('-12/5', '29/5', Fraction(0, 1), Fraction(0, 1))
    """
    return _split(_ratios(before), _ratios(after))


def _ratios(factors: Factors) -> _Ratios:
    """The factors as integers: a key ten times as fast as fractions are."""
    return (
        factors.weight.as_integer_ratio(),
        factors.coverage.as_integer_ratio(),
        factors.points.as_integer_ratio(),
        factors.maximum.as_integer_ratio(),
    )


@lru_cache(maxsize=_REMEMBERED)
def _split(before: _Ratios, after: _Ratios) -> Parts:
    """The four parts, once for all projects whose rating and weight moved alike."""
    if before == after:
        return Parts(*[Fraction(0)] * 4)
    pairs = [(Fraction(*old), Fraction(*new)) for old, new in zip(before, after, strict=True)]
    share, coverage, points, maximum = pairs
    applying, scale = _inverted(coverage), _inverted(maximum)
    return Parts(
        weight=_part(share, applying, (points, scale)),
        coverage=_part(applying, share, (points, scale)),
        rating=_part(points, scale, (share, applying)),
        rubric=_part(scale, points, (share, applying)),
    )


def _part(moved: _Pair, beside: _Pair, others: tuple[_Pair, _Pair]) -> Fraction:
    """The part of one factor; most often it did not change, and nothing is computed."""
    if moved[0] == moved[1]:
        return Fraction(0)
    (first, second), (third, fourth) = others
    products = (first * third, second * fourth)
    return (moved[1] - moved[0]) * _mean(beside) * _mean(products)


def _inverted(pair: _Pair) -> _Pair:
    before, after = pair
    inverse = 1 / before
    return (inverse, inverse if before == after else 1 / after)


def _mean(pair: _Pair) -> Fraction:
    before, after = pair
    return before if before == after else (before + after) / 2
