"""A history of scores as values: revisions, points, series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cvcgen.core.changes import Comparison, Edit, Presence, RecordKey, ScoreChange, State
from cvcgen.core.changes.standings import NOBODY, Company
from cvcgen.core.diagnostics import Message
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    ClienteleId,
    Kind,
    Origin,
    Project,
    ProjectId,
)
from cvcgen.core.ranking import Place

Subject = tuple[ClienteleId, ProjectId]
"""Whose score: one project for one clientele."""
Lost = RecordKey | Subject
"""What can go and come back: a record, or the score of a subject."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One revision of the content, as `trend` takes it."""

    origin: Origin
    state: State | None
    """None where it could not be read, or has errors."""
    gap: Message | None = None
    """Why there is no state; None where there is one."""
    subject: str = ""
    """What the commit says of itself, on one line."""
    author: str = ""
    """Of the commit; empty where that is not known."""
    lacking: bool = False
    """Whether another clone of the same history may have what this one could not read."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One revision of the content, and what it changed."""

    origin: Origin
    subject: str
    """What the commit says of itself, on one line."""
    author: str
    """Of the commit; empty where that is not known."""
    gap: Message | None
    """Why nothing could be scored; None where it could."""
    catalogue: Catalogue | None
    """What it says; None where there is a gap."""
    before: "Occasion | None" = field(default=None, compare=False, repr=False)
    """The last one that could be read, which its changes are told from; None for the first."""
    comparison: Comparison | None = None
    """What differs from `before`, without the places that moved only because others did;
    None for the first that could be read, and for a gap."""
    returned: Mapping[Lost, "Occasion"] = field(default_factory=dict, compare=False, repr=False)
    """What it brings back of what was there earlier, each with the revision at which that
    went."""

    def back_since(self, change: ScoreChange) -> "Occasion | None":
        """When what a new score lacked went; None where it never was, as far as is known."""
        return self.returned.get(lacked(change)) if change.before is None else None

    @property
    def changes(self) -> tuple[ScoreChange, ...]:
        """The scores that came, went or moved, by clientele and project."""
        return self.comparison.changes if self.comparison else ()


@dataclass(frozen=True, slots=True)
class Point:
    """Where one project stood for one clientele, from one revision on."""

    occasion: Occasion
    place: Place | None
    """With the ids of its own time; None where there was no score, and in a gap."""
    ranked: int
    """How many projects had a rank for the clientele; 0 in a gap."""
    change: ScoreChange | None = None
    """What became of the score since the last point that could be read; None where it only
    changed its rank because others moved, and at the first point."""
    breaks: tuple[Edit, ...] = ()
    """What of the method changed with it: the scores before are measured otherwise."""

    @property
    def gap(self) -> Message | None:
        """Why nothing is known; None where something is."""
        return self.occasion.gap


@dataclass(frozen=True, slots=True)
class Series:
    """One project for one clientele, over time."""

    clientele: ClienteleId
    """The id that it has now, or had last."""
    project: ProjectId
    """The id that it has now, or had last."""
    points: tuple[Point, ...]
    """Oldest first, at least one."""


@dataclass(frozen=True, slots=True)
class Trend:
    """All that became of the scores of a content."""

    occasions: tuple[Occasion, ...]
    """Oldest first."""
    series: tuple[Series, ...]
    """By clientele and project."""

    def follows_gap(self, at: int) -> bool:
        """Whether what the revision changed is told from before one that could not be read.

        Some of it may then have come with that one. `at` is how many revisions are older.
        """
        return (
            at > 0
            and self.occasions[at].comparison is not None
            and self.occasions[at - 1].gap is not None
        )


def present_ids(series: Iterable[Series]) -> Mapping[ProjectId, ProjectId]:
    """The id that each project has now, or had last, by every id that it ever had.

    An id that went to another project is that one's.
    """
    listed = tuple(series)
    former = {
        point.place.project: one.project
        for one in listed
        for point in one.points
        if point.place is not None
    }
    return former | {one.project: one.project for one in listed}


def lacked(change: ScoreChange) -> Lost:
    """What a new score lacked before: its clientele, its project, or itself alone."""
    if change.presence_before is Presence.NO_CLIENTELE:
        return RecordKey(Kind.CLIENTELE, change.clientele)
    if change.presence_before is Presence.NO_PROJECT:
        return RecordKey(Kind.PROJECT, change.project)
    return change.clientele, change.project


def company(point: Point, former: Point) -> Company:
    """Who changed places with a project between two of its points that follow each other.

    Told from the scores that moved with the latter point, and only where the project's own
    score did not: what became of that one knows its company itself.
    """
    if point.place is None or former.place is None or point.change is not None:
        return NOBODY
    clientele = point.place.score.clientele
    sides = []
    for change in point.occasion.changes:
        if change.clientele == clientele:
            was = _side(change.before, former.place)
            becomes = _side(change.after, point.place)
            if was != becomes:
                sides.append((change.project, was, becomes))
    if not sides:
        return NOBODY
    return Company(
        above=tuple([name for name, _, becomes in sides if becomes == -1]),
        below=tuple([name for name, was, _ in sides if was == -1]),
        tied=tuple([name for name, _, becomes in sides if becomes == 0]),
        untied=tuple([name for name, was, _ in sides if was == 0]),
    )


def last_records(series: Series) -> tuple[Project | None, Clientele | None]:
    """The project and the clientele as they were when they last had a score together."""
    for point in reversed(series.points):
        catalogue = point.occasion.catalogue
        if point.place is not None and catalogue is not None:
            names = (point.place.project, point.place.score.clientele)
            return (
                next((p for p in catalogue.projects if p.id == names[0]), None),
                next((c for c in catalogue.clienteles if c.id == names[1]), None),
            )
    return None, None


def _side(other: Place | None, place: Place) -> int | None:
    """-1 where the other place is above, 0 beside, 1 below; None where a rank is missing."""
    if other is None or other.rank is None or place.rank is None:
        return None
    return (other.rank > place.rank) - (other.rank < place.rank)
