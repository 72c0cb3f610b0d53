"""The arithmetic of a score as tables of raw cells, shared by text and Markdown."""

from dataclasses import dataclass

from cvcgen.core.model import Rated, Rubric
from cvcgen.core.ranking import Place
from cvcgen.core.scoring import Contribution
from cvcgen.reports.scores.arithmetic import Arithmetic, Column, Span, applies
from cvcgen.reports.scores.wording import NOTHING, Wording

_POSSIBLE = 2
"""The position of the column that is left out where it would say nothing new."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of raw cells; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]
    """As many cells in each as there are columns."""
    right: tuple[bool, ...]
    """Which columns stand on the right."""


def parts_grid(sums: Arithmetic, place: Place, rubric: Rubric, wording: Wording) -> Grid:
    """One row per value in the pyramid's order, what rounding leaves, the totals."""
    parts = [
        _part(at, part, sums, rubric, wording) for at, part in enumerate(place.score.parts)
    ]
    rows = [_heads(wording), *parts, *_sums(sums, wording)]
    right = (False, True, True, False, True, True, True)
    # Where every value applies, «possible» says what «weight» says.
    kept = [at for at in range(len(right)) if sums.partial or at != _POSSIBLE]
    return Grid(
        tuple(tuple(row[at] for at in kept) for row in rows), tuple(right[at] for at in kept)
    )


def levels_grid(sums: Arithmetic, rubric: Rubric, wording: Wording) -> Grid:
    """One row per level with its subtotal, and their sum."""
    digits = sums.level_sum.low.digits
    rows = [
        (
            wording.level(row.points, rubric),
            str(row.count),
            wording.numbers(row.low, row.high, digits),
        )
        for row in sums.levels
    ]
    left = _span_rounding(sums.level_sum, wording)
    if left:
        rows.append((wording.one("Rounding"), "", left))
    count = str(sum(row.count for row in sums.levels))
    rows.append((wording.one("Total"), count, _span_total(sums.level_sum, wording)))
    head = (wording.one("Level"), wording.one("Values"), wording.one("Earned"))
    return Grid((head, *rows), (False, True, True))


def _heads(wording: Wording) -> tuple[str, ...]:
    one = wording.one
    return (
        one("Value"),
        one("Weight"),
        one("Possible"),
        one("Level (points)"),
        one("Share"),
        one("Earned"),
        one("Unrealised"),
    )


def _part(
    at: int, part: Contribution, sums: Arithmetic, rubric: Rubric, wording: Wording
) -> tuple[str, ...]:
    counts = applies(part)
    return (
        wording.name(part.value),
        _cell(sums.weights, at, wording),
        _cell(sums.possible, at, wording) if counts else NOTHING,
        wording.state(part, rubric),
        _share(part, rubric, wording),
        _span_cell(sums.earned, at, wording) if counts else NOTHING,
        _span_cell(sums.unrealised, at, wording) if counts else NOTHING,
    )


def _share(part: Contribution, rubric: Rubric, wording: Wording) -> str:
    """The points over the largest points, not reduced: the sum can be done by hand."""
    if not isinstance(part.rating, Rated):
        return NOTHING
    plain = wording.reader.plain
    return f"{plain(part.rating.points)}/{plain(rubric.maximum)}"


def _sums(sums: Arithmetic, wording: Wording) -> list[tuple[str, ...]]:
    """The row of what rounding leaves, if it leaves something, and the row of totals."""
    columns, spans = (sums.weights, sums.possible), (sums.earned, sums.unrealised)
    left = [_rounding(one, wording) for one in columns]
    left_spans = [_span_rounding(one, wording) for one in spans]
    totals = [wording.reader.percent(one.total, one.digits) for one in columns]
    rows = [
        (wording.one("Rounding"), *left, "", "", *left_spans),
        (wording.one("Total"), *totals, "", "", *(_span_total(one, wording) for one in spans)),
    ]
    return rows if any((*left, *left_spans)) else rows[1:]


def _cell(column: Column, at: int, wording: Wording) -> str:
    return wording.reader.number(column.addends[at], column.digits)


def _span_cell(span: Span, at: int, wording: Wording) -> str:
    return wording.numbers(span.low.addends[at], span.high.addends[at], span.low.digits)


def _rounding(column: Column, wording: Wording) -> str:
    return wording.reader.number(column.rounding, column.digits) if column.rounding else ""


def _span_rounding(span: Span, wording: Wording) -> str:
    low, high = span.rounding
    return wording.numbers(low, high, span.low.digits) if low or high else ""


def _span_total(span: Span, wording: Wording) -> str:
    return wording.percents(span.low.total, span.high.total, span.low.digits)
