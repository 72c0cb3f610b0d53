"""Figures of a change: signed amounts, and columns of them that a reader can add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes import ScoreChange
from cvcgen.core.exact import finite_digits, round_to_units, telling_digits
from cvcgen.core.ranking import Place
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.digits import digits_for
from cvcgen.reports.scores.wording import NOTHING


@dataclass(frozen=True, slots=True)
class Column:
    """The parts of a change as they are shown, and how they add up."""

    digits: int
    """How many decimals all parts and their sum are shown with."""
    head_digits: int
    """How many decimals the totals before and after are shown with; no more than `digits`."""
    total: Fraction
    """The change as it is shown: the total shown after less the total shown before."""
    rounding: Fraction
    """What the shown parts lack to the shown change; 0 where they are exact."""


def make_column(
    change: ScoreChange, amounts: Sequence[Fraction], rounded: bool = False
) -> Column | None:
    """The column of those amounts, or None where a side has no total.

    Where each amount is a decimal of at most four digits it is shown exactly. Otherwise, and
    where it is wanted `rounded`, all have the decimals of the totals, and what rounding leaves
    is told: before, parts and rounding make up after.
    """
    ends = _ends(change)
    if ends is None:
        return None
    places = [place for place in (change.before, change.after) if place is not None]
    least = max(telling_digits(ends, max(place.digits for place in places)))
    digits = least if rounded else digits_for(amounts, least, least)
    written = [finite_digits(end) for end in ends]
    exact = all(needed is not None and needed <= least for needed in written)
    head = least if exact else digits
    before, after = (round_to_units(end, head) for end in ends)
    total = Fraction(after - before, 10**head)
    shown = Fraction(sum(round_to_units(amount, digits) for amount in amounts), 10**digits)
    return Column(digits, head, total, total - shown if amounts else Fraction(0))


def signed(number: Fraction, digits: int, reader: Reader) -> str:
    """The number with its sign, whatever it is: «+2.8», «−2.8», «0.0»."""
    sign = "+" if round_to_units(number, digits) > 0 else ""
    return sign + reader.number(number, digits)


def score_text(change: ScoreChange, column: Column | None, reader: Reader) -> str:
    """The score before and after, or once where it is the same."""
    digits = column.head_digits if column else 0
    before, after = (
        figure_text(place, digits, reader) for place in (change.before, change.after)
    )
    return after if before == after else f"{before} → {after}"


def rank_text(change: ScoreChange) -> str:
    """The rank before and after, or once where it is the same."""
    ranks = [place.rank if place else None for place in (change.before, change.after)]
    shown = [NOTHING if rank is None else str(rank) for rank in ranks]
    return shown[1] if ranks[0] == ranks[1] else f"{shown[0]} → {shown[1]}"


def _ends(change: ScoreChange) -> tuple[Fraction, Fraction] | None:
    before = change.before.score.total if change.before else None
    after = change.after.score.total if change.after else None
    return None if before is None or after is None else (before, after)


def figure_text(place: Place | None, digits: int, reader: Reader) -> str:
    """The total or the interval, with so many decimals at least; a dash where there is none."""
    if place is None or place.score.low is None or place.score.high is None:
        return NOTHING
    digits = max(digits, place.digits)
    high = reader.percent(place.score.high, digits)
    if place.score.low == place.score.high:
        return high
    return f"{reader.number(place.score.low, digits)} – {high}"
