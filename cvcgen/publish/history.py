"""A site with its history: what its pages tell of the past, found by project and by commit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cvcgen.core.changes import Comparison
from cvcgen.core.model import Catalogue, ClienteleId, Kind, Origin, ProjectId, Text
from cvcgen.core.trend import Occasion, Point, Series, Subject, Trend
from cvcgen.publish.preview import Preview, former_clienteles


@dataclass(frozen=True, slots=True)
class Step:
    """A score that came, went or moved, or a rank that others moved, with one commit."""

    series: Series
    """Whose score."""
    former: Point | None
    """Where it stood before; None at its first point."""
    point: Point
    """Where it stands from then on."""

    @property
    def moves_rank(self) -> bool:
        """Whether it has another rank, gained one or lost it, with a score on both sides."""
        before, after = self.former.place if self.former else None, self.point.place
        return before is not None and after is not None and before.rank != after.rank

    @property
    def has_ranks(self) -> bool:
        """Whether there is a rank on both sides."""
        places = (self.former.place if self.former else None, self.point.place)
        return all(place is not None and place.rank is not None for place in places)


@dataclass(frozen=True, slots=True)
class Past:
    """What one commit changed, with the names of its own time."""

    preview: Preview
    """The states before and after; titles only of what the comparison names."""
    now: Mapping[tuple[Kind, str], str]
    """The ids of today by those of then, of the projects and clienteles that it names."""


@dataclass(frozen=True, slots=True)
class SiteHistory:
    """What the pages of a site tell of its past."""

    trend: Trend
    """Every revision and every series."""
    whole: bool
    """Whether it goes back to the first revision of all."""
    identity: str
    """What tells this content from any other, whatever its age: a commit and a folder."""
    by_project: Mapping[ProjectId, tuple[Series, ...]]
    """The series of a project, by clientele."""
    by_clientele: Mapping[ClienteleId, tuple[Series, ...]]
    """The series of a clientele, by project."""
    positions: Mapping[Origin, int]
    """How many revisions are older than each."""
    steps: tuple[tuple[Step, ...], ...]
    """What moved with each revision, in the order of the revisions."""
    pasts: tuple[Past | None, ...]
    """What each revision changed; None for the first that could be read, and for a gap."""
    latest: Mapping[Subject, Step]
    """The rank moves of each clientele that came last, all with one revision."""

    def position(self, point: Point) -> int:
        """How many revisions are older than the point's."""
        return self.positions[point.occasion.origin]

    def past(self, occasion: Occasion) -> Past | None:
        """What the revision changed; None for the first that could be read, and for a gap."""
        return self.pasts[self.positions[occasion.origin]]


def make_history(trend: Trend, whole: bool, identity: str) -> SiteHistory:
    """The history of a site whose content had this trend."""
    positions = {occasion.origin: at for at, occasion in enumerate(trend.occasions)}
    steps: list[list[Step]] = [[] for _ in trend.occasions]
    projects: dict[ProjectId, list[Series]] = {}
    clienteles: dict[ClienteleId, list[Series]] = {}
    for series in trend.series:
        projects.setdefault(series.project, []).append(series)
        clienteles.setdefault(series.clientele, []).append(series)
        for step in _steps(series):
            steps[positions[step.point.occasion.origin]].append(step)
    return SiteHistory(
        trend,
        whole,
        identity,
        by_project={name: tuple(found) for name, found in projects.items()},
        by_clientele={name: tuple(found) for name, found in clienteles.items()},
        positions=positions,
        steps=tuple(map(tuple, steps)),
        pasts=tuple(map(_past, trend.occasions, steps)),
        latest=_latest(steps),
    )


def _steps(series: Series) -> Iterator[Step]:
    """The points at which something moved; a gap between two states is passed over."""
    known = None
    for former, point in pairwise((None, *series.points)):
        known = former if former is not None and former.gap is None else known
        if point is not None and point.gap is None:
            step = Step(series, known, point)
            if point.change is not None or step.moves_rank:
                yield step


def _latest(steps: Sequence[Sequence[Step]]) -> Mapping[Subject, Step]:
    found: dict[Subject, Step] = {}
    seen: set[ClienteleId] = set()
    for at_once in reversed(steps):
        moves = [step for step in at_once if step.moves_rank and step.has_ranks]
        news = [step for step in moves if step.series.clientele not in seen]
        found.update(((step.series.clientele, step.series.project), step) for step in news)
        seen.update(step.series.clientele for step in news)
    return found


def _past(occasion: Occasion, steps: Iterable[Step]) -> Past | None:
    comparison, before = occasion.comparison, occasion.before
    if comparison is None or before is None:
        return None
    old, new = before.catalogue, occasion.catalogue
    if old is None or new is None:
        return None
    named = _named_projects(comparison)
    titles = dict(_titles(old, named)) | dict(_titles(new, named))
    preview = Preview(
        comparison, old, new, (), {}, titles, frozenset(), former_clienteles(comparison)
    )
    now: dict[tuple[Kind, str], str] = {}
    for step in steps:
        change = step.point.change
        if change is not None:
            now[Kind.PROJECT, change.project] = step.series.project
            now[Kind.CLIENTELE, change.clientele] = step.series.clientele
    return Past(preview, now)


def _named_projects(comparison: Comparison) -> frozenset[str]:
    """The ids of all projects that the words on the comparison may name."""
    found: set[str] = {change.record.id for change in comparison.records}
    found.update(edit.record.id for edit in comparison.edits)
    for change in comparison.changes:
        found.add(change.project)
        found.update(change.above, change.below, change.tied, change.untied)
    return frozenset(found)


def _titles(
    catalogue: Catalogue, projects: frozenset[str]
) -> Iterator[tuple[tuple[Kind, str], Text]]:
    """What the named projects are called, and every other record: of these there are few."""
    for project in catalogue.projects:
        if project.id in projects:
            yield (Kind.PROJECT, project.id), project.title
    yield from (((Kind.CLIENTELE, one.id), one.name) for one in catalogue.clienteles)
    yield from (((Kind.VALUE, one.id), one.name) for one in catalogue.values)
    yield from (((Kind.RUBRIC, one.id), one.name) for one in catalogue.rubrics)
