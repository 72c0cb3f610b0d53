"""A history for spreadsheets: a row per point, exact numbers with a point.

Heads and states are the same in every language, so that a formula can rely on them.
"""

from collections.abc import Iterator
from functools import lru_cache

from cvcgen.core.exact import decimal_text
from cvcgen.core.scoring import Score
from cvcgen.core.trend import Point, Series
from cvcgen.reports.history.chronicle import REMEMBERED, Chronicle, series_pieces
from cvcgen.reports.history.teller import Line, Teller
from cvcgen.reports.media.csv import escape, exact, table
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader

_cell = lru_cache(maxsize=REMEMBERED)(escape)
HEAD = (
    "clientele",
    "project",
    "committed_at",
    "revision",
    "state",
    "score",
    "score_decimal",
    "low",
    "high",
    "rank",
    "ranked",
    "tied",
    "delta",
    "break",
    "gap",
    "causes",
)
"""`score`, `low`, `high` and `delta` are exact fractions in percent; `score_decimal` is empty
where no finite decimal is exact."""


def report(chronicle: Chronicle, reader: Reader) -> Pieces:
    """The points of every wanted series, oldest first."""
    rows = _Rows(Teller(chronicle, reader))
    return series_pieces(chronicle, lambda series, _: table(rows.of(series)), table([HEAD]))


class _Rows:
    """Makes the rows of one report."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._known: dict[int, list[str]] = {}

    def of(self, series: Series) -> Iterator[list[str]]:
        """One for each point."""
        subject = [escape(series.clientele), escape(series.project)]
        for point, line in zip(series.points, self._teller.lines(series), strict=True):
            yield [*subject, *self._cells(point, line)]

    def _cells(self, point: Point, line: Line) -> list[str]:
        origin, place = point.occasion.origin, point.place
        return [
            origin.committed_at or "",
            origin.revision or "",
            *(self._figures(place.score) if place else [""] * 5),
            "" if place is None or place.rank is None else str(place.rank),
            str(point.ranked) if place else "",
            "" if place is None else ("yes" if place.tied else "no"),
            exact(point.change.delta if point.change else None),
            _cell("; ".join(line.breaks)),
            _cell(line.gap),
            _cell("; ".join(line.causes)),
        ]

    def _figures(self, score: Score) -> list[str]:
        """The state, the total and the interval exactly: most points have a former's score."""
        if id(score) not in self._known:
            total = score.total
            self._known[id(score)] = [
                score.completeness,
                exact(total),
                "" if total is None else decimal_text(total) or "",
                exact(score.low),
                exact(score.high),
            ]
        return self._known[id(score)]
