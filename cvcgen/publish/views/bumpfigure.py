"""The drawing of a ranking over time: the way of each of the first projects, by rank.

Each column is a revision that moved one of them, at equal distances. A line ends where the
method changed or nothing is known, and begins anew after it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from cvcgen.core.trend import Series
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.numbers import figure_text, ordinal
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.historyrow import find_moments

FIRST = 8
"""How many projects are drawn."""
_MOST_COLUMNS = 8
_LEFT, _RIGHT, _NAMES = 44, 236, 248
_TOP, _ROW = 20, 30
_MOST_LETTERS = 15
_DASHES = 4


@dataclass(frozen=True, slots=True)
class BumpLine:
    """The way of one project."""

    path: str
    """Its pieces."""
    dash: int
    """Which of four kinds of line, from 0."""
    dots: tuple[tuple[str, str], ...]
    """Where it has a rank: x and y."""
    name: str
    """What the project is called, cut where it is long."""
    name_y: str
    """Where its name stands."""


@dataclass(frozen=True, slots=True)
class BumpRow:
    """One rank of the drawing."""

    y: str
    """Where it is."""
    text: str
    """The rank; «9+» for all below those that are drawn."""


@dataclass(frozen=True, slots=True)
class BumpFigure:
    """A drawing 400 wide; all it shows stands in the table beside it."""

    label: str
    """What it shows, for those who do not see it."""
    height: str
    """How high it is."""
    ranks: tuple[BumpRow, ...]
    """The ranks on the left."""
    lines: tuple[BumpLine, ...]
    """The projects, best first."""
    breaks: tuple[str, ...]
    """Where the method changed."""
    gaps: tuple[str, ...]
    """Where nothing is known."""
    foot: str
    """Where the days stand."""
    start: str
    """The day of the first column."""
    end: str
    """The day of the last column."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One revision of the drawing."""

    position: int
    """How many revisions are older."""
    x: Fraction
    """Where it is."""
    broken: bool
    """Whether the method changed with it."""


def draw_bump(
    page: PageContext, history: SiteHistory, first: Sequence[Series], label: str
) -> BumpFigure | None:
    """The ways of these projects, best first; None where none of them ever moved."""
    columns = _columns(history, first)
    if len(columns) < 2:
        return None
    foot = _y(len(first) + 1) + 30
    occasions = history.trend.occasions
    below = f"{len(first) + 1}+"
    ranks = [ordinal(rank, page.voice.words) for rank in range(1, len(first) + 1)]
    return BumpFigure(
        label=label,
        height=str(foot + 8),
        ranks=tuple(
            BumpRow(str(_y(rank)), text) for rank, text in enumerate([*ranks, below], 1)
        ),
        lines=tuple(_lines(page, history, first, columns)),
        breaks=tuple(figure_text(column.x) for column in columns if column.broken),
        gaps=tuple(
            figure_text(column.x)
            for column in columns
            if occasions[column.position].gap is not None
        ),
        foot=str(foot),
        start=page.voice.date(occasions[columns[0].position].origin.day),
        end=page.voice.date(occasions[columns[-1].position].origin.day),
    )


def _lines(
    page: PageContext,
    history: SiteHistory,
    first: Sequence[Series],
    columns: Sequence[_Column],
) -> Iterator[BumpLine]:
    for at, series in enumerate(first):
        heights = tuple(_heights(history, series, columns, len(first) + 1))
        yield _draw(at, page.project_link(series.project).label.text, columns, heights)


def _columns(history: SiteHistory, first: Sequence[Series]) -> tuple[_Column, ...]:
    """The last revisions at which one of them moved, became measured otherwise or unknown."""
    found: dict[int, bool] = {}
    for series in first:
        for _, point in find_moments(series):
            at = history.position(point)
            found[at] = found.get(at, False) or bool(point.breaks)
    positions = sorted(found)[-_MOST_COLUMNS:]
    step = Fraction(_RIGHT - _LEFT, max(len(positions) - 1, 1))
    return tuple(
        _Column(position, _LEFT + step * at, found[position])
        for at, position in enumerate(positions)
    )


def _heights(
    history: SiteHistory, series: Series, columns: Sequence[_Column], lowest: int
) -> Iterator[int | None]:
    """Where the series stands from each column on; None without a rank."""
    known = [history.position(point) for point in series.points]
    for column in columns:
        at = bisect_right(known, column.position)
        place = series.points[at - 1].place if at else None
        rank = place.rank if place else None
        yield None if rank is None else _y(min(rank, lowest))


def _draw(
    at: int, title: str, columns: Sequence[_Column], heights: Sequence[int | None]
) -> BumpLine:
    """The way of a project whose name stands in that place, from 0."""
    name_y = _y(at + 1)
    return BumpLine(
        path="".join(_path(columns, heights, name_y)),
        dash=at % _DASHES,
        dots=tuple(
            (figure_text(column.x), str(y))
            for column, y in zip(columns, heights, strict=True)
            if y is not None
        ),
        name=title if len(title) <= _MOST_LETTERS else f"{title[: _MOST_LETTERS - 1]}…",
        name_y=str(name_y),
    )


def _path(
    columns: Sequence[_Column], heights: Sequence[int | None], name_y: int
) -> Iterator[str]:
    """The pieces between columns, and from the last one to the name."""
    for (left, right), (one, other) in zip(pairwise(columns), pairwise(heights), strict=True):
        if one is not None and other is not None and not right.broken:
            yield f"M{figure_text(left.x)} {one}L{figure_text(right.x)} {other}"
    if heights[-1] is not None:
        yield f"M{figure_text(columns[-1].x)} {heights[-1]}L{_NAMES - 4} {name_y}"


def _y(rank: int) -> int:
    return _TOP + _ROW * (rank - 1)
