"""The lengths that figures are drawn with; the same numbers stand in text beside them."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from cvcgen.publish.numbers import figure_text

_WHOLE = Fraction(100)
_MOST_SQUARES = 10
_DEFAULT_SQUARES = 5
_NARROWEST = Fraction(30)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on its track; lengths in percent of the figure's width."""

    track: str
    """The most that could be reached."""
    filled: str
    """What is reached for sure."""
    possible: str | None
    """What may be reached at best, or None where all is known."""


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a pyramid: a trapezium; positions in percent of the figure's width."""

    top_left: str
    """Where the upper edge begins."""
    top_right: str
    """Where the upper edge ends."""
    bottom_left: str
    """Where the lower edge begins."""
    bottom_right: str
    """Where the lower edge ends."""


def draw_bar(
    filled: Fraction, track: Fraction = _WHOLE, possible: Fraction | None = None
) -> Bar:
    """A bar from lengths in percent of the figure's width."""
    known = possible is None or possible is filled or possible == filled
    best = None if possible is None or known else figure_text(possible)
    return _bar(figure_text(track), figure_text(filled), best)


@lru_cache(maxsize=4096)
def _bar(track: str, filled: str, possible: str | None) -> Bar:
    """The bar: always the very same where it looks the same, see `fragments`."""
    return Bar(track, filled, possible)


@lru_cache(maxsize=1024)
def draw_squares(points: Fraction, highest: Fraction) -> tuple[str, ...]:
    """How full each square of a level is, in tenths: as many squares as the largest points.

    Scales whose largest points are no small whole number get five squares.
    """
    whole = highest.denominator == 1 and 1 <= highest <= _MOST_SQUARES
    count = int(highest) if whole else _DEFAULT_SQUARES
    full = points / highest * count
    return tuple(
        figure_text(10 * min(max(full - square, Fraction(0)), Fraction(1)))
        for square in range(count)
    )


def draw_pyramid(bands: int) -> tuple[Band, ...]:
    """The bands of a pyramid from its top, which is cut so that no band is a point."""
    grow = (_WHOLE - _NARROWEST) / max(bands, 1)
    widths = [_NARROWEST + grow * step for step in range(bands + 1)]
    return tuple(
        Band(
            top_left=figure_text((_WHOLE - upper) / 2),
            top_right=figure_text((_WHOLE + upper) / 2),
            bottom_left=figure_text((_WHOLE - lower) / 2),
            bottom_right=figure_text((_WHOLE + lower) / 2),
        )
        for upper, lower in pairwise(widths)
    )
