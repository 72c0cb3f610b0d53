"""A site whose parts note that they are read, so that every file knows what it is made from.

Views and data files reach the content through the index alone. So what is noted here is all
that a file depends on, beside what is the same for all files: the tool, the site's own
templates and the method, that is settings, rubrics, values and clienteles. Change one of
these, and every file is made anew. `names` tells how it is noted.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from cvcgen.core.model import Catalogue, ClienteleId, Origin, Project, ProjectId
from cvcgen.core.ranking import Place, Ranking, Scoreboard
from cvcgen.publish.artifacts import Download
from cvcgen.publish.making.names import (
    ALL,
    CARD,
    DOWNLOADS,
    KINDS,
    ORDER,
    ORIGIN,
    PLACE,
    POINTS,
    PROJECTS,
    RANKED,
    UNRANKED,
    generalise,
    name_downloads,
)
from cvcgen.publish.making.notedmappings import About, NotedFiles, NotedPlaces, NotedRecords
from cvcgen.publish.making.notedrecords import NotedProject
from cvcgen.publish.reading import ANYTHING, Reading
from cvcgen.publish.views.context import SiteIndex

if TYPE_CHECKING:
    from cvcgen.publish.history import SiteHistory
    from cvcgen.publish.preview import Preview

_METHOD = frozenset({"site", "rubrics", "values", "clienteles", "unreadable"})
"""Fields of a catalogue that no file has to note."""
_SAME_FOR_ALL = frozenset(
    {
        *("stylesheets", "scripts", "icon", "tool_version"),
        *("rubrics", "values", "clienteles", "reading"),
    }
)
"""Fields of an index that no file has to note."""

_Value = TypeVar("_Value")


class NotedIndex(SiteIndex):
    """The index of a site that notes in its `reading` what is read of it.

    A field that is neither here nor among those that are the same for all cannot be read.
    """

    __slots__ = ("_index", "_parts")
    _index: SiteIndex
    _parts: "_Parts"

    def __init__(self, index: SiteIndex) -> None:
        for field in fields(SiteIndex):
            if field.name in _SAME_FOR_ALL:
                object.__setattr__(self, field.name, getattr(index, field.name))
        reading = _BriefReading()
        object.__setattr__(self, "reading", reading)
        object.__setattr__(self, "memories", {})
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_parts", _Parts(index, reading))

    @property
    def catalogue(self) -> Catalogue:
        """The records."""
        return self._parts.catalogue

    @property
    def scoreboard(self) -> Scoreboard:
        """The scores."""
        return self._parts.scoreboard

    @property
    def projects(self) -> Mapping[ProjectId, Project]:
        """The projects by id."""
        return self._parts.projects

    @property
    def rankings(self) -> Mapping[ClienteleId, Ranking]:
        """The rankings by clientele."""
        return self._parts.rankings

    @property
    def places(self) -> Mapping[tuple[ProjectId, ClienteleId], Place]:
        """The places by project and clientele."""
        return self._parts.places

    def whole_ranking(self, clientele: ClienteleId) -> Ranking:
        """The ranking itself: all that is in it is noted at once."""
        parts = (f"{part}/{ALL}/{clientele}" for part in (PLACE, POINTS, CARD))
        counts = (f"{kind}/{clientele}" for kind in (ORDER, RANKED, UNRANKED))
        self.reading.note_all((*parts, *counts))
        return self._index.rankings[clientele]

    def whole_place(self, project: ProjectId, clientele: ClienteleId) -> Place | None:
        """The place itself: all of it is noted at once, which is quicker than part by part."""
        whose = f"{project}/{clientele}"
        names = (f"{KINDS}/{project}", *(f"{part}/{whose}" for part in (PLACE, POINTS, CARD)))
        self.reading.note_all(names)
        return self._index.places.get((project, clientele))

    @property
    def downloads(self) -> tuple[Download, ...]:
        """All data files."""
        self.reading.note(DOWNLOADS)
        return self._index.downloads

    @property
    def downloads_of(self) -> Mapping[About, tuple[Download, ...]]:
        """The data files by what they are about."""
        return self._parts.downloads_of

    @property
    def preview(self) -> "Preview | None":
        """What the site is compared with."""
        return self._unusual(self._index.preview)

    @property
    def history(self) -> "SiteHistory | None":
        """What the site tells of its past."""
        return self._unusual(self._index.history)

    def _unusual(self, found: _Value) -> _Value:
        """What a site is seldom built with; then nothing is kept for the next build."""
        if found is not None:
            self.reading.note(ANYTHING)
        return found


class _BriefReading(Reading):
    """Tells a part of many projects as one: nobody carries thousands of names along."""

    def end(self) -> frozenset[str]:
        """The names of the span that was begun last."""
        return generalise(super().end())


class _Parts:
    """What an index hands out, each part made once."""

    def __init__(self, index: SiteIndex, reading: Reading) -> None:
        note, board = reading.note, index.scoreboard
        projects = {one.id: NotedProject(one, reading) for one in index.catalogue.projects}
        places = NotedPlaces(index, reading)
        self.rankings = {
            name: _NotedRanking(ranking, reading, places)
            for name, ranking in index.rankings.items()
        }
        rankings = tuple(self.rankings[ranking.clientele] for ranking in board.rankings)
        self.catalogue = _NotedCatalogue(index.catalogue, tuple(projects.values()), reading)
        self.scoreboard = NotedScoreboard(board.origin, rankings, note)
        self.projects = NotedRecords(
            projects, lambda name: f"{KINDS}/{name}", lambda: note(PROJECTS), note
        )
        orders = [f"{ORDER}/{name}" for name in index.rankings]
        self.places = NotedRecords(
            places, lambda key: f"{KINDS}/{key[0]}", lambda: reading.note_all(orders), note
        )
        self.downloads_of = NotedFiles(
            index.downloads_of, name_downloads, lambda: note(DOWNLOADS), note
        )


class _NotedCatalogue(Catalogue):
    """A catalogue that notes that its projects are read."""

    __slots__ = ("_all", "_reading")
    _all: tuple[Project, ...]
    _reading: Reading

    def __init__(
        self, catalogue: Catalogue, projects: tuple[Project, ...], reading: Reading
    ) -> None:
        for field in fields(Catalogue):
            if field.name in _METHOD:
                object.__setattr__(self, field.name, getattr(catalogue, field.name))
        object.__setattr__(self, "_all", projects)
        object.__setattr__(self, "_reading", reading)

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects."""
        self._reading.note(PROJECTS)
        return self._all


