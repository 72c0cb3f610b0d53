"""The drawing of one series: its score and its rank over time, in two panels.

A line holds until the next revision that moves it. It is interrupted where the method
changed, since what comes before is measured otherwise, and where nothing is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.trend import Occasion, Point
from cvcgen.publish.numbers import figure_text, ordinal
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.timescale import place_in_time

_LEFT, _RIGHT = 62, 392
_SCORE = (Fraction(30), Fraction(118))
_RANK = (Fraction(164), Fraction(224))
_APART = 4
"""By how much a line keeps off a break."""
_NARROWEST = Fraction(6)
"""Of a gap, however short it was."""
_STEP = 10
"""The score's axis begins and ends at multiples of it, in percent."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity over time."""

    name: str
    """`score` or `rank`, for the style."""
    top: str
    """Where its upper edge is."""
    bottom: str
    """Where its lower edge is."""
    upper: str
    """What the upper edge stands for."""
    lower: str
    """What the lower edge stands for."""
    line: str
    """The path."""
    ranges: str
    """The path around intervals of incomplete scores; empty where there are none."""
    dots: tuple[tuple[str, str], ...]
    """Where something changed: x and y."""


@dataclass(frozen=True, slots=True)
class UnknownSpan:
    """A time of which nothing is known."""

    x: str
    """Where it begins."""
    width: str
    """How long it lasts."""


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """A drawing 400 wide and 256 high; all it shows stands in the table beside it."""

    label: str
    """What it shows, for those who do not see it."""
    panels: tuple[Panel, ...]
    """The score above the rank; one of them where the other is not known."""
    breaks: tuple[str, ...]
    """Where the method changed."""
    unknown: tuple[UnknownSpan, ...]
    """Where nothing is known."""
    start: str
    """The first day."""
    end: str
    """The last day."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One point in a panel."""

    x: Fraction
    y: Fraction | None
    """None where there is nothing."""
    broken: bool
    """Whether the method changed."""


def draw_trend(
    page: PageContext, points: Sequence[Point], last: Occasion, label: str
) -> TrendFigure | None:
    """The drawing of these points up to that revision, or None where there is nothing to see.

    That is so with one point alone, and where no time passes.
    """
    xs = place_in_time([*(point.occasion for point in points), last], _LEFT, _RIGHT)
    if len(points) < 2 or xs is None:
        return None
    timed = tuple(zip(points, xs, strict=False))
    found = (_draw_scores(page, timed), _draw_ranks(page, timed))
    panels = tuple(panel for panel in found if panel)
    if not panels:
        return None
    return TrendFigure(
        label=label,
        panels=panels,
        breaks=tuple(figure_text(x) for point, x in timed if point.breaks),
        unknown=tuple(_unknown(timed)),
        start=page.voice.date(points[0].occasion.origin.day),
        end=page.voice.date(last.origin.day),
    )


def _draw_scores(page: PageContext, timed: Sequence[tuple[Point, Fraction]]) -> Panel | None:
    scores = [point.place.score for point, _ in timed if point.place]
    ends = [end for score in scores for end in (score.low, score.high) if end is not None]
    ends += [score.total for score in scores if score.total is not None]
    if not ends:
        return None
    lower = min(ends) // _STEP * _STEP
    upper = max(-(-max(ends) // _STEP) * _STEP, lower + _STEP)

    def height(percent: Fraction) -> Fraction:
        return _SCORE[1] - (_SCORE[1] - _SCORE[0]) * (percent - lower) / (upper - lower)

    levels, ranges = [], []
    following = [x for _, x in timed[1:]] + [Fraction(_RIGHT)]
    for (point, x), until in zip(timed, following, strict=True):
        score = point.place.score if point.place else None
        total = score.total if score else None
        y = None if total is None else height(total)
        levels.append(_Level(x, y, bool(point.breaks)))
        if score and total is None and score.low is not None and score.high is not None:
            ranges.append(_box(x, until, height(score.low), height(score.high)))
    edges = (page.voice.percent(Fraction(edge), 0) for edge in (upper, lower))
    return _panel("score", _SCORE, edges, levels, "".join(ranges))


def _draw_ranks(page: PageContext, timed: Sequence[tuple[Point, Fraction]]) -> Panel | None:
    ranks = [point.place.rank if point.place else None for point, _ in timed]
    known = [rank for rank in ranks if rank is not None]
    if not known:
        return None
    last = max(*known, 2)
    step = (_RANK[1] - _RANK[0]) / (last - 1)
    levels = [
        _Level(x, None if rank is None else _RANK[0] + step * (rank - 1), bool(point.breaks))
        for (point, x), rank in zip(timed, ranks, strict=True)
    ]
    edges = (ordinal(rank, page.voice.words) for rank in (1, last))
    return _panel("rank", _RANK, edges, levels, "")


def _panel(
    name: str,
    extent: tuple[Fraction, Fraction],
    edges: Iterable[str],
    levels: Sequence[_Level],
    ranges: str,
) -> Panel:
    upper, lower = edges
    return Panel(
        name=name,
        top=figure_text(extent[0]),
        bottom=figure_text(extent[1]),
        upper=upper,
        lower=lower,
        line=_trace(levels),
        ranges=ranges,
        dots=tuple(_dots(levels)),
    )


def _trace(levels: Sequence[_Level]) -> str:
    """The path that holds each level until the next, interrupted at breaks and gaps."""
    steps: list[str] = []
    x, y = Fraction(_LEFT), None
    for level in levels:
        if y is not None:
            x = max(x, level.x - _APART if level.broken else level.x)
            steps.append(f"H{figure_text(x)}")
        if level.y is not None and (y is None or level.broken):
            # The dot of a new beginning stands on the break: the line sets out from it.
            steps.append(f"M{figure_text(level.x)} {figure_text(level.y)}")
        elif level.y is not None and level.y != y:
            steps.append(f"V{figure_text(level.y)}")
        x, y = level.x, level.y
    if y is not None:
        steps.append(f"H{_RIGHT}")
    return "".join(steps)


def _dots(levels: Sequence[_Level]) -> Iterator[tuple[str, str]]:
    """Where a level begins that is another one than before, or measured otherwise."""
    former = None
    for level in levels:
        if level.y is not None and (level.y != former or level.broken):
            yield figure_text(level.x), figure_text(level.y)
        former = level.y


def _box(start: Fraction, end: Fraction, low: Fraction, high: Fraction) -> str:
    corners = (figure_text(edge) for edge in (start, high, end, low, start))
    return "M{} {}H{}V{}H{}z".format(*corners)


def _unknown(timed: Sequence[tuple[Point, Fraction]]) -> Iterator[UnknownSpan]:
    following = [x for _, x in timed[1:]] + [Fraction(_RIGHT)]
    for (point, x), until in zip(timed, following, strict=True):
        if point.gap is not None:
            start = min(x, _RIGHT - _NARROWEST)
            width = max(until - start, _NARROWEST)
            yield UnknownSpan(figure_text(start), figure_text(width))
