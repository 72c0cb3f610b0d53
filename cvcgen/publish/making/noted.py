"""A site whose parts note that they are read, so that every file knows what it is made from.

Views and data files reach the content through the index alone. So what is noted here is all
that a file depends on, beside what is the same for all files: the tool, the site's own
templates and the method, that is settings, rubrics, values and clienteles. Change one of
these, and every file is made anew.

The names: `projects`, `project/<id>`, `place/<project>/<clientele>`, `ranking/<clientele>`,
`ranked/<clientele>` (how many have a rank), `downloads`, `downloads/<clientele>/<project>`,
`origin` and `anything`, which no build has in common with another.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from cvcgen.core.model import Catalogue, ClienteleId, Origin, Project, ProjectId
from cvcgen.core.ranking import Place, Ranking, Scoreboard
from cvcgen.publish.artifacts import Download
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.preview import Preview
from cvcgen.publish.reading import ANYTHING, Reading
from cvcgen.publish.views.context import SiteIndex

PROJECTS, DOWNLOADS, ORIGIN = "projects", "downloads", "origin"
PROJECT, PLACE, RANKING, RANKED = "project/", "place/", "ranking/", "ranked/"
_METHOD = frozenset({"site", "rubrics", "values", "clienteles", "unreadable"})
"""Fields of a catalogue that no file has to note."""
_SAME_FOR_ALL = frozenset(
    {
        *("stylesheets", "scripts", "icon", "tool_version"),
        *("rubrics", "values", "clienteles", "reading"),
    }
)
"""Fields of an index that no file has to note."""
_MOST_NAMES = 32
"""Of parts, kept for one file."""

_Key = TypeVar("_Key")
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
        reading = Reading()
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

    @property
    def downloads(self) -> tuple[Download, ...]:
        """All data files."""
        self.reading.note(DOWNLOADS)
        return self._index.downloads

    @property
    def downloads_of(
        self,
    ) -> Mapping[tuple[ClienteleId | None, ProjectId | None], tuple[Download, ...]]:
        """The data files by what they are about."""
        return self._parts.downloads_of

    @property
    def preview(self) -> Preview | None:
        """What the site is compared with."""
        return self._unusual(self._index.preview)

    @property
    def history(self) -> SiteHistory | None:
        """What the site tells of its past."""
        return self._unusual(self._index.history)

    def _unusual(self, found: _Value) -> _Value:
        """What a site is seldom built with; then nothing is kept for the next build."""
        if found is not None:
            self.reading.note(ANYTHING)
        return found


class _Parts:
    """What an index hands out, each part made once."""

    def __init__(self, index: SiteIndex, reading: Reading) -> None:
        note = reading.note
        whole = index.catalogue.projects, index.scoreboard
        self.rankings = {
            name: _NotedRanking(ranking, reading) for name, ranking in index.rankings.items()
        }
        self.catalogue = _NotedCatalogue(index.catalogue, whole[0], reading)
        self.scoreboard = _NotedScoreboard(
            whole[1].origin, tuple(self.rankings[r.clientele] for r in whole[1].rankings), note
        )
        self.projects = _Noted(
            index.projects, lambda name: PROJECT + name, lambda: note(PROJECTS), note
        )
        rankings = [RANKING + name for name in index.rankings]
        self.places = _Noted(
            index.places,
            lambda key: f"{PLACE}{key[0]}/{key[1]}",
            lambda: reading.note_all(rankings),
            note,
        )
        self.downloads_of = _Noted(
            index.downloads_of, name_downloads, lambda: note(DOWNLOADS), note
        )


def name_downloads(key: tuple[ClienteleId | None, ProjectId | None]) -> str:
    """The name of the data files about a clientele, a project or the whole site."""
    return f"{DOWNLOADS}/{key[0] or ''}/{key[1] or ''}"


class _Noted(Mapping[_Key, _Value]):
    """A mapping that notes each key that is asked for, found or not."""

    def __init__(
        self,
        inside: Mapping[_Key, _Value],
        name: Callable[[_Key], str],
        note_whole: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        self._inside = inside
        self._name = name
        self._note_whole = note_whole
        self._note = note

    def __getitem__(self, key: _Key) -> _Value:
        self._note(self._name(key))
        return self._inside[key]

    def __contains__(self, key: object) -> bool:
        self._note(self._name(key))  # type: ignore[arg-type]
        return key in self._inside

    def get(self, key: _Key, default: Any = None) -> Any:
        """The value, or the default; either way the key is noted."""
        self._note(self._name(key))
        return self._inside.get(key, default)

    def __iter__(self) -> Iterator[_Key]:
        self._note_whole()
        return iter(self._inside)

    def __len__(self) -> int:
        self._note_whole()
        return len(self._inside)


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


class _NotedScoreboard(Scoreboard):
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

    __slots__ = ("_ranking", "_reading")
    _ranking: Ranking
    _reading: Reading

    def __init__(self, ranking: Ranking, reading: Reading) -> None:
        object.__setattr__(self, "clientele", ranking.clientele)
        object.__setattr__(self, "_ranking", ranking)
        object.__setattr__(self, "_reading", reading)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, best first."""
        self._reading.note(RANKING + self.clientele)
        return self._ranking.places

    @property
    def ranked_count(self) -> int:
        """How many places have a rank."""
        self._reading.note(RANKED + self.clientele)
        return self._ranking.ranked_count


def shorten(reads: frozenset[str]) -> frozenset[str]:
    """The same names where they are few; else the names of wholes in the place of parts.

    A list of all projects reads each of them, and changes with any of them.
    """
    if len(reads) <= _MOST_NAMES:
        return reads
    wholes = set()
    for name in reads:
        if name.startswith(PROJECT):
            wholes.add(PROJECTS)
        elif name.startswith(PLACE):
            wholes.add(PROJECTS)
            wholes.add(RANKING + name.rpartition("/")[2])
        else:
            wholes.add(name)
    return frozenset(wholes)
