"""From where to where the projects of a clientele came since its method changed last."""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.model import ClienteleId
from cvcgen.core.ranking import Place
from cvcgen.core.trend import Point, Series
from cvcgen.publish.history import SiteHistory


@dataclass(frozen=True, slots=True)
class Course:
    """From where to where a series came since the method changed last."""

    series: Series
    """Whose."""
    first: Point | None
    """The first point with a score since then; None where there is none."""
    last: Point
    """The last point that could be read."""

    @property
    def places(self) -> tuple[Place | None, Place | None]:
        """Where it stood, and where it stands."""
        return (self.first.place if self.first else None), self.last.place

    @property
    def rise(self) -> int:
        """By how many ranks it rose; 0 without a rank on both sides."""
        before, after = (place.rank if place else None for place in self.places)
        return 0 if before is None or after is None else before - after

    @property
    def moved(self) -> bool:
        """Whether the score is another one, and there on both sides."""
        known = [place.score for place in self.places if place is not None]
        return len({(score.total, score.low, score.high) for score in known}) > 1


@dataclass(frozen=True, slots=True)
class Courses:
    """All projects of a clientele since its method changed last."""

    since: int
    """How many revisions are older than the one with which the method changed last; 0 where it
    never did."""
    turns: Mapping[int, Point]
    """The revisions with which the method changed or nothing was known, by how many are older;
    one point of each."""
    courses: tuple[Course, ...]
    """Best first; then those without a rank, then those without a score."""


def find_courses(history: SiteHistory, clientele: ClienteleId) -> Courses:
    """The courses of all that has, or ever had, a score for the clientele."""
    found = history.by_clientele.get(clientele, ())
    turns = {
        history.position(point): point
        for series in found
        for point in series.points
        if point.breaks or point.gap is not None
    }
    since = max((at for at, point in turns.items() if point.breaks), default=0)
    courses = sorted((_follow(history, series, since) for series in found), key=_order)
    return Courses(since, turns, tuple(courses))


def _follow(history: SiteHistory, series: Series, since: int) -> Course:
    known = (p for p in series.points if p.place and history.position(p) >= since)
    last = next((p for p in reversed(series.points) if p.gap is None), series.points[-1])
    return Course(series, next(known, None), last)


def _order(course: Course) -> tuple[bool, bool, int, str]:
    """Best first; then those without a rank, then those without a score."""
    place = course.last.place
    rank = place.rank if place else None
    return (place is None, rank is None, rank or 0, course.series.project)
