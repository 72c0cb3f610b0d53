"""Which totals a grid can give at all: what a published percentage is checked against.

Ratings are never deduced from a total (thousands of them give the same one, docs/method.md
§1.2); only whether some ratings could give it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd
from operator import or_

from cvcgen.core.exact import finite_digits, in_units, round_half_up
from cvcgen.core.model import Clientele, Rubric
from cvcgen.core.scoring import weight_shares

_LARGEST_GRID = 4_000_000
"""Steps from 0 to 100 % beyond which no table is made: weights with so many decimals that
next to every total is near a reachable one."""
_MOST_WORK = 2_000_000_000
"""Steps × values × levels, a bit each, of all pyramids of a catalogue: under a second."""


@dataclass(frozen=True, slots=True)
class ReachableTotals:
    """Every total that some ratings give, as the bits of one integer."""

    bits: int
    """Bit k is set where k · step is reachable."""
    step: Fraction
    """In percent, above 0."""
    steps: int
    """How many steps make 100 %."""

    def __contains__(self, total: Fraction) -> bool:
        index = total / self.step
        return index.denominator == 1 and index >= 0 and bool(self.bits >> int(index) & 1)

    def nearest(self, total: Fraction) -> tuple[Fraction, ...]:
        """The nearest reachable totals at or below it, and above it, in percent."""
        # Whole numbers of bits at a time: one by one, a fine grid would take minutes.
        split = min(max(total // self.step + 1, 0), self.steps + 1)
        upto, above = self.bits & ((1 << split) - 1), self.bits >> split
        highest = [upto.bit_length() - 1] if upto else []
        lowest = [split + (above & -above).bit_length() - 1] if above else []
        return tuple(k * self.step for k in (*highest, *lowest))

    def all(self) -> Iterator[Fraction]:
        """Every reachable total, in percent, lowest first."""
        lowest_first = reversed(f"{self.bits:b}")
        return (k * self.step for k, bit in enumerate(lowest_first) if bit == "1")

    def shows_as(self, published: Fraction) -> bool:
        """Whether the percentage is a reachable total, or one rounded for print.

        A percentage with decimals may be a rounded total that has more of them; a whole one
        must be exact, since the published tables show halves where there are any.
        """
        if published in self:
            return True
        digits = finite_digits(published) or 0
        return digits > 0 and any(
            round_half_up(total, digits) == published for total in self.nearest(published)
        )


def reachable_totals(
    clientele: Clientele, rubric: Rubric, clienteles: int = 1
) -> ReachableTotals | None:
    """The totals that the clientele's grid can give, or None where they are too many.

    How many are too many depends on how many `clienteles` share the work.
    The eight equal criteria of the 2019-2021 method reach 39 totals: 0 to 36, 38 and 40
    fortieths (docs/method.md §1.2).
    """
    cells = len(clientele.pyramid) * len(rubric.levels)
    weights, _ = in_units(weight_shares(clientele).values())
    points, _ = in_units(level.points for level in rubric.levels)
    # In whole numbers: a fraction for each cell would take longer than all totals.
    weights = [weight // gcd(*weights) for weight in weights]
    points = [level // gcd(*points) for level in points]
    whole = sum(weights) * points[-1]
    scale = whole // gcd(whole, 100)
    if 100 * scale > min(_LARGEST_GRID, _MOST_WORK // (cells * clienteles)):
        return None
    unit = 100 * scale // whole
    bits = 1
    for weight in weights:
        # One at a time: a list of them would take as many times the memory.
        bits = reduce(or_, (bits << unit * weight * level for level in points))
    return ReachableTotals(bits, Fraction(1, scale), 100 * scale)