class NotedScoreboard(Scoreboard):
    """A scoreboard that notes that its origin is read; its rankings note the rest."""

    __slots__ = ("_note", "_origin")
    _note: Callable[[str], None]
    _origin: Origin

    def __init__(
        self, origin: Origin, rankings: tuple[Ranking, ...], note: Callable[[str], None]
    ) -> None:
        object.__setattr__(self, "rankings", rankings)
        object.__setattr__(self, "_origin", origin)
        object.__setattr__(self, "_note", note)

    @property
    def origin(self) -> Origin:
        """Which state of the content this is."""
        self._note(ORIGIN)
        return self._origin


class _NotedRanking(Ranking):
    """A ranking that notes whether its places are read, or only their number."""

    __slots__ = ("_noted", "_ranking", "_reading")
    _noted: Mapping[tuple[ProjectId, ClienteleId], Place]
    _ranking: Ranking
    _reading: Reading

    def __init__(
        self,
        ranking: Ranking,
        reading: Reading,
        noted: Mapping[tuple[ProjectId, ClienteleId], Place],
    ) -> None:
        object.__setattr__(self, "clientele", ranking.clientele)
        object.__setattr__(self, "_ranking", ranking)
        object.__setattr__(self, "_reading", reading)
        object.__setattr__(self, "_noted", noted)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, best first."""
        self._reading.note(f"{ORDER}/{self.clientele}")
        return self._all(self._ranking.places)

    @property
    def unranked(self) -> tuple[Place, ...]:
        """The places without a rank."""
        self._reading.note(f"{UNRANKED}/{self.clientele}")
        return self._all(self._ranking.unranked)

    @property
    def ranked_count(self) -> int:
        """How many places have a rank."""
        self._reading.note(f"{RANKED}/{self.clientele}")
        return self._ranking.ranked_count

    def _all(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        noted, clientele = self._noted, self.clientele
        return tuple([noted[place.project, clientele] for place in places])
