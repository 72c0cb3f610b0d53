"""A history for spreadsheets: a row per point, exact numbers with a point.

Heads and states are the same in every language, so that a formula can rely on them.
"""

from fractions import Fraction
from itertools import pairwise

from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.trend import Point
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Line, Teller
from cvcgen.reports.media.csv import escape, table
from cvcgen.reports.reader import Reader

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


def report(chronicle: Chronicle, reader: Reader) -> str:
    """The points of every wanted series, oldest first."""
    teller = Teller(chronicle, reader)
    rows = [
        [
            escape(series.clientele),
            escape(series.project),
            *_cells(point, teller.line(point, former)),
        ]
        for series in chronicle.series
        for former, point in pairwise((None, *series.points))
        if point is not None
    ]
    return table([HEAD, *rows])


def _cells(point: Point, line: Line) -> list[str]:
    origin, place = point.occasion.origin, point.place
    score = place.score if place else None
    total = score.total if score else None
    return [
        origin.committed_at or "",
        origin.revision or "",
        score.completeness if score else "",
        _exact(total),
        "" if total is None else decimal_text(total) or "",
        _exact(score.low if score else None),
        _exact(score.high if score else None),
        "" if place is None or place.rank is None else str(place.rank),
        str(point.ranked) if place else "",
        "" if place is None else ("yes" if place.tied else "no"),
        _exact(point.change.delta if point.change else None),
        escape("; ".join(line.breaks)),
        escape(line.gap),
        escape("; ".join(line.causes)),
    ]


def _exact(exact: Fraction | None) -> str:
    return "" if exact is None else fraction_text(exact)
